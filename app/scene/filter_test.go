package scene_test

import (
	"slices"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

func TestCountsOfTheWholeGraph(t *testing.T) {
	in := scenetest.Summit()
	in.Filter = scene.Filter{AllLines: true}
	got := scene.New(in).Counts()
	// 30 things; 32 links, two of them between the same two things.
	if want := (scene.Counts{Things: 30, Shown: 30, Lines: 31, Drawn: 31}); got != want {
		t.Errorf("counts are %+v, want %+v", got, want)
	}
}

func TestHiddenKindsAreNotDrawn(t *testing.T) {
	for _, kind := range graphmodel.Kinds() {
		in := scenetest.Summit()
		in.Filter = scene.Filter{HiddenKinds: map[graphmodel.Kind]bool{kind: true}}
		m := scene.New(in)
		left := 0
		for _, e := range in.Graph.Entities() {
			_, shown := m.At(e.ID)
			if shown == (e.Kind == kind) {
				t.Errorf("%s hidden: is %s (%s) shown: %t", kind, e.ID, e.Kind, shown)
			}
			if e.Kind != kind {
				left++
			}
		}
		if c := m.Counts(); c.Shown != left || c.Things != 30 {
			t.Errorf("%s hidden: counts are %+v, want %d shown of 30", kind, c, left)
		}
		for _, o := range marksOf[scene.Shape](m.Build(fitted(m, 900, 700)), "shapes") {
			if o.Kind == kind {
				t.Errorf("a %s is drawn", kind)
			}
		}
	}
}

func TestHiddenStatusesAreNotDrawn(t *testing.T) {
	g := newGraph(t).thing("a", graphmodel.Organisation, 0, 0).thing("b", graphmodel.Organisation, 300, 0).thing("c", graphmodel.Organisation, 0, 300)
	g.link("a", graphmodel.Supports, "b", graphmodel.StatusDenied).link("a", graphmodel.Opposes, "c", graphmodel.StatusStated)
	for name, c := range map[string]struct {
		filter scene.Filter
		lines  int
		near   []string
	}{
		"all":     {scene.Filter{}, 2, []string{"b", "c"}},
		"start":   {scene.StartFilter(), 1, []string{"c"}},
		"nothing": {scene.Filter{HiddenStatuses: map[graphmodel.Status]bool{graphmodel.StatusDenied: true, graphmodel.StatusStated: true}}, 0, nil},
	} {
		g.in.Filter = c.filter
		m := g.model()
		if got := m.Counts(); got.Lines != c.lines || got.Drawn != c.lines || got.Shown != 3 {
			t.Errorf("%s: counts are %+v, want %d lines and 3 things", name, got, c.lines)
		}
		if got := m.Neighbours("a"); !slices.Equal(got, c.near) {
			t.Errorf("%s: neighbours are %v, want %v", name, got, c.near)
		}
		if got := len(scene.DrawnLinks(m.Build(fitted(m, 800, 800)))); got != c.lines {
			t.Errorf("%s: %d links are drawn, want %d", name, got, c.lines)
		}
	}
}

func TestBestLinkOfAPairIsTheOneDrawn(t *testing.T) {
	g := newGraph(t).thing("a", graphmodel.Organisation, 0, 0).thing("b", graphmodel.Organisation, 300, 0)
	g.link("a", graphmodel.CommentsOn, "b", graphmodel.StatusStated).link("b", graphmodel.Opposes, "a", graphmodel.StatusStated)
	m := g.model()
	far := scene.DrawnLinks(m.Build(zoomed(m, 800, 800, 0.8)))
	if len(far) != 1 || far[0].From != "b" {
		t.Errorf("drawn are %+v, want the one that is not weak", far)
	}
	if both := scene.DrawnLinks(m.Build(zoomed(m, 800, 800, 1))); len(both) != 2 || both[0].Y1 == both[1].Y1 {
		t.Errorf("near by, drawn are %+v, want both side by side", both)
	}
}

func TestFoldedThingsAreCountedByTheirNeighbours(t *testing.T) {
	in := scenetest.Summit()
	m := scene.New(in)
	s := m.Build(fitted(m, 1000, 800))
	words := marksOf[scene.Words](s, "badges")
	if len(words) != 1 || words[0].Text != "+3" {
		t.Fatalf("numbers drawn are %+v, want one +3", words)
	}
	plate := marksOf[scene.Plate](s, "badges")[0]
	if h := s.HitTest(plate.X+plate.W/2, plate.Y+plate.H/2); h.Kind != scene.HitPill || h.ID != "penalty" {
		t.Errorf("on the number lies %+v", h)
	}
	if c := m.Counts(); c.Shown != 27 {
		t.Errorf("counts are %+v, want 27 shown", c)
	}
}

func TestOnlyDrawsTheChosenAndCountsTheOthers(t *testing.T) {
	in := scenetest.Summit()
	in.Filter = scene.Filter{Only: map[string]bool{"sunak": true, "summit": true, "labels": true}}
	m := scene.New(in)
	if got := m.IDs(); !slices.Equal(got, []string{"labels", "summit", "sunak"}) {
		t.Fatalf("shown are %v", got)
	}
	var texts []string
	for _, w := range marksOf[scene.Words](m.Build(fitted(m, 1000, 800)), "badges") {
		texts = append(texts, w.Text)
	}
	slices.Sort(texts)
	// sunak: law, gb, dsit; labels: penalty; summit: 14 but sunak.
	if !slices.Equal(texts, []string{"+1", "+14", "+3"}) {
		t.Errorf("numbers are %v, want +1, +14 and +3", texts)
	}
}

func TestThingsWithoutALinkAndWithoutAPlace(t *testing.T) {
	g := newGraph(t).thing("a", graphmodel.Person, 0, 0).thing("b", graphmodel.Person, 200, 0).thing("lone", graphmodel.Person, 100, 90).
		thing("nowhere", graphmodel.Person, 0, 0).link("a", graphmodel.Meets, "b", graphmodel.StatusStated)
	delete(g.in.Positions, "nowhere")
	for unlinked, want := range map[bool][]string{false: {"a", "b"}, true: {"a", "b", "lone"}} {
		g.in.Filter.Unlinked = unlinked
		m := g.model()
		if got := m.IDs(); !slices.Equal(got, want) {
			t.Errorf("things without a link asked for: %t; shown are %v, want %v", unlinked, got, want)
		}
		if c := m.Counts(); c.Unlinked != 2 || c.Things != 4 {
			t.Errorf("counts are %+v, want 2 of 4 without a link", c)
		}
	}
}

func TestSmallIslandsOfALargeGraphAreLeftOut(t *testing.T) {
	in := scenetest.Large(220)
	g := &graphOf{t, in}
	g.thing("x", graphmodel.Person, 9, 9).thing("y", graphmodel.Person, 60, 9).link("x", graphmodel.Meets, "y", graphmodel.StatusStated)
	m := g.model()
	if _, shown := m.At("x"); shown || m.Counts().Shown != 220 {
		t.Errorf("an island of two is drawn; counts are %+v", m.Counts())
	}
	g.in.Filter.Unlinked = true
	if _, shown := g.model().At("x"); !shown {
		t.Error("an island of two is not drawn though it was asked for")
	}
}

func TestTwoLinesAThingAreDrawnOfADenseGraph(t *testing.T) {
	g := newGraph(t)
	ids := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"}
	for i, id := range ids {
		g.thing(id, graphmodel.Person, float64(i%4)*150, float64(i/4)*150)
	}
	for i, a := range ids {
		for _, b := range ids[:i] {
			g.link(a, graphmodel.Meets, b, graphmodel.StatusStated)
		}
	}
	if c := g.model().Counts(); c.Lines != 66 || c.Drawn != 24 {
		t.Errorf("counts are %+v, want 24 of 66 drawn", c)
	}
	g.in.Filter.AllLines = true
	if c := g.model().Counts(); c.Drawn != 66 {
		t.Errorf("counts are %+v, want all 66 drawn", c)
	}
}

// said is a link that articles say, each on its date.
func said(articles map[string]string) graphmodel.Link {
	l := graphmodel.Link{From: "a", Type: graphmodel.Supports, To: "b"}
	for article, date := range articles {
		l.Evidence = append(l.Evidence, graphmodel.Evidence{Sentence: graphmodel.Span{Article: article, Start: 0, End: 1}, Date: date})
	}
	return l
}

func TestSieve(t *testing.T) {
	outlets := map[string]string{"1": "Post", "2": "Times"}
	both := said(map[string]string{"1": "2025-03-31", "2": "2025-05"})
	undated := said(map[string]string{"1": "", "2": ""})
	for name, c := range map[string]struct {
		sieve  scene.Sieve
		link   graphmodel.Link
		passes bool
	}{
		"open":                  {scene.Sieve{}, undated, true},
		"type":                  {scene.Sieve{HiddenTypes: map[graphmodel.LinkType]bool{graphmodel.Supports: true}}, both, false},
		"another type":          {scene.Sieve{HiddenTypes: map[graphmodel.LinkType]bool{graphmodel.Opposes: true}}, both, true},
		"a type shown again":    {scene.Sieve{HiddenTypes: map[graphmodel.LinkType]bool{graphmodel.Supports: false}}, both, true},
		"one outlet":            {scene.Sieve{HiddenOutlets: map[string]bool{"Post": true}}, both, true},
		"both outlets":          {scene.Sieve{HiddenOutlets: map[string]bool{"Post": true, "Times": true}}, both, false},
		"two articles":          {scene.Sieve{LeastArticles: 2}, both, true},
		"three articles":        {scene.Sieve{LeastArticles: 3}, both, false},
		"two of one outlet":     {scene.Sieve{LeastArticles: 2, HiddenOutlets: map[string]bool{"Post": true}}, both, false},
		"since the day":         {scene.Sieve{Since: "2025-03-31"}, both, true},
		"since the day after":   {scene.Sieve{Since: "2025-05-02"}, both, true}, // May may be late in May
		"since June":            {scene.Sieve{Since: "2025-06"}, both, false},
		"until the year before": {scene.Sieve{Until: "2024"}, both, false},
		"until March":           {scene.Sieve{Until: "2025-03"}, both, true},
		"between":               {scene.Sieve{Since: "2025-04", Until: "2025-04"}, both, false},
		"no date":               {scene.Sieve{Since: "2001"}, undated, false},
	} {
		if got := c.sieve.Passes(c.link, outlets); got != c.passes {
			t.Errorf("%s: it passes: %v", name, got)
		}
	}
}

func TestWhatFallsThroughFadesFirst(t *testing.T) {
	g := newGraph(t).thing("a", graphmodel.Organisation, 0, 0).thing("b", graphmodel.Organisation, 300, 0).thing("c", graphmodel.Organisation, 0, 300)
	g.link("a", graphmodel.Supports, "b", graphmodel.StatusStated).link("a", graphmodel.Opposes, "c", graphmodel.StatusStated)
	g.in.Filter.Sieve.HiddenTypes = map[graphmodel.LinkType]bool{graphmodel.Opposes: true}
	m := g.model()
	if c := m.Counts(); c.Shown != 3 || c.Drawn != 2 || c.Faded != 1 {
		t.Errorf("counts are %+v, want all drawn and one faded", c)
	}
	faded := 0
	s := m.Build(fitted(m, 800, 800))
	for _, o := range marksOf[scene.Shape](s, "shapes") {
		if o.Fill == scene.Light().FadedShape {
			faded++
		}
	}
	for _, l := range marksOf[scene.Line](s, "links") {
		if l.Colour == scene.Light().FadedShape {
			faded++
		}
	}
	if faded != 2 {
		t.Errorf("%d shapes and lines are faded, want the thing and its line", faded)
	}
	g.in.Filter.Sieve.Hide = true
	if c := g.model().Counts(); c.Shown != 2 || c.Drawn != 1 || c.Faded != 0 {
		t.Errorf("hidden, counts are %+v", c)
	}
}
