package scene

import (
	"image/color"

	"byline/graphmodel"
)

// Style is the colours of one theme. The window is grey, colour is data: a
// kind of thing, the marker yellow of "this sentence", red for denied and
// failed.
type Style struct {
	Name string // "light" or "dark"
	Dark bool

	Ground        color.RGBA // canvas, full-page views
	Panel, Chrome color.RGBA // panels; menu, toolbar, strip
	Ink           color.RGBA // text
	Ink2, Ink3    color.RGBA // second text, hints
	Line, Border  color.RGBA // separators; entries and boxes
	Button        color.RGBA
	Sel, Hover    color.RGBA
	Primary       color.RGBA // the one main button of a view
	OnPrimary     color.RGBA
	Disabled      color.RGBA

	Link, Weak            color.RGBA // links at rest; links of weak types
	FadedShape, FadedText color.RGBA
	Mark, OnMark          color.RGBA // the sentence, the selected link
	SecondMark            color.RGBA // other sentences of the link
	Red, Amber            color.RGBA // text: denied and failed; warning

	Person, Organisation, Country, Measure color.RGBA
	Glyph                                  color.RGBA // the sign inside a shape
}

// Light is the light theme.
func Light() Style {
	return Style{
		Name:   "light",
		Ground: rgb(0xFCFCFB), Panel: rgb(0xFFFFFF), Chrome: rgb(0xF4F5F5),
		Ink: rgb(0x1B1F23), Ink2: rgb(0x59616A), Ink3: rgb(0x666D76),
		Line: rgb(0xDFE2E4), Border: rgb(0x868E96),
		Button: rgb(0xECEEEF), Sel: rgb(0xE7EAEC), Hover: rgb(0xF0F1F2),
		Primary: rgb(0x22272C), OnPrimary: rgb(0xFFFFFF), Disabled: rgb(0x8D949B),
		Link: rgb(0x7B838C), Weak: rgb(0xB4BAC0),
		FadedShape: rgb(0xD9DCDF), FadedText: rgb(0xA9AFB5),
		Mark: rgb(0xFFEFA8), OnMark: rgb(0x1B1F23), SecondMark: rgb(0xFFF7D6),
		Red: rgb(0xB3261E), Amber: rgb(0x7A5200),
		Person: rgb(0xA95906), Organisation: rgb(0x0F614E), Country: rgb(0x0F70D6), Measure: rgb(0x741F6C),
		Glyph: rgb(0xFFFFFF),
	}
}

// Dark is the dark theme.
func Dark() Style {
	return Style{
		Name: "dark", Dark: true,
		Ground: rgb(0x141618), Panel: rgb(0x1B1E21), Chrome: rgb(0x212428),
		Ink: rgb(0xE9EBED), Ink2: rgb(0xA9B0B7), Ink3: rgb(0x949CA4),
		Line: rgb(0x33383D), Border: rgb(0x7A828A),
		Button: rgb(0x2C3035), Sel: rgb(0x30353A), Hover: rgb(0x25292D),
		Primary: rgb(0xE4E7EA), OnPrimary: rgb(0x16181B), Disabled: rgb(0x70787F),
		Link: rgb(0x858D96), Weak: rgb(0x474D54),
		FadedShape: rgb(0x33383D), FadedText: rgb(0x6A727A),
		Mark: rgb(0x473A08), OnMark: rgb(0xFFF6D6), SecondMark: rgb(0x2E2708),
		Red: rgb(0xFF8A80), Amber: rgb(0xFFC861),
		Person: rgb(0xF9A94B), Organisation: rgb(0x56DEBC), Country: rgb(0x3B97F1), Measure: rgb(0xD968A8),
		Glyph: rgb(0x141618),
	}
}

// Kind is the colour of a kind of thing.
func (s Style) Kind(k graphmodel.Kind) color.RGBA {
	switch k {
	case graphmodel.Person:
		return s.Person
	case graphmodel.Organisation:
		return s.Organisation
	case graphmodel.Country:
		return s.Country
	case graphmodel.Measure:
		return s.Measure
	}
	return s.Ink2
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// mix goes the share t of the way from a to b.
func mix(a, b color.RGBA, t float64) color.RGBA {
	if t <= 0 {
		return a
	}
	if t >= 1 {
		return b
	}
	step := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return color.RGBA{R: step(a.R, b.R), G: step(a.G, b.G), B: step(a.B, b.B), A: step(a.A, b.A)}
}
