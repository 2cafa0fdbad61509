package app

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"byline/app/look/marked"
	"byline/app/panel/review"
	"byline/app/session"
	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/resolve/suggest"
)

// asking is where a person is in the review.
type asking struct {
	index  int       // of the pair in question
	pair   [2]string // ids of its things; empty: whichever is at the index
	last   [2]string // the pair answered last
	before selection // what was selected on the canvas
}

func (w *window) reviewing() bool { return w.review.Visible() }

// inQuestion is the pair that the page shows, if it is still to be decided.
func (w *window) inQuestion() (suggest.Suggestion, bool) {
	i := w.placeOfPair()
	if i < 0 || !w.reviewing() {
		return suggest.Suggestion{}, false
	}
	return w.snap.Suggestions[i], true
}

func (w *window) placeOfPair() int {
	return slices.IndexFunc(w.snap.Suggestions, func(s suggest.Suggestion) bool { return [2]string{s.A, s.B} == w.asking.pair })
}

// answerable reports whether there is a pair in question that can be decided.
func (w *window) answerable() bool {
	_, asked := w.inQuestion()
	return asked && w.writable()
}

// toggleReview opens the review over the canvas, or goes back to the graph.
func (w *window) toggleReview() {
	if w.reviewing() {
		w.closeReview()
		return
	}
	w.asking = asking{before: w.sel}
	w.selectNone()
	w.win.Canvas().Unfocus()
	w.review.Show()
	w.refreshReview()
	w.relayout()
}

func (w *window) closeReview() {
	w.review.Hide()
	w.strip.say("")
	w.relayout()
	w.show(w.asking.before)
	w.refreshReview()
	w.focusCanvas()
	w.tellPlaces()
}

// connectReview gives the page its answers.
func (w *window) connectReview() {
	w.review.OnAnswer = w.answer
	w.review.OnGo = func(index int) {
		w.asking.index, w.asking.pair = index, [2]string{}
		w.refreshReview()
	}
	w.review.OnUndo = w.undo
	w.review.OnTakeBack = w.s.TakeBack
	w.review.OnRead = w.readPair
	w.review.OnClose = w.closeReview
}

// answer tells the session what a person says of the pair in question. The
// next pair takes its place.
func (w *window) answer(a review.Answer) {
	p, asked := w.inQuestion()
	if !asked {
		return
	}
	w.asking.pair, w.asking.last = [2]string{}, [2]string{p.A, p.B}
	switch a {
	case review.Same:
		w.s.Merge(p.A, p.B)
	case review.Different:
		w.s.Different(p.A, p.B)
	default:
		w.s.Hold(p.A, p.B)
	}
}

func (w *window) answers(a review.Answer) func() { return func() { w.answer(a) } }

// askAgain has the pair answered last in question again, once its answer is
// taken back.
func (w *window) askAgain() { w.asking.pair = w.asking.last }

// typedOnReview does what a key means on the review page; false leaves it to
// the window.
func (w *window) typedOnReview(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyUp:
		w.review.Step(-1)
	case fyne.KeyDown:
		w.review.Step(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		w.readPair()
	default:
		return false
	}
	return true
}

// readPair shows the two on the canvas, and the first sentence in its article.
func (w *window) readPair() {
	p, asked := w.inQuestion()
	if !asked {
		return
	}
	w.asking.before = selection{ids: []string{p.A, p.B}}
	w.unhide(p.A)
	w.unhide(p.B)
	w.closeReview()
	if e, err := w.snap.Graph.Entity(p.A); err == nil {
		if all := w.telling(e); len(all) > 0 {
			w.openPlace(w.sentenceOf(all[0]))
		}
	}
}

// refreshReview brings the page and the number on its button up to date.
func (w *window) refreshReview() {
	open := 0
	for _, s := range w.snap.Suggestions {
		if !s.Held {
			open++
		}
	}
	w.toolbar.review.SetCount(open)
	w.toolbar.review.SetOn(w.reviewing())
	if !w.reviewing() {
		return
	}
	all := w.snap.Suggestions
	if i := w.placeOfPair(); i >= 0 {
		w.asking.index = i
	}
	w.asking.index = max(0, min(w.asking.index, len(all)-1))
	if w.asking.pair == [2]string{} && open > 0 && all[w.asking.index].Held && w.asking.last != [2]string{} {
		w.asking.index = 0 // past the last of those that are open: to the first again
	}
	d := review.Data{Current: w.asking.index, ReadOnly: w.snap.ReadOnly, CanUndo: w.snap.CanUndo, Decided: w.decided()}
	for _, s := range all {
		d.Pairs = append(d.Pairs, w.pairLine(s))
	}
	if len(all) > 0 {
		s := all[w.asking.index]
		w.asking.pair = [2]string{s.A, s.B}
		d.A, d.B, d.Reasons = w.sideOf(s.A), w.sideOf(s.B), s.Reasons
		w.strip.say("“Same” joins the names and their " + wording.Count(d.A.Links+d.B.Links, "link", "links") + ". You can take one name out again later.")
	} else {
		w.strip.say("")
	}
	w.review.Set(d)
	w.tellPlaces()
}

func (w *window) pairLine(s suggest.Suggestion) review.Pair {
	// The session suggests only what is in the graph.
	a, _ := w.snap.Graph.Entity(s.A)
	b, _ := w.snap.Graph.Entity(s.B)
	return review.Pair{A: a.Name, B: b.Name, Kind: a.Kind, Held: s.Held}
}

// decided are the answers given so far, the newest first.
func (w *window) decided() []review.Line {
	var lines []review.Line
	for _, l := range w.snap.Log() {
		if l.Act == graphmodel.ActSame || l.Act == graphmodel.ActDifferent || l.Act == graphmodel.ActHold {
			lines = append(lines, review.Line{Number: l.Number, Verb: l.Verb, Names: l.Names, When: wording.Moment(l.Time.Local(), time.Now())})
		}
	}
	return lines
}

const (
	sideQuotes = 2
	sideLinks  = 4
)

// sideOf is one thing of a pair with what the texts say of it.
func (w *window) sideOf(id string) review.Side {
	e, err := w.snap.Graph.Entity(id)
	if err != nil {
		return review.Side{}
	}
	links := w.snap.Graph.LinksOf(id)
	slices.SortStableFunc(links, func(a, b graphmodel.Link) int {
		return cmp.Or(weakLast(a)-weakLast(b), len(b.Evidence)-len(a.Evidence))
	})
	s := review.Side{Entity: e, Links: len(links), Articles: e.Articles()}
	said := map[graphmodel.Span]bool{}
	for _, m := range w.telling(e) {
		if at := w.sentenceOf(m); !said[at] && len(s.Quotes) < sideQuotes {
			said[at] = true
			s.Quotes = append(s.Quotes, w.quoteOf(m, at, links))
		}
	}
	for _, l := range links[:min(len(links), sideLinks)] {
		line := review.Link{Words: l.Type.Words(), Status: l.Status()}
		end := l.To
		if l.To == id {
			line.Words, end = strings.TrimPrefix(wording.Passive(l.Type), "is "), l.From
		}
		if line.Other, err = w.snap.Graph.Entity(end); err == nil {
			s.Best = append(s.Best, line)
		}
	}
	return s
}

func weakLast(l graphmodel.Link) int {
	if l.Type.Weak() {
		return 1
	}
	return 0
}

// telling are the mentions of a thing, those by name first.
func (w *window) telling(e graphmodel.Entity) []graphmodel.Mention {
	grade := func(m graphmodel.Mention) int {
		switch m.Form {
		case graphmodel.FormName, graphmodel.FormAcronym:
			return 0
		case graphmodel.FormPronoun:
			return 2
		}
		return 1
	}
	all := slices.DeleteFunc(slices.Clone(e.Mentions), func(m graphmodel.Mention) bool {
		_, there := w.article(m.Article)
		return !there
	})
	slices.SortStableFunc(all, func(a, b graphmodel.Mention) int { return grade(a) - grade(b) })
	return all
}

// sentenceOf is the sentence around a mention.
func (w *window) sentenceOf(m graphmodel.Mention) graphmodel.Span {
	a, _ := w.article(m.Article)
	s := session.SentenceAt(a.Text, m.Start)
	s.Article, s.End = a.ID, max(s.End, m.End)
	return s
}

// quoteOf is a sentence with its names underlined and the mention marked.
func (w *window) quoteOf(m graphmodel.Mention, at graphmodel.Span, links []graphmodel.Link) review.Quote {
	a, _ := w.article(m.Article)
	c := marked.Content{Text: a.Text, Names: w.namesIn(a.ID), Mark: []marked.Span{spanOf(m.Span)}}.Cut(spanOf(at))
	c.Text = strings.ReplaceAll(c.Text, "\n", " ")
	q := review.Quote{Content: c, Source: wording.Place(a, at.Start), Status: graphmodel.StatusStated}
	for _, l := range links {
		for _, e := range l.Evidence {
			if e.Sentence.Contains(m.Span) {
				q.Status = e.Status()
				return q
			}
		}
	}
	return q
}
