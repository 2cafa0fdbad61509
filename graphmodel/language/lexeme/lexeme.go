// Package lexeme computes what the language model sees of a token by itself:
// its norm, shape, prefix and suffix, and the ids of these four.
//
// It owns the lexical attributes, among them lower case and white space as
// the model was trained with them, and the table of norms. It refuses to look
// at neighbours: where a token begins and ends belongs to tokenize.
package lexeme

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"byline/graphmodel/language/strhash"
)

// Lengths of the attributes, in code points.
const (
	suffixLength = 3
	longWord     = 100 // a word of this length has the shape "LONG"
	longestRun   = 4   // a run of one kind of character is cut to this in a shape
)

// Lexeme is a token's own attributes. It is shared between tokens and must
// not be changed.
type Lexeme struct {
	Norm, Shape, Prefix, Suffix         string
	NormID, ShapeID, PrefixID, SuffixID uint64
	// IsSpace is set if the token is white space.
	IsSpace bool
}

// New computes the lexeme of a text that has this norm. The strings of the
// lexeme do not hold on to the memory of text.
func New(text, norm string) *Lexeme {
	text = Clean(text)
	l := &Lexeme{
		Norm:    strings.Clone(norm),
		Shape:   Shape(text),
		Prefix:  strings.Clone(Prefix(text)),
		Suffix:  strings.Clone(Suffix(text)),
		IsSpace: IsSpace(text),
	}
	l.NormID = strhash.ID(l.Norm)
	l.ShapeID = strhash.ID(l.Shape)
	l.PrefixID = strhash.ID(l.Prefix)
	l.SuffixID = strhash.ID(l.Suffix)
	return l
}

// Clean replaces every byte that is not part of a UTF-8 character by U+FFFD;
// the model only knows characters.
func Clean(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}

// Prefix returns the first code point of text.
func Prefix(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return text[:n]
}

// Suffix returns the last three code points of text, or all of a shorter one.
func Suffix(text string) string {
	start := len(text)
	for range suffixLength {
		_, n := utf8.DecodeLastRuneInString(text[:start])
		start -= n
	}
	return text[start:]
}

// Shape returns text with every letter replaced by X or x and every digit by
// d, and long runs cut: "Xxxxx-dd" for "Covid-19".
func Shape(text string) string {
	if len(text) >= longWord && utf8.RuneCountInString(text) >= longWord {
		return "LONG"
	}
	var out strings.Builder
	last, run := rune(-1), 0
	for _, r := range text {
		kind := kindOf(r)
		if kind == last {
			run++
		} else {
			last, run = kind, 1
		}
		if run <= longestRun {
			out.WriteRune(kind)
		}
	}
	return out.String()
}

// kindOf returns the character that stands for r in a shape.
func kindOf(r rune) rune {
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.Is(unicode.Nd, r), unicode.Is(otherDigits, r):
		return 'd'
	}
	return r
}

// otherDigits are the characters outside category Nd that have a digit's
// value, superscripts and circled digits among them. Read only.
var otherDigits = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00b2, 0x00b3, 1},
		{0x00b9, 0x00b9, 1},
		{0x1369, 0x1371, 1},
		{0x19da, 0x19da, 1},
		{0x2070, 0x2070, 1},
		{0x2074, 0x2079, 1},
		{0x2080, 0x2089, 1},
		{0x2460, 0x2468, 1},
		{0x2474, 0x247c, 1},
		{0x2488, 0x2490, 1},
		{0x24ea, 0x24ea, 1},
		{0x24f5, 0x24fd, 1},
		{0x24ff, 0x24ff, 1},
		{0x2776, 0x277e, 1},
		{0x2780, 0x2788, 1},
		{0x278a, 0x2792, 1},
	},
	R32: []unicode.Range32{
		{0x10a40, 0x10a43, 1},
		{0x10e60, 0x10e68, 1},
		{0x11052, 0x1105a, 1},
		{0x1f100, 0x1f10a, 1},
	},
	LatinOffset: 2,
}

// SpaceRune reports whether r is white space. The four separators from
// U+001C on are, unlike in package unicode.
func SpaceRune(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r' || r >= 0x1c && r <= 0x1f
	}
	return unicode.IsSpace(r)
}

// IsSpace reports whether text is white space and nothing else.
func IsSpace(text string) bool {
	for _, r := range text {
		if !SpaceRune(r) {
			return false
		}
	}
	return text != ""
}
