package scene

import (
	"image/color"
	"math"

	"byline/graphmodel"
)

// draw writes the display list, from the ground up.
func (b *builder) draw() {
	b.layer("marker", b.drawMarker())
	b.layer("links", b.drawLinks())
	b.layer("words", b.drawWords())
	b.layer("halos", b.drawHalos())
	b.layer("shapes", b.drawShapes())
	b.layer("names", b.drawNames())
	b.layer("badges", b.drawPills())
	b.drawCorner()
	b.drawCard()
	b.rememberHits()
}

func (b *builder) layer(name string, marks []Mark) {
	if len(marks) > 0 {
		b.out.Layers = append(b.out.Layers, Layer{Name: name, Marks: marks})
	}
}

// drawMarker is the yellow band below each selected link.
func (b *builder) drawMarker() []Mark {
	var out []Mark
	for i := range b.strokes {
		if s := &b.strokes[i]; s.marked {
			out = append(out, Line{X1: s.x1, Y1: s.y1, X2: s.x2, Y2: s.y2, Width: markerWidth, Colour: b.v.Style.Mark})
		}
	}
	return out
}

func (b *builder) drawLinks() []Mark {
	out := make([]Mark, 0, 2*len(b.strokes))
	for i := range b.strokes {
		ground := b.v.Style.Ground
		if b.strokes[i].marked {
			ground = b.v.Style.Mark
		}
		out = b.strokes[i].marks(out, ground)
	}
	return out
}

func (b *builder) drawWords() []Mark {
	var out []Mark
	st := b.v.Style
	for _, w := range b.words {
		s := &b.strokes[w.stroke]
		ground, ink := st.Ground, st.Ink2
		switch {
		case s.marked:
			ground, ink = st.Mark, st.OnMark
		case s.strong:
			ink = st.Ink
		}
		out = append(out,
			Plate{Rect: w.box, Corner: 3, Fill: ground},
			Words{X: w.box.X + w.box.W/2, Y: baseline(w.box.Y, w.box.H, wordSize), Text: w.text,
				Size: wordSize, Bold: w.bold, Anchor: Middle, Colour: ink})
	}
	return out
}

// baseline is the line on which letters stand so that they lie in the middle
// of a row.
func baseline(top, height, size float64) float64 { return top + height/2 + capHeight/2*size }

// capHeight is the height of a capital as a share of the size.
const capHeight = 0.714

// lines are the words of a name, line by line.
func (b *builder) lines(n name, ink color.RGBA) []Words {
	out := make([]Words, 0, 2)
	left, right := n.box.X, n.box.X+n.box.W
	if b.m.nodes[n.node].pinned {
		left += tackRoom
	}
	for i, text := range n.label.lines {
		w := Words{Text: text, Size: n.label.size, Bold: n.label.bold, Anchor: n.align, Colour: ink}
		w.Y = baseline(n.box.Y+float64(i)*n.label.lineHeight(), n.label.lineHeight(), w.Size)
		switch n.align {
		case Start:
			w.X = left
		case Middle:
			w.X = (left + right) / 2
		case End:
			w.X = right
		}
		out = append(out, w)
	}
	return out
}

func (b *builder) drawHalos() []Mark {
	breadth := halo
	if b.v.Camera.Zoom < lowZoom {
		breadth = haloLow
	}
	var out []Mark
	for _, n := range b.names {
		for _, w := range b.lines(n, b.v.Style.Ground) {
			out = append(out, Halo{Words: w, Breadth: breadth})
		}
	}
	return out
}

func (b *builder) drawShapes() []Mark {
	out := make([]Mark, 0, 2*b.seen)
	view := Rect{0, 0, b.v.Camera.Width, b.v.Camera.Height}
	// The faded lie under the others.
	for _, faded := range []bool{true, false} {
		for i := len(b.m.order) - 1; i >= 0; i-- {
			k := b.m.order[i]
			s := &b.spots[k]
			if !b.m.nodes[k].shown || (s.fade > 0) != faded || !s.box().grown(12).meets(view) {
				continue
			}
			out = b.drawShape(out, k)
		}
	}
	return out
}

func (b *builder) drawShape(out []Mark, i int) []Mark {
	n, s, st := &b.m.nodes[i], &b.spots[i], b.v.Style
	fill := mix(st.Kind(n.kind), st.FadedShape, s.fade)
	if !s.candidate {
		fill = mix(fill, st.Ground, b.mapness/2)
	}
	ring := 2.5
	if s.r < 4 {
		ring = 0.7
	} else if s.r < signRadius {
		ring = 1.2
	}
	out = append(out, Shape{Kind: n.kind, X: s.x, Y: s.y, R: s.r, Fill: fill, Ring: ring, RingColor: st.Ground})
	if s.r >= signRadius {
		out = appendSign(out, n.kind, n.sign, n.letters, s.x, s.y, s.r, mix(st.Glyph, st.Ground, s.fade))
	}
	outline := Outline{Kind: n.kind, X: s.x, Y: s.y, R: s.r, Distance: outlineAt, Width: outlineWidth, Colour: st.Ink}
	if s.outlined {
		out = append(out, outline)
	} else if n.fresh {
		outline.Width, outline.Dash, outline.Gap = 1.25, 2, 2
		out = append(out, outline)
	}
	if b.v.State.Ring == n.id && n.id != "" {
		outline.Distance, outline.Width, outline.Dash, outline.Gap = 12, 2, 0, 0
		out = append(out, outline)
	}
	return out
}

// appendSign draws the sign of a thing inside its shape.
func appendSign(out []Mark, kind graphmodel.Kind, sign SignName, letters string, x, y, r float64, ink color.RGBA) []Mark {
	if sign != NoSign {
		return append(out, Sign{Name: sign, X: x, Y: y, Size: signSize(sign) * r, Colour: ink})
	}
	if letters == "" {
		return out
	}
	size := 0.78 * r
	if kind == graphmodel.Measure {
		size = 1.05 * r
	}
	return append(out, Words{X: x, Y: y + capHeight/2*size, Text: letters, Size: size, Bold: true, Anchor: Middle, Colour: ink})
}

// signSize is half the breadth of a sign in a shape of radius 1.
func signSize(s SignName) float64 {
	switch s {
	case SignPortico:
		return 0.56
	case SignSummit:
		return 0.56
	case SignStrategy, SignSanction:
		return 0.5
	case SignAgreement:
		return 0.62
	}
	return 0.54
}

func (b *builder) drawNames() []Mark {
	var rims, out []Mark
	st := b.v.Style
	for _, n := range b.names {
		s := &b.spots[n.node]
		ink := mix(st.Ink, st.FadedText, s.fade)
		words := b.lines(n, ink)
		for _, w := range words {
			if n.overlap {
				rim := w
				rim.Colour = st.Ground
				rims = append(rims, Halo{Words: rim, Breadth: haloOnShapes})
			}
			out = append(out, w)
		}
		if b.m.nodes[n.node].pinned {
			out = append(out, b.tack(n, words[0], ink))
		}
	}
	return append(rims, out...)
}

// tack stands before the first line of a pinned thing's name.
func (b *builder) tack(n name, first Words, ink color.RGBA) Mark {
	x := first.X
	switch n.align {
	case Middle:
		x -= n.label.widths[0] / 2
	case End:
		x -= n.label.widths[0]
	}
	return Sign{Name: SignTack, X: x - tackRoom/2 - 1, Y: first.Y - capHeight/2*first.Size, Size: 5.2, Colour: ink}
}

func (b *builder) drawPills() []Mark {
	var out []Mark
	st := b.v.Style
	for _, p := range b.pills {
		ink := mix(st.Ink, st.FadedText, b.spots[p.node].fade)
		out = append(out,
			Plate{Rect: p.box, Corner: p.box.H / 2, Fill: st.Panel, Stroke: mix(st.Border, st.FadedShape, b.spots[p.node].fade), Width: 1},
			Words{X: p.box.X + p.box.W/2, Y: math.Round(baseline(p.box.Y, p.box.H, pillSize)*4) / 4, Text: p.text,
				Size: pillSize, Bold: true, Anchor: Middle, Colour: ink})
	}
	return out
}
