package measures

import (
	"unicode"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// modified reports whether a noun that is always an instrument is narrower
// than a topic: it has a content word, a place or a purpose.
func (f *finder) modified(m found, poss int) bool {
	if len(m.content) > 0 {
		return true
	}
	if poss >= 0 && f.Tokens[poss].Pos != "PRON" {
		return f.ThingAt(poss) >= 0
	}
	return f.made(m.head)
}

// made reports whether a verb or noun of policy takes the noun: somebody
// imposes, signs, announces it.
func (f *finder) made(i int) bool {
	up := f.Tokens[i].Head
	t := &f.Tokens[up]
	dep := f.Tokens[i].Dep
	if t.Pos != "VERB" || dep != "dobj" && dep != "nsubjpass" && dep != "attr" {
		if dep == "pobj" && t.Lower == "of" {
			switch f.Tokens[t.Head].Lemma {
			case "introduction", "imposition", "launch", "adoption", "repeal", "withdrawal", "approval", "announcement", "signing", "lifting", "expiry":
				return true
			}
		}
		return false
	}
	for _, fr := range f.Lex.Verbs[t.Lemma] {
		switch fr.Link {
		case graphmodel.Adopts, graphmodel.Proposes, graphmodel.Repeals, graphmodel.Runs, graphmodel.TakesPartIn, graphmodel.Hosts:
			if fr.To == "obj" && fr.Allows(f.sortOf(i)) {
				return true
			}
		}
	}
	return false
}

func (f *finder) sortOf(i int) graphmodel.MeasureSort {
	_, w, _ := f.word(i)
	return w.Sort
}

// policy reports whether a noun that is an instrument only sometimes is one
// here: a word of policy stands with it, or somebody makes it.
func (f *finder) policy(m found, poss int) bool {
	policyWord, named := false, false
	for k := m.start; k < m.end; k++ {
		t := &f.Tokens[k]
		if k == m.head {
			continue
		}
		if k < m.head && f.Lex.In("policyword", t.Lower) && (t.Dep == "amod" || t.Dep == "compound" || t.Dep == "nmod" || t.Dep == "conj" || t.Dep == "punct") {
			policyWord = true
		}
		if c := f.ThingAt(k); c >= 0 && f.Things[c].Kind != graphmodel.Measure && f.Things[c].Kind != graphmodel.Person {
			named = true
		}
	}
	if poss >= 0 {
		if c := f.ThingAt(poss); c >= 0 {
			named = true
		}
	}
	long := len(m.content) >= 2
	made := f.made(m.head)
	return policyWord && (named || made || long) || made && (long || named || len(m.content) > 0) || named && long && policyWord
}

// isNew reports whether the text says that a body is being made: then it is a
// measure, else an organisation.
func (f *finder) isNew(m found) bool {
	fresh := false
	for k := m.start; k < m.head; k++ {
		switch f.Tokens[k].Lower {
		case "new", "proposed", "first", "planned", "naval", "multinational", "judge-led":
			fresh = true
		}
	}
	up := f.Tokens[m.head].Head
	if dep := f.Tokens[m.head].Dep; dep == "dobj" || dep == "nsubjpass" {
		switch f.Tokens[up].Lemma {
		case "create", "launch", "establish", "announce", "form", "propose", "found":
			return f.Tokens[m.head].Tag != "NNS"
		case "set":
			return f.Kid(up, "prt") != page.None
		}
	}
	return fresh && len(m.content) > 0
}

// capitalName reports whether the noun at i is part of a proper name: with a
// capital, and a number or another capital beside it.
func (f *finder) capitalName(i int) bool {
	if !upper(f.Tokens[i].Text) {
		return false
	}
	if i+1 < len(f.Tokens) && f.Tokens[i+1].Sent == f.Tokens[i].Sent {
		next := f.Tokens[i+1].Text
		if next[0] >= '0' && next[0] <= '9' || next == "No." || next == "of" && upper(f.Tokens[min(i+2, len(f.Tokens)-1)].Text) {
			return true
		}
	}
	return i > f.Sents[f.Tokens[i].Sent].Start && upper(f.Tokens[i-1].Text) && f.Tokens[i-1].Pos == "PROPN" && !f.inName(i-1)
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
