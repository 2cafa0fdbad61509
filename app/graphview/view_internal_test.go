package graphview

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

func TestZoomAndFit(t *testing.T) {
	h := newHand(t)
	fitted := h.camera
	h.ZoomIn()
	h.ZoomIn()
	if h.camera.Zoom <= fitted.Zoom*zoomStep {
		t.Errorf("zoom is %.3f after two steps from %.3f", h.camera.Zoom, fitted.Zoom)
	}
	h.ZoomOut()
	h.FitAll()
	if h.camera != fitted {
		t.Error("the picture is not fitted")
	}
	h.Select([]string{"us"}, graphmodel.Key{})
	h.FitSelection()
	wantNear(t, h.at("us"), fyne.NewPos(450, 350))
	test.Type(h.View, "p")
	if !slices.Contains(h.runes, 'p') {
		t.Error("a letter is not handed on")
	}
	if h.cameras == 0 {
		t.Error("the moves of the camera are not reported")
	}
}

func TestArrowsWalkAlongLinksOrPan(t *testing.T) {
	h := newHand(t)
	was := h.at("summit")
	h.Walk(1, 0)
	wantNear(t, h.at("summit"), was.AddXY(-walk, 0))
	h.Select([]string{"sunak"}, graphmodel.Key{})
	h.Walk(1, 0)
	h.wantChosen("summit")
	h.Walk(-1, 0)
	if len(h.chosen) != 1 || !slices.Contains(h.Neighbours("summit"), h.chosen[0]) {
		t.Errorf("the walk went to %v, no neighbour of the summit", h.chosen)
	}
}

func TestFirstGraphIsFittedAndALaterOneLeavesTheView(t *testing.T) {
	h := newHand(t)
	wantAllInSight(h)
	h.steer(h.camera.Pan(100, 0))
	moved := h.camera
	h.Set(scenetest.Summit())
	if h.camera != moved {
		t.Error("new data moved the picture under a person's eyes")
	}
	h.FitAll()
	h.Resize(fyne.NewSize(700, 500))
	wantAllInSight(h)
	if h.camera.Width != 700 || h.camera.Height != 500 {
		t.Errorf("the camera is %+v, want one of 700 by 500", h.camera)
	}
}

// wantAllInSight checks that every thing is seen, none of them below the
// controls in the corner.
func wantAllInSight(h *hand) {
	h.t.Helper()
	view := scene.Rect{W: h.camera.Width, H: h.camera.Height}
	corner := scene.CornerBox(h.camera)
	for _, id := range h.IDs() {
		p := h.at(id)
		if x, y := float64(p.X), float64(p.Y); !view.Contains(x, y) || corner.Contains(x, y) {
			h.t.Errorf("%s is at %v, out of sight", id, p)
		}
	}
}

func TestPictureIsDrawnAtDevicePixels(t *testing.T) {
	h := newHand(t)
	one := h.draw(900, 700)
	if b := one.Bounds(); b.Dx() != 900 || b.Dy() != 700 {
		t.Fatalf("the picture is %v", b)
	}
	x, y := h.at("sunak").X, h.at("sunak").Y
	two := h.draw(1800, 1400).(*image.RGBA)
	person := look.Now().Person
	// Beside the sign in the middle of the shape there is its plain colour.
	if got := two.RGBAAt(int(2*x)-20, int(2*y)); got != person {
		t.Errorf("at 200 %% the shape's colour is %v, want %v", got, person)
	}
	h.canvas.(software.WindowlessCanvas).SetScale(2)
	if b := h.canvas.Capture().Bounds(); b.Dx() != 1800 || b.Dy() != 1400 {
		t.Errorf("the window is captured as %v", b)
	}
}

func TestPointerFindsWhatWasPainted(t *testing.T) {
	h := newHand(t)
	img := h.draw(900, 700).(*image.RGBA)
	style := look.Now()
	for _, id := range h.IDs() {
		p := h.at(id)
		if got := h.hit(p); got.Kind != scene.HitNode || got.ID != id {
			t.Errorf("in the middle of %s lies %+v", id, got)
		}
		if img.RGBAAt(int(p.X), int(p.Y)) == style.Ground {
			t.Errorf("nothing is painted in the middle of %s", id)
		}
	}
}

func TestOtherThemeIsDrawnWithoutBeingTold(t *testing.T) {
	h := newHand(t)
	light := h.draw(900, 700).(*image.RGBA).RGBAAt(3, 3)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	dark := h.draw(900, 700).(*image.RGBA).RGBAAt(3, 3)
	if light != scene.Light().Ground || dark != scene.Dark().Ground {
		t.Errorf("the grounds are %v and %v", light, dark)
	}
}

func TestThingsKeepTheirPlacesWhileOthersAreHidden(t *testing.T) {
	h := newHand(t)
	was := h.at("us")
	in := scenetest.Summit()
	in.Filter.HiddenKinds = map[graphmodel.Kind]bool{graphmodel.Person: true}
	h.steered = true
	h.Set(in)
	if _, ok := h.PlaceOf("sunak"); ok {
		t.Error("a hidden person is drawn")
	}
	wantNear(t, h.at("us"), was)
	if got := h.Counts(); got.Shown >= got.Things {
		t.Errorf("counts are %+v", got)
	}
}

func TestEmptyCanvasTakesEveryGesture(t *testing.T) {
	h := newHand(t)
	h.Set(scene.Input{})
	p := fyne.NewPos(450, 350)
	h.click(p, 0)
	h.drag(p, p.AddXY(9, 9), fyne.KeyModifierShift)
	h.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: p}, Scrolled: fyne.NewDelta(0, 25)})
	h.FitAll()
	h.FitSelection()
	h.Center("nobody")
	test.Type(h.View, "+-0f")
	if h.draw(900, 700) == nil || h.moved != nil {
		t.Error("an empty canvas moved something")
	}
}

func TestPanningBuildsOnceAFrameAndPointingNotAtAll(t *testing.T) {
	h := newHand(t)
	h.draw(900, 700)
	h.current.Width = -1 // a mark that a build would wipe out
	h.hit(fyne.NewPos(10, 10))
	h.draw(900, 700)
	if h.current.Width != -1 {
		t.Error("the scene was built again though nothing had changed")
	}
	h.steer(h.camera.Pan(1, 0))
	h.hit(fyne.NewPos(10, 10))
	if h.current.Width != 900 {
		t.Error("the scene was not built again after a move")
	}
}

func TestGlideEndsAtTheNewPlaces(t *testing.T) {
	h := newHand(t)
	in := scenetest.Summit()
	in.Positions["us"] = layout.Point{X: 800, Y: 500}
	h.Set(in)
	h.land()
	if at, _ := h.model.At("us"); at != (layout.Point{X: 800, Y: 500}) {
		t.Errorf("it landed at %v", at)
	}
}
