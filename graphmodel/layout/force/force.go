// Package force places things by forces: what is linked pulls, everything else
// pushes. A small part of a graph starts from places of least stress (Gansner,
// Koren and North 2004) and is then searched for the picture a reader would
// like best; a large one is made coarse, laid out and made fine again level by
// level (Walshaw 2003), with far pushes taken together (Barnes and Hut 1986).
// Then boxes are moved apart and the parts packed side by side.
//
// It owns the order of this work and every number in it. It refuses to know
// what a node stands for, and it never looks at a clock, at the number of
// processors or at a shared source of chance: the same Problem gives the same
// places.
package force

import (
	"math"
	"slices"

	"byline/graphmodel/layout"
)

// Force is the layout at work on one problem.
type Force struct {
	problem layout.Problem
	net     *network
	at      layout.Positions
	parts   []*picture
	nodesOf [][]int32
	todo    []stage
	pull    pull // of links, for large parts
	shape   shape
	done    float64 // cost of the stages that are done
	cost    float64 // cost of all stages
}

// stage is one phase of the work on some of the nodes.
type stage struct {
	cost    float64
	advance func() bool    // does a piece, says whether more remains
	share   func() float64 // how much is done, 0 to 1; nil where it is short
}

var _ layout.Stepper = (*Force)(nil)

// New prepares the layout of p. Numbers that make no sense in p, such as edges
// to nodes that do not exist or places that are no numbers, are passed over.
func New(p layout.Problem) *Force { return begin(p, readable) }

// Distances prepares a layout of p in which lengths tell steps: what is twice
// as many links apart lies twice as far apart, as far as a plane allows.
func Distances(p layout.Problem) *Force { return begin(p, distances) }

// Clusters prepares a layout of p in which what is linked closely draws
// together into groups that stand apart.
func Clusters(p layout.Problem) *Force { return begin(p, clusters) }

// shape is what a layout is for.
type shape int

const (
	readable shape = iota
	distances
	clusters
)

func begin(p layout.Problem, what shape) *Force {
	f := &Force{problem: p, at: make(layout.Positions, len(p.Boxes)), shape: what, pull: usualPull}
	if what == clusters {
		f.pull = closePull
	}
	f.net = newNetwork(len(p.Boxes), p.Edges)
	if !(p.Aspect > 0) || math.IsInf(p.Aspect, 0) {
		f.problem.Aspect = 0
	}
	f.problem.Aspect = min(max(f.problem.Aspect, 0), 10)
	if f.problem.Aspect > 0 {
		f.problem.Aspect = max(f.problem.Aspect, 0.1)
	}
	if keep := f.settled(); keep != nil {
		f.goOn(keep)
	} else {
		f.fresh()
	}
	for _, s := range f.todo {
		f.cost += s.cost
	}
	return f
}

// Step does a small piece of the work and says whether more remains.
func (f *Force) Step() bool {
	if len(f.todo) == 0 {
		return false
	}
	if !f.todo[0].advance() {
		f.done += f.todo[0].cost
		f.todo = f.todo[1:]
	}
	return len(f.todo) > 0
}

// Progress is the share of the work done, 0 to 1.
func (f *Force) Progress() float64 {
	if len(f.todo) == 0 {
		return 1
	}
	done := f.done
	if s := f.todo[0]; s.share != nil {
		done += s.cost * min(s.share(), 1)
	}
	return min(done/f.cost, 1)
}

// Positions are the places so far. They are whole once Step has said that
// nothing remains; before, parts still at work lie over one another.
func (f *Force) Positions() layout.Positions { return f.at }

// fresh plans a first layout: each part for itself, then all side by side.
func (f *Force) fresh() {
	f.nodesOf = f.net.components()
	away := make([]bool, len(f.nodesOf))
	for k, nodes := range f.nodesOf {
		f.parts = append(f.parts, newPicture(f.net.only(nodes), f.problem.Boxes, nodes))
		away[k] = true
		f.plan(k)
	}
	f.pack(away)
}

// plan plans a first layout of part k, in its own place.
func (f *Force) plan(k int) {
	switch n := len(f.nodesOf[k]); {
	case n > 2 && f.shape == distances:
		f.byDistance(k)
	case n > smallMost, n > clusterLeast && f.shape == clusters:
		f.large(k)
	case n > 2:
		f.small(k)
	case n == 2:
		f.todo = append(f.todo, stage{cost: 0.01, advance: func() bool {
			f.pairOf(f.parts[k])
			return false
		}})
	}
}

// pack plans that the parts marked in away find places beside the others.
func (f *Force) pack(away []bool) {
	if !slices.Contains(away, true) {
		return
	}
	var packed *packing
	f.todo = append(f.todo, stage{cost: 0.02 * float64(len(f.parts)), advance: func() bool {
		if packed == nil {
			packed = newPacking(f.parts, away, f.problem.Aspect)
			return true
		}
		if packed.advance() {
			return true
		}
		f.publish()
		return false
	}})
}

// publish takes the places of all parts over into the positions.
func (f *Force) publish() {
	for k := range f.parts {
		f.publishPart(k)
	}
}

func (f *Force) publishPart(k int) {
	p := f.parts[k]
	for m, i := range f.nodesOf[k] {
		f.at[i] = layout.Point{X: p.x[m], Y: p.y[m]}
	}
}

// pairOf places a part of two nodes side by side.
func (f *Force) pairOf(p *picture) {
	far := max(p.ideal[0], 0.8*(p.halfW[0]+p.halfW[1]))
	p.x[0], p.x[1] = -far/2, far/2
	for a := newApart(p); a.advance(); {
	}
}
