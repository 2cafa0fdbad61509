package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// addMenu are the ways by which articles come in.
func (w *window) addMenu() *fyne.Menu { return w.folder(menuFile, addWords) }

// popUp opens a menu below an object.
func (w *window) popUp(m *fyne.Menu, below fyne.CanvasObject) {
	at := w.app.Driver().AbsolutePositionForObject(below)
	widget.ShowPopUpMenuAtPosition(m, w.win.Canvas(), at.AddXY(0, below.Size().Height+2))
}

func (w *window) popUpAt(m *fyne.Menu, at fyne.Position) {
	widget.ShowPopUpMenuAtPosition(m, w.win.Canvas(), at)
}

// thingMenu is the menu of one thing.
func (w *window) thingMenu(id string) *fyne.Menu {
	e, err := w.snap.Graph.Entity(id)
	if err != nil {
		return fyne.NewMenu("", fyne.NewMenuItem("No longer there", nil))
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Details", func() { w.choose(selection{ids: []string{id}}) }),
		fyne.NewMenuItem("Bring to the middle", func() { w.goTo(id) }),
		w.expandItem(id),
		fyne.NewMenuItem("Hide", func() { w.hide([]string{id}) }),
		fyne.NewMenuItem("Hide the others", func() { w.hideOthers([]string{id}) }),
	}
	if w.snap.ReadOnly {
		return fyne.NewMenu("", items...)
	}
	pin := "Pin"
	if w.snap.Pinned[id] {
		pin = "Let go"
	}
	kind := fyne.NewMenuItem("Kind", nil)
	kind.ChildMenu = w.kindsMenu([]string{e.ID})
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(pin, func() { w.s.Pin([]string{id}, !w.snap.Pinned[id]) }),
		fyne.NewMenuItem("Rename…", func() { w.rename(id) }),
		kind,
		fyne.NewMenuItem("Same as…", func() { w.merge(id) }),
		fyne.NewMenuItem("Not all of it is the same…", func() { w.split(id) }),
		fyne.NewMenuItem("Delete", func() { w.delete([]string{id}) }),
	)
	return fyne.NewMenu("", items...)
}

// severalMenu is the menu of things that are selected together.
func (w *window) severalMenu() *fyne.Menu {
	ids := w.sel.ids
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Fit selection", w.fitSelection),
		fyne.NewMenuItem("Hide", func() { w.hide(ids) }),
		fyne.NewMenuItem("Hide the others", func() { w.hideOthers(ids) }),
	}
	if !w.snap.ReadOnly {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Pin", w.pinSelected))
		if len(ids) == 2 {
			items = append(items, fyne.NewMenuItem("Link these two…", w.addLink),
				fyne.NewMenuItem("These two are the same", func() { w.s.Merge(ids[0], ids[1]) }))
		}
		kind := fyne.NewMenuItem("Kind", nil)
		kind.ChildMenu = w.kindsMenu(ids)
		items = append(items, kind, fyne.NewMenuItem("Delete", func() { w.delete(ids) }))
	}
	return fyne.NewMenu("", items...)
}

// groundMenu is the menu of the empty canvas.
func (w *window) groundMenu() *fyne.Menu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Fit all", w.fitAll),
		fyne.NewMenuItem("Select all", w.selectAll),
		fyne.NewMenuItem("Show everything hidden", w.showAll),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Export picture…", w.export),
	}
	if !w.snap.ReadOnly {
		items = append(items, fyne.NewMenuItem("Arrange again", w.arrangeByLinks), fyne.NewMenuItem("Add a thing…", w.addThing))
	}
	return fyne.NewMenu("", items...)
}

// articleMenu is the menu of an article in the list.
func (w *window) articleMenu(id string) *fyne.Menu {
	items := []*fyne.MenuItem{fyne.NewMenuItem("Read", func() { w.openArticle(id) })}
	if !w.snap.ReadOnly {
		items = append(items, fyne.NewMenuItem("Put a new version in its place…", func() { w.replaceArticle(id) }),
			fyne.NewMenuItem("Remove from the project", func() { w.s.RemoveArticle(id) }))
	}
	return fyne.NewMenu("", items...)
}
