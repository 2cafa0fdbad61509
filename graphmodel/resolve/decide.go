package resolve

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"byline/graphmodel"
)

// decide applies what people decided, in their order. What does not fit any
// more is noted and applied to nothing.
func (r *resolver) decide(decisions []graphmodel.Decision) {
	for _, d := range decisions {
		apply := r.aboutThing
		if d.Link != (graphmodel.Key{}) {
			apply = r.aboutLink
		}
		if err := apply(d); err != nil && !errors.Is(err, errWaiting) {
			r.unfit = append(r.unfit, graphmodel.Unfit{Number: d.Number, Why: err.Error()})
		}
	}
}

// aboutThing applies a decision about a thing.
func (r *resolver) aboutThing(d graphmodel.Decision) error {
	switch d.Act {
	case graphmodel.ActSame, graphmodel.ActDifferent:
		return r.compare(d)
	case graphmodel.ActSplit:
		return r.split(d)
	case graphmodel.ActAdd:
		return r.add(d)
	case graphmodel.ActHold:
		_ = r.compare(d) // about things that are gone there is nothing to ask
		return nil
	case graphmodel.ActNote:
		if graphmodel.OnCanvas(d.About) {
			r.notes = append(r.notes, note{d, noThing, noThing})
			return nil
		}
	}
	i, err := r.find(d.About, d.Anchor)
	if err != nil {
		return err
	}
	return r.change(i, d)
}

// change applies a decision to entity i.
func (r *resolver) change(i int, d graphmodel.Decision) error {
	e := &r.entity[i]
	switch d.Act {
	case graphmodel.ActRename:
		if d.Value != "" {
			e.Name, r.renamed[i] = d.Value, true
		}
	case graphmodel.ActKind:
		if k := graphmodel.Kind(d.Value); k.Valid() {
			e.Kind = k
		}
	case graphmodel.ActDelete:
		r.dropped[i] = true
	case graphmodel.ActRestore:
		delete(r.dropped, i)
	case graphmodel.ActNote:
		r.notes = append(r.notes, note{d, i, noThing})
	default:
		return errUnknown
	}
	return nil
}

// compare applies that two things are one, or that they are not.
func (r *resolver) compare(d graphmodel.Decision) error {
	i, err := r.find(d.About, d.Anchor)
	if err != nil {
		return err
	}
	j, err := r.find(d.Other, d.OtherAnchor)
	switch {
	case err != nil:
		return err
	case d.Act == graphmodel.ActSame && i != j:
		r.merge(i, j)
	case d.Act == graphmodel.ActDifferent && i == j:
		return errOne // the walls are up already, so one thing of one article is meant
	default:
		r.answers = append(r.answers, answer{i, j, d.Act})
	}
	return nil
}

// merge makes entity j part of entity i, which keeps its id and name.
func (r *resolver) merge(i, j int) {
	a, b := &r.entity[i], &r.entity[j]
	r.into[j] = i
	a.ByHand = a.ByHand && b.ByHand
	r.parts[i] = union(r.parts[i], r.parts[j])
	r.byHand[i] = append(slices.Clip(r.byHand[i]), r.byHand[j]...)
	r.compose(i)
}

// split gives the mentions that d says to another thing, which is made if it
// is not there.
func (r *resolver) split(d graphmodel.Decision) error {
	i, err := r.find(d.About, d.Anchor)
	if err != nil {
		return err
	}
	chosen, err := r.chosen(i, d)
	if err != nil {
		return err
	}
	if len(chosen) == 0 {
		return errNothing
	}
	to, err := r.target(i, d)
	if err != nil {
		return err
	}
	r.answers = append(r.answers, answer{i, to, graphmodel.ActDifferent})
	for _, p := range chosen {
		r.owner[p] = to
		r.parts[to] = union(r.parts[to], []int{p.item})
	}
	for _, n := range []int{i, to} {
		r.compose(n)
		e := &r.entity[n]
		has := slices.ContainsFunc(e.Names, func(n graphmodel.NameCount) bool { return n.Text == e.Name })
		if !r.renamed[n] && !has {
			e.Name = cmp.Or(r.nameOf(n), e.Name)
		}
	}
	return nil
}

// union are the items of both, sorted.
func union(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// chosen are the mentions of entity i that d splits off.
func (r *resolver) chosen(i int, d graphmodel.Decision) ([]place, error) {
	if d.Scope == graphmodel.ScopeMention {
		p, err := r.at(d.Anchor)
		return []place{p}, err
	}
	var all []place
	named := map[int]bool{} // items whose last name was the chosen one
	for _, p := range r.places(i) {
		m := r.mention(p)
		switch d.Scope {
		case graphmodel.ScopeArticle:
			if m.Article == d.Anchor.Article {
				all = append(all, p)
			}
		case graphmodel.ScopeName:
			// A pronoun goes with the name before it.
			if m.Form != graphmodel.FormPronoun && m.Form != graphmodel.FormNominal {
				named[p.item] = m.Text == d.Value
			}
			if named[p.item] || m.Text == d.Value {
				all = append(all, p)
			}
		}
	}
	return all, nil
}

// target is the entity that takes what is split off entity i.
func (r *resolver) target(i int, d graphmodel.Decision) (int, error) {
	_, fresh := graphmodel.Made(d.Other)
	if _, there := r.byID[d.Other]; fresh && !there {
		e := r.entity[i]
		return r.make(graphmodel.Entity{ID: d.Other, Kind: e.Kind, MeasureSort: e.MeasureSort}), nil
	}
	to, err := r.find(d.Other, d.OtherAnchor)
	if err == nil && to == i {
		err = errOne
	}
	return to, err
}

// make puts in an entity that a decision made.
func (r *resolver) make(e graphmodel.Entity) int {
	i := len(r.entity)
	r.entity = append(r.entity, e)
	r.parts = append(r.parts, nil)
	r.byID[e.ID] = i
	return i
}

// add puts in a thing that a person added: for a reason, or as words of an
// article that nothing else was seen in.
func (r *resolver) add(d graphmodel.Decision) error {
	kind, _, _ := strings.Cut(d.About, "/")
	e := graphmodel.Entity{ID: d.About, Kind: graphmodel.Kind(kind), Name: d.Value, ByHand: true}
	if _, there := r.byID[e.ID]; there || !e.Kind.Valid() || e.Name == "" {
		return errUnknown
	}
	span, err := r.words(d.Anchor)
	if err != nil && d.Reason == "" {
		return err
	}
	i := r.make(e)
	r.renamed[i] = true
	if err == nil {
		r.byHand[i] = []graphmodel.Mention{{Span: span, Text: d.Anchor.Quote, Form: graphmodel.FormName}}
		r.compose(i)
	}
	return nil
}
