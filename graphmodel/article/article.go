// Package article owns what was read: the text of an article exactly as it
// stood, and what is known about where it came from. It opens files of every
// format that Byline reads, one reader a format, and says in one plain
// sentence why a file could not be read. It refuses to look at what the text
// says.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Article is one article as read.
type Article struct {
	// ID comes from the SHA-256 of Text: the same text is the same article.
	ID        string
	Name      string // the file's name without folder and ending; empty for pasted text
	Title     string
	Outlet    string
	Author    string
	Published time.Time // zero if not known; only the day counts
	Address   string
	Fetched   time.Time
	Language  string // ISO 639-1, "en"
	// Text is valid UTF-8. All spans are bytes of it.
	Text string
	// SHA256 is the hash of the bytes that the text was read from, in hex.
	SHA256 string
	// Notes say in plain words what was guessed or left out while reading:
	// "Read as Windows-1252." They are shown beside the article.
	Notes []string
}

// ID returns the id of an article of this text: the first 16 hex digits of
// its SHA-256.
func ID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
