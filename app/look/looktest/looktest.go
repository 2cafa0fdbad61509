// Package looktest finds what a window shows, for the tests of panels and
// dialogs. It refuses to be used outside tests.
package looktest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Walk calls visit for an object and everything in it that is shown, in order.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			Walk(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			Walk(c, visit)
		}
	}
}

// All are the objects of one type in an object, in order.
func All[T fyne.CanvasObject](in fyne.CanvasObject) (out []T) {
	Walk(in, func(o fyne.CanvasObject) {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
	})
	return out
}

// Words are all words that an object shows, with | between them.
func Words(in fyne.CanvasObject) string {
	var said []string
	for _, x := range All[*canvas.Text](in) {
		said = append(said, x.Text)
	}
	return strings.Join(said, "|")
}
