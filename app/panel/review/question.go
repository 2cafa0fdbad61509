package review

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/wording"
)

const (
	margin     float32 = 32
	quoteLine  float32 = 21
	quoteLines         = 4
)

func wide(top, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(controls.Insets(top, margin, bottom, margin), o)
}

func head(text string, size, line float32) fyne.CanvasObject {
	return marked.NewText(marked.Content{Text: text}, marked.Style{Size: size, Line: line, Strong: true})
}

// nothing is what stands in the middle while no pair is in question.
func nothing(decided bool) []fyne.CanvasObject {
	words := "Where articles call things by names that are alike, Byline asks here whether they are one. Add articles, and new pairs come up."
	if decided {
		words = "All pairs are decided. New ones come up as articles are added; what you decided is not asked again."
	}
	return []fyne.CanvasObject{
		wide(28, 6, head("Nothing to review.", look.PageHead, 26)),
		wide(0, 16, note(words, look.Text, look.TextLine)),
		wide(0, 0, controls.Across(8, -1, controls.KeyHint("Esc"), controls.Second("back to the graph"))),
	}
}

// question is the current pair: what is asked, the two, why, and the answers.
func (p *Page) question() []fyne.CanvasObject {
	d := p.data
	what := "thing"
	if d.A.Entity.Kind == d.B.Entity.Kind {
		what = string(d.A.Entity.Kind)
	}
	place := fmt.Sprintf("%s of %s", wording.Number(d.Current+1), wording.Number(len(d.Pairs)))
	if d.Pairs[d.Current].Held {
		place += " · you were not sure"
	}
	out := []fyne.CanvasObject{
		wide(22, 2, head("Are these the same "+what+"?", look.PageHead, 26)),
		wide(0, 14, controls.Second(place)),
		wide(0, 20, container.New(&twoCards{}, card(d.A), card(d.B))),
		wide(0, 6, controls.Heading("Why Byline asks")),
		wide(0, 6, controls.Rule()),
	}
	for _, r := range d.Reasons {
		icon := "check"
		if r.Against {
			icon = "minus"
		}
		out = append(out, wide(4, 4, container.New(reason{}, controls.Picture(icon, 16), controls.Plain(r.Words), note(r.Detail, look.Text, look.TextLine))))
	}
	return append(out, wide(16, 16, controls.Rule()), wide(0, 10, p.answers()), wide(0, 20, p.hints()))
}

// answers are the buttons, each with its key.
func (p *Page) answers() fyne.CanvasObject {
	if p.data.ReadOnly {
		return note("This project is open for reading only: nothing can be decided.", look.Text, look.TextLine)
	}
	button := func(weight controls.Weight, words, key string, a Answer) fyne.CanvasObject {
		return controls.NewButton(weight, "", words, func() { p.OnAnswer(a) }).SetKey(key)
	}
	left := controls.Across(8, -1,
		button(controls.Main, "Same", "Y", Same), button(controls.Usual, "Different", "N", Different), button(controls.Usual, "Not sure", "H", NotSure))
	right := controls.Across(8, -1)
	if p.data.CanUndo {
		right.Add(controls.NewButton(controls.Quiet, "undo", "Undo last", func() { p.OnUndo() }))
		right.Add(controls.KeyHint("Ctrl Z"))
	}
	return container.New(spread{}, left, right)
}

// hints are the keys beside the answers.
func (p *Page) hints() fyne.CanvasObject {
	link := func(words string, tapped func()) fyne.CanvasObject {
		row := controls.NewRow(0, controls.Second(words), tapped)
		row.Bleed = 4
		return row
	}
	return container.New(spread{},
		controls.Across(8, -1, controls.KeyHint("↑"), controls.KeyHint("↓"), controls.Second("move on without deciding")),
		controls.Across(8, -1, controls.KeyHint("Enter"), link("read both in the article", func() { p.OnRead() })),
		controls.Across(8, -1, controls.KeyHint("Esc"), link("back to the graph", func() { p.OnClose() })))
}

// card is one of the two things.
func card(s Side) fyne.CanvasObject {
	e := s.Entity
	counts := wording.Count(len(e.Mentions), "mention", "mentions") + " · " + wording.Count(s.Articles, "article", "articles") + " · " + wording.Count(s.Links, "link", "links")
	body := controls.Column(0,
		container.New(controls.Insets(14, look.Pad, 4, look.Pad), controls.Across(12, 1, controls.ThingSign(e, 28), head(e.Name, look.Title, 24))),
		container.New(controls.Insets(0, look.Pad, 10, look.Pad), controls.Second(counts)),
		controls.Rule())
	for _, q := range s.Quotes {
		text := marked.NewText(q.Content, marked.Style{Size: look.Text, Line: quoteLine, Most: quoteLines})
		source := controls.Small(q.Source).Cut()
		body.Add(container.New(controls.Insets(10, look.Pad, 0, look.Pad), controls.Quoted(controls.Bar(q.Status), text, source)))
	}
	body.Add(container.New(controls.Insets(14, look.Pad, 4, look.Pad), controls.Heading("Links")))
	for _, l := range s.Best {
		body.Add(container.New(controls.Inset(0, look.Pad), linkLine(l)))
	}
	switch n := s.Links - len(s.Best); {
	case s.Links == 0:
		body.Add(container.New(controls.Inset(2, look.Pad), note("None.", look.Text, look.TextLine)))
	case n > 0:
		body.Add(container.New(controls.Inset(2, look.Pad), note(wording.Number(n)+" more", look.Caption, look.CaptionLine)))
	}
	body.Add(controls.Space(1, 14))
	g := controls.NewGround(look.ColorPanel, body)
	g.Radius, g.Stroke = 5, theme.ColorNameSeparator
	return g
}

const linkWords float32 = 88

func linkLine(l Link) fyne.CanvasObject {
	words := container.NewGridWrap(fyne.NewSize(linkWords, look.TextLine), controls.Second(l.Words).Cut())
	return container.New(controls.Inset(3, 0), controls.Across(8, 2, words, controls.KindShape(l.Other.Kind), controls.Plain(l.Other.Name).Cut(), controls.Chip(l.Status)))
}

// twoCards puts two cards of one height side by side.
type twoCards struct{}

const cardGap float32 = 16

func (twoCards) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - cardGap) / 2
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(w+cardGap), 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}

func (twoCards) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(400, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// HeightFor is the height at a width.
func (twoCards) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	w := (width - cardGap) / 2
	return max(controls.HeightOf(objects[0], w), controls.HeightOf(objects[1], w))
}

// reason puts a sign, the reason and what it rests on into three columns.
type reason struct{}

const (
	signWidth  float32 = 28
	reasonPart float32 = 0.34 // of the width
)

func (reason) columns(width float32) (words, detail float32) {
	words = max(210, width*reasonPart)
	return words, max(0, width-words)
}

func (r reason) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	words, detail := r.columns(size.Width)
	objects[0].Move(fyne.NewPos(0, 2))
	objects[0].Resize(objects[0].MinSize())
	objects[1].Move(fyne.NewPos(signWidth, 0))
	objects[1].Resize(fyne.NewSize(words-signWidth, look.TextLine))
	objects[2].Move(fyne.NewPos(words, 0))
	objects[2].Resize(fyne.NewSize(detail, size.Height))
}

func (r reason) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, max(look.TextLine, objects[2].MinSize().Height))
}

// HeightFor is the height at a width.
func (r reason) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, detail := r.columns(width)
	return max(look.TextLine, controls.HeightOf(objects[2], detail))
}
