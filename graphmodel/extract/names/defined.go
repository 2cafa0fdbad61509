package names

import (
	"strings"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// definedVotes lets the words that an acronym stands for tell what it is: a
// thing in "reactive oxygen species (ROS)" and "ROS [Reactive Oxygen Species]",
// a body in "Coastal Harbour Agency (CHA)".
func (f *finder) definedVotes() {
	for i := 1; i+1 < len(f.Tokens); i++ {
		if w := f.Tokens[i].Text; w != "(" && w != "[" {
			continue
		}
		for _, all := range [...]bool{true, false} {
			start, end := f.standsBefore(i, f.Tokens[i+1].Text, all), f.standsBehind(i+1, f.Tokens[i-1].Text, all)
			if start < i {
				f.defines(start, i, i+1)
			}
			if end > i+1 {
				f.defines(i+1, end, i-1)
			}
			if start < i || end > i+1 {
				break
			}
		}
	}
}

// defines lets the long form from start to end tell what the acronym at token
// i is; a body's is one name as far as the acronym's letters reach.
func (f *finder) defines(start, end, i int) {
	if f.meansThing(start, end) {
		f.vote(f.Tokens[i].Text).other += 99
		f.vote(f.Text(start, end)).other += 99
		return
	}
	for k := start; k < end; k++ {
		if !f.nameWord(k) {
			continue
		}
		f.vote(f.Tokens[i].Text).org += 3
		if f.capital(start) && f.capital(end-1) && f.roleAt(start) == page.None {
			f.add(candidate{start: f.leftOf(start), end: end, kind: graphmodel.Organisation, form: graphmodel.FormName, orgSort: f.Lex.OrgWords[f.Tokens[k].Lower].Sort, rank: 60})
		}
		return
	}
}

// standsBefore returns where the words that end before token end and have the
// acronym's letters for initials start; end if there are none. Small words have
// a letter too if all have one.
func (f *finder) standsBefore(end int, short string, all bool) int {
	letters := acronymLetters(short)
	i, n := end, len(letters)-1
	for ; n >= 0 && i > 0 && f.Tokens[i-1].Line == f.Tokens[end].Line; i-- {
		if w := &f.Tokens[i-1]; begins(w.Text, letters[n]) && (all || !f.unlettered(w)) {
			n--
		} else if all || i == end || !f.unlettered(w) {
			return end
		}
	}
	if n >= 0 {
		return end
	}
	return i
}

// standsBehind returns where the words that start at token start and have the
// acronym's letters for initials end; start if there are none. Small words have
// a letter too if all have one.
func (f *finder) standsBehind(start int, short string, all bool) int {
	letters := acronymLetters(short)
	i, n := start, 0
	for ; n < len(letters) && i < len(f.Tokens) && f.Tokens[i].Line == f.Tokens[start].Line; i++ {
		if w := &f.Tokens[i]; begins(w.Text, letters[n]) && (all || !f.unlettered(w)) {
			n++
		} else if all || i == start || !f.unlettered(w) {
			return start
		}
	}
	if n < len(letters) {
		return start
	}
	return i
}

// unlettered reports whether an acronym may pass over a small word: the "of"
// and "and" of "Institute of Tides and Currents (ITC)".
func (f *finder) unlettered(t *page.Token) bool {
	switch t.Lower {
	case "of", "and", "for", "the", "on", "&":
		return true
	}
	return false
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
