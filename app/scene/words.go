package scene

import (
	"strconv"

	"byline/graphmodel"
)

const (
	wordSize   = 11
	wordHeight = 15
	pillSize   = 11
)

// typeWord is the word of a link's type, on the line.
type typeWord struct {
	stroke int
	text   string
	bold   bool
	box    Rect
}

// slides are the places along a line that a type word tries, from the middle
// outwards.
var slides = [...]float64{0.5, 0.45, 0.55, 0.4, 0.6, 0.34, 0.66, 0.28, 0.72, 0.22, 0.78}

// placeTypeWords finds room for the words of the links that carry them, the
// strong ones first.
func (b *builder) placeTypeWords() {
	for _, strong := range []bool{true, false} {
		for i := len(b.strokes) - 1; i >= 0; i-- {
			if s := &b.strokes[i]; s.worded && s.strong == strong && s.level > 0 {
				b.placeTypeWord(i)
			}
		}
	}
}

func (b *builder) placeTypeWord(i int) {
	s := &b.strokes[i]
	w := typeWord{stroke: i, text: s.link.key.Type.Words(), bold: s.marked}
	width := FontOf(w.bold).Width(w.text, wordSize) + 8
	view := Rect{0, 0, b.v.Camera.Width, b.v.Camera.Height}
	from, to, ok := clip(view, s.x1, s.y1, s.x2, s.y2)
	if !ok || (to-from)*s.length < 24 {
		return
	}
	for _, t := range slides {
		t = from + (to-from)*t
		x, y := s.x1+(s.x2-s.x1)*t, s.y1+(s.y2-s.y1)*t
		w.box = Rect{x - width/2, y - wordHeight/2, width, wordHeight}
		if b.wordFits(s, w.box) {
			b.keepWord(w)
			return
		}
	}
	if s.marked {
		x, y := s.x1+(s.x2-s.x1)*(from+to)/2, s.y1+(s.y2-s.y1)*(from+to)/2
		w.box = Rect{x - width/2, y - wordHeight/2, width, wordHeight}
		b.keepWord(w)
	}
}

func (b *builder) keepWord(w typeWord) {
	b.words = append(b.words, w)
	b.take(w.box)
}

// wordFits reports whether a word there lies on no head, shape, word or
// middle sign.
func (b *builder) wordFits(s *stroke, box Rect) bool {
	if !b.free(box, false) {
		return false
	}
	if st := s.link.status; st == graphmodel.StatusEnded || st == graphmodel.StatusDenied {
		if (Rect{(s.x1 + s.x2) / 2, (s.y1 + s.y2) / 2, 0, 0}).grown(10).meets(box) {
			return false
		}
	}
	fits := true
	b.shapes.near(box.grown(4), func(i int) bool {
		fits = b.shapeDistance(i, box) >= 3
		return fits
	})
	return fits
}

// taken is room that words keep off.
type taken struct {
	Rect
	head bool // of an arrow
}

// free reports whether nothing taken lies in the box, arrow heads aside if
// they may be covered.
func (b *builder) free(box Rect, overHeads bool) bool {
	free := true
	b.taken.near(box, func(i int) bool {
		free = overHeads && b.rects[i].head || !b.rects[i].meets(box)
		return free
	})
	return free
}

// shapeDistance is how far the box lies from the shape of a thing.
func (b *builder) shapeDistance(i int, box Rect) float64 {
	s := &b.spots[i]
	x, y := clamp(s.x, box.X, box.X+box.W), clamp(s.y, box.Y, box.Y+box.H)
	return Distance(b.m.nodes[i].kind, s.r, x-s.x, y-s.y)
}

// pill says at a thing's corner how many neighbours are folded away.
type pill struct {
	node int
	text string
	box  Rect
}

// mostPills is how many things may carry a pill before they show only on
// what is hovered or selected.
const mostPills = 12

func (b *builder) placePills() {
	with := 0
	for i := range b.m.nodes {
		if b.m.nodes[i].shown && b.m.nodes[i].hidden > 0 {
			with++
		}
	}
	for i := range b.m.nodes {
		n, s := &b.m.nodes[i], &b.spots[i]
		if !n.shown || n.hidden == 0 || !s.inView {
			continue
		}
		if with > mostPills && i != b.hovered && !s.outlined {
			continue
		}
		b.placePill(i)
	}
}

// placePill takes the corner that the thing's links leave emptiest.
func (b *builder) placePill(i int) {
	n, s := &b.m.nodes[i], &b.spots[i]
	p := pill{node: i, text: "+" + strconv.Itoa(n.hidden)}
	width, best := Bold().Width(p.text, pillSize)+10, -1e9
	for _, corner := range [4][2]float64{{1, -1}, {1, 1}, {-1, 1}, {-1, -1}} {
		x, y := s.x+corner[0]*(s.r*0.72+width/2-8), s.y+corner[1]*s.r*0.72
		room := 0.0
		for _, q := range n.pairs {
			o := &b.spots[b.m.pairs[q].other(i)]
			room -= cosine(corner[0], corner[1], o.x-s.x, o.y-s.y)
		}
		if room > best+1e-9 {
			best = room
			p.box = Rect{x - width/2, y - 8, width, 16}
		}
	}
	b.pills = append(b.pills, p)
	b.take(p.box)
}
