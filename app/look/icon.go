package look

import (
	"bytes"
	"fmt"

	"fyne.io/fyne/v2"

	"byline/assets"
)

// Icon is one of Byline's own icons in a colour of the theme. Fyne recolours
// only what is filled, and these are strokes, so the icon writes the colour in
// itself.
type Icon struct {
	name  string
	color fyne.ThemeColorName
}

var _ fyne.Resource = Icon{}

// NewIcon returns the icon of that name (a file of assets/icons without its
// ending) in the theme's colour of that name.
func NewIcon(name string, colour fyne.ThemeColorName) Icon { return Icon{name, colour} }

// Name is different for every look of the icon, because Fyne keeps pictures
// by name.
func (i Icon) Name() string { return i.name + "-" + i.hex() + ".svg" }

// Content is the icon as SVG.
func (i Icon) Content() []byte {
	return bytes.ReplaceAll(assets.Icon(i.name), []byte("currentColor"), []byte(i.hex()))
}

func (i Icon) hex() string {
	s := fyne.CurrentApp().Settings()
	r, g, b, _ := s.Theme().Color(i.color, s.ThemeVariant()).RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
