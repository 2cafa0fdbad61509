package controls

import (
	"fmt"

	"fyne.io/fyne/v2"

	"byline/app/look"
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

// ThingSign is the shape of a thing, larger, as heads of panels show it.
func ThingSign(e graphmodel.Entity, size float32) fyne.CanvasObject {
	d := newDrawing(kindSize, kindSize, func() string { return kindSVG(e.Kind, hexOf(look.Now().Kind(e.Kind))) })
	d.size = fyne.NewSquareSize(size)
	return d
}
