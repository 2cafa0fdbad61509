package controls

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/paint"
	"byline/graphmodel"
)

const kindSize = 16

// KindShape is the shape of a kind in its colour, without a sign in it, as
// lists and the legend show it.
func KindShape(kind graphmodel.Kind) fyne.CanvasObject {
	return newDrawing(kindSize, kindSize, func() string { return kindSVG(kind, hexOf(look.Now().Kind(kind))) })
}

// kindSVG draws the shape inside 16 by 16. Lines in the colour of the fill
// round the corners off.
func kindSVG(kind graphmodel.Kind, ink string) string {
	switch kind {
	case graphmodel.Organisation:
		return fmt.Sprintf(`<rect x="1.500" y="1.500" width="13" height="13" rx="2" ry="2" fill="%s"/>`, ink)
	case graphmodel.Country:
		return fmt.Sprintf(`<path d="M8 0.700L14.500 4.400V11.600L8 15.300L1.500 11.600V4.400Z" fill="%s"/>`, ink)
	case graphmodel.Measure:
		return fmt.Sprintf(`<path d="M8 1.500L14.500 8L8 14.500L1.500 8Z" fill="%s" stroke="%s" stroke-width="2" stroke-linejoin="round"/>`, ink, ink)
	}
	return fmt.Sprintf(`<circle cx="8" cy="8" r="7.500" fill="%s"/>`, ink)
}

// ThingSign is the shape of a thing with its sign in it, as heads of panels
// show it.
func ThingSign(e graphmodel.Entity, size float32) fyne.CanvasObject {
	t := &thingSign{thing: e, size: size}
	t.ExtendBaseWidget(t)
	return t
}

// thingSign is drawn by the scene's own painter, so it is the shape that
// stands on the canvas.
type thingSign struct {
	widget.BaseWidget
	thing graphmodel.Entity
	size  float32
}

func (t *thingSign) MinSize() fyne.Size { return fyne.NewSquareSize(t.size) }

func (t *thingSign) CreateRenderer() fyne.WidgetRenderer {
	return &thingSignRenderer{t: t, raster: canvas.NewRaster(t.draw)}
}

// draw draws the sign, width device pixels wide.
func (t *thingSign) draw(width, _ int) image.Image {
	size := float64(t.size)
	return paint.ThingSwatch(t.thing, size, float64(max(1, width))/size, look.Now())
}

type thingSignRenderer struct {
	t      *thingSign
	raster *canvas.Raster
}

func (r *thingSignRenderer) Layout(size fyne.Size) {
	r.raster.Resize(fyne.NewSquareSize(r.t.size))
	r.raster.Move(fyne.NewPos((size.Width-r.t.size)/2, (size.Height-r.t.size)/2))
}
func (r *thingSignRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *thingSignRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.raster} }
func (r *thingSignRenderer) Destroy()                     {}
func (r *thingSignRenderer) Refresh()                     { r.raster.Refresh() }
