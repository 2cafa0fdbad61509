package graphview

import (
	"math"
	"slices"
)

// reach is how near to the middle of another thing one must be laid for the
// two to be taken as one: well inside its shape, so that arranging things
// closely merges none.
const reach = 9

// findOnto is the thing of the same kind that the one being dragged is laid
// on, the nearest, or empty. Several things are only moved.
func (v *View) findOnto() string {
	if len(v.press.ids) != 1 {
		return ""
	}
	id := v.press.ids[0]
	dragged, err := v.in.Graph.Entity(id)
	if err != nil {
		return ""
	}
	at, _ := v.PlaceOf(id)
	best, near := "", reach*min(1, v.camera.Zoom*math.Sqrt2)
	for _, other := range v.model.IDs() {
		p, _ := v.PlaceOf(other)
		far := math.Hypot(float64(p.X-at.X), float64(p.Y-at.Y))
		if other == id || far > near {
			continue
		}
		if e, err := v.in.Graph.Entity(other); err == nil && e.Kind == dragged.Kind {
			best, near = other, far
		}
	}
	return best
}

// lay shows which thing the dragged one is laid on, if any, and tells it.
func (v *View) lay(onto string) {
	if v.press.onto == onto {
		return
	}
	v.press.onto = onto
	v.state.Selected = slices.Clone(v.press.ids)
	if onto != "" {
		v.state.Selected = append(v.state.Selected, onto)
	}
	v.OnLay(v.press.ids[0], onto)
}

// merge puts the dragged thing back and reports that it is the one that it was
// laid on.
func (v *View) merge() {
	id, onto := v.press.ids[0], v.press.onto
	v.putBack()
	v.OnMerge(onto, id)
}

// putBack puts what is dragged, and what followed it, where it was.
func (v *View) putBack() {
	v.lay("")
	for i, id := range v.press.ids {
		v.model.Place(id, v.press.places[i])
	}
	if v.press.follow != nil {
		v.press.follow.cancel(v)
	}
	v.changed()
}
