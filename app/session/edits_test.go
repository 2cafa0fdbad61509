package session

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/layout"
)

// seen is what of a snapshot a person sees.
type seen struct {
	Entities  []graphmodel.Entity
	Links     []graphmodel.Link
	Articles  []article.Article
	Decisions []graphmodel.Decision
	Positions map[string]layout.Point
	Pinned    map[string]bool
	Title     string
}

func see(s Snapshot) seen {
	return seen{s.Graph.Entities(), s.Graph.Links(), s.Articles, s.Decisions, s.Positions, s.Pinned, s.Title}
}

func same(t *testing.T, what string, want, have Snapshot) {
	t.Helper()
	if d := cmp.Diff(see(want), see(have)); d != "" {
		t.Errorf("%s (-want +have):\n%s", what, d)
	}
}

// id is that of the thing that is found first.
func (d *desk) id(words string) string {
	d.t.Helper()
	hits := d.Find(words)
	if len(hits) == 0 || hits[0].Kind == HitSentence {
		d.t.Fatalf("there is no %q; the things are %v", words, d.names())
	}
	return hits[0].Entity
}

func (d *desk) names() []string {
	var all []string
	for _, e := range d.Snapshot().Graph.Entities() {
		all = append(all, string(e.Kind)+" "+e.Name)
	}
	return all
}

func (d *desk) entity(id string) graphmodel.Entity {
	d.t.Helper()
	e, err := d.Snapshot().Graph.Entity(id)
	if err != nil {
		d.t.Fatal(err)
	}
	return e
}

// TestEveryChangeIsUndone makes each change, takes it back, and makes it
// again: what a person sees must be the same on each side every time.
func TestEveryChangeIsUndone(t *testing.T) {
	d := newDesk(t)
	d.add(harbour, ferry)
	ada, erik, shipping := d.id("Ada Lind"), d.id("Erik Sund"), d.id("Nordic Shipping")
	link := d.Snapshot().Graph.Links()[0]
	from, to := d.entity(link.From).Name, d.entity(link.To).Name
	for _, c := range []struct {
		label string
		do    func()
		check func(Snapshot) bool
	}{
		{"Move Ada Lind", func() { d.Move([]string{ada}, []layout.Point{{X: 500, Y: -40}}, nil) },
			func(s Snapshot) bool { return s.Positions[ada] == layout.Point{X: 500, Y: -40} && s.Pinned[ada] }},
		{"Move 2 things", func() { d.Move([]string{ada, erik}, []layout.Point{{X: 1}, {X: 400}}, nil) },
			func(s Snapshot) bool { return s.Positions[erik].X == 400 && s.Pinned[erik] }},
		{"Unpin Ada Lind", func() { d.Pin([]string{ada}, false) }, func(s Snapshot) bool { return !s.Pinned[ada] && s.Pinned[erik] }},
		{"Pin Nordic Shipping", func() { d.Pin([]string{shipping}, true) }, func(s Snapshot) bool { return s.Pinned[shipping] }},
		{"Rename to Ada M. Lind", func() { d.Rename(ada, " Ada M.\n Lind ") },
			func(s Snapshot) bool { e, err := s.Graph.Entity(ada); return err == nil && e.Name == "Ada M. Lind" }},
		{"Make Nordic Shipping a person", func() { d.SetKind(graphmodel.Person, shipping) },
			func(s Snapshot) bool {
				e, err := s.Graph.Entity(shipping)
				return err == nil && e.Kind == graphmodel.Person
			}},
		{"Reject “" + from + " " + link.Type.Words() + " " + to + "”", func() { d.RejectLink(link.Key()) },
			func(s Snapshot) bool { _, err := s.Graph.Link(link.Key()); return err != nil }},
		{"Merge Erik Sund into Ada M. Lind", func() { d.Merge(ada, erik) },
			func(s Snapshot) bool { _, err := s.Graph.Entity(erik); return err != nil }},
		{"Delete Nordic Shipping", func() { d.Delete(shipping) },
			func(s Snapshot) bool { _, err := s.Graph.Entity(shipping); return err != nil }},
		{"Arrange by links", func() { d.Arrange("force", nil) }, func(s Snapshot) bool { return len(s.Positions) > 0 }},
		{"Add “Iceland ends whale hunt”", func() { d.AddText(whales, headed(whales)) },
			func(s Snapshot) bool { return len(s.Articles) == 3 }},
		{"Remove “Port Elva council backs harbour fee”", func() { d.RemoveArticle(d.Snapshot().Articles[0].ID) },
			func(s Snapshot) bool { return len(s.Articles) == 2 }},
	} {
		before := d.Snapshot()
		c.do()
		d.Wait()
		after := d.Snapshot()
		if !c.check(after) {
			t.Errorf("%s has not come about: %v", c.label, d.problems())
		}
		if after.UndoLabel != c.label || !after.CanUndo || after.CanRedo {
			t.Errorf("undo would take back %q, not %q", after.UndoLabel, c.label)
		}
		if len(after.Positions) != len(after.Graph.Entities()) {
			t.Errorf("%s: %d places", c.label, len(after.Positions))
		}
		for range 2 {
			d.Undo()
			d.Wait()
			back := d.Snapshot()
			same(t, "taking back: "+c.label, before, back)
			if back.RedoLabel != c.label || !back.CanRedo {
				t.Errorf("redo would do %q, not %q", back.RedoLabel, c.label)
			}
			d.Redo()
			d.Wait()
			same(t, "again: "+c.label, after, d.Snapshot())
		}
	}
	last := d.Snapshot()
	for d.Snapshot().CanUndo {
		d.Undo()
	}
	d.Wait()
	if s := d.Snapshot(); len(s.Articles) != 0 || len(s.Positions) != 0 {
		t.Errorf("after undoing everything there are %d articles, %d places", len(s.Articles), len(s.Positions))
	}
	for d.Snapshot().CanRedo {
		d.Redo()
	}
	d.Wait()
	same(t, "everything again", last, d.Snapshot())
}

func TestChangesOfNothingAreNone(t *testing.T) {
	d := newDesk(t)
	s := d.add(harbour)
	ada := d.id("Ada Lind")
	d.Move([]string{"no/such", ada}, []layout.Point{{}, {X: math.NaN()}}, nil)
	d.Move([]string{ada}, nil, nil)
	d.Pin([]string{ada}, false)
	d.Pin([]string{"no/such"}, true)
	d.Rename(ada, d.entity(ada).Name)
	d.Rename(ada, " \n")
	d.SetKind(graphmodel.Person, ada)
	d.SetKind("ship", ada)
	d.Delete("no/such")
	d.Merge(ada, ada)
	d.Merge(ada, "no/such")
	d.RejectLink(graphmodel.Key{From: ada, Type: graphmodel.Leads, To: "no/such"})
	d.RemoveArticle("no such")
	d.Redo()
	d.Wait()
	same(t, "nothing was asked for", s, d.Snapshot())
	if now := d.Snapshot(); now.UndoLabel != s.UndoLabel {
		t.Errorf("undo would take back %q", now.UndoLabel)
	}
	d.Move([]string{ada}, []layout.Point{{X: math.Inf(1), Y: 3}}, nil)
	d.Wait()
	if now := d.Snapshot(); now.Positions[ada].X != farthest || now.Unsaved {
		t.Errorf("a thing dragged out of the world lies at %v, unsaved %v: %q", now.Positions[ada], now.Unsaved, d.problems())
	}
}

func TestWhatFollowsIsNotPinned(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	ada, erik, shipping := d.id("Ada Lind"), d.id("Erik Sund"), d.id("Nordic Shipping")
	d.Pin([]string{shipping}, true)
	d.Wait()
	before := d.Snapshot()
	d.Move([]string{ada}, []layout.Point{{X: 333, Y: 77}}, map[string]layout.Point{erik: {X: 5, Y: 6}, shipping: {X: 7, Y: 8}})
	d.Wait()
	s := d.Snapshot()
	if s.Positions[erik] != (layout.Point{X: 5, Y: 6}) || s.Pinned[erik] || !s.Pinned[ada] || s.Positions[shipping] != before.Positions[shipping] {
		t.Errorf("what followed lies at %v, pinned %v; what was pinned at %v", s.Positions[erik], s.Pinned[erik], s.Positions[shipping])
	}
	d.Undo()
	d.Wait()
	if d.Snapshot().Positions[erik] != before.Positions[erik] {
		t.Error("undone, what followed stays away")
	}
}

func TestPlacesStay(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	ada := d.id("Ada Lind")
	d.Move([]string{ada}, []layout.Point{{X: 333, Y: 77}}, nil)
	before := d.Snapshot()
	after := d.add(ferry)
	if after.Positions[ada] != (layout.Point{X: 333, Y: 77}) {
		t.Errorf("what was pinned lies at %v", after.Positions[ada])
	}
	for id, at := range before.Positions {
		now, ok := after.Positions[id]
		if ok && math.Hypot(now.X-at.X, now.Y-at.Y) > 300 {
			t.Errorf("%s went from %v to %v", id, at, now)
		}
	}
	d.Arrange("force", nil)
	d.Wait()
	arranged := d.Snapshot()
	if arranged.Positions[ada] != (layout.Point{X: 333, Y: 77}) {
		t.Errorf("arranging moved what is pinned to %v", arranged.Positions[ada])
	}
	d.Arrange("force", nil)
	d.Wait()
	same(t, "arranging twice", arranged, d.Snapshot())
}

func TestDecisionsStandOnWords(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	s := d.Snapshot()
	got := s.Decisions[0]
	if got.Number != 1 || got.Anchor.Article != s.Articles[0].ID || got.Anchor.Quote == "" || got.Anchor.Prefix == "" || got.Time.IsZero() {
		t.Errorf("the decision is %+v", got)
	}
}

func TestHistoryIsNotEndless(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	ada := d.id("Ada Lind")
	for i := range historyLength + 10 {
		d.Move([]string{ada}, []layout.Point{{X: float64(i)}}, nil)
	}
	d.Rename(ada, "Lind")
	for range 30 {
		d.Undo()
	}
	d.Wait()
	s := d.Snapshot()
	if e := d.entity(ada); e.Name == "Lind" || s.Positions[ada].X != historyLength+10-30 {
		t.Errorf("after 30 steps back %s lies at %v", e.Name, s.Positions[ada])
	}
	steps := 0
	for ; d.Snapshot().CanUndo; steps++ {
		d.Undo()
	}
	if steps != historyLength-30 {
		t.Errorf("%d steps were left", steps)
	}
}
