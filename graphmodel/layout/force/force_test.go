package force_test

import (
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"byline/graphmodel/layout"
	"byline/graphmodel/layout/force"
)

// boxes are n boxes as a graph of short names has them.
func boxes(n int) []layout.Box {
	list := make([]layout.Box, n)
	for i := range list {
		list[i] = layout.Box{Radius: 12 + float64(i%5), Width: 60 + float64(i*37%70), Height: 50}
	}
	return list
}

// star joins node hub to each of the nodes from first up to last.
func star(hub, first, last int) []layout.Edge {
	var edges []layout.Edge
	for i := first; i <= last; i++ {
		edges = append(edges, layout.Edge{From: hub, To: i, Weight: 1})
	}
	return edges
}

// ring joins the nodes from first to last to a ring.
func ring(first, last int) []layout.Edge {
	var edges []layout.Edge
	for i := first; i < last; i++ {
		edges = append(edges, layout.Edge{From: i, To: i + 1, Weight: 1})
	}
	return append(edges, layout.Edge{From: last, To: first, Weight: 1})
}

// starAndRing is a hub with 14 leaves, one of which is on a ring of 16.
func starAndRing() layout.Problem {
	return layout.Problem{
		Boxes:  boxes(30),
		Edges:  append(star(0, 1, 14), ring(14, 29)...),
		Aspect: 1.4, Seed: 1,
	}
}

// grown is a connected graph of n nodes: each joins an older one, every third
// one more.
func grown(n int) layout.Problem {
	p := layout.Problem{Boxes: boxes(n), Aspect: 1.4, Seed: 1}
	for i := 1; i < n; i++ {
		p.Edges = append(p.Edges, layout.Edge{From: i, To: i * i % 97 * i / 97 % i, Weight: 1})
		if i%3 == 0 {
			p.Edges = append(p.Edges, layout.Edge{From: i, To: i / 2, Weight: 2})
		}
	}
	return p
}

func run(t testing.TB, p layout.Problem) layout.Positions {
	t.Helper()
	at, err := layout.Run(context.Background(), force.New(p), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(at) != len(p.Boxes) {
		t.Fatalf("%d places for %d nodes", len(at), len(p.Boxes))
	}
	for i, q := range at {
		if math.IsNaN(q.X) || math.IsNaN(q.Y) || math.IsInf(q.X, 0) || math.IsInf(q.Y, 0) {
			t.Fatalf("node %d lies at %v", i, q)
		}
	}
	return at
}

// overlaps counts the pairs of boxes that share more than a hair.
func overlaps(p layout.Problem, at layout.Positions) int {
	const hair = 1e-6
	count := 0
	for i := range at {
		for j := range i {
			a, b := p.Boxes[i], p.Boxes[j]
			if math.Abs(at[i].X-at[j].X)+hair < (a.Width+b.Width)/2 &&
				math.Abs(at[i].Y-at[j].Y)+hair < (a.Height+b.Height)/2 {
				count++
			}
		}
	}
	return count
}

func distance(a, b layout.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

func TestSamePlacesEveryTime(t *testing.T) {
	for _, n := range []int{2, 20, 200, 2200} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			p := grown(n)
			before := runtime.GOMAXPROCS(1)
			defer runtime.GOMAXPROCS(before)
			one := run(t, p)
			runtime.GOMAXPROCS(2)
			two := run(t, p)
			again := run(t, p)
			if !slices.Equal(one, two) {
				t.Error("two processors give other places than one")
			}
			if !slices.Equal(two, again) {
				t.Error("the second run gives other places than the first")
			}
		})
	}
}

func TestSeedCounts(t *testing.T) {
	p := starAndRing()
	first := run(t, p)
	p.Seed = 2
	if slices.Equal(first, run(t, p)) {
		t.Error("another seed gives the same places")
	}
}

func TestNoBoxesMeet(t *testing.T) {
	two := layout.Problem{Boxes: boxes(2), Edges: star(0, 1, 1), Seed: 1}
	apart := layout.Problem{Boxes: boxes(45), Aspect: 1.4, Seed: 1} // parts of 20, 10, 5, 2 and eight of one
	apart.Edges = slices.Concat(ring(0, 19), star(20, 21, 29), star(30, 31, 34), star(35, 36, 36))
	alone := layout.Problem{Boxes: boxes(40), Seed: 1}
	for name, p := range map[string]layout.Problem{
		"two": two, "star and ring": starAndRing(), "parts": apart, "no links": alone, "400": grown(400),
	} {
		t.Run(name, func(t *testing.T) {
			if count := overlaps(p, run(t, p)); count > 0 {
				t.Errorf("%d pairs of boxes meet", count)
			}
		})
	}
}

func TestLinkedLieTogether(t *testing.T) {
	p := starAndRing()
	at := run(t, p)
	linked := map[[2]int]bool{}
	sum := 0.0
	for _, e := range p.Edges {
		linked[[2]int{min(e.From, e.To), max(e.From, e.To)}] = true
		sum += distance(at[e.From], at[e.To])
	}
	near := sum / float64(len(p.Edges))
	rest, count := 0.0, 0
	for j := range at {
		for i := range j {
			if !linked[[2]int{i, j}] {
				rest += distance(at[i], at[j])
				count++
			}
		}
	}
	if far := rest / float64(count); near > far/2 {
		t.Errorf("linked things lie %.0f apart, others %.0f", near, far)
	}
}

func TestKeepsAspect(t *testing.T) {
	for _, aspect := range []float64{0.5, 2} {
		p := grown(24)
		p.Aspect = aspect
		at := run(t, p)
		minX, maxX, minY, maxY := at[0].X, at[0].X, at[0].Y, at[0].Y
		for _, q := range at {
			minX, maxX, minY, maxY = min(minX, q.X), max(maxX, q.X), min(minY, q.Y), max(maxY, q.Y)
		}
		if wide := maxX-minX > maxY-minY; wide != (aspect > 1) {
			t.Errorf("for the aspect %v the picture is %.0f × %.0f", aspect, maxX-minX, maxY-minY)
		}
	}
}

func TestPinnedStay(t *testing.T) {
	for _, n := range []int{30, 300} {
		p := grown(n)
		p.Start = slices.Clone(run(t, p))
		p.New = make([]bool, n)
		p.Pinned = make([]bool, n)
		for i := range n {
			p.New[i] = i >= n-n/5
			p.Pinned[i] = i%4 == 1
			if p.Pinned[i] {
				p.Start[i].X += 40 // a person pulled it there
			}
		}
		at := run(t, p)
		for i := range n {
			if p.Pinned[i] && at[i] != p.Start[i] {
				t.Errorf("of %d, pinned node %d went from %v to %v", n, i, p.Start[i], at[i])
			}
		}
	}
}

func TestOldPlacesAreKept(t *testing.T) {
	p := grown(30)
	first := run(t, p)
	bigger := grown(34)
	bigger.Start = make([]layout.Point, 34)
	bigger.New = make([]bool, 34)
	copy(bigger.Start, first)
	for i := 30; i < 34; i++ {
		bigger.New[i] = true
	}
	at := run(t, bigger)
	if count := overlaps(bigger, at); count > 0 {
		t.Errorf("%d pairs of boxes meet", count)
	}
	moved := 0.0
	for i, q := range first {
		moved += distance(q, at[i])
	}
	if mean := moved / 30; mean > 20 {
		t.Errorf("four new things moved the thirty old ones by %.0f on the mean", mean)
	}
	for i := 30; i < 34; i++ {
		if at[i] == (layout.Point{}) {
			t.Errorf("new node %d has no place", i)
		}
	}
}

func TestLittleAndNonsense(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for name, p := range map[string]layout.Problem{
		"empty":     {},
		"one":       {Boxes: boxes(1)},
		"one alone": {Boxes: boxes(1), Edges: []layout.Edge{{From: 0, To: 0, Weight: 1}}},
		"on one spot": {
			Boxes: boxes(5), Edges: ring(0, 4),
			Start: make([]layout.Point, 5),
		},
		"no numbers": {
			Boxes:  []layout.Box{{Radius: nan, Width: inf, Height: -3}, {Radius: -1, Width: nan}, {}},
			Edges:  []layout.Edge{{From: 0, To: 1, Weight: nan}, {From: 1, To: 2, Weight: -inf}, {From: 2, To: 9}, {From: -1, To: 0}},
			Start:  []layout.Point{{X: nan, Y: 1}, {X: inf, Y: 0}, {X: 5, Y: 5}},
			Pinned: []bool{true},
			Aspect: nan,
		},
		"short lists": {Boxes: boxes(4), Edges: ring(0, 3), New: []bool{true}, Pinned: []bool{true}, Start: make([]layout.Point, 2)},
		"many edges of one pair": {
			Boxes: boxes(2), Edges: slices.Repeat(star(0, 1, 1), 500),
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := force.New(p)
			for range 100_000 {
				if !f.Step() {
					break
				}
			}
			if f.Step() || f.Progress() != 1 {
				t.Fatalf("not done after 100,000 steps, at %v", f.Progress())
			}
			run(t, p)
		})
	}
}

func TestProgressGrows(t *testing.T) {
	for _, n := range []int{20, 1200} {
		f := force.New(grown(n))
		last := f.Progress()
		for f.Step() {
			now := f.Progress()
			if now < last-1e-9 || now > 1 || math.IsNaN(now) {
				t.Fatalf("of %d: after %v comes %v", n, last, now)
			}
			last = now
		}
		if f.Progress() != 1 {
			t.Errorf("of %d: done, at %v", n, f.Progress())
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	f := force.New(grown(2000))
	steps := 0
	at, err := layout.Run(ctx, f, func(layout.Stepper) {
		if steps++; steps == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled, Run returns %v", err)
	}
	if steps > 6 || len(at) != 2000 || f.Progress() == 1 {
		t.Errorf("%d steps, %d places, progress %v", steps, len(at), f.Progress())
	}
}

func BenchmarkForce(b *testing.B) {
	for _, n := range []int{30, 150, 1000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			p := grown(n)
			for b.Loop() {
				run(b, p)
			}
		})
	}
}
