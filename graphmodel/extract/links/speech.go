package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// answers reads who rejects a claim: it stands against whoever made it.
func (f *finder) answers() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Pos != "VERB" || !f.Lex.In("deny", t.Lemma) {
			continue
		}
		o := f.Kid(v, "dobj")
		if o == page.None || !f.Lex.In("claimnoun", f.Tokens[o].Lemma) {
			continue
		}
		for _, r := range f.subjects(v, 0) {
			f.answer(r, v)
		}
	}
}

// answer ties somebody who rejects a claim to those who blamed him in the
// three sentences before.
func (f *finder) answer(r refer.Ref, v int) {
	found := false
	for n := len(f.claims) - 1; n >= 0; n-- {
		c := f.claims[n]
		gap := f.Tokens[v].Sent - f.Tokens[c.trigger].Sent
		if c.link == graphmodel.Criticises && c.to.Thing == r.Thing && gap >= 0 && gap <= 3 {
			found = true
			f.claim(f.new("answer", 0.75, r, graphmodel.Opposes, f.near(c.from.Thing, v), v, v))
		}
	}
	if !found {
		f.answerSayer(r, v)
	}
}

// answerSayer ties somebody who rejects a claim to who said something of him
// in the two sentences before: that was the claim, and no friendly one.
func (f *finder) answerSayer(r refer.Ref, v int) {
	for k := f.Sents[f.Tokens[v].Sent].Start - 1; k >= 0 && f.Tokens[v].Sent-f.Tokens[k].Sent <= 2; k-- {
		t := &f.Tokens[k]
		if t.Pos != "VERB" || !f.Lex.In("say", t.Lemma) {
			continue
		}
		spoken := false
		for n := t.Left; n < t.Right; n++ {
			spoken = spoken || n > k && f.ThingAt(n) == r.Thing
		}
		if !spoken {
			continue
		}
		for _, a := range f.subjects(k, 0) {
			if a.Thing != r.Thing && f.Kind(a.Thing).Actor() {
				f.claim(f.new("answer", 0.7, r, graphmodel.Opposes, f.near(a.Thing, v), v, v))
				f.claim(f.new("answered", 0.65, a, graphmodel.Criticises, f.near(r.Thing, k), k, k))
			}
		}
		return
	}
}

// calls reads "called for G7 action", "asked for U.N. help": whoever is to
// act is urged.
func (f *finder) calls() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Pos != "VERB" || t.Lemma != "call" && t.Lemma != "ask" && t.Lemma != "appeal" && t.Lemma != "push" {
			continue
		}
		p := f.prep(v, "for")
		if p == page.None || f.ThingAt(p) != draft.None {
			continue
		}
		for _, a := range f.subjects(v, 0) {
			for _, b := range f.ownersOf(p, "poss", "compound", "amod") {
				f.claim(f.new("call-for", 0.65, a, graphmodel.Urges, b, v, v))
			}
		}
	}
}

// speeches reads blame and praise in what people say: of an actor or measure
// that is the subject of bad or good words, or of the measure that the speech
// is about.
func (f *finder) speeches() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Pos != "VERB" {
			continue
		}
		switch t.Lemma {
		case "call", "describe", "label", "brand", "characterise", "characterize", "term", "cite", "name", "consider", "deem":
			f.labelled(v)
		}
		f.harshly(v)
		if f.Lex.In("say", t.Lemma) && !f.Speech(v) {
			if c := f.Kid(v, "ccomp"); c != page.None && !f.Speech(c) && !f.Lex.In("deny", t.Lemma) {
				f.saying(v, c)
			}
		}
	}
	for q := range f.Quotes {
		if f.Quotes[q].End-f.Quotes[q].Start >= 5 && f.speak[q] != draft.None {
			f.quotation(q)
		}
	}
}

// harshly reads "responded critically, suggesting the government is copying
// others": the tone is in the adverb, the target below the verb.
func (f *finder) harshly(v int) {
	bad := false
	for _, k := range f.Kids(v) {
		switch f.Tokens[k].Lower {
		case "critically", "angrily", "furiously", "scathingly", "harshly":
			bad = true
		}
	}
	if !bad {
		return
	}
	for k := v + 1; k < f.Tokens[v].Right; k++ {
		if d := f.Tokens[k].Dep; d != "nsubj" && d != "dobj" && d != "pobj" {
			continue
		}
		to := f.refs(k)
		if len(to) == 0 || f.Speech(k) {
			continue
		}
		for _, a := range f.subjects(v, 0) {
			f.claim(f.new("harshly", 0.7, a, graphmodel.Criticises, to[0], v, v))
		}
		return
	}
}

// labelled reads "called the move a disgrace".
func (f *finder) labelled(v int) {
	mark := 0
	for k := v + 1; k < min(f.Tokens[v].Right, v+25); k++ {
		mark += f.tone(k)
	}
	link := toneLink(mark)
	if link == "" {
		return
	}
	to := f.objects(v)
	if len(to) == 0 {
		for _, k := range f.Kids(v) {
			if d := f.Tokens[k].Dep; d == "ccomp" || d == "oprd" || d == "xcomp" {
				if s := f.Kid(k, "nsubj"); s != page.None {
					to = f.refs(s)
				}
			}
		}
	}
	if len(to) == 0 {
		if o := f.Kid(v, "dobj"); o != page.None {
			to = f.targetsOf(o, link)
		}
	}
	for _, a := range f.subjects(v, 0) {
		for _, b := range to {
			f.claim(f.new("called", 0.75, a, link, b, v, v))
		}
	}
}

// tone is -1 for a word of blame, 1 for one of praise; a negation turns it.
func (f *finder) tone(k int) int {
	t := &f.Tokens[k]
	if f.At[k] != draft.None {
		return 0
	}
	mark := 0
	switch {
	case f.Lex.In("bad", t.Lower) || f.Lex.In("bad", t.Lemma):
		mark = -1
	case f.Lex.In("good", t.Lower) || f.Lex.In("good", t.Lemma):
		mark = 1
	default:
		return 0
	}
	if f.Kid(k, "neg") != page.None || f.Kid(t.Head, "neg") != page.None && t.Head != k {
		return -mark
	}
	for _, g := range f.Kids(k) {
		if f.Tokens[g].Lower == "no" {
			return -mark
		}
	}
	return mark
}

func toneLink(mark int) graphmodel.LinkType {
	switch {
	case mark < 0:
		return graphmodel.Criticises
	case mark > 0:
		return graphmodel.Supports
	}
	return ""
}

// feels reports whether the word at k says what its subject s feels: "Norway
// is disappointed" is no blame of Norway.
func (f *finder) feels(k, s int) bool {
	t := &f.Tokens[k]
	return (f.Lex.In("feeling", t.Lower) || f.Lex.In("feeling", t.Lemma)) && (f.Tokens[s].Head == k || f.Tokens[s].Head == t.Head)
}

// saying reads "X said the plan was wrong", "X says Y is a dangerous state".
func (f *finder) saying(v, c int) {
	s := f.Kid(c, "nsubj", "nsubjpass")
	if s == page.None {
		return
	}
	mark := 0
	for k := c; k < f.Tokens[c].Right; k++ {
		if f.clause(k, c) && !f.feels(k, s) {
			mark += f.tone(k)
		}
	}
	if f.Tokens[c].Left < c && f.tone(c) == 0 && f.Tokens[c].Pos == "AUX" {
		for _, k := range f.Kids(c) {
			if d := f.Tokens[k].Dep; (d == "acomp" || d == "attr") && k < c {
				mark += f.tone(k)
			}
		}
	}
	link := toneLink(mark)
	if link == "" {
		return
	}
	for _, a := range f.subjects(v, 0) {
		for _, b := range f.refs(s) {
			f.claim(f.new("said-of", 0.7, a, link, b, c, v))
		}
	}
}

// clause reports whether k belongs to the clause of the verb at c itself and
// not to one below it.
func (f *finder) clause(k, c int) bool {
	for i := k; i != c; i = f.Tokens[i].Head {
		switch f.Tokens[i].Dep {
		case "relcl", "advcl", "ccomp", "acl":
			return false
		}
		if f.Tokens[i].Head == i {
			return false
		}
	}
	return true
}

// reports reads who says something of a measure without blame or praise.
func (f *finder) reports() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Pos != "VERB" || !f.Lex.In("say", t.Lemma) || f.Speech(v) {
			continue
		}
		c := f.Kid(v, "ccomp")
		if c == page.None {
			continue
		}
		s := f.Kid(c, "nsubj", "nsubjpass")
		if s == page.None {
			continue
		}
		for _, a := range f.subjects(v, 0) {
			for _, b := range f.refs(s) {
				if f.Kind(b.Thing) == graphmodel.Measure {
					f.claim(f.new("comment", 0.6, a, graphmodel.CommentsOn, b, v, v))
				}
			}
		}
	}
}
