package choice_test

import (
	"context"
	"math"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"byline/graphmodel/layout"
	"byline/graphmodel/layout/choice"
)

// graph is a graph of n nodes like that of news: each fifth is alone, the
// others join an older one, some of them two, some themselves.
func graph(n int) layout.Problem {
	p := layout.Problem{Aspect: 1.5, Seed: 1}
	for i := range n {
		p.Boxes = append(p.Boxes, layout.Box{Radius: 12 + float64(i%5), Width: 50 + float64(i*37%90), Height: 44 + float64(i%3*12)})
		p.Group = append(p.Group, i*7%4)
		day := float64(i * 31 % 400)
		if i%6 == 0 {
			day = math.NaN()
		}
		p.Time = append(p.Time, day)
		if i > 0 && i%5 != 4 {
			p.Edges = append(p.Edges, layout.Edge{From: i, To: i * i % 97 * i / 97 % i, Weight: 1})
		}
		if i%4 == 1 {
			p.Edges = append(p.Edges, layout.Edge{From: i / 2, To: i, Weight: 0.12}, layout.Edge{From: i, To: i, Weight: 1})
		}
	}
	return p
}

func run(t *testing.T, l layout.Stepper, n int) layout.Positions {
	t.Helper()
	at, err := layout.Run(context.Background(), l, nil)
	if err != nil || len(at) != n || l.Progress() != 1 || l.Step() {
		t.Fatalf("%v, %d places for %d, progress %v", err, len(at), n, l.Progress())
	}
	for i, q := range at {
		if math.IsNaN(q.X+q.Y) || math.IsInf(q.X+q.Y, 0) {
			t.Fatalf("node %d lies at %v", i, q)
		}
	}
	return at
}

func overlaps(p layout.Problem, at layout.Positions) int {
	count := 0
	for i := range at {
		for j := range i {
			a, b := p.Boxes[i].Sound(), p.Boxes[j].Sound()
			if math.Abs(at[i].X-at[j].X)+1e-6 < (a.Width+b.Width)/2 && math.Abs(at[i].Y-at[j].Y)+1e-6 < (a.Height+b.Height)/2 {
				count++
			}
		}
	}
	return count
}

func each(t *testing.T, check func(t *testing.T, l choice.Layout)) {
	for _, l := range choice.All() {
		t.Run(l.Name, func(t *testing.T) { check(t, l) })
	}
}

func TestEverySizeWithoutOverlap(t *testing.T) {
	each(t, func(t *testing.T, l choice.Layout) {
		for _, n := range []int{0, 1, 2, 3, 17, 60, 300} {
			p := graph(n)
			if count := overlaps(p, run(t, l.New(p, nil), n)); count > 0 {
				t.Errorf("of %d nodes, %d pairs of boxes meet", n, count)
			}
		}
	})
}

func TestSameEveryTime(t *testing.T) {
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	each(t, func(t *testing.T, l choice.Layout) {
		for _, n := range []int{40, 300} {
			runtime.GOMAXPROCS(1)
			one := run(t, l.New(graph(n), nil), n)
			runtime.GOMAXPROCS(2)
			if !slices.Equal(one, run(t, l.New(graph(n), nil), n)) {
				t.Errorf("of %d nodes, two processors give other places than one", n)
			}
		}
	})
}

// What is not selected, and what is pinned, stays where it is, and nothing
// comes to lie on it.
func TestOnlyTheSelectionMoves(t *testing.T) {
	each(t, func(t *testing.T, l choice.Layout) {
		p := graph(60)
		grid, _ := choice.Named("grid")
		p.Start = slices.Clone(run(t, grid.New(p, nil), 60))
		p.Pinned = make([]bool, 60)
		only := make([]bool, 60)
		for i := range only {
			only[i], p.Pinned[i] = i%3 == 0, i%12 == 0
		}
		at := run(t, l.New(p, only), 60)
		moved := 0
		for i := range only {
			if at[i] != p.Start[i] {
				moved++
				if !only[i] || p.Pinned[i] {
					t.Errorf("node %d moved", i)
				}
			}
		}
		if moved == 0 {
			t.Error("nothing moved")
		}
		if count := overlaps(p, at); count > 0 {
			t.Errorf("%d pairs of boxes meet", count)
		}
	})
}

func TestNonsenseIsPlaced(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	p := layout.Problem{
		Boxes:  []layout.Box{{Radius: nan, Width: inf, Height: -3}, {Radius: -1, Width: nan}, {}, {}},
		Edges:  []layout.Edge{{From: 0, To: 1, Weight: nan}, {From: 1, To: 0, Weight: -inf}, {From: 2, To: 9}, {From: -1, To: 0}},
		Time:   []float64{inf, 1e300, -1e300},
		Group:  []int{5, -2},
		Centre: []bool{true, true, true},
		Aspect: nan,
	}
	each(t, func(t *testing.T, l choice.Layout) {
		run(t, l.New(p, nil), 4)
		p := p
		p.Start = []layout.Point{{X: nan}, {X: inf}, {X: 5, Y: 5}, {}}
		p.Pinned = []bool{false, false, true}
		at, _ := layout.Run(context.Background(), l.New(p, nil), nil)
		if at[2] != p.Start[2] {
			t.Errorf("the pinned node went to %v", at[2])
		}
	})
}

// Who does stands left of what is done where nothing runs in a circle.
func TestLayersRunFromTheDoer(t *testing.T) {
	l, _ := choice.Named("layered")
	p := graph(40)
	p.Edges = nil
	for i := 1; i < 40; i++ {
		p.Edges = append(p.Edges, layout.Edge{From: i, To: i / 3, Weight: 1})
	}
	at := run(t, l.New(p, nil), 40)
	for _, e := range p.Edges {
		if at[e.From].X >= at[e.To].X {
			t.Errorf("%d does something to %d and stands right of it", e.From, e.To)
		}
	}
}

func TestRingsAreSteps(t *testing.T) {
	l, ok := choice.Named("radial")
	if !ok || !l.Centre {
		t.Fatal("no radial layout with a centre")
	}
	p := graph(9)
	p.Edges = nil
	for i := 1; i < 9; i++ {
		p.Edges = append(p.Edges, layout.Edge{From: i, To: i - 1, Weight: 1})
	}
	p.Centre = make([]bool, 9)
	p.Centre[4] = true
	at := run(t, l.New(p, nil), 9)
	step := func(i int) float64 { return math.Hypot(at[i].X-at[4].X, at[i].Y-at[4].Y) }
	for i := 5; i < 9; i++ {
		if d := math.Abs(step(i) - step(8-i)); d > 1e-6 || step(i) <= step(i-1) {
			t.Errorf("node %d lies %.0f off, %d %.0f, %d %.0f", i, step(i), 8-i, step(8-i), i-1, step(i-1))
		}
	}
}

func TestTimeRunsRight(t *testing.T) {
	l, _ := choice.Named("time")
	p := graph(50)
	at := run(t, l.New(p, nil), 50)
	for i := range at {
		for j := range at {
			if p.Time[i] < p.Time[j] && at[i].X >= at[j].X {
				t.Errorf("day %v lies at %.0f, day %v at %.0f", p.Time[i], at[i].X, p.Time[j], at[j].X)
			}
		}
	}
}

func BenchmarkLayouts(b *testing.B) {
	for _, l := range choice.All() {
		for _, n := range []int{100, 10_000} {
			b.Run(l.Name+"/"+strconv.Itoa(n), func(b *testing.B) {
				p := graph(n)
				for b.Loop() {
					if _, err := layout.Run(b.Context(), l.New(p, nil), nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
