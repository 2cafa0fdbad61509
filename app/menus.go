package app

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/wording"
	"byline/graphmodel"
)

// menuParts are the items of the main menu that change.
type menuParts struct {
	main                            *fyne.MainMenu
	undo, redo, rename, pin, delete *fyne.MenuItem
	arrange, saveAs, add, export    *fyne.MenuItem
	recent                          *fyne.MenuItem
	light, dark, system, unlink     *fyne.MenuItem
	allLines                        *fyne.MenuItem
	shown                           string // what it looks like now
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// item is a line of the main menu. Its keys rest while a dialog is open; by
// the time a menu's line is taken the menu is closed.
func (w *window) item(label string, shortcut fyne.Shortcut, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, w.free(do))
	i.Shortcut = shortcut
	return i
}

// newMenus builds the main menu.
func (w *window) newMenus() {
	m := &w.menus
	m.undo = w.item("Undo", &fyne.ShortcutUndo{}, w.undo)
	m.redo = w.item("Redo", &fyne.ShortcutRedo{}, w.redo)
	m.rename = w.item("Rename…", nil, w.renameSelected)
	m.pin = w.item("Pin", nil, w.pinSelected)
	m.delete = w.item("Delete", nil, w.deleteSelected)
	m.arrange = w.item("Arrange again", nil, w.s.Arrange)
	m.saveAs = w.item("Save as…", ctrlShift(fyne.KeyS), w.saveAs)
	m.add = fyne.NewMenuItem("Add articles", nil)
	m.add.ChildMenu = w.addMenu()
	m.export = w.item("Export picture…", ctrl(fyne.KeyP), w.export)
	m.recent = fyne.NewMenuItem("Open recent", nil)
	m.recent.ChildMenu = fyne.NewMenu("")
	m.light = w.item("Light", nil, func() { w.setTheme(look.Light) })
	m.dark = w.item("Dark", nil, func() { w.setTheme(look.Dark) })
	m.system = w.item("As the system", nil, func() { w.setTheme(look.System) })
	m.unlink = w.item("Things without a link", nil, w.toggleUnlinked)
	m.allLines = w.item("All lines", nil, w.toggleAllLines)
	colours := fyne.NewMenuItem("Colours", nil)
	colours.ChildMenu = fyne.NewMenu("", m.light, m.dark, m.system)
	quit := fyne.NewMenuItem("Quit", w.app.Quit)
	quit.Shortcut = ctrl(fyne.KeyQ)
	quit.IsQuit = true
	line := fyne.NewMenuItemSeparator
	m.main = fyne.NewMainMenu(
		fyne.NewMenu("File", w.item("New project", ctrl(fyne.KeyN), w.newProject), w.item("Open project…", ctrl(fyne.KeyO), w.chooseProject), m.recent, line(),
			m.add, line(), m.saveAs, m.export, line(), quit),
		fyne.NewMenu("Edit", m.undo, m.redo, line(), m.rename, m.pin, m.delete, line(), w.item("Find", ctrl(fyne.KeyF), w.focusFind)),
		fyne.NewMenu("View", w.item("Fit all", ctrl(fyne.Key0), w.fitAll), w.item("Fit selection", ctrl(fyne.Key9), w.fitSelection),
			w.item("Zoom in", ctrl(fyne.KeyEqual), w.zoomIn), w.item("Zoom out", ctrl(fyne.KeyMinus), w.zoomOut), line(),
			m.unlink, m.allLines, w.item("Show everything hidden", nil, w.showAll), line(), colours, w.item("Full screen", nil, w.fullScreen)),
		fyne.NewMenu("Select", w.item("All", nil, w.selectAll), w.item("Nothing", ctrlShift(fyne.KeyA), w.selectNone),
			w.item("Neighbours", ctrl(fyne.KeyB), w.selectNeighbours), w.item("The others", ctrl(fyne.KeyI), w.selectOthers)),
		fyne.NewMenu("Layout", m.arrange),
		fyne.NewMenu("Help", w.item("Keys and mouse", ctrl(fyne.KeySlash), w.keys), w.item("About Byline", nil, w.about)),
	)
	w.win.SetMainMenu(m.main)
}

// refreshMenus brings the main menu up to date.
func (w *window) refreshMenus() {
	m, s := &w.menus, w.snap
	begun := w.begun()
	_, one := w.sel.one()
	m.undo.Label, m.undo.Disabled = labelled("Undo", s.UndoLabel), !s.CanUndo
	m.redo.Label, m.redo.Disabled = labelled("Redo", s.RedoLabel), !s.CanRedo
	m.rename.Disabled = !one || s.ReadOnly
	m.pin.Disabled = len(w.sel.ids) == 0 || s.ReadOnly
	m.pin.Label = "Pin"
	if one && s.Pinned[w.sel.ids[0]] {
		m.pin.Label = "Let go"
	}
	m.delete.Disabled = w.sel.empty() || s.ReadOnly
	m.delete.Label = "Delete"
	if w.sel.link != (graphmodel.Key{}) {
		m.delete.Label = "Reject link"
	}
	m.arrange.Disabled = !begun || s.ReadOnly
	m.saveAs.Disabled, m.export.Disabled = !begun, !begun
	m.add.Disabled = s.ReadOnly
	m.unlink.Checked, m.unlink.Disabled = w.filter.Unlinked, !begun
	m.allLines.Checked, m.allLines.Disabled = w.filter.AllLines, !begun
	mode := w.themeMode()
	m.light.Checked, m.dark.Checked, m.system.Checked = mode == look.Light, mode == look.Dark, mode == look.System
	m.recent.ChildMenu.Items = w.recentItems()
	m.recent.Disabled = len(m.recent.ChildMenu.Items) == 0
	// Fyne builds the whole menu bar anew, which is slow, and this is called
	// for every article that is read.
	now := m.look()
	for _, r := range w.recent { // two may have one title
		now += r.Path + "\n"
	}
	if now != m.shown {
		m.shown = now
		m.main.Refresh()
	}
}

// look is all that a person sees of the menu.
func (m *menuParts) look() string {
	var b strings.Builder
	var write func(items []*fyne.MenuItem)
	write = func(items []*fyne.MenuItem) {
		for _, i := range items {
			fmt.Fprintln(&b, i.Label, i.Disabled, i.Checked)
			if i.ChildMenu != nil {
				write(i.ChildMenu.Items)
			}
		}
	}
	for _, menu := range m.main.Items {
		write(menu.Items)
	}
	return b.String()
}

func labelled(verb, what string) string {
	if what == "" {
		return verb
	}
	return verb + ": " + what
}

func (w *window) recentItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, r := range w.recent {
		items = append(items, fyne.NewMenuItem(r.Title, func() { w.openProject(r.Path) }))
	}
	return items
}

// addMenu are the ways by which articles come in.
func (w *window) addMenu() *fyne.Menu {
	return fyne.NewMenu("",
		fyne.NewMenuItem("Choose files…", w.chooseFiles),
		fyne.NewMenuItem("Choose a folder…", w.chooseFolder),
		fyne.NewMenuItem("Paste text…", func() { w.paste("") }),
	)
}

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
		fyne.NewMenuItem(w.expandLabel(id), func() { w.expand(id) }),
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
	kind.ChildMenu = w.kindMenu(e)
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(pin, func() { w.s.Pin(id, !w.snap.Pinned[id]) }),
		fyne.NewMenuItem("Rename…", func() { w.rename(id) }),
		kind,
		fyne.NewMenuItem("Same as…", func() { w.merge(id) }),
		fyne.NewMenuItem("Delete", func() { w.delete([]string{id}) }),
	)
	return fyne.NewMenu("", items...)
}

func (w *window) kindMenu(e graphmodel.Entity) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, k := range graphmodel.Kinds() {
		i := fyne.NewMenuItem(wording.Capital(string(k)), func() {
			if k != e.Kind {
				w.s.SetKind(e.ID, k)
			}
		})
		i.Checked = k == e.Kind
		m.Items = append(m.Items, i)
	}
	return m
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
			items = append(items, fyne.NewMenuItem("These two are the same", func() { w.s.Merge(ids[0], ids[1]) }))
		}
		items = append(items, fyne.NewMenuItem("Delete", func() { w.delete(ids) }))
	}
	return fyne.NewMenu("", items...)
}

// linkMenu is the menu of a link.
func (w *window) linkMenu(key graphmodel.Key) *fyne.Menu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Details", func() { w.choose(selection{link: key}) }),
		fyne.NewMenuItem("Read the sentence", func() { w.choose(selection{link: key}); w.openSentence(key, 0) }),
	}
	if !w.snap.ReadOnly {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("Reject link", func() { w.s.RejectLink(key) }))
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
		items = append(items, fyne.NewMenuItem("Arrange again", w.s.Arrange))
	}
	return fyne.NewMenu("", items...)
}

// articleMenu is the menu of an article in the list.
func (w *window) articleMenu(id string) *fyne.Menu {
	items := []*fyne.MenuItem{fyne.NewMenuItem("Read", func() { w.openArticle(id) })}
	if !w.snap.ReadOnly {
		items = append(items, fyne.NewMenuItem("Remove from the project", func() { w.s.RemoveArticle(id) }))
	}
	return fyne.NewMenu("", items...)
}
