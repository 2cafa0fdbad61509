// Package grid places things in rows and columns, kind by kind, those with
// the most links first. It refuses to look at where the links go.
package grid

import (
	"cmp"
	"math"
	"slices"

	"byline/graphmodel/layout"
)

// New prepares a grid of the nodes of p.
func New(p layout.Problem) layout.Stepper {
	return layout.Once(len(p.Boxes), func() layout.Positions { return place(p) })
}

func place(p layout.Problem) layout.Positions {
	n := len(p.Boxes)
	order := sorted(p)
	area, high := 0.0, 0.0
	for _, b := range p.Boxes {
		b = b.Sound()
		area += b.Width * b.Height
		high += b.Height
	}
	aspect := 1.3
	if p.Aspect > 0 && !math.IsInf(p.Aspect, 0) {
		aspect = min(max(p.Aspect, 0.1), 10)
	}
	rows := 1
	if high > 0 {
		rows = int(max(1, math.Round(math.Sqrt(area/aspect)/(high/float64(n)))))
	}
	columns := max(1, (n+rows-1)/rows)
	wide, tall := make([]float64, columns), make([]float64, (n+columns-1)/columns)
	for k, i := range order {
		b := p.Boxes[i].Sound()
		wide[k%columns] = max(wide[k%columns], b.Width)
		tall[k/columns] = max(tall[k/columns], b.Height)
	}
	x, y := middles(wide), middles(tall)
	at := make(layout.Positions, n)
	for k, i := range order {
		at[i] = layout.Point{X: x[k%columns], Y: y[k/columns]}
	}
	return at
}

func sorted(p layout.Problem) []int {
	near := layout.Neighbours(len(p.Boxes), p.Edges)
	group := func(i int) int {
		if i < len(p.Group) {
			return p.Group[i]
		}
		return 0
	}
	order := make([]int, len(p.Boxes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(group(i), group(j)), cmp.Compare(len(near[j]), len(near[i])), cmp.Compare(i, j))
	})
	return order
}

// middles are the middles of lengths laid end to end.
func middles(lengths []float64) []float64 {
	out := make([]float64, len(lengths))
	at := 0.0
	for k, length := range lengths {
		out[k] = at + length/2
		at += length
	}
	return out
}
