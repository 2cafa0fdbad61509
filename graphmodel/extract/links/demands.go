package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// demands reads what people say that others must do, and what they refuse to
// do: "X said that Y must pay", "X has refused to meet Y".
func (f *finder) demands() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Pos != "VERB" {
			continue
		}
		if p := f.atRequest(v); p != page.None {
			f.requested(v, p)
		}
		switch {
		case f.Lex.In("say", t.Lemma):
			if c := f.Kid(v, "ccomp"); c != page.None && f.mustDo(c) {
				f.demand(v, c)
			}
		case t.Lemma == "refuse" || t.Lemma == "decline":
			if x := f.Kid(v, "xcomp"); x != page.None {
				f.refusal(f.subjects(v, 0), v, x)
			}
		case t.Dep == "acl" && f.Tokens[t.Head].Lemma == "refusal":
			f.refusal(f.ownersOf(t.Head, "poss", "amod", "by", "of"), t.Head, v)
		}
	}
}

// atRequest is the noun of "did so at the request of X" at the verb, or
// page.None.
func (f *finder) atRequest(v int) int {
	if p := f.prep(v, "at"); p != page.None {
		switch f.Tokens[p].Lemma {
		case "request", "urging", "behest", "invitation", "insistence":
			return p
		}
	}
	return page.None
}

func (f *finder) requested(v, p int) {
	for _, a := range f.ownersOf(p, "poss", "of", "amod") {
		for _, b := range f.subjects(v, 0) {
			f.claim(f.new("at-request", 0.75, a, graphmodel.Urges, b, p, v))
		}
	}
}

// mustDo reports whether the clause at c says what somebody has to do.
func (f *finder) mustDo(c int) bool {
	for _, k := range f.Kids(c) {
		if w := f.Tokens[k].Lower; f.Tokens[k].Dep == "aux" && (w == "must" || w == "should" || w == "ought") {
			return true
		}
	}
	switch f.Tokens[c].Lemma {
	case "have", "need":
		return f.Kid(c, "xcomp") != page.None
	}
	return false
}

func (f *finder) demand(v, c int) {
	s := f.Kid(c, "nsubj")
	if s == page.None {
		return
	}
	for _, a := range f.subjects(v, 0) {
		for _, b := range f.refs(s) {
			if f.Kind(b.Thing).Actor() {
				cl := f.new("must", 0.7, a, graphmodel.Urges, b, c, v)
				cl.speaker = a.Thing
				f.claim(cl)
			}
		}
	}
}

// moving are the verbs behind which "to" is a place.
var moving = map[string]bool{"return": true, "go": true, "come": true, "travel": true, "move": true}

// refusal reads whom somebody refuses to meet, back or serve, with the word
// at v.
func (f *finder) refusal(who []refer.Ref, v, x int) {
	for _, fr := range f.Frames(x) {
		switch fr.Link {
		case graphmodel.Opposes, graphmodel.Criticises, graphmodel.Attacks, graphmodel.Sanctions:
			return // who refuses to blame is no opponent
		}
	}
	var to []refer.Ref
	if o := f.Kid(x, "dobj"); o != page.None {
		to = f.targetsOf(o, graphmodel.Opposes)
	}
	if len(to) == 0 && !moving[f.Tokens[x].Lemma] {
		if p := f.prep(x, "to", "with", "for", "in"); p != page.None {
			to = f.refs(p)
		}
	}
	for _, a := range who {
		for _, b := range to {
			f.claim(f.new("refuses", 0.65, a, graphmodel.Opposes, b, v, v))
		}
	}
}

// together are the verbs that several subjects do with one another.
var together = map[string]graphmodel.LinkType{
	"meet": graphmodel.Meets, "talk": graphmodel.Meets, "negotiate": graphmodel.Meets, "confer": graphmodel.Meets,
	"agree": graphmodel.CooperatesWith, "cooperate": graphmodel.CooperatesWith, "collaborate": graphmodel.CooperatesWith,
	"ally": graphmodel.CooperatesWith, "clash": graphmodel.Attacks, "fight": graphmodel.Attacks,
}

// mutual reads what several do with one another: "A and B met", "A and B
// signed an agreement".
func (f *finder) mutual() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Pos != "VERB" {
			continue
		}
		link := together[t.Lemma]
		o := f.Kid(v, "dobj")
		if link != "" && (o != page.None || f.prep(v, "with", "to", "on", "against") != page.None && t.Lemma != "agree") {
			link = ""
		}
		if o != page.None && light[t.Lemma] {
			link = f.mutualNoun(o)
		}
		if link == "" {
			continue
		}
		who := f.subjects(v, 0)
		if len(who) < 2 || len(who) > 6 {
			continue
		}
		for i, a := range who {
			for _, b := range who[i+1:] {
				f.claim(f.new("mutual", 0.7, a, link, b, v, v))
			}
		}
	}
}

// mutualNoun is the link that a light verb and its object state between
// several subjects.
func (f *finder) mutualNoun(o int) graphmodel.LinkType {
	for _, k := range f.Kids(o) {
		if w := f.Tokens[k].Lower; w == "with" || w == "between" {
			return ""
		}
	}
	for _, fr := range f.Lex.Nouns[f.Tokens[o].Lemma] {
		if fr.Link == graphmodel.Meets || fr.Link == graphmodel.CooperatesWith {
			return fr.Link
		}
	}
	return ""
}
