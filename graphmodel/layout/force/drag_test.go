package force_test

import (
	"math"
	"slices"
	"testing"

	"byline/graphmodel/layout"
	"byline/graphmodel/layout/force"
)

// chain is a hub 0 with leaves 1 to 4 and a tail 5-6-7-8 that hangs on it.
func chain() layout.Problem {
	p := layout.Problem{Start: []layout.Point{{}, {X: 100}, {X: -100}, {Y: 100}, {Y: -100}, {X: 80, Y: 80}, {X: 160, Y: 160}, {X: 240, Y: 240}, {X: 320, Y: 320}}}
	for range p.Start {
		p.Boxes = append(p.Boxes, layout.Box{Radius: 10, Width: 60, Height: 40})
	}
	for i := 1; i <= 5; i++ {
		p.Edges = append(p.Edges, layout.Edge{From: 0, To: i, Weight: 1})
	}
	for i := 6; i <= 8; i++ {
		p.Edges = append(p.Edges, layout.Edge{From: i - 1, To: i, Weight: 1})
	}
	return p
}

// pull drags node 0 by (dx, dy) in small steps, as a hand does, and lets the
// rest come to rest.
func pull(t *testing.T, d *force.Drag, dx, dy float64) {
	t.Helper()
	for k := 1; k <= 60; k++ {
		d.Move([]layout.Point{{X: dx * float64(k) / 60, Y: dy * float64(k) / 60}})
		d.Step()
	}
	steps := 0
	for d.Step() {
		if steps++; steps > 1000 {
			t.Fatal("it never comes to rest")
		}
	}
}

func TestNothingStirsBeforeTheHand(t *testing.T) {
	p := chain()
	d := force.NewDrag(p, []int{0})
	if d.Step() || !slices.Equal([]layout.Point(d.Positions()), p.Start) {
		t.Errorf("untouched, things move: %v", d.Positions())
	}
}

func TestNeighboursFollowAndTheFarStays(t *testing.T) {
	p := chain()
	p.Pinned = make([]bool, len(p.Start))
	p.Pinned[2] = true
	d := force.NewDrag(p, []int{0})
	pull(t, d, 0, -500)
	at := d.Positions()
	if at[0] != (layout.Point{Y: -500}) {
		t.Errorf("what is held lies at %v", at[0])
	}
	for _, i := range []int{1, 3, 4, 5} {
		if by := p.Start[i].Y - at[i].Y; by < 100 || by > 500 {
			t.Errorf("neighbour %d followed by %.0f of 500", i, by)
		}
	}
	if by := p.Start[6].Y - at[6].Y; by < 1 || by > p.Start[5].Y-at[5].Y {
		t.Errorf("what is two links away followed by %.0f", by)
	}
	for _, i := range []int{2, 7, 8} {
		if at[i] != p.Start[i] {
			t.Errorf("%d moved to %v: it is pinned, or three links away", i, at[i])
		}
	}
}

func TestDragKeepsToNumbers(t *testing.T) {
	p := chain()
	p.Start[3], p.Start[4] = p.Start[1], p.Start[1] // on one another
	p.Start[5] = layout.Point{X: math.NaN()}
	p.Edges = append(p.Edges, layout.Edge{From: 0, To: 99}, layout.Edge{From: 0, To: 0})
	d := force.NewDrag(p, []int{0, -1, 42})
	d.Move([]layout.Point{{X: math.Inf(1)}})
	pull(t, d, 4000, 10)
	for i, at := range d.Positions() {
		if i != 5 && (math.IsNaN(at.X+at.Y) || math.IsInf(at.X+at.Y, 0)) {
			t.Errorf("node %d lies at %v", i, at)
		}
	}
}

func BenchmarkDragStep(b *testing.B) {
	p := layout.Problem{}
	for i := range 10_000 {
		p.Start = append(p.Start, layout.Point{X: float64(i % 100 * 120), Y: float64(i / 100 * 120)})
		if i > 0 {
			p.Edges = append(p.Edges, layout.Edge{From: i * i % 97 * i / 97 % i, To: i, Weight: 1}, layout.Edge{From: 0, To: i / 3, Weight: 1})
		}
	}
	d := force.NewDrag(p, []int{0})
	to := []layout.Point{{}}
	for b.Loop() {
		to[0].X++
		d.Move(to)
		d.Step()
	}
	b.ReportMetric(float64(len(d.Followers())), "followers")
}
