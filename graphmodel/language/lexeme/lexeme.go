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
