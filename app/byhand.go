package app

import (
	"byline/app/dialogs"
	"byline/app/wording"
	"byline/graphmodel"
)

// Things, links and notes that a person adds. They need a reason: what has
// neither a sentence nor a reason is no news.

// addThing asks for a kind, a name and a reason.
func (w *window) addThing() {
	c := w.win.Canvas()
	kinds := graphmodel.Kinds()
	var options []dialogs.Option
	for _, k := range kinds {
		options = append(options, dialogs.Option{Kind: k, Name: wording.Capital(string(k))})
	}
	dialogs.ChooseFrom(c, "Add a thing by hand", "Which kind", options, func(index int) {
		dialogs.Name(c, "What is the "+string(kinds[index])+" called?", "Next", "", func(name string) {
			w.askReason("Add "+name, func(reason string) {
				w.awaited = w.s.AddThing(kinds[index], name, reason, graphmodel.Span{})
			})
		})
	})
}

// askReason asks why something is added.
func (w *window) askReason(title string, done func(reason string)) {
	dialogs.Name(w.win.Canvas(), title+": how do you know?", "Add", "", done)
}

// twoSelected reports whether two things are selected.
func (w *window) twoSelected() bool { return len(w.sel.ids) == 2 }

// addLink asks how the two selected things are linked, and how one knows.
func (w *window) addLink() {
	if !w.twoSelected() {
		return
	}
	all := w.possibleLinks(w.sel.ids[0], w.sel.ids[1])
	var options []dialogs.Option
	for _, key := range all {
		options = append(options, dialogs.Option{Kind: w.kindOf(key.From), Name: w.nameOf(key.From) + " " + key.Type.Words() + " " + w.nameOf(key.To)})
	}
	dialogs.ChooseFrom(w.win.Canvas(), "Link by hand", "What one does to the other", options, func(index int) {
		key := all[index]
		w.askReason(wording.Capital(key.Type.Words()), func(reason string) {
			if w.s.AddLink(key, reason, graphmodel.Span{}) {
				w.choose(selection{ids: []string{key.From, key.To}})
			}
		})
	})
}

// possibleLinks are the links that may join two things, in both directions.
func (w *window) possibleLinks(a, b string) []graphmodel.Key {
	var keys []graphmodel.Key
	for _, t := range graphmodel.LinkTypes() {
		for n, ends := range [2][2]string{{a, b}, {b, a}} {
			if t.Fits(w.kindOf(ends[0]), w.kindOf(ends[1])) && (n == 0 || !t.Undirected()) {
				keys = append(keys, graphmodel.Key{From: ends[0], Type: t, To: ends[1]})
			}
		}
	}
	return keys
}

// noteSelected asks for a note on the selected thing or link.
func (w *window) noteSelected() {
	c := w.win.Canvas()
	if w.sel.link != (graphmodel.Key{}) {
		key := w.sel.link
		dialogs.Note(c, "Note on the link", w.noteOn("", key), func(text string) { w.s.SetLinkNote(key, text) })
		return
	}
	if id, one := w.sel.one(); one {
		dialogs.Note(c, "Note on "+w.nameOf(id), w.noteOn(id, graphmodel.Key{}), func(text string) { w.s.SetNote(id, text) })
	}
}

// canNote reports whether one thing or a link is selected.
func (w *window) canNote() bool {
	return w.writable() && (w.oneSelected() || w.sel.link != (graphmodel.Key{}))
}

// noteOn is the note on a thing or a link, or empty.
func (w *window) noteOn(id string, key graphmodel.Key) string {
	for _, n := range w.snap.Notes {
		if n.Thing == id && n.Link == key {
			return n.Text
		}
	}
	return ""
}
