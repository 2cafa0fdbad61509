package graphview

import (
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// press is what began when a button went down.
type press struct {
	on     scene.Hit
	from   fyne.Position
	adding bool // Ctrl, Command or Shift was held
	drag   drag
	// narrow says that a click leaves only this thing selected: it was one of
	// several, and a drag would have moved them all.
	narrow bool
	away   bool           // a thing has left its place
	ids    []string       // of the things dragged
	places []layout.Point // theirs at the start
	follow *follow        // what comes along; nil until a thing is away
	onto   string         // id of the thing that the dragged one is laid on
	last   fyne.Position  // of a right or middle drag
	held   desktop.MouseButton
	// Of the click before, for a double click.
	clicked   time.Time
	clickedOn scene.Hit
}

// drag is what moving the pointer does.
type drag int

const (
	dragNothing drag = iota
	dragPicture
	dragThings
	dragBand
	dragMap
	dragLasso
)

const (
	doubleClick = 350 * time.Millisecond
	steady      = 3 // units that a hand trembles in a click
)

// MouseDown selects at once: waiting for a second click would feel slow.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.press.held = e.Button
	v.focus()
	v.land()
	v.point("", graphmodel.Key{})
	hit := v.hit(e.Position)
	if e.Button != desktop.MouseButtonPrimary {
		v.press.from, v.press.last, v.press.drag, v.press.on = e.Position, e.Position, dragNothing, hit
		return
	}
	adding := e.Modifier&(fyne.KeyModifierShift|fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0
	before := v.press
	v.press = press{on: hit, from: e.Position, adding: adding, held: e.Button, clicked: before.clicked, clickedOn: before.clickedOn}
	if v.pressPlain(e) {
		return
	}
	switch hit.Kind {
	case scene.HitNode:
		v.pressThing(hit.ID, adding)
	case scene.HitLink:
		v.choose(nil, hit.Link)
	case scene.HitPill:
		v.OnExpand(hit.ID)
	case scene.HitZoomIn:
		v.ZoomIn()
	case scene.HitZoomOut:
		v.ZoomOut()
	case scene.HitFit:
		v.FitAll()
	case scene.HitMap:
		v.press.drag = dragMap
		v.jump(e.Position)
	case scene.HitGround:
		v.press.drag = dragPicture
		if adding {
			v.press.drag = dragBand
		}
	}
	v.countClick(hit)
}

// pressPlain begins what does not ask what lies under the pointer: a lasso, or
// moving the picture with the space key held.
func (v *View) pressPlain(e *desktop.MouseEvent) bool {
	const lassoKeys = fyne.KeyModifierShift | fyne.KeyModifierAlt
	switch {
	case v.space:
		v.press.drag = dragPicture
	case v.lassoNext || e.Modifier&lassoKeys == lassoKeys:
		v.press.drag, v.lassoNext = dragLasso, false
		v.lasso.to(e.Position)
	default:
		return false
	}
	v.press.on = scene.Hit{Kind: scene.HitCorner} // a click does nothing
	return true
}

func (v *View) pressThing(id string, adding bool) {
	selected := slices.Contains(v.state.Selected, id)
	switch {
	case adding && selected:
		v.choose(slices.DeleteFunc(slices.Clone(v.state.Selected), func(s string) bool { return s == id }), graphmodel.Key{})
		return
	case adding:
		v.choose(append(slices.Clone(v.state.Selected), id), graphmodel.Key{})
	case !selected:
		v.choose([]string{id}, graphmodel.Key{})
	case len(v.state.Selected) > 1:
		v.press.narrow = true
	}
	v.press.drag = dragThings
	v.press.ids = v.moved(id)
	for _, each := range v.press.ids {
		at, _ := v.model.At(each)
		v.press.places = append(v.press.places, at)
	}
}

// countClick takes the second of two clicks on one thing as a double click.
func (v *View) countClick(hit scene.Hit) {
	now := v.now()
	if hit.Kind == scene.HitNode && hit == v.press.clickedOn && now.Sub(v.press.clicked) < doubleClick {
		v.press.clicked = time.Time{}
		v.OnExpand(hit.ID)
		return
	}
	v.press.clicked, v.press.clickedOn = now, hit
}

// MouseUp ends a click.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	p := v.press
	v.press.held = 0
	if len(v.lasso.points) == 1 { // pressed and not drawn
		v.lasso.clear()
	}
	moved := math.Hypot(float64(e.Position.X-p.from.X), float64(e.Position.Y-p.from.Y)) > steady
	if e.Button == desktop.MouseButtonSecondary && !moved {
		v.menu(p.on, e.AbsolutePosition)
		return
	}
	if e.Button != desktop.MouseButtonPrimary || moved {
		return
	}
	switch {
	case p.narrow:
		v.choose([]string{p.on.ID}, graphmodel.Key{})
	case p.on.Kind == scene.HitGround && !p.adding:
		v.choose(nil, graphmodel.Key{})
	}
}

// menu selects what the menu is about, unless it is part of the selection.
func (v *View) menu(on scene.Hit, at fyne.Position) {
	switch {
	case on.Kind == scene.HitNode && !slices.Contains(v.state.Selected, on.ID):
		v.choose([]string{on.ID}, graphmodel.Key{})
	case on.Kind == scene.HitLink:
		v.choose(nil, on.Link)
	}
	v.OnMenu(on, at)
}

// choose selects and reports it, if it is something else than before.
func (v *View) choose(ids []string, link graphmodel.Key) {
	var links []graphmodel.Key
	if link != (graphmodel.Key{}) {
		links = []graphmodel.Key{link}
	}
	if slices.Equal(ids, v.state.Selected) && slices.Equal(links, v.state.SelectedLinks) {
		return
	}
	v.Select(ids, link)
	v.OnSelect(slices.Clone(ids), link)
}

// Dragged moves what the button went down on.
func (v *View) Dragged(e *fyne.DragEvent) {
	by := e.Position.Subtract(v.press.from)
	switch v.press.drag {
	case dragPicture:
		v.hand = desktop.PointerCursor
		v.steer(v.camera.Pan(float64(e.Dragged.DX), float64(e.Dragged.DY)))
	case dragMap:
		v.jump(e.Position)
	case dragBand:
		v.band.Move(fyne.NewPos(min(v.press.from.X, e.Position.X), min(v.press.from.Y, e.Position.Y)))
		v.band.Resize(fyne.NewSize(abs(by.X), abs(by.Y)))
		v.band.Show()
		v.Refresh()
	case dragLasso:
		v.lasso.to(e.Position)
		v.Refresh()
	case dragThings:
		if !v.press.away && math.Hypot(float64(by.X), float64(by.Y)) <= steady {
			return // a click by a hand that trembles
		}
		v.press.away, v.press.narrow = true, false
		v.moveThings(by)
	}
}

// moveThings puts what is dragged as far from its start as the pointer is.
func (v *View) moveThings(by fyne.Position) {
	if v.press.follow == nil {
		v.press.follow = newFollow(v.model, v.press.ids)
		v.press.follow.begin(v)
	}
	to := make([]layout.Point, len(v.press.ids))
	for i, id := range v.press.ids {
		at := v.press.places[i]
		to[i] = layout.Point{X: at.X + float64(by.X)/v.camera.Zoom, Y: at.Y + float64(by.Y)/v.camera.Zoom}
		v.model.Place(id, to[i])
	}
	v.press.follow.drag.Move(to)
	v.lay(v.findOnto())
	v.changed()
}

// DragEnd lets go of what was moved.
func (v *View) DragEnd() {
	switch v.press.drag {
	case dragBand:
		v.takeBand()
	case dragLasso:
		v.takeLasso()
	case dragThings:
		if v.press.onto != "" {
			v.merge()
			break
		}
		var ids []string
		var to []layout.Point
		for i, id := range v.press.ids {
			if at, ok := v.model.At(id); ok && at != v.press.places[i] {
				ids, to = append(ids, id), append(to, at)
			}
		}
		if len(ids) > 0 {
			v.OnMove(ids, to, v.press.follow.end(v))
		}
	}
	v.press.drag = dragNothing
	v.hand = desktop.DefaultCursor
}

// dropDrag puts what is being dragged back where it was, and reports whether
// there was such a thing.
func (v *View) dropDrag() bool {
	switch v.press.drag {
	case dragBand:
		if !v.band.Visible() {
			return false
		}
		v.band.Hide()
		v.Refresh()
	case dragLasso:
		v.lasso.clear()
		v.Refresh()
	case dragThings:
		if v.press.held == 0 {
			return false
		}
		v.putBack()
	default:
		return false
	}
	v.press.drag = dragNothing
	return true
}

// takeBand adds what lies in the band to the selection.
func (v *View) takeBand() {
	at, size := v.band.Position(), v.band.Size()
	v.band.Hide()
	ids := slices.Clone(v.state.Selected)
	for _, id := range v.model.IDs() {
		p, _ := v.PlaceOf(id)
		if p.X >= at.X && p.X <= at.X+size.Width && p.Y >= at.Y && p.Y <= at.Y+size.Height && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	v.choose(ids, graphmodel.Key{})
	v.Refresh()
}

// jump goes where the small map shows.
func (v *View) jump(at fyne.Position) {
	to := v.camera
	to.CenterX, to.CenterY = v.model.MapAt(v.camera, float64(at.X), float64(at.Y))
	v.steer(to)
}

// MouseIn begins to follow the pointer.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved lights up what the pointer is on; with the right or the middle
// button held it moves the picture.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	if e.Button == 0 && v.press.drag == dragNothing {
		v.press.held = 0 // let go outside the canvas
	}
	if v.press.held == desktop.MouseButtonSecondary || v.press.held == desktop.MouseButtonTertiary {
		by := e.Position.Subtract(v.press.last)
		v.press.last = e.Position
		v.steer(v.camera.Pan(float64(by.X), float64(by.Y)))
		return
	}
	if v.press.drag != dragNothing && v.press.held != 0 {
		return
	}
	hit := v.hit(e.Position)
	v.hand = desktop.DefaultCursor
	if hit.Kind != scene.HitGround && hit.Kind != scene.HitCorner {
		v.hand = desktop.PointerCursor
	}
	switch hit.Kind {
	case scene.HitNode:
		v.point(hit.ID, graphmodel.Key{})
	case scene.HitLink:
		v.point("", hit.Link)
	default:
		v.point("", graphmodel.Key{})
	}
}

// MouseOut leaves nothing lit up.
func (v *View) MouseOut() {
	v.point("", graphmodel.Key{})
	v.hand = desktop.DefaultCursor
}

// Cursor is a hand over what can be clicked.
func (v *View) Cursor() desktop.Cursor { return v.hand }

const (
	notch     = 25 // units that Fyne scrolls for one notch of a wheel
	zoomNotch = 1.15
	notches   = 4 // at most, in one event
)

// Scrolled zooms at the pointer.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	turn := min(max(float64(e.Scrolled.DY)/notch, -notches), notches)
	v.point("", graphmodel.Key{})
	v.steer(v.camera.ZoomAt(float64(e.Position.X), float64(e.Position.Y), math.Pow(zoomNotch, turn)))
}

func abs(x float32) float32 { return max(x, -x) }
