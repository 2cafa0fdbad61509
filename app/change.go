package app

import (
	"byline/app/dialogs"
	"byline/app/session"
	"byline/graphmodel"
)

func (w *window) undo() {
	w.askAgain()
	w.s.Undo()
}
func (w *window) redo() { w.s.Redo() }

func (w *window) renameSelected() {
	if id, one := w.sel.one(); one {
		w.rename(id)
	}
}

func (w *window) rename(id string) {
	e, err := w.snap.Graph.Entity(id)
	if err != nil || w.snap.ReadOnly {
		return
	}
	dialogs.Rename(w.win.Canvas(), e.Name, func(name string) { w.s.Rename(id, name) })
}

// pinSelected pins the selected things, or lets them go if all are pinned.
func (w *window) pinSelected() {
	w.s.Pin(w.sel.ids, !w.allPinned())
}

func (w *window) allPinned() bool {
	for _, id := range w.sel.ids {
		if !w.snap.Pinned[id] {
			return false
		}
	}
	return len(w.sel.ids) > 0
}

// deleteSelected deletes the selected things, or rejects the selected link.
func (w *window) deleteSelected() {
	if w.sel.link != (graphmodel.Key{}) {
		w.s.RejectLink(w.sel.link)
		return
	}
	w.delete(w.sel.ids)
}

func (w *window) delete(ids []string) {
	w.s.Delete(ids...)
}

// sayMerge says what happens if a thing is let go on another.
func (w *window) sayMerge(id, onto string) {
	words := ""
	a, err := w.snap.Graph.Entity(id)
	if b, ontoErr := w.snap.Graph.Entity(onto); err == nil && ontoErr == nil {
		words = "Let go to merge " + a.Name + " into " + b.Name + "."
	}
	w.strip.say(words)
}

func (w *window) mergeSelected() {
	if id, one := w.sel.one(); one {
		w.merge(id)
	}
}

func (w *window) splitSelected() {
	if id, one := w.sel.one(); one {
		w.split(id)
	}
}

// mergeOnto merges a thing that was dragged onto another into that.
func (w *window) mergeOnto(onto, id string) {
	w.choose(selection{ids: []string{onto}})
	w.s.Merge(onto, id)
}

// merge asks which thing is the same one.
func (w *window) merge(id string) {
	e, err := w.snap.Graph.Entity(id)
	if err != nil {
		return
	}
	w.chooseThing("Same as "+e.Name, "Find the other name", id, func(other string) { w.s.Merge(id, other) })
}

// chooseThing asks for a thing by one of its names, any but the one of the id
// but.
func (w *window) chooseThing(title, hint, but string, done func(id string)) {
	var found []session.Hit
	dialogs.Choose(w.win.Canvas(), title, hint, func(words string) []dialogs.Option {
		found = nil
		var options []dialogs.Option
		for _, h := range w.s.Find(words) {
			if h.Kind != session.HitSentence && h.Entity != but {
				found = append(found, h)
				options = append(options, w.optionOf(h))
			}
		}
		return options
	}, func(index int) { done(found[index].Entity) })
}

func (w *window) optionOf(h session.Hit) dialogs.Option {
	r := w.resultOf(h)
	return dialogs.Option{Kind: r.Kind, Name: h.Text, Note: r.Note}
}
