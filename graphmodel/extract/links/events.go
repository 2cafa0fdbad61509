package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// meets are the verbs of which those met are at the summit; envoys are the nouns of who is sent to one.
var (
	meets  = map[string]bool{"address": true, "host": true, "greet": true, "welcome": true}
	envoys = map[string]bool{"delegation": true, "representative": true, "delegate": true}
)

// participants finds who is at the summit that the article speaks of where
// the sentence does not name it: "X were also present", "addressing
// representatives of Y", "Z is sending a delegation".
func (f *finder) participants() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Lower == "present" && t.Dep == "acomp" {
			f.attend(v, f.subjects(t.Head, 0), t.Head)
		}
		if t.Pos != "VERB" {
			continue
		}
		o := f.Kid(v, "dobj")
		switch {
		case meets[t.Lemma] && o != page.None:
			if f.Lex.In("representative", f.Tokens[o].Lemma) {
				f.attend(v, f.refs(o), v)
			}
		case f.comes(v, o):
			f.attend(v, f.subjects(v, 0), v)
		}
	}
}

// comes reports whether the subject of the verb at v comes to a meeting that
// the sentence need not name.
func (f *finder) comes(v, o int) bool {
	switch f.Tokens[v].Lemma {
	case "attend":
		return o == page.None
	case "participate":
		return f.Kid(v, "prep") == page.None
	case "gather":
		return true
	case "send":
		return o != page.None && envoys[f.Tokens[o].Lemma]
	}
	return false
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
