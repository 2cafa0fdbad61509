package app

import (
	"cmp"
	"maps"
	"slices"

	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel"
)

// filtered shows the graph through a changed filter, and these things of a
// large graph too.
func (w *window) filtered(label string, change func(f *scene.Filter), also ...string) {
	f := w.snap.Filter.Clone()
	change(&f)
	w.s.Show(label, f, also...)
	w.seen()
}

// seen brings the window up to date with what it has just asked for.
func (w *window) seen() {
	w.snap = w.s.Snapshot()
	w.refreshGraph()
	w.refreshBars()
}

func (w *window) showKind(kind graphmodel.Kind, on bool) {
	w.filtered(shows(on)+wording.Small(wording.Kind(kind)), func(f *scene.Filter) { f.HiddenKinds[kind] = !on })
}

func (w *window) showStatus(status graphmodel.Status, on bool) {
	w.filtered(shows(on)+linksOf(status), func(f *scene.Filter) { f.HiddenStatuses[status] = !on })
}

// onlyKind leaves only one kind; a second time it shows all again.
func (w *window) onlyKind(kind graphmodel.Kind) {
	w.filtered(onlyWords+wording.Small(wording.Kind(kind)), func(f *scene.Filter) { only(f.HiddenKinds, graphmodel.Kinds(), kind) })
}

// onlyStatus leaves only one status; a second time it shows all again.
func (w *window) onlyStatus(status graphmodel.Status) {
	w.filtered(onlyWords+linksOf(status), func(f *scene.Filter) { only(f.HiddenStatuses, graphmodel.Statuses(), status) })
}

// What Undo says of a filter.

const onlyWords = "Show only "

func shows(on bool) string {
	if on {
		return "Show "
	}
	return "Hide "
}

func linksOf(s graphmodel.Status) string {
	return "links: " + wording.Small(wording.Status(s))
}

// these are the things in words: the name of one, or how many.
func (w *window) these(ids []string) string {
	if len(ids) == 1 {
		return w.nameOf(ids[0])
	}
	return wording.Count(len(ids), "thing", "things")
}

func (w *window) nameOf(id string) string {
	e, err := w.snap.Graph.Entity(id)
	if err != nil {
		return id
	}
	return e.Name
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
	w.filtered("Hide "+w.these(ids), func(f *scene.Filter) {
		for _, id := range ids {
			f.Hidden[id] = true
		}
	})
}

func (w *window) hideOthers(ids []string) {
	w.filtered("Hide all but "+w.these(ids), func(f *scene.Filter) {
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
	now := w.snap.Filter
	lonely := len(w.snap.Graph.LinksOf(id)) == 0 && !now.Unlinked
	left := w.notDrawn(map[string]bool{id: true})
	far := now.Only != nil && !now.Only[id]
	if len(left) == 0 && !now.Hidden[id] && !now.HiddenKinds[e.Kind] && !lonely && !far {
		return
	}
	w.filtered("Show "+e.Name, func(f *scene.Filter) {
		delete(f.Hidden, id)
		delete(f.HiddenKinds, e.Kind)
		f.Unlinked = f.Unlinked || lonely
		if far {
			f.Only[id] = true
		}
	}, left...)
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
	w.filtered("Show neighbours of "+w.nameOf(id), func(f *scene.Filter) {
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
			if w.snap.Filter.Hidden[end] {
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
	if w.snap.Only == nil || w.snap.Filter.Only != nil {
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
	w.filtered(shows(!w.snap.Filter.Unlinked)+"things without a link", func(f *scene.Filter) { f.Unlinked = !f.Unlinked })
}

func (w *window) toggleAllLines() {
	w.filtered(shows(!w.snap.Filter.AllLines)+"all lines", func(f *scene.Filter) { f.AllLines = !f.AllLines })
}

// showAll shows everything that filters and hands have hidden.
func (w *window) showAll() {
	w.s.ShowAll()
	w.seen()
}
