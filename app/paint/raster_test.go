package paint_test

import (
	"image"
	"testing"

	"byline/app/paint"
	"byline/app/scene"
	"byline/app/scene/scenetest"
)

// BenchmarkFrame draws a window of 1,000, 10,000 and 100,000 things, about 2.1 links a
// thing.
func BenchmarkFrame(b *testing.B) {
	for _, n := range []struct {
		name   string
		things int
		zoom   float64
	}{{"1000 fit", 1000, 0}, {"1000 at 50 %", 1000, 0.526}, {"1000 at 100 %", 1000, 1}, {"10000 fit", 10000, 0}, {"10000 at 17 %", 10000, 0.17}, {"100000 fit", 100000, 0}} {
		m := scene.New(scenetest.Large(n.things))
		cam := scene.Camera{Width: 1272, Height: 792}.Fit(m.Bounds())
		if n.zoom > 0 {
			cam = cam.ZoomAt(600, 400, n.zoom/cam.Zoom)
		}
		view := scene.View{Camera: cam, Style: scene.Light(), Corner: true}
		b.Run("scene "+n.name, func(b *testing.B) {
			for b.Loop() {
				s := m.Build(view)
				view.Before = s.Places
			}
		})
		s := m.Build(view)
		p, img := paint.New(), image.NewRGBA(image.Rect(0, 0, 1272, 792))
		p.Raster(img, s, 1)
		b.Run("raster "+n.name, func(b *testing.B) {
			for b.Loop() {
				p.Raster(img, s, 1)
			}
		})
	}
}
