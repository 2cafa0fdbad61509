// Package kinds gives each kind of thing a column of its own, ordered so that
// few links cross. It refuses to know what the kinds are.
package kinds

import (
	"cmp"
	"slices"

	"byline/graphmodel/layout"
	"byline/graphmodel/layout/columns"
)

const sweeps = 8 // times the columns are ordered by their neighbours

// New prepares columns by kind of the nodes of p.
func New(p layout.Problem) layout.Stepper {
	return layout.Once(len(p.Boxes), func() layout.Positions {
		lists := split(p)
		order(lists, layout.Neighbours(len(p.Boxes), p.Edges))
		return columns.Place(p, lists)
	})
}

// split lists the nodes of each group, in the order of the groups' numbers.
func split(p layout.Problem) [][]int {
	of := map[int][]int{}
	var groups []int
	for i := range p.Boxes {
		g := 0
		if i < len(p.Group) {
			g = p.Group[i]
		}
		if of[g] == nil {
			groups = append(groups, g)
		}
		of[g] = append(of[g], i)
	}
	slices.Sort(groups)
	lists := make([][]int, len(groups))
	for k, g := range groups {
		lists[k] = of[g]
	}
	return lists
}

// order sorts each list by the mean place of its nodes' neighbours in theirs.
func order(lists [][]int, near [][]int) {
	share := make([]float64, len(near)) // how far down its list a node stands
	note := func(list []int) {
		for k, i := range list {
			share[i] = (float64(k) + 0.5) / float64(len(list))
		}
	}
	for _, list := range lists {
		note(list)
	}
	wish := make([]float64, len(near))
	for range sweeps {
		for _, list := range lists {
			for _, i := range list {
				wish[i] = share[i]
				for n, j := range near[i] {
					wish[i] += (share[j] - wish[i]) / float64(n+1)
				}
			}
			slices.SortFunc(list, func(i, j int) int {
				return cmp.Or(cmp.Compare(wish[i], wish[j]), cmp.Compare(i, j))
			})
			note(list)
		}
	}
}
