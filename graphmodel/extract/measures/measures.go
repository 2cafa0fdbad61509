// Package measures finds the instruments of policy that an article speaks of:
// laws, sanctions, bans, agreements, new units, summits. It owns what is a
// measure, where its description ends, and which descriptions mean one. It
// refuses to say who is behind a measure: that is a link.
package measures

import (
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/page"
)

// Find puts the measures into the draft.
func Find(d *draft.Draft) {
	f := &finder{Draft: d}
	f.nouns()
	f.named()
	f.verbs()
	f.bullets()
	slices.SortStableFunc(f.found, func(a, b found) int { return a.head - b.head })
	f.gather()
}

// found is one place that describes a measure, or refers back to one.
type found struct {
	start, end int
	head       int
	word       string // the lemma of the head
	sort       graphmodel.MeasureSort
	content    map[string]bool // the words that tell it from others
	name       string
	proper     bool
	definite   bool // the, this, that: may refer back
	fresh      bool // a, an, another, new: a new one
	back       bool // a noun that only refers back
	weak       bool // needs an earlier one to refer to
	verb       bool // derived from a verb
}

type finder struct {
	*draft.Draft
	found []found
}

// nouns looks at every noun that can be the head of a measure's name.
func (f *finder) nouns() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if t.Pos != "NOUN" && t.Pos != "PROPN" || f.inName(i) {
			continue
		}
		word, w, ok := f.word(i)
		if !ok || t.Dep == "compound" && f.Tokens[t.Head].Pos != "PROPN" && t.Head > i && t.Head <= i+3 && t.Pos == "NOUN" {
			continue
		}
		if m, ok := f.noun(i, word, w); ok {
			f.found = append(f.found, m)
		}
	}
}

// inName reports whether token i is part of the name of a person,
// organisation or country.
func (f *finder) inName(i int) bool {
	m := f.At[i]
	return m != draft.None
}

// word is the lexicon's word for the noun at i.
func (f *finder) word(i int) (string, lexicon.MeasureWord, bool) {
	t := &f.Tokens[i]
	for _, w := range [...]string{t.Lower, t.Lemma, strings.TrimSuffix(t.Lower, "s")} {
		if m, ok := f.Lex.Measures[w]; ok {
			return w, m, true
		}
	}
	return "", lexicon.MeasureWord{}, false
}

func (f *finder) noun(i int, word string, w lexicon.MeasureWord) (found, bool) {
	start, poss := f.leftEdge(i)
	end := f.rightEdge(i)
	if sum := f.sumBefore(i); sum >= 0 {
		start = sum
	}
	m := found{start: start, end: end, head: i, word: word, sort: w.Sort}
	m.definite, m.fresh = f.article(i)
	m.content = f.contentOf(start, end, i)
	m.name = f.nameOf(start, i, end, poss)
	m.back = w.Need == lexicon.NeedBack
	if m.back && word == "measure" && m.fresh && !m.definite && f.policyWord(m) {
		m.back, m.sort = false, graphmodel.SortLaw // "a new legislative measure"
	}
	if m.back {
		m.weak = true
		return m, m.definite || poss >= 0 || f.Tokens[i].Lower == "gathering"
	}
	if w.Need == lexicon.NeedName && !f.capitalName(i) {
		return m, false
	}
	if f.spoiled(i) || f.happens(i) {
		return m, false
	}
	switch w.Need {
	case lexicon.NeedAny:
		m.weak = !f.modified(m, poss)
	case lexicon.NeedPolicy:
		m.weak = !f.policy(m, poss)
	case lexicon.NeedNew:
		m.weak = !f.isNew(m)
	}
	return m, !m.weak || m.definite || f.Tokens[i].Dep == "nsubj" || f.Tokens[i].Dep == "nsubjpass" || f.Tokens[i].Dep == "dobj"
}

// article reports how the noun phrase of head i is opened.
func (f *finder) article(i int) (definite, fresh bool) {
	for _, k := range f.Kids(i) {
		switch f.Tokens[k].Lower {
		case "the", "this", "that", "these", "those", "such", "said", "both":
			definite = true
		case "a", "an", "another", "any", "no", "some", "two", "three", "several":
			fresh = true
		}
		if f.Tokens[k].Dep == "poss" {
			definite = true
		}
	}
	return definite, fresh
}

// spoiled reports whether words around the noun say that it is none: a press
// conference, a sports penalty, a court's sentence of somebody.
func (f *finder) spoiled(i int) bool {
	for _, k := range f.Kids(i) {
		switch f.Tokens[k].Lower {
		case "press", "news", "video", "telephone", "phone", "rule", "life", "book", "record", "record-breaking", "penalty", "bank", "fact", "reality", "spot", "check":
			return true
		}
	}
	next := i + 1
	if f.Tokens[i].Lower == "order" && next < len(f.Tokens) && f.Tokens[next].Lower == "to" && i > 0 && f.Tokens[i-1].Lower == "in" {
		return true
	}
	if i > 0 && f.Tokens[i-1].Lower == "in" && (f.Tokens[i].Lower == "fact" || f.Tokens[i].Lower == "order" || f.Tokens[i].Lower == "place" || f.Tokens[i].Lower == "talks") {
		return true
	}
	return f.Tokens[i].Lower == "law" && (i == 0 || f.Tokens[i-1].Lower == "by" || f.Tokens[i-1].Lower == "the" && f.Kid(i, "prep", "relcl", "amod", "compound") == page.None && i+1 < len(f.Tokens) && f.Tokens[i+1].Lower != "is")
}
