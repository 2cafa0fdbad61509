package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"byline/app/scene"
	"byline/graphmodel"
)

// selectedOnCanvas takes a selection that was made on the canvas.
func (w *window) selectedOnCanvas(ids []string, link graphmodel.Key) {
	w.choose(selection{ids: ids, link: link})
}

// choose selects, and notes it for Back.
func (w *window) choose(s selection) {
	w.trail.push(s)
	w.show(s)
}

// show selects without noting it.
func (w *window) show(s selection) {
	w.sel = s.kept(w.snap.Graph)
	w.view.Select(w.sel.ids, w.sel.link)
	w.table.Select(w.sel.ids, w.sel.link)
	if w.sel.link != (graphmodel.Key{}) && w.articleOpen() && w.reading.link != w.sel.link {
		w.openSentence(w.sel.link, 0)
	}
	if w.frame.tab == tabReader && !w.sel.empty() && w.sel.link == (graphmodel.Key{}) {
		w.frame.tab = tabDetails
		w.relayout()
	}
	w.showDetails()
	w.refreshBars()
}

// goTo selects a thing and brings it to the middle.
func (w *window) goTo(id string) {
	w.unhide(id)
	w.choose(selection{ids: []string{id}})
	w.view.Center(id)
	w.focusCanvas()
}

// goToLink selects a link and brings it into sight.
func (w *window) goToLink(key graphmodel.Key) {
	w.unhide(key.From)
	w.unhide(key.To)
	w.choose(selection{link: key})
}

// back and forward go through what was selected before.
func (w *window) back()    { w.step(-1) }
func (w *window) forward() { w.step(1) }

func (w *window) step(by int) {
	if s, ok := w.trail.step(by); ok {
		w.show(s)
		if id, one := w.sel.one(); one {
			w.view.Center(id)
		}
	}
}

func (w *window) selectAll()  { w.choose(selection{ids: w.view.IDs()}) }
func (w *window) selectNone() { w.show(selection{}) }

// selectNeighbours adds what the selected things are linked to.
func (w *window) selectNeighbours() {
	ids := slices.Clone(w.sel.ids)
	for _, id := range w.sel.ids {
		for _, n := range w.view.Neighbours(id) {
			if !slices.Contains(ids, n) {
				ids = append(ids, n)
			}
		}
	}
	w.choose(selection{ids: ids})
}

// selectOthers selects what is not selected.
func (w *window) selectOthers() {
	ids := slices.DeleteFunc(w.view.IDs(), func(id string) bool { return slices.Contains(w.sel.ids, id) })
	w.choose(selection{ids: ids})
}

func (w *window) fitAll()       { w.view.FitAll() }
func (w *window) fitSelection() { w.view.FitSelection() }
func (w *window) zoomIn()       { w.view.ZoomIn() }
func (w *window) zoomOut()      { w.view.ZoomOut() }

// canvasMenu opens the menu of what lies under the pointer.
func (w *window) canvasMenu(what scene.Hit, at fyne.Position) {
	switch {
	case what.Kind == scene.HitNode && len(w.sel.ids) > 1:
		w.popUpAt(w.severalMenu(), at)
	case what.Kind == scene.HitNode || what.Kind == scene.HitPill:
		w.popUpAt(w.thingMenu(what.ID), at)
	case what.Kind == scene.HitLink:
		w.popUpAt(w.linkMenu(what.Link), at)
	case what.Kind == scene.HitGround:
		w.popUpAt(w.groundMenu(), at)
	}
}
