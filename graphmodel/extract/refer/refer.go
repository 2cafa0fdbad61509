// Package refer follows the words that name a thing without its name: the
// Prime Minister, the party, the country, she, its, and I inside a quotation.
// It also says who speaks in every quotation, and whom a noun phrase stands
// for. What it is not sure of it leaves alone.
package refer

import (
	"context"
	"sort"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// Speakers gives for each quotation of the page the thing that speaks, or
// draft.None.
type Speakers []int

// Follow puts the mentions without a name into the draft; not all of them once
// ctx is done.
func Follow(ctx context.Context, d *draft.Draft) Speakers {
	f := &follower{Draft: d, words: descriptions(d), offices: map[string][]int{}, inOffice: make([]bool, len(d.Tokens))}
	for p := range f.Things {
		for _, r := range f.Things[p].Roles {
			f.holdsOffice(p, r)
		}
	}
	f.main = f.mainCountry()
	extract.InTurn(ctx,
		func() { f.pass(false) },
		func() { f.speak = f.speakers() },
		func() { f.pass(true) },
	)
	return f.speak
}

type follower struct {
	*draft.Draft
	words map[string][]int // a noun to the organisations it describes
	// offices are the people of each title, in lower case, in order;
	// inOffice are the tokens of all those titles.
	offices  map[string][]int
	inOffice []bool
	main     int // the country the article is mostly about
	speak    Speakers
}

// pass goes through the article once: outside quotations, then inside them.
func (f *follower) pass(quoted bool) {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if f.Speech(i) != quoted || f.MentionAt(i) != draft.None {
			continue
		}
		switch {
		case t.Pos == "PRON" || t.Tag == "PRP$" || t.Tag == "PRP":
			f.pronoun(i, quoted)
		case t.Pos == "NOUN" || t.Pos == "PROPN":
			f.nominal(i)
		}
	}
}

// mention puts in that token i (with the noun phrase from start) means thing.
func (f *follower) mention(thing, start, i int, form graphmodel.Form) {
	f.AddMention(draft.Mention{Start: start, End: i + 1, Head: i, Thing: thing, Form: form})
	ms := f.Things[thing].Mentions
	for k := len(ms) - 1; k > 0 && f.Mentions[ms[k]].Start < f.Mentions[ms[k-1]].Start; k-- {
		ms[k], ms[k-1] = ms[k-1], ms[k]
	}
}

// nominal resolves a common noun with "the", "this" or a possessive.
func (f *follower) nominal(i int) {
	t := &f.Tokens[i]
	start := f.phraseStart(i)
	definite := f.definite(start)
	switch {
	case t.Lower == "government" || t.Lower == "administration":
		f.government(i, start)
	case t.Lower == "country" || t.Lower == "kingdom" || t.Lower == "nation":
		if definite && t.Dep != "compound" && f.Kid(i, "prep", "amod", "relcl") == page.None {
			if c := f.lastOf(i, graphmodel.Country, 3, nil); c != draft.None {
				f.mention(c, start, i, graphmodel.FormNominal)
			}
		}
	case f.Lex.RoleEnds[t.Lower]:
		f.office(i, start)
	case f.Lex.In("orgref", t.Lower) && definite && t.Dep != "compound":
		f.body(i, start)
	}
}

// longestPhrase is how many tokens a noun phrase reaches back at most. Text
// that is no prose parses into phrases of thousands, each walked again for
// each of its tokens.
const longestPhrase = 40

// phraseStart is the article or possessive that opens the noun phrase of i,
// or the first modifier.
func (f *follower) phraseStart(i int) int {
	start := i
	for start > max(f.Sents[f.Tokens[i].Sent].Start, i-longestPhrase) && f.Above(i, start-1) && f.Tokens[start-1].Pos != "ADP" && f.Tokens[start-1].Pos != "PUNCT" && f.Tokens[start-1].Pos != "VERB" {
		start--
		if f.Tokens[start].Pos == "DET" || f.Tokens[start].Tag == "PRP$" {
			break
		}
	}
	return start
}

func (f *follower) definite(start int) bool {
	switch f.Tokens[start].Lower {
	case "the", "this", "that", "its", "their", "his", "her", "our", "said":
		return true
	}
	return false
}

// government is the country whose it is: the one named with it, else the one
// the article is about.
func (f *follower) government(i, start int) {
	t := &f.Tokens[i]
	if t.Dep == "compound" || t.Dep == "amod" || f.Kid(i, "prep") != page.None && f.Tokens[f.Kid(i, "prep")].Lower == "of" {
		return
	}
	for k := start; k < i; k++ {
		if th := f.ThingAt(k); th != draft.None {
			if f.Kind(th) == graphmodel.Country && f.Above(i, k) {
				f.mention(th, start, i, graphmodel.FormNominal)
			}
			return
		}
	}
	if f.Tokens[start].Lower == "the" && i-start <= 2 && f.main != draft.None && !f.foreignNear(i) {
		f.mention(f.main, start, i, graphmodel.FormNominal)
	}
}

// foreignNear reports whether the sentence is about another country, so that
// "the government" may be its.
func (f *follower) foreignNear(i int) bool {
	s := f.Sents[f.Tokens[i].Sent]
	for k := s.Start; k < s.End; k++ {
		if th := f.ThingAt(k); th != draft.None && f.Kind(th) == graphmodel.Country && th != f.main {
			return true
		}
	}
	return false
}

// mainCountry is the country named most often, of two the one named first.
func (f *follower) mainCountry() int {
	best, most := draft.None, 0
	for i := range f.Things {
		t := &f.Things[i]
		if t.Kind == graphmodel.Country && len(t.Mentions) > most {
			best, most = i, len(t.Mentions)
		}
	}
	return best
}

// lastBefore is the head of the last mention of a thing before token i, or
// -1.
func (f *follower) lastBefore(thing, i int) int {
	ms := f.Things[thing].Mentions
	for k := sort.Search(len(ms), func(k int) bool { return f.Mentions[ms[k]].Start >= i }) - 1; k >= 0; k-- {
		if h := f.Mentions[ms[k]].Head; h < i {
			return h
		}
	}
	return -1
}

// lastOf is the thing of a kind named last before i, at most so many
// sentences back, that ok takes.
func (f *follower) lastOf(i int, kind graphmodel.Kind, sents int, ok func(thing int) bool) int {
	for k := i - 1; k >= 0 && f.Tokens[i].Sent-f.Tokens[k].Sent <= sents; k-- {
		th := f.ThingAt(k)
		if th != draft.None && f.Kind(th) == kind && (ok == nil || ok(th)) {
			return th
		}
	}
	return draft.None
}

// body resolves "the party", "the network": the organisation described so
// that was named last; "the company" and the like also without description.
func (f *follower) body(i, start int) {
	t := &f.Tokens[i]
	for k := start; k < i; k++ {
		if f.ThingAt(k) != draft.None {
			return
		}
	}
	best, bestAt := draft.None, -1
	for _, o := range f.words[t.Lower] {
		if at := f.lastBefore(o, i); at > bestAt && !f.Things[o].Dead {
			best, bestAt = o, at
		}
	}
	if best != draft.None {
		f.mention(best, start, i, graphmodel.FormNominal)
	}
}

// descriptions gathers what nouns describe which organisations: those of
// their names, before their names, and of which they are said to be one.
func descriptions(d *draft.Draft) map[string][]int {
	out := map[string][]int{}
	put := func(word string, thing int) {
		word = strings.ToLower(word)
		for _, t := range out[word] {
			if t == thing {
				return
			}
		}
		out[word] = append(out[word], thing)
	}
	for m := range d.Mentions {
		men := &d.Mentions[m]
		th := men.Thing
		if d.Things[th].Kind != graphmodel.Organisation {
			continue
		}
		for k := men.Start; k < men.End; k++ {
			put(d.Tokens[k].Text, th)
		}
		if s := d.Things[th].OrgSort; s != "" {
			put(s, th)
		}
		for _, k := range describers(d, men) {
			put(d.Tokens[k].Text, th)
		}
	}
	return out
}

// describers are the nouns around a name that say what it is: before it, in
// apposition to it, or behind "is".
func describers(d *draft.Draft, m *draft.Mention) []int {
	var out []int
	for k := m.Start - 1; k >= 0 && d.Tokens[k].Sent == d.Tokens[m.Head].Sent && (d.Tokens[k].Pos == "NOUN" || d.Tokens[k].Pos == "ADJ"); k-- {
		out = append(out, k)
	}
	for _, k := range d.Kids(m.Head) {
		if d.Tokens[k].Dep == "appos" {
			out = append(out, k)
		}
	}
	if v := d.Tokens[m.Head].Head; d.Tokens[m.Head].Dep == "nsubj" && d.Tokens[v].Lemma == "be" {
		if a := d.Kid(v, "attr"); a != page.None {
			out = append(out, a)
		}
	}
	return out
}
