package session

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text in the form in which words are compared: small letters
// without accents, each stretch of anything else one space.
type folded struct {
	text string
	// at has for each byte of text the byte of the original that it comes
	// from, and one more for the end.
	at []int32
}

// fold makes the form of a text.
func fold(text string) folded {
	var b strings.Builder
	b.Grow(len(text))
	at := make([]int32, 0, len(text)+1)
	gap := true // no space at the start
	end := 0
	for i, r := range text {
		if unicode.Is(unicode.Mn, r) {
			if !gap {
				end = i + utf8.RuneLen(r)
			}
			continue
		}
		r = bare(r)
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			if !gap {
				b.WriteByte(' ')
				at = append(at, int32(i))
				gap = true
			}
			continue
		}
		gap = false
		n := b.Len()
		b.WriteRune(r)
		for ; n < b.Len(); n++ {
			at = append(at, int32(i))
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		end = i + size
	}
	f := folded{b.String(), append(at, int32(end))}
	if strings.HasSuffix(f.text, " ") {
		f.text = f.text[:len(f.text)-1]
		f.at = append(f.at[:len(f.text)], int32(end))
	}
	return f
}

// bare is a letter, small and without its accent.
func bare(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFD.Properties(buf[:n]).Decomposition(); d != nil {
		r, _ = utf8.DecodeRune(d)
	}
	switch r = unicode.ToLower(r); r { // letters that Unicode takes for whole
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	}
	return r
}

// index is where a word of f begins with word, looked for from byte from on,
// or -1.
func (f folded) index(word string, from int) int {
	for from <= len(f.text) {
		i := strings.Index(f.text[from:], word)
		if i < 0 {
			return -1
		}
		i += from
		if i == 0 || f.text[i-1] == ' ' {
			return i
		}
		from = i + 1
	}
	return -1
}

// span is where bytes start to end of f.text stand in the original, accents
// included.
func (f folded) span(start, end int) (from, to int) { return int(f.at[start]), int(f.at[end]) }
