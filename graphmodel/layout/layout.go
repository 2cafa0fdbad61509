// Package layout gives every thing of a graph a place. Each layout is a
// folder of its own that works on a Problem, which is flat numbers; it
// refuses to know what the things are.
//
// A layout is a Stepper. It never looks at a clock: pausing and cancelling
// belong to Run and to whoever calls it. The same Problem gives the same
// places, with any number of processors.
package layout

import (
	"context"
	"math"
)

// Point is a place, in units of the picture at 100 % zoom. Y grows downwards.
type Point struct{ X, Y float64 }

// Box is how much room a thing needs around its place, in the same units.
type Box struct {
	Radius        float64 // of the shape
	Width, Height float64 // of shape and label together
}

// Edge joins the nodes From and To.
type Edge struct {
	From, To int
	Weight   float64 // 1 is a usual link
}

// Problem is a graph to lay out: nodes 0 to len(Boxes)-1 in an order that is
// the same every time.
type Problem struct {
	Boxes []Box
	Edges []Edge
	// Start are places to go on from; nil for a first layout. A node that has
	// no place yet is marked in New.
	Start []Point
	New   []bool
	// Pinned nodes do not move; nil for none.
	Pinned []bool
	// Aspect is the width of the picture divided by its height; 0 for none.
	Aspect float64
	Seed   uint64
	// Group is the number of each node's kind, for layouts that sort by kind;
	// nil where all are of one.
	Group []int
	// Time is when each node comes up, in days, not a number where nothing
	// says so; nil for no times at all.
	Time []float64
	// Centre marks the nodes that a radial layout goes out from; nil for the
	// one with the most links.
	Centre []bool
}

// Sound is the box with numbers that can be worked with: none negative or not
// a number, the box no smaller than its shape.
func (b Box) Sound() Box {
	b.Radius = sound(b.Radius)
	b.Width = max(sound(b.Width), 2*b.Radius)
	b.Height = max(sound(b.Height), 2*b.Radius)
	return b
}

// Widest is the longest diagonal of the boxes, made sound: two nodes so far
// apart never meet, whichever way they lie. It is 0 for no boxes.
func Widest(boxes []Box) float64 {
	wide := 0.0
	for _, b := range boxes {
		b = b.Sound()
		wide = max(wide, math.Sqrt(b.Width*b.Width+b.Height*b.Height))
	}
	return wide
}

// largest is the largest radius or side that a layout works with.
const largest = 1e4

func sound(v float64) float64 {
	if !(v > 0) {
		return 0
	}
	return min(v, largest)
}

// Positions are the places of the nodes of a Problem, by index.
type Positions []Point

// Stepper is a layout at work.
type Stepper interface {
	// Step does a small piece of work, under 10 ms at 10,000 nodes, and says
	// whether more remains.
	Step() (more bool)
	// Progress is the share of the work done, 0 to 1.
	Progress() float64
	// Positions are the places so far. The caller must not change them.
	Positions() Positions
}

// Run steps s to its end, or until ctx is done, and returns the places. It
// calls each, if it is not nil, after every step.
func Run(ctx context.Context, s Stepper, each func(Stepper)) (Positions, error) {
	for s.Step() {
		if err := ctx.Err(); err != nil {
			return s.Positions(), err
		}
		if each != nil {
			each(s)
		}
	}
	return s.Positions(), nil
}
