// Package articles is the panel that lists the articles of the project. A
// click opens one in the reader; the right button has its menu.
//
// It refuses to read and to remove: it reports what was asked for.
package articles

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/wording"
	"byline/graphmodel/article"
)

// Articles is the panel.
type Articles struct {
	widget.BaseWidget
	// OnOpen is called with the id of the article that was clicked.
	OnOpen func(id string)
	// OnMenu is called for the right button on an article, with the place in
	// the window.
	OnMenu func(id string, at fyne.Position)

	all     []article.Article
	open    string
	head    fyne.CanvasObject
	list    *widget.List
	items   map[fyne.CanvasObject]*item
	content *fyne.Container
}

// New returns an empty panel. add is called by the plus beside its head, with
// the plus, so that a menu can open there; more stands to the right of it.
func New(tips *controls.Tips, add func(at fyne.CanvasObject), more fyne.CanvasObject) *Articles {
	a := &Articles{items: map[fyne.CanvasObject]*item{}}
	a.ExtendBaseWidget(a)
	plus := controls.NewIconButton("plus", "Add articles", tips, nil)
	plus.OnTapped = func() { add(plus) }
	a.head = controls.Across(0, 0, controls.Heading("Articles"), plus, more)
	a.list = widget.NewList(func() int { return len(a.all) }, a.newRow, a.fill)
	a.list.HideSeparators = true
	a.content = &fyne.Container{Layout: stack{}, Objects: []fyne.CanvasObject{a.head, a.list}}
	return a
}

// Set shows other articles.
func (a *Articles) Set(all []article.Article) {
	a.all = all
	a.list.Refresh()
}

// SetOpen marks the article that the reader shows; none if id is empty.
func (a *Articles) SetOpen(id string) {
	if a.open != id {
		a.open = id
		a.list.Refresh()
	}
}

// rowHeight is the height of a row with the room Fyne's list puts below it.
const rowHeight = look.ListRow + 4

// Wish is the height that shows every article.
func (a *Articles) Wish() float32 {
	return headHeight + float32(max(1, len(a.all)))*rowHeight
}

// CreateRenderer shows head and list.
func (a *Articles) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.content) }

// item is the row of the list for one article.
type item struct {
	row           *controls.Row
	title, source *controls.Words
}

func (a *Articles) newRow() fyne.CanvasObject {
	i := &item{title: controls.Plain("").Cut(), source: controls.Small("").Cut()}
	i.row = controls.NewRow(look.ListRow, controls.Padded(controls.Column(1, i.title, i.source), 0, 8), nil)
	i.row.Bleed = 0
	a.items[i.row] = i
	return i.row
}

func (a *Articles) fill(id widget.ListItemID, o fyne.CanvasObject) {
	i := a.items[o]
	if i == nil || id >= len(a.all) {
		return
	}
	art := a.all[id]
	i.title.SetText(wording.Title(art))
	i.source.SetText(wording.Source(art))
	i.row.SetSelected(art.ID == a.open)
	i.row.OnTapped = func() { a.OnOpen(art.ID) }
	i.row.OnMenu = func(at fyne.Position) { a.OnMenu(art.ID, at) }
}

const headHeight = look.Button + 4

// stack puts the list below the head.
type stack struct{}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, look.Button))
	objects[1].Move(fyne.NewPos(-8, headHeight))
	objects[1].Resize(fyne.NewSize(size.Width+16, max(0, size.Height-headHeight)))
}

func (stack) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, headHeight+rowHeight) }
