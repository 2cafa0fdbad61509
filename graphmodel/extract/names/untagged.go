package names

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// allStretches are what may be names, in order of the text: what the
// language layer tagged, and with an empty label what it left out though it is
// written like a name.
func (f *finder) allStretches() []page.Ent {
	var all []page.Ent
	next := 0
	for i := 0; i < len(f.Tokens); i++ {
		if next < len(f.Ents) && f.Ents[next].Start == i {
			all = append(all, f.parts(f.Ents[next])...)
			i = f.Ents[next].End - 1
			next++
			continue
		}
		if end := f.untaggedRun(i); end > i {
			all = append(all, page.Ent{Start: i, End: end})
			i = end - 1
		}
	}
	return all
}

// parts takes apart what the language layer took for one person though a
// possessive stands in it: "Civic Union's Ann Smith".
func (f *finder) parts(e page.Ent) []page.Ent {
	for k := e.Start + 1; k < e.End-1 && e.Label == "PERSON"; k++ {
		if f.Tokens[k].Tag == "POS" {
			return []page.Ent{{Start: e.Start, End: k}, {Start: k + 1, End: e.End, Label: e.Label}}
		}
	}
	return []page.Ent{e}
}

// untaggedRun returns where the capitals without a label that start at token i
// end; i if there are none. One capital that starts a sentence is none, unless
// people bear that name.
func (f *finder) untaggedRun(i int) int {
	end := i
	for end < len(f.Tokens) && (end == i || f.joined(end-1, end)) && f.untaggedWord(end) {
		end++
		if end+1 < len(f.Tokens) && f.hyphen(end) && f.untaggedWord(end+1) {
			end += 2
		}
	}
	if i > 0 && f.hyphen(i-1) {
		return i
	}
	first := i == f.Sents[f.Tokens[i].Sent].Start
	if end-i > 4 || end == i+1 && first && !f.Lex.PersonNames.Has(f.Tokens[i].Text) && !f.Lex.In("given", f.Tokens[i].Text) {
		return i
	}
	return end
}

func (f *finder) untaggedWord(i int) bool {
	t := &f.Tokens[i]
	return t.Label == "" && t.Tag == "NNP" && f.capital(i) && !f.titleCase(t.Line) && f.roleAt(i) == page.None
}

// untagged takes a stretch without a label for a person or a body if enough
// around it says so.
func (f *finder) untagged(start, end int) {
	if f.noBody(start, end) || f.nameWord(end-1) {
		return
	}
	switch v := f.vote(f.Text(start, end)); {
	case v.kind() == graphmodel.Person && v.person >= 2.5:
		f.add(candidate{start: start, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: 30})
	case v.kind() == graphmodel.Organisation && v.org >= 3:
		f.add(candidate{start: start, end: end, kind: graphmodel.Organisation, form: f.formOf(start, end), rank: 30})
	}
}

// givenNames finds people that the language layer missed: a given name with
// capitals behind it.
func (f *finder) givenNames() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if !f.Lex.In("given", t.Text) || t.Label == "ORG" || t.Label == "FAC" || t.Label == "WORK_OF_ART" || f.titleCase(t.Line) {
			continue
		}
		if i > 0 && f.joined(i-1, i) && f.properAt(i-1) && f.roleEnding(i) == page.None {
			continue
		}
		end := f.personRun(i)
		if end-i >= 2 && end-i <= 4 && f.vote(f.Text(i, end)).org < 3 {
			f.add(candidate{start: i, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: 54})
		}
	}
}
