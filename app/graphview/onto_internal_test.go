package graphview

import (
	"slices"
	"testing"

	"byline/graphmodel"
)

// laid notes what is laid on what, and what is merged.
func laid(h *hand) *[]string {
	var got []string
	h.OnLay = func(id, onto string) { got = append(got, "lay "+id+" on "+onto) }
	h.OnMerge = func(onto, id string) { got = append(got, "merge "+id+" into "+onto) }
	return &got
}

// twoOfAKind are two things of one kind, and one of another.
func twoOfAKind(h *hand) (a, b, other string) {
	h.t.Helper()
	all := h.in.Graph.Entities()
	for _, e := range all {
		switch {
		case e.Kind != graphmodel.Organisation && e.Kind != graphmodel.Person:
		case e.Kind == graphmodel.Person && other == "":
			other = e.ID
		case e.Kind == graphmodel.Organisation && a == "":
			a = e.ID
		case e.Kind == graphmodel.Organisation:
			b = e.ID
		}
	}
	if a == "" || b == "" || other == "" {
		h.t.Fatal("the graph has no two bodies and a person")
	}
	return a, b, other
}

func TestAThingIsMergedIntoTheOneItIsLaidOn(t *testing.T) {
	h := newHand(t)
	a, b, _ := twoOfAKind(h)
	got := laid(h)
	was, target := h.at(a), h.at(b)
	h.press(was, 0)
	h.dragTo(was, target)
	if !slices.Equal(h.state.Selected, []string{a, b}) {
		t.Errorf("shown as selected are %v while one lies on the other", h.state.Selected)
	}
	h.let(target)
	h.DragEnd()
	want := []string{"lay " + a + " on " + b, "lay " + a + " on ", "merge " + a + " into " + b}
	if !slices.Equal(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
	if len(h.moved) != 0 {
		t.Errorf("%v was moved as well", h.moved)
	}
	wantNear(t, h.at(a), was)
}

func TestNothingIsMergedByMoving(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(h *hand, a, b, other string)
	}{
		{"beside it", func(h *hand, a, b, _ string) { h.drag(h.at(a), h.at(b).AddXY(14, 0), 0) }},
		{"another kind", func(h *hand, a, _, other string) { h.drag(h.at(a), h.at(other), 0) }},
		{"given up", func(h *hand, a, b, _ string) {
			from := h.at(a)
			h.press(from, 0)
			h.dragTo(from, h.at(b))
			h.dropDrag()
			h.DragEnd()
		}},
		{"two at once", func(h *hand, a, b, other string) {
			h.Select([]string{a, other}, graphmodel.Key{})
			h.drag(h.at(a), h.at(b), 0)
		}},
	} {
		h := newHand(t)
		a, b, other := twoOfAKind(h)
		got := laid(h)
		c.do(h, a, b, other)
		if slices.ContainsFunc(*got, func(s string) bool { return s[:5] == "merge" }) {
			t.Errorf("%s: reported %q", c.name, *got)
		}
	}
}
