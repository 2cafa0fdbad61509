package graphtest_test

import (
	"slices"
	"strings"
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/graphtest"
)

func TestSummitKeepsItsPromises(t *testing.T) {
	g := graphtest.Summit(t)
	if n, m := g.Size(); n != 17 || m != 19 {
		t.Errorf("the summit has %d things and %d links", n, m)
	}
	if near := g.Neighbours("Harbour Summit"); len(near) != 7 {
		t.Errorf("round the summit are %q", near)
	}
}

func TestEvidenceNamesItsWords(t *testing.T) {
	e := graphtest.Evidence("Ana Lind", graphmodel.Leads, "Norland")
	for want, s := range map[string]graphmodel.Span{"Ana Lind": e.From, "leads": e.Trigger, "Norland": e.To} {
		if got := e.Text[s.Start:s.End]; got != want {
			t.Errorf("%q where %q should stand", got, want)
		}
		if !e.Sentence.Contains(s) {
			t.Errorf("%q lies outside its sentence", want)
		}
	}
}

// broken is a graph that breaks one promise.
type broken struct {
	*graphmodel.Graph
	entities func([]graphmodel.Entity) []graphmodel.Entity
	links    func([]graphmodel.Link) []graphmodel.Link
	near     func([]string) []string
	linksOf  func([]graphmodel.Link) []graphmodel.Link
	more     int
}

func (b *broken) Entities() []graphmodel.Entity {
	if b.entities != nil {
		return b.entities(b.Graph.Entities())
	}
	return b.Graph.Entities()
}

func (b *broken) Links() []graphmodel.Link {
	if b.links != nil {
		return b.links(b.Graph.Links())
	}
	return b.Graph.Links()
}

func (b *broken) LinksOf(id string) []graphmodel.Link {
	if b.linksOf != nil {
		return b.linksOf(b.Graph.LinksOf(id))
	}
	return b.Graph.LinksOf(id)
}

func (b *broken) Neighbours(id string) []string {
	if b.near != nil {
		return b.near(b.Graph.Neighbours(id))
	}
	return b.Graph.Neighbours(id)
}

func (b *broken) Size() (entities, links int) {
	n, m := b.Graph.Size()
	return n + b.more, m
}

func TestFaultsAreFound(t *testing.T) {
	type things = []graphmodel.Entity
	type links = []graphmodel.Link
	reversed := func(list things) things { slices.Reverse(list); return list }
	change := func(f func(*graphmodel.Link)) func(links) links {
		return func(list links) links { f(&list[0]); return list }
	}
	shared := graphtest.Summit(t).Links()
	for name, c := range map[string]struct {
		g    broken
		says string
	}{
		"order of things":   {broken{entities: reversed}, "comes after"},
		"kind":              {broken{entities: func(l things) things { l[0].Kind = "ship"; return l }}, "of the kind"},
		"lost thing":        {broken{entities: func(l things) things { return l[1:] }}, "not there"},
		"no id":             {broken{entities: func(l things) things { l[0].ID = ""; return l }}, "no id"},
		"order of links":    {broken{links: func(l links) links { slices.Reverse(l); return l }}, "comes after"},
		"no sentence":       {broken{links: change(func(l *graphmodel.Link) { l.Evidence = nil })}, "no sentence"},
		"sentence twice":    {broken{links: change(func(l *graphmodel.Link) { l.Evidence = append(l.Evidence, l.Evidence...) })}, "twice"},
		"loop":              {broken{links: change(func(l *graphmodel.Link) { l.To = l.From })}, "ends where it starts"},
		"misfit":            {broken{links: change(func(l *graphmodel.Link) { l.Type = graphmodel.Targets })}, "joins a"},
		"larger id first":   {broken{links: change(func(l *graphmodel.Link) { l.Type, l.To = graphmodel.Meets, "A" })}, "larger id"},
		"links of a thing":  {broken{linksOf: func(l links) links { return l[:0] }}, "the links of"},
		"neighbours":        {broken{near: func(l []string) []string { return append(l, "nobody") }}, "the neighbours of"},
		"size":              {broken{more: 1}, "the size"},
		"handed out itself": {broken{links: func(links) links { return shared }}, "changes the graph"},
	} {
		t.Run(name, func(t *testing.T) {
			c.g.Graph = graphtest.Summit(t)
			faults := graphtest.Faults(&c.g)
			if !slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(f, c.says) }) {
				t.Errorf("nothing says %q in %q", c.says, faults)
			}
		})
	}
}
