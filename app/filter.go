package app

import (
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

// notDrawn are those of the things that a large graph does not draw yet, and
// that have no place until it does, sorted.
func (w *window) notDrawn(ids map[string]bool) []string {
	if w.snap.Only == nil {
		return nil
	}
	left := slices.Sorted(maps.Keys(ids))
	return slices.DeleteFunc(left, func(id string) bool { return w.snap.Only[id] })
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
