package graphview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"byline/app/scene/scenetest"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

func TestDragReportsItsMoveOnceAndAtItsEnd(t *testing.T) {
	h := newHand(t)
	moves := 0
	h.OnMove = func([]string, []layout.Point, map[string]layout.Point) { moves++ }
	from := h.at("us")
	h.press(from, 0)
	h.dragTo(from, from.AddXY(90, 40))
	if moves != 0 {
		t.Errorf("%d moves are reported before the thing was let go", moves)
	}
	h.let(from.AddXY(90, 40))
	h.DragEnd()
	if moves != 1 {
		t.Errorf("%d moves are reported of one drag", moves)
	}
	h.DragEnd()
	if moves != 1 {
		t.Error("an end of no drag is reported as a move")
	}
}

func TestTremblingHandMovesNothing(t *testing.T) {
	h := newHand(t)
	from := h.at("us")
	h.drag(from, from.AddXY(2, -1), 0)
	h.wantChosen("us")
	if h.moved != nil {
		t.Errorf("a click that trembled moved %v", h.moved)
	}
	h.press(from, 0)
	h.dragTo(from, from.AddXY(30, 0))
	h.dragTo(from.AddXY(30, 0), from.AddXY(1, 0))
	wantNear(t, h.at("us"), from.AddXY(1, 0)) // once it moves, it follows to the unit
}

func TestPanReportsNoChoiceAndNoMove(t *testing.T) {
	h := newHand(t)
	h.OnMove = func(ids []string, _ []layout.Point, _ map[string]layout.Point) { t.Errorf("a pan moved %v", ids) }
	from := h.empty()
	cameras := h.cameras
	h.drag(from, from.AddXY(60, 60), 0)
	if h.choices != 0 || len(h.menu) != 0 || len(h.expanded) != 0 {
		t.Errorf("a pan reported %d choices, the menus %v, the expansions %v", h.choices, h.menu, h.expanded)
	}
	if h.cameras == cameras {
		t.Error("a pan does not say that other things are in sight")
	}
}

func TestPanKeepsALinkSelected(t *testing.T) {
	h := newHand(t)
	h.click(h.between("dsit", "unit"), 0)
	link := h.link
	from := h.empty()
	h.drag(from, from.AddXY(40, 0), 0)
	if h.link != link || !slices.Equal(h.state.SelectedLinks, []graphmodel.Key{link}) {
		t.Errorf("the link %v is not selected any more", link)
	}
}

func TestChoiceOfTheSameIsReportedOnce(t *testing.T) {
	h := newHand(t)
	for range 3 {
		h.click(h.at("unit"), 0)
		h.clock = h.clock.Add(doubleClick)
	}
	if h.choices != 1 {
		t.Errorf("the same choice is reported %d times", h.choices)
	}
	h.Select(nil, graphmodel.Key{})
	if h.choices != 1 {
		t.Error("what the program selects is reported as a person's choice")
	}
}

func TestResizeFitsUntilAPersonSteers(t *testing.T) {
	h := newHand(t)
	for _, size := range []fyne.Size{{Width: 500, Height: 420}, {Width: 1100, Height: 500}} {
		h.Resize(size)
		if want := h.fitted(); h.camera != want {
			t.Errorf("at %v the camera is %+v, want the fitted %+v", size, h.camera, want)
		}
	}
	h.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: h.at("us")}, Scrolled: fyne.NewDelta(0, notch)})
	steered := h.camera
	h.Resize(fyne.NewSize(640, 480))
	if want := steered.Resize(640, 480); h.camera != want {
		t.Errorf("the camera is %+v, want the steered %+v", h.camera, want)
	}
	h.FitAll()
	h.Resize(fyne.NewSize(800, 480))
	if h.camera != h.fitted() {
		t.Error("after fitting, another size is not fitted")
	}
}

func TestEveryWayToSteerKeepsThePicture(t *testing.T) {
	for name, steer := range map[string]func(h *hand){
		"wheel": func(h *hand) {
			h.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: h.at("us")}, Scrolled: fyne.NewDelta(0, -notch)})
		},
		"plus":   func(h *hand) { h.ZoomIn() },
		"arrow":  func(h *hand) { h.Walk(0, 1) },
		"center": func(h *hand) { h.Center("fr") },
		"pan":    func(h *hand) { p := h.empty(); h.drag(p, p.AddXY(20, 20), 0) },
	} {
		h := newHand(t)
		steer(h)
		was := h.camera
		in := scenetest.Summit()
		in.Filter.Hidden = nil
		h.Set(in)
		if h.camera != was {
			t.Errorf("%s: new data moved the picture from %+v to %+v", name, was, h.camera)
		}
	}
}

func TestSelectionDrawnTooNearTheEdgeIsBroughtIn(t *testing.T) {
	h := newHand(t)
	h.Select([]string{"sunak"}, graphmodel.Key{})
	at := h.at("summit")
	h.steer(h.camera.Pan(float64(880-at.X), 0)) // the neighbour at the right edge
	h.Walk(1, 0)
	h.wantChosen("summit")
	if p := h.at("summit"); p.X > 900-nameRoom+1 {
		t.Errorf("the neighbour walked to stays at %v, at the edge", p)
	}
}
