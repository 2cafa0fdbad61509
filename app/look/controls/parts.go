package controls

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

// fact is a label with what it says beside it, both from the top.
type fact struct{ label float32 }

// Fact is a line of a small table: a label, and what it says beside it.
func Fact(label string, value fyne.CanvasObject) fyne.CanvasObject {
	return container.New(fact{64}, Second(label), value)
}

func (f fact) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m := objects[0].MinSize()
	objects[0].Resize(m)
	objects[0].Move(fyne.NewPos(0, (look.TextLine-m.Height)/2))
	objects[1].Move(fyne.NewPos(f.label, 0))
	objects[1].Resize(fyne.NewSize(size.Width-f.label, HeightOf(objects[1], size.Width-f.label)))
}

func (f fact) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.label+objects[1].MinSize().Width, max(look.TextLine, objects[1].MinSize().Height))
}

// HeightFor is the height at a width.
func (f fact) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return max(look.TextLine, HeightOf(objects[1], width-f.label))
}

// Figure is a number and what it counts.
type Figure struct{ Number, Of string }

// Figures are numbers side by side, each over what it counts.
func Figures(all ...Figure) fyne.CanvasObject {
	row := container.New(shares{4})
	for _, f := range all {
		row.Add(Column(0, NewWords(f.Number, look.Title, theme.ColorNameForeground).Strong(), Small(f.Of)))
	}
	return row
}

// shares gives every object the same share of the width, of at least that
// many shares.
type shares struct{ least int }

func (s shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := size.Width / float32(max(s.least, len(objects)))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*w, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}

func (s shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(size.Width+m.Width, max(size.Height, m.Height))
	}
	return size
}

// quoted puts an upright bar before the first object and the others below it.
type quoted struct{}

const quoteIndent float32 = 14

// Quoted is a quote behind a bar, with what is known about it below.
func Quoted(bar, quote fyne.CanvasObject, below ...fyne.CanvasObject) *fyne.Container {
	return container.New(quoted{}, append([]fyne.CanvasObject{bar, quote}, below...)...)
}

func (quoted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, o := range objects[1:] {
		h := HeightOf(o, size.Width-quoteIndent)
		o.Move(fyne.NewPos(quoteIndent, y))
		o.Resize(fyne.NewSize(size.Width-quoteIndent, h))
		if i == 0 {
			objects[0].Move(fyne.NewPos(4, 0))
			objects[0].Resize(fyne.NewSize(2, h+4))
			y += 4
		}
		y += h
	}
}

func (q quoted) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 4)
	for _, o := range objects[1:] {
		m := o.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width+quoteIndent), size.Height+m.Height)
	}
	return size
}

// HeightFor is the height at a width.
func (q quoted) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(4)
	for _, o := range objects[1:] {
		h += HeightOf(o, width-quoteIndent)
	}
	return h
}

// Picture is an icon in the second ink.
func Picture(icon string, size float32) fyne.CanvasObject {
	p := &picture{icon: icon, size: size, ink: look.ColorInk2}
	p.ExtendBaseWidget(p)
	return p
}

type picture struct {
	widget.BaseWidget
	icon string
	size float32
	ink  fyne.ThemeColorName
}

func (p *picture) CreateRenderer() fyne.WidgetRenderer {
	r := &pictureRenderer{p: p, image: canvas.NewImageFromResource(look.NewIcon(p.icon, p.ink))}
	r.image.FillMode = canvas.ImageFillContain
	return r
}

type pictureRenderer struct {
	p     *picture
	image *canvas.Image
}

func (r *pictureRenderer) Layout(size fyne.Size)        { r.image.Resize(size) }
func (r *pictureRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.p.size) }
func (r *pictureRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *pictureRenderer) Destroy()                     {}
func (r *pictureRenderer) Refresh() {
	r.image.Resource = look.NewIcon(r.p.icon, r.p.ink)
	r.image.Refresh()
}

// Downward is the arrow from the first end of a link to the second, or a plain
// line if the link has no direction.
func Downward(plain bool) fyne.CanvasObject {
	return newDrawing(26, 28, func() string {
		ink := hexOf(colour(theme.ColorNameForeground))
		if plain {
			return fmt.Sprintf(`<path d="M13 0V28" stroke="%s" stroke-width="2"/>`, ink)
		}
		return fmt.Sprintf(`<path d="M13 0V20" stroke="%s" stroke-width="2"/><path d="M13 27L9 19H17Z" fill="%s"/>`, ink, ink)
	})
}

// edged shows that a row of the whole width is the current one: a bar of ink
// at its left edge.
type edged struct{}

// Edged puts a bar of ink at the left edge of an object.
func Edged(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(edged{}, o, NewGround(theme.ColorNameForeground, nil))
}

func (edged) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(3, size.Height))
}

func (edged) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// HeightFor is the height at a width.
func (edged) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightOf(objects[0], width)
}
