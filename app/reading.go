package app

import (
	"fmt"
	"slices"

	"byline/app/look/marked"
	"byline/app/panel/reader"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// reading is what the reader shows.
type reading struct {
	article string
	// link is the one whose sentence is shown, evidence its index; both are
	// empty for an article by itself.
	link     graphmodel.Key
	evidence int
	// place is a sentence that was found without a link.
	place graphmodel.Span
}

func (w *window) article(id string) (article.Article, bool) {
	i := slices.IndexFunc(w.snap.Articles, func(a article.Article) bool { return a.ID == id })
	if i < 0 {
		return article.Article{}, false
	}
	return w.snap.Articles[i], true
}

// openArticle shows an article from its start.
func (w *window) openArticle(id string) {
	w.reading = reading{article: id, evidence: -1}
	w.showReading()
}

// openPlace shows a sentence of an article.
func (w *window) openPlace(s graphmodel.Span) {
	w.reading = reading{article: s.Article, evidence: -1, place: s}
	w.showReading()
}

// openSentence shows the sentence of some evidence in its article, and selects
// the link that it stands behind.
func (w *window) openSentence(key graphmodel.Key, evidence int) {
	l, err := w.snap.Graph.Link(key)
	if err != nil || evidence >= len(l.Evidence) {
		return
	}
	w.reading = reading{article: l.Evidence[evidence].Sentence.Article, link: l.Key(), evidence: evidence}
	w.showReading()
	if w.sel.link == l.Key() {
		w.inspector.ShowLink(l.Key(), evidence)
	}
}

// stepSentence shows the next or the last sentence of the link.
func (w *window) stepSentence(by int) {
	l, err := w.snap.Graph.Link(w.reading.link)
	if err != nil || len(l.Evidence) == 0 {
		return
	}
	n := len(l.Evidence)
	w.openSentence(w.reading.link, (w.reading.evidence+by+n)%n)
}

func (w *window) closeReader() {
	w.reading = reading{evidence: -1}
	w.frame.readerOpen = false
	w.left.articles.SetOpen("")
	w.relayout()
	if w.sel.link != (graphmodel.Key{}) {
		w.inspector.ShowLink(w.sel.link, -1)
	}
}

// showReading brings the reader up to date, and opens it.
func (w *window) showReading() {
	a, ok := w.article(w.reading.article)
	if !ok {
		if w.articleOpen() {
			w.closeReader()
		}
		return
	}
	v := reader.View{Article: a, Names: w.namesIn(a.ID)}
	if l, err := w.snap.Graph.Link(w.reading.link); err == nil && w.reading.evidence >= 0 && w.reading.evidence < len(l.Evidence) {
		e := l.Evidence[w.reading.evidence]
		v.Sentence, v.Trigger = spanOf(e.Sentence), spanOf(e.Trigger)
		v.Place = fmt.Sprintf("%d of %d", w.reading.evidence+1, len(l.Evidence))
		for n, o := range l.Evidence {
			if n != w.reading.evidence && o.Sentence.Article == a.ID && o.Sentence != e.Sentence {
				v.Others = append(v.Others, spanOf(o.Sentence))
			}
		}
	} else if w.reading.place.Article == a.ID {
		v.Sentence = spanOf(w.reading.place)
	}
	w.left.articles.SetOpen(a.ID)
	w.openColumn(false)
	w.reader.Open(v)
}

func spanOf(s graphmodel.Span) marked.Span { return marked.Span{Start: s.Start, End: s.End} }

// namesIn are the names in an article, found once for each graph.
func (w *window) namesIn(id string) []marked.Name {
	if w.names == nil {
		w.names = map[string][]marked.Name{}
		for _, e := range w.snap.Graph.Entities() {
			for _, m := range e.Mentions {
				w.names[m.Article] = append(w.names[m.Article], marked.Name{Span: spanOf(m.Span), Kind: e.Kind, ID: e.ID})
			}
		}
	}
	return w.names[id]
}
