package json

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

// Write writes the graph of these articles as one object on one line. Places
// in an article that is not among them cannot be counted in code points; it
// is an error.
func Write(w io.Writer, id string, g *graphmodel.Graph, articles []article.Article, opts ...Option) error {
	var o options
	for _, opt := range opts {
		opt(&o)
	}
	wr := writer{rulers: rulersOf(articles)}
	file := fileGraph{Format: Format, ID: id, Articles: []fileArticle{}, Nodes: []fileNode{}, Links: []fileLink{}}
	for _, a := range articles {
		file.Articles = append(file.Articles, articleOut(a, o.text))
	}
	for _, e := range g.Entities() {
		file.Nodes = append(file.Nodes, wr.node(e))
	}
	for _, l := range g.Links() {
		file.Links = append(file.Links, wr.link(l))
	}
	if wr.err != nil {
		return fmt.Errorf("writing the graph %q as JSON: %w", id, wr.err)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if o.indent {
		enc.SetIndent("", " ")
	}
	if err := enc.Encode(file); err != nil {
		return fmt.Errorf("writing the graph %q as JSON: %w", id, err)
	}
	return nil
}

func articleOut(a article.Article, text bool) fileArticle {
	f := fileArticle{
		ID: a.ID, Name: a.Name, Title: a.Title, Outlet: a.Outlet, Author: a.Author,
		Address: a.Address, SHA256: a.SHA256, Notes: a.Notes,
	}
	if !a.Published.IsZero() {
		f.Date = nullable(a.Published.Format(time.DateOnly))
	}
	if text {
		f.Text = a.Text
	}
	return f
}

// writer turns the graph's things into those of the file and remembers the
// first thing that went wrong.
type writer struct {
	rulers rulers
	err    error
}

func (w *writer) span(s graphmodel.Span) fileSpan {
	p := w.place(s, s.Article)
	return fileSpan{s.Article, p.Start, p.End}
}

// place counts a span in code points. The article may be given by what the
// span is part of.
func (w *writer) place(s graphmodel.Span, in string) filePlace {
	r := w.rulers[in]
	if r == nil {
		if s.Start == 0 && s.End == 0 {
			return filePlace{}
		}
		if w.err == nil {
			w.err = fmt.Errorf("the text of article %q is not at hand", in)
		}
		return filePlace{}
	}
	return filePlace{r.points(s.Start), r.points(s.End)}
}

func (w *writer) optional(s graphmodel.Span, in string) *filePlace {
	if s.Empty() || s.Article != "" && s.Article != in {
		return nil
	}
	p := w.place(s, in)
	return &p
}

func (w *writer) node(e graphmodel.Entity) fileNode {
	n := fileNode{
		ID: e.ID, Kind: string(e.Kind), Name: e.Name, Names: map[string]int{}, ByHand: e.ByHand, Mentions: []fileMention{},
		Attributes: fileAttributes{Code: e.Code, Sort: string(e.MeasureSort), Amount: e.Amount},
	}
	for _, name := range e.Names {
		n.Names[name.Text] += name.Count
	}
	for _, r := range e.Roles {
		n.Attributes.Roles = append(n.Attributes.Roles, fileRole{r.Title, r.Of, r.Ended, w.span(r.Span)})
	}
	for _, s := range e.Statuses {
		n.Attributes.Statuses = append(n.Attributes.Statuses, fileStatus{s.Word, s.Date, w.span(s.Span)})
	}
	for _, m := range e.Mentions {
		n.Mentions = append(n.Mentions, fileMention{w.span(m.Span), m.Text, string(m.Form)})
	}
	return n
}

func (w *writer) link(l graphmodel.Link) fileLink {
	f := fileLink{
		From: l.From, Type: string(l.Type), To: l.To, Confidence: l.Confidence(), ByHand: l.ByHand, Reason: l.Reason,
		Polarity: string(graphmodel.Positive), Certainty: string(graphmodel.Asserted), Evidence: []fileEvidence{},
	}
	if e, ok := spokesman(l); ok {
		f.Polarity, f.Certainty = string(e.Polarity), string(e.Certainty)
		f.Attribution, f.Date, f.Amount = nullable(e.Attribution), nullable(e.Date), nullable(e.Amount)
	}
	for _, e := range l.Evidence {
		in := e.Sentence.Article
		f.Evidence = append(f.Evidence, fileEvidence{
			fileSpan: w.span(e.Sentence), Text: e.Text, Pattern: e.Pattern,
			Trigger: w.optional(e.Trigger, in), From: w.optional(e.From, in), To: w.optional(e.To, in),
			Polarity: string(e.Polarity), Certainty: string(e.Certainty), Attribution: nullable(e.Attribution),
			Tense: string(e.Tense), Date: nullable(e.Date), DateGuessed: e.DateGuessed, Amount: e.Amount,
			Confidence: e.Confidence, Confirmed: e.Confirmed,
		})
	}
	return f
}

// spokesman is the piece of evidence that speaks for the whole link: the
// first of those with the link's own status, which is the firmest there is.
func spokesman(l graphmodel.Link) (graphmodel.Evidence, bool) {
	if len(l.Evidence) == 0 {
		return graphmodel.Evidence{}, false
	}
	status := graphmodel.Link{Evidence: l.Evidence}.Status()
	for _, e := range l.Evidence {
		if e.Status() == status {
			return e, true
		}
	}
	return l.Evidence[0], true
}
