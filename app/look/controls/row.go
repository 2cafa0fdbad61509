package controls

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

// Row is a line of a list: anything, on a ground that lights up under the
// pointer, to click.
type Row struct {
	widget.BaseWidget
	OnTapped func()
	// OnDouble is called for the second click of a pair, after OnTapped was
	// called for the first one.
	OnDouble func()
	// OnMenu is called for the right button, with the place in the window.
	OnMenu func(at fyne.Position)
	// Bleed is how far the ground reaches beyond the row at either side.
	Bleed float32

	content  fyne.CanvasObject
	height   float32
	selected bool
	hovered  bool
	last     time.Time
	now      func() time.Time
}

const doubleClick = 350 * time.Millisecond

var (
	_ fyne.Tappable          = (*Row)(nil)
	_ fyne.SecondaryTappable = (*Row)(nil)
	_ desktop.Hoverable      = (*Row)(nil)
	_ desktop.Cursorable     = (*Row)(nil)
)

// NewRow returns a row of at least that height.
func NewRow(height float32, content fyne.CanvasObject, tapped func()) *Row {
	r := &Row{OnTapped: tapped, content: content, height: height, Bleed: 8, now: time.Now}
	r.ExtendBaseWidget(r)
	return r
}

// SetSelected shows the row as the selected one.
func (r *Row) SetSelected(on bool) {
	if r.selected != on {
		r.selected = on
		r.Refresh()
	}
}

// HeightFor is the height of the row at a width.
func (r *Row) HeightFor(width float32) float32 { return max(r.height, HeightOf(r.content, width)) }

// Tapped reports a click, or the second one of a pair. Fyne's own double click would hold
// back the first one for 300 ms; here it counts at once.
func (r *Row) Tapped(*fyne.PointEvent) {
	now := r.now()
	second := r.OnDouble != nil && now.Sub(r.last) < doubleClick
	r.last = now
	switch {
	case second:
		r.OnDouble()
	case r.OnTapped != nil:
		r.OnTapped()
	}
}

// TappedSecondary reports a click of the right button.
func (r *Row) TappedSecondary(e *fyne.PointEvent) {
	if r.OnMenu != nil {
		r.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn lights the row up.
func (r *Row) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
}

// MouseMoved does nothing more.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends it.
func (r *Row) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// Cursor is a hand where a click does something.
func (r *Row) Cursor() desktop.Cursor {
	if r.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the row.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	rr := &rowRenderer{r: r, wash: canvas.NewRectangle(color.Transparent)}
	rr.paint()
	return rr
}

type rowRenderer struct {
	r    *Row
	wash *canvas.Rectangle
}

func (r *rowRenderer) Layout(size fyne.Size) {
	r.wash.Resize(size.AddWidthHeight(2*r.r.Bleed, 0))
	r.wash.Move(fyne.NewPos(-r.r.Bleed, 0))
	h := HeightOf(r.r.content, size.Width)
	r.r.content.Resize(fyne.NewSize(size.Width, h))
	r.r.content.Move(fyne.NewPos(0, (size.Height-h)/2))
}

func (r *rowRenderer) MinSize() fyne.Size {
	m := r.r.content.MinSize()
	m.Height = max(m.Height, r.r.height)
	return m
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.wash, r.r.content}
}
func (r *rowRenderer) Destroy() {}
func (r *rowRenderer) Refresh() { r.paint() }

func (r *rowRenderer) paint() {
	r.wash.CornerRadius = 4
	switch {
	case r.r.selected:
		r.wash.FillColor = colour(look.ColorSelected)
	case r.r.hovered && r.r.OnTapped != nil:
		r.wash.FillColor = colour(theme.ColorNameHover)
	default:
		r.wash.FillColor = color.Transparent
	}
	r.wash.Refresh()
}
