package app

import (
	"cmp"
	"maps"
	"slices"

	"byline/app/panel/sieve"
	"byline/app/scene"
	"byline/graphmodel"
)

// outlets are the outlets of the articles, by id.
func (w *window) outlets() map[string]string {
	out := make(map[string]string, len(w.snap.Articles))
	for _, a := range w.snap.Articles {
		out[a.ID] = a.Outlet
	}
	return out
}

// refreshSieve shows what the project's links can be asked for.
func (w *window) refreshSieve() {
	d := sieve.Data{Sieve: w.snap.Filter.Sieve}
	types, says := map[graphmodel.LinkType]int{}, map[string]int{}
	outlets := w.outlets()
	for _, name := range outlets {
		says[name] += 0
	}
	for _, l := range w.snap.Graph.Links() {
		types[l.Type]++
		by := map[string]bool{}
		for _, e := range l.Evidence {
			by[outlets[e.Sentence.Article]] = true
		}
		for name := range by {
			says[name]++
		}
		d.Most = max(d.Most, l.Articles())
	}
	for _, t := range graphmodel.LinkTypes() {
		if types[t] > 0 {
			d.Types = append(d.Types, sieve.Type{Type: t, Links: types[t]})
		}
	}
	slices.SortStableFunc(d.Types, func(a, b sieve.Type) int { return cmp.Compare(b.Links, a.Links) })
	for _, name := range slices.Sorted(maps.Keys(says)) {
		d.Outlets = append(d.Outlets, sieve.Outlet{Name: name, Links: says[name]})
	}
	w.left.sieve.Set(d)
}

// sift draws the graph through another sieve.
func (w *window) sift(label string, s scene.Sieve) {
	w.filtered(label, func(f *scene.Filter) { f.Sieve = s })
}
