// Package table is the panel below the canvas that lists what is drawn, things
// or links, one a row. A click on a head sorts, words narrow it down, and all
// of it can be copied into a spreadsheet.
//
// It refuses to choose what is listed and what a click means: it is given rows
// and reports them.
package table

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/wording"
	"byline/graphmodel"
)

// Row is one thing or one link.
type Row struct {
	Thing string         // id; empty for a link
	Link  graphmodel.Key // empty for a thing
	Cells []Cell         // one for each column
}

// Cell is a field of the table.
type Cell struct {
	Text string
	// Kind and Status are the sign before the text, if any.
	Kind   graphmodel.Kind
	Status graphmodel.Status
	// Order sorts before the text does: a number, or a day.
	Order float64
}

// Data is what the table lists.
type Data struct {
	Things, Links []Row
	// Selected are the ids of the things that are selected, Link the link.
	Selected []string
	Link     graphmodel.Key
}

// Table is the panel.
type Table struct {
	widget.BaseWidget
	// OnChoose is called for a row that was clicked, OnOpen for the second
	// click of a pair.
	OnChoose func(Row)
	OnOpen   func(Row)
	OnCopy   func(text string)
	OnClose  func()

	data   Data
	pages  [2]*page
	now    int // index of pages
	words  string
	list   *widget.List
	rows   map[fyne.CanvasObject]*line
	tabs   [2]*controls.Button
	heads  *heads
	found  *controls.Words
	filter *widget.Entry
	object fyne.CanvasObject
}

// The pages.
const (
	things = iota
	links
)

// New returns an empty table.
func New(tips *controls.Tips) *Table {
	t := &Table{
		OnChoose: func(Row) {}, OnOpen: func(Row) {}, OnCopy: func(string) {}, OnClose: func() {},
		pages: newPages(), now: links, rows: map[fyne.CanvasObject]*line{}, found: controls.Second(""), filter: widget.NewEntry(),
	}
	t.ExtendBaseWidget(t)
	for n, words := range []string{"Things", "Links"} {
		t.tabs[n] = controls.NewButton(controls.Quiet, "", words, func() { t.turn(n) })
	}
	t.filter.PlaceHolder = "Only rows with these words"
	t.filter.OnChanged = func(words string) {
		t.words = words
		t.refresh()
	}
	t.heads = newHeads(t.sortBy)
	t.list = widget.NewList(func() int { return len(t.page().shown) }, t.newLine, t.fill)
	t.list.HideSeparators = true
	t.list.OnSelected = func(n widget.ListItemID) {
		t.OnChoose(t.page().shown[n])
		t.list.UnselectAll() // what is selected is shown by the window's selection
	}
	bar := container.New(controls.Inset(2, look.Pad), controls.Across(6, 3, t.tabs[things], t.tabs[links], t.found,
		controls.Space(1, 1), container.New(fixed{240}, t.filter),
		controls.NewIconButton("copy", "Copy all rows", tips, func() { t.OnCopy(t.Text()) }),
		controls.NewIconButton("close", "Close the table", tips, func() { t.OnClose() })))
	t.object = controls.NewGround(look.ColorPanel, container.New(stack{}, bar, controls.Rule(), t.heads.row, controls.Rule(), t.list))
	t.turn(links)
	return t
}

func (t *Table) page() *page { return t.pages[t.now] }

// Set lists other rows.
func (t *Table) Set(d Data) {
	t.data = d
	t.pages[things].all, t.pages[links].all = d.Things, d.Links
	t.refresh()
}

// Select shows another selection and brings its first row into sight.
func (t *Table) Select(ids []string, link graphmodel.Key) {
	t.data.Selected, t.data.Link = ids, link
	t.list.Refresh()
	if !t.seen() {
		return
	}
	for n, r := range t.page().shown {
		if t.selected(r) {
			t.list.ScrollTo(n)
			return
		}
	}
}

// seen reports whether the list was ever on the screen: before, Fyne cannot
// scroll it.
func (t *Table) seen() bool { return t.list.Size().Height > 0 }

// selected reports whether the row, or one end of its link, is selected.
func (t *Table) selected(r Row) bool {
	if r.Thing == "" {
		return r.Link == t.data.Link && t.data.Link != (graphmodel.Key{})
	}
	for _, id := range t.data.Selected {
		if id == r.Thing {
			return true
		}
	}
	return false
}

// Text is the page as it stands, with tabs between the fields, heads first.
func (t *Table) Text() string {
	var b strings.Builder
	p := t.page()
	fields := make([]string, len(p.columns))
	for i, c := range p.columns {
		fields[i] = c.head
	}
	b.WriteString(strings.Join(fields, "\t") + "\n")
	for _, r := range p.shown {
		for i, c := range r.Cells {
			fields[i] = wording.Field(wording.OneLine(c.Text))
		}
		b.WriteString(strings.Join(fields, "\t") + "\n")
	}
	return b.String()
}

// turn shows another page.
func (t *Table) turn(page int) {
	t.now = page
	for n, b := range t.tabs {
		weight := controls.Quiet
		if n == page {
			weight = controls.Usual
		}
		b.SetWeight(weight)
	}
	t.heads.set(t.page())
	if t.seen() {
		t.list.ScrollToTop()
	}
	t.refresh()
}

// sortBy sorts the page by a column; again turns the order round.
func (t *Table) sortBy(column int) {
	t.page().sortBy(column)
	t.heads.set(t.page())
	t.refresh()
}

// refresh brings rows and counts up to date.
func (t *Table) refresh() {
	for n, p := range t.pages {
		p.choose(t.words)
		t.tabs[n].SetText([]string{"Things ", "Links "}[n] + wording.Number(len(p.all)))
	}
	p, words := t.page(), ""
	switch {
	case len(p.all) == 0:
		words = "Nothing is drawn."
	case len(p.shown) == 0:
		words = "No row has these words."
	case len(p.shown) < len(p.all):
		words = wording.Count(len(p.shown), "row", "rows")
	}
	t.found.SetText(words)
	t.list.Refresh()
}

// Focus gives the keys to the field that narrows the table.
func (t *Table) Focus(c fyne.Canvas) { c.Focus(t.filter) }

// CreateRenderer shows bar, heads and rows.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.object) }
