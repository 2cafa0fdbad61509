package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"byline/app/command"
	"byline/app/dialogs"
)

// keysOfWindow has every key do its action. A shortcut that the main menu
// shows is the menu's already.
func (w *window) keysOfWindow() {
	c := w.win.Canvas()
	w.byKey = map[chord]func(){}
	for _, a := range w.menu.actions {
		for n, k := range a.chords() {
			w.byKey[k] = w.doing(a)
			if k.held != 0 && n > 0 {
				c.AddShortcut(k.shortcut(), func(fyne.Shortcut) { w.byKey[k]() })
			}
		}
	}
	c.SetOnTypedKey(w.typedKey)
	c.SetOnTypedRune(w.typedRune)
}

// doing does the action if it can be done and no dialog and no menu is open.
// A text field that has the keys does with them what belongs to text.
func (w *window) doing(a action) func() {
	return func() {
		c := w.win.Canvas()
		if field, ok := c.Focused().(fyne.Shortcutable); ok && a.text != nil {
			field.TypedShortcut(a.text)
			return
		}
		if c.Overlays().Top() == nil && a.possible() && a.do != nil && (!w.reviewing() || !a.onCanvas()) {
			a.do()
		}
	}
}

// typedKey does what a key means while no field has the keys.
func (w *window) typedKey(e *fyne.KeyEvent) {
	if w.reviewing() && w.typedOnReview(e.Name) {
		return
	}
	if do, ok := w.byKey[chord{key: e.Name}]; ok {
		do()
	}
}

func (w *window) typedRune(r rune) {
	if do, ok := w.byKey[chord{sign: []rune(strings.ToLower(string(r)))[0]}]; ok {
		do()
	}
}

// readSelected opens the sentence of the selected link.
func (w *window) readSelected() {
	if l, err := w.snap.Graph.Link(w.sel.link); err == nil {
		w.openSentence(l.Key(), 0)
	}
}

// escape stops the work, or leaves the selection, or closes the reader.
func (w *window) escape() {
	switch {
	case w.snap.Progress.Running:
		w.s.Stop()
	case w.reviewing():
		w.closeReview()
	case !w.sel.empty():
		w.selectNone()
	case w.frame.readerOpen:
		w.closeReader()
	}
}

// mouse is what the mouse does on the canvas.
func mouse() []dialogs.Key {
	return []dialogs.Key{
		{Does: "Mouse"},
		{Keys: "Wheel", Does: "Zoom at the pointer"},
		{Keys: "Drag on the ground", Does: "Move the picture"},
		{Keys: "Right or middle drag", Does: "Move the picture"},
		{Keys: "Click", Does: "Select a thing or a link"},
		{Keys: "Ctrl or Shift click", Does: "Add to the selection or take away"},
		{Keys: "Ctrl or Shift drag", Does: "Select what lies in a rectangle"},
		{Keys: "Shift Alt drag", Does: "Select what lies inside a line"},
		{Keys: "Space and drag", Does: "Move the picture, whatever lies there"},
		{Keys: "Drag a thing", Does: "Move it, and what is selected with it, and pin it"},
		{Keys: "Drag a thing onto one of its kind", Does: "Merge the two"},
		{Keys: "Double click", Does: "Fold neighbours, or show them"},
		{Keys: "Right click", Does: "Menu"},
		{Keys: "Drop files", Does: "Read them"},
	}
}

// manyKeys is the number of keys from which the list names only the first and
// the last of a menu.
const manyKeys = 4

// keyList is what mouse and keys do, menu by menu.
func (w *window) keyList() []dialogs.Key {
	list, heading := mouse(), ""
	for n, a := range w.menu.actions {
		if a.words == "" || a.list != nil {
			continue
		}
		if a.menu != heading {
			heading = a.menu
			list = append(list, dialogs.Key{Does: heading})
		}
		folder := slices.DeleteFunc(slices.Clone(w.menu.actions), func(o action) bool {
			return a.under == "" || o.menu != a.menu || o.under != a.under
		})
		switch {
		case len(folder) < manyKeys:
			list = append(list, dialogs.Key{Keys: keyWords(a.keys), Does: a.words})
		case w.menu.actions[n-1].under != a.under:
			first, _, _ := strings.Cut(a.keys, ", ")
			last, _, _ := strings.Cut(folder[len(folder)-1].keys, ", ")
			list = append(list, dialogs.Key{Keys: keyWords(first) + " to " + keyWords(last), Does: a.under})
		}
	}
	return list
}

// keys lists what keys and mouse do.
func (w *window) keys() { dialogs.Keys(w.win.Canvas(), w.keyList()) }

// about says what the program is, and on whose work it stands.
func (w *window) about() {
	dialogs.Problems(w.win.Canvas(), "Byline "+command.Version, []string{strings.Join([]string{
		"Byline reads news articles and draws who is linked to whom in them, with the sentence behind every link. It works offline.",
		"The language model is spaCy's en_core_web_sm 3.8.0, under the MIT licence. The font is Noto Sans, under the SIL Open Font Licence.",
	}, "\n")})
}
