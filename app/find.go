package app

import (
	"byline/app/look/marked"
	"byline/app/panel/search"
	"byline/app/session"
	"byline/app/wording"
)

// find lists what the session finds for some words.
func (w *window) find(words string) {
	w.hits, w.taken = nil, 0
	if words != "" {
		w.hits = w.s.Find(words)
	}
	results := make([]search.Result, len(w.hits))
	for i, h := range w.hits {
		results[i] = w.resultOf(h)
	}
	w.search.List(results, "Nothing called “"+words+"”. Searched names, other names and sentences.")
}

func (w *window) resultOf(h session.Hit) search.Result {
	r := search.Result{Text: marked.Content{Text: h.Text, Bold: []marked.Span{{Start: h.Start, End: h.End}}}}
	if h.Kind == session.HitSentence {
		if a, ok := w.article(h.Span.Article); ok {
			r.Note = wording.Title(a) + " · " + wording.Source(a)
		}
		return r
	}
	if e, err := w.snap.Graph.Entity(h.Entity); err == nil {
		r.Kind = e.Kind
		if h.Kind == session.HitOtherName {
			r.Note = e.Name
		}
	}
	return r
}

// take goes to a result: a thing is selected and brought to the middle, a
// sentence opened in the reader.
func (w *window) take(index int) {
	if index >= len(w.hits) {
		return
	}
	w.taken = index
	h := w.hits[index]
	if h.Kind == session.HitSentence {
		w.openPlace(h.Span)
		return
	}
	w.goTo(h.Entity)
}

// takeNext goes to the next result, or the one before.
func (w *window) takeNext(by int) {
	n := len(w.hits)
	w.take((w.taken + by + n) % n)
}
