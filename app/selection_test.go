package app

import (
	"testing"

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
