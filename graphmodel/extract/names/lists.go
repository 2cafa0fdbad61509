package names

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/lexicon"
)

// longest finds the longest name of a list that starts at token i.
func (f *finder) longest(g *lexicon.Gazetteer, i int) (lexicon.Entry, int, bool) {
	room := g.Longest(f.Tokens[i].Text)
	if room == 0 {
		return lexicon.Entry{}, 0, false
	}
	last := f.Sents[f.Tokens[i].Sent].End
	start := f.Tokens[i].Start
	end := i + 1
	for end < last && f.Tokens[end].End-start <= room+4 {
		end++
	}
	for ; end > i; end-- {
		if e, ok := g.Find(f.Text(i, end)); ok {
			return e, end, true
		}
	}
	return lexicon.Entry{}, 0, false
}

// scanBodies finds the organisations that the list knows.
func (f *finder) scanBodies() {
	for i := 0; i < len(f.Tokens); i++ {
		if !f.capital(i) && f.Tokens[i].Text != "the" {
			continue
		}
		e, end, ok := f.longest(f.Lex.Bodies, i)
		if !ok || e.Sort == "none" {
			continue
		}
		// A name that is also a common word counts only where the language
		// layer sees a name, or another place speaks for it.
		if end == i+1 && f.Lex.In("commonbody", f.Tokens[i].Text) && !f.bodyHere(i) {
			continue
		}
		start := i
		for start < end && f.Tokens[start].Lower == "the" {
			start++
		}
		f.add(candidate{start: start, end: end, kind: graphmodel.Organisation, entry: e, form: e.Form, orgSort: e.Sort, rank: 60})
		i = end - 1
	}
}

// bodyHere reports whether a common word is the name of an organisation at
// token i: the language layer says so, or it stands among others.
func (f *finder) bodyHere(i int) bool {
	t := &f.Tokens[i]
	switch t.Label {
	case "ORG", "PRODUCT", "WORK_OF_ART":
		return true
	case "PERSON":
		return false
	}
	if f.beforeOffice(i + 1) {
		return true
	}
	if t.Pos != "PROPN" || t.Label == "LOC" || f.titleCase(t.Line) {
		return false
	}
	if i+1 < len(f.Tokens) && f.capital(i+1) && f.Sents[t.Sent].Start != i {
		return t.Dep == "compound"
	}
	return t.Dep != "compound"
}

// beforeOffice reports whether an office or a government stands at token i,
// so that a party may stand before it.
func (f *finder) beforeOffice(i int) bool {
	if i >= len(f.Tokens) || f.Tokens[i].Sent != f.Tokens[i-1].Sent {
		return false
	}
	return f.roleAt(i) >= 0 || f.Tokens[i].Lower == "government" || f.Tokens[i].Lower == "party"
}

// scanCountries finds countries by name, adjective and capital.
func (f *finder) scanCountries() {
	for i := 0; i < len(f.Tokens); i++ {
		if !f.capital(i) {
			continue
		}
		e, end, ok := f.longest(f.Lex.Countries, i)
		if !ok || !f.countryHere(e, i, end) {
			continue
		}
		rank := 45
		if end-i > 1 {
			rank = 57
		}
		f.add(candidate{start: i, end: end, kind: graphmodel.Country, entry: e, form: e.Form, rank: rank})
		i = end - 1
	}
}

func (f *finder) countryHere(e lexicon.Entry, start, end int) bool {
	if f.largerPlace(e, start, end) {
		return false
	}
	t := &f.Tokens[start]
	switch {
	case t.Label == "PERSON" && end == start+1:
		return f.vote(t.Text).person < 4 && !f.person(end, true) && !f.person(start-1, false)
	case t.Text == "US" && f.capitals(t.Line):
		return t.Label != "" // "US" may be "us" in capitals
	case e.Form == graphmodel.FormMetonym:
		return f.capitalActs(start, end)
	case t.Pos == "VERB" || t.Pos == "ADV":
		return false
	}
	return true
}

// person reports whether token i is tagged as a person; outside is the answer
// for no token.
func (f *finder) person(i int, outside bool) bool {
	if i < 0 || i >= len(f.Tokens) {
		return outside
	}
	return f.Tokens[i].Label == "PERSON"
}

// capitals reports whether a heading is all in capitals.
func (f *finder) capitals(line int) bool {
	text := f.Text(f.Lines[line].Start, f.Lines[line].End)
	return f.titleCase(line) && strings.ToUpper(text) == text
}

// largerPlace reports whether the words around a country's name make it the
// name of something else: Latin America, the Sea of Japan, the French language.
func (f *finder) largerPlace(e lexicon.Entry, start, end int) bool {
	line := f.Tokens[start].Line
	if start > 0 && f.Tokens[start-1].Line == line {
		switch before := f.Tokens[start-1].Text; before {
		case "New":
			return true
		case "Northern":
			if e.Key == "IE" || e.Key == "US" {
				return true
			}
		case "Latin", "Central", "South", "North":
			if e.Key == "US" {
				return true
			}
		}
	}
	if end >= len(f.Tokens) || f.Tokens[end].Line != line {
		return false
	}
	after := f.Tokens[end].Text
	return f.Lex.In("place", after) || e.Form == graphmodel.FormDemonym && after == "language"
}

// capitalActs reports whether a capital city stands for its government: it
// says or does something that states do, or something of the state is its.
func (f *finder) capitalActs(start, end int) bool {
	t := &f.Tokens[f.Headed(start, end)]
	up := &f.Tokens[t.Head]
	switch t.Dep {
	case "nsubj":
		return up.Pos == "VERB" && f.stateVerb(up.Lemma)
	case "nsubjpass":
		return up.Lemma == "commit"
	case "poss":
		return up.Pos == "NOUN" && !f.Lex.In("place", up.Text) && !cityNoun[up.Lemma]
	case "agent":
		return true
	case "pobj":
		return up.Lower == "between"
	case "conj":
		return up.Pos == "PROPN" && f.Tokens[up.Head].Lower == "between"
	}
	return false
}

// cityNoun are the nouns that belong to a city and not to a state.
var cityNoun = map[string]bool{"street": true, "airport": true, "mayor": true, "centre": true}

// stateVerb reports whether a verb is one of what states do.
func (f *finder) stateVerb(lemma string) bool {
	for _, list := range [...]string{"say", "plan", "fail", "deny"} {
		if f.Lex.In(list, lemma) {
			return true
		}
	}
	return len(f.Lex.Verbs[lemma]) > 0 || lemma == "know" || lemma == "commit"
}
