package json

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

// Read reads one graph and checks all that it says. Places are turned into
// bytes with the texts of these articles, matched by id, or with the texts in
// the file if it has them.
func Read(r io.Reader, articles ...article.Article) (Document, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Document{}, fmt.Errorf("reading a graph: %w", err)
	}
	if len(data) > MaxBytes {
		return Document{}, ErrTooBig
	}
	file, err := parse(data)
	if err != nil {
		return Document{}, err
	}
	rd := reader{texts: map[string]article.Article{}, unplaced: map[string]bool{}}
	for _, a := range articles {
		rd.texts[a.ID] = a
	}
	doc, err := rd.document(file)
	if err != nil {
		return Document{}, err
	}
	return doc, nil
}

// parse finds one object of the right format in data.
func parse(data []byte) (fileGraph, error) {
	var file fileGraph
	dec := json.NewDecoder(bufio.NewReader(bytes.NewReader(data)))
	if err := dec.Decode(&file); err != nil {
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) && file.Format == Format {
			return file, fmt.Errorf("%w: %s is a %s where another sort of value belongs", ErrBroken, wrong.Field, wrong.Value)
		}
		if file.Format == Format || errors.Is(err, io.ErrUnexpectedEOF) && bytes.Contains(data[:min(len(data), 256)], []byte(Format)) {
			return file, fmt.Errorf("%w: it breaks off or is no JSON after %d bytes", ErrBroken, dec.InputOffset())
		}
		return file, ErrNotGraph
	}
	switch {
	case file.Format == Format:
	case len(file.Format) > 13 && file.Format[:13] == Format[:13]:
		return file, ErrVersion
	default:
		return file, ErrNotGraph
	}
	if rest := bytes.TrimSpace(data[dec.InputOffset():]); len(rest) > 0 {
		if rest[0] == '{' {
			return file, ErrMany
		}
		return file, fmt.Errorf("%w: something follows after its end", ErrBroken)
	}
	return file, nil
}

// reader turns the things of a file into those of a graph.
type reader struct {
	texts    map[string]article.Article
	rulers   rulers
	known    map[string]bool // articles that the file names
	unplaced map[string]bool
}

func (r *reader) document(file fileGraph) (Document, error) {
	doc := Document{ID: file.ID, Graph: graphmodel.NewGraph()}
	r.known = map[string]bool{}
	for i, f := range file.Articles {
		a, err := r.article(f)
		if err != nil {
			return doc, fmt.Errorf("%w: article %d: %w", ErrBroken, i+1, err)
		}
		doc.Articles = append(doc.Articles, a)
	}
	r.rulers = rulersOf(doc.Articles)
	for i, f := range file.Nodes {
		e, err := r.node(f)
		if err == nil {
			err = doc.Graph.AddEntity(e)
		}
		if err != nil {
			return doc, fmt.Errorf("%w: node %d (%q): %w", ErrBroken, i+1, f.ID, err)
		}
	}
	for i, f := range file.Links {
		l, err := r.link(f)
		if err == nil {
			err = doc.Graph.AddLink(l)
		}
		if err != nil {
			return doc, fmt.Errorf("%w: link %d: %w", ErrBroken, i+1, err)
		}
	}
	for id := range r.unplaced {
		doc.Unplaced = append(doc.Unplaced, id)
	}
	slices.Sort(doc.Unplaced)
	return doc, nil
}

func (r *reader) article(f fileArticle) (article.Article, error) {
	if f.ID == "" {
		return article.Article{}, errors.New("it has no id")
	}
	if r.known[f.ID] {
		return article.Article{}, fmt.Errorf("the id %q is there twice", f.ID)
	}
	r.known[f.ID] = true
	a := article.Article{
		ID: f.ID, Name: f.Name, Title: f.Title, Outlet: f.Outlet, Author: f.Author,
		Address: f.Address, SHA256: f.SHA256, Notes: f.Notes, Text: f.Text,
	}
	if f.Date != "" {
		day, err := time.Parse(time.DateOnly, string(f.Date))
		if err != nil {
			return a, fmt.Errorf("the date %q is not written as 2025-03-31", string(f.Date))
		}
		a.Published = day
	}
	if given, ok := r.texts[f.ID]; ok {
		a.Text = given.Text
	} else if a.Text != "" && article.ID(a.Text) != f.ID {
		return a, fmt.Errorf("the text of %q is not the one that was read", f.ID)
	}
	return a, nil
}

// span turns code points into bytes, where the text is known.
func (r *reader) span(f fileSpan) (graphmodel.Span, error) {
	s := graphmodel.Span{Article: f.Article, Start: f.Start, End: f.End}
	if f == (fileSpan{}) {
		return s, nil
	}
	if !r.known[f.Article] {
		return s, fmt.Errorf("it names the article %q, which the file does not list", f.Article)
	}
	if f.Start < 0 || f.End < f.Start {
		return s, fmt.Errorf("it goes from place %d to %d", f.Start, f.End)
	}
	ruler := r.rulers[f.Article]
	if ruler == nil {
		r.unplaced[f.Article] = true
		return s, nil
	}
	var err error
	if s.Start, err = ruler.bytes(f.Start); err != nil {
		return s, err
	}
	s.End, err = ruler.bytes(f.End)
	return s, err
}

// quoted is span, checked against the words that should stand there.
func (r *reader) quoted(f fileSpan, text string) (graphmodel.Span, error) {
	s, err := r.span(f)
	if ruler := r.rulers[f.Article]; err == nil && ruler != nil && ruler.text[s.Start:s.End] != text {
		return s, fmt.Errorf("the words %q do not stand at place %d of the article", article.Shown(text), f.Start)
	}
	return s, err
}

func (r *reader) place(f *filePlace, in string) (graphmodel.Span, error) {
	if f == nil {
		return graphmodel.Span{}, nil
	}
	return r.span(fileSpan{in, f.Start, f.End})
}

func (r *reader) node(f fileNode) (graphmodel.Entity, error) {
	e := graphmodel.Entity{
		ID: f.ID, Kind: graphmodel.Kind(f.Kind), Name: f.Name, Code: f.Attributes.Code,
		MeasureSort: graphmodel.MeasureSort(f.Attributes.Sort), Amount: f.Attributes.Amount, ByHand: f.ByHand,
	}
	switch {
	case e.ID == "":
		return e, errors.New("it has no id")
	case !e.Kind.Valid():
		return e, fmt.Errorf("its kind %q is not country, organisation, person or measure", f.Kind)
	case e.Name == "":
		return e, errors.New("it has no name")
	}
	for text, n := range f.Names {
		e.Names = append(e.Names, graphmodel.NameCount{Text: text, Count: n})
	}
	slices.SortFunc(e.Names, func(a, b graphmodel.NameCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	for _, m := range f.Mentions {
		s, err := r.quoted(m.fileSpan, m.Text)
		if err != nil {
			return e, fmt.Errorf("the mention %q: %w", article.Shown(m.Text), err)
		}
		e.Mentions = append(e.Mentions, graphmodel.Mention{Span: s, Text: m.Text, Form: graphmodel.Form(m.Form)})
	}
	for _, role := range f.Attributes.Roles {
		s, err := r.span(role.fileSpan)
		if err != nil {
			return e, fmt.Errorf("the role %q: %w", role.Title, err)
		}
		e.Roles = append(e.Roles, graphmodel.Role{Title: role.Title, Of: role.Of, Ended: role.Ended, Span: s})
	}
	for _, st := range f.Attributes.Statuses {
		s, err := r.span(st.fileSpan)
		if err != nil {
			return e, fmt.Errorf("the status %q: %w", st.Word, err)
		}
		e.Statuses = append(e.Statuses, graphmodel.MeasureStatus{Word: st.Word, Date: st.Date, Span: s})
	}
	return e, nil
}

func (r *reader) link(f fileLink) (graphmodel.Link, error) {
	l := graphmodel.Link{From: f.From, Type: graphmodel.LinkType(f.Type), To: f.To, ByHand: f.ByHand, Reason: f.Reason}
	if !l.Type.Valid() {
		return l, fmt.Errorf("its type %q is none of the %d", f.Type, len(graphmodel.LinkTypes()))
	}
	for _, ev := range f.Evidence {
		e, err := r.evidence(ev)
		if err != nil {
			return l, fmt.Errorf("%s %s %s: the sentence %q: %w", f.From, f.Type, f.To, article.Shown(ev.Text), err)
		}
		l.Evidence = append(l.Evidence, e)
	}
	return l, nil
}

func (r *reader) evidence(f fileEvidence) (graphmodel.Evidence, error) {
	e := graphmodel.Evidence{
		Text: f.Text, Tense: graphmodel.Tense(f.Tense), Date: string(f.Date), DateGuessed: f.DateGuessed,
		Polarity: graphmodel.Polarity(f.Polarity), Certainty: graphmodel.Certainty(f.Certainty),
		Attribution: string(f.Attribution), Amount: f.Amount, Pattern: f.Pattern, Confidence: f.Confidence, Confirmed: f.Confirmed,
	}
	if e.Polarity != graphmodel.Positive && e.Polarity != graphmodel.Negated {
		return e, fmt.Errorf("its polarity %q is neither positive nor negated", f.Polarity)
	}
	if f.Confidence < 0 || f.Confidence > 1 {
		return e, fmt.Errorf("its confidence %v is not between 0 and 1", f.Confidence)
	}
	var err error
	if e.Sentence, err = r.quoted(f.fileSpan, f.Text); err != nil {
		return e, err
	}
	places := []struct {
		into *graphmodel.Span
		from *filePlace
	}{{&e.Trigger, f.Trigger}, {&e.From, f.From}, {&e.To, f.To}}
	for _, p := range places {
		if *p.into, err = r.place(p.from, f.Article); err != nil {
			return e, err
		}
	}
	return e, nil
}
