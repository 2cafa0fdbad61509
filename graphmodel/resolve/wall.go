package resolve

import "byline/graphmodel"

// wall keeps two items out of one group.
type wall [2]int

// raise puts up the walls that people asked for.
func (r *resolver) raise(decisions []graphmodel.Decision) {
	for _, d := range decisions {
		if d.Act != graphmodel.ActDifferent {
			continue
		}
		others := r.meant(d.Other, d.OtherAnchor)
		for _, i := range r.meant(d.About, d.Anchor) {
			for _, j := range others {
				if i != j {
					r.walls = append(r.walls, wall{i, j})
				}
			}
		}
	}
}

// meant are the items that a decision about an entity stands on: the one that
// its anchor's words name, else those that have the id by their name alone.
func (r *resolver) meant(id string, a graphmodel.Anchor) []int {
	if p, err := r.at(a); err == nil {
		return []int{p.item}
	}
	var all []int
	for i := range r.items {
		if slugID(r.thing(i)) == id {
			all = append(all, i)
		}
	}
	return all
}

// apart reports whether a person said that something of group a is different
// from something of group b.
func (r *resolver) apart(a, b int) bool {
	for _, w := range r.walls {
		x, y := r.items[w[0]].group, r.items[w[1]].group
		if x == a && y == b || x == b && y == a {
			return true
		}
	}
	return false
}
