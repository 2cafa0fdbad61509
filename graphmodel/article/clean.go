package article

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	shownLength = 120 // letters of a name that a message shows
	replacement = '\uFFFD'
)

// clean takes out of a text what would be harmful or misleading on a screen
// or a terminal, and says so. Characters are replaced one for one, so that
// every place in the text stays where it was in the file.
func clean(text string) (string, []string) {
	var notes []string
	controls := 0
	// Files of the first Macs end their lines with a carriage return alone.
	oldMac := !strings.Contains(text, "\n") && strings.Count(text, "\r") > 1
	text = strings.Map(func(r rune) rune {
		switch {
		case oldMac && r == '\r':
			return '\n'
		case isControl(r):
			controls++
			return replacement
		}
		return r
	}, text)
	if controls > 0 {
		notes = append(notes, fmt.Sprintf("%s replaced by \uFFFD.", count(controls, "control character was", "control characters were")))
	}
	if hidden := strings.IndexFunc(text, isHidden); hidden >= 0 {
		r, _ := utf8.DecodeRuneInString(text[hidden:])
		notes = append(notes, fmt.Sprintf("The text holds invisible characters, for example %U: names that look alike may differ.", r))
	}
	if word := mixedWord(text); word != "" {
		notes = append(notes, fmt.Sprintf("The word %q mixes letters of two alphabets: it only looks like another word.", Shown(word)))
	}
	return text, notes
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// isControl reports control characters that are no white space. A terminal
// takes some of them as commands.
func isControl(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\u0085':
		return false
	}
	return unicode.IsControl(r)
}

// isHidden reports characters that change how a text looks without being
// seen: those that turn the direction of writing, that have no width, and
// the tag letters.
func isHidden(r rune) bool {
	switch {
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x061C, r == 0x200E, r == 0x200F:
		return true
	case r == 0x200B, r == 0x2060, r == 0xFEFF:
		return true
	}
	return r >= 0xE0000 && r <= 0xE007F
}

// mixedWord returns the first word that has both Latin letters and Cyrillic
// or Greek ones.
func mixedWord(text string) string {
	start, latin, other := -1, false, false
	for i, r := range text {
		if unicode.IsLetter(r) {
			if start < 0 {
				start, latin, other = i, false, false
			}
			latin = latin || r < utf8.RuneSelf
			other = other || r >= 0x370 && r <= 0x52F && unicode.In(r, unicode.Cyrillic, unicode.Greek)
			continue
		}
		if start >= 0 && latin && other {
			return text[start:i]
		}
		start = -1
	}
	if start >= 0 && latin && other {
		return text[start:]
	}
	return ""
}

func hasLetter(text string) bool { return strings.IndexFunc(text, unicode.IsLetter) >= 0 }

// oneLine makes a title or a name of what a file says it is: one line,
// nothing in it that a screen would not show.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if isControl(r) || isHidden(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// Shown is a name as a message may show it: on one line, without characters
// that a terminal obeys or that turn the direction of writing, and not
// without end.
func Shown(name string) string {
	runes := []rune(strings.ToValidUTF8(name, "\uFFFD"))
	for i, r := range runes {
		if unicode.IsControl(r) || isHidden(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Co) {
			runes[i] = replacement
		}
	}
	if len(runes) > shownLength {
		half := shownLength/2 - 1
		runes = append(append(runes[:half:half], '…'), runes[len(runes)-half:]...)
	}
	return string(runes)
}
