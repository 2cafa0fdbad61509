package graphmodel_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/graphtest"
)

// four is a graph with one thing of each kind and no link.
func four(t testing.TB) *graphmodel.Graph {
	t.Helper()
	return graphtest.Graph(t, []graphmodel.Entity{
		graphtest.Entity("p", graphmodel.Person), graphtest.Entity("o", graphmodel.Organisation),
		graphtest.Entity("c", graphmodel.Country), graphtest.Entity("m", graphmodel.Measure),
		graphtest.Entity("p2", graphmodel.Person),
	}, nil)
}

func TestEmptyGraph(t *testing.T) {
	g := graphmodel.NewGraph()
	graphtest.Check(t, g)
	if len(g.Entities())+len(g.Links())+len(g.LinksOf("x"))+len(g.Neighbours("x")) != 0 || g.Revision() != 0 {
		t.Error("a new graph is not empty")
	}
}

func TestAddEntity(t *testing.T) {
	g := four(t)
	before := g.Revision()
	if err := g.AddEntity(graphtest.Entity("p", graphmodel.Country)); !errors.Is(err, graphmodel.ErrDuplicate) {
		t.Errorf("an id that is taken gives %v", err)
	}
	if e, _ := g.Entity("p"); e.Kind != graphmodel.Person {
		t.Errorf("the refused thing is in: %+v", e)
	}
	if g.Revision() != before {
		t.Error("a refused thing counts as a change")
	}
}

// The library keeps what it is given: the graph must keep a copy.
func TestKeepsNothingOfTheCaller(t *testing.T) {
	g := four(t)
	e := graphtest.Entity("x", graphmodel.Person)
	e.Roles = []graphmodel.Role{{Title: "mayor"}}
	e.Statuses = []graphmodel.MeasureStatus{{Word: "adopted"}}
	l := graphtest.Link("x", graphmodel.Leads, "o")
	if err := errors.Join(g.AddEntity(e), g.AddLink(l)); err != nil {
		t.Fatal(err)
	}
	entity, _ := g.Entity("x")
	link, _ := g.Link(l.Key())
	e.Names[0].Text, e.Mentions[0].Text, e.Roles[0].Title, e.Statuses[0].Word = "", "", "", ""
	l.Evidence[0].Text = ""
	if now, _ := g.Entity("x"); !reflect.DeepEqual(now, entity) || now.Roles[0].Title != "mayor" {
		t.Errorf("the thing changed from outside: %+v", now)
	}
	if now, _ := g.Link(l.Key()); !reflect.DeepEqual(now, link) || now.Evidence[0].Text != "x leads o." {
		t.Errorf("the link changed from outside: %+v", now)
	}
}

func TestAddLinkRefuses(t *testing.T) {
	bare := graphtest.Link("p", graphmodel.Leads, "o")
	bare.Evidence = nil
	for name, c := range map[string]struct {
		link graphmodel.Link
		err  error
	}{
		"no first end":         {graphtest.Link("x", graphmodel.Leads, "o"), graphmodel.ErrNoEntity},
		"no second end":        {graphtest.Link("p", graphmodel.Leads, "x"), graphmodel.ErrNoEntity},
		"kinds that misfit":    {graphtest.Link("o", graphmodel.Leads, "p"), graphmodel.ErrUnfit},
		"no such type":         {graphtest.Link("p", "LOVES", "o"), graphmodel.ErrUnfit},
		"loop":                 {graphtest.Link("p", graphmodel.Meets, "p"), graphmodel.ErrUnfit},
		"no sentence":          {bare, graphmodel.ErrNoEvidence},
		"part of another kind": {graphtest.Link("o", graphmodel.PartOf, "m"), graphmodel.ErrUnfit},
	} {
		t.Run(name, func(t *testing.T) {
			g := four(t)
			before := g.Revision()
			if err := g.AddLink(c.link); !errors.Is(err, c.err) {
				t.Errorf("got %v, want %v", err, c.err)
			}
			if len(g.Links()) != 0 || g.Revision() != before {
				t.Error("the refused link left something behind")
			}
		})
	}
}

func TestLinkByHandNeedsNoSentence(t *testing.T) {
	g := four(t)
	l := graphmodel.Link{From: "p", Type: graphmodel.Leads, To: "o", ByHand: true}
	if err := g.AddLink(l); err != nil {
		t.Fatal(err)
	}
	if have, err := g.Link(l.Key()); err != nil || !have.ByHand || have.Status() != graphmodel.StatusByHand {
		t.Errorf("got %+v, %v", have, err)
	}
}

// The library has one edge for an ordered pair: all types of a pair must find
// room on it, and each direction is a pair of its own.
func TestManyLinksOfOnePair(t *testing.T) {
	g := four(t)
	links := []graphmodel.Link{
		graphtest.Link("p", graphmodel.WorksFor, "o"),
		graphtest.Link("p", graphmodel.Leads, "o"),
		graphtest.Link("p", graphmodel.Owns, "o"),
		graphtest.Link("o", graphmodel.Appoints, "p"),
	}
	for _, l := range links {
		if err := g.AddLink(l); err != nil {
			t.Fatal(err)
		}
	}
	var types []graphmodel.LinkType
	for _, l := range g.Links() {
		types = append(types, l.Type)
	}
	want := []graphmodel.LinkType{graphmodel.Appoints, graphmodel.Leads, graphmodel.Owns, graphmodel.WorksFor}
	if !slices.Equal(types, want) {
		t.Errorf("the pair holds %q, want %q", types, want)
	}
	if near := g.Neighbours("p"); !slices.Equal(near, []string{"o"}) {
		t.Errorf("p has the neighbours %q", near)
	}
	for left, l := range links {
		if err := g.RemoveLink(l.Key()); err != nil {
			t.Fatal(err)
		}
		graphtest.Check(t, g)
		if got := len(g.LinksOf("o")); got != len(links)-left-1 {
			t.Errorf("%d links after %d were taken out", got, left+1)
		}
	}
}

func TestEvidenceAddsUp(t *testing.T) {
	g := four(t)
	first := graphtest.Link("p", graphmodel.Leads, "o")
	second := graphtest.Link("p", graphmodel.Leads, "o")
	second.Evidence[0].Sentence.Article = "another"
	second.Evidence = append(second.Evidence, first.Evidence...)
	first.Evidence = append(first.Evidence, first.Evidence...)
	for range 2 {
		if err := errors.Join(g.AddLink(first), g.AddLink(second)); err != nil {
			t.Fatal(err)
		}
	}
	l, err := g.Link(first.Key())
	if err != nil || len(l.Evidence) != 2 {
		t.Fatalf("got %d sentences, %v", len(l.Evidence), err)
	}
	if l.Evidence[0] != first.Evidence[0] || l.Evidence[1] != second.Evidence[0] {
		t.Errorf("the sentences are not in the order they came: %+v", l.Evidence)
	}
}

func TestUndirectedLinkIsOne(t *testing.T) {
	g := four(t)
	l := graphtest.Link("p2", graphmodel.Meets, "c")
	if err := g.AddLink(l); err != nil {
		t.Fatal(err)
	}
	if err := g.AddLink(graphtest.Link("c", graphmodel.Meets, "p2")); err != nil {
		t.Fatal(err)
	}
	links := g.Links()
	if len(links) != 1 || links[0].From != "c" || len(links[0].Evidence) != 2 {
		t.Fatalf("got %+v", links)
	}
	e := links[0].Evidence[0]
	if e.Text[e.From.Start:e.From.End] != "c" || e.Text[e.To.Start:e.To.End] != "p2" {
		t.Errorf("the ends were turned, the spans of their words were not: %+v", e)
	}
	if _, err := g.Link(l.Key()); err != nil {
		t.Errorf("asked for the other way round: %v", err)
	}
	if err := g.RemoveLink(l.Key()); err != nil || len(g.Links()) != 0 {
		t.Errorf("taken out the other way round: %v", err)
	}
}

func TestRemoveLinkThatIsNotThere(t *testing.T) {
	g := graphtest.Summit(t)
	before, links := g.Revision(), g.Links()
	for _, k := range []graphmodel.Key{
		{From: "Norland", Type: graphmodel.Repeals, To: "Fairwater Act"},
		{From: "Fairwater Act", Type: graphmodel.Targets, To: "Norland"},
		{From: "nobody", Type: graphmodel.Leads, To: "Norland"},
		{},
	} {
		if err := g.RemoveLink(k); !errors.Is(err, graphmodel.ErrNoLink) {
			t.Errorf("%v gives %v", k, err)
		}
		if _, err := g.Link(k); !errors.Is(err, graphmodel.ErrNoLink) {
			t.Errorf("looking up %v gives %v", k, err)
		}
	}
	if g.Revision() != before || !reflect.DeepEqual(g.Links(), links) {
		t.Error("taking out nothing changed something")
	}
}

// The library refuses to remove a vertex that has edges; the graph takes them
// out with it.
func TestRemoveEntity(t *testing.T) {
	g := graphtest.Summit(t)
	if err := g.RemoveEntity("nobody"); !errors.Is(err, graphmodel.ErrNoEntity) {
		t.Errorf("one that is not there gives %v", err)
	}
	entities, links := g.Size()
	gone := len(g.LinksOf("Norland"))
	if err := g.RemoveEntity("Norland"); err != nil {
		t.Fatal(err)
	}
	graphtest.Check(t, g)
	if n, m := g.Size(); n != entities-1 || m != links-gone || gone == 0 {
		t.Errorf("left are %d things and %d links", n, m)
	}
	if _, err := g.Entity("Norland"); !errors.Is(err, graphmodel.ErrNoEntity) {
		t.Errorf("looked up it gives %v", err)
	}
	if err := g.AddEntity(graphtest.Entity("Norland", graphmodel.Country)); err != nil {
		t.Fatal(err)
	}
	if left := g.LinksOf("Norland"); len(left) != 0 {
		t.Errorf("put in again it still has %d links", len(left))
	}
}

// The library lists vertices and edges in random order.
func TestOrderIsAlwaysTheSame(t *testing.T) {
	g := graphtest.Summit(t)
	again := graphmodel.NewGraph()
	entities, links := g.Entities(), g.Links()
	slices.Reverse(entities)
	slices.Reverse(links)
	for _, e := range entities {
		if err := again.AddEntity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range links {
		if err := again.AddLink(l); err != nil {
			t.Fatal(err)
		}
	}
	graphtest.Check(t, again)
	if !reflect.DeepEqual(again.Entities(), g.Entities()) || !reflect.DeepEqual(again.Links(), g.Links()) {
		t.Error("a graph built from its own lists, last first, differs from it")
	}
	for range 20 {
		if !reflect.DeepEqual(again.Links(), g.Links()) {
			t.Fatal("the same graph lists its links in another order")
		}
	}
}

// The maps of the library are kept for one revision; a change must drop them.
func TestReadingSeesEveryChange(t *testing.T) {
	g := four(t)
	l := graphtest.Link("p", graphmodel.Leads, "o")
	last := g.Revision()
	if len(g.LinksOf("p")) != 0 {
		t.Fatal("not empty")
	}
	if err := g.AddLink(l); err != nil {
		t.Fatal(err)
	}
	if len(g.LinksOf("p")) != 1 || len(g.LinksOf("o")) != 1 || g.Revision() != last+1 {
		t.Error("the new link is not seen")
	}
	if err := g.RemoveLink(l.Key()); err != nil || len(g.LinksOf("o")) != 0 || g.Revision() != last+2 {
		t.Errorf("the link taken out is still seen, %v", err)
	}
}

// The library's RemoveVertex writes under a read lock. Run with -race.
func TestManyAtOnce(t *testing.T) {
	g := graphtest.Summit(t)
	var wait sync.WaitGroup
	for k := range 8 {
		wait.Go(func() {
			id := fmt.Sprint("guest ", k)
			for range 25 {
				if err := g.AddEntity(graphtest.Entity(id, graphmodel.Person)); err != nil {
					t.Error(err)
				}
				if err := g.AddLink(graphtest.Link(id, graphmodel.TakesPartIn, "Harbour Summit")); err != nil {
					t.Error(err)
				}
				if len(g.Neighbours(id)) != 1 || len(g.Entities()) < 17 || len(g.Links()) < 19 {
					t.Error("something is missing")
				}
				if err := g.RemoveEntity(id); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	if n, m := g.Size(); n != 17 || m != 19 {
		t.Errorf("left are %d things and %d links", n, m)
	}
}
