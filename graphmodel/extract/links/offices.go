package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// taking are the verbs by which somebody comes to an office; ended those by
// which he goes.
var taking = map[string]bool{
	"appoint": false, "elect": false, "re-elect": false, "reelect": false, "name": false, "choose": false, "confirm": false, "become": false, "be": false, "serve": false, "remain": false,
	"resign": true, "retire": true, "quit": true, "step": true, "remove": true, "dismiss": true, "sack": true, "fire": true, "oust": true,
}

// offices reads who takes or leaves an office by a verb: "X was elected
// president of Y", "Y named X as its head", "X resigned as head of Y".
func (f *finder) offices() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		ended, ok := taking[t.Lemma]
		if !ok || t.Pos != "VERB" && t.Pos != "AUX" || t.Dep == "xcomp" {
			continue
		}
		title := f.Kid(v, "oprd", "attr")
		if title == page.None {
			title = f.prep(v, "as")
		}
		if title == page.None || !f.Lex.RoleEnds[f.Tokens[title].Lower] {
			continue
		}
		who := f.subjects(v, 0)
		if f.passive(v) || f.Kid(v, "dobj") != page.None {
			who = f.objects(v)
		}
		f.takes(who, v, title, ended)
	}
}

// takes makes the links of those who take the office of which title is the
// last word.
func (f *finder) takes(who []refer.Ref, v, title int, ended bool) {
	words := f.Text(f.Tokens[title].Left, title+1)
	for _, of := range f.officeOf(title) {
		for _, p := range who {
			if f.Kind(p.Thing) != graphmodel.Person || f.Kind(of.Thing) == graphmodel.Person {
				continue
			}
			c := f.new("office", 0.8, p, f.officeLink(words, of.Thing), of, title, v)
			c.ended = ended
			f.claim(c)
		}
	}
}

// officeOf is the body or country that an office is of.
func (f *finder) officeOf(title int) []refer.Ref {
	for _, word := range [...]string{"of", "at", "for"} {
		if p := f.prep(title, word); p != page.None {
			return f.refs(p)
		}
	}
	for _, dep := range [...]string{"poss", "compound", "amod", "nmod"} {
		if k := f.Kid(title, dep); k != page.None && f.ThingAt(k) != draft.None {
			return f.refs(k)
		}
	}
	return nil
}
