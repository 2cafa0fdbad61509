package controls

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/wording"
	"byline/graphmodel"
)

// drawing is a small picture drawn as SVG, in colours of the theme.
type drawing struct {
	widget.BaseWidget
	size fyne.Size
	svg  func() string
}

func newDrawing(width, height float32, svg func() string) *drawing {
	d := &drawing{size: fyne.NewSize(width, height), svg: svg}
	d.ExtendBaseWidget(d)
	return d
}

func (d *drawing) MinSize() fyne.Size { return d.size }

func (d *drawing) CreateRenderer() fyne.WidgetRenderer {
	r := &drawingRenderer{d: d, image: canvas.NewImageFromResource(nil)}
	r.image.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type drawingRenderer struct {
	d     *drawing
	image *canvas.Image
}

func (r *drawingRenderer) Layout(size fyne.Size) {
	r.image.Resize(r.d.size)
	r.image.Move(fyne.NewPos((size.Width-r.d.size.Width)/2, (size.Height-r.d.size.Height)/2))
}
func (r *drawingRenderer) MinSize() fyne.Size           { return r.d.size }
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *drawingRenderer) Destroy()                     {}
func (r *drawingRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.d)
}

func (r *drawingRenderer) paint() {
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="0 0 %g %g">%s</svg>`,
		r.d.size.Width, r.d.size.Height, r.d.size.Width, r.d.size.Height, r.d.svg())
	// Fyne keeps pictures by the name of their resource: the drawing is its
	// own name.
	r.image.Resource = fyne.NewStaticResource(svg+".svg", []byte(svg))
	r.image.Refresh()
}

func hexOf(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

const statusWidth, statusHeight = 34, 12

// StatusLine is the line pattern of a status, with its arrow head.
func StatusLine(status graphmodel.Status, dim bool) fyne.CanvasObject {
	return newDrawing(statusWidth, statusHeight, func() string {
		ink := hexOf(colour(look.ColorInk2))
		if dim {
			ink = hexOf(colour(theme.ColorNameDisabled))
		}
		return statusSVG(status, ink, hexOf(colour(look.ColorPanel)))
	})
}

// statusSVG draws a line from left to right with the marks of its status.
func statusSVG(status graphmodel.Status, ink, ground string) string {
	stroke := func(x1, y1, x2, y2 float64) string {
		return fmt.Sprintf(`<path d="M%g %gL%g %g" stroke="%s" stroke-width="1.500" fill="none"/>`, x1, y1, x2, y2, ink)
	}
	const end, head = 33.0, 25.0
	var b strings.Builder
	switch status {
	case graphmodel.StatusAttributed:
		b.WriteString(stroke(1, 6, 9, 6) + stroke(13, 6, 21, 6))
	case graphmodel.StatusAlleged:
		for x := 2.0; x < head; x += 4.5 {
			fmt.Fprintf(&b, `<circle cx="%g" cy="6" r="1" fill="%s"/>`, x, ink)
		}
	case graphmodel.StatusPlanned:
		b.WriteString(stroke(1, 6, 6, 6) + stroke(10, 6, 15, 6) + stroke(19, 6, 24, 6))
	case graphmodel.StatusByHand:
		b.WriteString(stroke(1, 4.5, head, 4.5) + stroke(1, 7.5, head, 7.5))
	case graphmodel.StatusDenied:
		b.WriteString(stroke(1, 6, head, 6) + stroke(9.5, 2.5, 16.5, 9.5) + stroke(9.5, 9.5, 16.5, 2.5))
	case graphmodel.StatusEnded:
		b.WriteString(stroke(1, 6, 11, 6) + stroke(15, 6, head, 6) + stroke(11, 2, 11, 10) + stroke(15, 2, 15, 10))
	default:
		b.WriteString(stroke(1, 6, head, 6))
	}
	fill, edge := ink, ""
	if status == graphmodel.StatusPlanned {
		fill, edge = ground, fmt.Sprintf(` stroke="%s" stroke-width="1.200"`, ink)
	}
	fmt.Fprintf(&b, `<path d="M%g 6L%g 2.5L%g 9.5Z" fill="%s"%s/>`, end-0.5, head, head, fill, edge)
	return b.String()
}

// Bar is the upright line before a quote, in the pattern of a status.
func Bar(status graphmodel.Status) fyne.CanvasObject {
	b := &bar{status: status}
	b.ExtendBaseWidget(b)
	return b
}

type bar struct {
	widget.BaseWidget
	status graphmodel.Status
}

func (b *bar) MinSize() fyne.Size { return fyne.NewSize(2, 8) }

func (b *bar) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{b: b} }

type barRenderer struct {
	b       *bar
	objects []fyne.CanvasObject
}

func (r *barRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r *barRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *barRenderer) Destroy()                     {}
func (r *barRenderer) Refresh() {
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

// dashes are the dash and the gap of each status; none means one whole line.
func dashes(s graphmodel.Status) (dash, gap float32) {
	switch s {
	case graphmodel.StatusAttributed:
		return 10, 4
	case graphmodel.StatusAlleged:
		return 2, 4
	case graphmodel.StatusPlanned:
		return 5, 4
	}
	return 0, 0
}

func (r *barRenderer) Layout(size fyne.Size) {
	r.objects = nil
	dash, gap := dashes(r.b.status)
	if dash == 0 {
		dash = size.Height
	}
	for y := float32(0); y < size.Height; y += dash + gap {
		o := canvas.NewRectangle(colour(look.ColorInk2))
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(2, min(dash, size.Height-y)))
		r.objects = append(r.objects, o)
	}
}

// Chip shows the status of a link or a sentence.
func Chip(status graphmodel.Status) fyne.CanvasObject {
	words := NewWords(wording.Chip(status), look.Caption, theme.ColorNameForeground)
	if status == graphmodel.StatusDenied {
		words.SetColor(theme.ColorNameError)
	}
	g := NewGround(look.ColorPanel, Padded(Across(6, 1, StatusLine(status, false), words), 2, 7))
	g.Radius, g.Stroke = 4, theme.ColorNameSeparator
	return g
}

// Padded keeps room around an object.
func Padded(o fyne.CanvasObject, vertical, horizontal float32) *fyne.Container {
	return &fyne.Container{Layout: Inset(vertical, horizontal), Objects: []fyne.CanvasObject{o}}
}

// SizeSign stands for "a bigger shape has more links".
func SizeSign() fyne.CanvasObject {
	return newDrawing(40, 16, func() string {
		ink := hexOf(colour(look.ColorInk2))
		return fmt.Sprintf(`<circle cx="5" cy="8" r="3" fill="%s"/><circle cx="16" cy="8" r="4.500" fill="%s"/><circle cx="31" cy="8" r="6.500" fill="%s"/>`, ink, ink, ink)
	})
}

// BreadthSign stands for "a broader line has more articles".
func BreadthSign() fyne.CanvasObject {
	return newDrawing(40, 16, func() string {
		ink := hexOf(colour(look.ColorInk2))
		return fmt.Sprintf(`<rect x="0" y="2" width="38" height="1.500" fill="%s"/><rect x="0" y="7" width="38" height="2.500" fill="%s"/><rect x="0" y="12" width="38" height="4" fill="%s"/>`, ink, ink, ink)
	})
}
