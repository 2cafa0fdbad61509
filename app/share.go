package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"byline/app/dialogs"
	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// What is done to many things at once, and decisions that go from one project
// to another.

// writeDecisions asks for a file for the decisions, for a colleague.
func (w *window) writeDecisions() {
	w.askForFile(fileName(w.snap.Title)+" decisions.json", w.s.WriteDecisions)
}

// applyDecisions asks for a colleague's decisions.
func (w *window) applyDecisions() {
	w.askForOpen([]string{".json"}, func(path string) {
		n, err := w.s.ApplyDecisions(path)
		if err != nil {
			w.problem(err)
			return
		}
		w.strip.say(wording.Count(n, "new decision", "new decisions") + ". The log has them.")
	})
}

// replaceInNames asks for words in names and what to put there.
func (w *window) replaceInNames() {
	dialogs.Replace(w.win.Canvas(), func(old string) int {
		n := 0
		for _, e := range w.snap.Graph.Entities() {
			if old != "" && strings.Contains(strings.ToLower(e.Name), strings.ToLower(old)) {
				n++
			}
		}
		return n
	}, func(old, other string) {
		w.strip.say(wording.Count(w.s.RenameAll(old, other), "thing", "things") + " renamed.")
	})
}

// kindsMenu makes things of one kind.
func (w *window) kindsMenu(ids []string) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, k := range graphmodel.Kinds() {
		i := fyne.NewMenuItem(wording.Capital(string(k)), func() { w.s.SetKind(k, ids...) })
		i.Checked = len(ids) > 0
		for _, id := range ids {
			i.Checked = i.Checked && w.kindOf(id) == k
		}
		m.Items = append(m.Items, i)
	}
	return m
}

// replaceArticle asks for the new text of an article.
func (w *window) replaceArticle(id string) {
	dialogs.Paste(w.win.Canvas(), "", func(text string, meta article.Article) { w.s.ReplaceArticle(id, text, meta) })
}

// refit asks what a decision is about that does not fit the articles any more.
func (w *window) refit(number int, words string) {
	w.chooseThing("What is “"+words+"” about now?", "Find the name", "", func(id string) { w.s.Refit(number, id) })
}
