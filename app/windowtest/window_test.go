package windowtest

import (
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"byline/app/scene"
	"byline/graphmodel/store"
)

// TestMainJob does what the program is for: an article goes in, its graph
// comes up, a person clicks through it, corrects it, reads another article
// and takes a picture out.
func TestMainJob(t *testing.T) {
	d := newDesk(t)
	sample, err := filepath.Abs(filepath.Join("..", "..", "assets", "samples", "prespa-agreement.md"))
	if err != nil {
		t.Fatal(err)
	}
	d.start(sample)
	s := d.until("the graph of the article is on the canvas", func(s state) bool { return len(s.Things) > 5 && !s.Running })
	t.Logf("from opening the window to the first graph on it: %.2f s", s.First)
	s = d.still()
	allInSight(t, s)
	d.photograph("graph")

	picked := selectThing(d, s)
	d.photograph("thing")
	readSentence(d, s, sample)
	d.photograph("link")
	s = closeReader(d)
	moveThing(d, picked)
	allInSight(t, pasteArticle(d))
	d.photograph("two-articles")
	checkPicture(t, exportPicture(d))
	d.do("key", "ctrl+q")
	d.ends()
	checkProject(t, d, picked)
}

// selectThing clicks on the thing that stands freest.
func selectThing(d *desk, s state) string {
	d.t.Helper()
	best, far := thing{}, 0.0
	for _, a := range s.Things {
		near := math.Inf(1)
		for _, b := range s.Things {
			if a.ID != b.ID {
				near = min(near, math.Hypot(a.X-b.X, a.Y-b.Y))
			}
		}
		if near > far {
			best, far = a, near
		}
	}
	d.click(best.X, best.Y)
	d.until(best.Name+" is selected", func(s state) bool { return slices.Equal(s.Selected, []string{best.ID}) })
	return best.ID
}

// readSentence clicks on links until one is met, and opens its sentence.
func readSentence(d *desk, s state, sample string) {
	d.t.Helper()
	met := false
	for _, l := range freeTies(s) {
		d.click(l.X, l.Y)
		if _, met = d.waits(patience/20, func(s state) bool { return s.Link != "" }); met {
			break
		}
	}
	if !met {
		d.t.Fatal("no link could be clicked")
	}
	d.do("key", "Return")
	s = d.until("the reader shows the sentence", func(s state) bool { return s.Reading != "" && s.Sentence != "" })
	text, err := os.ReadFile(sample)
	if err != nil {
		d.t.Fatal(err)
	}
	if !strings.Contains(string(text), s.Sentence) {
		d.t.Errorf("the sentence is not in the article: %q", s.Sentence)
	}
}

// freeTies are the links whose middle lies away from every thing, the freest
// first.
func freeTies(s state) []tie {
	room := func(l tie) float64 {
		near := math.Inf(1)
		for _, a := range s.Things {
			near = min(near, math.Hypot(a.X-l.X, a.Y-l.Y))
		}
		return near
	}
	ties := slices.Clone(s.Ties)
	slices.SortStableFunc(ties, func(a, b tie) int { return int(room(b) - room(a)) })
	return ties[:min(len(ties), 8)]
}

func closeReader(d *desk) state {
	d.t.Helper()
	d.do("key", "Escape", "sleep", "0.2", "key", "Escape")
	d.until("the reader is closed", func(s state) bool { return s.Reading == "" })
	return d.still()
}

// moveThing drags a thing, takes that back, and does it again.
func moveThing(d *desk, id string) {
	d.t.Helper()
	before := placeOf(d.t, d.still(), id)
	toX, toY := before.X+40, before.Y+60
	d.do("mousemove", int(before.X), int(before.Y), "sleep", "0.1", "mousedown", "1",
		"mousemove", int(before.X+10), int(before.Y+10), "sleep", "0.05", "mousemove", int(toX), int(toY), "sleep", "0.1", "mouseup", "1")
	s := d.until("the thing is pinned where it was dragged", func(s state) bool { return slices.Contains(s.Pinned, id) })
	if after := placeOf(d.t, s, id); math.Hypot(after.X-toX, after.Y-toY) > 20 {
		d.t.Errorf("it was dragged to %.0f, %.0f and lies at %.0f, %.0f", toX, toY, after.X, after.Y)
	}
	d.do("key", "ctrl+z")
	d.until("the move is taken back", func(s state) bool { return !slices.Contains(s.Pinned, id) })
	d.do("key", "ctrl+y")
	d.until("the move is made again", func(s state) bool { return slices.Contains(s.Pinned, id) })
}

func placeOf(t *testing.T, s state, id string) thing {
	t.Helper()
	i := slices.IndexFunc(s.Things, func(x thing) bool { return x.ID == id })
	if i < 0 {
		t.Fatalf("%s is not on the canvas", id)
	}
	return s.Things[i]
}

// pasteArticle types a short article into the window.
func pasteArticle(d *desk) state {
	d.t.Helper()
	d.do("key", "ctrl+v", "sleep", "0.5")
	d.do("type", "--delay", "2", "Norway imposed sanctions on Belarus. Norway signed the Bergen Agreement with Sweden.")
	d.do("key", "shift+Return")
	d.until("the second article is read and its countries are on the canvas", func(s state) bool {
		names := map[string]bool{}
		for _, x := range s.Things {
			names[x.Name] = true
		}
		return s.Articles == 2 && !s.Running && names["Norway"] && names["Belarus"]
	})
	return d.still()
}

// allInSight checks that the whole graph is on the canvas, as long as nobody
// has moved the picture.
func allInSight(t *testing.T, s state) {
	t.Helper()
	for _, x := range s.Things {
		if x.X < s.Canvas[0] || x.Y < s.Canvas[1] || x.X > s.Canvas[0]+s.Canvas[2] || x.Y > s.Canvas[1]+s.Canvas[3] {
			t.Errorf("%s lies out of sight at %.0f, %.0f", x.Name, x.X, x.Y)
		}
	}
}

// exportPicture saves a picture under the name that is offered.
func exportPicture(d *desk) string {
	d.t.Helper()
	d.do("key", "ctrl+p", "sleep", "0.7", "key", "Return", "sleep", "1.5", "key", "Return")
	var found string
	d.until("the picture is in the folder", func(state) bool {
		files, err := filepath.Glob(filepath.Join(d.home, "*.png"))
		if err != nil || len(files) == 0 {
			return false
		}
		info, err := os.Stat(files[0])
		found = files[0]
		return err == nil && info.Size() > 0
	})
	return found
}

// checkPicture looks for the colours of all kinds in the picture.
func checkPicture(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatalf("the picture is no PNG: %v", err)
	}
	box := img.Bounds()
	if box.Dx() < 800 || box.Dy() < 600 {
		t.Errorf("the picture is only %v", box)
	}
	count := map[color.RGBA]int{}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			r, g, b, a := img.At(x, y).RGBA()
			count[color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}]++
		}
	}
	st := scene.Light()
	if count[st.Ground] == 0 {
		st = scene.Dark()
	}
	for name, c := range map[string]color.RGBA{"people": st.Person, "organisations": st.Organisation, "countries": st.Country, "measures": st.Measure} {
		if count[c] < 200 {
			t.Errorf("the picture has %d pixels in the colour of %s", count[c], name)
		}
	}
}

// checkProject opens what the program left behind.
func checkProject(t *testing.T, d *desk, pinned string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(d.home, ".config", "byline", "projects", "*.byline"))
	if err != nil || len(files) != 1 {
		t.Fatalf("there should be one project, there are %v (%v)", files, err)
	}
	p, err := store.Open(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	c := p.Content()
	if len(c.Items) != 2 {
		t.Errorf("the project holds %d articles, not 2", len(c.Items))
	}
	if !c.Places[pinned].Pinned {
		t.Errorf("%s is not pinned in the project", pinned)
	}
}
