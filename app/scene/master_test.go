package scene_test

import (
	"bytes"
	"flag"
	"fmt"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

var update = flag.Bool("update", false, "accept the scenes as they are now")

// TestMasters compares named scenes with the texts kept of them, numbers
// rounded to whole units and tenths so that every processor writes the same.
func TestMasters(t *testing.T) {
	for _, c := range masters() {
		t.Run(c.name, func(t *testing.T) {
			got := textOf(c.scene)
			path := filepath.Join("testdata", c.name+".txt")
			if *update {
				if err := os.WriteFile(path, got, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("there is no master; -update writes one: %v", err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("the scene differs from its master %s: %s", path, firstChange(want, got))
			}
		})
	}
}

func firstChange(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d is\n%s\nwant\n%s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

type master struct {
	name  string
	scene scene.Scene
}

// masters are the named scenes.
func masters() []master {
	summit := func(name string, change func(in *scene.Input, v *scene.View)) master {
		in := scenetest.Summit()
		v := scene.View{Camera: scene.Camera{Width: 840, Height: 792, Zoom: 1, CenterX: 400, CenterY: 410}, Style: scene.Light()}
		change(&in, &v)
		return master{name, scene.Build(in, v)}
	}
	hidden := func(in *scene.Input, _ *scene.View) {
		in.Filter.HiddenKinds = map[graphmodel.Kind]bool{graphmodel.Country: true, graphmodel.Organisation: true}
	}
	runs := graphmodel.Key{From: "dsit", Type: graphmodel.Runs, To: "unit"}
	return []master{
		summit("summit", func(*scene.Input, *scene.View) {}),
		summit("summit-dark", func(_ *scene.Input, v *scene.View) { v.Style = scene.Dark() }),
		summit("person-selected", func(_ *scene.Input, v *scene.View) { v.State.Selected = []string{"sunak"} }),
		summit("several-selected", func(_ *scene.Input, v *scene.View) { v.State.Selected = []string{"sunak", "unit", "us"} }),
		summit("link-selected", func(_ *scene.Input, v *scene.View) { v.State.SelectedLinks = []graphmodel.Key{runs} }),
		summit("link-hovered", func(_ *scene.Input, v *scene.View) { v.State.HoveredLink = runs }),
		summit("hovered", func(_ *scene.Input, v *scene.View) { v.State.Hovered, v.State.Fade = "unit", 1 }),
		summit("hovered-half-faded", func(_ *scene.Input, v *scene.View) { v.State.Hovered, v.State.Fade = "unit", 0.5 }),
		summit("card", func(_ *scene.Input, v *scene.View) { v.State.Hovered, v.State.Fade, v.State.Card = "unit", 1, true }),
		summit("ring", func(_ *scene.Input, v *scene.View) { v.State.Ring = "us" }),
		summit("corner", func(_ *scene.Input, v *scene.View) { v.Corner = true }),
		summit("near", func(_ *scene.Input, v *scene.View) { v.Camera.Zoom = 1.6 }),
		summit("far", func(_ *scene.Input, v *scene.View) { v.Camera.Zoom = 0.45 }),
		summit("map", func(_ *scene.Input, v *scene.View) { v.Camera.Zoom = 0.25 }),
		summit("clear", func(_ *scene.Input, v *scene.View) { v.Clear = true }),
		summit("hidden-kinds", hidden),
		summit("denied-shown", func(in *scene.Input, _ *scene.View) { in.Filter.HiddenStatuses = nil }),
		summit("opened", func(in *scene.Input, _ *scene.View) { in.Filter.Hidden = nil }),
		summit("fresh", func(in *scene.Input, _ *scene.View) { in.Fresh = map[string]bool{"us": true, "law": true} }),
		summit("only", func(in *scene.Input, _ *scene.View) {
			in.Filter.Only = map[string]bool{"sunak": true, "gb": true, "dsit": true}
		}),
		{"sheet", scene.New(scenetest.Summit()).Sheet(
			scene.View{Camera: scene.Camera{Width: 1600, Height: 1000}, Style: scene.Light()},
			scene.Sheet{Title: "The summit", Note: "In one article", Source: "Source: a sample", Credit: "Drawn with Byline"})},
		{"empty", scene.Build(scene.Input{}, scene.View{Camera: scene.Camera{Width: 300, Height: 200, Zoom: 1}, Style: scene.Light(), Corner: true})},
		{"many", many()},
	}
}

func many() scene.Scene {
	m := scene.New(scenetest.Large(120))
	return m.Build(scene.View{Camera: scene.Camera{Width: 800, Height: 600}.Fit(m.Bounds()), Style: scene.Light()})
}

// textOf writes a scene line by line.
func textOf(s scene.Scene) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "scene %s×%s ground %s clear %t %+v\n", whole(s.Width), whole(s.Height), hex(s.Ground), s.Clear, s.Counts)
	for _, layer := range s.Layers {
		fmt.Fprintf(&b, "[%s]\n", layer.Name)
		for _, m := range layer.Marks {
			b.WriteString(markText(m) + "\n")
		}
	}
	return b.Bytes()
}

func markText(m scene.Mark) string {
	switch m := m.(type) {
	case scene.Line:
		return fmt.Sprintf("line %s,%s %s,%s w %s %s dash %s %s round %t", whole(m.X1), whole(m.Y1), whole(m.X2), whole(m.Y2), tenth(m.Width), hex(m.Colour), tenth(m.Dash), tenth(m.Gap), m.Round)
	case scene.Shape:
		return fmt.Sprintf("shape %s %s,%s r %s %s ring %s %s", m.Kind, whole(m.X), whole(m.Y), tenth(m.R), hex(m.Fill), tenth(m.Ring), hex(m.RingColor))
	case scene.Outline:
		return fmt.Sprintf("outline %s %s,%s r %s +%s w %s %s dash %s %s", m.Kind, whole(m.X), whole(m.Y), tenth(m.R), tenth(m.Distance), tenth(m.Width), hex(m.Colour), tenth(m.Dash), tenth(m.Gap))
	case scene.Area:
		var points []string
		for _, p := range m.Points {
			points = append(points, whole(p.X)+","+whole(p.Y))
		}
		return fmt.Sprintf("area %s %s line %s %s", strings.Join(points, " "), hex(m.Fill), tenth(m.Width), hex(m.Stroke))
	case scene.Plate:
		return fmt.Sprintf("plate %s,%s %s×%s corner %s %s line %s %s", whole(m.X), whole(m.Y), whole(m.W), whole(m.H), tenth(m.Corner), hex(m.Fill), tenth(m.Width), hex(m.Stroke))
	case scene.Words:
		return wordsText("words", m)
	case scene.Halo:
		return wordsText("halo "+tenth(m.Breadth), m.Words)
	case scene.Sign:
		return fmt.Sprintf("sign %s %s,%s half %s %s", m.Name, whole(m.X), whole(m.Y), tenth(m.Size), hex(m.Colour))
	}
	return fmt.Sprintf("unknown %T", m)
}

func wordsText(what string, m scene.Words) string {
	return fmt.Sprintf("%s %q %s,%s size %s bold %t anchor %d %s", what, m.Text, whole(m.X), whole(m.Y), tenth(m.Size), m.Bold, m.Anchor, hex(m.Colour))
}

// nudge keeps numbers that end in a half from falling to either side.
const nudge = 1e-6

func whole(v float64) string { return fmt.Sprintf("%d", int(math.Floor(v+0.5+nudge))) }

func tenth(v float64) string { return fmt.Sprintf("%g", math.Floor(v*10+0.5+nudge)/10) }

func hex(c color.RGBA) string { return fmt.Sprintf("#%02X%02X%02X%02X", c.R, c.G, c.B, c.A) }
