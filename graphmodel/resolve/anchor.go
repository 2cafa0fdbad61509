package resolve

import (
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/extract"
)

// place is one mention of one thing of one reading.
type place struct{ item, mention int }

// at is the mention that an anchor's words are now, or overlap most. It is not
// found if the words are gone, or are no mention of anything any more.
func (r *resolver) at(a graphmodel.Anchor) (place, bool) {
	n := slices.IndexFunc(r.readings, func(rd *extract.Reading) bool { return rd != nil && rd.Article == a.Article })
	if n < 0 || a.Empty() {
		return place{}, false
	}
	span, ok := a.Find(r.articles[n].Text)
	if !ok {
		return place{}, false
	}
	best, found := 0, place{}
	for t, thing := range r.readings[n].Things {
		for m, mention := range thing.Mentions {
			if common := min(span.End, mention.End) - max(span.Start, mention.Start); common > best {
				best, found = common, place{r.offset[n] + t, m}
			}
			if mention.Span == span {
				return place{r.offset[n] + t, m}, true
			}
		}
	}
	return found, best > 0
}

// meant are the items that a decision about an entity stands on: the one that
// its anchor's words name, else those that have the id by their name alone.
func (r *resolver) meant(id string, a graphmodel.Anchor) []int {
	if p, ok := r.at(a); ok {
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
