package force

import (
	"math"
	"slices"

	"byline/graphmodel/layout"
)

// network is a graph as flat arrays: the neighbours of node i, in ascending
// order, are to[off[i]:off[i+1]], and weight holds the pull of each. Loops are
// left out and the edges of a pair are one, so that both ends list each other
// exactly once.
type network struct {
	off    []int32
	to     []int32
	weight []float64
}

// Bounds of a pull. A pair named together in fifty articles must not end as
// one blot, and the faintest link still counts.
const (
	weakest   = 0.05
	strongest = 4.0
)

type arc struct {
	from, to int32
	weight   float64
}

// newNetwork reads the edges of a problem with n nodes. Loops and edges to
// nodes that do not exist are dropped; a weight that is no positive number
// counts as 1.
func newNetwork(n int, edges []layout.Edge) *network {
	arcs := make([]arc, 0, 2*len(edges))
	for _, e := range edges {
		if e.From == e.To || e.From < 0 || e.To < 0 || e.From >= n || e.To >= n {
			continue
		}
		w := e.Weight
		if !(w > 0) || math.IsInf(w, 0) {
			w = 1
		}
		arcs = append(arcs, arc{int32(e.From), int32(e.To), w}, arc{int32(e.To), int32(e.From), w})
	}
	return networkOf(n, arcs)
}

// networkOf builds a network from arcs that hold both directions of each edge.
// It sorts by counting, twice, which is stable and linear.
func networkOf(n int, arcs []arc) *network {
	arcs = byEnd(n, arcs, func(a arc) int32 { return a.to })
	arcs = byEnd(n, arcs, func(a arc) int32 { return a.from })
	g := &network{off: make([]int32, n+1), to: make([]int32, 0, len(arcs)), weight: make([]float64, 0, len(arcs))}
	last := arc{from: -1}
	for _, a := range arcs {
		if a.from == last.from && a.to == last.to {
			g.weight[len(g.weight)-1] += a.weight
			continue
		}
		last = a
		g.to = append(g.to, a.to)
		g.weight = append(g.weight, a.weight)
		g.off[a.from+1]++
	}
	for i := range n {
		g.off[i+1] += g.off[i]
	}
	for i, w := range g.weight {
		g.weight[i] = min(max(w, weakest), strongest)
	}
	return g
}

func byEnd(n int, arcs []arc, end func(arc) int32) []arc {
	at := make([]int32, n+1)
	for _, a := range arcs {
		at[end(a)+1]++
	}
	for i := range n {
		at[i+1] += at[i]
	}
	out := make([]arc, len(arcs))
	for _, a := range arcs {
		k := end(a)
		out[at[k]] = a
		at[k]++
	}
	return out
}

func (g *network) size() int          { return len(g.off) - 1 }
func (g *network) degree(i int32) int { return int(g.off[i+1] - g.off[i]) }

// near returns the neighbours of i and the pull of each.
func (g *network) near(i int32) ([]int32, []float64) {
	return g.to[g.off[i]:g.off[i+1]], g.weight[g.off[i]:g.off[i+1]]
}

// components returns the nodes of each connected part, the largest part first,
// ties by the smallest node; the nodes of a part ascend.
func (g *network) components() [][]int32 {
	n := g.size()
	seen := make([]bool, n)
	var parts [][]int32
	queue := make([]int32, 0, n)
	for s := range int32(n) {
		if seen[s] {
			continue
		}
		seen[s] = true
		queue = append(queue[:0], s)
		for h := 0; h < len(queue); h++ {
			to, _ := g.near(queue[h])
			for _, v := range to {
				if !seen[v] {
					seen[v] = true
					queue = append(queue, v)
				}
			}
		}
		part := slices.Clone(queue)
		slices.Sort(part)
		parts = append(parts, part)
	}
	slices.SortStableFunc(parts, func(a, b []int32) int { return len(b) - len(a) })
	return parts
}

// only returns the network of the given nodes, renumbered in their order.
// Edges that leave them are dropped.
func (g *network) only(nodes []int32) *network {
	if len(nodes) == g.size() {
		return g
	}
	number := make(map[int32]int32, len(nodes))
	for k, v := range nodes {
		number[v] = int32(k)
	}
	sub := &network{off: make([]int32, len(nodes)+1)}
	for k, v := range nodes {
		to, weight := g.near(v)
		for e, u := range to {
			if m, ok := number[u]; ok {
				sub.to = append(sub.to, m)
				sub.weight = append(sub.weight, weight[e])
			}
		}
		sub.off[k+1] = int32(len(sub.to))
	}
	return sub
}

// hops fills dist with the number of edges from s to every node, -1 where
// there is no way. queue is room to work in.
func (g *network) hops(s int32, dist []int32, queue []int32) []int32 {
	for i := range dist {
		dist[i] = -1
	}
	dist[s] = 0
	queue = append(queue[:0], s)
	for h := 0; h < len(queue); h++ {
		v := queue[h]
		for _, u := range g.to[g.off[v]:g.off[v+1]] {
			if dist[u] < 0 {
				dist[u] = dist[v] + 1
				queue = append(queue, u)
			}
		}
	}
	return queue
}

// link is an edge as a pair, the smaller node first.
type link struct {
	a, b   int32
	weight float64
}

// links lists every edge once.
func (g *network) links() []link {
	all := make([]link, 0, len(g.to)/2)
	for i := range int32(g.size()) {
		to, weight := g.near(i)
		for e, j := range to {
			if i < j {
				all = append(all, link{i, j, weight[e]})
			}
		}
	}
	return all
}
