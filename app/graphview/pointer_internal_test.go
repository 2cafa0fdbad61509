package graphview

import (
	"math"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// hand is a canvas in a window, and what it reported.
type hand struct {
	*View
	t        *testing.T
	canvas   fyne.Canvas
	clock    time.Time
	chosen   []string
	link     graphmodel.Key
	choices  int
	moved    []string
	to       []layout.Point
	expanded []string
	menu     []scene.Hit
	runes    []rune
	keys     []fyne.KeyName
	cameras  int
}

// newHand shows the small graph on a canvas of 900 by 700, without motion.
func newHand(t *testing.T) *hand {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	h := &hand{View: New(), t: t, clock: time.Unix(1_700_000_000, 0)}
	h.now = func() time.Time { return h.clock }
	h.OnSelect = func(ids []string, link graphmodel.Key) { h.chosen, h.link = ids, link; h.choices++ }
	h.OnMove = func(ids []string, to []layout.Point, _ map[string]layout.Point) { h.moved, h.to = ids, to }
	h.OnExpand = func(id string) { h.expanded = append(h.expanded, id) }
	h.OnMenu = func(what scene.Hit, _ fyne.Position) { h.menu = append(h.menu, what) }
	h.OnRune = func(r rune) { h.runes = append(h.runes, r) }
	h.OnKey = func(e *fyne.KeyEvent) { h.keys = append(h.keys, e.Name) }
	h.OnCamera = func() { h.cameras++ }
	w := test.NewTempWindow(t, h.View)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 700))
	h.canvas = w.Canvas()
	h.Set(scenetest.Summit())
	return h
}

func (h *hand) at(id string) fyne.Position {
	h.t.Helper()
	p, ok := h.PlaceOf(id)
	if !ok {
		h.t.Fatalf("%s is not drawn", id)
	}
	return p
}

// between is the middle of the line between two things.
func (h *hand) between(a, b string) fyne.Position {
	p, q := h.at(a), h.at(b)
	return fyne.NewPos((p.X+q.X)/2, (p.Y+q.Y)/2)
}

func (h *hand) event(p fyne.Position, b desktop.MouseButton, m fyne.KeyModifier) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p, AbsolutePosition: p}, Button: b, Modifier: m}
}

func (h *hand) press(p fyne.Position, m fyne.KeyModifier) {
	h.clock = h.clock.Add(time.Second)
	h.MouseDown(h.event(p, desktop.MouseButtonPrimary, m))
}

func (h *hand) let(p fyne.Position) { h.MouseUp(h.event(p, desktop.MouseButtonPrimary, 0)) }

func (h *hand) click(p fyne.Position, m fyne.KeyModifier) {
	h.press(p, m)
	h.let(p)
}

// dragTo moves the pressed pointer there, in steps.
func (h *hand) dragTo(from, to fyne.Position) {
	const steps = 4
	by := to.Subtract(from)
	for i := float32(1); i <= steps; i++ {
		h.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{Position: fyne.NewPos(from.X+by.X*i/steps, from.Y+by.Y*i/steps)},
			Dragged:    fyne.NewDelta(by.X/steps, by.Y/steps),
		})
	}
}

func (h *hand) drag(from, to fyne.Position, m fyne.KeyModifier) {
	h.press(from, m)
	h.dragTo(from, to)
	h.let(to)
	h.DragEnd()
}

func (h *hand) wantChosen(ids ...string) {
	h.t.Helper()
	if !slices.Equal(h.chosen, ids) || !slices.Equal(h.state.Selected, ids) {
		h.t.Errorf("chosen is %v, shown as selected %v; want %v", h.chosen, h.state.Selected, ids)
	}
}

// empty is a place of the canvas where nothing lies.
func (h *hand) empty() fyne.Position {
	h.t.Helper()
	for y := float32(20); y < 680; y += 20 {
		for x := float32(20); x < 600; x += 20 {
			if p := fyne.NewPos(x, y); h.hit(p).Kind == scene.HitGround {
				return p
			}
		}
	}
	h.t.Fatal("there is no empty place")
	return fyne.Position{}
}

func TestClickSelectsOnMouseDown(t *testing.T) {
	h := newHand(t)
	h.press(h.at("sunak"), 0)
	h.wantChosen("sunak")
	h.let(h.at("sunak"))
	h.click(h.at("unit"), 0)
	h.wantChosen("unit")
	if h.choices != 2 {
		t.Errorf("reported %d choices, want 2", h.choices)
	}
}

func TestClickOnALinkSelectsIt(t *testing.T) {
	h := newHand(t)
	h.click(h.between("dsit", "unit"), 0)
	want := graphmodel.Key{From: "dsit", Type: graphmodel.Runs, To: "unit"}
	if h.link != want || len(h.chosen) != 0 {
		t.Errorf("chosen are %v and the link %v, want %v", h.chosen, h.link, want)
	}
	if !slices.Equal(h.state.SelectedLinks, []graphmodel.Key{want}) {
		t.Errorf("shown as selected: %v", h.state.SelectedLinks)
	}
}

func TestControlAndShiftClickAddAndTakeAway(t *testing.T) {
	for _, m := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierShift, fyne.KeyModifierSuper} {
		h := newHand(t)
		h.click(h.at("sunak"), 0)
		h.click(h.at("unit"), m)
		h.wantChosen("sunak", "unit")
		h.click(h.at("sunak"), m)
		h.wantChosen("unit")
	}
}

func TestClickOnOneOfSeveralLeavesOnlyThat(t *testing.T) {
	h := newHand(t)
	h.Select([]string{"sunak", "unit"}, graphmodel.Key{})
	h.press(h.at("unit"), 0)
	if len(h.state.Selected) != 2 {
		t.Error("the others were dropped before it was clear that this is no drag")
	}
	h.let(h.at("unit"))
	h.wantChosen("unit")
}

func TestClickOnTheGroundSelectsNothing(t *testing.T) {
	h := newHand(t)
	h.click(h.at("sunak"), 0)
	h.click(h.empty(), 0)
	h.wantChosen()
	h.click(h.at("sunak"), 0)
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !slices.Equal(h.keys, []fyne.KeyName{fyne.KeyEscape}) {
		t.Errorf("keys handed on are %v, want the Escape that gave up no drag", h.keys)
	}
}

func TestDragOnTheGroundPans(t *testing.T) {
	h := newHand(t)
	h.click(h.at("sunak"), 0)
	was, from := h.at("summit"), h.empty()
	h.drag(from, from.AddXY(70, -30), 0)
	wantNear(t, h.at("summit"), was.AddXY(70, -30))
	h.wantChosen("sunak")
}

func TestRightAndMiddleDragPanAndOpenNoMenu(t *testing.T) {
	for _, b := range []desktop.MouseButton{desktop.MouseButtonSecondary, desktop.MouseButtonTertiary} {
		h := newHand(t)
		was := h.at("summit")
		from, to := h.at("sunak"), h.at("sunak").AddXY(40, 50)
		h.MouseDown(h.event(from, b, 0))
		h.MouseMoved(h.event(from.AddXY(20, 20), b, 0))
		h.MouseMoved(h.event(to, b, 0))
		h.MouseUp(h.event(to, b, 0))
		wantNear(t, h.at("summit"), was.AddXY(40, 50))
		if len(h.menu) != 0 || len(h.chosen) != 0 {
			t.Errorf("menus %v, chosen %v; want none", h.menu, h.chosen)
		}
	}
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	h := newHand(t)
	p := h.at("us")
	zoom := h.camera.Zoom
	for range 3 {
		h.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: p}, Scrolled: fyne.NewDelta(0, notch)})
	}
	if want := zoom * zoomNotch * zoomNotch * zoomNotch; math.Abs(h.camera.Zoom-want) > 1e-9 {
		t.Errorf("zoom is %.4f, want %.4f", h.camera.Zoom, want)
	}
	wantNear(t, h.at("us"), p)
	for range 99 {
		h.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: p}, Scrolled: fyne.NewDelta(0, -99*notch)})
	}
	if h.camera.Zoom != scene.MinZoom {
		t.Errorf("zoom is %.4f, want its limit %.2f", h.camera.Zoom, scene.MinZoom)
	}
}

func TestShiftAndControlDragSelectARectangle(t *testing.T) {
	for _, m := range []fyne.KeyModifier{fyne.KeyModifierControl, fyne.KeyModifierShift} {
		h := newHand(t)
		h.Select([]string{"sunak"}, graphmodel.Key{})
		a, b := h.at("openai"), h.at("anthropic")
		from := fyne.NewPos(a.X-30, min(a.Y, b.Y)-40)
		to := fyne.NewPos(b.X+25, max(a.Y, b.Y)+20)
		if got := h.hit(from).Kind; got != scene.HitGround {
			t.Fatalf("the corner lies on %v", got)
		}
		h.drag(from, to, m)
		h.wantChosen("sunak", "anthropic", "deepmind", "openai")
		if h.band.Visible() {
			t.Error("the rectangle is still there")
		}
	}
}

func TestDragOfAThingMovesIt(t *testing.T) {
	h := newHand(t)
	from := h.at("sunak")
	want, _ := h.model.At("sunak")
	want.X += 60 / h.camera.Zoom
	want.Y -= 25 / h.camera.Zoom
	h.drag(from, from.AddXY(60, -25), 0)
	if !slices.Equal(h.moved, []string{"sunak"}) || math.Hypot(h.to[0].X-want.X, h.to[0].Y-want.Y) > 1e-3 {
		t.Errorf("moved %v to %v, want sunak to %v", h.moved, h.to, want)
	}
	wantNear(t, h.at("sunak"), from.AddXY(60, -25))
}

func TestDragOfAThingMovesTheWholeSelection(t *testing.T) {
	h := newHand(t)
	h.Select([]string{"sunak", "unit"}, graphmodel.Key{})
	from, other := h.at("sunak"), h.at("unit")
	h.drag(from, from.AddXY(10, 40), 0)
	if !slices.Equal(h.moved, []string{"sunak", "unit"}) {
		t.Errorf("moved %v, want both", h.moved)
	}
	wantNear(t, h.at("unit"), other.AddXY(10, 40))
	if len(h.state.Selected) != 2 {
		t.Errorf("selected are %v after the drag, want both", h.state.Selected)
	}
}

func TestEscapeGivesUpADrag(t *testing.T) {
	h := newHand(t)
	from := h.at("sunak")
	h.press(from, 0)
	h.dragTo(from, from.AddXY(80, 80))
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	h.DragEnd()
	wantNear(t, h.at("sunak"), from)
	if h.moved != nil {
		t.Errorf("moved %v, want nothing", h.moved)
	}
	h.wantChosen("sunak")
}

func TestDoubleClickExpands(t *testing.T) {
	h := newHand(t)
	p := h.at("sunak")
	h.click(p, 0)
	h.click(p, 0)
	if h.expanded != nil {
		t.Fatal("two slow clicks are no double click")
	}
	h.clock = h.clock.Add(-time.Second + 100*time.Millisecond)
	h.press(p, 0)
	if !slices.Equal(h.expanded, []string{"sunak"}) {
		t.Errorf("expanded %v, want sunak", h.expanded)
	}
}

func TestClickOnTheNumberOfHiddenNeighboursExpands(t *testing.T) {
	h := newHand(t)
	found := false
	p := h.at("penalty")
	for dy := float32(-30); dy <= 30 && !found; dy += 2 {
		for dx := float32(-30); dx <= 30 && !found; dx += 2 {
			if at := p.AddXY(dx, dy); h.hit(at).Kind == scene.HitPill {
				found = true
				h.click(at, 0)
			}
		}
	}
	if !found || !slices.Equal(h.expanded, []string{"penalty"}) {
		t.Errorf("the number was found: %t; expanded %v, want penalty", found, h.expanded)
	}
}

func TestRightClickAsksForTheMenuOfWhatIsThere(t *testing.T) {
	h := newHand(t)
	right := func(p fyne.Position) {
		h.MouseDown(h.event(p, desktop.MouseButtonSecondary, 0))
		h.MouseUp(h.event(p, desktop.MouseButtonSecondary, 0))
	}
	right(h.at("sunak"))
	h.wantChosen("sunak")
	right(h.between("dsit", "unit"))
	h.Select([]string{"sunak", "unit"}, graphmodel.Key{})
	right(h.at("unit"))
	if len(h.state.Selected) != 2 {
		t.Error("the menu of several dropped some of them")
	}
	right(h.empty())
	kinds := []scene.HitKind{scene.HitNode, scene.HitLink, scene.HitNode, scene.HitGround}
	if len(h.menu) != len(kinds) {
		t.Fatalf("menus asked for: %v", h.menu)
	}
	for i, k := range kinds {
		if h.menu[i].Kind != k {
			t.Errorf("menu %d is of %v, want of %v", i, h.menu[i].Kind, k)
		}
	}
}

func TestHoverLightsUpAndLeaves(t *testing.T) {
	h := newHand(t)
	test.MoveMouse(h.canvas, h.at("unit"))
	if h.state.Hovered != "unit" || h.Cursor() != desktop.PointerCursor {
		t.Errorf("hovered is %q, the pointer %v", h.state.Hovered, h.Cursor())
	}
	test.MoveMouse(h.canvas, h.between("sunak", "law"))
	if h.state.Hovered != "" || h.state.HoveredLink.From != "sunak" {
		t.Errorf("hovered are %q and %v, want the link", h.state.Hovered, h.state.HoveredLink)
	}
	test.MoveMouse(h.canvas, h.empty())
	if h.state.Hovered != "" || h.state.HoveredLink != (graphmodel.Key{}) || h.Cursor() != desktop.DefaultCursor {
		t.Error("the ground lights something up")
	}
	test.MoveMouse(h.canvas, h.at("unit"))
	h.MouseOut()
	if h.state.Hovered != "" {
		t.Error("what was hovered stays lit after the pointer left")
	}
}

func TestCornerButtonsAndMap(t *testing.T) {
	h := newHand(t)
	find := func(k scene.HitKind) fyne.Position {
		for y := float32(560); y < 700; y += 4 {
			for x := float32(640); x < 900; x += 4 {
				if h.hit(fyne.NewPos(x, y)).Kind == k {
					return fyne.NewPos(x+2, y+2)
				}
			}
		}
		t.Fatalf("no place of kind %v", k)
		return fyne.Position{}
	}
	fitted := h.camera
	zoom := h.camera.Zoom
	h.click(find(scene.HitZoomIn), 0)
	if h.camera.Zoom <= zoom {
		t.Error("zoom in comes no nearer")
	}
	h.click(find(scene.HitZoomOut), 0)
	if math.Abs(h.camera.Zoom-zoom) > 1e-9 {
		t.Error("zoom out is not the twin of zoom in")
	}
	at := find(scene.HitMap)
	h.drag(at, at.AddXY(30, 20), 0)
	if h.camera.CenterX == fitted.CenterX {
		t.Error("the map moved nothing")
	}
	h.click(find(scene.HitFit), 0)
	if h.camera != fitted {
		t.Errorf("fit goes to %+v, want %+v", h.camera, fitted)
	}
}

func wantNear(t *testing.T, got, want fyne.Position) {
	t.Helper()
	if d := got.Subtract(want); math.Hypot(float64(d.X), float64(d.Y)) > 0.05 {
		t.Errorf("it is at %v, want %v", got, want)
	}
}
