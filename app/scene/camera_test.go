package scene_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"byline/app/scene"
	"byline/graphmodel/layout"
)

// cameras calls f with many cameras and places, always the same.
func cameras(f func(r *rand.Rand, c scene.Camera, p layout.Point)) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 2000 {
		c := scene.Camera{
			CenterX: r.NormFloat64() * 1000, CenterY: r.NormFloat64() * 1000,
			Zoom:  scene.MinZoom * math.Pow(scene.MaxZoom/scene.MinZoom, r.Float64()),
			Width: 50 + r.Float64()*3000, Height: 50 + r.Float64()*2000,
		}
		f(r, c, layout.Point{X: r.NormFloat64() * 2000, Y: r.NormFloat64() * 2000})
	}
}

func TestScreenAndWorldAreTwins(t *testing.T) {
	cameras(func(_ *rand.Rand, c scene.Camera, p layout.Point) {
		if got := c.WorldOf(c.ScreenOf(p)); math.Hypot(got.X-p.X, got.Y-p.Y) > 1e-6 {
			t.Fatalf("%+v: %v goes to the screen and comes back as %v", c, p, got)
		}
	})
}

func TestPanMovesByThatMuchAndBack(t *testing.T) {
	cameras(func(r *rand.Rand, c scene.Camera, p layout.Point) {
		dx, dy := r.NormFloat64()*300, r.NormFloat64()*300
		x, y := c.ScreenOf(p)
		if gx, gy := c.Pan(dx, dy).ScreenOf(p); math.Hypot(gx-x-dx, gy-y-dy) > 1e-6 {
			t.Fatalf("%+v: a pan by %.1f, %.1f moved by %.1f, %.1f", c, dx, dy, gx-x, gy-y)
		}
		if back := c.Pan(dx, dy).Pan(-dx, -dy); math.Abs(back.CenterX-c.CenterX)+math.Abs(back.CenterY-c.CenterY) > 1e-6 {
			t.Fatalf("%+v panned and back is %+v", c, back)
		}
	})
}

func TestZoomKeepsThePlaceUnderThePointer(t *testing.T) {
	cameras(func(r *rand.Rand, c scene.Camera, _ layout.Point) {
		x, y := r.Float64()*c.Width, r.Float64()*c.Height
		before := c.WorldOf(x, y)
		z := c.ZoomAt(x, y, math.Exp(r.NormFloat64()))
		if after := z.WorldOf(x, y); math.Hypot(after.X-before.X, after.Y-before.Y) > 1e-6*(1+math.Hypot(before.X, before.Y)) {
			t.Fatalf("%+v: under the pointer lay %v, now %v", c, before, after)
		}
		if z.Zoom < scene.MinZoom || z.Zoom > scene.MaxZoom {
			t.Fatalf("zoom %g is out of its limits", z.Zoom)
		}
	})
}

func TestFitShowsTheWholeBox(t *testing.T) {
	cameras(func(r *rand.Rand, c scene.Camera, p layout.Point) {
		box := scene.Rect{X: p.X, Y: p.Y, W: r.Float64() * 4000, H: r.Float64() * 4000}
		f := c.Fit(box)
		if f.Zoom > 1 {
			t.Fatalf("fit goes to %g, over 100 %%", f.Zoom)
		}
		if f.Zoom == scene.MinZoom {
			return // as far away as it goes
		}
		x1, y1 := f.ScreenOf(layout.Point{X: box.X, Y: box.Y})
		x2, y2 := f.ScreenOf(layout.Point{X: box.X + box.W, Y: box.Y + box.H})
		// A view smaller than the margins cannot keep them.
		if c.Width > 130 && c.Height > 90 && (x1 < 63.99 || y1 < 43.99 || x2 > c.Width-63.99 || y2 > c.Height-43.99) {
			t.Fatalf("%+v fitted to %+v shows it at %.1f,%.1f %.1f,%.1f", c, box, x1, y1, x2, y2)
		}
	})
}

func TestFlightStartsAndEndsWhereItShould(t *testing.T) {
	cameras(func(r *rand.Rand, c scene.Camera, p layout.Point) {
		to := c.Pan(p.X, p.Y).ZoomAt(10, 10, 1.5)
		if got := c.Between(to, 1); got != to {
			t.Fatalf("the flight ends at %+v, want %+v", got, to)
		}
		if got := c.Between(to, 0); math.Abs(got.Zoom-c.Zoom) > 1e-9 || math.Abs(got.CenterX-c.CenterX) > 1e-9 {
			t.Fatalf("the flight starts at %+v, want %+v", got, c)
		}
		if mid := c.Between(to, r.Float64()); mid.Zoom < min(c.Zoom, to.Zoom)-1e-9 || mid.Zoom > max(c.Zoom, to.Zoom)+1e-9 {
			t.Fatalf("on the way the zoom is %g, between %g and %g", mid.Zoom, c.Zoom, to.Zoom)
		}
	})
}

// near reports whether two lengths are the same but for rounding.
func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
