package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

const tickSize float32 = 15

// Tick is a box to tick, or a ring of which one in a group is filled.
type Tick struct {
	widget.BaseWidget
	OnChanged func(on bool)
	on        bool
	round     bool
	hovered   bool
	focused   bool
}

var (
	_ fyne.Tappable     = (*Tick)(nil)
	_ fyne.Focusable    = (*Tick)(nil)
	_ desktop.Hoverable = (*Tick)(nil)
)

// NewTick returns a box to tick.
func NewTick(on bool, changed func(on bool)) *Tick {
	t := &Tick{OnChanged: changed, on: on}
	t.ExtendBaseWidget(t)
	return t
}

// On reports whether it is ticked.
func (t *Tick) On() bool { return t.on }

// Set ticks it or not, without a report.
func (t *Tick) Set(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

// Tapped turns it over. A ring is only ever filled by a click.
func (t *Tick) Tapped(*fyne.PointEvent) {
	if t.round && t.on {
		return
	}
	t.on = !t.on
	t.Refresh()
	if t.OnChanged != nil {
		t.OnChanged(t.on)
	}
}

// MouseIn lights the box up under the pointer.
func (t *Tick) MouseIn(*desktop.MouseEvent) {
	t.hovered = true
	t.Refresh()
}

// MouseMoved does nothing more.
func (t *Tick) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends it.
func (t *Tick) MouseOut() {
	t.hovered = false
	t.Refresh()
}

// FocusGained shows where the keys go.
func (t *Tick) FocusGained() {
	t.focused = true
	t.Refresh()
}

// FocusLost ends it.
func (t *Tick) FocusLost() {
	t.focused = false
	t.Refresh()
}

// TypedRune does nothing.
func (t *Tick) TypedRune(rune) {}

// TypedKey turns it over at Space; other keys are the window's.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.Tapped(nil)
	default:
		handOn(t, e)
	}
}

// MinSize is the size of the box with a little room to hit it.
func (t *Tick) MinSize() fyne.Size { return fyne.NewSize(tickSize+1, 20) }

// CreateRenderer draws the box.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{t: t, box: canvas.NewRectangle(color.Transparent), sign: canvas.NewImageFromResource(nil), dot: canvas.NewCircle(color.Transparent)}
	r.paint()
	return r
}

type tickRenderer struct {
	t    *Tick
	box  *canvas.Rectangle
	sign *canvas.Image
	dot  *canvas.Circle
}

func (r *tickRenderer) Layout(size fyne.Size) {
	y := (size.Height - tickSize) / 2
	r.box.Resize(fyne.NewSquareSize(tickSize))
	r.box.Move(fyne.NewPos(0, y))
	r.sign.Resize(fyne.NewSquareSize(tickSize - 3))
	r.sign.Move(fyne.NewPos(1.5, y+1.5))
	r.dot.Resize(fyne.NewSquareSize(7))
	r.dot.Move(fyne.NewPos((tickSize-7)/2, y+(tickSize-7)/2))
}
func (r *tickRenderer) MinSize() fyne.Size { return r.t.MinSize() }
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.sign, r.dot}
}
func (r *tickRenderer) Destroy() {}
func (r *tickRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.t)
}

func (r *tickRenderer) paint() {
	t := r.t
	r.box.StrokeWidth = 1
	r.box.StrokeColor = colour(look.ColorBorder)
	r.box.FillColor = colour(look.ColorPanel)
	if t.hovered || t.focused {
		r.box.StrokeColor = colour(theme.ColorNameForeground)
	}
	if t.focused {
		r.box.StrokeWidth = 2
	}
	r.box.CornerRadius = 3
	if t.round {
		r.box.CornerRadius = tickSize / 2
	}
	r.sign.Hidden = !t.on || t.round
	r.dot.Hidden = !t.on || !t.round
	if t.on && t.round {
		r.box.StrokeColor = colour(theme.ColorNamePrimary)
		r.dot.FillColor = colour(theme.ColorNamePrimary)
	} else if t.on {
		r.box.FillColor = colour(theme.ColorNamePrimary)
		r.box.StrokeColor = colour(theme.ColorNamePrimary)
		r.sign.Resource = look.NewIcon("tick", theme.ColorNameForegroundOnPrimary)
	}
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Choice is a group of rings of which one is filled.
type Choice struct {
	OnChanged func(index int)
	ticks     []*Tick
	chosen    int
}

// NewChoice returns the rings of a group of n.
func NewChoice(n, chosen int, changed func(index int)) *Choice {
	c := &Choice{OnChanged: changed, chosen: chosen}
	for i := range n {
		t := NewTick(i == chosen, func(bool) { c.Choose(i) })
		t.round = true
		c.ticks = append(c.ticks, t)
	}
	return c
}

// Ring is the ring of that index.
func (c *Choice) Ring(index int) *Tick { return c.ticks[index] }

// Chosen is the index of the filled ring.
func (c *Choice) Chosen() int { return c.chosen }

// Choose fills a ring and reports it.
func (c *Choice) Choose(index int) {
	c.chosen = index
	for i, t := range c.ticks {
		t.Set(i == index)
	}
	if c.OnChanged != nil {
		c.OnChanged(index)
	}
}
