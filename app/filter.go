package app

import (
	"cmp"
	"maps"
	"slices"

	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel"
)

// filtered shows the graph through a changed filter.
func (w *window) filtered(change func(f *scene.Filter)) {
	w.filter.HiddenKinds = cloned(w.filter.HiddenKinds)
	w.filter.HiddenStatuses = cloned(w.filter.HiddenStatuses)
	w.filter.Hidden = cloned(w.filter.Hidden)
	change(&w.filter)
	w.refreshView()
	w.refreshBars()
}

func cloned[K comparable](m map[K]bool) map[K]bool {
	if m == nil {
		return map[K]bool{}
	}
	return maps.Clone(m)
}

func (w *window) showKind(kind graphmodel.Kind, on bool) {
	w.filtered(func(f *scene.Filter) { f.HiddenKinds[kind] = !on })
}

func (w *window) showStatus(status graphmodel.Status, on bool) {
	w.filtered(func(f *scene.Filter) { f.HiddenStatuses[status] = !on })
}

// onlyKind leaves only one kind; a second time it shows all again.
func (w *window) onlyKind(kind graphmodel.Kind) {
	w.filtered(func(f *scene.Filter) { only(f.HiddenKinds, graphmodel.Kinds(), kind) })
}

// onlyStatus leaves only one status; a second time it shows all again.
func (w *window) onlyStatus(status graphmodel.Status) {
	w.filtered(func(f *scene.Filter) { only(f.HiddenStatuses, graphmodel.Statuses(), status) })
}

func only[K comparable](hidden map[K]bool, all []K, one K) {
	alone := !hidden[one]
	for _, k := range all {
		alone = alone && (k == one || hidden[k])
	}
	for _, k := range all {
		hidden[k] = !alone && k != one
	}
}

// hide folds things away; their neighbours count them.
func (w *window) hide(ids []string) {
	w.filtered(func(f *scene.Filter) {
		for _, id := range ids {
			f.Hidden[id] = true
		}
	})
}

func (w *window) hideOthers(ids []string) {
	w.filtered(func(f *scene.Filter) {
		for _, e := range w.snap.Graph.Entities() {
			f.Hidden[e.ID] = true
		}
		for _, id := range ids {
			delete(f.Hidden, id)
		}
	})
}

// unhide makes sure that a thing is drawn.
func (w *window) unhide(id string) {
	e, err := w.snap.Graph.Entity(id)
	if err != nil {
		return
	}
	if w.snap.Only != nil && !w.snap.Only[id] {
		w.s.ShowAlso([]string{id})
	}
	lonely := len(w.snap.Graph.LinksOf(id)) == 0 && !w.filter.Unlinked
	if !w.filter.Hidden[id] && !w.filter.HiddenKinds[e.Kind] && !lonely {
		return
	}
	w.filtered(func(f *scene.Filter) {
		delete(f.Hidden, id)
		delete(f.HiddenKinds, e.Kind)
		f.Unlinked = f.Unlinked || lonely
	})
}

func (w *window) hideSelected()   { w.hide(w.sel.ends()) }
func (w *window) hideUnselected() { w.hideOthers(w.sel.ends()) }

func (w *window) expandSelected() {
	for _, id := range w.sel.ids {
		w.expand(id)
	}
}

// expand shows the folded neighbours of a thing; where none is folded it
// folds those that are linked to nothing else on the canvas.
func (w *window) expand(id string) {
	if left := w.leftOutAt(id); len(left) > 0 {
		w.s.ShowAlso(left[:min(len(left), nextOnes)])
		return
	}
	if w.foldedAt(id) == 0 {
		if only := w.onlyAt(id); len(only) > 0 {
			w.hide(only)
		}
		return
	}
	w.filtered(func(f *scene.Filter) {
		for _, l := range w.snap.Graph.LinksOf(id) {
			delete(f.Hidden, l.From)
			delete(f.Hidden, l.To)
		}
	})
}

// onlyAt are the drawn neighbours of a thing that have no other drawn one.
func (w *window) onlyAt(id string) []string {
	var only []string
	for _, n := range w.view.Neighbours(id) {
		if len(w.view.Neighbours(n)) == 1 {
			only = append(only, n)
		}
	}
	return only
}

// foldedAt is how many neighbours of a thing are folded away.
func (w *window) foldedAt(id string) int {
	seen := map[string]bool{}
	for _, l := range w.snap.Graph.LinksOf(id) {
		for _, end := range []string{l.From, l.To} {
			if w.filter.Hidden[end] {
				seen[end] = true
			}
		}
	}
	return len(seen)
}

// notDrawn are those of the things that a large graph does not draw yet, and
// that have no place until it does, sorted.
func (w *window) notDrawn(ids map[string]bool) []string {
	if w.snap.Only == nil {
		return nil
	}
	left := slices.Sorted(maps.Keys(ids))
	return slices.DeleteFunc(left, func(id string) bool { return w.snap.Only[id] })
}

// nextOnes is how many neighbours come at a time.
const nextOnes = 10

// leftOutAt are the neighbours of a thing that a large graph does not draw yet,
// those with the most links first.
func (w *window) leftOutAt(id string) []string {
	if w.snap.Only == nil || w.filter.Only != nil {
		return nil
	}
	links := map[string]int{}
	for _, l := range w.snap.Graph.LinksOf(id) {
		for _, end := range []string{l.From, l.To} {
			if !w.snap.Only[end] {
				links[end] = len(w.snap.Graph.LinksOf(end))
			}
		}
	}
	return slices.SortedFunc(maps.Keys(links), func(a, b string) int {
		return cmp.Or(cmp.Compare(links[b], links[a]), cmp.Compare(a, b))
	})
}

func (w *window) expandLabel(id string) string {
	if n := len(w.leftOutAt(id)); n > 0 {
		return "Show " + wording.Number(min(n, nextOnes)) + " of " + wording.Count(n, "more neighbour", "more neighbours")
	}
	if n := w.foldedAt(id); n > 0 {
		return "Show " + wording.Count(n, "hidden neighbour", "hidden neighbours")
	}
	if n := len(w.onlyAt(id)); n > 0 {
		return "Fold " + wording.Count(n, "neighbour", "neighbours")
	}
	return "No neighbours to fold"
}

func (w *window) toggleUnlinked() {
	w.filtered(func(f *scene.Filter) { f.Unlinked = !f.Unlinked })
}

func (w *window) toggleAllLines() {
	w.filtered(func(f *scene.Filter) { f.AllLines = !f.AllLines })
}

// showAll shows everything that filters and hands have hidden.
func (w *window) showAll() {
	w.filter = scene.Filter{Unlinked: true, AllLines: w.filter.AllLines}
	w.s.ShowWhole()
	w.refreshView()
	w.refreshBars()
}
