package scene

// smallestGroup is the fewest things of a group whose first one is named on a
// map.
const smallestGroup = 12

// nameGroups marks the first thing, in the order of names, of each large group
// of the lines drawn, so that a map has a name in every part.
func (m *Model) nameGroups() {
	var ties []tie
	for i := range m.pairs {
		if p := &m.pairs[i]; p.drawn {
			ties = append(ties, tie{p.a, p.b, p.weight})
		}
	}
	group := groupsOf(len(m.nodes), ties)
	size := make([]int, len(m.nodes))
	for i := range m.nodes {
		if m.nodes[i].shown {
			size[group[i]]++
		}
	}
	for _, i := range m.order {
		if g := group[i]; m.nodes[i].shown && size[g] >= smallestGroup {
			m.nodes[i].group = true
			m.firsts = append(m.firsts, i)
			size[g] = 0
		}
	}
}

// tie is a weighted line between two nodes of a network.
type tie struct {
	a, b   int
	weight float64
}

// groupsOf gives the group of each of n nodes by the method of Louvain
// (Blondel, Guillaume, Lambiotte, Lefebvre: "Fast unfolding of communities in
// large networks", 2008). Nodes are visited in their order, so that the same
// ties give the same groups.
func groupsOf(n int, ties []tie) []int {
	group := make([]int, n)
	for i := range group {
		group[i] = i
	}
	for {
		net := newNetwork(n, ties)
		if !net.settle() {
			return group
		}
		n = net.renumber()
		for i, g := range group {
			group[i] = net.group[g]
		}
		joined := make([]tie, len(ties))
		for i, t := range ties {
			joined[i] = tie{net.group[t.a], net.group[t.b], t.weight}
		}
		ties = joined
	}
}

// network is one level of the method: nodes that move between groups.
type network struct {
	ties   []tie
	of     [][]int   // ties of each node, without those to itself
	degree []float64 // of each node
	sum    []float64 // of the degrees in each group
	all    float64   // of all degrees
	group  []int
	to     []float64 // weight from the node at hand to each group
	near   []int     // the groups with such a weight
}

func newNetwork(n int, ties []tie) *network {
	w := &network{ties: ties, of: make([][]int, n), degree: make([]float64, n), group: make([]int, n), to: make([]float64, n)}
	for i, t := range ties {
		w.degree[t.a] += t.weight
		w.degree[t.b] += t.weight
		w.all += 2 * t.weight
		if t.a != t.b {
			w.of[t.a] = append(w.of[t.a], i)
			w.of[t.b] = append(w.of[t.b], i)
		}
	}
	w.sum = append(w.sum, w.degree...)
	for i := range w.group {
		w.group[i] = i
	}
	return w
}

// settle moves nodes until none gains by it, and reports whether any moved.
func (w *network) settle() bool {
	const mostRounds = 30 // gains shrink from round to round
	any := false
	for range mostRounds {
		moved := false
		for i := range w.group {
			moved = w.move(i) || moved
		}
		if !moved {
			break
		}
		any = true
	}
	return any
}

// move puts a node into the group next to it that gains most.
func (w *network) move(i int) bool {
	const least = 1e-9 // a gain that is not rounding
	own := w.group[i]
	w.near = w.near[:0]
	for _, k := range w.of[i] {
		t := w.ties[k]
		g := w.group[t.a+t.b-i]
		if w.to[g] == 0 {
			w.near = append(w.near, g)
		}
		w.to[g] += t.weight
	}
	w.sum[own] -= w.degree[i]
	gain := func(g int) float64 { return w.to[g] - w.degree[i]*w.sum[g]/w.all }
	best, most := own, 0.0
	if len(w.near) > 0 {
		most = gain(own)
	}
	for _, g := range w.near {
		if v := gain(g); v > most+least {
			best, most = g, v
		}
	}
	w.sum[best] += w.degree[i]
	w.group[i] = best
	for _, g := range w.near {
		w.to[g] = 0
	}
	return best != own
}

// renumber counts the groups that are left from 0, in the order of their
// nodes, and says how many there are.
func (w *network) renumber() int {
	names := map[int]int{}
	for i, g := range w.group {
		if _, ok := names[g]; !ok {
			names[g] = len(names)
		}
		w.group[i] = names[g]
	}
	return len(names)
}
