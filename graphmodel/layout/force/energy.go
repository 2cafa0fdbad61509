package force

import "math"

// What the parts of a picture's cost weigh. 1 is a small flaw.
const (
	costBoxes     = 3.0  // two boxes meet, and more the deeper
	costShapes    = 12.0 // two shapes meet
	costCross     = 3.0  // two lines cross
	costLabel     = 2.5  // a line runs through the middle of a name
	costShape     = 6.0  // a line runs under a shape that it does not belong to
	costShort     = 4.0  // two linked shapes touch
	costLong      = 1.6  // a line is twice as long as it should be
	costAngle     = 2.0  // two lines leave a node in one direction
	costFar       = 0.5  // stress of a pair two hops apart, times four
	costOutside   = 1.0  // a box hangs edgeUnit over the frame
	costMiddle    = 0.05 // pull to the middle
	shapeMargin   = 8.0
	outsideUnit   = 40.0
	sharpestAngle = 0.55 // radians that two lines of one node should keep
)

// canvas judges a picture of at most some hundred nodes as a reader would:
// names apart, few lines crossing, none under a shape it does not belong to,
// even lengths, the frame filled and kept.
type canvas struct {
	*picture
	far []float64
	// half the height round a node that lines should keep out of
	coverH []float64
	pull   []float64 // weight of a pair's stress
	// cosine above which two lines of a node are too close
	narrow   []float64
	frameX   float64 // half the frame
	frameY   float64
	linksOf  [][]int32
	strength []float64 // a link: how much its flaws count
	middleX  float64
	middleY  float64
	strokes  []stroke // a link: where it runs; see trace
}

// segment is the way of a line.
type segment struct{ ax, ay, bx, by float64 }

// stroke is the way of a line with the box round it, which tells most lines
// apart at once.
type stroke struct {
	segment
	minX, maxX, minY, maxY float64
}

func strokeOf(s segment) stroke {
	return stroke{s, min(s.ax, s.bx), max(s.ax, s.bx), min(s.ay, s.by), max(s.ay, s.by)}
}

func newCanvas(p *picture, aspect float64) *canvas {
	c := &canvas{picture: p}
	var hops []int32
	c.far, hops = p.farByLength()
	c.pull = make([]float64, len(hops))
	for k, h := range hops {
		if h > 0 {
			c.pull[k] = costFar / (float64(h) * float64(h))
		}
	}
	n := len(p.x)
	c.narrow = make([]float64, n)
	c.linksOf = make([][]int32, n)
	c.coverH = make([]float64, n)
	for i := range n {
		c.coverH[i] = max(p.halfH[i], p.radius[i]+shapeMargin)
		least := min(sharpestAngle, 4.4/float64(max(p.net.degree(int32(i)), 1)))
		q := least * least
		c.narrow[i] = 1 - q/2 + float64(q*q)/24
	}
	c.strength = make([]float64, len(p.links))
	c.strokes = make([]stroke, len(p.links))
	for k, l := range p.links {
		c.linksOf[l.a] = append(c.linksOf[l.a], int32(k))
		c.linksOf[l.b] = append(c.linksOf[l.b], int32(k))
		c.strength[k] = min(l.weight, 1)
	}
	if !(aspect > 0) {
		aspect = 1.3
	}
	area := p.room() * float64(n)
	c.frameX = math.Sqrt(area*aspect) / 2
	c.frameY = math.Sqrt(area/aspect) / 2
	for i := range n {
		c.frameX = max(c.frameX, p.halfW[i])
		c.frameY = max(c.frameY, p.halfH[i])
	}
	return c
}

// trace notes where all lines run now. Whoever has moved nodes calls it, or
// traceOf, before the cost is asked for.
func (c *canvas) trace() {
	for k, l := range c.links {
		c.strokes[k] = strokeOf(segment{c.x[l.a], c.y[l.a], c.x[l.b], c.y[l.b]})
	}
}

// traceOf notes where the lines of node i run now.
func (c *canvas) traceOf(i int32) {
	for _, k := range c.linksOf[i] {
		l := c.links[k]
		c.strokes[k] = strokeOf(segment{c.x[l.a], c.y[l.a], c.x[l.b], c.y[l.b]})
	}
}

// total is the cost of the whole picture. It notes where all lines run.
func (c *canvas) total() float64 {
	c.trace()
	sum := 0.0
	for i := range int32(len(c.x)) {
		x, y := c.x[i], c.y[i]
		sum += c.place(i, x, y)
		for j := range i {
			sum += c.pairCost(i, j, x, y)
		}
		sum += c.angles(i, x, y)
	}
	for k := range int32(len(c.links)) {
		s := &c.strokes[k]
		sum += c.length(k, s.segment)
		sum += c.covers(k, s, -1)
		sum += c.crosses(k, s, c.strokes[:k])
	}
	return sum
}

// local is the part of the cost that changes when node i lies at (x, y); from
// enough on the sum need not be whole.
func (c *canvas) local(i int32, x, y, enough float64) float64 {
	sum := c.place(i, x, y)
	for j := range int32(len(c.x)) {
		if j != i {
			sum += c.pairCost(i, j, x, y)
		}
	}
	if sum >= enough {
		return sum
	}
	for _, k := range c.linksOf[i] {
		l := c.links[k]
		o := l.a + l.b - i
		s := strokeOf(segment{x, y, c.x[o], c.y[o]})
		sum += c.length(k, s.segment)
		sum += c.covers(k, &s, i)
		sum += c.crosses(k, &s, c.strokes)
		if sum >= enough {
			return sum
		}
		sum += c.anglesFrom(o, k, x, y)
	}
	sum += c.angles(i, x, y)
	if sum >= enough {
		return sum
	}
	return sum + c.covered(i, x, y)
}

// place is what it costs node i to lie where it does in the frame.
func (c *canvas) place(i int32, x, y float64) float64 {
	over := max(math.Abs(x-c.middleX)+c.halfW[i]-c.frameX, 0) + max(math.Abs(y-c.middleY)+c.halfH[i]-c.frameY, 0)
	rx, ry := (x-c.middleX)/c.frameX, (y-c.middleY)/c.frameY
	return costOutside*over/outsideUnit + costMiddle*(float64(rx*rx)+float64(ry*ry))
}

// pairCost is what two nodes cost each other.
func (c *canvas) pairCost(i, j int32, x, y float64) float64 {
	dx, dy := math.Abs(x-c.x[j]), math.Abs(y-c.y[j])
	d := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	k := int(i)*len(c.x) + int(j)
	off := d/c.far[k] - 1
	sum := c.pull[k] * off * off
	overX, overY := c.halfW[i]+c.halfW[j]-dx, c.halfH[i]+c.halfH[j]-dy
	if overX > 0 && overY > 0 {
		sum += costBoxes * (1 + min(overX, overY)/20)
		if reach := c.radius[i] + c.radius[j] + shapeMargin; d < reach {
			sum += costShapes * (1.5 - d/reach)
		}
	}
	return sum
}

// length is what the length of link k costs.
func (c *canvas) length(k int32, s segment) float64 {
	dx, dy := s.bx-s.ax, s.by-s.ay
	d := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	l := c.links[k]
	sum := 0.0
	if gap := d - c.radius[l.a] - c.radius[l.b]; gap < linkedGap {
		sum += costShort * (1 - gap/linkedGap)
	}
	if off := d/c.ideal[k] - 1; off > 0 {
		sum += costLong * off * off * c.strength[k]
	}
	return sum
}

// covers is what it costs that link k runs under nodes, node skip left out.
func (c *canvas) covers(k int32, s *stroke, skip int32) float64 {
	l := &c.links[k]
	sum := 0.0
	high := c.coverH
	wide := c.halfW[:len(high)]
	xs, ys := c.x[:len(high)], c.y[:len(high)]
	for i, h := range high {
		w, x, y := wide[i], xs[i], ys[i]
		if s.minX > x+w || s.maxX < x-w || s.minY > y+h || s.maxY < y-h {
			continue
		}
		if i := int32(i); i != l.a && i != l.b && i != skip {
			sum += c.under(i, x, y, s)
		}
	}
	return sum * c.strength[k]
}

// covered is what it costs node i that it would lie on lines of others at
// (x, y).
func (c *canvas) covered(i int32, x, y float64) float64 {
	sum := 0.0
	w, h := c.halfW[i], c.coverH[i]
	for k := range c.strokes {
		s := &c.strokes[k]
		if s.minX > x+w || s.maxX < x-w || s.minY > y+h || s.maxY < y-h {
			continue
		}
		if l := &c.links[k]; l.a != i && l.b != i {
			sum += c.under(i, x, y, s) * c.strength[k]
		}
	}
	return sum
}

// under is what it costs that a line runs by node i at (x, y).
func (c *canvas) under(i int32, x, y float64, s *stroke) float64 {
	w, h := c.halfW[i], c.coverH[i]
	sum := 0.0
	near := fromOrigin((s.ax-x)/w, (s.ay-y)/h, (s.bx-x)/w, (s.by-y)/h)
	if near < 1 {
		sum += costLabel * (1 - math.Sqrt(near))
	}
	reach := c.radius[i] + shapeMargin
	if near := fromOrigin(s.ax-x, s.ay-y, s.bx-x, s.by-y); near < reach*reach {
		sum += costShape * (1.5 - math.Sqrt(near)/reach)
	}
	return sum
}

// fromOrigin is the squared distance of 0, 0 from a segment.
func fromOrigin(ax, ay, bx, by float64) float64 {
	dx, dy := bx-ax, by-ay
	long := float64(dx*dx) + float64(dy*dy)
	t := 0.0
	if long > 0 {
		t = min(max(-(float64(ax*dx)+float64(ay*dy))/long, 0), 1)
	}
	px, py := ax+float64(t*dx), ay+float64(t*dy)
	return float64(px*px) + float64(py*py)
}

// crosses is what it costs that link k, lying at s, crosses the first links,
// whose strokes are given.
func (c *canvas) crosses(k int32, s *stroke, first []stroke) float64 {
	sum := 0.0
	l := c.links[k]
	for j := range first {
		o := &first[j]
		if o.minX > s.maxX || o.maxX < s.minX || o.minY > s.maxY || o.maxY < s.minY {
			continue
		}
		if m := &c.links[j]; l.a == m.a || l.a == m.b || l.b == m.a || l.b == m.b {
			continue
		}
		if side(s, o.ax, o.ay) != side(s, o.bx, o.by) && side(o, s.ax, s.ay) != side(o, s.bx, s.by) {
			sum += costCross * math.Sqrt(c.strength[k]*c.strength[j])
		}
	}
	return sum
}

func side(s *stroke, x, y float64) bool {
	return float64((s.bx-s.ax)*(y-s.ay)) > float64((s.by-s.ay)*(x-s.ax))
}

// angles is what it costs node i, at (x, y), that its lines leave in much the
// same direction.
func (c *canvas) angles(i int32, x, y float64) float64 {
	sum := 0.0
	of := c.linksOf[i]
	for a, k := range of {
		kx, ky, kl := c.leaving(i, k, x, y)
		for _, j := range of[:a] {
			jx, jy, jl := c.leaving(i, j, x, y)
			sum += c.tooClose(i, (float64(kx*jx)+float64(ky*jy))/(kl*jl))
		}
	}
	return sum
}

// anglesFrom is the same for node o and only its line k, whose other end lies
// at (x, y).
func (c *canvas) anglesFrom(o, k int32, x, y float64) float64 {
	kx, ky := x-c.x[o], y-c.y[o]
	kl := math.Sqrt(float64(kx*kx)+float64(ky*ky)) + 1e-9
	sum := 0.0
	for _, j := range c.linksOf[o] {
		if j != k {
			jx, jy, jl := c.leaving(o, j, c.x[o], c.y[o])
			sum += c.tooClose(o, (float64(kx*jx)+float64(ky*jy))/(kl*jl))
		}
	}
	return sum
}

func (c *canvas) leaving(i, k int32, x, y float64) (dx, dy, length float64) {
	l := c.links[k]
	o := l.a + l.b - i
	dx, dy = c.x[o]-x, c.y[o]-y
	return dx, dy, math.Sqrt(float64(dx*dx)+float64(dy*dy)) + 1e-9
}

func (c *canvas) tooClose(i int32, cos float64) float64 {
	if cos <= c.narrow[i] {
		return 0
	}
	return costAngle * (cos - c.narrow[i]) / (1 - c.narrow[i])
}
