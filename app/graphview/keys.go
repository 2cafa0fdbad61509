package graphview

import (
	"fyne.io/fyne/v2"

	"byline/graphmodel"
)

// walk is how far the arrows move the picture, in units of the screen.
const walk = 60

// focus takes the keys, without the frame that shows it: a hand on the mouse
// knows where it is.
func (v *View) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && c.Focused() != fyne.Focusable(v) {
		c.Focus(v)
		v.ring.Hide()
	}
}

// FocusGained shows that the keys go to the canvas.
func (v *View) FocusGained() {
	v.ring.Show()
	v.Refresh()
}

// FocusLost shows that the keys go elsewhere.
func (v *View) FocusLost() {
	v.ring.Hide()
	v.Refresh()
}

// TypedRune takes the letters that mean something here and hands on the others.
func (v *View) TypedRune(r rune) {
	switch r {
	case '+', '=':
		v.ZoomIn()
	case '-', '_':
		v.ZoomOut()
	case '0':
		v.FitAll()
	case 'f', 'F':
		if len(v.state.Selected) == 0 && len(v.state.SelectedLinks) == 0 {
			v.FitAll()
			return
		}
		v.FitSelection()
	default:
		v.OnRune(r)
	}
}

// TypedKey walks along links and moves the picture with the arrows, gives up a
// drag or the selection with Escape, and hands on the other keys.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		v.arrow(-1, 0)
	case fyne.KeyRight:
		v.arrow(1, 0)
	case fyne.KeyUp:
		v.arrow(0, -1)
	case fyne.KeyDown:
		v.arrow(0, 1)
	case fyne.KeyHome:
		v.FitAll()
	case fyne.KeyEscape:
		if v.dropDrag() {
			return
		}
		if len(v.state.Selected) == 0 && len(v.state.SelectedLinks) == 0 {
			v.OnKey(e)
			return
		}
		v.choose(nil, graphmodel.Key{})
	default:
		v.OnKey(e)
	}
}

// arrow goes from the selected thing to its neighbour that way, or moves the
// picture while nothing is selected.
func (v *View) arrow(dx, dy float64) {
	if len(v.state.Selected) != 1 {
		v.steer(v.camera.Pan(-dx*walk, -dy*walk))
		return
	}
	id := v.state.Selected[0]
	at, ok := v.model.At(id)
	if !ok {
		return
	}
	next := v.near(at, v.model.Neighbours(id), dx, dy)
	if next == "" {
		return
	}
	v.choose([]string{next}, graphmodel.Key{})
	v.bring(next)
}

// bring moves the picture just so far that the thing is in sight.
func (v *View) bring(id string) {
	p, ok := v.PlaceOf(id)
	if !ok {
		return
	}
	size := v.Size()
	dx := min(0, size.Width-nameRoom-p.X) + max(0, nameRoom-p.X)
	dy := min(0, size.Height-nameRoom-p.Y) + max(0, nameRoom-p.Y)
	if dx != 0 || dy != 0 {
		v.steered = true
		v.fly(v.camera.Pan(float64(dx), float64(dy)))
	}
}
