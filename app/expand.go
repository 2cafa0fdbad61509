package app

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel"
)

// nextOnes is how many neighbours come at a time.
const nextOnes = 10

func (w *window) expandSelected() {
	for _, id := range w.sel.ids {
		w.expand(id)
	}
}

// expand shows the next neighbours of a thing that are not drawn; where all
// are, it folds those that are linked to nothing else on the canvas.
func (w *window) expand(id string) {
	if missing := w.missingAt(id); len(missing) > 0 {
		w.showNext(id, missing)
		return
	}
	if only := w.onlyAt(id); len(only) > 0 {
		w.hide(only)
	}
}

// showNext draws the next few of the neighbours of a thing.
func (w *window) showNext(id string, missing []string) {
	next := missing[:min(len(missing), nextOnes)]
	w.filtered("Show "+wording.Count(len(next), "neighbour", "neighbours")+" of "+w.nameOf(id), func(f *scene.Filter) {
		for _, n := range next {
			delete(f.Hidden, n)
			if f.Only != nil {
				f.Only[n] = true
			}
		}
	}, w.notDrawn(set(next))...)
}

func set(ids []string) map[string]bool {
	out := make(map[string]bool, len(ids))
	for _, id := range ids {
		out[id] = true
	}
	return out
}

// neighboursOf are the ids of what the thing is linked to, those with the most
// links first.
func (w *window) neighboursOf(id string) []string {
	ids := w.snap.Graph.Neighbours(id)
	links := make(map[string]int, len(ids))
	for _, n := range ids {
		links[n] = len(w.snap.Graph.LinksOf(n))
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(links[b], links[a]), cmp.Compare(a, b)) })
	return ids
}

// missingAt are the neighbours of a thing that are not drawn and whose kind is
// not hidden.
func (w *window) missingAt(id string) []string {
	drawn := set(w.view.IDs())
	return slices.DeleteFunc(w.neighboursOf(id), func(n string) bool {
		return drawn[n] || w.snap.Filter.HiddenKinds[w.kindOf(n)]
	})
}

func (w *window) kindOf(id string) graphmodel.Kind {
	e, err := w.snap.Graph.Entity(id)
	if err != nil {
		return ""
	}
	return e.Kind
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

// expandItem is the line of a thing's menu that shows neighbours, kind by kind
// where there are several kinds of them, or folds them.
func (w *window) expandItem(id string) *fyne.MenuItem {
	missing := w.missingAt(id)
	item := fyne.NewMenuItem(w.expandLabel(id, missing), func() { w.expand(id) })
	byKind := map[graphmodel.Kind][]string{}
	for _, n := range missing {
		byKind[w.kindOf(n)] = append(byKind[w.kindOf(n)], n)
	}
	if len(byKind) < 2 {
		return item
	}
	all := map[graphmodel.Kind]int{}
	for _, n := range w.neighboursOf(id) {
		all[w.kindOf(n)]++
	}
	item.ChildMenu = fyne.NewMenu("", fyne.NewMenuItem("Those with the most links", func() { w.expand(id) }), fyne.NewMenuItemSeparator())
	for _, k := range graphmodel.Kinds() {
		if left := byKind[k]; len(left) > 0 {
			words := wording.Kind(k) + ", " + wording.Number(all[k]-len(left)) + " of " + wording.Number(all[k]) + " shown"
			item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(words, func() { w.showNext(id, left) }))
		}
	}
	return item
}

func (w *window) expandLabel(id string, missing []string) string {
	if n := len(missing); n > nextOnes {
		return "Show " + wording.Number(nextOnes) + " of " + wording.Number(n) + " more neighbours"
	} else if n > 0 {
		return "Show " + wording.Count(n, "more neighbour", "more neighbours")
	}
	if n := len(w.onlyAt(id)); n > 0 {
		return "Fold " + wording.Count(n, "neighbour", "neighbours")
	}
	return "No neighbours to fold"
}
