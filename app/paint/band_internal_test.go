package paint

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
)

func bandScene() scene.Scene {
	m := scene.New(scenetest.Summit())
	c := scene.Camera{Width: 700, Height: 700}.Fit(m.Bounds())
	return m.Build(scene.View{Camera: c, Style: scene.Light(), Corner: true, State: scene.State{Selected: []string{"sunak"}}})
}

func TestBandsGiveTheSameBytesAsOnePicture(t *testing.T) {
	s := bandScene()
	for _, scale := range []float64{1, 1.5, 2} {
		size := image.Rect(0, 0, int(700*scale), int(700*scale))
		whole, parts := image.NewRGBA(size), image.NewRGBA(size)
		New().band(whole, &s, scale, 0, size.Dy())
		for _, cuts := range [][]int{{350}, {1, 2, 3, 333}, {100, 200, 300, 400, 500, 600, 650}} {
			clear(parts.Pix)
			top := 0
			for _, cut := range append(cuts, size.Dy()) {
				New().band(parts, &s, scale, top, cut)
				top = cut
			}
			if !bytes.Equal(whole.Pix, parts.Pix) {
				t.Errorf("at scale %g, cut at %v, the picture is another", scale, cuts)
			}
		}
	}
}

func TestPaintingAgainTakesNoMemory(t *testing.T) {
	s := bandScene()
	img := image.NewRGBA(image.Rect(0, 0, 700, 700))
	p := New()
	if n := testing.AllocsPerRun(5, func() { p.band(img, &s, 1, 0, 700) }); n > 0 {
		t.Errorf("a frame allocates %g times", n)
	}
}

func TestBlendIsTheRoundedMean(t *testing.T) {
	c := &canvas{}
	for _, from := range []uint8{0, 1, 127, 200, 255} {
		for _, to := range []uint8{0, 3, 128, 254, 255} {
			k := c.ink(color.RGBA{R: to, G: to, B: to, A: to})
			for a := range uint32(257) {
				p := []uint8{from, from, from, from}
				blend(p, k, a)
				want := uint8((uint32(to)*a + uint32(from)*(256-a) + 128) >> 8)
				if !bytes.Equal(p, []uint8{want, want, want, want}) {
					t.Fatalf("%d of 256 parts of %d over %d is %v, want %d", a, to, from, p, want)
				}
			}
		}
	}
}
