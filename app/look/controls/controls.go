// Package controls holds the small parts that every panel is made of: words on
// one line, buttons, boxes to tick, rows, the sign of a kind, the line of a
// status, and a column that stacks them. Fyne's own are looser and larger than
// the window's sizes allow.
//
// Controls report what a person did through On… callbacks and decide nothing.
// They refuse to know graphs and articles.
package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

// Tall is what needs more height where it gets less width.
type Tall interface {
	HeightFor(width float32) float32
}

// colour is the theme's colour of that name at the moment.
func colour(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// Ground is one object on a ground of a colour of the theme.
type Ground struct {
	widget.BaseWidget
	name    fyne.ThemeColorName
	content fyne.CanvasObject
	// Radius rounds the corners; Stroke is the colour of a border, if any.
	Radius float32
	Stroke fyne.ThemeColorName
}

// NewGround puts content, which may be nil, on a ground.
func NewGround(name fyne.ThemeColorName, content fyne.CanvasObject) *Ground {
	g := &Ground{name: name, content: content}
	g.ExtendBaseWidget(g)
	return g
}

// HeightFor is the height at a width.
func (g *Ground) HeightFor(width float32) float32 {
	if g.content == nil {
		return 0
	}
	return HeightOf(g.content, width)
}

// CreateRenderer draws the ground.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g: g, rect: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type groundRenderer struct {
	g    *Ground
	rect *canvas.Rectangle
}

func (r *groundRenderer) Layout(size fyne.Size) {
	r.rect.Resize(size)
	if r.g.content != nil {
		r.g.content.Resize(size)
	}
}

func (r *groundRenderer) MinSize() fyne.Size {
	if r.g.content == nil {
		return fyne.Size{}
	}
	return r.g.content.MinSize()
}

func (r *groundRenderer) Objects() []fyne.CanvasObject {
	if r.g.content == nil {
		return []fyne.CanvasObject{r.rect}
	}
	return []fyne.CanvasObject{r.rect, r.g.content}
}

func (r *groundRenderer) Destroy() {}
func (r *groundRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.g)
}

func (r *groundRenderer) paint() {
	r.rect.FillColor = colour(r.g.name)
	r.rect.CornerRadius = r.g.Radius
	if r.g.Stroke != "" {
		r.rect.StrokeColor = colour(r.g.Stroke)
		r.rect.StrokeWidth = 1
	}
	r.rect.Refresh()
}

// Show shows an object or hides it; what is so already is left alone, for Fyne
// lays the window out again at each.
func Show(o fyne.CanvasObject, on bool) {
	if o.Visible() == on {
		return
	}
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// Rule is a line between parts of a panel.
func Rule() fyne.CanvasObject { return NewGround(theme.ColorNameSeparator, Space(1, 1)) }

// KeyHint is the name of a key in a small frame.
func KeyHint(keys string) fyne.CanvasObject {
	g := NewGround(look.ColorPanel, Padded(Small(keys), 1, 5))
	g.Radius, g.Stroke = 3, theme.ColorNameSeparator
	return g
}

// Space is room without anything in it.
func Space(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// Heading is the head of a part of a panel.
func Heading(text string) *Words {
	return NewWords(text, look.Text, theme.ColorNameForeground).Strong()
}

// Small is a caption in the second ink.
func Small(text string) *Words { return NewWords(text, look.Caption, look.ColorInk2) }

// Plain is text as it is.
func Plain(text string) *Words { return NewWords(text, look.Text, theme.ColorNameForeground) }

// Second is text in the second ink.
func Second(text string) *Words { return NewWords(text, look.Text, look.ColorInk2) }
