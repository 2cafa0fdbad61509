package lexeme

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lower returns text in lower case by the full rules of Unicode: İ becomes
// two code points, and Σ becomes ς at the end of a word.
func Lower(text string) string {
	changes, plain := false, true
	for i := range len(text) {
		b := text[i]
		changes = changes || b >= 'A' && b <= 'Z'
		plain = plain && b < utf8.RuneSelf
	}
	if plain {
		if !changes {
			return text
		}
		return strings.ToLower(text)
	}
	var out strings.Builder
	out.Grow(len(text))
	for i, r := range text {
		switch r {
		case 'İ':
			out.WriteString("i\u0307")
		case 'Σ':
			if endsWord(text, i) {
				out.WriteRune('ς')
			} else {
				out.WriteRune('σ')
			}
		default:
			out.WriteRune(unicode.ToLower(r))
		}
	}
	return out.String()
}

// endsWord reports whether the Σ at byte i has a cased letter before it and
// none after it, case-ignorable characters left aside.
func endsWord(text string, i int) bool {
	before, after := text[:i], text[i+len("Σ"):]
	cased := false
	for before != "" {
		r, n := utf8.DecodeLastRuneInString(before)
		if !ignorable(r) {
			cased = isCased(r)
			break
		}
		before = before[:len(before)-n]
	}
	if !cased {
		return false
	}
	for _, r := range after {
		if !ignorable(r) {
			return !isCased(r)
		}
	}
	return true
}

// isCased is the Unicode property Cased.
func isCased(r rune) bool {
	return unicode.In(r, unicode.Lu, unicode.Ll, unicode.Lt, unicode.Other_Lowercase, unicode.Other_Uppercase)
}

// ignorable is the Unicode property Case_Ignorable.
func ignorable(r rune) bool {
	switch r {
	case '\'', '.', ':',
		'\u00b7', '\u0387', '\u055f', '\u05f4', '\u2018', '\u2019', '\u2024',
		'\u2027', '\ufe13', '\ufe52', '\ufe55', '\uff07', '\uff0e', '\uff1a':
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}
