package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// verbs reads the links that verbs state: subject, verb, object and what
// stands for them in passives, relative clauses and infinitives.
func (f *finder) verbs() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Pos != "VERB" || f.At[v] != draft.None {
			continue
		}
		frames := f.Frames(v)
		if len(frames) == 0 || f.question(v) {
			continue
		}
		done := map[[2]int]bool{}
		for _, fr := range frames {
			f.frame(v, fr, done)
		}
	}
}

// question reports whether the verb stands in a direct question.
func (f *finder) question(v int) bool {
	s := f.Sents[f.Tokens[v].Sent]
	return f.Tokens[s.End-1].Text == "?" || s.End-2 >= s.Start && f.Tokens[s.End-2].Text == "?"
}

// leaving are the verbs after which a member is one no longer.
var leaving = map[string]bool{"leave": true, "quit": true, "withdraw": true, "resign": true, "pull": true, "defect": true}

func (f *finder) frame(v int, fr lexicon.Frame, done map[[2]int]bool) {
	if fr.Link == graphmodel.MemberOf && f.inDoing(v) || f.conditional(v) {
		return
	}
	from := f.slot(v, fr.From, fr.Link)
	if len(from) == 0 {
		return
	}
	to := f.slot(v, fr.To, fr.Link)
	pattern, conf := "verb", 0.85
	if len(to) == 0 {
		to = f.behind(v, fr)
		pattern, conf = "verb-behind", 0.65
	}
	for _, a := range from {
		for _, b := range to {
			pair := [2]int{a.Thing, b.Thing}
			if done[pair] || !fr.Allows(f.measureSort(a, b)) {
				continue
			}
			link := fr.Link
			if link == graphmodel.Supports && f.Kind(a.Thing) == graphmodel.Measure {
				link = graphmodel.Funds // money backs a unit
			}
			c := f.new(pattern, conf, a, link, b, v, v)
			c.ended = fr.Link == graphmodel.MemberOf && leaving[f.Tokens[v].Lemma]
			if f.claim(c) {
				done[pair] = true
			}
		}
	}
}

// inDoing reports whether the verb goes on with "in doing something": who
// joins others in condemning an act is no member of them.
func (f *finder) inDoing(v int) bool {
	for _, i := range f.Kids(v) {
		if f.Tokens[i].Lower == "in" && f.Kid(i, "pcomp") != page.None {
			return true
		}
	}
	return false
}

func (f *finder) measureSort(a, b refer.Ref) graphmodel.MeasureSort {
	if f.Kind(b.Thing) == graphmodel.Measure {
		return f.Things[b.Thing].Sort
	}
	if f.Kind(a.Thing) == graphmodel.Measure {
		return f.Things[a.Thing].Sort
	}
	return ""
}

// behind finds the actor behind an object that is no thing itself: "condemned
// Trump's order", "slammed the act of the commission", "attacked oil
// facilities in Saudi Arabia"; or behind a subject: "Iran's refusal angered".
func (f *finder) behind(v int, fr lexicon.Frame) []refer.Ref {
	o := page.None
	switch {
	case fr.To == "obj" && f.passive(v):
		o = f.Kid(v, "nsubjpass")
	case fr.To == "obj":
		o = f.Kid(v, "dobj")
	case fr.To != "subj" || fr.Link != graphmodel.Criticises:
	case f.passive(v):
		o = f.prep(v, "by")
	default:
		o = f.Kid(v, "nsubj")
	}
	if o == page.None {
		return nil
	}
	return f.targetsOf(o, fr.Link)
}

// targetsOf finds whom a link of that type means by the noun at o.
func (f *finder) targetsOf(o int, link graphmodel.LinkType) []refer.Ref {
	if r := f.refs(o); len(r) > 0 {
		return r
	}
	if r := f.wrapped(o); len(r) > 0 {
		return r
	}
	if r := f.sayer(o); len(r) > 0 {
		return r
	}
	switch link {
	case graphmodel.Criticises:
		if violent(f.Tokens[o].Lemma) && f.Kid(o, "poss", "amod", "compound") == page.None {
			return f.attacker(o)
		}
		return f.ownersOf(o, "poss", "by", "of", "amod", "compound")
	case graphmodel.Opposes:
		return f.ownersOf(o, "poss", "by", "of", "amod", "compound")
	case graphmodel.Sanctions:
		return f.ownersOf(o, "poss", "of")
	case graphmodel.Supports:
		return f.ownersOf(o, "poss", "by", "of")
	case graphmodel.CooperatesWith:
		return f.ownersOf(o, "poss", "amod", "compound")
	case graphmodel.Targets:
		return f.ownersOf(o, "poss", "amod", "compound")
	case graphmodel.Attacks:
		return f.ownersOf(o, "poss", "amod", "compound", "in", "of", "belonging")
	case graphmodel.Urges, graphmodel.Threatens:
		return f.ownersOf(o, "poss", "amod", "compound")
	}
	return nil
}

// spoken are the nouns of what somebody said in a sentence before: the link
// that it stated.
var spoken = map[string]graphmodel.LinkType{
	"call": graphmodel.Urges, "appeal": graphmodel.Urges, "demand": graphmodel.Urges, "threat": graphmodel.Threatens,
}

// sayer is whose call or threat a bare noun means: of who called or threatened
// last, in the three sentences before.
func (f *finder) sayer(o int) []refer.Ref {
	link := spoken[f.Tokens[o].Lemma]
	if link == "" || f.Kid(o, "poss", "amod", "compound", "prep", "acl") != page.None {
		return nil
	}
	best, nearest := draft.None, 4
	for _, c := range f.claims {
		gap := f.Tokens[o].Sent - f.Tokens[c.trigger].Sent
		if c.link == link && gap > 0 && gap < nearest {
			best, nearest = c.from.Thing, gap
		}
	}
	if best == draft.None {
		return nil
	}
	return []refer.Ref{f.near(best, o)}
}

// ownersOf finds the actors tied to a noun in the ways named.
func (f *finder) ownersOf(o int, ways ...string) []refer.Ref {
	for _, way := range ways {
		var at int
		switch way {
		case "poss", "amod", "compound":
			at = f.Kid(o, way)
		case "belonging":
			at = page.None
			if acl := f.Kid(o, "acl"); acl != page.None && f.Tokens[acl].Lemma == "belong" {
				at = f.prep(acl, "to")
			}
		default:
			at = f.prep(o, way)
		}
		if at == page.None {
			continue
		}
		var out []refer.Ref
		for _, r := range f.refs(at) {
			if f.Kind(r.Thing).Actor() {
				r.Plain = false
				out = append(out, r)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
