package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"byline/app/command"
	"byline/app/dialogs"
)

// keysOfWindow adds the keys that no menu has.
func (w *window) keysOfWindow() {
	c := w.win.Canvas()
	add := func(key fyne.KeyName, modifier fyne.KeyModifier, do func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: modifier}, func(fyne.Shortcut) { w.free(do)() })
	}
	const control = fyne.KeyModifierShortcutDefault
	add(fyne.KeyZ, control|fyne.KeyModifierShift, w.redo)
	add(fyne.KeyLeft, fyne.KeyModifierAlt, w.back)
	add(fyne.KeyRight, fyne.KeyModifierAlt, w.forward)
	add(fyne.KeyH, control, func() { w.hide(w.sel.ids) })
	add(fyne.KeyH, control|fyne.KeyModifierShift, func() { w.hideOthers(w.sel.ids) })
	add(fyne.KeyE, control, func() {
		for _, id := range w.sel.ids {
			w.expand(id)
		}
	})
	add(fyne.KeyPlus, control, w.zoomIn)
	c.AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { w.free(func() { w.paste(w.app.Clipboard().Content()) })() })
	c.AddShortcut(&fyne.ShortcutSelectAll{}, func(fyne.Shortcut) { w.free(w.selectAll)() })
	c.SetOnTypedKey(w.typedKey)
	c.SetOnTypedRune(w.typedRune)
}

// free is what to do, but only while no dialog and no menu is open.
func (w *window) free(do func()) func() {
	return func() {
		if w.win.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// typedKey does what a key means while no field has the keys.
func (w *window) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDelete, fyne.KeyBackspace:
		w.deleteSelected()
	case fyne.KeyF2:
		w.renameSelected()
	case fyne.KeyReturn, fyne.KeyEnter:
		w.readSelected()
	case fyne.KeyF1:
		w.keys()
	case fyne.KeyF11:
		w.fullScreen()
	case fyne.KeyEscape:
		w.escape()
	}
}

func (w *window) typedRune(r rune) {
	switch r {
	case '/':
		w.focusFind()
	case '?':
		w.keys()
	case 'p', 'P':
		w.pinSelected()
	}
}

// readSelected opens the sentence of the selected link.
func (w *window) readSelected() {
	if l, err := w.snap.Graph.Link(w.sel.link); err == nil {
		w.openSentence(l.Key(), 0)
	}
}

// escape stops the work, or closes the reader, or leaves the selection.
func (w *window) escape() {
	switch {
	case w.snap.Progress.Running:
		w.s.Stop()
	case !w.sel.empty():
		w.selectNone()
	case w.frame.readerOpen:
		w.closeReader()
	}
}

var keyList = []dialogs.Key{
	{Does: "Mouse"},
	{Keys: "Wheel", Does: "Zoom at the pointer"},
	{Keys: "Drag on the ground", Does: "Move the picture"},
	{Keys: "Click", Does: "Select a thing or a link"},
	{Keys: "Ctrl or Shift click", Does: "Add to the selection or take away"},
	{Keys: "Ctrl or Shift drag", Does: "Select what lies in a rectangle"},
	{Keys: "Drag a thing", Does: "Move it and pin it there"},
	{Keys: "Double click", Does: "Fold neighbours, or show them"},
	{Keys: "Right click", Does: "Menu"},
	{Does: "See"},
	{Keys: "Ctrl F or /", Does: "Find a name or a sentence"},
	{Keys: "Arrows", Does: "Walk along links, or move the picture"},
	{Keys: "Enter", Does: "Read the sentence of the selected link"},
	{Keys: "+ and -", Does: "Zoom"},
	{Keys: "Ctrl 0, Ctrl 9", Does: "Fit all, fit the selection"},
	{Keys: "Alt Left, Alt Right", Does: "Back, forward"},
	{Keys: "F11", Does: "Full screen"},
	{Does: "Select"},
	{Keys: "Ctrl A, Ctrl Shift A", Does: "All, nothing"},
	{Keys: "Ctrl B, Ctrl I", Does: "Neighbours too, the others"},
	{Keys: "Escape", Does: "Stop, or select nothing"},
	{Does: "Change"},
	{Keys: "Ctrl Z, Ctrl Y", Does: "Undo, redo"},
	{Keys: "F2", Does: "Rename"},
	{Keys: "P", Does: "Pin, or let go"},
	{Keys: "Delete", Does: "Delete a thing, reject a link"},
	{Keys: "Ctrl E", Does: "Fold neighbours, or show them"},
	{Keys: "Ctrl H, Ctrl Shift H", Does: "Hide, hide the others"},
	{Does: "Files"},
	{Keys: "Ctrl V", Does: "Read the text on the clipboard"},
	{Keys: "Ctrl N, Ctrl O", Does: "New project, open a project"},
	{Keys: "Ctrl Shift S", Does: "Save the project under another name"},
	{Keys: "Ctrl P", Does: "Export a picture or data"},
	{Keys: "Ctrl Q", Does: "Quit"},
}

// keys lists what keys and mouse do.
func (w *window) keys() { dialogs.Keys(w.win.Canvas(), keyList) }

// about says what the program is, and on whose work it stands.
func (w *window) about() {
	dialogs.Problems(w.win.Canvas(), "Byline "+command.Version, []string{strings.Join([]string{
		"Byline reads news articles and draws who is linked to whom in them, with the sentence behind every link. It works offline.",
		"The language model is spaCy's en_core_web_sm 3.8.0, under the MIT licence. The font is Noto Sans, under the SIL Open Font Licence.",
	}, "\n")})
}
