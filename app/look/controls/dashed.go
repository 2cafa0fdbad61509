package controls

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

// DashedFrame is a dashed frame of that height around an object, on the ground
// of the canvas.
func DashedFrame(height float32, content fyne.CanvasObject) fyne.CanvasObject {
	d := &dashed{height: height, content: content}
	d.ExtendBaseWidget(d)
	return d
}

type dashed struct {
	widget.BaseWidget
	height  float32
	content fyne.CanvasObject
}

func (d *dashed) CreateRenderer() fyne.WidgetRenderer {
	r := &dashedRenderer{d: d, ground: canvas.NewRectangle(nil)}
	r.ground.CornerRadius = dashedCorner
	r.dashes = canvas.NewRaster(r.draw)
	r.colours()
	return r
}

// dashedRenderer draws the dashes on a raster of its own: as SVG, hundreds of
// strokes took longer than all the rest of the start page.
type dashedRenderer struct {
	d      *dashed
	ground *canvas.Rectangle
	dashes *canvas.Raster
	ink    color.Color
}

const (
	dashedCorner = 8
	dashedWidth  = 1.5
)

func (r *dashedRenderer) MinSize() fyne.Size {
	m := r.d.content.MinSize()
	return fyne.NewSize(m.Width+32, max(m.Height+32, r.d.height))
}

func (r *dashedRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.dashes.Resize(size)
	r.d.content.Resize(size)
}

func (r *dashedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.dashes, r.d.content}
}

func (r *dashedRenderer) Destroy() {}

func (r *dashedRenderer) Refresh() {
	r.colours()
	r.ground.Refresh()
	r.dashes.Refresh()
}

func (r *dashedRenderer) colours() {
	r.ground.FillColor, r.ink = colour(look.ColorGround), colour(look.ColorBorder)
}

// draw draws the dashes of the four sides, width by height device pixels.
func (r *dashedRenderer) draw(width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(width, 1), max(height, 1)))
	size := r.d.Size()
	if size.Width < 1 || size.Height < 1 {
		return img
	}
	scale := float64(width) / float64(size.Width)
	thick := max(1, int(math.Round(dashedWidth*scale)))
	ink := image.NewUniform(r.ink)
	fill := func(x0, y0, x1, y1 int) {
		draw.Draw(img, image.Rect(x0, y0, x1, y1), ink, image.Point{}, draw.Src)
	}
	const dash, gap = 8.0, 5.0
	at := func(v float64) int { return int(math.Round((dashedCorner + v) * scale)) }
	for _, s := range dashesAlong(float64(size.Width)-2*dashedCorner, dash, gap) {
		fill(at(s[0]), 0, at(s[1]), thick)
		fill(at(s[0]), height-thick, at(s[1]), height)
	}
	for _, s := range dashesAlong(float64(size.Height)-2*dashedCorner, dash, gap) {
		fill(0, at(s[0]), thick, at(s[1]))
		fill(width-thick, at(s[0]), width, at(s[1]))
	}
	return img
}

// dashesAlong divides a length into dashes that start and end with half a gap.
func dashesAlong(length, dash, gap float64) [][2]float64 {
	n := math.Round(length / (dash + gap))
	if n < 1 {
		return nil
	}
	step := length / n
	var out [][2]float64
	for i := 0.0; i < n; i++ {
		out = append(out, [2]float64{i*step + gap/2, (i+1)*step - gap/2})
	}
	return out
}

// BigPicture is an icon in ink.
func BigPicture(icon string, size float32) fyne.CanvasObject {
	p := &picture{icon: icon, size: size, ink: theme.ColorNameForeground}
	p.ExtendBaseWidget(p)
	return p
}
