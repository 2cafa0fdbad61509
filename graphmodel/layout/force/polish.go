package force

import "math"

// polish betters a picture node by node: it tries places for each and keeps
// what costs less, in ever smaller moves. It is the local search of Davidson
// and Harel (Drawing graphs nicely using simulated annealing, 1996) without
// the heat, because the start is a good one.
type polish struct {
	*canvas
	random random
	order  []int32
	twigs  [][]int32 // hubs, each followed by the leaves that hang on it only
	round  int
	rounds int
	reach  float64
	next   int // the node in order that is next
	twig   int // the twig that is next
}

// Work of the local search.
const (
	polishRounds = 36
	polishWork   = 6e7 // comparisons of two things, at most
	polishPiece  = 4e5
	twigsMost    = 90 // nodes up to which hubs are moved with their leaves
)

// newPolish prepares the search; reach is how far the first moves go.
func newPolish(c *canvas, reach float64, seed uint64) *polish {
	p := &polish{canvas: c, random: random(seed), reach: reach}
	for i := range int32(len(c.x)) {
		if !c.held(i) {
			p.order = append(p.order, i)
		}
	}
	c.trace()
	p.rounds = int(min(max(polishWork/c.roundWork(), 0), polishRounds))
	if len(c.x) <= twigsMost {
		p.twigs = c.hubs()
	}
	return p
}

// roundWork is about how many comparisons one round makes.
func (c *canvas) roundWork() float64 {
	n, m := float64(len(c.x)), float64(len(c.links))
	return float64(len(directions)) / 2 * (n*n + n*m + 2*m*(m+n))
}

func (c *canvas) hubs() [][]int32 {
	var all [][]int32
	for i := range int32(len(c.x)) {
		if c.held(i) {
			continue
		}
		twig := []int32{i}
		to, _ := c.net.near(i)
		for _, j := range to {
			if c.net.degree(j) == 1 && !c.held(j) {
				twig = append(twig, j)
			}
		}
		if len(twig) > 1 && len(twig) < len(to)+1 {
			all = append(all, twig)
		}
	}
	return all
}

// advance does a piece of a round and says whether more remains.
func (p *polish) advance() bool {
	if p.round >= p.rounds || len(p.order) == 0 {
		return false
	}
	if p.next == 0 && p.twig == 0 {
		shuffle(&p.random, p.order)
	}
	left := 1 - float64(p.round)/float64(p.rounds)
	reach := p.reach * (0.04 + float64(left*left))
	work := 0.0
	for each := p.roundWork() / float64(len(p.order)); work < polishPiece && p.next < len(p.order); work += each {
		p.better(p.order[p.next], reach)
		p.next++
	}
	if p.round%3 == 2 {
		for each := p.shiftWork(); work < polishPiece && p.twig < len(p.twigs); work += each {
			p.shift(p.twigs[p.twig], 2*reach)
			p.twig++
		}
		if p.twig < len(p.twigs) {
			return true
		}
	}
	if p.next < len(p.order) {
		return true
	}
	p.next, p.twig = 0, 0
	p.round++
	return p.round < p.rounds
}

// shiftWork is about how many comparisons it takes to move a hub.
func (c *canvas) shiftWork() float64 {
	n, m := float64(len(c.x)), float64(len(c.links))
	return 5 * (n*n/2 + n*m + m*m/2)
}

// directions are eight ways to go.
var directions = [8][2]float64{
	{1, 0}, {0.7071067811865476, 0.7071067811865476}, {0, 1}, {-0.7071067811865476, 0.7071067811865476},
	{-1, 0}, {-0.7071067811865476, -0.7071067811865476}, {0, -1}, {0.7071067811865476, -0.7071067811865476},
}

// better tries places for node i: some near it, some on the ring round a
// neighbour.
func (p *polish) better(i int32, reach float64) {
	bestX, bestY := p.x[i], p.y[i]
	best := p.local(i, bestX, bestY, math.Inf(1))
	try := func(x, y float64) {
		if cost := p.local(i, x, y, best); cost < best-1e-9 {
			best, bestX, bestY = cost, x, y
		}
	}
	turn := p.random.unit()
	for k, d := range directions {
		if (k+p.round)%2 == 0 {
			continue
		}
		e := directions[(k+1)%len(directions)]
		far := reach * (0.2 + 0.8*p.random.unit())
		dx := float64((1-turn)*d[0]) + float64(turn*e[0])
		dy := float64((1-turn)*d[1]) + float64(turn*e[1])
		try(p.x[i]+float64(far*dx), p.y[i]+float64(far*dy))
	}
	if links := p.linksOf[i]; len(links) > 0 && len(links) <= 4 {
		k := links[p.random.below(len(links))]
		o := p.links[k].a + p.links[k].b - i
		for range 3 {
			far := p.ideal[k] * (0.75 + 0.5*p.random.unit())
			a, b := p.random.signed(), p.random.signed()
			length := math.Sqrt(float64(a*a)+float64(b*b)) + 1e-9
			try(p.x[o]+float64(far*a)/length, p.y[o]+float64(far*b)/length)
		}
	}
	p.x[i], p.y[i] = bestX, bestY
	p.traceOf(i)
}

// shift tries to move a hub together with its leaves.
func (p *polish) shift(twig []int32, reach float64) {
	best := p.total()
	for range 4 {
		dx, dy := reach*p.random.signed(), reach*p.random.signed()
		p.move(twig, dx, dy)
		if cost := p.total(); cost < best-1e-9 {
			best = cost
			continue
		}
		p.move(twig, -dx, -dy)
	}
	p.trace()
}

func (p *polish) move(nodes []int32, dx, dy float64) {
	for _, i := range nodes {
		p.x[i] += dx
		p.y[i] += dy
	}
}
