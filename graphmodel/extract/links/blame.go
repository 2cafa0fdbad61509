package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/refer"
)

// doings are the links that a speech can lay at somebody's door without
// naming him again.
var doings = map[graphmodel.LinkType]bool{
	graphmodel.Repeals: true, graphmodel.Adopts: true, graphmodel.Runs: true, graphmodel.Proposes: true,
}

// blamed reads what a speech says was done without saying by whom: "this is
// the result of scrapping the scheme" is said of those whom the speaker blames.
func (f *finder) blamed() {
	for v := range f.Tokens {
		t := &f.Tokens[v]
		if t.Tag != "VBG" || t.Dep != "pcomp" || !f.Speech(v) || len(f.subjects(v, 0)) > 0 {
			continue
		}
		by := f.blamedBy(f.speak[t.Quote], v)
		if by.Thing == draft.None {
			continue
		}
		for _, fr := range f.Frames(v) {
			if !doings[fr.Link] || fr.To != "obj" {
				continue
			}
			for _, m := range f.objects(v) {
				if fr.Allows(f.Things[m.Thing].Sort) {
					f.claim(f.new("blamed", 0.55, by, fr.Link, m, v, v))
				}
			}
		}
	}
}

// blamedBy is the one actor whom the speaker blames in the three sentences
// before the word at v or after it in its own.
func (f *finder) blamedBy(speaker, v int) refer.Ref {
	found := draft.None
	for _, c := range f.claims {
		gap := f.Tokens[v].Sent - f.Tokens[c.trigger].Sent
		if c.link != graphmodel.Criticises || c.from.Thing != speaker || gap < 0 || gap > 3 || !f.Kind(c.to.Thing).Actor() {
			continue
		}
		if found != draft.None && found != c.to.Thing {
			return refer.Ref{Thing: draft.None, Token: v}
		}
		found = c.to.Thing
	}
	if found == draft.None {
		return refer.Ref{Thing: draft.None, Token: v}
	}
	return f.near(found, v)
}

// undone reports whether the measure at k is what a speech says was done away
// with: praise and blame are then for that act.
func (f *finder) undone(k int) bool {
	t := &f.Tokens[k]
	if t.Dep != "dobj" {
		return false
	}
	for _, fr := range f.Frames(t.Head) {
		if fr.Link == graphmodel.Repeals && fr.To == "obj" {
			return true
		}
	}
	return false
}
