// Package measures finds the instruments of policy that an article speaks of:
// laws, sanctions, bans, agreements, new units, summits. It owns what is a
// measure, where its description ends, and which descriptions mean one. It
// refuses to say who is behind a measure: that is a link.
package measures

import (
	"context"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/page"
)

// Find puts the measures into the draft; not all of them once ctx is done.
func Find(ctx context.Context, d *draft.Draft) {
	f := &finder{Draft: d}
	extract.InTurn(ctx, f.nouns, f.named, f.verbs, f.bullets, f.gather)
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
	if m.back = w.Need == lexicon.NeedBack && !f.newMeasure(m); m.back {
		m.weak = true
		return m, m.definite || poss >= 0 || f.Tokens[i].Lower == "gathering"
	}
	if w.Need == lexicon.NeedName && !f.capitalName(i) || f.spoiled(i) || f.happens(i) || f.absent(i) || f.noInstrument(m) {
		return m, false
	}
	m.weak = f.tooWeak(m, w.Need, poss)
	return m, !m.weak || m.definite || f.argument(i)
}

// newMeasure reports whether a place says "a new legislative measure": that is
// one, and does not refer back.
func (f *finder) newMeasure(m found) bool {
	return m.word == "measure" && m.fresh && !m.definite && f.policyWord(m)
}

// tooWeak reports whether a noun lacks what it needs to name a measure.
func (f *finder) tooWeak(m found, need lexicon.Need, poss int) bool {
	switch need {
	case lexicon.NeedAny:
		return !f.modified(m, poss)
	case lexicon.NeedPolicy:
		return f.mereHelp(m) || !f.policy(m, poss)
	case lexicon.NeedNew:
		return !f.isNew(m)
	}
	return false
}

// argument reports whether the noun at i is the subject or object of a verb.
func (f *finder) argument(i int) bool {
	switch f.Tokens[i].Dep {
	case "nsubj", "nsubjpass", "dobj":
		return true
	}
	return false
}

// article reports how the noun phrase of head i is opened.
func (f *finder) article(i int) (definite, fresh bool) {
	for _, k := range f.Kids(i) {
		switch f.Tokens[k].Lower {
		case "the", "this", "that", "these", "those", "such", "said", "both":
			definite = true
		case "a", "an", "another", "any", "some", "two", "three", "several":
			fresh = true
		}
		if f.Tokens[k].Dep == "poss" {
			definite = true
		}
	}
	return definite, fresh
}

// spoiled reports whether words around the noun say that it is none: a press
// conference, a sports penalty, "in order to", "by law".
func (f *finder) spoiled(i int) bool {
	for _, k := range f.Kids(i) {
		switch f.Tokens[k].Lower {
		case "press", "news", "video", "telephone", "phone", "rule", "life", "book", "record", "record-breaking", "penalty", "bank", "fact", "reality", "spot", "check":
			return true
		}
	}
	before := ""
	if i > 0 {
		before = f.Tokens[i-1].Lower
	}
	switch f.Tokens[i].Lower {
	case "fact", "order", "place", "talks":
		return before == "in" || before == "first"
	case "law":
		return before == "" || before == "by" || before == "the" && f.bareLaw(i)
	}
	return false
}

// bareLaw reports whether "the law" at i is law as such.
func (f *finder) bareLaw(i int) bool {
	return f.Kid(i, "prep", "relcl", "amod", "compound") == page.None && i+1 < len(f.Tokens) && f.Tokens[i+1].Lower != "is"
}
