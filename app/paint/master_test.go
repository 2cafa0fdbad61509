package paint_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"byline/app/paint"
	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

var update = flag.Bool("update", false, "accept the pictures as they are now")

type master struct {
	name  string
	scene scene.Scene
	scale float64
}

// masters are pictures that between them hold every kind of mark.
func masters() []master {
	m := scene.New(scenetest.Summit())
	look := func(zoom float64, change func(v *scene.View)) scene.Scene {
		v := scene.View{Camera: scene.Camera{Width: 420, Height: 360}.Fit(m.Bounds()), Style: scene.Light()}
		if zoom > 0 {
			v.Camera.Zoom = zoom
		}
		change(&v)
		return m.Build(v)
	}
	runs := graphmodel.Key{From: "dsit", Type: graphmodel.Runs, To: "unit"}
	large := scene.New(scenetest.Large(400))
	return []master{
		{"whole", look(0, func(v *scene.View) { v.Corner = true }), 1},
		{"dark", look(0, func(v *scene.View) { v.Style = scene.Dark() }), 1},
		{"near", look(1.3, func(*scene.View) {}), 1},
		{"double", look(0.9, func(*scene.View) {}), 2},
		{"selected", look(0.9, func(v *scene.View) { v.State.Selected = []string{"sunak"} }), 1},
		{"link", look(0.9, func(v *scene.View) {
			v.Camera.CenterX, v.Camera.CenterY, v.State.SelectedLinks = 260, 500, []graphmodel.Key{runs}
		}), 1},
		{"hovered", look(0.9, func(v *scene.View) {
			v.State.Hovered, v.State.Fade, v.State.Card = "unit", 1, true
		}), 1},
		{"clear", look(0.9, func(v *scene.View) { v.Clear = true }), 1},
		{"map", large.Build(scene.View{Camera: scene.Camera{Width: 420, Height: 360}.Fit(large.Bounds()), Style: scene.Light()}), 1},
		{"sheet", m.Sheet(scene.View{Camera: scene.Camera{Width: 800, Height: 520}, Style: scene.Light()}, scene.Sheet{Title: "The summit", Credit: "Drawn with Byline"}), 1},
		{"kinds", scene.Scene{Width: 120, Height: 40, Ground: scene.Light().Ground, Layers: []scene.Layer{{Marks: scene.KindSwatch(graphmodel.Country, 40, scene.Light())}}}, 1.5},
		{"status", scene.Scene{Width: 120, Height: 40, Ground: scene.Light().Ground, Layers: []scene.Layer{{Marks: scene.StatusSwatch(graphmodel.StatusEnded, 120, 40, scene.Light())}}}, 1.5},
	}
}

// TestMasters compares pictures with those kept of them. Processors round
// differently, so a little may differ: no more than the eye would miss.
func TestMasters(t *testing.T) {
	for _, c := range masters() {
		t.Run(c.name, func(t *testing.T) {
			got := paint.Image(c.scene, c.scale)
			path := filepath.Join("testdata", c.name+".png")
			if *update {
				var b bytes.Buffer
				if err := png.Encode(&b, got); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want := readPNG(t, path)
			if err := alike(got, want); err != nil {
				t.Errorf("the picture differs from its master %s: %v", path, err)
			}
		})
	}
}

func readPNG(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("there is no master; -update writes one: %v", err)
	}
	defer func() { _ = f.Close() }()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return out
}

const (
	mayDiffer = 24  // of 255, in a channel, before a pixel counts
	mostWrong = 500 // one pixel in so many
)

func alike(got, want *image.RGBA) error {
	if got.Bounds() != want.Bounds() {
		return fmt.Errorf("it is %v, want %v", got.Bounds(), want.Bounds())
	}
	wrong := 0
	for i := 0; i < len(got.Pix); i += 4 {
		for c := range 4 {
			if d := int(got.Pix[i+c]) - int(want.Pix[i+c]); d > mayDiffer || d < -mayDiffer {
				wrong++
				break
			}
		}
	}
	if most := len(got.Pix) / 4 / mostWrong; wrong > most {
		return fmt.Errorf("%d pixels differ, at most %d may", wrong, most)
	}
	return nil
}

func TestAlikeSeesADot(t *testing.T) {
	a, b := image.NewRGBA(image.Rect(0, 0, 60, 60)), image.NewRGBA(image.Rect(0, 0, 60, 60))
	if err := alike(a, b); err != nil {
		t.Error(err)
	}
	for i := range 8 {
		b.SetRGBA(20+i, 20, color.RGBA{255, 0, 0, 255})
	}
	if alike(a, b) == nil {
		t.Error("a red line of eight pixels is not seen")
	}
}
