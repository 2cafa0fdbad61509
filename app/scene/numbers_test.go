package scene_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

func TestSameInputSameScene(t *testing.T) {
	again := masters()
	for i, first := range masters() {
		if !reflect.DeepEqual(first, again[i]) {
			t.Errorf("%s is not the same when it is made again", first.name)
		}
	}
	for _, l := range looks() {
		once, twice := l.m.Build(l.view), l.m.Build(l.view)
		if !reflect.DeepEqual(once, twice) {
			t.Errorf("%s is not the same from one frame to the next", l.name)
		}
	}
}

func TestEmptyGraphMakesAnEmptyScene(t *testing.T) {
	for name, in := range map[string]scene.Input{"none": {}, "no things": {Graph: graphmodel.NewGraph()}} {
		m := scene.New(in)
		v := fitted(m, 600, 400)
		v.Corner = true
		v.State = scene.State{Selected: []string{"nobody"}, Hovered: "nobody", Card: true, Ring: "nobody"}
		s := m.Build(v)
		if len(layer(s, "shapes"))+len(layer(s, "links"))+len(layer(s, "names")) != 0 || s.Counts != (scene.Counts{}) {
			t.Errorf("%s: something is drawn: %+v", name, s.Layers)
		}
		if h := s.HitTest(100, 100); h.Kind != scene.HitGround {
			t.Errorf("%s: there lies %+v", name, h)
		}
		wantNumbers(t, name, s)
	}
}

// wantNumbers checks that every number in a scene is one.
func wantNumbers(t *testing.T, name string, s scene.Scene) {
	t.Helper()
	for _, l := range s.Layers {
		for _, m := range l.Marks {
			if text := fmt.Sprintf("%T %+v", m, m); strings.Contains(text, "NaN") || strings.Contains(text, "+Inf") || strings.Contains(text, "-Inf") {
				t.Errorf("%s: not a number: %s", name, text)
				return
			}
		}
	}
}

func TestEveryNumberIsOne(t *testing.T) {
	for _, l := range looks() {
		l.view.Corner = true
		l.view.State = scene.State{Hovered: l.m.IDs()[0], Card: true, Fade: 0.5, Selected: l.m.IDs()[:3]}
		wantNumbers(t, l.name, l.m.Build(l.view))
	}
}

func TestThingsOnOnePlaceAndPlacesThatAreNone(t *testing.T) {
	g := newGraph(t)
	for i, id := range []string{"a", "b", "c", "d", "e"} {
		g.thing(id, graphmodel.Kinds()[i%4], 40, 40)
	}
	g.link("a", graphmodel.RelatedTo, "b", graphmodel.StatusDenied).link("b", graphmodel.RelatedTo, "c", graphmodel.StatusStated).
		link("d", graphmodel.RelatedTo, "e", graphmodel.StatusStated)
	m := g.model()
	v := fitted(m, 300, 200)
	v.Corner = true
	wantNumbers(t, "one place", m.Build(v))

	g.in.Positions["d"] = layout.Point{X: math.NaN(), Y: 1}
	g.in.Positions["e"] = layout.Point{X: 1, Y: math.Inf(1)}
	m = g.model()
	v = fitted(m, 300, 200)
	v.Corner = true
	wantNumbers(t, "no place", m.Build(v))
	if c := m.Counts(); c.Shown != 3 {
		t.Errorf("counts are %+v; a thing at a place that is none cannot be drawn", c)
	}
}

func TestViewWithoutASizeIsDrawn(t *testing.T) {
	m := scene.New(scenetest.Summit())
	for _, c := range []scene.Camera{{Zoom: 1}, scene.Camera{}.Fit(m.Bounds()), {Width: 1, Height: 1, Zoom: 4}, {Width: 3, Height: 900, Zoom: 0.05}, {}} {
		wantNumbers(t, fmt.Sprintf("%+v", c), m.Build(scene.View{Camera: c, Style: scene.Light(), Corner: true}))
	}
}
