package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/scene"
	"byline/app/session"
	"byline/app/wording"
)

// emptyNote stands on the canvas while nothing is drawn there, and says why.
type emptyNote struct {
	words  *controls.Words
	all    *controls.Button
	object fyne.CanvasObject
}

func newEmptyNote(showAll func()) *emptyNote {
	n := &emptyNote{words: controls.Second(""), all: controls.NewButton(controls.Usual, "", "Show all", showAll)}
	n.object = container.NewCenter(controls.Across(12, -1, n.words, n.all))
	n.object.Hide()
	return n
}

// refresh shows the note if there is a project with nothing to see of it.
func (n *emptyNote) refresh(s session.Snapshot, c scene.Counts, begun bool) {
	controls.Show(n.object, begun && c.Shown == 0)
	words, hidden := emptyWords(s, c)
	n.words.SetText(words)
	controls.Show(n.all, hidden)
	n.object.Refresh()
}

func emptyWords(s session.Snapshot, c scene.Counts) (words string, hidden bool) {
	switch {
	case s.Progress.Running:
		return s.Progress.Text, false
	case len(s.Articles) == 0:
		return "No articles yet. Add some with the button above, or drop files here.", false
	case c.Things == 0:
		return "No names found in " + wording.Count(len(s.Articles), "article", "articles") + ".", false
	case c.Unlinked == c.Things:
		return wording.Count(c.Things, "name", "names") + ", no links. A link is drawn only where a sentence says so.", true
	}
	return "The filters hide all " + wording.Count(c.Things, "thing", "things") + ".", true
}

// newTabs switches between details and reader, or log, where they share a column.
func newTabs(w *window) fyne.CanvasObject {
	to := func(t tab) func() {
		return func() {
			w.frame.tab = t
			w.relayout()
		}
	}
	w.columnTab = controls.NewButton(controls.Quiet, "", "Article", to(tabReader))
	row := controls.Across(4, -1, controls.NewButton(controls.Quiet, "", "Details", to(tabDetails)), w.columnTab)
	return controls.NewGround(look.ColorChrome, container.New(controls.Inset(2, 8), row))
}
