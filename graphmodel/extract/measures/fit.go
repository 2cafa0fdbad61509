package measures

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/extract/lexicon"
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
	for k := m.start; k < m.head; k++ {
		switch f.Tokens[k].Lower {
		case "draft", "proposed", "planned":
			return true
		}
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
	switch t.Lemma {
	case "provide", "give", "get", "receive", "obtain", "secure", "need", "expect":
		return dep != "attr"
	}
	for _, fr := range f.Frames(up) {
		switch fr.Link {
		case graphmodel.Adopts, graphmodel.Proposes, graphmodel.Repeals, graphmodel.Runs, graphmodel.TakesPartIn, graphmodel.Hosts:
			if fr.To == "obj" && fr.Allows(f.sortOf(i)) {
				return true
			}
		}
	}
	return false
}

// toldApart reports whether the words around a noun of policy tell which one it
// is: it has words of its own and is judged, or is of doing something.
func (f *finder) toldApart(m found) bool {
	return len(m.content) > 0 && f.judged(m.head) || f.gerund(m.head)
}

// judged reports whether somebody backs, opposes or blames the noun, or it is
// said by whom it was made: "the fuel tax was opposed", "a fuel tax proposed by".
func (f *finder) judged(i int) bool {
	t := &f.Tokens[i]
	verb, slot := t.Head, t.Dep == "dobj" || t.Dep == "nsubjpass"
	if k := f.Kid(i, "acl"); !slot && k != page.None && f.Tokens[k].Tag == "VBN" {
		verb, slot = k, true
	}
	if !slot || f.Tokens[verb].Pos != "VERB" {
		return false
	}
	for _, fr := range f.Frames(verb) {
		switch fr.Link {
		case graphmodel.Supports, graphmodel.Opposes, graphmodel.Criticises, graphmodel.Adopts, graphmodel.Proposes, graphmodel.Repeals:
			if fr.To == "obj" {
				return true
			}
		}
	}
	return false
}

// gerund reports whether the noun is of doing something: "a policy of turning
// boats away".
func (f *finder) gerund(i int) bool {
	for _, k := range f.Kids(i) {
		if f.Tokens[k].Lower == "of" && f.Kid(k, "pcomp") != page.None {
			return true
		}
	}
	return false
}

// ended reports whether the noun is what somebody does away with: what can be
// cancelled is an instrument.
func (f *finder) ended(i int) bool {
	for _, fr := range f.Frames(f.Tokens[i].Head) {
		if fr.Link == graphmodel.Repeals && fr.To == "obj" {
			return true
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
	word := f.policyWord(m)
	named := poss >= 0 && f.ThingAt(poss) >= 0 || f.namesActor(m)
	long := len(m.content) >= 2
	made := f.made(m.head)
	switch {
	case f.sumBefore(m.head) >= 0:
		return true
	case word:
		return named || made || long || f.purpose(m.head)
	case made:
		return named || len(m.content) > 0 || m.definite && f.ended(m.head)
	case f.toldApart(m):
		return true
	}
	return len(m.content) > 0 && f.onSomething(m)
}

// mereHelp reports whether aid or assistance is any kind of help and no
// instrument: nothing of policy and no sum stands with it.
func (f *finder) mereHelp(m found) bool {
	return (m.word == "aid" || m.word == "assistance") && !f.policyWord(m) && f.sumBefore(m.head) < 0
}

// sumBefore is where a sum of money starts that a noun of money says the use
// of: "£33 million in funding"; -1 if there is none.
func (f *finder) sumBefore(i int) int {
	_, w, ok := f.word(i)
	if !ok || w.Sort != graphmodel.SortFund || i < 2 || f.Tokens[i-1].Lower != "in" && f.Tokens[i-1].Lower != "of" {
		return -1
	}
	at := sort.Search(len(f.Ents), func(k int) bool { return f.Ents[k].End >= i-1 })
	if at == len(f.Ents) || f.Ents[at].Label != "MONEY" || f.Ents[at].End != i-1 || f.Tokens[f.Ents[at].Start].Sent != f.Tokens[i].Sent {
		return -1
	}
	start := f.Ents[at].Start
	if start > 0 && f.Tokens[start-1].Pos == "SYM" {
		return start - 1
	}
	return start
}

// policyWord reports whether a word of policy stands before the head.
func (f *finder) policyWord(m found) bool {
	for k := m.start; k < m.head; k++ {
		t := &f.Tokens[k]
		if !f.Lex.In("policyword", t.Lower) {
			continue
		}
		switch t.Dep {
		case "amod", "compound", "nmod", "conj", "punct", "dobj":
			return true
		}
	}
	return false
}

// namesActor reports whether a country or body stands in the description.
func (f *finder) namesActor(m found) bool {
	for k := m.start; k < m.end; k++ {
		if c := f.ThingAt(k); k != m.head && c >= 0 && f.Things[c].Kind != graphmodel.Measure && f.Things[c].Kind != graphmodel.Person {
			return true
		}
	}
	return false
}

// purpose reports whether the noun is for something: "a zone to shelter".
func (f *finder) purpose(i int) bool {
	k := f.Kid(i, "relcl", "acl")
	return k != page.None && f.Tokens[f.Tokens[k].Left].Lower == "to"
}

// onSomething reports whether an instrument that binds is put on something:
// "limits on adoption".
func (f *finder) onSomething(m found) bool {
	switch m.sort {
	case graphmodel.SortCheck, graphmodel.SortSanction, graphmodel.SortBan, graphmodel.SortPenalty:
	default:
		return false
	}
	for _, k := range f.Kids(m.head) {
		if t := &f.Tokens[k]; t.Dep == "prep" && (t.Lower == "on" || t.Lower == "against") {
			return true
		}
	}
	return false
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

// happens reports whether the noun only says what happens to a measure: the
// withdrawal of a bill, the suspension of a law.
func (f *finder) happens(i int) bool {
	switch f.Tokens[i].Lemma {
	case "withdrawal", "suspension", "expulsion", "deployment", "legalisation", "legalization":
	default:
		return false
	}
	for _, k := range f.Kids(i) {
		if f.Tokens[k].Lower != "of" {
			continue
		}
		if p := f.Kid(k, "pobj"); p != page.None {
			_, w, ok := f.word(p)
			return ok && w.Need != lexicon.NeedBack
		}
	}
	return false
}

// absent reports whether the text says that there is no such thing.
func (f *finder) absent(i int) bool {
	for _, k := range f.Kids(i) {
		if f.Tokens[k].Dep == "det" && f.Tokens[k].Lower == "no" {
			return true
		}
	}
	return false
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
