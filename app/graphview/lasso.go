package graphview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"byline/app/look"
	"byline/graphmodel"
)

// lasso is a line drawn by hand round things that are to be selected.
type lasso struct {
	points []fyne.Position
	drawn  *fyne.Container // one stroke between each two points
}

func newLasso() lasso { return lasso{drawn: container.NewWithoutLayout()} }

// to draws the line on to a point.
func (l *lasso) to(at fyne.Position) {
	if n := len(l.points); n > 0 {
		stroke := canvas.NewLine(look.Now().Ink)
		stroke.StrokeWidth = 1.5
		stroke.Position1, stroke.Position2 = l.points[n-1], at
		l.drawn.Add(stroke)
	}
	l.points = append(l.points, at)
}

func (l *lasso) clear() {
	l.points = nil
	l.drawn.RemoveAll()
}

// holds reports whether a point lies inside the line, closed from its end to
// its start: whether a ray to the right crosses it an odd number of times.
func (l *lasso) holds(at fyne.Position) bool {
	in := false
	for i, a := range l.points {
		b := l.points[(i+1)%len(l.points)]
		if (a.Y > at.Y) != (b.Y > at.Y) && at.X < a.X+(b.X-a.X)*(at.Y-a.Y)/(b.Y-a.Y) {
			in = !in
		}
	}
	return in
}

// Lasso has the next drag on the canvas draw a line round what is to be
// selected.
func (v *View) Lasso() { v.lassoNext = true }

// takeLasso adds what lies inside the line to the selection.
func (v *View) takeLasso() {
	ids := slices.Clone(v.state.Selected)
	for _, id := range v.model.IDs() {
		if at, _ := v.PlaceOf(id); v.lasso.holds(at) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	v.lasso.clear()
	v.choose(ids, graphmodel.Key{})
	v.Refresh()
}
