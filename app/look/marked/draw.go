package marked

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"byline/app/look"
	"byline/app/scene"
	"byline/graphmodel"
)

const (
	underline  float32 = 2
	shapeSize  float32 = 7
	markBleed  float32 = 2 // how far the yellow reaches beyond the words
	markRadius float32 = 2
)

// draw returns the canvas objects of lines from to to: the grounds first, then
// words, then the lines under names.
func (s *setting) draw(from, to int) []fyne.CanvasObject {
	p := look.Now()
	var grounds, words, unders []fyne.CanvasObject
	for _, l := range s.lines[from:to] {
		all := pieces(s.content, l, s.of)
		grounds = append(grounds, s.grounds(p, l, all)...)
		for i, piece := range all {
			words = append(words, s.words(p, l, piece, l.cut && i == len(all)-1))
			if piece.name >= 0 {
				unders = append(unders, s.under(p, l, piece)...)
			}
		}
	}
	return append(append(grounds, words...), unders...)
}

// grounds are the rectangles behind marked words, one for each run of equally
// marked pieces.
func (s *setting) grounds(p scene.Style, l line, all []piece) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].level == all[i].level {
			j++
		}
		if all[i].level != unmarked {
			c := p.Mark
			if all[i].level == secondMark {
				c = p.SecondMark
			}
			r := canvas.NewRectangle(c)
			r.CornerRadius = markRadius
			x0, x1 := all[i].x-markBleed, all[j-1].x+all[j-1].w+markBleed
			r.Move(fyne.NewPos(x0, l.y))
			r.Resize(fyne.NewSize(x1-x0, s.style.Line))
			out = append(out, r)
		}
		i = j
	}
	return out
}

// words are the letters of one piece.
func (s *setting) words(p scene.Style, l line, x piece, cut bool) fyne.CanvasObject {
	ink := p.Ink
	switch {
	case x.level != unmarked:
		ink = p.OnMark
	case s.style.Second, x.dim:
		ink = p.Ink2
	}
	text := strings.Map(plainSpace, s.content.Text[x.Start:x.End])
	if cut {
		text = s.ellipsis(strings.TrimRight(text, " ,;:.–-"), x)
	}
	t := canvas.NewText(text, ink)
	t.TextSize = s.style.Size
	t.TextStyle.Bold = x.bold
	size := t.MinSize()
	t.Resize(size)
	t.Move(fyne.NewPos(x.x, l.y+(s.style.Line-size.Height)/2))
	return t
}

// ellipsis ends a line that goes on out of sight, after a whole word.
func (s *setting) ellipsis(text string, x piece) string {
	for s.of(text+"…", x.bold) > s.broken-x.x {
		i := strings.LastIndexByte(text, ' ')
		if i < 0 {
			break
		}
		text = text[:i]
	}
	return text + "…"
}

// plainSpace is a letter as it is drawn: fonts have no shape for tabs and other
// control characters.
func plainSpace(r rune) rune {
	if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
		return ' '
	}
	return r
}

// under is the line under a name and, where the name starts, the shape of its
// kind.
func (s *setting) under(p scene.Style, l line, x piece) []fyne.CanvasObject {
	name := s.content.Names[x.name]
	c := p.Kind(name.Kind)
	// The letters' feet stand at about 1.07 sizes below the top of a text.
	y := l.y + (s.style.Line-1.362*s.style.Size)/2 + 1.07*s.style.Size + 3
	bar := canvas.NewRectangle(c)
	bar.Move(fyne.NewPos(x.x, y))
	bar.Resize(fyne.NewSize(x.w, underline))
	out := []fyne.CanvasObject{bar}
	if x.Start == name.Start {
		sign := Shape(name.Kind, c)
		sign.Resize(fyne.NewSize(shapeSize, shapeSize))
		sign.Move(fyne.NewPos(x.x-1, y+underline/2-shapeSize/2))
		out = append(out, sign)
	}
	return out
}

// Shape is the small shape of a kind, without a sign in it: a disc, a square
// with round corners, a hexagon with its point up, a diamond.
func Shape(kind graphmodel.Kind, c color.Color) fyne.CanvasObject {
	switch kind {
	case graphmodel.Organisation:
		r := canvas.NewRectangle(c)
		r.CornerRadius = 1.5
		return r
	case graphmodel.Country:
		return canvas.NewRegularPolygon(6, c)
	case graphmodel.Measure:
		return canvas.NewRegularPolygon(4, c)
	}
	return canvas.NewCircle(c)
}
