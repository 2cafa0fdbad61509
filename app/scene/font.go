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
	// What has been looked up in the font's tables is kept: the tables are
	// slow, and the same few letters come again and again.
	mu      sync.Mutex
	buf     sfnt.Buffer
	letters map[rune]letter
	kerns   map[[2]sfnt.GlyphIndex]fixed.Int26_6
	// Ascent and Descent are the height above and the depth below the line on
	// which letters stand, as a share of the size.
	Ascent, Descent float64
}

// letter is what the font says of one rune.
type letter struct {
	index   sfnt.GlyphIndex
	advance fixed.Int26_6
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
	f := &Font{face: face, em: float64(face.UnitsPerEm()), letters: map[rune]letter{}, kerns: map[[2]sfnt.GlyphIndex]fixed.Int26_6{}}
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
	f.mu.Lock()
	defer f.mu.Unlock()
	glyphs := make([]Glyph, 0, len(words))
	x := fixed.Int26_6(0)
	for _, r := range words {
		l := f.letter(r)
		if n := len(glyphs); n > 0 {
			x += f.kern(glyphs[n-1].Index, l.index)
		}
		glyphs = append(glyphs, Glyph{Index: l.index, X: float64(x) / f.em})
		x += l.advance
	}
	return glyphs, float64(x) / f.em
}

// letter looks a rune up. The caller holds the lock.
func (f *Font) letter(r rune) letter {
	if l, ok := f.letters[r]; ok {
		return l
	}
	var l letter
	if index, err := f.face.GlyphIndex(&f.buf, r); err == nil {
		l.index = index
	}
	if a, err := f.face.GlyphAdvance(&f.buf, l.index, fixed.Int26_6(f.em), font.HintingNone); err == nil {
		l.advance = a
	}
	f.letters[r] = l
	return l
}

// kern is how much nearer two letters stand. The caller holds the lock.
func (f *Font) kern(a, b sfnt.GlyphIndex) fixed.Int26_6 {
	pair := [2]sfnt.GlyphIndex{a, b}
	if k, ok := f.kerns[pair]; ok {
		return k
	}
	k, err := f.face.Kern(&f.buf, a, b, fixed.Int26_6(f.em), font.HintingNone)
	if err != nil {
		k = 0
	}
	f.kerns[pair] = k
	return k
}

// Width is how wide the words are at that size, in one line.
func (f *Font) Width(words string, size float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	x, before := fixed.Int26_6(0), sfnt.GlyphIndex(0)
	for i, r := range words {
		l := f.letter(r)
		if i > 0 {
			x += f.kern(before, l.index)
		}
		x += l.advance
		before = l.index
	}
	return float64(x) / f.em * size
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
