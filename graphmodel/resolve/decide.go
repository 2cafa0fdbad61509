package resolve

import (
	"slices"

	"byline/graphmodel"
)

// decide applies what a person decided about entities. A decision about
// something that is no longer there is passed over; it stays in the project.
func (r *resolver) decide(decisions []graphmodel.Decision) {
	for _, d := range decisions {
		i := r.find(d.About, d.Anchor)
		if i < 0 {
			continue
		}
		e := &r.entity[i]
		switch d.Act {
		case graphmodel.ActRename:
			if d.Value != "" {
				e.Name = d.Value
			}
		case graphmodel.ActKind:
			if k := graphmodel.Kind(d.Value); k.Valid() {
				e.Kind = k
			}
		case graphmodel.ActDelete:
			r.dropped[e.ID] = true
		case graphmodel.ActSame:
			if j := r.find(d.Other, graphmodel.Anchor{}); j >= 0 && j != i {
				r.merge(i, j)
			}
		}
	}
}

// find returns the entity of an id, or of the words that a decision stands
// on, or -1.
func (r *resolver) find(id string, anchor graphmodel.Anchor) int {
	id = r.now(id)
	for i := range r.entity {
		if r.entity[i].ID == id && id != "" {
			return i
		}
	}
	if anchor.Quote == "" {
		return -1
	}
	for i := range r.entity {
		for _, m := range r.entity[i].Mentions {
			if m.Article == anchor.Article && m.Text == anchor.Quote && r.alias[r.entity[i].ID] == "" {
				return i
			}
		}
	}
	return -1
}

// merge makes entity j part of entity i, which keeps its id and name.
func (r *resolver) merge(i, j int) {
	a, b := &r.entity[i], &r.entity[j]
	order := map[string]int{}
	for n, art := range r.articles {
		order[art.ID] = n
	}
	a.Mentions = append(a.Mentions, b.Mentions...)
	slices.SortStableFunc(a.Mentions, func(x, y graphmodel.Mention) int {
		if x.Article != y.Article {
			return order[x.Article] - order[y.Article]
		}
		return x.Start - y.Start
	})
	a.Names = countNames(a.Mentions)
	a.Roles = append(a.Roles, b.Roles...)
	a.Statuses = append(a.Statuses, b.Statuses...)
	if a.Amount == "" {
		a.Amount = b.Amount
	}
	r.alias[b.ID] = a.ID
}
