package scene

import (
	"math"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// weakPull is how much the pairs that are not drawn pull in a layout.
const weakPull = 0.12

// Problem is the graph as a layout reads it, with room for every name at
// 100 % zoom, and the ids of its nodes in their order. Only, if it is not nil,
// are the ids that are laid out.
func Problem(g *graphmodel.Graph, only map[string]bool) (layout.Problem, []string) {
	m := New(everywhere(g, Filter{Only: only, Unlinked: true}))
	var p layout.Problem
	var ids []string
	place := make([]int, len(m.nodes))
	kinds, first := graphmodel.Kinds(), g.FirstDates()
	for i := range m.nodes {
		n := &m.nodes[i]
		if !n.shown {
			continue
		}
		place[i] = len(ids)
		ids = append(ids, n.id)
		p.Time = append(p.Time, daysOf(first[n.id]))
		p.Group = append(p.Group, slices.Index(kinds, n.kind))
		p.Boxes = append(p.Boxes, layout.Box{
			Radius: n.r,
			Width:  math.Max(2*n.r, n.text.width()) + 14,
			Height: 2.2*n.r + lineHeight*float64(len(n.text.lines)) + 10,
		})
	}
	for _, pair := range m.pairs {
		weight := 1.0
		if !pair.drawn {
			weight = weakPull
		}
		best := pair.links[0]
		p.Edges = append(p.Edges, layout.Edge{From: place[best.from], To: place[best.to], Weight: weight})
	}
	return p, ids
}

// Drawn is what is drawn, as a drag reads it: places, pins and the drawn lines,
// without boxes; and the ids of its nodes in their order.
func (m *Model) Drawn() (layout.Problem, []string) {
	var p layout.Problem
	var ids []string
	place := make([]int, len(m.nodes))
	for i := range m.nodes {
		if n := &m.nodes[i]; n.shown {
			place[i] = len(ids)
			ids = append(ids, n.id)
			p.Start, p.Pinned = append(p.Start, n.at), append(p.Pinned, n.pinned)
		}
	}
	for _, pair := range m.pairs {
		if pair.drawn {
			p.Edges = append(p.Edges, layout.Edge{From: place[pair.a], To: place[pair.b], Weight: 1})
		}
	}
	return p, ids
}

// daysOf is an ISO date in days since 1970, or not a number where it is none.
func daysOf(iso string) float64 {
	day, ok := graphmodel.Day(iso)
	if !ok {
		return math.NaN()
	}
	return float64(day.Unix()) / (24 * 60 * 60)
}

// Resume fills in the places that a layout goes on from and the pins: things
// in positions keep their place as a start, the others are new.
func Resume(p layout.Problem, ids []string, positions map[string]layout.Point, pinned map[string]bool) layout.Problem {
	if len(positions) == 0 {
		return p
	}
	p.Start = make([]layout.Point, len(ids))
	p.New = make([]bool, len(ids))
	p.Pinned = make([]bool, len(ids))
	for i, id := range ids {
		at, ok := positions[id]
		p.Start[i], p.New[i], p.Pinned[i] = at, !ok, ok && pinned[id]
	}
	return p
}

// Positions names the places of a layout by id.
func Positions(ids []string, places layout.Positions) map[string]layout.Point {
	out := make(map[string]layout.Point, len(ids))
	for i, id := range ids {
		out[id] = places[i]
	}
	return out
}
