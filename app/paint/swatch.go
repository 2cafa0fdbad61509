package paint

import (
	"image"
	"math"

	"byline/app/scene"
	"byline/graphmodel"
)

// Swatch draws the shape of a kind, size units wide, on nothing: for lists
// and legends.
func Swatch(kind graphmodel.Kind, size, scale float64, style scene.Style) image.Image {
	return small(scene.KindSwatch(kind, size, style), size, size, scale)
}

// ThingSwatch draws an entity's shape with its sign, size units wide.
func ThingSwatch(e graphmodel.Entity, size, scale float64, style scene.Style) image.Image {
	return small(scene.ThingSwatch(e, size, style), size, size, scale)
}

// LineSwatch draws the line of a status, w by h units, on nothing.
func LineSwatch(status graphmodel.Status, w, h, scale float64, style scene.Style) image.Image {
	return small(scene.StatusSwatch(status, w, h, style), w, h, scale)
}

func small(marks []scene.Mark, w, h, scale float64) image.Image {
	s := scene.Scene{Width: w, Height: h, Clear: true, Layers: []scene.Layer{{Name: "swatch", Marks: marks}}}
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(w*scale)), int(math.Ceil(h*scale))))
	Raster(img, s, scale)
	return img
}
