package names

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// titled finds people by the office or honorific before their name.
func (f *finder) titled() {
	for i := range f.Tokens {
		if i == 0 || f.Tokens[i-1].Sent != f.Tokens[i].Sent || !f.properAt(i) {
			continue
		}
		before := f.Tokens[i-1]
		honorific := f.Lex.In("honorific", before.Text)
		if !honorific && !f.officeBefore(i) {
			continue
		}
		end := f.personRun(i)
		if end == i || !honorific && !f.looksPersonal(i, end, f.capital(i-1)) {
			continue
		}
		f.add(candidate{start: i, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: 58, female: f.genderOf(before)})
	}
}

// officeBefore reports whether an office of one person ends right before
// token i, and none starts there.
func (f *finder) officeBefore(i int) bool {
	return f.roleEnding(i) != page.None && !strings.HasSuffix(f.Tokens[i-1].Lower, "s") && f.roleAt(i) == page.None
}

// genderOf is what an office or honorific says of its holder.
func (f *finder) genderOf(t page.Token) draft.Gender {
	switch {
	case f.Lex.In("female", t.Text) || f.Lex.In("female", t.Lower):
		return draft.Female
	case f.Lex.In("male", t.Text) || f.Lex.In("male", t.Lower):
		return draft.Male
	}
	return draft.Unknown
}

// looksPersonal reports whether capitals after an office can be the holder's
// name.
func (f *finder) looksPersonal(start, end int, titleCapital bool) bool {
	v := f.vote(f.Text(start, end))
	if v.kind() == graphmodel.Person {
		return true
	}
	if v.org > 3.5 || v.other >= 4 {
		return false
	}
	return end-start >= 2 || (titleCapital && v.org+v.other < 2)
}

// personRun returns where the name that starts at i ends.
func (f *finder) personRun(i int) int {
	end := i
	for end < len(f.Tokens) && end-i < 7 && (end == i || f.joined(end-1, end)) {
		step := f.personStep(i, end)
		if step == 0 {
			break
		}
		end += step
	}
	return f.runEnd(i, end)
}

// personStep is how many tokens from end on belong to the name that starts at
// i; 0 if it is over.
func (f *finder) personStep(i, end int) int {
	t := &f.Tokens[end]
	if f.endsName(end) || end > i && t.Label != "PERSON" && f.roleAt(end) != page.None {
		return 0
	}
	if f.capital(end) && !small[t.Pos] && (t.Label == "PERSON" || !f.countryAt(end)) {
		return 1
	}
	if end == i {
		return 0
	}
	return f.smallStep(end)
}

// small are the sorts of words that are in no name of a person, even where they
// have a capital.
var small = map[string]bool{"DET": true, "PRON": true, "ADP": true, "SCONJ": true, "AUX": true}

// endsName reports whether the word at k cannot be of a person's name.
func (f *finder) endsName(k int) bool {
	t := &f.Tokens[k]
	return t.Tag == "POS" || t.Label == "DATE" || f.nameWord(k) || f.Lex.In("place", t.Text) && !f.surnameHere(k)
}

// smallStep is how many tokens a particle, hyphen or full stop inside a name
// takes.
func (f *finder) smallStep(end int) int {
	t, last := &f.Tokens[end], &f.Tokens[end-1]
	if t.Text == "." && len(last.Text) == 1 {
		return 1
	}
	if end+1 >= len(f.Tokens) {
		return 0
	}
	next := &f.Tokens[end+1]
	switch {
	case f.particle(t.Lower) && f.capital(end+1):
		return 1
	case f.particle(t.Lower) && next.Text == "-" && end+2 < len(f.Tokens) && f.capital(end+2):
		return 3
	case f.hyphen(end) && (f.capital(end+1) || last.Label == "PERSON" || next.Tag == "NNP"):
		return 2
	}
	return 0
}

// hyphen reports whether token i is a hyphen inside a word.
func (f *finder) hyphen(i int) bool {
	return i > 0 && f.Tokens[i].Text == "-" && !f.Tokens[i-1].Space && !f.Tokens[i].Space
}

// runEnd takes back what cannot end a name.
func (f *finder) runEnd(start, end int) int {
	for end > start {
		t := &f.Tokens[end-1]
		if t.Pos == "PUNCT" || f.particle(t.Lower) && !f.capital(end-1) {
			end--
			continue
		}
		break
	}
	return end
}

func (f *finder) particle(w string) bool {
	switch w {
	case "bin", "ibn", "al", "el", "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ben", "abu", "y":
		return true
	}
	return false
}

func (f *finder) countryAt(i int) bool {
	_, _, ok := f.longest(f.Lex.Countries, i)
	return ok
}

// tagged takes over what the language layer sees as names.
func (f *finder) tagged() {
	for _, e := range f.stretches {
		start, end := f.trim(e.Start, e.End)
		if start >= end || !f.nameLike(start, end) {
			continue
		}
		switch e.Label {
		case "PERSON":
			f.taggedPerson(start, end)
		case "ORG", "PRODUCT", "WORK_OF_ART", "NORP", "GPE", "FAC", "LOC":
			f.taggedOrg(start, end, e.Label)
		case "":
			f.untagged(start, end)
		}
	}
	f.givenNames()
}

// nameLike reports whether a tagged stretch is written like a name at all.
func (f *finder) nameLike(start, end int) bool {
	line := f.Tokens[start].Line
	if f.titleCase(line) || end-start == 1 && f.commonNoun(start) {
		return false
	}
	proper := false
	for k := start; k < end; k++ {
		if f.properAt(k) && f.Tokens[k].Pos != "ADJ" {
			proper = true
		}
		if t := f.Tokens[k].Text; strings.ContainsAny(t, "\"“”$£€@#") || t == "vs" || t == "vs." {
			return false
		}
	}
	return proper
}

// commonNoun reports whether the word at i starts a sentence, is a common noun
// for the tagger and nobody's name: "Email:", "Laughter.".
func (f *finder) commonNoun(i int) bool {
	t := &f.Tokens[i]
	return (t.Tag == "NN" || t.Tag == "NNS") && i == f.Sents[t.Sent].Start && !f.Lex.PersonNames.Has(t.Text)
}

func (f *finder) taggedPerson(start, end int) {
	tagged := f.vote(f.Text(start, end))
	if end == start+1 && f.firstNameBefore(start, end) {
		start--
	}
	if at := f.roleAt(start); at != page.None && at < end && f.Tokens[start].Text != "King" {
		start = at
	}
	if run := f.personRun(start); run > start {
		end = run
	}
	rank := 40
	if end-start > 1 {
		rank = 55
	}
	v := f.vote(f.Text(start, end))
	if *v == (vote{}) {
		v = tagged // the name was tagged shorter or longer than it is
	}
	switch {
	case v.kind() == graphmodel.Organisation && v.org >= 3:
		f.add(candidate{start: start, end: end, kind: graphmodel.Organisation, form: f.formOf(start, end), rank: 50})
	case v.other >= v.person || !f.hasCapitalLetter(start, end):
		return
	default:
		f.add(candidate{start: start, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: rank})
	}
}

// firstNameBefore reports whether the word before a tagged name belongs to it:
// a capital that hangs on it, is tagged as nothing else and is no title.
func (f *finder) firstNameBefore(start, end int) bool {
	if start == 0 || !f.joined(start-1, start) || !f.properAt(start-1) {
		return false
	}
	t := &f.Tokens[start-1]
	switch t.Label {
	case "GPE", "NORP", "ORG":
		return false
	}
	if t.Pos != "PROPN" || t.Head < start || t.Head >= end || f.Lex.In("honorific", t.Text) {
		return false
	}
	return f.roleEnding(start) == page.None && !f.countryAt(start-1)
}

func (f *finder) hasCapitalLetter(start, end int) bool {
	for k := start; k < end; k++ {
		if f.properAt(k) {
			return true
		}
	}
	return false
}

func (f *finder) taggedOrg(start, end int, label string) {
	end = f.beforeHolder(start, end)
	if start >= end || f.noBody(start, end) {
		return
	}
	v := f.vote(f.Text(start, end))
	switch v.kind() {
	case graphmodel.Person:
		sure := v.person >= 3 && v.person > v.other+1 || f.Lex.In("given", f.Text(start, end))
		if label == "ORG" || sure {
			f.add(candidate{start: start, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: 40})
		}
	case graphmodel.Organisation:
		if label == "ORG" || v.org >= 2 {
			f.add(candidate{start: start, end: end, kind: graphmodel.Organisation, form: f.formOf(start, end), rank: 50})
		}
	}
}

// beforeHolder is where a name ends that an office inside it parts from the
// holder of that office.
func (f *finder) beforeHolder(start, end int) int {
	for k := start + 1; k < end; k++ {
		if f.capital(k) && f.roleAt(k) != page.None && !f.nameWord(end-1) {
			return k
		}
	}
	return end
}

// noBody reports whether a stretch is a country, a law, an office or a name
// that the list knows to be no organisation.
func (f *finder) noBody(start, end int) bool {
	known, ok := f.Lex.Bodies.Find(f.Text(start, end))
	return f.countryOnly(start, end) || f.measureName(start, end) || ok && known.Sort == "none" || f.roleAt(start) == end
}

// countryOnly reports whether a stretch is a country and no more.
func (f *finder) countryOnly(start, end int) bool {
	_, ok := f.Lex.Countries.Find(f.Text(start, end))
	return ok
}

// measureName reports whether a name is that of a law or treaty.
func (f *finder) measureName(start, end int) bool {
	for k := start; k < end; k++ {
		w := f.Tokens[k].Lower
		m, ok := f.Lex.Measures[w]
		if ok && f.capital(k) && (k == end-1 || k == start || isNumber(f.Tokens[end-1].Text)) && m.Sort != "unit" && !f.nameWord(k) {
			return true
		}
	}
	return false
}

func isNumber(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func (f *finder) formOf(start, end int) graphmodel.Form {
	if end-start == 1 && acronym(f.Tokens[start].Text) {
		return graphmodel.FormAcronym
	}
	return graphmodel.FormName
}
