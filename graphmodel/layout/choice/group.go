package choice

import (
	"math"

	"byline/graphmodel/layout"
)

// group is the layout of some nodes among others that stay: it is laid out by
// itself, brought to where its middle was, and moved on to the nearest place
// where it meets none of the others.
type group struct {
	problem layout.Problem
	nodes   []int
	stay    []int
	inner   layout.Stepper
	at      layout.Positions
	done    bool
}

func newGroup(p layout.Problem, free []bool, begin func(layout.Problem) layout.Stepper) *group {
	g := &group{problem: p, at: make(layout.Positions, len(p.Boxes))}
	copy(g.at, p.Start)
	sub := layout.Problem{Aspect: p.Aspect, Seed: p.Seed}
	number := make([]int, len(free))
	for i, own := range free {
		if !own {
			g.stay = append(g.stay, i)
			number[i] = -1
			continue
		}
		number[i] = len(g.nodes)
		g.nodes = append(g.nodes, i)
		sub.Boxes = append(sub.Boxes, p.Boxes[i])
		if i < len(p.Group) {
			sub.Group = append(sub.Group, p.Group[i])
		}
		at := math.NaN()
		if i < len(p.Time) {
			at = p.Time[i]
		}
		sub.Time = append(sub.Time, at)
		if i < len(p.Centre) {
			sub.Centre = append(sub.Centre, p.Centre[i])
		}
	}
	for _, e := range p.Edges {
		if min(e.From, e.To) < 0 || max(e.From, e.To) >= len(free) || number[e.From] < 0 || number[e.To] < 0 {
			continue
		}
		sub.Edges = append(sub.Edges, layout.Edge{From: number[e.From], To: number[e.To], Weight: e.Weight})
	}
	g.inner = begin(sub)
	return g
}

// Step does a step of the inner layout and, at its end, finds the place.
func (g *group) Step() bool {
	if g.done {
		return false
	}
	if g.inner.Step() {
		return true
	}
	g.settle()
	g.done = true
	return false
}

// Progress is that of the inner layout.
func (g *group) Progress() float64 {
	if g.done {
		return 1
	}
	return 0.99 * g.inner.Progress()
}

// Positions are the old places until the last step.
func (g *group) Positions() layout.Positions { return g.at }

const (
	clear  = 8.0  // between the group and what stays
	stride = 40.0 // between two places that are tried
)

// settle brings the group to the nearest free place.
func (g *group) settle() {
	inner := g.inner.Positions()
	if len(inner) == 0 {
		return
	}
	var dx, dy float64
	for k, i := range g.nodes {
		if old := g.problem.Start[i]; finite(old.X) && finite(old.Y) {
			dx += (old.X - inner[k].X) / float64(len(inner))
			dy += (old.Y - inner[k].Y) / float64(len(inner))
		}
	}
	x, y := g.nearest(inner, dx, dy)
	for k, i := range g.nodes {
		g.at[i] = layout.Point{X: inner[k].X + x, Y: inner[k].Y + y}
	}
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// nearest tries places on ever wider circles until the group meets nothing that
// stays.
func (g *group) nearest(inner layout.Positions, dx, dy float64) (x, y float64) {
	rows := newRows(g)
	for ring := 0; ; ring++ {
		tries := max(1, 6*ring)
		for k := range tries {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(tries))
			r := stride * float64(ring*(ring+1)) / 2
			x, y = dx+r*cos, dy+r*sin
			if !rows.meet(g, inner, x, y) {
				return x, y
			}
		}
	}
}

// rows finds the boxes that stay by where they are: a row is as high as the
// highest of them.
type rows struct {
	high float64
	of   map[int][]int
}

func newRows(g *group) rows {
	r := rows{high: 1, of: map[int][]int{}}
	for _, i := range g.stay {
		r.high = max(r.high, g.problem.Boxes[i].Sound().Height)
	}
	for _, i := range g.stay {
		if finite(g.at[i].X) && finite(g.at[i].Y) {
			k := r.row(g.at[i].Y)
			r.of[k] = append(r.of[k], i)
		}
	}
	return r
}

func (r rows) row(y float64) int { return int(math.Floor(y / r.high)) }

// meet reports whether a box of the group would meet one that stays.
func (r rows) meet(g *group, inner layout.Positions, x, y float64) bool {
	for k, i := range g.nodes {
		b := g.problem.Boxes[i].Sound()
		px, py := inner[k].X+x, inner[k].Y+y
		reach := (b.Height+r.high)/2 + clear
		for row := r.row(py - reach); row <= r.row(py+reach); row++ {
			for _, j := range r.of[row] {
				o := g.problem.Boxes[j].Sound()
				if math.Abs(px-g.at[j].X) < (b.Width+o.Width)/2+clear && math.Abs(py-g.at[j].Y) < (b.Height+o.Height)/2+clear {
					return true
				}
			}
		}
	}
	return false
}
