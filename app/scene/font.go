package scene

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"byline/assets"
)

// Font is one weight of the program's type. It measures words and hands out
// outlines, so that a label takes the same room wherever it is drawn. It is
// safe for concurrent use.
type Font struct {
	face *sfnt.Font
	em   float64
	// Ascent and Descent are the height above and the depth below the line on
	// which letters stand, as a share of the size.
	Ascent, Descent float64
}

// Glyph is one letter of a run of words: which outline, and where it starts,
// as a share of the size.
type Glyph struct {
	Index sfnt.GlyphIndex
	X     float64
}

// Regular is the regular weight.
func Regular() *Font { return weights().regular }

// Bold is the bold weight.
func Bold() *Font { return weights().bold }

// FontOf is the bold weight if bold, else the regular one.
func FontOf(bold bool) *Font {
	if bold {
		return Bold()
	}
	return Regular()
}

// weights are read once and never change.
var weights = sync.OnceValue(func() (w struct{ regular, bold *Font }) {
	w.regular, w.bold = mustFont(assets.Regular()), mustFont(assets.Bold())
	return w
})

// mustFont reads a font that is compiled in: a damaged one is a broken build.
func mustFont(data []byte) *Font {
	face, err := sfnt.Parse(data)
	if err != nil {
		panic(fmt.Sprintf("a font of the program is damaged: %v", err))
	}
	f := &Font{face: face, em: float64(face.UnitsPerEm())}
	m, err := face.Metrics(nil, fixed.Int26_6(face.UnitsPerEm()), font.HintingNone)
	if err != nil {
		panic(fmt.Sprintf("a font of the program is damaged: %v", err))
	}
	f.Ascent, f.Descent = float64(m.Ascent)/f.em, float64(m.Descent)/f.em
	return f
}

// Glyphs lays out the words in one line, with kerning, and returns the
// letters and the width of the line as a share of the size. A letter that the
// font lacks becomes its box for a missing one.
func (f *Font) Glyphs(words string) ([]Glyph, float64) {
	var buf sfnt.Buffer
	unit := fixed.Int26_6(f.face.UnitsPerEm())
	glyphs := make([]Glyph, 0, len(words))
	x := fixed.Int26_6(0)
	for _, r := range words {
		index, err := f.face.GlyphIndex(&buf, r)
		if err != nil {
			index = 0
		}
		if n := len(glyphs); n > 0 {
			if k, err := f.face.Kern(&buf, glyphs[n-1].Index, index, unit, font.HintingNone); err == nil {
				x += k
			}
		}
		glyphs = append(glyphs, Glyph{Index: index, X: float64(x) / f.em})
		if a, err := f.face.GlyphAdvance(&buf, index, unit, font.HintingNone); err == nil {
			x += a
		}
	}
	return glyphs, float64(x) / f.em
}

// Width is how wide the words are at that size, in one line.
func (f *Font) Width(words string, size float64) float64 {
	_, w := f.Glyphs(words)
	return w * size
}

// Outline returns the outline of a letter in units of which UnitsPerEm make
// the size, y down, and nothing for a letter without one.
func (f *Font) Outline(index sfnt.GlyphIndex) sfnt.Segments {
	segments, err := f.face.LoadGlyph(nil, index, fixed.Int26_6(f.face.UnitsPerEm()), nil)
	if err != nil {
		return nil
	}
	return segments
}

// UnitsPerEm is how many units of Outline make the size.
func (f *Font) UnitsPerEm() float64 { return f.em }
