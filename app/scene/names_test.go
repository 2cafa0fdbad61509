package scene_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

// roomy shapes are those large enough for a sign; a smaller one may lie under
// a name.
const roomy = 8

func TestNamesNeverLieOnEachOther(t *testing.T) {
	for _, l := range looks() {
		boxes := scene.NameBoxes(l.m, l.view)
		for i, a := range boxes {
			for _, b := range boxes[:i] {
				if meet(a.Rect, b.Rect) {
					t.Errorf("%s: the names of %s and %s lie on each other", l.name, a.ID, b.ID)
				}
			}
			if a.X < 0 || a.Y < 0 || a.X+a.W > l.view.Camera.Width || a.Y+a.H > l.view.Camera.Height {
				t.Errorf("%s: the name of %s is cut off", l.name, a.ID)
			}
		}
		// On a spiral as dense as the large ones there may be room for none.
		if len(boxes) == 0 && l.m.Counts().Things < 100 {
			t.Errorf("%s: nothing is named", l.name)
		}
	}
}

func meet(a, b scene.Rect) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

func TestNamesNeverLieOnShapesOfOthers(t *testing.T) {
	for _, l := range looks() {
		shapes := marksOf[scene.Shape](l.m.Build(l.view), "shapes")
		for _, n := range scene.NameBoxes(l.m, l.view) {
			at, _ := l.m.At(n.ID)
			ox, oy := l.view.Camera.ScreenOf(at)
			for _, o := range shapes {
				if o.R < roomy || math.Hypot(o.X-ox, o.Y-oy) < 1e-9 {
					continue
				}
				x, y := min(max(o.X, n.X), n.X+n.W), min(max(o.Y, n.Y), n.Y+n.H)
				if scene.Distance(o.Kind, o.R, x-o.X, y-o.Y) < 0 {
					t.Errorf("%s: the name of %s lies on a %s at %.0f, %.0f", l.name, n.ID, o.Kind, o.X, o.Y)
				}
			}
		}
	}
}

// What is written takes no more room than was kept for it.
func TestNamesFitTheirRoom(t *testing.T) {
	for _, l := range looks() {
		boxes := scene.NameBoxes(l.m, l.view)
		for _, w := range marksOf[scene.Words](l.m.Build(l.view), "names") {
			width := scene.FontOf(w.Bold).Width(w.Text, w.Size)
			left := w.X - map[scene.Anchor]float64{scene.Start: 0, scene.Middle: width / 2, scene.End: width}[w.Anchor]
			in := slices.ContainsFunc(boxes, func(n scene.NameBox) bool {
				return left >= n.X-0.01 && left+width <= n.X+n.W+0.01 && w.Y-0.72*w.Size >= n.Y && w.Y+0.25*w.Size <= n.Y+n.H
			})
			if !in {
				t.Errorf("%s: %q is written outside the room of every name", l.name, w.Text)
			}
		}
	}
}

func TestChosenAndHoveredThingsAreAlwaysNamed(t *testing.T) {
	m := scene.New(scenetest.Large(300))
	v := zoomed(m, 500, 360, 0.2)
	for _, id := range []string{"t000299", "t000123"} {
		at, _ := m.At(id)
		v.Camera.CenterX, v.Camera.CenterY = at.X, at.Y
		named := func() bool {
			return slices.ContainsFunc(scene.NameBoxes(m, v), func(n scene.NameBox) bool { return n.ID == id })
		}
		v.State = scene.State{Selected: []string{id}}
		if !named() {
			t.Errorf("%s is selected and has no name", id)
		}
		v.State = scene.State{Hovered: id, Fade: 1}
		if !named() {
			t.Errorf("%s is hovered and has no name", id)
		}
	}
}

func TestNamesOfManyChosenThingsNeverLieOnEachOther(t *testing.T) {
	m := scene.New(scenetest.Large(300))
	v := zoomed(m, 700, 500, 0.4)
	v.State = scene.State{Selected: m.IDs()[:60]}
	boxes := scene.NameBoxes(m, v)
	if len(boxes) == 0 {
		t.Fatal("nothing is named")
	}
	for i, a := range boxes {
		for _, b := range boxes[:i] {
			if meet(a.Rect, b.Rect) {
				t.Errorf("the names of %s and %s lie on each other", a.ID, b.ID)
			}
		}
	}
}

// Arrow heads all round a hub leave no place free; its name comes before them.
func TestHubAmidArrowHeadsIsNamed(t *testing.T) {
	g := newGraph(t).thing("A meeting of many", graphmodel.Measure, 0, 0)
	for i := range 20 {
		turn := 2 * math.Pi * float64(i) / 20
		who := fmt.Sprintf("P%d", i)
		g.thing(who, graphmodel.Person, 260*math.Cos(turn), 260*math.Sin(turn)).link(who, graphmodel.TakesPartIn, "A meeting of many", graphmodel.StatusStated)
	}
	m := g.model()
	boxes := scene.NameBoxes(m, zoomed(m, 800, 800, 1))
	if !slices.ContainsFunc(boxes, func(n scene.NameBox) bool { return n.ID == "A meeting of many" }) {
		t.Error("the hub has no name")
	}
}

func TestNameKeepsItsPlaceWhileThatIsFree(t *testing.T) {
	m := newGraph(t).thing("Ann Example", graphmodel.Person, 0, 0).thing("Bob", graphmodel.Person, 0, 300).
		link("Ann Example", graphmodel.Meets, "Bob", graphmodel.StatusStated).model()
	v := zoomed(m, 600, 600, 1)
	first := m.Build(v).Places
	for slot := range 8 {
		v.Before = scene.Places{"Ann Example": {Slot: slot}}
		if got := m.Build(v).Places["Ann Example"]; slot != 0 && got.Slot != slot {
			t.Errorf("the name went from place %d to %d", slot, got.Slot)
		}
	}
	v.Before = first
	if again := m.Build(v).Places; again["Bob"] != first["Bob"] {
		t.Errorf("the places are %v, then %v", first, again)
	}
}

// labels are the words drawn as names, each name on one line.
func labels(s scene.Scene) string {
	var lines []string
	for _, w := range marksOf[scene.Words](s, "names") {
		lines = append(lines, w.Text)
	}
	return strings.Join(lines, "\n")
}

func TestLongNamesAreSetOnTwoLines(t *testing.T) {
	long := "Department for Science, Innovation, Technology and a Good Deal More of the Like"
	one := strings.Repeat("W", 90)
	for _, c := range []struct{ name, want string }{
		{"Ann", "Ann"},
		{"State of the science report", "State of the science\nreport"},
		{long, "Department for\nScience…"},
	} {
		m := newGraph(t).thing(c.name, graphmodel.Person, 0, 0).thing("Bob", graphmodel.Person, 0, 900).
			link(c.name, graphmodel.Meets, "Bob", graphmodel.StatusStated).model()
		v := zoomed(m, 700, 500, 1)
		v.Camera.CenterY = 0
		got := labels(m.Build(v))
		if c.name != long && got != c.want {
			t.Errorf("%q is set as %q, want %q", c.name, got, c.want)
		}
		if c.name == long && (strings.Count(got, "\n") != 1 || !strings.HasSuffix(got, "…")) {
			t.Errorf("%q is set as %q, want two lines and an ellipsis", c.name, got)
		}
	}
	m := newGraph(t).thing(one, graphmodel.Person, 0, 0).thing("Bob", graphmodel.Person, 0, 900).
		link(one, graphmodel.Meets, "Bob", graphmodel.StatusStated).model()
	v := zoomed(m, 700, 500, 1)
	v.Camera.CenterY = 0
	for _, n := range scene.NameBoxes(m, v) {
		if n.W > 130 {
			t.Errorf("a name of one long word is %.0f wide", n.W)
		}
	}
}
