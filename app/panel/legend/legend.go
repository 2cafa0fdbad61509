// Package legend is the panel that explains kinds and statuses and filters by
// them. A click shows or hides one; a double click leaves only that one.
//
// It refuses to filter: it reports what was chosen.
package legend

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/wording"
	"byline/graphmodel"
)

// Line is a row of the legend.
type Line struct {
	On    bool
	Shown int // those on the canvas
	Total int
}

// Data is what the legend shows.
type Data struct {
	Kinds    map[graphmodel.Kind]Line
	Statuses map[graphmodel.Status]Line
}

// Legend is the panel.
type Legend struct {
	widget.BaseWidget
	// OnKind and OnStatus are called when one is to be shown or hidden.
	OnKind   func(kind graphmodel.Kind, on bool)
	OnStatus func(status graphmodel.Status, on bool)
	// OnOnlyKind and OnOnlyStatus are called when only one is to be shown.
	OnOnlyKind   func(kind graphmodel.Kind)
	OnOnlyStatus func(status graphmodel.Status)

	content  *fyne.Container
	kinds    map[graphmodel.Kind]*line
	statuses map[graphmodel.Status]*line
}

// New returns an empty legend.
func New() *Legend {
	l := &Legend{kinds: map[graphmodel.Kind]*line{}, statuses: map[graphmodel.Status]*line{}}
	l.ExtendBaseWidget(l)
	l.content = controls.Column(0)
	l.content.Add(controls.Padded(controls.Heading("Kinds"), 6, 0))
	for _, k := range graphmodel.Kinds() {
		row := newLine(controls.KindShape(k), wording.Kind(k), func(on bool) { l.OnKind(k, on) }, func() { l.OnOnlyKind(k) })
		l.kinds[k] = row
		l.content.Add(row.row)
	}
	l.content.Add(controls.Padded(controls.Rule(), 12, -look.Pad))
	l.content.Add(controls.Padded(controls.Heading("Link status"), 6, 0))
	for _, s := range graphmodel.Statuses() {
		row := newLine(controls.StatusLine(s, false), wording.Status(s), func(on bool) { l.OnStatus(s, on) }, func() { l.OnOnlyStatus(s) })
		l.statuses[s] = row
		l.content.Add(row.row)
	}
	return l
}

// Set shows other numbers. A status that no sentence has, and that was not
// hidden by hand, keeps its line: the legend explains it all the same, except
// links drawn by hand, which most projects have none of.
func (l *Legend) Set(d Data) {
	for k, row := range l.kinds {
		row.set(d.Kinds[k])
	}
	for s, row := range l.statuses {
		row.set(d.Statuses[s])
		if s == graphmodel.StatusByHand && row.row.Visible() != (d.Statuses[s].Total > 0) {
			row.row.Hidden = d.Statuses[s].Total == 0
		}
	}
	l.content.Refresh()
}

// HeightFor is the height of the legend.
func (l *Legend) HeightFor(float32) float32 { return l.content.MinSize().Height }

// CreateRenderer shows the rows.
func (l *Legend) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }

// line is one row: box, sign, name, number.
type line struct {
	row   *controls.Row
	tick  *controls.Tick
	name  *controls.Words
	count *controls.Words
}

func newLine(sign fyne.CanvasObject, name string, changed func(on bool), only func()) *line {
	l := &line{
		tick:  controls.NewTick(true, changed),
		name:  controls.Plain(name).Cut(),
		count: controls.Second(""),
	}
	l.row = controls.NewRow(look.Row, controls.Across(10, 2, l.tick, sign, l.name, l.count), func() { l.tick.Tapped(nil) })
	l.row.OnDouble = only
	return l
}

func (l *line) set(d Line) {
	l.tick.Set(d.On)
	l.count.SetText(amount(d))
	colour := theme.ColorNameForeground
	if !d.On {
		colour = look.ColorInk3
	}
	l.name.SetColor(colour)
}

// amount is "13", or "10 of 13" if some are not drawn.
func amount(d Line) string {
	if d.Shown < d.Total && d.On {
		return wording.Number(d.Shown) + " of " + wording.Number(d.Total)
	}
	return wording.Number(d.Total)
}
