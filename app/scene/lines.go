package scene

import (
	"cmp"
	"math"
	"slices"
)

// choose marks the pairs that are drawn without being asked for: at most two
// a thing, taken by the better of the two ranks that a pair has with its ends.
func (m *Model) choose(f Filter) {
	limit := linesPerThing * m.counts.Shown
	if f.AllLines {
		limit = len(m.pairs)
	}
	limit = min(limit, maxLines)
	if len(m.pairs) <= limit {
		for i := range m.pairs {
			m.pairs[i].drawn = true
		}
		m.counts.Drawn = len(m.pairs)
		return
	}
	for _, i := range m.ranked()[:limit] {
		m.pairs[i].drawn = true
	}
	m.counts.Drawn = limit
}

// ranked lists the pairs by the better of their two ranks, weight and id.
func (m *Model) ranked() []int {
	shared := m.sharedNeighbours()
	rank := make([]int, len(m.pairs))
	for i := range rank {
		rank[i] = math.MaxInt
	}
	for i := range m.nodes {
		own := slices.Clone(m.nodes[i].pairs)
		closeness := func(p int) float64 {
			return float64(shared[p]) / math.Sqrt(float64(max(m.nodes[m.pairs[p].other(i)].n, 1)))
		}
		slices.SortFunc(own, func(p, q int) int {
			return cmp.Or(cmp.Compare(m.pairs[q].weight, m.pairs[p].weight),
				cmp.Compare(closeness(q), closeness(p)), cmp.Compare(p, q))
		})
		for place, p := range own {
			rank[p] = min(rank[p], place)
		}
	}
	order := make([]int, len(m.pairs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(p, q int) int {
		return cmp.Or(cmp.Compare(rank[p], rank[q]), cmp.Compare(m.pairs[q].weight, m.pairs[p].weight), cmp.Compare(p, q))
	})
	return order
}

// sharedNeighbours counts for every pair the things linked to both ends.
func (m *Model) sharedNeighbours() []int {
	stamp := make([]int, len(m.nodes))
	shared := make([]int, len(m.pairs))
	for i := range m.nodes {
		for _, p := range m.nodes[i].pairs {
			stamp[m.pairs[p].other(i)] = i + 1
		}
		for _, p := range m.nodes[i].pairs {
			o := m.pairs[p].other(i)
			if o < i { // each pair once
				continue
			}
			for _, q := range m.nodes[o].pairs {
				if stamp[m.pairs[q].other(o)] == i+1 {
					shared[p]++
				}
			}
		}
	}
	return shared
}
