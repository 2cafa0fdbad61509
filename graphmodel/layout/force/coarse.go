package force

import "math"

// level is one network of a stack, the finest first. parent names for each
// node the node of the next, coarser level that stands for it.
type level struct {
	net    *network
	mass   []float64
	parent []int32
}

const (
	groupMost = 6   // nodes that one coarse node stands for, at most
	coarsest  = 120 // nodes at which the stack ends
	stalled   = 0.9 // and it ends where a level is not smaller than this share
)

// coarsen builds the stack over a connected network.
func coarsen(net *network, r *random) []level {
	mass := make([]float64, net.size())
	for i := range mass {
		mass[i] = 1
	}
	stack := []level{{net: net, mass: mass}}
	for {
		fine := &stack[len(stack)-1]
		n := fine.net.size()
		if n <= coarsest {
			return stack
		}
		parent, count := group(fine, r)
		if float64(count) > stalled*float64(n) {
			return stack
		}
		fine.parent = parent
		stack = append(stack, merge(fine, count))
	}
}

// grouping says which group each node is in so far.
type grouping struct {
	fine   *level
	parent []int32   // a node: its group, -1 for none
	held   []int32   // a group: how many nodes
	weight []float64 // a group: their mass
	alone  []int32   // a hub: the group of its leaves that found it full, or -1
}

// group joins nodes: from the lightest on, each that is still alone joins the
// neighbour it is tied to best for its mass, so leaves go to their hub. A hub
// fills one group and leaves over it become further groups of their own.
func group(fine *level, r *random) (parent []int32, count int) {
	n := fine.net.size()
	g := &grouping{
		fine: fine, parent: make([]int32, n), alone: make([]int32, n),
		held: make([]int32, 0, n), weight: make([]float64, 0, n),
	}
	for i := range n {
		g.parent[i], g.alone[i] = -1, -1
	}
	for _, i := range byDegree(fine.net, r) {
		if g.parent[i] < 0 {
			g.join(i, g.home(i, g.best(i)))
		}
	}
	return g.parent, len(g.held)
}

// best returns the neighbour that node i should join, -1 where all are full.
func (g *grouping) best(i int32) int32 {
	to, pull := g.fine.net.near(i)
	best, score := int32(-1), 0.0
	for e, j := range to {
		m := g.fine.mass[j]
		if p := g.parent[j]; p >= 0 {
			if g.held[p] >= groupMost {
				continue
			}
			m = g.weight[p]
		}
		if s := pull[e] / math.Sqrt(m); s > score {
			best, score = j, s
		}
	}
	return best
}

// home returns the group for node i, whose best neighbour is given: that
// one's, or a new one that it joins too.
func (g *grouping) home(i, best int32) int32 {
	if best >= 0 {
		if g.parent[best] < 0 {
			g.join(best, g.open())
		}
		return g.parent[best]
	}
	to, _ := g.fine.net.near(i)
	if len(to) != 1 {
		return g.open()
	}
	hub := to[0]
	if g.alone[hub] < 0 || g.held[g.alone[hub]] >= groupMost {
		g.alone[hub] = g.open()
	}
	return g.alone[hub]
}

func (g *grouping) open() int32 {
	g.held = append(g.held, 0)
	g.weight = append(g.weight, 0)
	return int32(len(g.held) - 1)
}

func (g *grouping) join(i, into int32) {
	g.parent[i] = into
	g.held[into]++
	g.weight[into] += g.fine.mass[i]
}

// byDegree lists the nodes by degree, those of one degree in random order.
func byDegree(net *network, r *random) []int32 {
	n := net.size()
	list := make([]int32, n)
	for i := range list {
		list[i] = int32(i)
	}
	shuffle(r, list)
	at := make([]int32, n+2)
	for i := range int32(n) {
		at[net.degree(i)+1]++
	}
	for k := range n + 1 {
		at[k+1] += at[k]
	}
	sorted := make([]int32, n)
	for _, i := range list {
		d := net.degree(i)
		sorted[at[d]] = i
		at[d]++
	}
	return sorted
}

func merge(fine *level, count int) level {
	arcs := make([]arc, 0, len(fine.net.to))
	mass := make([]float64, count)
	for i := range int32(fine.net.size()) {
		p := fine.parent[i]
		mass[p] += fine.mass[i]
		to, pull := fine.net.near(i)
		for e, j := range to {
			if q := fine.parent[j]; q != p {
				arcs = append(arcs, arc{p, q, pull[e]})
			}
		}
	}
	return level{net: networkOf(count, arcs), mass: mass}
}
