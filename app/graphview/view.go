package graphview

import (
	"image"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/paint"
	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// View is the canvas. Its methods belong on the window's goroutine.
type View struct {
	widget.BaseWidget
	// OnSelect is called when a person chose other things, or a link, or
	// nothing.
	OnSelect func(ids []string, link graphmodel.Key)
	// OnMove is called after things were dragged to new places; along are the
	// places of what followed them.
	OnMove func(ids []string, to []layout.Point, along map[string]layout.Point)
	// OnLay is called while a thing is dragged, when it comes to lie on another
	// one, or on none any more: onto is empty then. OnMerge is called when it is
	// let go there: it is the same thing as onto.
	OnLay   func(id, onto string)
	OnMerge func(onto, id string)
	// OnExpand asks for the folded neighbours of a thing.
	OnExpand func(id string)
	// OnMenu asks for the menu of what lies under the pointer, at a place in
	// the window.
	OnMenu func(what scene.Hit, at fyne.Position)
	// OnKey and OnRune get the keys that the canvas itself has no use for.
	OnKey  func(key *fyne.KeyEvent)
	OnRune func(r rune)
	// OnCamera is called when another part of the graph is in sight.
	OnCamera func()
	// OnResize is called with the new size.
	OnResize func(size fyne.Size)

	in      scene.Input
	model   *scene.Model
	camera  scene.Camera
	state   scene.State
	current scene.Scene
	painter *paint.Painter
	picture *image.RGBA
	places  scene.Places
	// stale says that what is shown has changed since the scene was built.
	stale bool
	drawn scene.Style // of the scene that was built
	// steered says that a person chose the camera: it is not fitted any more.
	steered bool
	now     func() time.Time
	frames  int // drawn so far

	press press
	lasso lasso
	// lassoNext says that the next drag draws the lasso, space that the space
	// key is held: a drag moves the picture whatever it begins on.
	lassoNext, space bool

	hand   desktop.Cursor
	motion motion

	raster *canvas.Raster
	band   *canvas.Rectangle // of a selection being drawn
	ring   *canvas.Rectangle // shows the focus of the keys
}

var (
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Keyable    = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
)

// New returns an empty canvas.
func New() *View {
	v := &View{
		OnSelect: func([]string, graphmodel.Key) {}, OnMove: func([]string, []layout.Point, map[string]layout.Point) {},
		OnLay: func(string, string) {}, OnMerge: func(string, string) {}, OnExpand: func(string) {}, OnMenu: func(scene.Hit, fyne.Position) {},
		OnKey: func(*fyne.KeyEvent) {}, OnRune: func(rune) {}, OnCamera: func() {}, OnResize: func(fyne.Size) {},
		model: scene.New(scene.Input{}), painter: paint.New(), hand: desktop.DefaultCursor,
		camera: scene.Camera{Zoom: 1}, stale: true, now: time.Now,
		lasso: newLasso(), band: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
	}
	v.ExtendBaseWidget(v)
	v.raster = canvas.NewRaster(v.draw)
	v.band.Hide()
	v.ring.Hide()
	return v
}

// Set shows another state of the graph. Things that were seen before glide to
// their new places.
func (v *View) Set(in scene.Input) {
	before := v.shown()
	v.in = in
	v.model = scene.New(in)
	v.state.Hovered, v.state.HoveredLink, v.state.Card = "", graphmodel.Key{}, false
	if !v.steered {
		v.motion.stopCamera() // a flight to the fit of another graph
		v.camera = v.fitted()
	}
	v.glide(before)
	v.changed()
}

// Select shows other things, or a link, as selected. It reports nothing.
func (v *View) Select(ids []string, link graphmodel.Key) {
	v.state.Selected = slices.Clone(ids)
	v.state.SelectedLinks = nil
	if link != (graphmodel.Key{}) {
		v.state.SelectedLinks = []graphmodel.Key{link}
	}
	v.repaint()
}

// Counts says how much of the graph is drawn.
func (v *View) Counts() scene.Counts { return v.model.Counts() }

// IDs are the ids of the things drawn, sorted.
func (v *View) IDs() []string { return v.model.IDs() }

// Neighbours are the ids of the drawn things that a drawn link joins to a
// thing, sorted.
func (v *View) Neighbours(id string) []string { return v.model.Neighbours(id) }

// Camera is the part of the graph in sight.
func (v *View) Camera() scene.Camera { return v.camera }

// PlaceOf is where a thing is on the canvas, and whether it is drawn.
func (v *View) PlaceOf(id string) (fyne.Position, bool) {
	at, ok := v.model.At(id)
	x, y := v.camera.ScreenOf(at)
	return fyne.NewPos(float32(x), float32(y)), ok
}

// Input is what the canvas shows, for a picture of the same.
func (v *View) Input() scene.Input { return v.in }

// shown are the places of the things drawn, as they are at this moment.
func (v *View) shown() map[string]layout.Point {
	out := map[string]layout.Point{}
	for _, id := range v.model.IDs() {
		out[id], _ = v.model.At(id)
	}
	return out
}

// changed paints again and says that other things are in sight.
func (v *View) changed() {
	v.repaint()
	v.OnCamera()
}

// repaint makes another picture at the next frame.
func (v *View) repaint() {
	v.stale = true
	v.raster.Refresh()
}

// draw makes the picture, width by height device pixels large.
func (v *View) draw(width, height int) image.Image {
	if v.picture == nil || v.picture.Rect.Dx() != width || v.picture.Rect.Dy() != height {
		v.picture = image.NewRGBA(image.Rect(0, 0, max(width, 1), max(height, 1)))
	}
	scale := 1.0
	if v.camera.Width > 0 {
		scale = float64(width) / v.camera.Width
	}
	v.build()
	v.frames++
	v.painter.Raster(v.picture, v.current, scale)
	return v.picture
}

// build makes the scene of this moment, which is also what the pointer meets,
// unless it is there already.
func (v *View) build() {
	style := look.Now()
	if !v.stale && style == v.drawn {
		return
	}
	v.current = v.model.Build(scene.View{
		Camera: v.camera, State: v.state, Style: style, Before: v.places, Corner: v.model.Counts().Shown > 0,
	})
	v.places, v.drawn, v.stale = v.current.Places, style, false
}

// hit says what lies under a point of the canvas.
func (v *View) hit(at fyne.Position) scene.Hit {
	v.build()
	return v.current.HitTest(float64(at.X), float64(at.Y))
}

// Resize gives the canvas another size.
func (v *View) Resize(size fyne.Size) {
	if size == v.Size() {
		return
	}
	v.BaseWidget.Resize(size)
	v.camera = v.camera.Resize(float64(size.Width), float64(size.Height))
	if !v.steered {
		v.motion.stopCamera()
		v.camera = v.fitted()
	}
	v.OnResize(size)
	v.changed()
}

// MinSize is the least that is of use.
func (v *View) MinSize() fyne.Size { return fyne.NewSize(120, 80) }

// CreateRenderer shows the raster, and over it the band and the focus.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return &renderer{v} }

type renderer struct{ v *View }

func (r *renderer) Layout(size fyne.Size) {
	r.v.raster.Resize(size)
	r.v.ring.Resize(size)
	r.v.lasso.drawn.Resize(size)
}

func (r *renderer) MinSize() fyne.Size { return r.v.MinSize() }

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.raster, r.v.band, r.v.lasso.drawn, r.v.ring}
}

func (r *renderer) Destroy() {}

func (r *renderer) Refresh() {
	style := look.Now()
	r.v.ring.StrokeColor, r.v.ring.StrokeWidth = style.Ink, 2
	r.v.band.StrokeColor, r.v.band.StrokeWidth = style.Ink, 1
	r.v.band.FillColor = theme.Color(theme.ColorNameHover)
	r.v.raster.Refresh()
	r.v.ring.Refresh()
	r.v.band.Refresh()
}

// near is the thing of ids whose direction from the place fits best.
func (v *View) near(from layout.Point, ids []string, dx, dy float64) string {
	best, found := math.Inf(1), ""
	for _, id := range ids {
		at, _ := v.model.At(id)
		x, y := at.X-from.X, at.Y-from.Y
		far := math.Hypot(x, y)
		along := (x*dx + y*dy) / max(far, 1e-9)
		if along < 0.5 { // within 60 degrees
			continue
		}
		if cost := far / along; cost < best {
			best, found = cost, id
		}
	}
	return found
}
