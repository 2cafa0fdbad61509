package article

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// MaxBytes is the size of the largest file that is read.
const MaxBytes = 20_000_000

// Open reads the article in one file. The format is told by what the file
// holds, and by its ending where that leaves it open.
func Open(path string) (Article, error) {
	shown := Shown(path)
	if isWebAddress(path) {
		return Article{}, fmt.Errorf("%s %w", shown, ErrWebAddress)
	}
	data, err := readFile(path)
	if err != nil {
		return Article{}, fmt.Errorf("%s %w", shown, err)
	}
	a, err := FromBytes(data, filepath.Ext(path))
	if err != nil {
		return Article{}, fmt.Errorf("%s %w", shown, err)
	}
	a.Name = Stem(path)
	return a, nil
}

// FromBytes reads the article in data, which came from a file with this
// ending. Its errors are sentences that lack their first word, the file's
// name.
func FromBytes(data []byte, ending string) (a Article, err error) {
	ending = strings.ToLower(ending)
	format, err := formatOf(data, ending)
	if err != nil {
		return Article{}, err
	}
	text, notes, err := decode(data, format.name == formatWeb.name)
	if err != nil {
		return Article{}, err
	}
	a, err = format.readSafely(text)
	if err != nil {
		return Article{}, err
	}
	if format.endings != nil && !format.hasEnding(ending) && ending != "" {
		notes = append(notes, fmt.Sprintf("The name ends in %s, but this is %s and was read as one.", Shown(ending), format.name))
	}
	sum := sha256.Sum256(data)
	a.SHA256 = hex.EncodeToString(sum[:])
	a.Notes = append(notes, a.Notes...)
	return finish(a)
}

// FromText makes an article of a text that came from somewhere else, for
// example pasted; meta says what is known about it.
func FromText(text string, meta Article) (Article, error) {
	name := meta.Name
	if name == "" {
		name = "the text"
	}
	if len(text) > MaxBytes {
		return Article{}, fmt.Errorf("%s %w", Shown(name), ErrTooBig)
	}
	a := meta
	a.Notes = append([]string(nil), meta.Notes...)
	sum := sha256.Sum256([]byte(text))
	a.SHA256 = hex.EncodeToString(sum[:])
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		a.Notes = append(a.Notes, "Some bytes were no text and are shown as \uFFFD.")
	}
	a.Text = text
	a, err := finish(a)
	if err != nil {
		return Article{}, fmt.Errorf("%s %w", Shown(name), err)
	}
	return a, nil
}

// finish is what all articles go through, wherever they come from.
func finish(a Article) (Article, error) {
	var notes []string
	a.Text, notes = clean(a.Text)
	a.Notes = append(a.Notes, notes...)
	if !hasLetter(a.Text) {
		return Article{}, ErrEmpty
	}
	language, note := languageOf(a.Text)
	if language != english {
		return Article{}, fmt.Errorf("%w (it looks like %s)", ErrNotEnglish, note)
	}
	if note != "" {
		a.Notes = append(a.Notes, note)
	}
	a.Language = language
	a.Title, a.Outlet, a.Author = oneLine(a.Title), oneLine(a.Outlet), oneLine(a.Author)
	a.ID = ID(a.Text)
	return a, nil
}

// readFile reads a regular file of at most MaxBytes. It opens without
// waiting, and looks at what it has opened and not at the name, so that a
// pipe or an endless device behind a link cannot hold it up.
func readFile(path string) (data []byte, err error) {
	f, err := os.OpenFile(path, os.O_RDONLY|openWithoutWaiting, 0)
	if err != nil {
		return nil, openError(err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return nil, ErrFailed
	}
	if !info.Mode().IsRegular() {
		return nil, ErrNotFile
	}
	if info.Size() > MaxBytes {
		return nil, ErrTooBig
	}
	data, err = io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, ErrFailed
	}
	if len(data) > MaxBytes {
		return nil, ErrTooBig
	}
	return data, nil
}

func openError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, fs.ErrPermission):
		return ErrForbidden
	case isNoFile(err):
		return ErrNotFile
	}
	return fmt.Errorf("could not be opened: %w", err)
}

func isWebAddress(path string) bool {
	lower := strings.ToLower(path)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// Stem is the name of a file without folder and ending.
func Stem(path string) string {
	base := filepath.Base(path)
	if stem := strings.TrimSuffix(base, filepath.Ext(base)); stem != "" {
		base = stem
	}
	return strings.ToValidUTF8(base, "\uFFFD")
}
