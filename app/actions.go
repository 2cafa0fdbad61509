package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"byline/app/look"
	"byline/app/panel/review"
	"byline/graphmodel"
)

// The menus, in their order.
const (
	menuFile   = "File"
	menuEdit   = "Edit"
	menuView   = "View"
	menuSelect = "Select"
	menuLayout = "Layout"
	menuTools  = "Tools"
	menuHelp   = "Help"
)

const (
	addWords    = "Add articles"
	quitWords   = "Quit"
	reviewWords = "The pair under review"
)

// actions is the table of everything that a person can ask the window for, in
// the order of the menus.
func (w *window) actions() []action {
	return slices.Concat(w.fileActions(), w.editActions(), w.viewActions(), w.selectActions(), w.layoutActions(),
		w.toolActions(), w.helpActions())
}

func (w *window) fileActions() []action {
	const m = menuFile
	return []action{
		{menu: m, words: "New project", keys: "Ctrl+N", do: w.newProject},
		{menu: m, words: "Open project…", keys: "Ctrl+O", do: w.chooseProject},
		{menu: m, words: "Open recent", list: w.recentItems},
		{menu: m},
		{menu: m, under: addWords, words: "Choose files…", keys: "Ctrl+Shift+O", do: w.chooseFiles, when: w.writable},
		{menu: m, under: addWords, words: "Choose a folder…", keys: "Ctrl+Alt+O", do: w.chooseFolder, when: w.writable},
		{menu: m, under: addWords, words: "Paste text…", keys: "Ctrl+V", do: w.pasteClipboard, when: w.writable,
			text: &fyne.ShortcutPaste{Clipboard: w.app.Clipboard()}},
		{menu: m},
		{menu: m, words: "Save", keys: "Ctrl+S", do: w.save, when: w.begun},
		{menu: m, words: "Save as…", keys: "Ctrl+Shift+S", do: w.saveAs, when: w.begun},
		{menu: m, words: "Export picture…", keys: "Ctrl+P", do: w.export, when: w.begun},
		{menu: m},
		{menu: m, words: "Save decisions for a colleague…", keys: "Ctrl+Alt+D", do: w.writeDecisions, when: func() bool { return len(w.snap.Decisions) > 0 }},
		{menu: m, words: "Apply a colleague's decisions…", keys: "Ctrl+Alt+A", do: w.applyDecisions, when: func() bool { return w.begun() && w.writable() }},
		{menu: m},
		{menu: m, words: quitWords, keys: "Ctrl+Q", do: w.app.Quit},
	}
}

func (w *window) editActions() []action {
	const m = menuEdit
	return []action{
		{menu: m, words: "Undo", keys: "Ctrl+Z", do: w.undo, when: func() bool { return w.snap.CanUndo },
			label: func() string { return labelled("Undo", w.snap.UndoLabel) }, text: &fyne.ShortcutUndo{}},
		{menu: m, words: "Redo", keys: "Ctrl+Y, Ctrl+Shift+Z", do: w.redo, when: func() bool { return w.snap.CanRedo },
			label: func() string { return labelled("Redo", w.snap.RedoLabel) }, text: &fyne.ShortcutRedo{}},
		{menu: m},
		{menu: m, words: "Rename…", keys: "F2", do: w.renameSelected, when: func() bool { return w.oneSelected() && w.writable() }},
		{menu: m, words: "Same as another…", keys: "Ctrl+J", do: w.mergeSelected, when: func() bool { return w.oneSelected() && w.writable() }},
		{menu: m, words: "Not all of it is the same…", keys: "Ctrl+Shift+J", do: w.splitSelected, when: func() bool { return w.oneSelected() && w.writable() }},
		{menu: m, words: "Confirm the link", keys: "Ctrl+Shift+Y", do: w.confirmSelected, when: func() bool { return w.sel.link != (graphmodel.Key{}) && w.writable() }},
		{menu: m, words: "Replace in names…", keys: "Ctrl+Alt+R", do: w.replaceInNames, when: func() bool { return w.begun() && w.writable() }},
		{menu: m, words: "Note…", keys: "Ctrl+Shift+K", do: w.noteSelected, when: w.canNote},
		{menu: m, words: "Add a thing…", keys: "Ctrl+Shift+N", do: w.addThing, when: func() bool { return w.begun() && w.writable() }},
		{menu: m, words: "Link the two selected…", keys: "Ctrl+K", do: w.addLink, when: func() bool { return w.twoSelected() && w.writable() }},
		{menu: m, words: "Pin, or let go", keys: "P", do: w.pinSelected, when: w.canChangeThings, label: w.pinWords},
		{menu: m, words: "Delete a thing, reject a link", keys: "Delete, Backspace", do: w.deleteSelected,
			when: func() bool { return !w.sel.empty() && w.writable() }, label: w.deleteWords},
		{menu: m},
		{menu: m, under: nudgeWords, words: "Left", keys: "Alt+Shift+Left", do: w.nudge(-1, 0), when: w.canChangeThings},
		{menu: m, under: nudgeWords, words: "Right", keys: "Alt+Shift+Right", do: w.nudge(1, 0), when: w.canChangeThings},
		{menu: m, under: nudgeWords, words: "Up", keys: "Alt+Shift+Up, Alt+Up", do: w.nudge(0, -1), when: w.canChangeThings},
		{menu: m, under: nudgeWords, words: "Down", keys: "Alt+Shift+Down, Alt+Down", do: w.nudge(0, 1), when: w.canChangeThings},
	}
}

func (w *window) viewActions() []action {
	const m = menuView
	return slices.Concat([]action{
		{menu: m, words: "Fit all", keys: "Ctrl+0, Home", do: w.fitAll},
		{menu: m, words: "Fit selection", keys: "Ctrl+9, F", do: w.fitSelection},
		{menu: m, words: "Zoom in", keys: "Ctrl+=, Ctrl++, +, =", do: w.zoomIn},
		{menu: m, words: "Zoom out", keys: "Ctrl+-, -", do: w.zoomOut},
		{menu: m},
		{menu: m, words: "Back", keys: "Alt+Left", do: w.back, when: w.trail.canBack},
		{menu: m, words: "Forward", keys: "Alt+Right", do: w.forward, when: w.trail.canForward},
		{menu: m},
	}, w.stepActions(), w.keptViewActions(), []action{
		{menu: m, words: "Things without a link", keys: "Ctrl+U", do: w.toggleUnlinked, when: w.begun, on: func() bool { return w.snap.Filter.Unlinked }},
		{menu: m, words: "All lines", keys: "Ctrl+Shift+U", do: w.toggleAllLines, when: w.begun, on: func() bool { return w.snap.Filter.AllLines }},
		{menu: m, words: "Show more", keys: "Ctrl+M", do: w.s.ShowMore, when: func() bool { return w.snap.Only != nil }},
		{menu: m, words: "Show everything hidden", keys: "Ctrl+Alt+H", do: w.showAll, when: w.begun},
		{menu: m},
		{menu: m, words: "Table of what is drawn", keys: "Ctrl+T", do: w.toggleTable, when: w.begun, on: func() bool { return w.frame.tableOpen }},
		{menu: m},
		{menu: m, words: "Colours", list: w.colourItems},
		{menu: m, words: "Light or dark", keys: "Ctrl+Shift+L", do: w.otherTheme},
		{menu: m, words: "Full screen", keys: "F11", do: w.fullScreen},
	})
}

func (w *window) selectActions() []action {
	const m = menuSelect
	return []action{
		{menu: m, words: "All", keys: "Ctrl+A", do: w.selectAll, text: &fyne.ShortcutSelectAll{}},
		{menu: m, words: "Nothing", keys: "Ctrl+Shift+A", do: w.selectNone, when: w.anySelected},
		{menu: m, words: "The others", keys: "Ctrl+I", do: w.selectOthers},
		{menu: m, words: "Neighbours too", keys: "Ctrl+B", do: w.selectNeighbours, when: w.anySelected},
		{menu: m},
		{menu: m, words: "Draw a line round them", keys: "L", do: w.view.Lasso},
		{menu: m},
		{menu: m, under: walkWords, words: "Left", keys: "Left", do: w.walk(-1, 0)},
		{menu: m, under: walkWords, words: "Right", keys: "Right", do: w.walk(1, 0)},
		{menu: m, under: walkWords, words: "Up", keys: "Up", do: w.walk(0, -1)},
		{menu: m, under: walkWords, words: "Down", keys: "Down", do: w.walk(0, 1)},
		{menu: m},
		{menu: m, words: "Fold neighbours, or show them", keys: "Ctrl+E", do: w.expandSelected, when: w.anySelected},
		{menu: m, words: "Hide", keys: "Ctrl+H", do: w.hideSelected, when: w.anySelected},
		{menu: m, words: "Hide the others", keys: "Ctrl+Shift+H", do: w.hideUnselected, when: w.anySelected},
	}
}

func (w *window) toolActions() []action {
	const m = menuTools
	return []action{
		{menu: m, words: "Find", keys: "Ctrl+F, /", do: w.focusFind},
		{menu: m, words: "Next found", keys: "Ctrl+G", do: func() { w.takeNext(1) }, when: w.found},
		{menu: m, words: "Last found", keys: "Ctrl+Shift+G", do: func() { w.takeNext(-1) }, when: w.found},
		{menu: m},
		{menu: m, words: "Review duplicates", keys: "Ctrl+R", do: w.toggleReview, when: w.begun, on: w.reviewing},
		{menu: m, words: "Log of decisions", keys: "Ctrl+Shift+R", do: w.toggleLog, when: w.begun, on: w.logging},
		{menu: m, under: reviewWords, words: "Same", keys: "Y", do: w.answers(review.Same), when: w.answerable},
		{menu: m, under: reviewWords, words: "Different", keys: "N", do: w.answers(review.Different), when: w.answerable},
		{menu: m, under: reviewWords, words: "Not sure", keys: "H", do: w.answers(review.NotSure), when: w.answerable},
		{menu: m},
		{menu: m, words: "Read the sentence", keys: "Enter", do: w.readSelected, when: w.anySelected},
		{menu: m, words: "Stop, or select nothing", keys: "Escape", do: w.escape},
	}
}

func (w *window) helpActions() []action {
	return []action{
		{menu: menuHelp, words: "Keys and mouse", keys: "F1, ?, Ctrl+/", do: w.keys},
		{menu: menuHelp, words: "About Byline", keys: "Ctrl+F1", do: w.about},
	}
}

// What has to be so for an action.

func (w *window) writable() bool    { return !w.snap.ReadOnly }
func (w *window) anySelected() bool { return !w.sel.empty() }
func (w *window) found() bool       { return len(w.hits) > 0 }

func (w *window) oneSelected() bool {
	_, one := w.sel.one()
	return one
}

// canChangeThings reports whether things are selected that can be changed.
func (w *window) canChangeThings() bool { return len(w.sel.ids) > 0 && w.writable() }

// What an action says now.

func labelled(verb, what string) string {
	if what == "" {
		return verb
	}
	return verb + ": " + what
}

func (w *window) pinWords() string {
	if w.allPinned() {
		return "Let go"
	}
	return "Pin"
}

func (w *window) deleteWords() string {
	if w.sel.link != (graphmodel.Key{}) {
		return "Reject link"
	}
	return "Delete"
}

func (w *window) recentItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, r := range w.recent {
		items = append(items, fyne.NewMenuItem(r.Title, func() { w.openProject(r.Path) }))
	}
	return items
}

func (w *window) colourItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range []struct {
		words string
		mode  look.Mode
	}{{"Light", look.Light}, {"Dark", look.Dark}, {"As the system", look.System}} {
		i := fyne.NewMenuItem(c.words, func() { w.setTheme(c.mode) })
		i.Checked = w.themeMode() == c.mode
		items = append(items, i)
	}
	return items
}
