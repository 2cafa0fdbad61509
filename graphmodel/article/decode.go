package article

import (
	"bytes"
	"fmt"
	"strings"
	letters "unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// sampleBytes is how much of a file is looked at to guess something.
const sampleBytes = 64 << 10

const damagedNote = "Some bytes were no text and are shown as \uFFFD."

// decode turns the bytes of a file into valid UTF-8, and says what it had to
// guess. A byte order mark is no part of the text.
func decode(data []byte, web bool) (text string, notes []string, err error) {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return asUTF8(rest)
	}
	if enc := wideEncoding(data); enc != nil {
		return wideText(data, enc)
	}
	if isBinary(data) {
		return "", nil, fmt.Errorf("is %w", ErrBinary)
	}
	if enc, name := guessWide(data); enc != nil {
		text, notes, err = wideText(data, enc)
		return text, append(notes, guessNote(name)), err
	}
	if utf8.Valid(data) {
		return string(data), nil, nil
	}
	if web {
		if enc := declared(data); enc != nil {
			return decodeWith(enc, data, nil)
		}
	}
	if mostlyUTF8(data) {
		return asUTF8(data)
	}
	enc, name := guessNarrow(data)
	return decodeWith(enc, data, []string{guessNote(name)})
}

func guessNote(name string) string {
	return fmt.Sprintf("The file does not say how its letters are written: read as %s.", name)
}

func asUTF8(data []byte) (string, []string, error) {
	if utf8.Valid(data) {
		return string(data), nil, nil
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), []string{damagedNote}, nil
}

func decodeWith(enc encoding.Encoding, data []byte, notes []string) (string, []string, error) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, fmt.Errorf("is %w", ErrBinary)
	}
	return string(out), notes, nil
}

// wideEncoding returns the encoding that a byte order mark of UTF-16 or
// UTF-32 announces.
func wideEncoding(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)
	case bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM)
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	}
	return nil
}

func wideText(data []byte, enc encoding.Encoding) (string, []string, error) {
	var notes []string
	if len(data)%2 != 0 {
		data = data[:len(data)-1]
		notes = append(notes, "The file ends in the middle of a letter, which was left out.")
	}
	return decodeWith(enc, data, notes)
}

// guessWide finds UTF-16 without a byte order mark: in English every second
// byte of it is zero.
func guessWide(data []byte) (encoding.Encoding, string) {
	sample := data[:min(len(data), sampleBytes)]
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case half > 0 && zeros[1]*10 > half*6 && zeros[0]*20 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16"
	case half > 0 && zeros[0]*10 > half*6 && zeros[1]*20 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16 (big-endian)"
	}
	return nil, ""
}

// isBinary reports whether the data is no text in any encoding: much of it
// is bytes that no text holds. Zeros count only where they are not those of
// UTF-16.
func isBinary(data []byte) bool {
	if enc, _ := guessWide(data); enc != nil {
		return false
	}
	sample := data[:min(len(data), sampleBytes)]
	odd := 0
	for _, b := range sample {
		if b < 0x09 || b > 0x0d && b < 0x20 && b != 0x1b || b == 0x7f {
			odd++
		}
	}
	return odd*20 > len(sample)
}

// declared is the encoding that a web page names in its head. UTF-7 is none:
// it hides mark-up. A page that names UTF-8 and is not is guessed at.
func declared(data []byte) encoding.Encoding {
	head := strings.ToLower(string(data[:min(len(data), 4096)]))
	for {
		_, after, ok := strings.Cut(head, "charset")
		if !ok {
			return nil
		}
		head = after
		value, ok := strings.CutPrefix(strings.TrimLeft(after, " \t\r\n"), "=")
		if !ok {
			continue
		}
		value = strings.TrimLeft(value, " \t\r\n\"'")
		if i := strings.IndexAny(value, " \t\r\n\"';>/"); i >= 0 {
			value = value[:i]
		}
		enc, name := charset.Lookup(value)
		if enc == nil || name == "utf-8" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
			return nil
		}
		return enc
	}
}

// mostlyUTF8 reports whether what is not ASCII is UTF-8 more often than not,
// so that the text is UTF-8 with some damage. Halves of surrogate pairs,
// which some programs write as three bytes each, count as UTF-8.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			good++
		case data[i] == 0xed && i+2 < len(data) && data[i+1] >= 0xa0 && data[i+2]&0xc0 == 0x80:
			good++
			size = 3
		default:
			bad++
		}
		i += size
	}
	return good > bad
}

// guessNarrow guesses an encoding of one byte a letter. English with a few
// letters beyond ASCII is Windows-1252 or Mac Roman, whichever gives more that
// looks like English; where many letters lie beyond ASCII, statistics decide.
func guessNarrow(data []byte) (encoding.Encoding, string) {
	sample := data[:min(len(data), sampleBytes)]
	high := highBytes(sample)
	for rest := data[len(sample):]; high == 0 && len(rest) > 0; rest = rest[len(sample):] {
		sample = rest[:min(len(rest), sampleBytes)]
		high = highBytes(sample)
	}
	if high*5 < len(sample) {
		if plausible(sample, charmap.Macintosh) > plausible(sample, charmap.Windows1252) {
			return charmap.Macintosh, "Mac Roman"
		}
		return charmap.Windows1252, "Windows-1252"
	}
	result, err := chardet.NewTextDetector().DetectBest(sample)
	if err == nil && result.Confidence >= 10 {
		if enc, name := charset.Lookup(result.Charset); enc != nil && name != "replacement" && name != "utf-8" {
			return enc, strings.ToUpper(name[:1]) + name[1:]
		}
	}
	return charmap.Windows1252, "Windows-1252"
}

func highBytes(sample []byte) int {
	n := 0
	for _, b := range sample {
		if b >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// plausible counts the characters beyond ASCII that stand where English has
// them, less those that do not: small letters inside words, quotation marks
// and apostrophes at their ends, dashes between words.
func plausible(sample []byte, enc *charmap.Charmap) int {
	score := 0
	for i, b := range sample {
		if b < utf8.RuneSelf {
			continue
		}
		var before, after byte = ' ', ' '
		if i > 0 {
			before = sample[i-1]
		}
		if i+1 < len(sample) {
			after = sample[i+1]
		}
		if fits(enc.DecodeByte(b), isLetterByte(before), isLetterByte(after)) {
			score++
		} else {
			score--
		}
	}
	return score
}

func fits(r rune, letterBefore, letterAfter bool) bool {
	switch {
	case r == '‘' || r == '“':
		return !letterBefore && letterAfter
	case r == '’':
		return letterBefore
	case r == '”' || r == '…':
		return !letterAfter
	case r == '–' || r == '—':
		return letterBefore == letterAfter
	case r == '€' || r == '£':
		return !letterBefore
	case r == 0xa0:
		return true
	case letters.IsUpper(r):
		return !letterBefore
	}
	return letters.IsLower(r) && (letterBefore || letterAfter)
}

func isLetterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= utf8.RuneSelf }
