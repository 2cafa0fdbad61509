package article

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// format is one format that Byline reads.
type format struct {
	name    string // as in "this is a web page"
	endings []string
	read    func(text string) (Article, error)
}

var (
	formatText     = format{name: "plain text", endings: []string{".txt", ".text"}, read: readText}
	formatMarkdown = format{name: "Markdown", endings: []string{".md", ".markdown", ".mdown"}, read: readMarkdown}
	formatWeb      = format{name: "a web page", endings: []string{".html", ".htm", ".xhtml"}, read: readWeb}
)

func formats() []format { return []format{formatText, formatMarkdown, formatWeb} }

func (f format) hasEnding(ending string) bool { return slices.Contains(f.endings, ending) }

// readSafely runs the reader. The libraries below it are not ours, and what
// they are given comes from anywhere: a panic in there is one unreadable
// file, not the end of the program.
func (f format) readSafely(text string) (a Article, err error) {
	defer func() {
		if recover() != nil {
			a, err = Article{}, ErrReader
		}
	}()
	return f.read(text)
}

// signature is how the files of a format that is no text begin.
type signature struct {
	start, name string
	document    bool // a document that a later Byline may read
}

var signatures = []signature{
	{"%PDF-", "a PDF", true},
	{"PK\x03\x04", "a zip archive or an office document", true},
	{"PK\x05\x06", "an empty zip archive", true},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected office document", true},
	{"{\\rtf", "a rich text document (RTF)", true},
	{"\x1f\x8b", "a gzip archive", true},
	{"BZh", "a bzip2 archive", true},
	{"\xfd7zXZ", "an xz archive", true},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive", true},
	{"Rar!", "a rar archive", true},
	{"SQLite format 3\x00", "a database or a Byline project", false},
	{"\x7fELF", "a program", false},
	{"MZ\x90", "a program", false},
	{"\xcf\xfa\xed\xfe", "a program", false},
	{"\x89PNG\r\n", "a picture", false},
	{"\xff\xd8\xff", "a picture", false},
	{"GIF8", "a picture", false},
	{"RIFF", "a picture, sound or film", false},
	{"II*\x00", "a picture", false},
	{"MM\x00*", "a picture", false},
	{"ID3\x03", "a sound", false},
	{"ID3\x04", "a sound", false},
	{"OggS", "a sound", false},
	{"\x00\x00\x00\x18ftyp", "a film", false},
	{"\x00\x00\x00\x20ftyp", "a film", false},
	{"\x1aE\xdf\xa3", "a film", false},
}

// refusal is the end of the sentence about a file of that format. A zip
// archive is called what its ending calls it.
func (s signature) refusal(ending string) error {
	if !s.document {
		return fmt.Errorf("is %s, %w", s.name, ErrBinary)
	}
	name := s.name
	if better, ok := foreign[ending]; ok && strings.HasPrefix(s.start, "PK") {
		name = better
	}
	return fmt.Errorf("is %s, %w", name, ErrFormat)
}

// foreign are endings of formats that a person may well offer as an article.
var foreign = map[string]string{
	".pdf": "a PDF", ".doc": "a Word document", ".docx": "a Word document", ".odt": "an office document",
	".rtf": "a rich text document (RTF)", ".epub": "an e-book", ".eml": "an e-mail", ".mbox": "a mail box",
	".msg": "an e-mail", ".xml": "an XML file", ".rss": "a news feed", ".atom": "a news feed",
	".json": "a JSON file", ".jsonl": "a file of JSON lines", ".csv": "a table", ".tsv": "a table",
	".xls": "a table", ".xlsx": "a table", ".ods": "a table", ".graphml": "a graph", ".gexf": "a graph",
	".dot": "a graph", ".mht": "a web archive", ".mhtml": "a web archive", ".byline": "a Byline project",
	".png": "a picture", ".jpg": "a picture", ".jpeg": "a picture", ".gif": "a picture", ".webp": "a picture",
	".svg": "a picture", ".mp3": "a sound", ".mp4": "a film",
}

// formatOf tells the format of data that came with this ending.
func formatOf(data []byte, ending string) (format, error) {
	if len(data) == 0 {
		return format{}, ErrEmpty
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.start)) {
			return format{}, s.refusal(ending)
		}
	}
	if looksLikeWebPage(data) {
		return formatWeb, nil
	}
	for _, f := range formats() {
		if f.hasEnding(ending) {
			return f, nil
		}
	}
	if name, ok := foreign[ending]; ok {
		return format{}, fmt.Errorf("is %s, %w", name, ErrFormat)
	}
	return format{name: formatText.name, read: readText}, nil
}

// looksLikeWebPage reports whether data begins as a web page does. Encodings
// of two bytes a letter count too.
func looksLikeWebPage(data []byte) bool {
	head := string(data[:min(len(data), 1024)])
	head = strings.TrimPrefix(strings.ReplaceAll(head, "\x00", ""), "\xff\xfe")
	head = strings.TrimPrefix(strings.TrimPrefix(head, "\xfe\xff"), "\xef\xbb\xbf")
	head = strings.ToLower(strings.TrimSpace(head))
	if strings.HasPrefix(head, "<?xml") {
		_, after, _ := strings.Cut(head, "?>")
		head = strings.TrimSpace(after)
	}
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// Endings are the endings of names of files that are read, with their dots.
func Endings() []string {
	return slices.Concat(formatText.endings, formatMarkdown.endings, formatWeb.endings)
}
