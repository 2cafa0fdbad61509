package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// column stacks objects, each as high as it needs to be at the column's width.
type column struct {
	gap   float32
	width float32
	grown func()
}

// HeightOf is the height that an object needs at a width.
func HeightOf(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(Tall); ok {
		return t.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if t, ok := c.Layout.(TallLayout); ok {
			return t.HeightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// TallLayout is a layout whose height follows from its width.
type TallLayout interface {
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor is the height at a width.
func (c *column) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	y, any := float32(0), false
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if any {
			y += c.gap
		}
		any = true
		y += HeightOf(o, width)
	}
	return y
}

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightOf(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + c.gap
	}
	if c.width != size.Width {
		c.width = size.Width
		if c.grown != nil {
			c.grown()
		}
	}
}

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, c.HeightFor(objects, max(width, c.width)))
}

// Column stacks objects with a gap between them.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap}, objects...)
}

// Scrolled is a column in a scroll.
type Scrolled struct {
	widget.BaseWidget
	scroll  *container.Scroll
	content *fyne.Container
}

// NewScrolled returns an empty column in a scroll.
func NewScrolled() *Scrolled {
	s := &Scrolled{}
	layout := &column{}
	s.content = container.New(layout)
	s.scroll = container.NewVScroll(s.content)
	layout.grown = s.scroll.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// Set shows other objects; top says whether from the top.
func (s *Scrolled) Set(top bool, objects ...fyne.CanvasObject) {
	s.content.Objects = objects
	if top {
		s.scroll.Offset = fyne.Position{}
	}
	s.content.Refresh()
	s.scroll.Refresh()
}

// Bring scrolls so that an object of the column is in sight.
func (s *Scrolled) Bring(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.content).Y
	top := s.scroll.Offset.Y
	switch {
	case y < top:
		top = y
	case y+o.Size().Height > top+s.scroll.Size().Height:
		top = y + o.Size().Height - s.scroll.Size().Height
	default:
		return
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, top))
}

// CreateRenderer shows the scroll.
func (s *Scrolled) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.scroll) }

// inset keeps room around one object.
type inset struct{ top, right, bottom, left float32 }

// Inset keeps room above and below, and at the sides.
func Inset(vertical, horizontal float32) fyne.Layout {
	return &inset{vertical, horizontal, vertical, horizontal}
}

// Insets keeps room on each side.
func Insets(top, right, bottom, left float32) fyne.Layout { return &inset{top, right, bottom, left} }

func (i *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(i.left, i.top))
		o.Resize(fyne.NewSize(max(0, size.Width-i.left-i.right), max(0, size.Height-i.top-i.bottom)))
	}
}

func (i *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(i.left+i.right, i.top+i.bottom)
}

// HeightFor is the height at a width.
func (i *inset) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range objects {
		h = max(h, HeightOf(o, width-i.left-i.right))
	}
	return h + i.top + i.bottom
}

// across puts objects side by side, in the middle of the height. One of them
// takes the room that is left.
type across struct {
	gap  float32
	wide int // index of the one that takes the room, or -1
}

// Across puts objects side by side; the one of index wide takes the room that
// is left, or none if wide is negative.
func Across(gap float32, wide int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&across{gap, wide}, objects...)
}

// widths gives each object its width within width.
func (a *across) widths(objects []fyne.CanvasObject, width float32) []float32 {
	out := make([]float32, len(objects))
	left := width - a.MinSize(objects).Width
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		out[i] = o.MinSize().Width
		if i == a.wide {
			out[i] = max(0, out[i]+left)
		}
	}
	return out
}

func (a *across) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range a.widths(objects, size.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		h := HeightOf(o, w)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		x += w + a.gap
	}
}

// HeightFor is the height at a width.
func (a *across) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for i, w := range a.widths(objects, width) {
		if objects[i].Visible() {
			h = max(h, HeightOf(objects[i], w))
		}
	}
	return h
}

func (a *across) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size, any := fyne.Size{}, false
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if any {
			size.Width += a.gap
		}
		any = true
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// flow puts objects side by side and goes on below where a line is full.
type flow struct{ gap float32 }

// Flow puts objects side by side, in as many lines as they need.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap}, objects...)
}

func (f *flow) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		m.Width = min(m.Width, width)
		if x > 0 && x+m.Width > width {
			x, y, high = 0, y+high+f.gap, 0
		}
		if put != nil {
			put(o, fyne.NewPos(x, y), m)
		}
		x += m.Width + f.gap
		high = max(high, m.Height)
	}
	return y + high
}

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// HeightFor is the height at a width.
func (f *flow) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return f.place(objects, width, nil)
}
