package controls

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/graphmodel"
)

// shown puts an object into a window of that size, in the light theme.
func shown(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Light))
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// near reports whether two colours look the same.
func near(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	off := func(x, y uint32) bool { return max(x, y)-min(x, y) > 24<<8 }
	return !off(ar, br) && !off(ag, bg) && !off(ab, bb)
}

// boxOf is what pixels of a colour cover.
func boxOf(img image.Image, c color.Color) (box image.Rectangle, count int) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if near(img.At(x, y), c) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
				count++
			}
		}
	}
	return box, count
}

func TestThingSignFillsItsRoomAndHasAGlyph(t *testing.T) {
	for _, e := range []graphmodel.Entity{
		{Kind: graphmodel.Person, Name: "Ana Voss"},
		{Kind: graphmodel.Organisation, Name: "Harbour Board"},
		{Kind: graphmodel.Country, Name: "France", Code: "FR"},
		{Kind: graphmodel.Measure, Name: "Fishing ban", MeasureSort: graphmodel.SortBan},
	} {
		t.Run(string(e.Kind), func(t *testing.T) {
			img := shown(t, ThingSign(e, 26), 26, 26).Canvas().Capture()
			box, _ := boxOf(img, look.For(false).Kind(e.Kind))
			if box.Dx() < 18 || box.Dy() < 18 {
				t.Errorf("the shape covers %v of 26 by 26", box)
			}
			middle := box.Min.Add(box.Max)
			if middle.X < 24 || middle.X > 28 || middle.Y < 24 || middle.Y > 28 {
				t.Errorf("the shape at %v does not stand in the middle", box)
			}
			if glyph, n := boxOf(img.(interface {
				SubImage(image.Rectangle) image.Image
			}).SubImage(image.Rect(8, 8, 18, 18)), look.For(false).Glyph); n < 6 || glyph.Dx() < 3 {
				t.Errorf("the sign in it has %d pixels over %v", n, glyph)
			}
		})
	}
}
