package app

import (
	"slices"
	"time"

	"byline/app/look/controls"
	"byline/app/panel/logbook"
	"byline/app/session"
	"byline/app/wording"
	"byline/graphmodel"
)

// logging reports whether the log is open: it has the reader's column.
func (w *window) logging() bool { return w.frame.readerOpen && w.log.Visible() }

// articleOpen reports whether the reader shows an article.
func (w *window) articleOpen() bool { return w.frame.readerOpen && w.reader.Visible() }

// toggleLog opens the log, or closes it.
func (w *window) toggleLog() {
	if w.logging() {
		w.closeReader()
		return
	}
	if w.reviewing() {
		w.closeReview()
	}
	w.reading = reading{evidence: -1}
	w.left.articles.SetOpen("")
	w.openColumn(true)
	w.refreshLog()
	w.tellPlaces()
}

// openColumn opens the column between canvas and details for the log, or for
// the reader.
func (w *window) openColumn(log bool) {
	controls.Show(w.log, log)
	controls.Show(w.reader, !log)
	words := "Article"
	if log {
		words = "Log"
	}
	w.columnTab.SetText(words)
	w.frame.readerOpen = true
	w.frame.tab = tabReader
	w.relayout()
}

// refreshLog brings the log up to date while it is open, and says so when
// there are decisions that came not to fit.
func (w *window) refreshLog() {
	if n := len(w.snap.Unfit); n != w.unfit {
		if n > w.unfit {
			w.strip.say(wording.Count(n, "decision does", "decisions do") + " not fit the articles any more. The log has them.")
		}
		w.unfit = n
	}
	if !w.logging() {
		return
	}
	d := logbook.Data{Now: time.Now(), ReadOnly: w.snap.ReadOnly}
	for _, l := range w.snap.Log() {
		d.Lines = append(d.Lines, logbook.Line{Number: l.Number, Time: l.Time.Local(), Words: l.Words, TakesAway: l.TakesAway(), Unfit: l.Unfit})
	}
	w.log.Set(d)
}

// connectLog gives the log its answers.
func (w *window) connectLog() {
	w.log.OnChoose = w.chooseDecided
	w.log.OnTakeBack = w.s.TakeBack
	w.log.OnClose = func() {
		w.closeReader()
		w.focusCanvas()
	}
}

// chooseDecided selects what a decision is about.
func (w *window) chooseDecided(number int) {
	all := w.snap.Log()
	i := slices.IndexFunc(all, func(l session.LogLine) bool { return l.Number == number })
	if i < 0 {
		return
	}
	l := all[i]
	_, err := w.snap.Graph.Link(l.Link)
	switch {
	case l.Unfit != "" && l.Link == (graphmodel.Key{}) && w.writable():
		w.refit(number, l.Words)
	case l.Link != (graphmodel.Key{}) && err == nil:
		w.goToLink(l.Link)
	case len(l.Things) == 1:
		w.goTo(l.Things[0])
	case len(l.Things) > 1:
		for _, id := range l.Things {
			w.unhide(id)
		}
		w.choose(selection{ids: l.Things})
	default:
		w.strip.say("It is not in the graph any more. Take the decision back to see it again.")
	}
}
