// Package radial places things on rings round the chosen ones: what is linked
// to them on the first, what is linked to that on the next, and so on, each
// near what it hangs on. It refuses to choose the middle.
package radial

import (
	"cmp"
	"math"
	"slices"

	"byline/graphmodel/layout"
)

const (
	margin = 10.0
	turns  = 4 // times the rings are ordered by their neighbours
)

// New prepares rings round the nodes of p that are marked as the centre, or
// round the one with the most links.
func New(p layout.Problem) layout.Stepper {
	return layout.Once(len(p.Boxes), func() layout.Positions { return place(p) })
}

func place(p layout.Problem) layout.Positions {
	n := len(p.Boxes)
	at := make(layout.Positions, n)
	if n < 2 {
		return at
	}
	wide := layout.Widest(p.Boxes) + margin
	near := layout.Neighbours(n, p.Edges)
	rings := ringsOf(shells(p, near))
	angle := make([]float64, n)
	for range turns {
		for _, ring := range rings {
			order(ring, near, angle)
		}
	}
	for _, ring := range rings {
		for _, i := range ring.nodes {
			sin, cos := math.Sincos(angle[i])
			at[i] = layout.Point{X: ring.radius * wide * cos, Y: ring.radius * wide * sin}
		}
	}
	return at
}

// shells lists the nodes by their steps from the centre; those without a way
// to it come last.
func shells(p layout.Problem, near [][]int) [][]int {
	seen := make([]bool, len(near))
	var shell []int
	for i := range near {
		if i < len(p.Centre) && p.Centre[i] {
			shell = append(shell, i)
			seen[i] = true
		}
	}
	if len(shell) == 0 {
		best := 0
		for i := range near {
			if len(near[i]) > len(near[best]) {
				best = i
			}
		}
		shell, seen[best] = []int{best}, true
	}
	var all [][]int
	for len(shell) > 0 {
		all = append(all, shell)
		var next []int
		for _, i := range shell {
			for _, j := range near[i] {
				if !seen[j] {
					seen[j] = true
					next = append(next, j)
				}
			}
		}
		shell = next
	}
	var rest []int
	for i := range near {
		if !seen[i] {
			rest = append(rest, i)
		}
	}
	if len(rest) > 0 {
		all = append(all, rest)
	}
	return all
}

// ring is a circle of nodes; its radius is counted in the widest box.
type ring struct {
	radius float64
	nodes  []int
}

// ringsOf gives each shell a ring, or several where one does not hold it.
func ringsOf(shells [][]int) []ring {
	var rings []ring
	radius := 0.0
	for _, shell := range shells {
		for len(shell) > 0 {
			if radius == 0 && len(shell) > 1 {
				radius = 1
			}
			hold := 1
			if radius > 0 {
				hold = int(math.Floor(math.Pi/math.Asin(0.5/radius) + 1e-9))
			}
			count := min(hold, len(shell))
			rings = append(rings, ring{radius, shell[:count]})
			shell = shell[count:]
			radius++
		}
	}
	return rings
}

// order spreads a ring evenly, in the order of the mean direction of its
// nodes' neighbours, and turns it as near to those as it can.
func order(r ring, near [][]int, angle []float64) {
	wish := make(map[int]float64, len(r.nodes))
	for _, i := range r.nodes {
		x, y := 0.0, 0.0
		for _, j := range near[i] {
			sin, cos := math.Sincos(angle[j])
			x, y = x+cos, y+sin
		}
		wish[i] = angle[i]
		if math.Abs(x)+math.Abs(y) > 1e-9 {
			wish[i] = math.Atan2(y, x)
		}
	}
	slices.SortFunc(r.nodes, func(i, j int) int { return cmp.Or(cmp.Compare(wish[i], wish[j]), cmp.Compare(i, j)) })
	step := 2 * math.Pi / float64(len(r.nodes))
	x, y := 0.0, 0.0
	for k, i := range r.nodes {
		sin, cos := math.Sincos(wish[i] - step*float64(k))
		x, y = x+cos, y+sin
	}
	start := math.Atan2(y, x)
	for k, i := range r.nodes {
		angle[i] = math.Remainder(start+step*float64(k), 2*math.Pi)
	}
}
