package force

import (
	"math"
	"slices"
)

// apart moves boxes until none meet, and linked shapes until they keep their
// gap. Every pass pushes each pair that is too close along the line between
// its ends, or along an axis where that is much shorter; when passes do not
// get there, all places are spread a little.
type apart struct {
	*picture
	anchor  []float64 // nil, or how hard each node is to move: 1 is usual
	pass    int
	passes  int
	spread  float64 // how much all places are spread every few passes
	order   []int32
	rowOf   []int32
	clashes int
	looking bool    // pairs are counted, not pushed
	size    float64 // boxes are taken at this share of their size
	calm    int     // passes at this size
}

// Settings of apart.
const (
	spreadEvery = 8
	apartPasses = 240
	meetMost    = 0.3  // pairs a node that meet when boxes begin to swell
	calmShare   = 0.05 // pairs a node that may still meet when they go on
	calmPasses  = 10
	swell       = 1.08
)

func newApart(p *picture) *apart {
	return &apart{picture: p, passes: apartPasses, spread: 1.03, size: 1}
}

// swelling makes the boxes small enough that few meet, and lets them swell to
// their size, so that dense places push their surroundings out instead of
// being stirred.
func (a *apart) swelling() *apart {
	for a.size > 0.02 && float64(a.meeting()) > meetMost*float64(len(a.x)) {
		a.size *= 0.85
	}
	return a
}

// advance does one pass and says whether another is needed.
func (a *apart) advance() bool {
	a.pass++
	a.clashes = 0
	a.boxes()
	for k := range a.links {
		a.stretch(int32(k))
	}
	if a.size < 1 {
		a.calm++
		if float64(a.clashes) < calmShare*float64(len(a.x)) || a.calm >= calmPasses {
			a.size = min(1, a.size*swell)
			a.calm = 0
			a.pass = 0
		}
		return true
	}
	if a.clashes == 0 {
		return false
	}
	if a.pass%spreadEvery == 0 && a.spread > 1 {
		for i := range int32(len(a.x)) {
			if !a.held(i) {
				a.x[i] *= a.spread
				a.y[i] *= a.spread
			}
		}
	}
	return a.pass < a.passes
}

// meeting counts the pairs of boxes that meet.
func (a *apart) meeting() int {
	a.looking, a.clashes = true, 0
	a.boxes()
	a.looking = false
	return a.clashes
}

// boxes goes through the pairs of boxes that may meet: the boxes are sorted by
// rows as high as the highest box, and by x in a row.
func (a *apart) boxes() {
	wide := a.rows()
	below := 0
	for k, i := range a.order {
		a.along(k+1, i, a.rowOf[i], wide)
		below = a.nextRow(max(below, k+1), i, wide)
		a.along(below, i, a.rowOf[i]+1, wide)
	}
}

// along separates box i from the boxes of a row that it may meet, from the
// one at place from in the order on.
func (a *apart) along(from int, i, row int32, wide float64) {
	for _, j := range a.order[from:] {
		if a.rowOf[j] > row || a.x[j]-a.x[i] > wide {
			return
		}
		a.separate(i, j)
	}
}

// nextRow goes on from place at in the order to the first box of the row below
// that of i that may reach i.
func (a *apart) nextRow(at int, i int32, wide float64) int {
	row := a.rowOf[i]
	for ; at < len(a.order); at++ {
		j := a.order[at]
		if a.rowOf[j] > row+1 || a.rowOf[j] == row+1 && a.x[j] >= a.x[i]-wide {
			break
		}
	}
	return at
}

// rows sorts the boxes by row, x and number, and returns the widest box's
// width.
func (a *apart) rows() (wide float64) {
	if a.order == nil {
		a.order = make([]int32, len(a.x))
		a.rowOf = make([]int32, len(a.x))
		for i := range a.order {
			a.order[i] = int32(i)
		}
	}
	high, wide := 1.0, 1.0
	minY := math.Inf(1)
	for i := range a.x {
		high, wide = max(high, 2*a.halfH[i]), max(wide, 2*a.halfW[i])
		minY = min(minY, a.y[i])
	}
	for i := range a.y {
		a.rowOf[i] = int32(min((a.y[i]-minY)/high, 1e9))
	}
	slices.SortFunc(a.order, func(i, j int32) int {
		switch {
		case a.rowOf[i] != a.rowOf[j]:
			return int(a.rowOf[i] - a.rowOf[j])
		case a.x[i] < a.x[j]:
			return -1
		case a.x[i] > a.x[j]:
			return 1
		}
		return int(i - j)
	})
	return wide
}

const clearance = 0.01 // what is pushed apart ends a little farther than it must

// separate pushes two boxes apart if they meet.
func (a *apart) separate(i, j int32) {
	dx, dy := a.x[j]-a.x[i], a.y[j]-a.y[i]
	overX := float64(a.size*(a.halfW[i]+a.halfW[j])) - math.Abs(dx)
	overY := float64(a.size*(a.halfH[i]+a.halfH[j])) - math.Abs(dy)
	if overX <= 0 || overY <= 0 {
		return
	}
	a.clashes++
	if a.looking {
		return
	}
	if dx == 0 && dy == 0 {
		// on one spot: by their numbers, so that it is the same every time
		dx, dy = 1, float64(int(i+j)%3-1)
	}
	d := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	ux, uy := dx/d, dy/d
	along := min(overX/max(math.Abs(ux), 1e-6), overY/max(math.Abs(uy), 1e-6))
	if along > 1.4*min(overX, overY) {
		if overX < overY {
			ux, uy, along = sign(dx), 0, overX
		} else {
			ux, uy, along = 0, sign(dy), overY
		}
	}
	a.part(i, j, ux, uy, along+clearance)
}

func sign(v float64) float64 {
	if v < 0 {
		return -1
	}
	return 1
}

// stretch pushes the ends of a link apart if their shapes are too close.
func (a *apart) stretch(k int32) {
	l := a.links[k]
	need := a.size * (a.radius[l.a] + a.radius[l.b] + linkedGap)
	dx, dy := a.x[l.b]-a.x[l.a], a.y[l.b]-a.y[l.a]
	d := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if d >= need {
		return
	}
	a.clashes++
	if d < 1e-9 {
		a.part(l.a, l.b, 1, 0, need+clearance)
		return
	}
	a.part(l.a, l.b, dx/d, dy/d, need-d+clearance)
}

// part moves i and j apart by far along (ux, uy), each by the other's weight.
func (a *apart) part(i, j int32, ux, uy, far float64) {
	wi, wj := a.ease(i), a.ease(j)
	if wi+wj == 0 {
		return
	}
	fi, fj := far*wi/(wi+wj), far*wj/(wi+wj)
	a.x[i] -= float64(fi * ux)
	a.y[i] -= float64(fi * uy)
	a.x[j] += float64(fj * ux)
	a.y[j] += float64(fj * uy)
}

// ease is how readily node i moves.
func (a *apart) ease(i int32) float64 {
	if a.held(i) {
		return 0
	}
	if a.anchor == nil {
		return 1
	}
	return a.anchor[i]
}
