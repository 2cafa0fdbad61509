package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/wording"
	"byline/graphmodel"
)

// link shows a link: its two ends, and every sentence behind it.
func (i *Inspector) link(l graphmodel.Link) []fyne.CanvasObject {
	out := []fyne.CanvasObject{
		padded(12, 12, i.linkHead(l)),
		i.note("", l.Key()),
		padded(0, 0, controls.Rule()),
		padded(6, 6, controls.Figures(
			figure(len(l.Evidence), "sentence", "sentences"),
			figure(l.Articles(), "article", "articles"),
		)),
		controls.Rule(),
	}
	for n, e := range l.Evidence {
		out = append(out, i.evidence(l, n, e), controls.Rule())
	}
	if l.ByHand {
		out = append(out, padded(8, 8, note("Drawn by hand.", look.Text, look.TextLine)), controls.Rule())
	}
	out = append(out, padded(12, 4, i.linkButtons(l)))
	if others := i.otherLinks(l); others != nil {
		out = append(out, padded(8, 4, others))
	}
	if len(l.Evidence) > 0 {
		out = append(out, padded(8, 16, note("The link stays as long as one sentence stays.", look.Caption, look.CaptionLine)))
	}
	return out
}

func (i *Inspector) linkHead(l graphmodel.Link) fyne.CanvasObject {
	between := controls.Across(6, -1, controls.NewWords(l.Type.Words(), look.Text, theme.ColorNameForeground).Strong())
	if since := firstDay(l); since != "" {
		between.Add(controls.Second("since " + since))
	}
	return controls.Column(2,
		i.linkName(l.From),
		controls.Across(8, 1, controls.Downward(l.Type.Undirected()), between),
		i.linkName(l.To),
	)
}

func (i *Inspector) linkName(id string) fyne.CanvasObject {
	e := i.byID[id]
	return controls.NewRow(look.Row, controls.Across(8, 1, controls.ThingSign(e, 26), head(e.Name, look.LinkEnd, 21)), func() { i.OnEntity(id) })
}

// firstDay is the earliest day that a sentence itself gives, or empty.
func firstDay(l graphmodel.Link) string {
	first := ""
	for _, e := range l.Evidence {
		if e.Date != "" && !e.DateGuessed && (first == "" || e.Date < first) {
			first = e.Date
		}
	}
	return wording.ISODay(first)
}

// evidence is one sentence with what is known about it. The one that the
// reader shows wears the mark and a bar at the edge.
func (i *Inspector) evidence(l graphmodel.Link, n int, e graphmodel.Evidence) fyne.CanvasObject {
	now := n == i.shown.evidence
	open := func() { i.OnSentence(l.Key(), n) }
	source := i.source(e)
	if a, ok := i.articles[e.Sentence.Article]; ok {
		source = wording.Place(a, e.Sentence.Start)
	}
	text := marked.NewText(i.quote(l, e, now), marked.Style{Size: look.Text, Line: quoteLine + 2})
	text.OnTapped = open
	text.OnName = func(string) { open() }
	below := controls.Column(2, controls.Space(1, 2), note(i.notes(l, e), look.Caption, look.CaptionLine))
	body := controls.Column(6,
		controls.Across(8, 0, controls.Small(source).Cut(), controls.Chip(e.Status()), i.sentenceMore(l, n)),
		controls.Quoted(controls.Bar(e.Status()), text, below),
	)
	row := controls.NewRow(0, padded(10, 10, body), open)
	row.Bleed = 0
	row.OnMenu = func(at fyne.Position) { i.OnSentenceMenu(l.Key(), n, at) }
	if !now {
		return row
	}
	return controls.Edged(row)
}

// sentenceMore opens the menu of one sentence.
func (i *Inspector) sentenceMore(l graphmodel.Link, n int) fyne.CanvasObject {
	more := controls.NewIconButton("more", "More", i.tips, nil)
	more.OnTapped = func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more)
		i.OnSentenceMenu(l.Key(), n, at.AddXY(0, more.Size().Height))
	}
	return more
}

func (i *Inspector) linkButtons(l graphmodel.Link) fyne.CanvasObject {
	row := controls.Flow(8)
	if len(l.Evidence) > 0 {
		row.Add(controls.NewButton(controls.Usual, "copy", "Copy with source", func() { i.OnCopy(i.cited(l)) }))
	}
	if !i.data.ReadOnly {
		row.Add(controls.NewButton(controls.Usual, "close", "Reject link", func() { i.OnReject(l.Key()) }))
		if !l.Confirmed() {
			row.Add(controls.NewButton(controls.Usual, "tick", "Confirm link", func() { i.OnConfirm(l.Key()) }))
		}
	}
	return row
}

// cited is the link in words with its sentences and their sources.
func (i *Inspector) cited(l graphmodel.Link) string {
	var b strings.Builder
	b.WriteString(i.byID[l.From].Name + " " + l.Type.Words() + " " + i.byID[l.To].Name + "\n")
	for _, e := range l.Evidence {
		a := i.articles[e.Sentence.Article]
		b.WriteString("\n“" + wording.OneLine(e.Text) + "”\n")
		b.WriteString(wording.Title(a) + ", " + wording.Source(a) + ", paragraph " + wording.Number(wording.Paragraph(a.Text, e.Sentence.Start)))
		if a.Address != "" {
			b.WriteString(", " + a.Address)
		}
		b.WriteString(" (" + strings.ToLower(wording.Status(e.Status())) + ")\n")
	}
	return b.String()
}

// otherLinks are the other links between the same two things, or nil.
func (i *Inspector) otherLinks(l graphmodel.Link) fyne.CanvasObject {
	rows := controls.Column(0, controls.Padded(controls.Heading("Between the same two"), 4, 0))
	found := false
	for _, o := range i.data.Graph.LinksOf(l.From) {
		same := (o.From == l.From && o.To == l.To) || (o.From == l.To && o.To == l.From)
		if !same || o.Key() == l.Key() {
			continue
		}
		found = true
		words := i.byID[o.From].Name + " " + o.Type.Words() + " " + i.byID[o.To].Name
		rows.Add(controls.NewRow(look.Row, controls.Across(8, 0, controls.Plain(words).Cut(), controls.Chip(o.Status())), func() { i.OnLink(o.Key()) }))
	}
	if !found {
		return nil
	}
	return rows
}
