package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// participants finds who is at the summit that the article speaks of where
// the sentence does not name it: "X were also present", "addressing
// representatives of Y", "Z is sending a delegation".
func (f *finder) participants() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		switch {
		case t.Lower == "present" && t.Dep == "acomp":
			f.attend(v, f.subjects(t.Head, 0), t.Head)
		case t.Pos != "VERB":
		case t.Lemma == "address" || t.Lemma == "host" || t.Lemma == "greet" || t.Lemma == "welcome":
			if o := f.Kid(v, "dobj"); o != page.None && f.Lex.In("representative", f.Tokens[o].Lemma) {
				f.attend(v, f.refs(o), v)
			}
		case t.Lemma == "attend" && f.Kid(v, "dobj") == page.None, t.Lemma == "participate" && f.Kid(v, "prep") == page.None, t.Lemma == "gather":
			f.attend(v, f.subjects(v, 0), v)
		case t.Lemma == "send":
			if o := f.Kid(v, "dobj"); o != page.None && (f.Tokens[o].Lemma == "delegation" || f.Tokens[o].Lemma == "representative" || f.Tokens[o].Lemma == "delegate") {
				f.attend(v, f.subjects(v, 0), v)
			}
		}
	}
}

func (f *finder) attend(at int, who []refer.Ref, verb int) {
	event := f.current(at, 4, isSummit)
	for _, r := range who {
		if f.Kind(r.Thing).Actor() {
			f.claim(f.new("presence", 0.72, r, graphmodel.TakesPartIn, event, at, verb))
		}
	}
}

// items hangs the items of a list on what its lead-in speaks of.
func (f *finder) items() {
	for l := range f.Lines {
		line := &f.Lines[l]
		if !line.Bullet || line.LeadIn == page.None {
			continue
		}
		for k := line.Start; k < line.End; k++ {
			if m := f.Heads[k]; m != draft.None && f.Kind(f.Mentions[m].Thing) == graphmodel.Measure {
				f.item(refer.Ref{Thing: f.Mentions[m].Thing, Token: k, Plain: true}, line.LeadIn)
				break
			}
		}
	}
}

func (f *finder) item(self refer.Ref, lead int) {
	l := f.Lines[lead]
	last := l.End - 1
	if f.Things[self.Thing].Sort == graphmodel.SortPenalty {
		for k := last; k >= l.Start; k-- {
			r, found := f.measureAt(k, func(t *draft.Thing) bool { return t.Sort != graphmodel.SortPenalty })
			if found {
				f.claim(f.new("item-penalty", 0.75, r, graphmodel.EnforcedBy, self, self.Token, page.None))
				return
			}
		}
		return
	}
	whole := f.current(last, 4, isSummit)
	if whole.Thing == draft.None {
		whole = f.current(last, 0, anyMeasure)
	}
	f.claim(f.new("item", 0.75, self, graphmodel.PartOf, whole, self.Token, page.None))
}

// rules reads what a law makes duty: "the law will make it mandatory for
// companies to conduct checks", "the act requires an audit", "with penalties".
func (f *finder) rules() {
	for i := range f.Mentions {
		m := &f.Mentions[i]
		if f.Kind(m.Thing) != graphmodel.Measure || f.Things[m.Thing].Dead {
			continue
		}
		v := f.Tokens[m.Head].Head
		if f.Tokens[m.Head].Dep != "nsubj" || f.Tokens[v].Pos != "VERB" {
			continue
		}
		self := refer.Ref{Thing: m.Thing, Token: m.Head, Plain: true}
		switch f.Tokens[v].Lemma {
		case "make", "require", "introduce", "impose", "establish", "create", "include", "contain", "set", "provide":
			f.duties(self, v)
		}
	}
}

// duties are the measures under a law's verb, in its sentence.
func (f *finder) duties(law refer.Ref, v int) {
	var duty refer.Ref
	found := false
	for k := v + 1; k < f.Tokens[v].Right; k++ {
		r, ok := f.measureAt(k, notSummit)
		if !ok || r.Thing == law.Thing {
			continue
		}
		if f.Things[r.Thing].Sort != graphmodel.SortPenalty {
			if !found {
				duty, found = r, true
			}
			f.claim(f.new("duty", 0.7, r, graphmodel.PartOf, law, k, v))
			continue
		}
		f.claim(f.new("penalty", 0.7, law, graphmodel.EnforcedBy, r, k, v))
		if found {
			f.claim(f.new("penalty", 0.7, duty, graphmodel.EnforcedBy, r, k, v))
		}
	}
}
