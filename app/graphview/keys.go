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
	v.space = false
	v.ring.Hide()
	v.Refresh()
}

// KeyDown notes that the space key is held.
func (v *View) KeyDown(e *fyne.KeyEvent) { v.space = v.space || e.Name == fyne.KeySpace }

// KeyUp notes that it is not held any more.
func (v *View) KeyUp(e *fyne.KeyEvent) { v.space = v.space && e.Name != fyne.KeySpace }

// TypedRune hands letters on.
func (v *View) TypedRune(r rune) { v.OnRune(r) }

// TypedKey gives up a drag with Escape, and hands on the other keys.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && v.dropDrag() {
		return
	}
	v.OnKey(e)
}

// Walk goes from the selected thing to its neighbour that way, or moves the
// picture while nothing is selected.
func (v *View) Walk(dx, dy float64) {
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
