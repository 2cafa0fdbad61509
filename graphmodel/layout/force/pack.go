package force

import "math"

// packing puts the parts of a graph side by side: the largest in the middle,
// the others round it where their boxes and lines find free squares nearest
// to the middle (Freivalds, Dogrusoz and Kikusts, Disconnected graph layout
// and the polyomino packing approach, 2002).
type packing struct {
	parts   []*picture
	away    []bool // parts that look for a place; the others have one
	aspect  float64
	square  float64 // side of a square
	taken   *plane
	settled int // parts looked at for a place that they have
	next    int
	rings   map[[2]int32]int32 // a size of part: the ring where the last one fitted
	// the frame of the parts that have their place
	minX, maxX, minY, maxY float64
	midX                   int32
	midY                   int32
	atX                    []float64
	atY                    []float64
}

const (
	packGap     = 34.0 // between two parts
	squaresMost = 60000.0
	packPiece   = 20000 // squares looked at in one step
)

func newPacking(parts []*picture, away []bool, aspect float64) *packing {
	if !(aspect > 0) {
		aspect = 1.3
	}
	p := &packing{parts: parts, away: away, aspect: aspect, taken: newPlane(), minX: math.Inf(1), maxX: math.Inf(-1), minY: math.Inf(1), maxY: math.Inf(-1), rings: map[[2]int32]int32{}}
	area := 0.0
	for k, part := range parts {
		if away[k] {
			part.centre()
		}
		minX, maxX, minY, maxY := part.frame()
		area += (maxX - minX + packGap) * (maxY - minY + packGap)
	}
	p.square = max(24, math.Sqrt(area/squaresMost))
	p.atX, p.atY = make([]float64, len(parts)), make([]float64, len(parts))
	return p
}

// settle marks the squares of part k, which has its place, and puts the middle
// of the search where the middle of such parts is. It returns how many squares
// it marked.
func (p *packing) settle(k int) int {
	part := p.parts[k]
	squares := p.footprint(part)
	for _, s := range squares {
		p.taken.add(s[0], s[1])
	}
	x0, x1, y0, y1 := part.frame()
	p.minX, p.maxX, p.minY, p.maxY = min(p.minX, x0), max(p.maxX, x1), min(p.minY, y0), max(p.maxY, y1)
	p.midX, p.midY = p.at((p.minX+p.maxX)/2), p.at((p.minY+p.maxY)/2)
	return len(squares)
}

// advance places some parts and says whether more remain.
func (p *packing) advance() bool {
	looked := 0
	for ; p.settled < len(p.parts) && looked < packPiece; p.settled++ {
		if !p.away[p.settled] {
			looked += p.settle(p.settled)
		}
	}
	for ; p.settled == len(p.parts) && p.next < len(p.parts) && looked < packPiece; p.next++ {
		if p.away[p.next] {
			looked += p.place(p.next)
		}
	}
	if p.next < len(p.parts) {
		return true
	}
	for k, part := range p.parts {
		if !p.away[k] {
			continue
		}
		for i := range part.x {
			part.x[i] += p.atX[k]
			part.y[i] += p.atY[k]
		}
	}
	return false
}

// place finds room for part k and returns how many squares it looked at.
func (p *packing) place(k int) int {
	squares := p.footprint(p.parts[k])
	wide, high := extent(squares)
	size := [2]int32{wide, high}
	looked := 0
	for ring := p.rings[size]; ; ring++ {
		best, bestX, bestY := math.Inf(1), int32(0), int32(0)
		p.walk(ring, func(x, y int32) {
			looked++
			cost := float64(x)*float64(x)/p.aspect + float64(y)*float64(y)*p.aspect
			if cost < best && p.free(squares, x+p.midX, y+p.midY, &looked) {
				best, bestX, bestY = cost, x+p.midX, y+p.midY
			}
		})
		if !math.IsInf(best, 1) {
			for _, s := range squares {
				p.taken.add(s[0]+bestX, s[1]+bestY)
			}
			p.rings[size] = ring
			p.atX[k], p.atY[k] = float64(bestX)*p.square, float64(bestY)*p.square
			return looked
		}
	}
}

// walk calls visit for the squares of a ring whose sides stand to each other
// as those of the picture.
func (p *packing) walk(ring int32, visit func(x, y int32)) {
	if ring == 0 {
		visit(0, 0)
		return
	}
	w, h := ring, ring
	if p.aspect > 1 {
		w = int32(float64(ring) * p.aspect)
	} else {
		h = int32(float64(ring) / p.aspect)
	}
	for x := -w; x <= w; x++ {
		visit(x, -h)
		visit(x, h)
	}
	for y := -h + 1; y < h; y++ {
		visit(-w, y)
		visit(w, y)
	}
}

func (p *packing) free(squares [][2]int32, x, y int32, looked *int) bool {
	for n, s := range squares {
		if p.taken.has(s[0]+x, s[1]+y) {
			*looked += n
			return false
		}
	}
	*looked += len(squares)
	return true
}

// footprint lists the squares that a part covers, each once.
func (p *packing) footprint(part *picture) [][2]int32 {
	var list [][2]int32
	seen := newPlane()
	box := func(x, y, halfW, halfH float64) {
		for sx := p.at(x - halfW); sx <= p.at(x+halfW); sx++ {
			for sy := p.at(y - halfH); sy <= p.at(y+halfH); sy++ {
				if seen.add(sx, sy) {
					list = append(list, [2]int32{sx, sy})
				}
			}
		}
	}
	for i := range part.x {
		box(part.x[i], part.y[i], part.halfW[i]+packGap/2, part.halfH[i]+packGap/2)
	}
	for _, l := range part.links {
		ax, ay := part.x[l.a], part.y[l.a]
		dx, dy := part.x[l.b]-ax, part.y[l.b]-ay
		pieces := max(math.Abs(dx), math.Abs(dy)) / p.square
		for t := 1.0; t < pieces; t++ {
			box(ax+float64(dx*t)/pieces, ay+float64(dy*t)/pieces, packGap/4, packGap/4)
		}
	}
	return list
}

func (p *packing) at(v float64) int32 { return int32(math.Floor(v / p.square)) }

func extent(squares [][2]int32) (wide, high int32) {
	minX, maxX := int32(math.MaxInt32), int32(math.MinInt32)
	minY, maxY := minX, maxX
	for _, s := range squares {
		minX, maxX = min(minX, s[0]), max(maxX, s[0])
		minY, maxY = min(minY, s[1]), max(maxY, s[1])
	}
	return maxX - minX + 1, maxY - minY + 1
}
