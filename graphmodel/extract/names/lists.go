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

// Names of organisations that are also common words: they count only where
// the language layer sees a name, or another place speaks for it.
var commonBodies = map[string]bool{
	"Time": true, "Slate": true, "Meta": true, "Apple": true, "Amazon": true, "Shell": true, "Intel": true, "Axios": true,
	"Telegram": true, "Wagner": true, "Lords": true, "Commons": true, "Treasury": true, "Fed": true,
	"Labour": true, "Tory": true, "Conservative": true, "Republican": true, "Democrat": true, "WHO": true, "RT": true, "AU": true, "Uber": true,
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
		if end == i+1 && commonBodies[f.Tokens[i].Text] && !f.bodyHere(i) {
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
	if t.Label == "ORG" || t.Label == "PRODUCT" || t.Label == "WORK_OF_ART" {
		return true
	}
	if e := i + 1; e < len(f.Tokens) && f.Tokens[e].Sent == t.Sent && (f.roleAt(e) >= 0 || f.Tokens[e].Lower == "government" || f.Tokens[e].Lower == "party") && t.Label != "PERSON" {
		return true
	}
	first := f.Sents[t.Sent].Start == i
	switch {
	case t.Pos != "PROPN" || t.Label == "LOC" || t.Label == "PERSON" || f.titleCase(t.Line):
		return false
	case i+1 < len(f.Tokens) && f.capital(i+1) && !first:
		return t.Dep == "compound"
	}
	return t.Dep != "compound" || t.Text == "Labour"
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
	before, after := "", ""
	if start > 0 && f.Tokens[start-1].Line == f.Tokens[start].Line {
		before = f.Tokens[start-1].Text
	}
	if end < len(f.Tokens) && f.Tokens[end].Line == f.Tokens[start].Line {
		after = f.Tokens[end].Text
	}
	switch before {
	case "Latin", "Central", "South", "North", "Northern", "New":
		if e.Key == "US" || before == "New" || before == "Northern" && e.Key == "IE" {
			return false
		}
	}
	if f.Lex.In("place", after) || after == "Sea" || e.Form == graphmodel.FormDemonym && after == "language" {
		return false
	}
	t := &f.Tokens[start]
	if t.Label == "PERSON" && end == start+1 {
		return f.vote(t.Text).person < 4 && start+1 < len(f.Tokens) && f.Tokens[end].Label != "PERSON" && (start == 0 || f.Tokens[start-1].Label != "PERSON")
	}
	switch {
	case t.Text == "US" && f.titleCase(t.Line) && strings.ToUpper(f.Text(f.Lines[t.Line].Start, f.Lines[t.Line].End)) == f.Text(f.Lines[t.Line].Start, f.Lines[t.Line].End):
		return t.Label != ""
	case e.Form == graphmodel.FormMetonym:
		return f.capitalActs(start, end)
	case t.Pos == "VERB" || t.Pos == "ADV":
		return false
	}
	return true
}

// capitalActs reports whether a capital city stands for its government: it
// says or does something that states do, or something of the state is its.
func (f *finder) capitalActs(start, end int) bool {
	head := f.Headed(start, end)
	t := &f.Tokens[head]
	up := &f.Tokens[t.Head]
	switch t.Dep {
	case "nsubj":
		return up.Pos == "VERB" && (f.Lex.In("say", up.Lemma) || f.Lex.In("plan", up.Lemma) || f.Lex.In("fail", up.Lemma) || f.Lex.In("deny", up.Lemma) ||
			len(f.Lex.Verbs[up.Lemma]) > 0 || up.Lemma == "know" || up.Lemma == "commit")
	case "nsubjpass":
		return up.Lemma == "commit"
	case "poss":
		return up.Pos == "NOUN" && !f.Lex.In("place", up.Text) && up.Lemma != "street" && up.Lemma != "airport" && up.Lemma != "mayor" && up.Lemma != "centre"
	case "agent":
		return true
	}
	return (t.Dep == "pobj" && up.Lower == "between") || (t.Dep == "conj" && up.Pos == "PROPN" && f.Tokens[up.Head].Lower == "between")
}
