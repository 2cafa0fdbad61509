package article

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

const story = "The finance minister of Norway, Ingrid Halvorsen, signed an agreement with the Baltic Fund on Monday. " +
	"She said that the fund would pay 40 million euros to the port of Larvik, and that work on the new quay was to begin in May."

// write puts a file into a folder of the test and returns its path.
func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenKeepsPlainTextAsItIs(t *testing.T) {
	text := "Norway signs port deal\r\n\r\n" + story + "\r\n\r\n  An indented line — with “quotes”.\n"
	a, err := Open(write(t, "port-deal.txt", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != text {
		t.Errorf("text changed: %q", a.Text)
	}
	if a.Title != "Norway signs port deal" || a.Name != "port-deal" || a.Language != "en" {
		t.Errorf("title %q, name %q, language %q", a.Title, a.Name, a.Language)
	}
	if a.ID != ID(text) || len(a.SHA256) != 64 || len(a.Notes) != 0 {
		t.Errorf("id %q, hash %q, notes %q", a.ID, a.SHA256, a.Notes)
	}
}

// Every kind of bad input gets its own sentence, which names the file.
func TestOpenRefusesInOneSentence(t *testing.T) {
	folder := t.TempDir()
	make := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if err := os.Symlink("loop.txt", filepath.Join(folder, "loop.txt")); err != nil {
		t.Fatal(err)
	}
	russian := strings.Repeat("Министр финансов подписал соглашение о строительстве порта в понедельник. ", 6)
	german := strings.Repeat("Der Minister hat am Montag in der Stadt ein Abkommen mit dem Fonds unterzeichnet, und das ist nicht wenig. ", 4)
	cases := []struct {
		path string
		want error
		says string
	}{
		{filepath.Join(folder, "nowhere.txt"), ErrMissing, "nowhere.txt"},
		{folder, ErrNotFile, ""},
		{filepath.Join(folder, "loop.txt"), ErrNotFile, "loop.txt"},
		{make("empty.txt", nil), ErrEmpty, "empty.txt"},
		{make("white.txt", []byte(" \n\t \r\n\u00a0")), ErrEmpty, "white.txt"},
		{make("white.md", []byte("---\ntitle: nothing\n---\n\n")), ErrEmpty, "white.md"},
		{make("empty.html", []byte("<html><body><script>var a = 'words'</script></body></html>")), ErrEmpty, "empty.html"},
		{make("numbers.txt", []byte("12 345 678")), ErrEmpty, "numbers.txt"},
		{make("zeros.txt", bytes.Repeat([]byte{0}, 5000)), ErrBinary, "zeros.txt"},
		{make("noise.txt", noise(5000)), ErrBinary, "noise.txt"},
		{make("program.txt", append([]byte("\x7fELF\x02\x01\x01"), noise(100)...)), ErrBinary, "a program"},
		{make("photo.html", []byte("\x89PNG\r\n\x1a\nxxxxxxxx")), ErrBinary, "a picture"},
		{make("report.pdf", []byte("%PDF-1.7\nxxx")), ErrFormat, "a PDF"},
		{make("report.html", []byte("%PDF-1.7\nxxx")), ErrFormat, "a PDF"},
		{make("letter.docx", []byte("PK\x03\x04xxxx")), ErrFormat, "a Word document"},
		{make("archive.txt", []byte("PK\x03\x04xxxx")), ErrFormat, "a zip archive"},
		{make("locked.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xx")), ErrFormat, "password-protected"},
		{make("feed.xml", []byte("<?xml version='1.0'?><rss><channel/></rss>")), ErrFormat, "an XML file"},
		{make("table.csv", []byte("a,b\n1,2\n")), ErrFormat, "a table"},
		{make("russian.txt", []byte(russian)), ErrNotEnglish, "russian.txt"},
		{make("german.txt", []byte(german)), ErrNotEnglish, "German"},
		{make("huge.txt", bytes.Repeat([]byte("News. "), MaxBytes/6+1)), ErrTooBig, "20 MB"},
		{"https://example.org/news.html", ErrWebAddress, "save the page"},
	}
	for _, c := range cases {
		a, err := Open(c.path)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v (%q)", c.path, err, c.want, a.Text)
			continue
		}
		if says := err.Error(); !strings.Contains(says, c.says) || strings.ContainsAny(says, "\n\x1b") {
			t.Errorf("%s: the sentence is %q", c.path, says)
		}
	}
}

func TestOpenForbidden(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	path := write(t, "secret.txt", []byte(story))
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrForbidden) {
		t.Errorf("got %v", err)
	}
	if err := openError(fs.ErrPermission); !errors.Is(err, ErrForbidden) {
		t.Errorf("got %v", err)
	}
}

func noise(n int) []byte {
	b := make([]byte, n)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x>>24) & 0x9f
	}
	return b
}

func TestOpenGoesByContent(t *testing.T) {
	page := "<!doctype html><html><body><article><p>" + story + "</p></article></body></html>"
	a, err := Open(write(t, "page.txt", []byte(page)))
	if err != nil || a.Text != story {
		t.Fatalf("%v: %q", err, a.Text)
	}
	if len(a.Notes) != 1 || !strings.Contains(a.Notes[0], ".txt") {
		t.Errorf("notes %q", a.Notes)
	}
	a, err = Open(write(t, "article", []byte(story)))
	if err != nil || a.Text != story || len(a.Notes) != 0 {
		t.Errorf("a file without an ending: %v, %q", err, a.Notes)
	}
}

func TestFromText(t *testing.T) {
	day := time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC)
	a, err := FromText(story, Article{Title: " A\ttitle\x1b[31m ", Outlet: "The Paper", Published: day})
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != story || a.ID != ID(story) || a.Title != "A title[31m" || a.Outlet != "The Paper" || !a.Published.Equal(day) {
		t.Errorf("%+v", a)
	}
	if _, err = FromText(" \n", Article{}); !errors.Is(err, ErrEmpty) || !strings.HasPrefix(err.Error(), "the text holds no text") {
		t.Errorf("got %v", err)
	}
	a, err = FromText("News \xff of Norway", Article{})
	if err != nil || !utf8.ValidString(a.Text) || len(a.Notes) != 1 {
		t.Errorf("%v, %q, %q", err, a.Text, a.Notes)
	}
}

// Characters that a terminal obeys are replaced, and no place moves.
func TestControlCharactersAreReplacedInPlace(t *testing.T) {
	text := "Nor\x00way \x1b[2J signed\u009b31m it.\nTab\tand\fline end\r\nstay.\u0085"
	a, err := FromText(text, Article{})
	if err != nil {
		t.Fatal(err)
	}
	before, after := []rune(text), []rune(a.Text)
	if len(before) != len(after) {
		t.Fatalf("%d characters became %d", len(before), len(after))
	}
	for i, r := range before {
		want := r
		if r == 0 || r == 0x1b || r == 0x9b {
			want = '\uFFFD'
		}
		if after[i] != want {
			t.Errorf("character %d: %U became %U", i, r, after[i])
		}
	}
	if len(a.Notes) != 1 || !strings.HasPrefix(a.Notes[0], "3 control characters") {
		t.Errorf("notes %q", a.Notes)
	}
}

func TestOldMacLineEnds(t *testing.T) {
	a, err := FromText("One line.\rTwo lines.\rThree.", Article{})
	if err != nil || a.Text != "One line.\nTwo lines.\nThree." {
		t.Errorf("%v %q", err, a.Text)
	}
}

func TestHiddenCharactersAreSaid(t *testing.T) {
	cases := map[string]string{
		"Maria\u200b Okafor signed.":    "U+200B",
		"Invoice \u202efdp.exe\u202c.":  "U+202E",
		"Tag \U000E0041 letters.":       "U+E0041",
		"M\u0430ria Okafor denied it.":  "two alphabets",
		"Fiancée of a Müller said no.":  "",
		"The α particle and Москва met": "",
	}
	for text, want := range cases {
		a, err := FromText(text, Article{})
		notes := strings.Join(a.Notes, " ")
		if err != nil || want == "" && notes != "" || !strings.Contains(notes, want) {
			t.Errorf("%q: %v, %q", text, err, notes)
		}
		if a.Text != text {
			t.Errorf("%q became %q", text, a.Text)
		}
	}
}

func TestShown(t *testing.T) {
	name := "a\u202eb\nc\x1b[31m" + strings.Repeat("x", 300)
	shown := Shown(name)
	if strings.ContainsAny(shown, "\u202e\n\x1b") || utf8.RuneCountInString(shown) > shownLength {
		t.Errorf("%q", shown)
	}
	if Shown("news/2025 März.txt") != "news/2025 März.txt" {
		t.Error("a plain name changed")
	}
}
