package force

import (
	"math"

	"byline/graphmodel/layout"
)

// picture is one connected part in units of the picture: where its nodes are,
// how much room each takes, and what the lines between them should be like.
type picture struct {
	net   *network
	links []link
	x, y  []float64
	// Half a box, and the shape inside it.
	halfW, halfH, radius []float64
	fixed                []bool    // nil, or the nodes that must not move
	ideal                []float64 // a link: the length it should have
}

// Distances in units of the picture at 100 % zoom.
const (
	linkedGap = 46.0 // between the rims of two linked shapes
	leastEdge = 92.0
)

// newPicture returns the part of the problem that holds the given nodes, all
// at 0, 0.
func newPicture(net *network, boxes []layout.Box, nodes []int32) *picture {
	n := len(nodes)
	p := &picture{
		net: net, links: net.links(), x: make([]float64, n), y: make([]float64, n),
		halfW: make([]float64, n), halfH: make([]float64, n), radius: make([]float64, n),
	}
	for k, i := range nodes {
		b := boxes[i].Sound()
		p.halfW[k], p.halfH[k], p.radius[k] = b.Width/2, b.Height/2, b.Radius
	}
	p.ideal = p.lengths()
	return p
}

// room is the share of the picture that one node gets: few nodes stand wide
// apart, as a reader wants them, many must be content with their boxes.
func (p *picture) room() float64 {
	boxes := 0.0
	for i := range p.x {
		boxes += 4 * p.halfW[i] * p.halfH[i]
	}
	n := float64(len(p.x))
	return max(min(9000+400000/n, 26000), 2.2*boxes/n)
}

// lengths is how long each link should be: the spacing of nodes, more for a
// hub, whose ring must hold all its neighbours.
func (p *picture) lengths() []float64 {
	usual := max(leastEdge, 0.9*math.Sqrt(p.room()))
	ideal := make([]float64, len(p.links))
	for k, l := range p.links {
		most := max(p.net.degree(l.a), p.net.degree(l.b))
		rims := p.radius[l.a] + p.radius[l.b]
		ideal[k] = max(usual, rims+linkedGap, rims+min(10*float64(most), 2*usual))
		if l.weight < 0.5 {
			ideal[k] *= 1.5
		}
	}
	return ideal
}

// farByLength is how far apart every two nodes should be: the ideal lengths
// along a shortest way by hops. It returns the hops too.
func (p *picture) farByLength() (far []float64, hops []int32) {
	n := p.net.size()
	far, hops = make([]float64, n*n), make([]int32, n*n)
	length := make([]float64, len(p.net.to))
	at := make([]int32, n)
	copy(at, p.net.off[:n])
	for k, l := range p.links {
		// links ascend by their smaller node, then by their larger one, as do
		// the neighbours of each node
		length[at[l.a]+p.below(l.a)] = p.ideal[k]
		at[l.a]++
	}
	for i := range int32(n) {
		to, _ := p.net.near(i)
		for e, j := range to {
			if j < i {
				length[int(p.net.off[i])+e] = length[p.net.at(j, i)]
			}
		}
	}
	queue := make([]int32, 0, n)
	for s := range n {
		row, d := far[s*n:s*n+n], hops[s*n:s*n+n]
		for i := range d {
			d[i] = -1
		}
		d[s] = 0
		queue = append(queue[:0], int32(s))
		for h := 0; h < len(queue); h++ {
			v := queue[h]
			for e := p.net.off[v]; e < p.net.off[v+1]; e++ {
				u := p.net.to[e]
				if d[u] < 0 {
					d[u] = d[v] + 1
					row[u] = row[v] + length[e]
					queue = append(queue, u)
				}
			}
		}
	}
	// the shortest way by hops need not be the same both ways
	for i := range n {
		for j := range i {
			mean := (far[i*n+j] + far[j*n+i]) / 2
			far[i*n+j], far[j*n+i] = mean, mean
		}
	}
	return far, hops
}

// below counts the neighbours of i that are smaller than i.
func (p *picture) below(i int32) int32 {
	to, _ := p.net.near(i)
	count := int32(0)
	for _, j := range to {
		if j < i {
			count++
		}
	}
	return count
}

// at is where the edge from i to j stands in the flat arrays. It must exist.
func (g *network) at(i, j int32) int {
	lo, hi := int(g.off[i]), int(g.off[i+1])
	for lo < hi {
		mid := (lo + hi) / 2
		if g.to[mid] < j {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// held reports whether node i must not move.
func (p *picture) held(i int32) bool { return p.fixed != nil && p.fixed[i] }

// frame is the box round all boxes.
func (p *picture) frame() (minX, maxX, minY, maxY float64) {
	minX, maxX = math.Inf(1), math.Inf(-1)
	minY, maxY = minX, maxX
	for i := range p.x {
		minX, maxX = min(minX, p.x[i]-p.halfW[i]), max(maxX, p.x[i]+p.halfW[i])
		minY, maxY = min(minY, p.y[i]-p.halfH[i]), max(maxY, p.y[i]+p.halfH[i])
	}
	return minX, maxX, minY, maxY
}

// centre moves the part so that its frame lies round 0, 0.
func (p *picture) centre() {
	minX, maxX, minY, maxY := p.frame()
	midX, midY := (minX+maxX)/2, (minY+maxY)/2
	for i := range p.x {
		p.x[i] -= midX
		p.y[i] -= midY
	}
}

// turn brings the long axis of the part along the long side of a picture of
// the given aspect, and stretches the places, not the shapes, towards its
// proportions, at most stretchMost times.
func (p *picture) turn(aspect float64) {
	n := len(p.x)
	if n < 2 {
		return
	}
	c, s := p.axis()
	if aspect > 0 && aspect < 1 {
		c, s = -s, c
	}
	for i := range p.x {
		x, y := p.x[i], p.y[i]
		p.x[i] = float64(c*x) + float64(s*y)
		p.y[i] = float64(c*y) - float64(s*x)
	}
	if !(aspect > 0) {
		return
	}
	minX, maxX, minY, maxY := bounds(p.x, p.y)
	wide, high := max(maxX-minX, 1), max(maxY-minY, 1)
	by := math.Sqrt(min(max(aspect*high/wide, 1/stretchMost), stretchMost))
	for i := range p.x {
		p.x[i] *= by
		p.y[i] /= by
	}
}

const stretchMost = 1.8

// axis is the direction in which the places differ most.
func (p *picture) axis() (c, s float64) {
	xx, xy, yy := p.moments()
	half := (xx - yy) / 2
	root := math.Sqrt(float64(half*half) + float64(xy*xy))
	if !(root > 0) {
		return 1, 0
	}
	// the eigenvector of the larger eigenvalue, written without a difference
	// of near numbers
	if half > 0 {
		c, s = half+root, xy
	} else {
		c, s = xy, root-half
	}
	length := math.Sqrt(float64(c*c) + float64(s*s))
	if !(length > 0) {
		return 1, 0
	}
	if c < 0 {
		c, s = -c, -s
	}
	return c / length, s / length
}

// moments are the mean squares and the mean product of the places, taken from
// their middle.
func (p *picture) moments() (xx, xy, yy float64) {
	n := float64(len(p.x))
	mx, my := 0.0, 0.0
	for i := range p.x {
		mx += p.x[i]
		my += p.y[i]
	}
	mx /= n
	my /= n
	for i := range p.x {
		dx, dy := p.x[i]-mx, p.y[i]-my
		xx += float64(dx * dx)
		xy += float64(dx * dy)
		yy += float64(dy * dy)
	}
	return xx / n, xy / n, yy / n
}
