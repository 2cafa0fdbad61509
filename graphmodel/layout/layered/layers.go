package layered

import (
	"slices"

	"byline/graphmodel/layout"
)

// targets lists whom each node does something to, ascending, each once.
func targets(n int, edges []layout.Edge) [][]int {
	to := make([][]int, n)
	for _, e := range edges {
		if e.From != e.To && min(e.From, e.To) >= 0 && max(e.From, e.To) < n {
			to[e.From] = append(to[e.From], e.To)
		}
	}
	for i := range to {
		slices.Sort(to[i])
		to[i] = slices.Compact(to[i])
	}
	return to
}

// layersOf gives each node its layer: one after the last of those that do
// something to it. A node that nothing is done to stands just before the
// first it does something to.
func layersOf(n int, to, near [][]int) []int {
	order := greedy(n, to)
	place := make([]int, n)
	for k, i := range order {
		place[i] = k
	}
	layer := make([]int, n)
	first := make([]int, n) // the least layer of those it does something to
	hasIn := make([]bool, n)
	for _, i := range order {
		for _, j := range near[i] {
			if place[j] < place[i] {
				layer[i] = max(layer[i], layer[j]+1)
				hasIn[i] = true
			}
		}
	}
	for i := range n {
		first[i] = -1
		for _, j := range near[i] {
			if first[i] < 0 || layer[j] < first[i] {
				first[i] = layer[j]
			}
		}
	}
	for i := range n {
		if !hasIn[i] && first[i] > 0 {
			layer[i] = first[i] - 1
		}
	}
	return layer
}

// greedy orders the nodes so that few links run backwards (Eades, Lin and
// Smyth, A fast and effective heuristic for the feedback arc set problem,
// 1993): who only does comes first, to whom things are only done last, and in
// between whoever does most for what is done to it.
func greedy(n int, to [][]int) []int {
	g := &remaining{to: to, from: make([][]int, n), out: make([]int, n), in: make([]int, n), taken: make([]bool, n)}
	for i, list := range to {
		g.out[i] = len(list)
		for _, j := range list {
			g.from[j] = append(g.from[j], i)
			g.in[j]++
		}
	}
	for i := range n {
		g.look(i)
	}
	g.byExcess = make([][]int, 2*n+1)
	for i := range n {
		g.file(i)
	}
	var head, tail []int
	for len(head)+len(tail) < n {
		switch {
		case len(g.sinks) > 0:
			tail = g.take(&g.sinks, tail)
		case len(g.sources) > 0:
			head = g.take(&g.sources, head)
		default:
			head = g.takeExcess(head)
		}
	}
	slices.Reverse(tail)
	return append(head, tail...)
}

// remaining is the part of the graph that has no place in the order yet. The
// lists may hold nodes that were taken or filed again since.
type remaining struct {
	to, from       [][]int
	out, in        []int
	taken          []bool
	sinks, sources []int
	byExcess       [][]int // nodes by n + out - in
	highest        int
}

func (g *remaining) look(i int) {
	switch {
	case g.taken[i]:
	case g.out[i] == 0:
		g.sinks = append(g.sinks, i)
	case g.in[i] == 0:
		g.sources = append(g.sources, i)
	}
}

func (g *remaining) file(i int) {
	k := len(g.to) + g.out[i] - g.in[i]
	g.byExcess[k] = append(g.byExcess[k], i)
	g.highest = max(g.highest, k)
}

func (g *remaining) take(list *[]int, into []int) []int {
	i := (*list)[0]
	*list = (*list)[1:]
	if g.taken[i] {
		return into
	}
	g.remove(i)
	return append(into, i)
}

func (g *remaining) takeExcess(into []int) []int {
	for ; ; g.highest-- {
		for list := g.byExcess[g.highest]; len(list) > 0; list = g.byExcess[g.highest] {
			i := list[0]
			g.byExcess[g.highest] = list[1:]
			if !g.taken[i] && g.highest == len(g.to)+g.out[i]-g.in[i] {
				g.remove(i)
				return append(into, i)
			}
		}
	}
}

func (g *remaining) remove(i int) {
	g.taken[i] = true
	for _, j := range g.to[i] {
		if !g.taken[j] {
			g.in[j]--
			g.look(j)
			g.file(j)
		}
	}
	for _, j := range g.from[i] {
		if !g.taken[j] {
			g.out[j]--
			g.look(j)
			g.file(j)
		}
	}
}
