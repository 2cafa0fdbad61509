package scene_test

import (
	"math"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

// covered reports whether another shape or a plate lies over (x, y).
func covered(s scene.Scene, own string, m *scene.Model, v scene.View, x, y float64) bool {
	at, _ := m.At(own)
	ox, oy := v.Camera.ScreenOf(at)
	for _, o := range marksOf[scene.Shape](s, "shapes") {
		if math.Hypot(o.X-ox, o.Y-oy) > 1e-9 && scene.Distance(o.Kind, o.R, x-o.X, y-o.Y) < 0 {
			return true
		}
	}
	for _, name := range []string{"badges", "corner"} {
		for _, p := range marksOf[scene.Plate](s, name) {
			if p.Contains(x, y) {
				return true
			}
		}
	}
	return false
}

func TestEveryShapeIsHitInItsMiddle(t *testing.T) {
	for _, l := range looks() {
		l.view.Corner = true
		s := l.m.Build(l.view)
		seen := 0
		for _, id := range l.m.IDs() {
			at, _ := l.m.At(id)
			x, y := l.view.Camera.ScreenOf(at)
			if x < 0 || y < 0 || x > s.Width || y > s.Height || covered(s, id, l.m, l.view, x, y) {
				continue
			}
			seen++
			if h := s.HitTest(x, y); h.Kind != scene.HitNode || h.ID != id {
				t.Errorf("%s: in the middle of %s lies %+v", l.name, id, h)
			}
		}
		if seen == 0 {
			t.Errorf("%s: no thing is in sight", l.name)
		}
	}
}

// A hit inside the edge of a shape that is drawn is a hit of a thing, and far
// from all marks there is nothing.
func TestHitsFollowTheShapesDrawn(t *testing.T) {
	m := scene.New(scenetest.Summit())
	v := zoomed(m, 1000, 800, 1)
	s := m.Build(v)
	shapes := marksOf[scene.Shape](s, "shapes")
	for _, o := range shapes {
		for a := 0.0; a < 2*math.Pi; a += 0.3 {
			dx, dy := math.Cos(a), math.Sin(a)
			edge := 0.0
			for scene.Distance(o.Kind, o.R, dx*edge, dy*edge) < -1 {
				edge += 0.25
			}
			x, y := o.X+dx*edge, o.Y+dy*edge
			if x < 0 || y < 0 || x > s.Width || y > s.Height {
				continue
			}
			if h := s.HitTest(x, y); h.Kind != scene.HitNode && h.Kind != scene.HitPill {
				t.Errorf("inside a %s, %.0f from its middle, lies %+v", o.Kind, edge, h)
			}
		}
	}
	if len(shapes) != m.Counts().Shown {
		t.Errorf("%d shapes are drawn of %d things", len(shapes), m.Counts().Shown)
	}
}

// At every point of a link that no shape, name or badge covers, that link is
// hit, or one that runs through the same point.
func TestLinksAreHitWhereTheyAreSeen(t *testing.T) {
	for _, l := range looks() {
		s := l.m.Build(l.view)
		links, free := scene.DrawnLinks(s), freePoints(s, scene.NameBoxes(l.m, l.view))
		points := 0
		for _, d := range links {
			for _, p := range free(d) {
				points++
				h := s.HitTest(p.X, p.Y)
				if h.Kind != scene.HitLink {
					t.Errorf("%s: on the link of %s and %s lies %+v", l.name, d.From, d.To, h)
					continue
				}
				if h.Link.From != d.From && away(links, h.Link, p) > 0.01 {
					t.Errorf("%s: on the link of %s and %s another is hit: %+v", l.name, d.From, d.To, h)
				}
			}
		}
		if points == 0 && l.view.Camera.Zoom > 0.3 {
			t.Errorf("%s: no link is seen", l.name)
		}
	}
}

// away is how far the point lies from the drawn link of that key.
func away(links []scene.DrawnLink, key graphmodel.Key, p scene.XY) float64 {
	for _, d := range links {
		if d.From == key.From && d.To == key.To {
			length := math.Hypot(d.X2-d.X1, d.Y2-d.Y1)
			return math.Abs((p.X-d.X1)*(d.Y2-d.Y1)-(p.Y-d.Y1)*(d.X2-d.X1)) / length
		}
	}
	return math.Inf(1)
}

// freePoints returns what finds the points of a link that nothing covers.
func freePoints(s scene.Scene, names []scene.NameBox) func(scene.DrawnLink) []scene.XY {
	shapes, plates := marksOf[scene.Shape](s, "shapes"), append(marksOf[scene.Plate](s, "badges"), marksOf[scene.Plate](s, "words")...)
	free := func(x, y float64) bool {
		if x < 0 || y < 0 || x >= s.Width || y >= s.Height {
			return false
		}
		for _, o := range shapes {
			if math.Abs(x-o.X) < 2*o.R+4 && scene.Distance(o.Kind, o.R, x-o.X, y-o.Y) <= 3 {
				return false
			}
		}
		for _, p := range plates {
			if p.Contains(x, y) {
				return false
			}
		}
		for _, n := range names {
			if n.Contains(x, y) {
				return false
			}
		}
		return true
	}
	return func(d scene.DrawnLink) []scene.XY {
		var out []scene.XY
		for i := 1; i < 8; i++ {
			k := float64(i) / 8
			if x, y := d.X1+(d.X2-d.X1)*k, d.Y1+(d.Y2-d.Y1)*k; free(x, y) {
				out = append(out, scene.XY{X: x, Y: y})
			}
		}
		return out
	}
}

func TestEveryLinkOfASmallGraphCanBeHit(t *testing.T) {
	in := scenetest.Summit()
	m := scene.New(in)
	s := m.Build(zoomed(m, 1000, 900, 1.2))
	links := scene.DrawnLinks(s)
	if len(links) < m.Counts().Drawn {
		t.Fatalf("%d links are drawn, want %d or more", len(links), m.Counts().Drawn)
	}
	for _, d := range links {
		hit := false
		for k := 0.02; k < 1 && !hit; k += 0.02 {
			h := s.HitTest(d.X1+(d.X2-d.X1)*k, d.Y1+(d.Y2-d.Y1)*k)
			hit = h.Kind == scene.HitLink && h.Link.From == d.From && h.Link.To == d.To
		}
		if !hit {
			t.Errorf("the link of %s and %s is hit nowhere", d.From, d.To)
		}
	}
}

func TestLinksAreHitFourUnitsAsideAndNoFarther(t *testing.T) {
	m := newGraph(t).thing("Ann", graphmodel.Person, 0, 0).thing("Bob", graphmodel.Person, 300, 0).
		link("Ann", graphmodel.Meets, "Bob", graphmodel.StatusStated).model()
	s := m.Build(zoomed(m, 600, 300, 1))
	d := scene.DrawnLinks(s)[0]
	x := (d.X1 + d.X2) / 2
	for off, want := range map[float64]scene.HitKind{0: scene.HitLink, 3.9: scene.HitLink, -3.9: scene.HitLink, 4.1: scene.HitGround, -6: scene.HitGround} {
		if h := s.HitTest(x, d.Y1+off); h.Kind != want {
			t.Errorf("%v units aside lies %v, want %v", off, h.Kind, want)
		}
	}
}

func TestNamesAndCornerAreHit(t *testing.T) {
	m := scene.New(scenetest.Summit())
	v := zoomed(m, 1000, 800, 1)
	v.Corner = true
	s := m.Build(v)
	for _, n := range scene.NameBoxes(m, v) {
		h := s.HitTest(n.X+n.W/2, n.Y+n.H/2)
		if h.Kind == scene.HitGround || h.Kind == scene.HitLink {
			t.Errorf("on the name of %s lies %+v", n.ID, h)
		}
	}
	box := scene.CornerBox(v.Camera)
	seen := map[scene.HitKind]bool{}
	for x := box.X + 1; x < box.X+box.W; x += 3 {
		for y := box.Y + 1; y < box.Y+box.H; y += 3 {
			seen[s.HitTest(x, y).Kind] = true
		}
	}
	for _, k := range []scene.HitKind{scene.HitZoomIn, scene.HitZoomOut, scene.HitFit, scene.HitMap} {
		if !seen[k] {
			t.Errorf("no control of kind %d is in the corner", k)
		}
	}
}

func TestMapShowsThePlaceItLeadsTo(t *testing.T) {
	m := scene.New(scenetest.Summit())
	c := fitted(m, 1000, 800).Camera
	box, world := scene.CornerBox(c), m.Bounds()
	right, bottom := box.X+box.W, box.Y+box.H
	// The map is 152 by 104, at the right of the controls.
	x, y := m.MapAt(c, right-152.0/2, bottom-104.0/2)
	if !near(x, world.X+world.W/2) || !near(y, world.Y+world.H/2) {
		t.Errorf("the middle of the map leads to %v, %v; want the middle of %+v", x, y, world)
	}
	if nx, _ := m.MapAt(c, right-40, bottom-52); nx <= x {
		t.Errorf("farther right on the map leads to %v, not right of %v", nx, x)
	}
}
