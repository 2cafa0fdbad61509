package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// nouns reads the links that nouns state: "the killing of B by A", "A's
// criticism of B", "talks between A and B".
func (f *finder) nouns() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if t.Pos != "NOUN" && t.Dep != "acomp" || f.At[i] != draft.None {
			continue
		}
		frames := f.Lex.Nouns[t.Lower]
		if len(frames) == 0 {
			frames = f.Lex.Nouns[t.Lemma]
		}
		done := map[[2]int]bool{}
		for _, fr := range frames {
			f.nounFrame(i, fr, done)
		}
	}
}

func (f *finder) nounFrame(i int, fr lexicon.NounFrame, done map[[2]int]bool) {
	if fr.From[0] == "between" {
		if p := f.prep(i, "between"); p != page.None {
			f.between(i, f.refs(p), fr.Link)
		}
		return
	}
	to := f.nounSlot(i, fr.To, fr.Link)
	from := f.nounSlot(i, fr.From, fr.Link)
	verb := page.None
	if len(fr.From) == 1 && fr.From[0] == "be" {
		from = f.called(i)
		if t := &f.Tokens[i]; t.Dep == "attr" || t.Dep == "acomp" {
			verb = t.Head
		}
	} else if t := &f.Tokens[i]; t.Dep == "dobj" && f.Tokens[t.Head].Pos == "VERB" {
		verb = t.Head
	}
	for _, a := range from {
		for _, b := range to {
			pair := [2]int{a.Thing, b.Thing}
			done[pair] = done[pair] || f.claim(f.new("noun", 0.75, a, fr.Link, b, i, verb))
		}
	}
}

func (f *finder) between(i int, refs []refer.Ref, link graphmodel.LinkType) {
	for k, a := range refs {
		for _, b := range refs[k+1:] {
			f.claim(f.new("between", 0.8, a, link, b, i, page.None))
		}
	}
}

// nounSlot returns the actors that stand around a noun in one of the ways.
func (f *finder) nounSlot(i int, ways []string, link graphmodel.LinkType) []refer.Ref {
	for _, way := range ways {
		var out []refer.Ref
		switch way {
		case "poss":
			out = f.possessors(i)
		case "have":
			out = f.havers(i)
		case "be":
		default:
			p := f.prep(i, way)
			if t := &f.Tokens[i]; p == page.None && (t.Dep == "dobj" || t.Dep == "nsubjpass") && light[f.Tokens[t.Head].Lemma] {
				p = f.prep(t.Head, way)
			}
			if p != page.None {
				out = f.refs(p)
				if len(out) == 0 && link == graphmodel.Attacks {
					out = f.targetsOf(p, link)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// possessors are the actors whose a noun is: "Iran's attack", "the American
// attack", "the US attack".
func (f *finder) possessors(i int) []refer.Ref {
	for _, dep := range [...]string{"poss", "amod", "compound", "nmod"} {
		if k := f.Kid(i, dep); k != page.None {
			var out []refer.Ref
			for _, r := range f.refs(k) {
				if f.Kind(r.Thing).Actor() && (f.Tokens[k].Lower != "our" || f.Kind(r.Thing) != graphmodel.Person) {
					out = append(out, r) // "our fight" is not one person's
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// light are the verbs that add nothing to their object: to hold talks, to
// have a conversation, to launch an attack.
var light = map[string]bool{
	"have": true, "hold": true, "launch": true, "make": true, "carry": true, "conduct": true, "sign": true, "reach": true, "strike": true,
	"open": true, "begin": true, "start": true, "resume": true, "continue": true, "increase": true, "expand": true, "provide": true,
	"give": true, "send": true, "file": true, "bring": true, "announce": true, "offer": true, "express": true, "voice": true, "win": true,
	"receive": true, "get": true, "commit": true, "stage": true, "order": true, "orchestrate": true, "plan": true, "issue": true, "pursue": true, "seek": true, "show": true, "lend": true, "pledge": true, "enjoy": true, "maintain": true, "deepen": true, "strengthen": true, "cut": true, "end": true, "suspend": true, "pay": true, "mount": true, "extend": true,
}

// havers are the subjects of a light verb with the noun as its object.
func (f *finder) havers(i int) []refer.Ref {
	t := &f.Tokens[i]
	v := t.Head
	switch f.Tokens[v].Lemma {
	case "receive", "get", "win":
		return nil // who gets support does not give it
	}
	if f.Tokens[v].Pos != "VERB" || !light[f.Tokens[v].Lemma] || t.Dep != "dobj" && t.Dep != "nsubjpass" {
		return nil
	}
	return f.subjects(v, 0)
}

// called are the things that are called so: "A is a critic of B", "A, an ally
// of B", "ally A".
func (f *finder) called(i int) []refer.Ref {
	t := &f.Tokens[i]
	if t.Dep == "appos" {
		return f.plain(t.Head)
	}
	if a := f.Kid(i, "appos"); a != page.None && f.ThingAt(a) != draft.None {
		return f.refs(a)
	}
	if t.Dep == "attr" || t.Dep == "acomp" {
		return f.subjects(t.Head, 0)
	}
	if up := &f.Tokens[t.Head]; t.Dep == "pobj" && up.Lower == "in" && f.Tokens[up.Head].Lemma == "be" {
		return f.subjects(up.Head, 0) // "is in favour of"
	}
	return nil
}

func (f *finder) plain(i int) []refer.Ref {
	if th := f.ThingAt(i); th != draft.None {
		return []refer.Ref{{Thing: th, Token: i, Plain: true}}
	}
	return nil
}
