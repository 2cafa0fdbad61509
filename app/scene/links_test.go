package scene_test

import (
	"math"
	"testing"

	"byline/app/scene"
	"byline/graphmodel"
)

// pairOf draws two things of the kinds that the type joins, and one link.
func pairOf(t *testing.T, kind graphmodel.LinkType, status graphmodel.Status) (scene.Scene, scene.DrawnLink) {
	t.Helper()
	g := newGraph(t)
	for _, a := range graphmodel.Kinds() {
		for _, b := range graphmodel.Kinds() {
			if !kind.Fits(a, b) || g.in.Positions["to"] != g.in.Positions["from"] {
				continue
			}
			g.thing("from", a, 0, 0).thing("to", b, 240, 70)
		}
	}
	m := g.link("from", kind, "to", status).model()
	s := m.Build(zoomed(m, 600, 300, 1))
	links := scene.DrawnLinks(s)
	if len(links) != 1 {
		t.Fatalf("%s: %d links are drawn", kind, len(links))
	}
	return s, links[0]
}

func TestPatternOfEveryStatus(t *testing.T) {
	type look struct {
		lines     int
		dash, gap float64
		round     bool
		hollow    bool
	}
	want := map[graphmodel.Status]look{
		graphmodel.StatusStated:     {lines: 1},
		graphmodel.StatusAttributed: {lines: 1, dash: 10, gap: 4},
		graphmodel.StatusAlleged:    {lines: 1, dash: 0.1, gap: 4.5, round: true},
		graphmodel.StatusPlanned:    {lines: 1, dash: 5, gap: 4, hollow: true},
		graphmodel.StatusDenied:     {lines: 3}, // with a cross
		graphmodel.StatusEnded:      {lines: 3}, // with two bars
		graphmodel.StatusByHand:     {lines: 2}, // a double line
	}
	for _, status := range graphmodel.Statuses() {
		s, _ := pairOf(t, graphmodel.Supports, status)
		lines, heads := marksOf[scene.Line](s, "links"), marksOf[scene.Area](s, "links")
		if len(heads) != 1 {
			t.Fatalf("%s: %d heads are drawn", status, len(heads))
		}
		l := lines[0]
		got := look{len(lines), l.Dash, l.Gap, l.Round, heads[0].Fill == s.Ground}
		if got != want[status] {
			t.Errorf("%s is drawn as %+v, want %+v", status, got, want[status])
		}
		swatch := 0
		for _, m := range scene.StatusSwatch(status, 40, 12, scene.Light()) {
			if _, ok := m.(scene.Line); ok {
				swatch++
			}
		}
		if swatch != got.lines {
			t.Errorf("%s has %d lines in the legend and %d in the graph", status, swatch, got.lines)
		}
	}
}

func TestCrossAndBarsLieAcrossTheMiddle(t *testing.T) {
	for _, status := range []graphmodel.Status{graphmodel.StatusDenied, graphmodel.StatusEnded} {
		s, d := pairOf(t, graphmodel.Supports, status)
		mx, my := (d.X1+d.X2)/2, (d.Y1+d.Y2)/2
		for _, bar := range marksOf[scene.Line](s, "links")[1:] {
			if x, y := (bar.X1+bar.X2)/2, (bar.Y1+bar.Y2)/2; math.Hypot(x-mx, y-my) > 2.01 {
				t.Errorf("%s: a bar lies at %.1f, %.1f, the middle at %.1f, %.1f", status, x, y, mx, my)
			}
			along := math.Abs((bar.X2-bar.X1)*(d.X2-d.X1)+(bar.Y2-bar.Y1)*(d.Y2-d.Y1)) /
				(math.Hypot(bar.X2-bar.X1, bar.Y2-bar.Y1) * math.Hypot(d.X2-d.X1, d.Y2-d.Y1))
			if along > 0.75 {
				t.Errorf("%s: a bar lies along the link, not across", status)
			}
		}
	}
}

func TestHeadsPointAtTheTargetAndTwoWayTypesHaveNone(t *testing.T) {
	for _, kind := range graphmodel.LinkTypes() {
		s, d := pairOf(t, kind, graphmodel.StatusStated)
		heads := marksOf[scene.Area](s, "links")
		if kind.Undirected() {
			if len(heads) != 0 {
				t.Errorf("%s has %d heads, want none", kind, len(heads))
			}
			continue
		}
		if len(heads) != 1 {
			t.Errorf("%s has %d heads, want one", kind, len(heads))
			continue
		}
		if tip := heads[0].Points[0]; math.Hypot(tip.X-d.X2, tip.Y-d.Y2) > 1e-9 || d.From != "from" {
			t.Errorf("%s: the tip lies at %v, the target's end at %.1f, %.1f", kind, tip, d.X2, d.Y2)
		}
	}
}

func TestLinksRunFromRimToRim(t *testing.T) {
	for _, kind := range graphmodel.LinkTypes() {
		s, d := pairOf(t, kind, graphmodel.StatusStated)
		for _, o := range marksOf[scene.Shape](s, "shapes") {
			from, to := scene.Distance(o.Kind, o.R, d.X1-o.X, d.Y1-o.Y), scene.Distance(o.Kind, o.R, d.X2-o.X, d.Y2-o.Y)
			if gap := min(from, to); gap < 1.5 || gap > 5 {
				t.Errorf("%s: the link ends %.1f from a %s", kind, gap, o.Kind)
			}
		}
	}
}

func TestWidthGrowsWithArticlesAndWeakTypesAreThin(t *testing.T) {
	width := func(kind graphmodel.LinkType, articles int) float64 {
		g := newGraph(t).thing("a", graphmodel.Organisation, 0, 0).thing("b", graphmodel.Organisation, 300, 0)
		for i := range articles {
			e := graphmodel.Evidence{Sentence: graphmodel.Span{Article: string(rune('a' + i)), End: 9}}
			if err := g.in.Graph.AddLink(graphmodel.Link{From: "a", Type: kind, To: "b", Evidence: []graphmodel.Evidence{e}}); err != nil {
				t.Fatal(err)
			}
		}
		m := g.model()
		return marksOf[scene.Line](m.Build(zoomed(m, 600, 300, 1)), "links")[0].Width
	}
	if one, four, many := width(graphmodel.Supports, 1), width(graphmodel.Supports, 4), width(graphmodel.Supports, 26); one != 1.5 || four != 3 || many != 4 {
		t.Errorf("widths are %v, %v and %v; want 1.5, 3 and at most 4", one, four, many)
	}
	if weak := width(graphmodel.CommentsOn, 1); weak >= 1.5 {
		t.Errorf("a weak link is %v wide", weak)
	}
}

func TestSelectedLinkLiesOnTheMarkerAndCarriesItsWord(t *testing.T) {
	g := newGraph(t).thing("a", graphmodel.Organisation, 0, 0).thing("b", graphmodel.Organisation, 300, 0).
		link("a", graphmodel.Supports, "b", graphmodel.StatusStated)
	m := g.model()
	v := zoomed(m, 600, 300, 1)
	if s := m.Build(v); layer(s, "marker") != nil || layer(s, "words") != nil {
		t.Error("a link at rest has a marker or a word")
	}
	v.State.SelectedLinks = []graphmodel.Key{{From: "a", Type: graphmodel.Supports, To: "b"}}
	s := m.Build(v)
	if band := marksOf[scene.Line](s, "marker"); len(band) != 1 || band[0].Colour != v.Style.Mark {
		t.Errorf("the marker is %+v", band)
	}
	words := marksOf[scene.Words](s, "words")
	if len(words) != 1 || words[0].Text != "supports" || words[0].Colour != v.Style.OnMark {
		t.Errorf("the words are %+v", words)
	}
}

func TestTypeWordsLieOnNoShapeAndOnNoOtherWord(t *testing.T) {
	for _, l := range looks() {
		if l.view.Camera.Zoom < 2 {
			continue
		}
		s := l.m.Build(l.view)
		plates := marksOf[scene.Plate](s, "words")
		for i, p := range plates {
			for _, q := range plates[:i] {
				if meet(p.Rect, q.Rect) {
					t.Errorf("%s: two words lie on each other at %.0f, %.0f", l.name, p.X, p.Y)
				}
			}
			for _, o := range marksOf[scene.Shape](s, "shapes") {
				x, y := min(max(o.X, p.X), p.X+p.W), min(max(o.Y, p.Y), p.Y+p.H)
				if scene.Distance(o.Kind, o.R, x-o.X, y-o.Y) < 0 {
					t.Errorf("%s: a word lies on a %s", l.name, o.Kind)
				}
			}
		}
	}
}
