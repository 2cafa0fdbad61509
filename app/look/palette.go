package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"byline/app/scene"
)

// Names of colours beside Fyne's own.
const (
	ColorInk2       fyne.ThemeColorName = "byline.ink2"
	ColorInk3       fyne.ThemeColorName = "byline.ink3"
	ColorPanel      fyne.ThemeColorName = "byline.panel"
	ColorChrome     fyne.ThemeColorName = "byline.chrome"
	ColorGround     fyne.ThemeColorName = "byline.ground"
	ColorSelected   fyne.ThemeColorName = "byline.selected"
	ColorBorder     fyne.ThemeColorName = "byline.border"
	ColorOnMark     fyne.ThemeColorName = "byline.onmark"
	ColorMark       fyne.ThemeColorName = "byline.mark"
	ColorSecondMark fyne.ThemeColorName = "byline.mark2"
	ColorNone       fyne.ThemeColorName = "byline.none"
)

// alpha is c at a share of its strength.
func alpha(c color.RGBA, share float64) color.NRGBA {
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: uint8(255*share + 0.5)}
}

// For returns the colours of the light or the dark theme. They are the
// scene's, so that the window and the picture agree.
func For(dark bool) scene.Style {
	if dark {
		return scene.Dark()
	}
	return scene.Light()
}

// palette gives Fyne's names the colours of a style. The window's own ground
// is chrome, not panel, because Fyne's menu bar takes no other colour; panels
// draw theirs.
func palette(p scene.Style) map[fyne.ThemeColorName]color.Color {
	shadow := 0.2
	if p.Dark {
		shadow = 0.6
	}
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          p.Chrome,
		theme.ColorNameHeaderBackground:    p.Chrome,
		theme.ColorNameMenuBackground:      p.Chrome,
		theme.ColorNameInputBackground:     p.Panel,
		theme.ColorNameOverlayBackground:   p.Panel,
		theme.ColorNameForeground:          p.Ink,
		theme.ColorNameHyperlink:           p.Ink,
		theme.ColorNameSuccess:             p.Ink,
		theme.ColorNamePlaceHolder:         p.Ink3,
		theme.ColorNameDisabled:            p.Disabled,
		theme.ColorNameButton:              p.Button,
		theme.ColorNameDisabledButton:      p.Button,
		theme.ColorNamePrimary:             p.Primary,
		theme.ColorNameForegroundOnPrimary: p.OnPrimary,
		theme.ColorNameForegroundOnError:   p.OnPrimary,
		theme.ColorNameForegroundOnSuccess: p.OnPrimary,
		theme.ColorNameForegroundOnWarning: p.OnPrimary,
		theme.ColorNameFocus:               p.Sel,
		theme.ColorNameSelection:           p.Sel,
		theme.ColorNameHover:               alpha(p.Ink, 0.06),
		theme.ColorNamePressed:             alpha(p.Ink, 0.12),
		theme.ColorNameScrollBar:           alpha(p.Ink, 0.4),
		theme.ColorNameScrollBarBackground: color.NRGBA{},
		theme.ColorNameSeparator:           p.Line,
		theme.ColorNameInputBorder:         p.Border,
		theme.ColorNameShadow:              alpha(color.RGBA{A: 0xFF}, shadow),
		theme.ColorNameError:               p.Red,
		theme.ColorNameWarning:             p.Amber,

		ColorInk2:       p.Ink2,
		ColorInk3:       p.Ink3,
		ColorPanel:      p.Panel,
		ColorChrome:     p.Chrome,
		ColorGround:     p.Ground,
		ColorSelected:   p.Sel,
		ColorBorder:     p.Border,
		ColorOnMark:     p.OnMark,
		ColorMark:       p.Mark,
		ColorSecondMark: p.SecondMark,
		ColorNone:       color.NRGBA{},
	}
}
