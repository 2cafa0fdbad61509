package session

import (
	"maps"
	"reflect"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

// large is a session whose graph has many things that all have links.
func large(t *testing.T, things int) *desk {
	t.Helper()
	d := newDesk(t)
	d.Session.mu.Lock()
	d.set(&document{graph: scenetest.Large(things).Graph, built: true})
	d.unlock()
	d.Wait()
	return d
}

func TestALargeGraphOpensOnItsMostTellingThings(t *testing.T) {
	d := large(t, scene.OpenWhole+180)
	s := d.Snapshot()
	if len(s.Only) != scene.OpenOn {
		t.Fatalf("it opens on %d things, want %d", len(s.Only), scene.OpenOn)
	}
	if len(d.doc.places) != scene.OpenOn {
		t.Errorf("%d things have a place, want those that are drawn", len(d.doc.places))
	}
	first := s.Only
	d.ShowMore()
	d.Wait()
	if s = d.Snapshot(); len(s.Only) != 2*scene.OpenOn || s.UndoLabel != "Show 40 more" {
		t.Errorf("after Show more there are %d, and Undo says %q", len(s.Only), s.UndoLabel)
	}
	for id := range first {
		if !s.Only[id] {
			t.Errorf("%s is gone from the picture", id)
		}
	}
	d.Undo()
	d.Wait()
	if s = d.Snapshot(); !maps.Equal(s.Only, first) {
		t.Errorf("undone, %d things are drawn, want the first %d", len(s.Only), len(first))
	}
}

func TestThingsAskedForJoinALargeGraph(t *testing.T) {
	d := large(t, scene.OpenWhole+180)
	var other string
	for _, e := range d.Snapshot().Graph.Entities() {
		if !d.Snapshot().Only[e.ID] {
			other = e.ID
			break
		}
	}
	d.Show("Show 1 thing", d.Snapshot().Filter, other)
	d.Wait()
	if s := d.Snapshot(); !s.Only[other] || len(s.Only) != scene.OpenOn+1 || s.UndoLabel != "Show 1 thing" {
		t.Errorf("asked for one more, %d are drawn, and Undo says %q", len(s.Only), s.UndoLabel)
	}
	d.ShowAll()
	d.Wait()
	if s := d.Snapshot(); s.Only != nil || len(d.doc.places) != len(s.Positions) {
		t.Errorf("asked for all, %d are drawn", len(s.Only))
	}
}

func TestASmallGraphIsDrawnWhole(t *testing.T) {
	if s := large(t, scene.OpenWhole).Snapshot(); s.Only != nil {
		t.Errorf("of a graph that can be read %d things are drawn", len(s.Only))
	}
}

func TestWhatIsHiddenIsAStepAndIsKept(t *testing.T) {
	d := newDesk(t)
	s := d.add(harbour, ferry)
	id := s.Graph.Entities()[0].ID
	f := s.Filter.Clone()
	f.Hidden[id], f.HiddenKinds[graphmodel.Country] = true, true
	f.HiddenStatuses[graphmodel.StatusDenied] = false
	d.Show("Hide it", f)
	d.Wait()
	if s = d.Snapshot(); s.UndoLabel != "Hide it" || !reflect.DeepEqual(s.Filter, f) {
		t.Fatalf("Undo says %q, the filter is %+v", s.UndoLabel, s.Filter)
	}
	d.Undo()
	d.Wait()
	if s = d.Snapshot(); !reflect.DeepEqual(s.Filter, scene.StartFilter()) {
		t.Errorf("undone, the filter is %+v", s.Filter)
	}
	d.Redo()
	d.Wait()
	d.must(d.Close())
	again := reopened(t, d.Snapshot().Path)
	if have := again.Snapshot().Filter; !have.Hidden[id] || !have.HiddenKinds[graphmodel.Country] || have.HiddenStatuses[graphmodel.StatusDenied] {
		t.Errorf("opened again, the filter is %+v", have)
	}
}

func TestAReadOnlyProjectIsLookedAt(t *testing.T) {
	d := large(t, scene.OpenWhole+180)
	d.Session.mu.Lock()
	d.why = "it is held by another window"
	d.Session.mu.Unlock()
	d.ShowMore()
	d.Wait()
	s := d.Snapshot()
	if len(s.Only) != 2*scene.OpenOn || s.CanUndo || len(d.problems()) > 0 {
		t.Errorf("%d things are drawn, undo %v, told %q", len(s.Only), s.CanUndo, d.problems())
	}
}
