package force

import (
	"math"

	"byline/graphmodel/layout"
)

// Going on from given places. What has a place keeps it: new things settle
// round it, and a thing with a place gives way only where boxes meet, and
// then little. Pinned things do not move at all.

// oldEase is how readily a thing that had its place gives way to a new one.
const oldEase = 0.1

// settled says which nodes have a place to keep.
func (f *Force) settled() []bool {
	p := f.problem
	n := len(p.Boxes)
	if len(p.Start) != n {
		return nil
	}
	keep := make([]bool, n)
	some := false
	for i, at := range p.Start {
		isNew := i < len(p.New) && p.New[i]
		keep[i] = finite(at.X) && finite(at.Y) && (!isNew || f.pinned(int32(i)))
		some = some || keep[i]
	}
	if !some {
		return nil
	}
	return keep
}

func finite(v float64) bool { return !math.IsNaN(v) && math.Abs(v) < 1e12 }

func (f *Force) pinned(i int32) bool {
	return int(i) < len(f.problem.Pinned) && f.problem.Pinned[i]
}

// goOn plans a layout that starts from the places in keep.
func (f *Force) goOn(keep []bool) {
	f.nodesOf = f.net.components()
	away := make([]bool, len(f.nodesOf)) // parts without any old place
	for k, nodes := range f.nodesOf {
		p := newPicture(f.net.only(nodes), f.problem.Boxes, nodes)
		f.parts = append(f.parts, p)
		p.fixed = make([]bool, len(nodes))
		old := 0
		for m, i := range nodes {
			if keep[i] {
				p.fixed[m] = true
				p.x[m], p.y[m] = f.problem.Start[i].X, f.problem.Start[i].Y
				old++
			}
		}
		switch {
		case old == 0:
			p.fixed = nil
			away[k] = true
			f.plan(k)
		case old < len(nodes):
			f.sprout(k, old)
		}
	}
	f.publish()
	f.pack(away)
	f.giveWay(keep)
}

// giveWay plans the last phase: boxes apart in the whole graph, pinned things
// fast, old ones stiff.
func (f *Force) giveWay(keep []bool) {
	var a *apart
	f.todo = append(f.todo, stage{cost: float64(len(keep)) / 200, advance: func() bool {
		if a == nil {
			a = f.whole(keep)
		}
		more := a.advance()
		for i := range f.at {
			f.at[i] = layout.Point{X: a.x[i], Y: a.y[i]}
		}
		return more
	}})
}

func (f *Force) whole(keep []bool) *apart {
	n := len(f.at)
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	p := newPicture(f.net, f.problem.Boxes, all)
	p.fixed = make([]bool, n)
	a := newApart(p)
	a.spread = 1
	a.anchor = make([]float64, n)
	for i := range n {
		p.x[i], p.y[i] = f.at[i].X, f.at[i].Y
		p.fixed[i] = f.pinned(int32(i)) && keep[i]
		a.anchor[i] = 1
		if keep[i] {
			a.anchor[i] = oldEase
		}
	}
	// links that were short before stay so: only those of new things are
	// brought to their gap
	fresh := p.links[:0:0]
	for _, l := range p.links {
		if !keep[l.a] || !keep[l.b] {
			fresh = append(fresh, l)
		}
	}
	p.links = fresh
	return a
}

// sprout plans the places of the new nodes of part k, of which old nodes have
// a place.
func (f *Force) sprout(k, old int) {
	p := f.parts[k]
	seed := f.problem.Seed + 2
	n := float64(len(p.x))
	if len(p.x) > smallMost {
		var s *swarm
		f.todo = append(f.todo, stage{cost: n / 40, advance: func() bool {
			if s == nil {
				s = f.seedlings(k, old, seed)
				return true
			}
			if s.advance() {
				return true
			}
			p.takeBack(s, restEdge)
			f.publishPart(k)
			return false
		}})
		return
	}
	var job *polish
	f.todo = append(f.todo, stage{cost: n * n / 1000, advance: func() bool {
		if job == nil {
			job = f.sproutSmall(p, old, seed)
			return true
		}
		if job.advance() {
			return true
		}
		f.publishPart(k)
		return false
	}})
}

// sproutSmall gives the new nodes of a small part first places and prepares
// the search for better ones.
func (f *Force) sproutSmall(p *picture, old int, seed uint64) *polish {
	aspect := f.problem.Aspect
	r := random(seed)
	if 2*old < len(p.x) {
		p.aroundFixed(aspect, &r)
	} else {
		p.besideFixed(&r)
	}
	c := newCanvas(p, aspect)
	c.frameRound()
	return newPolish(c, 1.2*math.Sqrt(p.room()), r.next())
}

// frameRound lays the frame round what is there, so that new nodes are drawn
// neither to 0, 0 nor into a corner.
func (c *canvas) frameRound() {
	minX, maxX, minY, maxY := c.frame()
	c.middleX, c.middleY = (minX+maxX)/2, (minY+maxY)/2
	c.frameX = max(c.frameX, (maxX-minX)/2)
	c.frameY = max(c.frameY, (maxY-minY)/2)
}

// besideFixed puts each new node beside the neighbours that have a place,
// those nearest to an old node first.
func (p *picture) besideFixed(r *random) {
	n := len(p.x)
	placed := make([]bool, n)
	copy(placed, p.fixed)
	queue := make([]int32, 0, n)
	for i := range int32(n) {
		if placed[i] {
			queue = append(queue, i)
		}
	}
	for h := 0; h < len(queue); h++ {
		to, _ := p.net.near(queue[h])
		for _, j := range to {
			if !placed[j] {
				p.beside(j, placed, r)
				placed[j] = true
				queue = append(queue, j)
			}
		}
	}
}

// beside puts node i at the middle of its placed neighbours, or, if it has
// one only, at the far side of it from where that one's lines go.
func (p *picture) beside(i int32, placed []bool, r *random) {
	to, _ := p.net.near(i)
	sumX, sumY, count := 0.0, 0.0, 0.0
	only := int32(0)
	for _, j := range to {
		if placed[j] {
			sumX += p.x[j]
			sumY += p.y[j]
			count++
			only = j
		}
	}
	noise := leastEdge / 3
	p.x[i] = sumX/count + noise*r.signed()
	p.y[i] = sumY/count + noise*r.signed()
	if count > 1 {
		return
	}
	dx, dy := 0.3*r.signed(), 0.3*r.signed()
	near, _ := p.net.near(only)
	for _, j := range near {
		if j != i && placed[j] {
			ax, ay := p.x[only]-p.x[j], p.y[only]-p.y[j]
			d := math.Sqrt(float64(ax*ax)+float64(ay*ay)) + 1e-9
			dx += ax / d
			dy += ay / d
		}
	}
	d := math.Sqrt(float64(dx*dx)+float64(dy*dy)) + 1e-9
	p.x[i] = p.x[only] + float64(1.1*leastEdge*dx)/d + noise*r.signed()
	p.y[i] = p.y[only] + float64(1.1*leastEdge*dy)/d + noise*r.signed()
}

// aroundFixed lays the part out afresh, brings that over the places that are
// kept, and lets the rest settle round them.
func (p *picture) aroundFixed(aspect float64, r *random) {
	keptX, keptY := append([]float64(nil), p.x...), append([]float64(nil), p.y...)
	job := &smallJob{picture: p, aspect: aspect, random: random(r.next())}
	job.canvas = newCanvas(p, aspect)
	first := job.begin()
	p.over(keptX, keptY, first.x, first.y)
	s := newSpread(first.x, first.y, job.canvas.far, r.next())
	s.fixed = p.fixed
	s.rate *= 0.05
	for s.advance() {
	}
	copy(p.x, s.x)
	copy(p.y, s.y)
}

// over turns and moves the layout (x, y) so that its fixed nodes come near
// their kept places, and puts them there.
func (p *picture) over(keptX, keptY, x, y []float64) {
	var kx, ky, ox, oy, n float64
	for i := range x {
		if p.fixed[i] {
			kx, ky = kx+keptX[i], ky+keptY[i]
			ox, oy = ox+x[i], oy+y[i]
			n++
		}
	}
	kx, ky, ox, oy = kx/n, ky/n, ox/n, oy/n
	var a, b, mirrorA, mirrorB float64
	for i := range x {
		if p.fixed[i] {
			px, py, qx, qy := x[i]-ox, y[i]-oy, keptX[i]-kx, keptY[i]-ky
			a += float64(px*qx) + float64(py*qy)
			b += float64(px*qy) - float64(py*qx)
			mirrorA += float64(px*qx) - float64(py*qy)
			mirrorB += float64(px*qy) + float64(py*qx)
		}
	}
	flip := 1.0
	if float64(mirrorA*mirrorA)+float64(mirrorB*mirrorB) > float64(a*a)+float64(b*b) {
		flip, a, b = -1, mirrorA, mirrorB
	}
	if d := math.Sqrt(float64(a*a) + float64(b*b)); d > 0 {
		a, b = a/d, b/d
	} else {
		a, b = 1, 0
	}
	for i := range x {
		px, py := x[i]-ox, flip*(y[i]-oy)
		x[i] = kx + float64(a*px) - float64(b*py)
		y[i] = ky + float64(b*px) + float64(a*py)
		if p.fixed[i] {
			x[i], y[i] = keptX[i], keptY[i]
		}
	}
}

// seedlings prepares the force for the new nodes of a large part, the old
// ones held.
func (f *Force) seedlings(k, old int, seed uint64) *swarm {
	p := f.parts[k]
	r := random(seed)
	if 2*old < len(p.x) {
		x, y := append([]float64(nil), p.x...), append([]float64(nil), p.y...)
		d := newDescent(p.net, f.pull, seed)
		for d.advance() {
		}
		copy(p.x, d.swarm.x)
		copy(p.y, d.swarm.y)
		p.scale()
		p.over(x, y, p.x, p.y)
	} else {
		p.besideFixed(&r)
	}
	unit := p.meanEdge() / restEdge
	n := len(p.x)
	mass, x, y := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range mass {
		mass[i] = 1
		x[i], y[i] = p.x[i]/unit, p.y[i]/unit
	}
	s := newSwarm(p.net, mass, x, y, 40, 0.5)
	s.fixed, s.pull = p.fixed, f.pull
	return s
}

// takeBack takes the places of the nodes that may move over from s.
func (p *picture) takeBack(s *swarm, edge float64) {
	unit := p.meanEdge() / edge
	for i := range p.x {
		if !p.held(int32(i)) {
			p.x[i], p.y[i] = s.x[i]*unit, s.y[i]*unit
		}
	}
}

// meanEdge is the mean length of the links, or the least one where there is
// nothing to measure.
func (p *picture) meanEdge() float64 {
	sum := 0.0
	for _, l := range p.links {
		dx, dy := p.x[l.a]-p.x[l.b], p.y[l.a]-p.y[l.b]
		sum += math.Sqrt(float64(dx*dx) + float64(dy*dy))
	}
	if !(sum > 0) {
		return leastEdge
	}
	return sum / float64(len(p.links))
}
