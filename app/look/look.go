// Package look owns how the window looks: the colours of both themes, the
// sizes, the fonts and the icons, as one Fyne theme. The window is grey and
// colour is data: a kind of thing, the marked sentence, what is denied or
// failed, and nothing else.
//
// It refuses to draw. Controls and marked text are sub-packages, and the
// canvas gets its colours from the scene, which knows nothing of Fyne.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"byline/app/scene"
	"byline/assets"
)

// Mode says which of the two themes is shown.
type Mode string

// The modes.
const (
	System Mode = "system" // what the desktop asks for
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Valid reports whether m is one of the modes.
func (m Mode) Valid() bool { return m == System || m == Light || m == Dark }

// Theme is Byline's Fyne theme.
type Theme struct {
	mode        Mode
	regular     fyne.Resource
	bold        fyne.Resource
	light, dark map[fyne.ThemeColorName]color.Color
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme in a mode.
func New(mode Mode) *Theme {
	return &Theme{
		mode:    mode,
		regular: fyne.NewStaticResource("NotoSans-Regular.ttf", assets.Regular()),
		bold:    fyne.NewStaticResource("NotoSans-Bold.ttf", assets.Bold()),
		light:   palette(For(false)),
		dark:    palette(For(true)),
	}
}

// IsDark reports whether the theme is dark where the desktop asks for variant.
func (t *Theme) IsDark(variant fyne.ThemeVariant) bool {
	if t.mode == System {
		return variant == theme.VariantDark
	}
	return t.mode == Dark
}

// Color returns the colour of that name.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	own, base := t.light, theme.VariantLight
	if t.IsDark(variant) {
		own, base = t.dark, theme.VariantDark
	}
	if c, ok := own[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, base)
}

// Font returns the regular or the bold font; Byline has no others, besides
// Fyne's own for symbols and fixed width.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon returns Fyne's icon of that name, for the few widgets of Fyne in use.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns the size of that name.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes(name); ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

// IsDarkNow reports whether the program shows its dark theme at the moment.
func IsDarkNow() bool {
	s := fyne.CurrentApp().Settings()
	if t, ok := s.Theme().(*Theme); ok {
		return t.IsDark(s.ThemeVariant())
	}
	return s.ThemeVariant() == theme.VariantDark
}

// Now returns the colours that the program shows at the moment.
func Now() scene.Style { return For(IsDarkNow()) }
