package app

import (
	"slices"
	"testing"

	"byline/app/session"
	"byline/graphmodel"
)

func TestTrailGoesBackAndForward(t *testing.T) {
	var tr trail
	a, b, c := selection{ids: []string{"a"}}, selection{ids: []string{"b"}}, selection{link: graphmodel.Key{From: "a", Type: graphmodel.Meets, To: "b"}}
	tr.push(a)
	tr.push(a)
	tr.push(selection{})
	tr.push(b)
	if !tr.canBack() || tr.canForward() {
		t.Fatal("after two selections there is one to go back to")
	}
	if got, ok := tr.step(-1); !ok || !got.equal(a) {
		t.Fatalf("back goes to %v", got)
	}
	if _, ok := tr.step(-1); ok {
		t.Fatal("there is nothing before the first")
	}
	tr.push(c)
	if tr.canForward() {
		t.Fatal("a new selection drops what lay ahead")
	}
	if got, _ := tr.step(-1); !got.equal(a) {
		t.Fatalf("back goes to %v", got)
	}
}

func TestTrailIsNotEndless(t *testing.T) {
	var tr trail
	for i := range trailLength + 50 {
		tr.push(selection{ids: []string{string(rune('a' + i))}})
	}
	if len(tr.all) != trailLength || tr.at != trailLength-1 {
		t.Fatalf("the trail holds %d, at %d", len(tr.all), tr.at)
	}
}

func TestSelectionKeepsWhatIsStillThere(t *testing.T) {
	g := graphmodel.NewGraph()
	if err := g.AddEntity(graphmodel.Entity{ID: "a", Kind: graphmodel.Person}); err != nil {
		t.Fatal(err)
	}
	s := selection{ids: []string{"a", "b"}, link: graphmodel.Key{From: "a", Type: graphmodel.Meets, To: "b"}}
	if got := s.kept(g); !got.equal(selection{ids: []string{"a"}}) {
		t.Fatalf("kept %v", got)
	}
}

// A large graph gives no place to what it does not draw: steps round a thing
// must ask for those first.
func TestNotDrawnNamesWhatHasNoPlaceYet(t *testing.T) {
	w := &window{snap: session.Snapshot{Only: map[string]bool{"a": true}}}
	if got := w.notDrawn(map[string]bool{"c": true, "a": true, "b": true}); !slices.Equal(got, []string{"b", "c"}) {
		t.Errorf("of a, b and c, where a is drawn, %v are not", got)
	}
	w.snap.Only = nil
	if got := w.notDrawn(map[string]bool{"b": true}); len(got) > 0 {
		t.Errorf("a graph that is drawn whole leaves out %v", got)
	}
}
