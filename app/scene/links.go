package scene

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"byline/graphmodel"
)

// Links on the screen.
const (
	linkGap     = 3.5 // between a shape and the end of its link
	maxStrong   = 60  // links of a selected thing drawn in ink
	maxWords    = 12  // of them, with type words
	wordsFrom   = 1.5 // zoom from which all links have their words
	doubleFrom  = 1.0 // zoom from which links of a pair run side by side
	sideBySide  = 3   // most links that do
	markerWidth = 12
	levels      = 4
)

// stroke is a link on the screen: from the rim of one shape to the other's.
type stroke struct {
	pair           int
	link           *link
	x1, y1, x2, y2 float64
	dx, dy, length float64 // direction from the doer to the target
	width          float64
	colour         color.RGBA
	level          int  // drawing order, below levels: 0 faded, 1 weak, 2 usual, 3 strong
	thin           bool // a map's line: no pattern, no head
	strong         bool
	worded         bool // carries its type word
	marked         bool // selected: on the marker
	head           float64
	breadth        float64
}

// route chooses the links to draw and lays them from rim to rim.
func (b *builder) route() {
	strong, worded := b.emphasised()
	view := Rect{0, 0, b.v.Camera.Width, b.v.Camera.Height}
	for p := range b.m.pairs {
		b.routePair(p, strong[p], worded[p], view)
	}
	b.sortStrokes()
	for i := range b.strokes {
		s := &b.strokes[i]
		b.crossing.addLine(i, s.x1, s.y1, s.x2, s.y2)
		if s.head > 0 {
			b.takeHead(s, 0.3, 0.2)
			b.takeHead(s, 0.75, 0.4)
		}
	}
}

// sortStrokes puts the strokes into the order of their levels, the faded ones
// first; within a level they stay in order.
func (b *builder) sortStrokes() {
	sorted := slices.Grow(b.memory.sorted[:0], len(b.strokes))
	for level := range levels {
		for i := range b.strokes {
			if b.strokes[i].level == level {
				sorted = append(sorted, b.strokes[i])
			}
		}
	}
	b.strokes, b.memory.sorted = sorted, b.strokes
}

// takeHead keeps names off a part of an arrow head: the share along from its
// tip, the share of its breadth to either side.
func (b *builder) takeHead(s *stroke, along, part float64) {
	x, y := s.x2-s.dx*s.head*along, s.y2-s.dy*s.head*along
	b.keepOff(taken{Rect: Rect{x, y, 0, 0}.grown(part * s.breadth), head: true})
}

func (b *builder) take(r Rect) { b.keepOff(taken{Rect: r}) }

func (b *builder) keepOff(t taken) {
	b.taken.addRect(len(b.rects), t.Rect)
	b.rects = append(b.rects, t)
}

// emphasised are the pairs drawn in ink, and those with type words: the best
// of the hovered thing, else of the selected ones.
func (b *builder) emphasised() (strong, worded map[int]bool) {
	strong, worded = map[int]bool{}, map[int]bool{}
	of := b.selected
	if b.hovered >= 0 {
		of = []int{b.hovered}
	}
	for _, i := range of {
		own := slices.Clone(b.m.nodes[i].pairs)
		slices.SortFunc(own, func(p, q int) int {
			return cmp.Or(cmp.Compare(b.m.pairs[q].weight, b.m.pairs[p].weight), cmp.Compare(p, q))
		})
		for place, p := range own[:min(len(own), maxStrong)] {
			strong[p] = true
			if place < maxWords {
				worded[p] = true
			}
		}
	}
	return strong, worded
}

func (b *builder) routePair(index int, strong, worded bool, view Rect) {
	p := &b.m.pairs[index]
	chosen := b.chosenOf(p)
	if !p.drawn && !strong && chosen < 0 {
		return
	}
	a, z := &b.spots[p.a], &b.spots[p.b]
	if box := (Rect{a.x, a.y, 0.01, 0.01}).around(Rect{z.x, z.y, 0.01, 0.01}).grown(8); !box.meets(view) {
		return
	}
	if n := len(p.links); n > 1 && n <= sideBySide && b.v.Camera.Zoom >= doubleFrom {
		widest := 0.0
		for _, l := range p.links {
			widest = math.Max(widest, l.width)
		}
		step := math.Max(5, widest+4)
		for i := range p.links {
			b.routeLink(index, &p.links[i], strong, worded, (float64(i)-float64(n-1)/2)*step)
		}
		return
	}
	b.routeLink(index, &p.links[max(chosen, 0)], strong, worded, 0)
}

// chosenOf is the selected or hovered link of a pair, or -1.
func (b *builder) chosenOf(p *pair) int {
	hovered := -1
	for i := range p.links {
		if b.isSelected(p.links[i].key) {
			return i
		}
		if p.links[i].key == b.v.State.HoveredLink {
			hovered = i
		}
	}
	return hovered
}

// routeLink lays one link aside units to the right of the line between the
// middles of a pair, seen from its first thing.
func (b *builder) routeLink(index int, l *link, strong, worded bool, aside float64) {
	p := &b.m.pairs[index]
	if l.from != p.a {
		aside = -aside
	}
	from, to := &b.spots[l.from], &b.spots[l.to]
	dx, dy := to.x-from.x, to.y-from.y
	between := math.Hypot(dx, dy)
	if between < 1 {
		return
	}
	dx, dy = dx/between, dy/between
	ox, oy := -dy*aside, dx*aside
	start := exit(b.m.nodes[l.from].kind, from.r, ox, oy, dx, dy) + from.gap()
	end := between - exit(b.m.nodes[l.to].kind, to.r, ox, oy, -dx, -dy) - to.gap()
	if end-start < 1 {
		return
	}
	s := stroke{
		pair: index, link: l, dx: dx, dy: dy, length: end - start,
		x1: from.x + ox + dx*start, y1: from.y + oy + dy*start,
		x2: from.x + ox + dx*end, y2: from.y + oy + dy*end,
	}
	s.marked = b.isSelected(l.key)
	s.strong = strong || s.marked || l.key == b.v.State.HoveredLink
	s.worded = worded || s.marked || l.key == b.v.State.HoveredLink || b.v.Camera.Zoom >= wordsFrom
	b.dress(&s, math.Max(from.fade, to.fade))
	b.strokes = append(b.strokes, s)
}

// gap is the room between the thing's shape and the end of a link.
func (s *spot) gap() float64 {
	if s.outlined {
		return outlineAt + outlineWidth/2 + 2.5
	}
	if s.r < 4 {
		return 2
	}
	return linkGap
}

// dress gives the stroke its width, colour and head.
func (b *builder) dress(s *stroke, fade float64) {
	st, zoom := b.v.Style, b.v.Camera.Zoom
	s.width, s.colour, s.level = s.link.width, st.Link, 2
	if s.link.weak {
		s.colour, s.level = st.Weak, 1
	}
	s.colour = mix(s.colour, st.Ground, b.mapness/2)
	if s.strong {
		s.level = 3
		s.width, s.colour = s.link.width+1, st.Ink
		if s.link.weak && !s.marked {
			s.width, s.colour = 1, st.Border
		}
	} else {
		if zoom < lowZoom {
			s.thin, s.width = true, 1
		}
		if b.hovered >= 0 {
			fade = math.Max(fade, b.v.State.Fade)
		}
		if s.link.faded {
			fade = 1
		}
		if fade > 0 {
			s.colour = mix(s.colour, st.FadedShape, fade)
			s.level = 0
		}
	}
	if s.thin || s.link.twoWay {
		return
	}
	shrink := clamp(math.Sqrt(zoom), 0.7, 1)
	head := (7.2 + 1.3*s.width) * shrink
	if s.length >= 1.4*head {
		s.head, s.breadth = head, (5.4+1.2*s.width)*shrink
	}
}

// pattern is the dash and gap of a status.
func pattern(status graphmodel.Status) (dash, gap float64, round bool, more float64) {
	switch status {
	case graphmodel.StatusAttributed:
		return 10, 4, false, 0
	case graphmodel.StatusAlleged:
		return 0.1, 4.5, true, 0.5
	case graphmodel.StatusPlanned:
		return 5, 4, false, 0
	}
	return 0, 0, false, 0
}

// marks appends the line of a stroke, its head and what stands in its middle.
func (s *stroke) marks(out []Mark, ground color.RGBA) []Mark {
	x2, y2 := s.x2, s.y2
	if s.head > 0 {
		back := s.head * 0.92
		x2, y2 = x2-s.dx*back, y2-s.dy*back
	}
	line := Line{X1: s.x1, Y1: s.y1, X2: x2, Y2: y2, Width: s.width, Colour: s.colour}
	plain := s.thin || s.link.weak
	switch {
	case plain:
		out = append(out, line)
	case s.link.status == graphmodel.StatusByHand:
		out = append(out, beside(line, 1.5, s.dx, s.dy), beside(line, -1.5, s.dx, s.dy))
	default:
		more := 0.0
		line.Dash, line.Gap, line.Round, more = pattern(s.link.status)
		line.Width += more
		out = append(out, line)
	}
	if s.head > 0 {
		out = append(out, s.arrow(ground))
	}
	if plain {
		return out
	}
	return append(out, s.middle()...)
}

func beside(l Line, d, dx, dy float64) Line {
	l.X1, l.Y1, l.X2, l.Y2 = l.X1-dy*d, l.Y1+dx*d, l.X2-dy*d, l.Y2+dx*d
	l.Width = 1
	return l
}

// arrow is the head: hollow for what is planned, else filled.
func (s *stroke) arrow(ground color.RGBA) Mark {
	bx, by, half := s.x2-s.dx*s.head, s.y2-s.dy*s.head, s.breadth/2
	a := Area{Points: []XY{{s.x2, s.y2}, {bx - s.dy*half, by + s.dx*half}, {bx + s.dy*half, by - s.dx*half}}, Fill: s.colour}
	if s.link.status == graphmodel.StatusPlanned && !s.link.weak {
		a.Fill, a.Stroke, a.Width = ground, s.colour, math.Min(1.2, s.width)
	}
	return a
}

// middle is the sign of a denied or ended link, across its middle.
func (s *stroke) middle() []Mark {
	mx, my := (s.x1+s.x2)/2, (s.y1+s.y2)/2
	bar := func(x, y, ux, uy, half float64) Mark {
		return Line{X1: x - ux*half, Y1: y - uy*half, X2: x + ux*half, Y2: y + uy*half, Width: math.Max(1.5, s.width-0.5), Colour: s.colour}
	}
	switch s.link.status {
	case graphmodel.StatusDenied:
		const h = math.Sqrt2 / 2
		return []Mark{
			bar(mx, my, (s.dx-s.dy)*h, (s.dy+s.dx)*h, 5), bar(mx, my, (s.dx+s.dy)*h, (s.dy-s.dx)*h, 5),
		}
	case graphmodel.StatusEnded:
		return []Mark{
			bar(mx-s.dx*2, my-s.dy*2, -s.dy, s.dx, 5), bar(mx+s.dx*2, my+s.dy*2, -s.dy, s.dx, 5),
		}
	}
	return nil
}
