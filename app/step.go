package app

import (
	"strconv"

	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel/layout"
)

// Lines of the main menu that open a menu.
const (
	stepWords  = "Steps round the selection"
	nudgeWords = "Move by a little"
	walkWords  = "Walk along a link"
)

const mostSteps = 9

// stepActions leave only what is few steps from the selected things.
func (w *window) stepActions() []action {
	all := make([]action, mostSteps+1)
	for n := range all {
		words := "Only the selection"
		if n > 0 {
			words = wording.Count(n, "step", "steps")
		}
		all[n] = action{menu: menuView, under: stepWords, words: words, keys: strconv.Itoa(n),
			do: func() { w.showSteps(n) }, when: w.anySelected}
	}
	return all
}

// showSteps leaves only the things that are at most n links from the selected
// ones.
func (w *window) showSteps(n int) {
	only := map[string]bool{}
	edge := w.sel.ends()
	for _, id := range edge {
		only[id] = true
	}
	for range n {
		var next []string
		for _, id := range edge {
			for _, near := range w.snap.Graph.Neighbours(id) {
				if !only[near] {
					only[near] = true
					next = append(next, near)
				}
			}
		}
		edge = next
	}
	w.filtered(wording.Count(n, "step", "steps")+" round "+w.these(w.sel.ends()), func(f *scene.Filter) {
		f.Only = only
		for id := range only {
			delete(f.Hidden, id)
		}
	}, w.notDrawn(only)...)
	w.fitAll()
}

// nudgeBy is how far a key moves the selected things, in units of the screen.
const nudgeBy = 15

// nudge moves the selected things a little.
func (w *window) nudge(dx, dy float64) func() {
	return func() {
		by := nudgeBy / w.view.Camera().Zoom
		var to []layout.Point
		for _, id := range w.sel.ids {
			at := w.snap.Positions[id]
			to = append(to, layout.Point{X: at.X + dx*by, Y: at.Y + dy*by})
		}
		w.s.Move(w.sel.ids, to, nil)
	}
}

// walk goes from the selected thing to a neighbour, or moves the picture.
func (w *window) walk(dx, dy float64) func() {
	return func() { w.view.Walk(dx, dy) }
}
