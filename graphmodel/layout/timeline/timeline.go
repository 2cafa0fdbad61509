// Package timeline places things by when they come up: earlier ones to the
// left. Those without a date stand in rows below. It refuses to know calendars:
// a time is a number of days.
package timeline

import (
	"cmp"
	"math"
	"slices"

	"byline/graphmodel/layout"
	"byline/graphmodel/layout/grid"
)

const (
	wider    = 1.6  // times the width that the boxes need, so that lanes have gaps
	below    = 60.0 // between the dated and the others
	shortest = 1e-9 // days
)

// New prepares a line of time of the nodes of p.
func New(p layout.Problem) layout.Stepper {
	return layout.Once(len(p.Boxes), func() layout.Positions { return place(p) })
}

func place(p layout.Problem) layout.Positions {
	at := make(layout.Positions, len(p.Boxes))
	var dated, others []int
	for i := range p.Boxes {
		if i < len(p.Time) && !math.IsNaN(p.Time[i]) && !math.IsInf(p.Time[i], 0) {
			dated = append(dated, i)
		} else {
			others = append(others, i)
		}
	}
	minX, maxX, maxY := line(p, dated, at)
	if len(others) == 0 {
		return at
	}
	rest := layout.Problem{Aspect: 6}
	for _, i := range others {
		rest.Boxes = append(rest.Boxes, p.Boxes[i])
	}
	s := grid.New(rest)
	s.Step()
	rows := s.Positions()
	left, right, top := math.Inf(1), math.Inf(-1), math.Inf(1)
	for k, q := range rows {
		b := rest.Boxes[k].Sound()
		left, right = min(left, q.X-b.Width/2), max(right, q.X+b.Width/2)
		top = min(top, q.Y-b.Height/2)
	}
	for k, i := range others {
		at[i] = layout.Point{X: rows[k].X + (minX+maxX-left-right)/2, Y: rows[k].Y - top + maxY + below}
	}
	return at
}

// line gives the dated nodes their places and returns the frame: each goes to
// the lane nearest to the middle that is free where its date is.
func line(p layout.Problem, dated []int, at layout.Positions) (minX, maxX, maxY float64) {
	if len(dated) == 0 {
		return 0, 0, 0
	}
	slices.SortFunc(dated, func(i, j int) int { return cmp.Or(cmp.Compare(p.Time[i], p.Time[j]), cmp.Compare(i, j)) })
	first, last := p.Time[dated[0]], p.Time[dated[len(dated)-1]]
	area, high := 0.0, 0.0
	for _, i := range dated {
		b := p.Boxes[i].Sound()
		area += b.Width * b.Height
		high = max(high, b.Height)
	}
	aspect := 1.3
	if p.Aspect > 0 && !math.IsInf(p.Aspect, 0) {
		aspect = min(max(p.Aspect, 0.1), 10)
	}
	long := wider * math.Sqrt(area*aspect)
	minX, maxX = math.Inf(1), math.Inf(-1)
	lanes := []float64{math.Inf(-1)} // where each lane is free from
	for _, i := range dated {
		x := long * (p.Time[i]/2 - first/2) / max(last/2-first/2, shortest)
		b := p.Boxes[i].Sound()
		k := slices.IndexFunc(lanes, func(free float64) bool { return x-b.Width/2 >= free })
		if k < 0 {
			k = len(lanes)
			lanes = append(lanes, 0)
		}
		lanes[k] = x + b.Width/2
		y := high * float64((k+1)/2)
		if k%2 == 1 {
			y = -y
		}
		at[i] = layout.Point{X: x, Y: y}
		minX, maxX, maxY = min(minX, x-b.Width/2), max(maxX, x+b.Width/2), max(maxY, y+high/2)
	}
	return minX, maxX, maxY
}
