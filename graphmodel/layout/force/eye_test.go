package force_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"byline/graphmodel/layout"
)

// summit is a graph like that of a news article: a summit (0) with twelve who
// take part (1 to 12), its host (13) who proposes a law (14) with a check and
// two penalties (15 to 17), and an office (18) with a unit and its fund (19,
// 20) that takes part as well.
func summit() layout.Problem {
	p := layout.Problem{Boxes: boxes(21), Aspect: 1.4, Seed: 1}
	p.Edges = slices.Concat(star(0, 1, 13), star(13, 14, 14), star(14, 15, 15), star(15, 16, 17),
		star(13, 18, 18), star(18, 19, 19), star(19, 20, 20), []layout.Edge{{From: 18, To: 0, Weight: 1}})
	return p
}

func TestSummitReadsWell(t *testing.T) {
	p := summit()
	at := run(t, p)
	if count := overlaps(p, at); count > 0 {
		t.Errorf("%d pairs of boxes meet", count)
	}
	if count := crossings(p, at); count > 0 {
		t.Errorf("%d lines cross, and none need to", count)
	}
	if list := covered(p, at); len(list) > 0 {
		t.Errorf("lines run under foreign shapes: %v", list)
	}
	var angles []float64
	least, most := math.Inf(1), 0.0
	for i := 1; i <= 12; i++ {
		angles = append(angles, math.Atan2(at[i].Y-at[0].Y, at[i].X-at[0].X))
		least, most = min(least, distance(at[0], at[i])), max(most, distance(at[0], at[i]))
	}
	if most > 2.5*least {
		t.Errorf("those who take part lie from %.0f to %.0f off", least, most)
	}
	slices.Sort(angles)
	gap := angles[0] + 2*math.Pi - angles[len(angles)-1]
	for i := 1; i < len(angles); i++ {
		gap = max(gap, angles[i]-angles[i-1])
	}
	if gap > math.Pi {
		t.Errorf("those who take part leave %.0f degrees round the summit empty", gap*180/math.Pi)
	}
	if arm := longestLine(p, at); arm > 3*leastLine(p, at) {
		t.Errorf("the longest line is %.0f, the shortest %.0f", arm, leastLine(p, at))
	}
}

// A tree can be drawn without crossings, and is.
func TestTreesDoNotCross(t *testing.T) {
	for _, n := range []int{7, 15, 28} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			p := layout.Problem{Boxes: boxes(n), Aspect: 1.4, Seed: 1}
			for i := 1; i < n; i++ {
				p.Edges = append(p.Edges, layout.Edge{From: (i - 1) / 3, To: i, Weight: 1})
			}
			if count := crossings(p, run(t, p)); count > 0 {
				t.Errorf("%d lines cross", count)
			}
		})
	}
}

func TestRoomForNames(t *testing.T) {
	for _, n := range []int{3, 9, 33, 60} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			p := grown(n)
			for i := range p.Boxes {
				p.Boxes[i].Width += float64(i * 53 % 80) // long names
			}
			at := run(t, p)
			if count := overlaps(p, at); count > 0 {
				t.Errorf("%d pairs of boxes meet", count)
			}
			for _, e := range p.Edges {
				if e.From == e.To {
					continue
				}
				if gap := distance(at[e.From], at[e.To]) - p.Boxes[e.From].Radius - p.Boxes[e.To].Radius; gap < 20 {
					t.Errorf("the arrow from %d to %d has %.0f to show itself", e.From, e.To, gap)
				}
			}
		})
	}
}

// Parts without links between them lie side by side, not far apart.
func TestPartsArePacked(t *testing.T) {
	p := layout.Problem{Boxes: boxes(61), Aspect: 1.4, Seed: 1}
	p.Edges = star(0, 1, 12)
	for i := 13; i < 61; i += 3 {
		p.Edges = append(p.Edges, star(i, i+1, i+2)...)
	}
	at := run(t, p)
	if count := overlaps(p, at); count > 0 {
		t.Errorf("%d pairs of boxes meet", count)
	}
	area, minX, maxX, minY, maxY := 0.0, at[0].X, at[0].X, at[0].Y, at[0].Y
	for i, q := range at {
		b := p.Boxes[i]
		area += b.Width * b.Height
		minX, maxX = min(minX, q.X-b.Width/2), max(maxX, q.X+b.Width/2)
		minY, maxY = min(minY, q.Y-b.Height/2), max(maxY, q.Y+b.Height/2)
	}
	if frame := (maxX - minX) * (maxY - minY); frame > 12*area {
		t.Errorf("boxes of %.0f lie in a frame of %.0f", area, frame)
	}
	if aspect := (maxX - minX) / (maxY - minY); aspect < 0.9 || aspect > 2.2 {
		t.Errorf("the frame is %.2f times as wide as high, wanted 1.4", aspect)
	}
}

// More articles never throw a large graph about.
func TestLargeGraphKeepsItsPlaces(t *testing.T) {
	const old, n = 600, 630
	first := run(t, grown(old))
	p := grown(n)
	p.Start, p.New = make([]layout.Point, n), make([]bool, n)
	copy(p.Start, first)
	for i := old; i < n; i++ {
		p.New[i] = true
	}
	at := run(t, p)
	mean := 0.0
	var moved []float64
	for _, e := range grown(old).Edges {
		mean += distance(first[e.From], first[e.To]) / float64(len(grown(old).Edges))
	}
	for i := range old {
		moved = append(moved, distance(first[i], at[i])/mean)
	}
	slices.Sort(moved)
	if median, most := moved[old/2], moved[old*95/100]; median > 0.01 || most > 0.1 {
		t.Errorf("old things moved %.3f of a line (median), one in twenty more than %.3f", median, most)
	}
	for i := old; i < n; i++ {
		near, has := math.Inf(1), false
		for _, e := range p.Edges {
			if e.From == i && e.To < old {
				near, has = min(near, distance(at[i], at[e.To])), true
			}
		}
		if has && near > 6*mean {
			t.Errorf("the new thing %d lies %.1f lines from the nearest it is linked to", i, near/mean)
		}
	}
}

func crossings(p layout.Problem, at layout.Positions) int {
	count := 0
	for k, e := range p.Edges {
		for _, f := range p.Edges[:k] {
			if e.From == f.From || e.From == f.To || e.To == f.From || e.To == f.To {
				continue
			}
			a, b, c, d := at[e.From], at[e.To], at[f.From], at[f.To]
			if leftOf(a, b, c) != leftOf(a, b, d) && leftOf(c, d, a) != leftOf(c, d, b) {
				count++
			}
		}
	}
	return count
}

func leftOf(a, b, q layout.Point) bool {
	return (b.X-a.X)*(q.Y-a.Y) > (b.Y-a.Y)*(q.X-a.X)
}

// covered lists node and edge where a line runs under a shape that is not at
// its end.
func covered(p layout.Problem, at layout.Positions) (list [][2]int) {
	for k, e := range p.Edges {
		a, b := at[e.From], at[e.To]
		long := distance(a, b)
		for i, q := range at {
			if i == e.From || i == e.To || long == 0 {
				continue
			}
			t := ((q.X-a.X)*(b.X-a.X) + (q.Y-a.Y)*(b.Y-a.Y)) / (long * long)
			t = min(max(t, 0), 1)
			foot := layout.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}
			if distance(q, foot) < p.Boxes[i].Radius {
				list = append(list, [2]int{i, k})
			}
		}
	}
	return list
}

func longestLine(p layout.Problem, at layout.Positions) float64 {
	most := 0.0
	for _, e := range p.Edges {
		most = max(most, distance(at[e.From], at[e.To]))
	}
	return most
}

func leastLine(p layout.Problem, at layout.Positions) float64 {
	least := math.Inf(1)
	for _, e := range p.Edges {
		least = min(least, distance(at[e.From], at[e.To]))
	}
	return least
}
