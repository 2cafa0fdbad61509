package names

import (
	"strings"
	"unicode/utf8"
)

// definedVotes lets the words that an acronym stands for tell what it is: a
// thing in "reactive oxygen species (ROS)" and "ROS [Reactive Oxygen Species]",
// a body in "Coastal Harbour Agency (CHA)".
func (f *finder) definedVotes() {
	for i := 1; i+1 < len(f.Tokens); i++ {
		if w := f.Tokens[i].Text; w != "(" && w != "[" {
			continue
		}
		if start := f.standsBefore(i, f.Tokens[i+1].Text); start < i {
			f.defines(start, i, i+1)
		}
		if end := f.standsBehind(i+1, f.Tokens[i-1].Text); end > i+1 {
			f.defines(i+1, end, i-1)
		}
	}
}

// defines lets the long form from start to end tell what the acronym at token
// i is.
func (f *finder) defines(start, end, i int) {
	if f.meansThing(start, end) {
		f.vote(f.Tokens[i].Text).other += 99
		f.vote(f.Text(start, end)).other += 99
		return
	}
	for k := start; k < end; k++ {
		if f.nameWord(k) {
			f.vote(f.Tokens[i].Text).org += 3
			return
		}
	}
}

// standsBefore returns where the words that end before token end and have the
// acronym's letters for initials start; end if there are none.
func (f *finder) standsBefore(end int, short string) int {
	letters := acronymLetters(short)
	i := end
	for n := len(letters) - 1; n >= 0 && i > 0 && f.Tokens[i-1].Line == f.Tokens[end].Line; n-- {
		if i--; !begins(f.Tokens[i].Text, letters[n]) {
			return end
		}
	}
	if end-i < len(letters) {
		return end
	}
	return i
}

// standsBehind returns where the words that start at token start and have the
// acronym's letters for initials end; start if there are none.
func (f *finder) standsBehind(start int, short string) int {
	letters := acronymLetters(short)
	i := start
	for n := 0; n < len(letters) && i < len(f.Tokens) && f.Tokens[i].Line == f.Tokens[start].Line; n++ {
		if !begins(f.Tokens[i].Text, letters[n]) {
			return start
		}
		i++
	}
	if i-start < len(letters) {
		return start
	}
	return i
}

// acronymLetters are the letters of an acronym, or nothing if it is none.
func acronymLetters(w string) string {
	if !acronym(w) {
		return ""
	}
	return strings.ToLower(strings.NewReplacer(".", "", "-", "").Replace(w))
}

func begins(word string, letter byte) bool {
	return word != "" && strings.ToLower(word[:1])[0] == letter
}

// meansThing reports whether the long form of an acronym is no body: its last
// word is that of a thing, or all are written small and the last is no body's.
func (f *finder) meansThing(start, end int) bool {
	last := f.Tokens[end-1].Lower
	if f.Lex.In("thing", last) {
		return true
	}
	if _, body := f.Lex.OrgWords[last]; body {
		return false
	}
	for k := start; k < end; k++ {
		if r, _ := utf8.DecodeRuneInString(f.Tokens[k].Text); r >= utf8.RuneSelf || f.capital(k) && k > f.Sents[f.Tokens[k].Sent].Start {
			return false
		}
	}
	return true
}
