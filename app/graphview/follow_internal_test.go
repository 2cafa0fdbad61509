package graphview

import (
	"testing"

	"fyne.io/fyne/v2"

	"byline/graphmodel/layout"
)

func TestNeighboursFollowTheHand(t *testing.T) {
	h := newHand(t)
	var along map[string]layout.Point
	h.OnMove = func(_ []string, _ []layout.Point, followers map[string]layout.Point) { along = followers }
	hub, leaf, far := "summit", h.Neighbours("summit")[0], ""
	near := map[string]bool{hub: true}
	for _, n := range h.Neighbours(hub) {
		near[n] = true
		for _, m := range h.Neighbours(n) {
			near[m] = true
		}
	}
	for _, id := range h.IDs() {
		if !near[id] {
			far = id
		}
	}
	before := h.shown()
	from := h.at(hub)
	h.drag(from, from.AddXY(0, -120), 0)
	at, _ := h.model.At(leaf)
	if along[leaf] == (layout.Point{}) || at != along[leaf] || at.Y >= before[leaf].Y {
		t.Errorf("%s lies at %v after %v, reported as %v", leaf, at, before[leaf], along[leaf])
	}
	if far != "" {
		if now, _ := h.model.At(far); now != before[far] {
			t.Errorf("%s is more than two links away and moved", far)
		}
	}
	if _, ok := along[hub]; ok {
		t.Error("what is dragged is among its followers")
	}
}

func TestEscapeBringsFollowersBack(t *testing.T) {
	h := newHand(t)
	before := h.shown()
	from := h.at("summit")
	h.press(from, 0)
	h.dragTo(from, from.AddXY(90, -120))
	for range 30 {
		if h.View.press.follow.drag.Step() {
			h.View.press.follow.place(h.View)
		}
	}
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	for id, at := range before {
		if now, _ := h.model.At(id); now != at {
			t.Errorf("%s stays at %v", id, now)
		}
	}
}
