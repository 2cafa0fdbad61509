package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
)

// list is the results under the box.
type list struct {
	widget.BaseWidget
	box    *Box
	scroll *controls.Scrolled
	rows   []*controls.Row
	high   float32
}

func newList(b *Box) *list {
	l := &list{box: b, scroll: controls.NewScrolled()}
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) CreateRenderer() fyne.WidgetRenderer {
	g := controls.NewGround(look.ColorPanel, controls.Padded(l.scroll, 4, 4))
	g.Radius, g.Stroke = 5, look.ColorBorder
	return widget.NewSimpleRenderer(g)
}

// wish is the height that shows all results.
func (l *list) wish() float32 { return l.high + 8 }

// set lists the box's results, or says that there are none.
func (l *list) set(none string) {
	l.rows, l.high = nil, 0
	var rows []fyne.CanvasObject
	add := func(o fyne.CanvasObject) {
		rows = append(rows, o)
		l.high += controls.HeightOf(o, listWidth-8)
	}
	for n, r := range l.box.results {
		row := resultRow(r, func() { l.box.choose(n) })
		l.rows = append(l.rows, row)
		add(row)
	}
	if len(rows) == 0 {
		add(controls.Padded(marked.NewText(marked.Content{Text: none}, marked.Style{Size: look.Text, Line: look.TextLine, Second: true}), 6, 8))
	}
	l.scroll.Set(true, rows...)
	l.mark()
}

// mark shows which result Enter takes.
func (l *list) mark() {
	for n, r := range l.rows {
		r.SetSelected(n == l.box.current)
	}
	if l.box.current < len(l.rows) && l.Size().Height > 0 {
		l.scroll.Bring(l.rows[l.box.current])
	}
}

// resultRow is one result: a thing on one line, a sentence on two.
func resultRow(r Result, tapped func()) *controls.Row {
	style := marked.Style{Size: look.Text, Line: look.TextLine, Most: 1}
	sign := controls.Picture("file", 16)
	if r.Kind != "" {
		sign = controls.KindShape(r.Kind)
	} else {
		style.Most = 2
	}
	text := marked.NewText(r.Text, style)
	text.OnTapped = tapped
	text.OnName = func(string) { tapped() }
	content := controls.Across(10, 1, sign, text)
	if r.Note != "" && r.Kind != "" {
		content = controls.Across(10, 1, sign, text, controls.Small(r.Note))
	} else if r.Note != "" {
		content = controls.Across(10, 1, sign, controls.Column(0, text, controls.Small(r.Note).Cut()))
	}
	row := controls.NewRow(look.Row, controls.Padded(content, 3, 8), tapped)
	row.Bleed = 0
	return row
}
