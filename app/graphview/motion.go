package graphview

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// How long things take. Animations of Fyne run on the window's goroutine.
const (
	hoverFade  = 120 * time.Millisecond
	cardAfter  = 400 * time.Millisecond
	flight     = 240 * time.Millisecond
	settling   = 400 * time.Millisecond
	ringLasts  = 600 * time.Millisecond
	glideBelow = 3000 // things; more jump to their places
)

// motion holds what moves at the moment.
type motion struct {
	camera, places, hover, ring *fyne.Animation
}

func stop(a **fyne.Animation) {
	if *a != nil {
		(*a).Stop()
		*a = nil
	}
}

func (m *motion) stopCamera() { stop(&m.camera) }

// still reports whether the theme or the system asks for no motion.
func still() bool { return !fyne.CurrentApp().Settings().ShowAnimations() }

// fly goes to another camera.
func (v *View) fly(to scene.Camera) {
	stop(&v.motion.camera)
	from := v.camera
	if still() || v.camera.Width == 0 {
		v.camera = to
		v.changed()
		return
	}
	a := fyne.NewAnimation(flight, func(t float32) {
		v.camera = from.Between(to, float64(t)).Resize(v.camera.Width, v.camera.Height)
		v.changed()
	})
	a.Curve = fyne.AnimationEaseOut
	v.motion.camera = a
	a.Start()
}

// glide moves things from where they were to where they are now.
func (v *View) glide(before map[string]layout.Point) {
	stop(&v.motion.places)
	var ids []string
	for _, id := range v.model.IDs() {
		at, _ := v.model.At(id)
		if was, ok := before[id]; ok && was != at {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 || len(before) > glideBelow || still() {
		return
	}
	m := v.model
	to := make([]layout.Point, len(ids))
	for i, id := range ids {
		to[i], _ = m.At(id)
		m.Place(id, before[id])
	}
	a := fyne.NewAnimation(settling, func(t float32) {
		for i, id := range ids {
			from := before[id]
			m.Place(id, layout.Point{X: from.X + (to[i].X-from.X)*float64(t), Y: from.Y + (to[i].Y-from.Y)*float64(t)})
		}
		v.changed()
	})
	a.Curve = fyne.AnimationEaseOut
	v.motion.places = a
	a.Start()
}

// land puts things that glide where they are going.
func (v *View) land() {
	if v.motion.places == nil {
		return
	}
	stop(&v.motion.places)
	for id, at := range v.in.Positions {
		v.model.Place(id, at)
	}
}

// point lights up what the pointer is on: at once in ink, the rest fades, and
// after a moment there is a card.
func (v *View) point(id string, link graphmodel.Key) {
	if v.state.Hovered == id && v.state.HoveredLink == link {
		return
	}
	stop(&v.motion.hover)
	v.state.Hovered, v.state.HoveredLink, v.state.Card = id, link, false
	v.state.Fade = 0
	if id != "" {
		v.state.Fade = 1
		if !still() {
			v.state.Fade = 0
		}
		a := fyne.NewAnimation(cardAfter, func(t float32) {
			fade, card := min(1, float64(t)*float64(cardAfter)/float64(hoverFade)), t >= 1
			if fade != v.state.Fade || card != v.state.Card {
				v.state.Fade, v.state.Card = fade, card
				v.repaint()
			}
		})
		a.Curve = fyne.AnimationLinear
		v.motion.hover = a
		a.Start()
	}
	v.repaint()
}

// mark draws a ring round a thing for a moment.
func (v *View) mark(id string) {
	stop(&v.motion.ring)
	v.state.Ring = id
	a := fyne.NewAnimation(ringLasts, func(t float32) {
		if t >= 1 {
			v.state.Ring = ""
			v.repaint()
		}
	})
	v.motion.ring = a
	a.Start()
	v.repaint()
}

// moved are the things that move when one of them is dragged: the whole
// selection if it is part of it.
func (v *View) moved(id string) []string {
	if slices.Contains(v.state.Selected, id) {
		return slices.Clone(v.state.Selected)
	}
	return []string{id}
}
