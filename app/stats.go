package app

import (
	"fmt"
	"image"
	"io"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// stats measures, for each number of things drawn, how many frames a second the window draws while the
// picture is moved, beside an empty raster of the same size. It is nil in
// ordinary use.
type stats struct {
	out  io.Writer
	busy bool
	of   int // things drawn at the last measurement
}

// newStats measures if the environment asks for it with 1, in which case it
// writes to the standard output.
func newStats(asked string) *stats {
	if asked != "1" {
		return nil
	}
	return &stats{out: os.Stdout}
}

// measured is how long each of the two is drawn.
const measured = 4 * time.Second

// measure begins where another number of things is drawn and nothing else is
// going on.
func (w *window) measure() {
	if w.stats == nil || w.stats.busy || w.snap.Progress.Running || w.view.Counts().Shown == w.stats.of {
		return
	}
	w.stats.busy, w.stats.of = true, w.view.Counts().Shown
	frames := 0
	picture := image.NewRGBA(image.Rect(0, 0, 1, 1))
	empty := canvas.NewRaster(func(width, height int) image.Image {
		frames++
		if picture.Rect.Dx() != width || picture.Rect.Dy() != height {
			picture = image.NewRGBA(image.Rect(0, 0, width, height))
		}
		return picture
	})
	empty.Resize(w.view.Size())
	at := w.app.Driver().AbsolutePositionForObject(w.view)
	empty.Move(at)
	w.win.Canvas().Overlays().Add(empty)
	w.during(empty.Refresh, func(seconds float64) {
		w.win.Canvas().Overlays().Remove(empty)
		bare := float64(frames) / seconds
		before := w.view.Frames()
		turn := 0
		w.during(func() {
			turn++
			w.view.Shake(turn)
		}, func(seconds float64) {
			moved := float64(w.view.Frames()-before) / seconds
			c := w.view.Counts()
			_, _ = fmt.Fprintf(w.stats.out, "%d things, %d lines: %.1f frames/s moving the picture, %.1f an empty raster, ratio %.2f\n",
				c.Shown, c.Drawn, moved, bare, moved/bare)
			w.stats.busy = false
		})
	})
}

// during calls each at every tick of the window's clock, and done at the end
// with the seconds that it took.
func (w *window) during(each func(), done func(seconds float64)) {
	begun, ended := time.Now(), false
	a := fyne.NewAnimation(measured, func(t float32) {
		if ended {
			return
		}
		each()
		if t >= 1 {
			ended = true
			done(time.Since(begun).Seconds())
		}
	})
	a.Curve = fyne.AnimationLinear
	a.Start()
}
