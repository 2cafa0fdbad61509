package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const quoted = "“We are ready,” said Zoë Müller’s deputy – the sum is €40,000. "

func encoded(t *testing.T, enc encoding.Encoding, text string) []byte {
	t.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	text := strings.Repeat(quoted, 5)
	mac := strings.ReplaceAll(text, "€", "") // the oldest Mac Roman had no euro
	cases := []struct {
		name string
		data []byte
		want string
		note string
	}{
		{"UTF-8", []byte(text), text, ""},
		{"UTF-8 with a mark", append([]byte("\xef\xbb\xbf"), text...), text, ""},
		{"UTF-16 little-endian with a mark", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text), text, ""},
		{"UTF-16 big-endian with a mark", encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text), text, ""},
		{"UTF-16 little-endian", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text), text, "UTF-16"},
		{"UTF-16 big-endian", encoded(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text), text, "UTF-16"},
		{"UTF-32", encoded(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), text), text, ""},
		{"Windows-1252", encoded(t, charmap.Windows1252, text), text, "Windows-1252"},
		{"Mac Roman", encoded(t, charmap.Macintosh, mac), mac, "Mac Roman"},
		{"half a letter", append(encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text), 'x'), text, "middle of a letter"},
		{"damaged UTF-8", []byte(text + "\xe2\x82"), text + "\uFFFD", "no text"},
		{"halves of surrogates", []byte("Plain \xed\xa0\x80 words"), "Plain \uFFFD words", "no text"},
	}
	for _, c := range cases {
		got, notes, err := decode(c.data, false)
		if err != nil || got != c.want {
			t.Errorf("%s: %v, %q", c.name, err, got)
		}
		if note := strings.Join(notes, " "); !strings.Contains(note, c.note) || c.note == "" && note != "" {
			t.Errorf("%s: the note is %q", c.name, note)
		}
	}
}

func TestDecodeWebPages(t *testing.T) {
	body := "<p>" + quoted + "</p>"
	for _, meta := range []string{`<meta charset=windows-1252>`, `<meta charset = "windows-1252">`,
		`<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">`} {
		got, notes, err := decode(encoded(t, charmap.Windows1252, meta+body), true)
		if err != nil || got != meta+body || len(notes) != 0 {
			t.Errorf("%s: %v, %q, %q", meta, err, got, notes)
		}
	}
	// A page that says it is UTF-8 and is not is guessed at, and that is said.
	russian := strings.Repeat("Министр подписал соглашение о строительстве нового порта. ", 20)
	got, notes, err := decode(encoded(t, charmap.Windows1251, "<meta charset=utf-8><p>"+russian), true)
	if err != nil || !strings.Contains(got, russian) || len(notes) != 1 || !strings.Contains(notes[0], "indows-1251") {
		t.Errorf("%v, %q, %.80q", err, notes, got)
	}
	// UTF-7 could smuggle mark-up in.
	got, _, err = decode([]byte("<meta charset=utf-7><p>+ADw-script+AD4-"), true)
	if err != nil || strings.Contains(got, "<script>") {
		t.Errorf("%v, %q", err, got)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(quoted), true)
	f.Add([]byte("\xff\xfea\x00b"), false)
	f.Add([]byte("\xff\xfe\x00\x00a"), false)
	f.Add([]byte("\xfe\xff\xd8"), false)
	f.Add([]byte("a\x00b\x00c\x00d"), false)
	f.Add([]byte("<meta charset="), true)
	f.Add([]byte("<meta charset=iso-2022-jp>\x1b$B\xff"), true)
	f.Add([]byte("caf\xe9 \xd5 na\xd5ve \xc0\xaf"), false)
	f.Fuzz(func(t *testing.T, data []byte, web bool) {
		text, _, err := decode(data, web)
		if err == nil && !utf8.ValidString(text) {
			t.Errorf("%q became %q, which is not UTF-8", data, text)
		}
	})
}
