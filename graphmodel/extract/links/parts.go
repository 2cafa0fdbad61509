package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// parts reads bodies inside bodies and people of bodies: "the United
// Nations' Food and Agriculture Organization", "the BBC's X", "a unit within Y".
func (f *finder) parts() {
	for i := range f.Mentions {
		m := &f.Mentions[i]
		if m.Form == graphmodel.FormPronoun || m.Form == graphmodel.FormNominal || f.Things[m.Thing].Dead {
			continue
		}
		self := refer.Ref{Thing: m.Thing, Token: m.Head, Plain: true}
		switch f.Kind(m.Thing) {
		case graphmodel.Organisation:
			f.bodyParts(self)
		case graphmodel.Person:
			for _, p := range [...]int{f.Kid(m.Head, "poss"), f.prep(m.Head, "from"), f.prep(m.Head, "at")} {
				if p != page.None {
					f.personOf(self, p)
				}
			}
		}
	}
}

func (f *finder) bodyParts(self refer.Ref) {
	for _, k := range f.Kids(self.Token) {
		t := &f.Tokens[k]
		at, conf := page.None, 0.0
		switch {
		case t.Dep == "poss":
			at, conf = k, 0.8
		case t.Dep == "prep" && (t.Lower == "of" || t.Lower == "within"):
			at, conf = f.Kid(k, "pobj"), 0.7
		}
		if at == page.None || f.Kind(f.ThingAt(at)) != graphmodel.Organisation {
			continue
		}
		f.claim(f.new("part", conf, self, graphmodel.PartOf, refer.Ref{Thing: f.ThingAt(at), Token: at, Plain: true}, k, page.None))
	}
}

func (f *finder) personOf(self refer.Ref, p int) {
	th := f.ThingAt(p)
	if th == draft.None || f.Kind(th) == graphmodel.Person || f.Mentions[f.MentionAt(p)].Form == graphmodel.FormPronoun {
		return
	}
	for _, r := range f.Things[self.Thing].Roles {
		if r.Start > p && r.End <= self.Token {
			return // an office stands between and says more
		}
	}
	f.claim(f.new("person-of", 0.75, self, f.memberOrWorker(th), refer.Ref{Thing: th, Token: p, Plain: true}, p, page.None))
}

// groups are the nouns of what has states or bodies as members.
var groups = map[string]bool{
	"group": true, "grouping": true, "bloc": true, "alliance": true, "union": true, "coalition": true, "organisation": true, "organization": true, "club": true,
}

// copulas reads "X is a broadcaster in Y" and "X is a group of A, B and C".
func (f *finder) copulas() {
	for v := range f.Tokens {
		if f.Tokens[v].Lemma != "be" {
			continue
		}
		f.isUnder(v)
		f.isAgainst(v)
		s, a := f.Kid(v, "nsubj"), f.Kid(v, "attr", "acomp")
		if s == page.None || a == page.None {
			continue
		}
		for _, r := range f.refs(s) {
			switch {
			case f.Kind(r.Thing) != graphmodel.Organisation:
			case f.Tokens[a].Dep == "attr":
				f.isBody(r, v, a)
			case stately[f.Tokens[a].Lower] && f.byState(a) && f.Things[r.Thing].Country != draft.None:
				f.claim(f.new("state-owned", 0.8, f.near(f.Things[r.Thing].Country, a), graphmodel.Owns, r, a, v))
			}
		}
	}
}

// isAgainst reads "X is against Y".
func (f *finder) isAgainst(v int) {
	p := f.prep(v, "against")
	if p == page.None {
		return
	}
	for _, a := range f.subjects(v, 0) {
		for _, b := range f.refs(p) {
			f.claim(f.new("against-it", 0.75, a, graphmodel.Opposes, b, v, v))
		}
	}
}

// isUnder reads "X is under the authority of Y", "X is under investigation by Y".
func (f *finder) isUnder(v int) {
	p := f.prep(v, "under")
	if p == page.None {
		return
	}
	switch f.Tokens[p].Lemma {
	case "investigation", "probe":
		for _, a := range f.ownersOf(p, "by", "amod", "compound", "poss") {
			for _, b := range f.subjects(v, 0) {
				f.claim(f.new("under", 0.75, a, graphmodel.Investigates, b, p, v))
			}
		}
	case "aegis", "authority", "auspex", "auspices", "umbrella", "supervision":
		of := f.prep(p, "of")
		if of == page.None {
			return
		}
		for _, a := range f.subjects(v, 0) {
			for _, b := range f.refs(of) {
				f.claim(f.new("under", 0.75, a, graphmodel.PartOf, b, p, v))
			}
		}
	}
}

func (f *finder) isBody(self refer.Ref, v, a int) {
	if f.ThingAt(a) == draft.None && !groups[f.Tokens[a].Lemma] {
		for _, k := range f.Kids(a) {
			t := &f.Tokens[k]
			if t.Dep == "amod" || t.Dep == "compound" {
				f.homeLink(self, k)
			}
		}
		if p := f.prep(a, "in", "from"); p != page.None {
			f.homeLink(self, p)
		}
	}
	if !groups[f.Tokens[a].Lemma] {
		return
	}
	p := f.prep(a, "of")
	if p == page.None {
		return
	}
	for _, r := range f.listed(p) {
		f.claim(f.new("group-of", 0.8, r, graphmodel.MemberOf, self, a, v))
	}
}

// listed are the actors of a list that a noun such as "countries" opens: what
// stands in apposition to it and what is joined to that.
func (f *finder) listed(p int) []refer.Ref {
	out := f.refs(p)
	if len(out) > 0 {
		return out
	}
	end := f.Sents[f.Tokens[p].Sent].End
	for k := p + 1; k < end; k++ {
		t := &f.Tokens[k]
		if t.Pos == "VERB" || t.Pos == "AUX" || t.Lower == "though" || t.Lower == "but" {
			break
		}
		if th := f.ThingAt(k); th != draft.None && f.Kind(th).Actor() && f.Heads[k] != draft.None {
			out = append(out, refer.Ref{Thing: th, Token: k, Plain: true})
		}
	}
	return out
}
