package layout

import "slices"

// Neighbours lists the nodes that each of n nodes is linked to, ascending,
// each once. Loops and edges to nodes that do not exist are passed over.
func Neighbours(n int, edges []Edge) [][]int {
	near := make([][]int, n)
	for _, e := range edges {
		if e.From == e.To || min(e.From, e.To) < 0 || max(e.From, e.To) >= n {
			continue
		}
		near[e.From] = append(near[e.From], e.To)
		near[e.To] = append(near[e.To], e.From)
	}
	for i := range near {
		slices.Sort(near[i])
		near[i] = slices.Compact(near[i])
	}
	return near
}
