package app

import (
	"strconv"

	"byline/graphmodel/layout/choice"
)

// selectedOnly tells, in the menu, that a layout leaves everything else where
// it is.
const selectedOnly = ", selected only"

// layoutActions are the layouts, in the order of their one list.
func (w *window) layoutActions() []action {
	var all []action
	for n, l := range choice.All() {
		keys := "Ctrl+Alt+" + strconv.Itoa(n+1)
		if n == 0 {
			keys = "Ctrl+L, " + keys
		}
		all = append(all, action{menu: menuLayout, words: l.Title, keys: keys, do: func() { w.arrange(l) },
			when: func() bool { return w.begun() && w.writable() },
			label: func() string {
				if !l.Centre && len(w.sel.ids) > 1 {
					return l.Title + selectedOnly
				}
				return l.Title
			}})
	}
	return all
}

// arrange lays out what is selected, if that is more than one thing, or all.
func (w *window) arrange(l choice.Layout) {
	w.s.Arrange(l.Name, w.sel.ids)
	if l.Centre || len(w.sel.ids) < 2 {
		w.fitAll()
	}
}

// arrangeByLinks is the usual arrangement.
func (w *window) arrangeByLinks() { w.arrange(choice.All()[0]) }
