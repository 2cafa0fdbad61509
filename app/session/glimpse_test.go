package session

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel"
	"byline/graphmodel/store"
)

// part are the things of a snapshot's graph that are drawn, and the links
// between them.
func part(s Snapshot) (things []graphmodel.Entity, links []graphmodel.Link) {
	drawn := func(id string) bool { return s.Only == nil || s.Only[id] }
	for _, e := range s.Graph.Entities() {
		if drawn(e.ID) {
			things = append(things, e)
		}
	}
	for _, l := range s.Graph.Links() {
		if drawn(l.From) && drawn(l.To) {
			links = append(links, l)
		}
	}
	return things, links
}

// sameSight compares what is drawn of two snapshots.
func sameSight(t *testing.T, what string, want, have Snapshot) {
	t.Helper()
	wantThings, wantLinks := part(want)
	haveThings, haveLinks := part(have)
	if d := cmp.Diff(wantThings, haveThings) + cmp.Diff(wantLinks, haveLinks); d != "" {
		t.Errorf("%s: other things or links are drawn (-want +have):\n%s", what, d)
	}
	for _, e := range wantThings {
		if want.Positions[e.ID] != have.Positions[e.ID] {
			t.Errorf("%s: %s has moved", what, e.ID)
		}
	}
}

// TestGlimpse opens a large project: what was drawn of it is there before
// anything was read, and an edit made then is kept.
func TestGlimpse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	first := newDesk(t)
	first.must(store.Write(path, store.Content{Items: manyItems(9)}))
	first.must(first.Open(path))
	first.Wait()
	before := first.Snapshot()
	first.must(first.Close())
	if len(before.Only) == 0 || len(before.Only) == len(before.Positions) {
		t.Fatalf("%d of %d things are drawn: this is no large graph", len(before.Only), len(before.Positions))
	}

	gate := make(chan bool)
	held := func(p *Params) { p.Builder = func() (Reader, error) { <-gate; return realReader() } }
	d := newDesk(t, held)
	d.must(d.Open(path))
	glimpse := d.Snapshot()
	if things, _ := glimpse.Graph.Size(); things != len(before.Only) || !glimpse.Progress.Running {
		t.Errorf("%d things at once, want %d; %+v", things, len(before.Only), glimpse.Progress)
	}
	sameSight(t, "at once", before, glimpse)
	id := slices.Sorted(maps.Keys(before.Only))[0]
	d.Rename(id, "Ashore")
	if now := d.Snapshot(); now.Graph != glimpse.Graph || !now.CanUndo {
		t.Errorf("an edit before everything is there changes the graph, or is not taken")
	}
	close(gate)
	d.Wait()
	if e, err := d.Snapshot().Graph.Entity(id); err != nil || e.Name != "Ashore" {
		t.Errorf("the edit came to %q, %v", e.Name, err)
	}
	d.Undo()
	d.Wait()
	sameSight(t, "when all is there", before, d.Snapshot())
	if have, _ := d.Snapshot().Graph.Size(); have != len(before.Positions) {
		t.Errorf("%d things in all, want %d", have, len(before.Positions))
	}
	d.must(d.Close())
}

// TestGlimpseOfAnotherState changes the file behind the glimpse: what is no
// longer true does not show.
func TestGlimpseOfAnotherState(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	first := newDesk(t)
	first.must(store.Write(path, store.Content{Items: manyItems(9)}))
	first.must(first.Open(path))
	first.Wait()
	first.must(first.Close())
	p, err := store.Open(path)
	first.must(err)
	first.must(p.Save(store.Change{SetNotes: map[string]string{"a": "b"}}))
	first.must(p.Close())
	gate := make(chan bool)
	d := newDesk(t, func(p *Params) { p.Builder = func() (Reader, error) { <-gate; return realReader() } })
	d.must(d.Open(path))
	if things, _ := d.Snapshot().Graph.Size(); things != 0 {
		t.Errorf("%d things of another state are drawn", things)
	}
	close(gate)
	d.Wait()
}
