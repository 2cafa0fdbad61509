package force

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// Constants of the force, in its own unit of length. The force is that of
// Zhong, Xue, Zhang, Zhang, Ban, Deussen and Wang, Force-directed graph
// layouts revisited: a new force based on the t-distribution (2023): a push of
// d / (1+d²)², bounded when two nodes meet, gone like d⁻³ when they part, and a
// pull of alpha d + beta d / (1+d²) along links.
const (
	theta     = 1.4 // a cell that looks smaller counts as one body
	momentum  = 0.8
	warmth    = 1.2  // heat at the start of a level, as a share of a full step
	keepOrder = 4    // steps between two sortings of the tree
	together  = 2000 // nodes from which a step runs on several processors
)

// pull is how links pull.
type pull struct {
	far  float64 // alpha: grows with the distance
	near float64 // beta: counts between near ends
}

// The paper's alpha 0.1 and beta 8, closePull, draw clusters together too far
// for names to be read. Measured on news graphs, usualPull keeps more of the
// neighbourhoods at less stress.
var (
	usualPull = pull{far: 0.2, near: 1.5}
	closePull = pull{far: 0.1, near: 8}
)

// swarm moves the nodes of one network by that force. Each step divides a
// node's force by its own stiffness, so a hub does not swing, and multiplies
// by a heat that falls to nothing.
type swarm struct {
	net    *network
	pull   pull
	mass   []float64
	x, y   []float64
	vx, vy []float64
	nx, ny []float64
	fixed  []bool // nil, or nodes that do not move
	tree   *tree
	step   int
	steps  int
	heat   float64
	hands  [][]body
}

func newSwarm(net *network, mass, x, y []float64, steps int, heat float64) *swarm {
	n := net.size()
	return &swarm{
		net: net, pull: usualPull, mass: mass, x: x, y: y, steps: steps, heat: heat,
		vx: make([]float64, n), vy: make([]float64, n), nx: make([]float64, n), ny: make([]float64, n),
		tree: newTree(n),
	}
}

// advance does one step and says whether more remain.
func (s *swarm) advance() bool {
	if s.step >= s.steps {
		return false
	}
	if s.step%keepOrder == 0 {
		s.tree.sort(s.x, s.y)
	}
	s.tree.fill(s.x, s.y, s.mass)
	left := 1 - float64(s.step)/float64(s.steps)
	heat := s.heat * left
	s.hand(func(lo, hi int, list []body) []body {
		for l := lo; l < hi; l++ {
			list = s.tree.pushers(l, theta, list[:0])
			s.moveLeaf(l, heat, list)
		}
		return list
	})
	s.x, s.nx = s.nx, s.x
	s.y, s.ny = s.ny, s.y
	s.step++
	return s.step < s.steps
}

// hand runs work over all leaves, on several processors where it pays. Each
// leaf is done whole by one of them, and writes only its own nodes, so their
// number changes nothing in the result.
func (s *swarm) hand(work func(lo, hi int, list []body) []body) {
	leaves := s.tree.leaves()
	count := 1
	if len(s.x) >= together {
		count = min(runtime.GOMAXPROCS(0), 8)
	}
	for len(s.hands) < count {
		s.hands = append(s.hands, make([]body, 0, 512))
	}
	if count == 1 {
		s.hands[0] = work(0, leaves, s.hands[0])
		return
	}
	const piece = 16
	var next atomic.Int64
	var wait sync.WaitGroup
	for h := range count {
		wait.Go(func() {
			list := s.hands[h]
			for {
				lo := int(next.Add(piece)) - piece
				if lo >= leaves {
					break
				}
				list = work(lo, min(lo+piece, leaves), list)
			}
			s.hands[h] = list
		})
	}
	wait.Wait()
}

func (s *swarm) moveLeaf(l int, heat float64, list []body) {
	t := s.tree
	for k := l * leafSize; k < min(l*leafSize+leafSize, len(t.x)); k++ {
		i := t.order[k]
		x, y := t.x[k], t.y[k]
		if s.fixed != nil && s.fixed[i] {
			s.nx[i], s.ny[i] = x, y
			continue
		}
		fx, fy, stiff := push(x, y, list)
		to, weight := s.net.near(i)
		for e, j := range to {
			dx, dy := s.x[j]-x, s.y[j]-y
			w := weight[e] * (s.pull.far + s.pull.near/(1+float64(dx*dx)+float64(dy*dy)))
			fx += float64(w * dx)
			fy += float64(w * dy)
			stiff += w
		}
		vx := float64(momentum*s.vx[i]) + float64(heat*fx)/stiff
		vy := float64(momentum*s.vy[i]) + float64(heat*fy)/stiff
		if far := float64(vx*vx) + float64(vy*vy); far > longest*longest {
			shorter := longest / math.Sqrt(far)
			vx *= shorter
			vy *= shorter
		}
		s.vx[i], s.vy[i] = vx, vy
		s.nx[i], s.ny[i] = x+vx, y+vy
	}
}

// longest is the farthest a node goes in one step.
const longest = 4.0

// push sums the push of all bodies at (x, y), and how stiff it is. Two bodies
// share one division, which is the slowest part.
func push(x, y float64, list []body) (fx, fy, stiff float64) {
	k := 0
	for ; k+1 < len(list); k += 2 {
		a, b := &list[k], &list[k+1]
		ax, ay := x-a.x, y-a.y
		bx, by := x-b.x, y-b.y
		p := 1 + float64(ax*ax) + float64(ay*ay)
		q := 1 + float64(bx*bx) + float64(by*by)
		p *= p
		q *= q
		d := 1 / (p * q)
		wa := a.mass * q * d
		wb := b.mass * p * d
		fx += float64(wa*ax) + float64(wb*bx)
		fy += float64(wa*ay) + float64(wb*by)
		stiff += wa + wb
	}
	if k < len(list) {
		a := &list[k]
		ax, ay := x-a.x, y-a.y
		p := 1 + float64(ax*ax) + float64(ay*ay)
		w := a.mass / (p * p)
		fx += float64(w * ax)
		fy += float64(w * ay)
		stiff += w
	}
	return fx, fy, stiff
}
