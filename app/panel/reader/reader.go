// Package reader is the panel that shows an article: its names underlined in
// the colours of their kinds, the sentence behind a link on yellow ground.
//
// It refuses to look names up: it gets them, and reports the one clicked.
package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/wording"
	"byline/graphmodel/article"
)

// Reader is the panel.
type Reader struct {
	widget.BaseWidget
	// OnName is called with the id of the thing whose name was clicked.
	OnName func(id string)
	// OnStep asks for the next (1) or the last (-1) sentence of the link.
	OnStep func(by int)
	// OnClose asks for the panel to be closed.
	OnClose func()

	page    *marked.Page
	title   *controls.Words
	source  *controls.Words
	note    *marked.Text
	place   *controls.Words
	up      *controls.Button
	down    *controls.Button
	content *fyne.Container
	article string
}

// New returns an empty reader.
func New(tips *controls.Tips) *Reader {
	r := &Reader{
		page:   marked.NewPage(marked.Style{Size: look.Article, Line: look.ArticleLine, Gap: 8}),
		title:  controls.Heading("").Cut(),
		source: controls.Small("").Cut(),
		note:   marked.NewText(marked.Content{}, marked.Style{Size: look.Caption, Line: look.CaptionLine, Second: true}),
		place:  controls.Second(""),
	}
	r.ExtendBaseWidget(r)
	r.page.OnName = func(id string) { r.OnName(id) }
	r.up = controls.NewIconButton("up", "Previous sentence", tips, func() { r.OnStep(-1) })
	r.down = controls.NewIconButton("down", "Next sentence", tips, func() { r.OnStep(1) })
	shut := controls.NewIconButton("close", "Close the reader", tips, func() { r.OnClose() })
	top := controls.Across(2, 0, controls.Column(2, r.title, r.source), r.place, r.up, r.down, shut)
	head := controls.Column(4, top, r.note)
	r.content = container.New(headed{}, container.New(controls.Insets(10, 8, 10, look.Pad), head), controls.Rule(), r.page)
	return r
}

// CreateRenderer shows the panel.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(controls.NewGround(look.ColorPanel, r.content))
}

// View is what the reader shows.
type View struct {
	Article article.Article
	Names   []marked.Name
	// Sentence is the one behind the link, Others are the link's other ones in
	// this article, Trigger the word that carries the link. All may be empty.
	Sentence marked.Span
	Trigger  marked.Span
	Others   []marked.Span
	// Place says which of how many: "1 of 2"; empty for no sentence.
	Place string
}

// Open shows an article and brings its sentence into sight.
func (r *Reader) Open(v View) {
	r.article = v.Article.ID
	r.title.SetText(wording.Title(v.Article))
	r.source.SetText(wording.Source(v.Article))
	r.note.SetContent(marked.Content{Text: strings.Join(v.Article.Notes, " ")})
	r.note.Hidden = len(v.Article.Notes) == 0
	r.place.SetText(v.Place)
	r.place.Hidden, r.up.Hidden, r.down.Hidden = v.Place == "", v.Place == "", v.Place == ""
	c := marked.Content{Text: v.Article.Text, Names: v.Names, Second: v.Others, Headings: true}
	if v.Sentence.Start < v.Sentence.End {
		c.Mark = []marked.Span{v.Sentence}
	}
	if v.Trigger.Start < v.Trigger.End {
		c.Bold = []marked.Span{v.Trigger}
	}
	r.page.SetContent(c)
	r.content.Refresh()
	if v.Sentence.Start < v.Sentence.End {
		r.page.Bring(v.Sentence.Start)
	}
}

// Article is the id of the article shown, or empty.
func (r *Reader) Article() string { return r.article }

// headed puts a head, a line and a page below one another.
type headed struct{}

func (headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := max(58, controls.HeightOf(objects[0], size.Width))
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(size.Width, 1))
	objects[2].Move(fyne.NewPos(0, h+1))
	objects[2].Resize(fyne.NewSize(size.Width, max(0, size.Height-h-1)))
}

func (headed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 160) }
