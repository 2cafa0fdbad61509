package scene_test

import (
	"fmt"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// layer returns the marks of the layer of that name, or none.
func layer(s scene.Scene, name string) []scene.Mark {
	for _, l := range s.Layers {
		if l.Name == name {
			return l.Marks
		}
	}
	return nil
}

// marksOf returns the marks of type M in a layer.
func marksOf[M scene.Mark](s scene.Scene, name string) []M {
	var out []M
	for _, m := range layer(s, name) {
		if x, ok := m.(M); ok {
			out = append(out, x)
		}
	}
	return out
}

// fitted is the view of a whole graph in a window of that size.
func fitted(m *scene.Model, width, height float64) scene.View {
	return scene.View{Camera: scene.Camera{Width: width, Height: height, Zoom: 1}.Fit(m.Bounds()), Style: scene.Light()}
}

// zoomed is the fitted view at another zoom.
func zoomed(m *scene.Model, width, height, zoom float64) scene.View {
	v := fitted(m, width, height)
	v.Camera.Zoom = zoom
	return v
}

// look is one way to look at one graph.
type look struct {
	name string
	m    *scene.Model
	view scene.View
}

// looks are views of small and large graphs, near and far, with nothing
// pointed at.
func looks() []look {
	var out []look
	for _, g := range []struct {
		name string
		in   scene.Input
	}{{"summit", scenetest.Summit()}, {"120 things", scenetest.Large(120)}, {"300 things", scenetest.Large(300)}} {
		m := scene.New(g.in)
		for _, size := range [][2]float64{{1280, 800}, {500, 360}} {
			if len(m.IDs()) > 200 && size[0] < 1000 {
				continue // the small window holds no part that the large one lacks
			}
			for _, zoom := range []float64{0, 0.12, 0.33, 0.6, 1, 2.2} {
				v := fitted(m, size[0], size[1])
				if zoom > 0 {
					v.Camera.Zoom = zoom
				}
				out = append(out, look{fmt.Sprintf("%s/%.0fx%.0f at %.2f", g.name, size[0], size[1], v.Camera.Zoom), m, v})
			}
		}
	}
	return out
}

// graphOf makes a graph of things named by their ids, at places on a row.
type graphOf struct {
	t  testing.TB
	in scene.Input
}

func newGraph(t testing.TB) *graphOf {
	return &graphOf{t, scene.Input{Graph: graphmodel.NewGraph(), Positions: map[string]layout.Point{}}}
}

func (g *graphOf) thing(id string, kind graphmodel.Kind, x, y float64) *graphOf {
	g.t.Helper()
	if err := g.in.Graph.AddEntity(graphmodel.Entity{ID: id, Name: id, Kind: kind}); err != nil {
		g.t.Fatal(err)
	}
	g.in.Positions[id] = layout.Point{X: x, Y: y}
	return g
}

func (g *graphOf) link(from string, kind graphmodel.LinkType, to string, status graphmodel.Status) *graphOf {
	g.t.Helper()
	l := graphmodel.Link{From: from, Type: kind, To: to, Evidence: scenetest.Evidence(status, 1), ByHand: status == graphmodel.StatusByHand}
	if err := g.in.Graph.AddLink(l); err != nil {
		g.t.Fatal(err)
	}
	return g
}

func (g *graphOf) model() *scene.Model { return scene.New(g.in) }
