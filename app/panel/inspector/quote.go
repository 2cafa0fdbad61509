package inspector

import (
	"strings"

	"byline/app/look/marked"
	"byline/app/wording"
	"byline/graphmodel"
)

// quote is the sentence of some evidence with both ends of the link underlined
// and the word that carries it in bold.
func (i *Inspector) quote(l graphmodel.Link, e graphmodel.Evidence, mark bool) marked.Content {
	a, ok := i.articles[e.Sentence.Article]
	if !ok {
		return marked.Content{Text: e.Text}
	}
	c := marked.Content{Text: a.Text}
	for n, end := range []graphmodel.Span{e.From, e.To} {
		if id := []string{l.From, l.To}[n]; e.Sentence.Contains(end) {
			c.Names = append(c.Names, marked.Name{Span: span(end), ID: id, Kind: i.byID[id].Kind})
		}
	}
	if e.Sentence.Contains(e.Trigger) {
		c.Bold = []marked.Span{span(e.Trigger)}
	}
	if mark {
		c.Mark = []marked.Span{span(e.Sentence)}
	}
	c = c.Cut(span(e.Sentence))
	// A sentence that runs over a line end is one sentence here. The text
	// stays as long as it was, so the marks stay where they are.
	c.Text = strings.ReplaceAll(c.Text, "\n", " ")
	return c
}

func span(s graphmodel.Span) marked.Span { return marked.Span{Start: s.Start, End: s.End} }

// source says where a sentence stands.
func (i *Inspector) source(e graphmodel.Evidence) string {
	return wording.Source(i.articles[e.Sentence.Article])
}

// notes say in plain sentences who says it and what was guessed.
func (i *Inspector) notes(l graphmodel.Link, e graphmodel.Evidence) string {
	var out []string
	switch who := i.speaker(e); who {
	case "":
		out = append(out, "Said by the article itself.")
	default:
		out = append(out, "Said by "+who+".")
	}
	for n, end := range []graphmodel.Span{e.From, e.To} {
		thing := i.byID[[]string{l.From, l.To}[n]]
		if s := i.endNote(e, end, thing); s != "" {
			out = append(out, s)
		}
	}
	if e.Confirmed {
		out = append(out, "Confirmed by hand.")
	}
	if e.Amount != "" {
		out = append(out, "Amount: "+e.Amount+".")
	}
	switch {
	case e.Date != "" && e.DateGuessed:
		out = append(out, "Dated "+wording.ISODay(e.Date)+", as the article is.")
	case e.Date != "":
		out = append(out, "Dated "+wording.ISODay(e.Date)+".")
	}
	return strings.Join(out, " ")
}

// speaker is who says what a sentence says, or empty.
func (i *Inspector) speaker(e graphmodel.Evidence) string {
	if thing, ok := i.byID[e.Attribution]; ok {
		return thing.Name
	}
	return e.Attribution
}

// endNote says how the words of a sentence were read as a thing, where that
// was a guess.
func (i *Inspector) endNote(e graphmodel.Evidence, end graphmodel.Span, thing graphmodel.Entity) string {
	if !e.Sentence.Contains(end) {
		return "Guessed: the sentence does not name " + thing.Name + ". Taken from the words before it."
	}
	for _, m := range thing.Mentions {
		if m.Span == end && (m.Form == graphmodel.FormNominal || m.Form == graphmodel.FormPronoun || m.Form == graphmodel.FormMetonym) &&
			!strings.EqualFold(m.Text, thing.Name) {
			return "“" + wording.Capital(m.Text) + "” read as " + thing.Name + "."
		}
	}
	return ""
}
