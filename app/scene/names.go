package scene

import (
	"math"

	"byline/graphmodel"
)

// Places are the label places taken in a picture, by id.
type Places map[string]Place

// Place is where a name stands round its shape.
type Place struct {
	Slot int  // 0 below, 1 right, 2 left, 3 above, then the diagonals
	Even bool // on two even lines
}

// name is a label with its place.
type name struct {
	node    int
	label   label
	box     Rect
	align   Anchor
	overlap bool // lies on a shape
}

// slot is one of the eight places: the direction from the shape, and how the
// lines are aligned.
type slot struct {
	dx, dy float64
	align  Anchor
}

var slots = [...]slot{
	{0, 1, Middle}, {1, 0, Start}, {-1, 0, End}, {0, -1, Middle},
	{1, 1, Start}, {-1, 1, End}, {1, -1, Start}, {-1, -1, End},
}

// What a place costs, and what rules it out.
const (
	costTurned     = 14  // times 1 - cosine of the angle to "away"
	costCrossed    = 0.5 // a unit of link under the name
	costNear       = 30  // a shape within nearShape
	costCovered    = 16  // a smaller shape under the name
	costCandidate  = 56  // the same, if that has a name itself
	nearShape      = 12
	shapeRoom      = 5
	shapeRoomBold  = 2
	mostCrossed    = 4 // label widths of links under a name
	labelSideGap   = 5
	labelTopGap    = 2
	labelCornerGap = 2
	costDiagonal   = 4 // beside a shape a name reads better than at its corner
	tackRoom       = 13
	mapNamesUnder  = 0.35
	halo, haloLow  = 3.5, 2.5
	haloOnShapes   = 2
	viewEdge       = 2
	forbidden      = math.MaxFloat64
	lastResortCost = 1e6
	// Of more selected things than this only those are named that have room:
	// forced names of a crowd lie on each other.
	mostForced = 12
)

// leave is how far a name may go to find a place.
type leave int

const (
	freely    leave = iota // only where nothing is in its way
	overHeads              // also over arrow heads: a hub has them all round
	anywhere
)

// placeNames gives every candidate the cheapest of its free places, in the
// order of candidates.
func (b *builder) placeNames() {
	for _, i := range b.named {
		if i == b.hovered && b.v.State.Card {
			continue
		}
		b.placeName(i)
	}
}

func (b *builder) placeName(i int) {
	n := &b.m.nodes[i]
	must := i == b.hovered || b.spots[i].outlined && len(b.selected) <= mostForced
	text := b.textOf(i)
	away := b.away(i)
	if before, ok := b.v.Before[n.id]; ok && before.Slot < len(slots) {
		l, usable := text, true
		if before.Even {
			l, usable = setEven(n.name, text.size, text.bold)
		}
		if usable && b.cost(i, l, before.Slot, away, freely) < lastResortCost {
			b.keepName(i, l, before)
			return
		}
	}
	slot, cost := b.cheapest(i, text, away, freely)
	if cost < lastResortCost {
		b.keepName(i, text, Place{Slot: slot})
		return
	}
	if len(text.lines) == 1 {
		if even, ok := setEven(n.name, text.size, text.bold); ok {
			if s, c := b.cheapest(i, even, away, freely); c < lastResortCost {
				b.keepName(i, even, Place{Slot: s, Even: true})
				return
			}
		}
	}
	last := overHeads
	if must {
		last = anywhere
	} else if !n.bold {
		return
	}
	if slot, cost = b.cheapest(i, text, away, last); cost < forbidden {
		b.keepName(i, text, Place{Slot: slot})
	}
}

// textOf is the name as it is set now: bold if it is selected or one of the
// first, larger on a map.
func (b *builder) textOf(i int) label {
	n := &b.m.nodes[i]
	onMap := b.v.Camera.Zoom < mapNamesUnder
	switch {
	case onMap && n.bold:
		return setLabel(n.name, mapBoldSize, true)
	case n.bold:
		return n.text
	case b.spots[i].outlined, onMap && n.group:
		return n.set(true)
	}
	return n.text
}

// away is the direction from the thing's neighbours to it, or zero.
func (b *builder) away(i int) XY {
	s := &b.spots[i]
	var sum XY
	for _, p := range b.m.nodes[i].pairs {
		if !b.m.pairs[p].drawn {
			continue
		}
		o := &b.spots[b.m.pairs[p].other(i)]
		if d := math.Hypot(o.x-s.x, o.y-s.y); d > 0 {
			sum.X -= (o.x - s.x) / d
			sum.Y -= (o.y - s.y) / d
		}
	}
	if d := math.Hypot(sum.X, sum.Y); d > 0.2 {
		return XY{sum.X / d, sum.Y / d}
	}
	return XY{}
}

func (b *builder) cheapest(i int, l label, away XY, may leave) (slot int, cost float64) {
	cost = forbidden
	for k := range slots {
		if c := b.cost(i, l, k, away, may); c < cost {
			slot, cost = k, c
		}
	}
	return slot, cost
}

// boxAt is the room of the label in one of its places.
func (b *builder) boxAt(i int, l label, k int) Rect {
	s, at := &b.spots[i], slots[k]
	rx, ry := reach(b.m.nodes[i].kind, s.r)
	if s.outlined {
		rx, ry = rx+outlineAt+outlineWidth/2, ry+outlineAt+outlineWidth/2
	}
	w, h := l.width(), l.height()
	if b.m.nodes[i].pinned {
		w += tackRoom
	}
	box := Rect{s.x - w/2, s.y - h/2, w, h}
	switch {
	case at.dx == 0:
		box.Y = s.y + at.dy*(ry+labelTopGap+h/2) - h/2
	case at.dy == 0:
		box.X = s.x + at.dx*(rx+labelSideGap+w/2) - w/2
	default:
		turn := cornerShare(b.m.nodes[i].kind)
		box.X = s.x + at.dx*(rx*turn+labelCornerGap+w/2) - w/2
		box.Y = s.y + at.dy*(ry*turn+h/2) - h/2
	}
	return box
}

// cornerShare is how far out, as a share of its reach, a shape still is
// halfway between its side and its top.
func cornerShare(k graphmodel.Kind) float64 {
	switch k {
	case graphmodel.Organisation:
		return 0.92
	case graphmodel.Measure:
		return 0.55
	}
	return 0.75
}

// cost is what a place costs. Over lastResortCost it is ruled out, and good
// only for a name that must show.
func (b *builder) cost(i int, l label, k int, away XY, may leave) float64 {
	box := b.boxAt(i, l, k)
	cost := 0.01 * float64(k)
	if slots[k].dx != 0 && slots[k].dy != 0 {
		cost += costDiagonal
	}
	if away != (XY{}) {
		cost += costTurned * (1 - cosine(slots[k].dx, slots[k].dy, away.X, away.Y))
	}
	ruledOut := 0.0
	rule := func(broken bool) bool {
		if broken {
			ruledOut += lastResortCost
		}
		return broken && may != anywhere
	}
	view := Rect{0, 0, b.v.Camera.Width, b.v.Camera.Height}.grown(-viewEdge)
	if rule(box.X < view.X || box.Y < view.Y || box.X+box.W > view.X+view.W || box.Y+box.H > view.Y+view.H) {
		return forbidden
	}
	if rule(!b.free(box, may == overHeads)) {
		return forbidden
	}
	near, tooNear := b.shapesNear(i, l, box)
	if rule(tooNear) {
		return forbidden
	}
	crossed := b.crossed(box)
	if rule(!l.bold && b.v.Camera.Zoom >= lowZoom && crossed > mostCrossed*l.width()) {
		return forbidden
	}
	return cost + near + costCrossed*crossed + ruledOut
}

// shapesNear is the cost of the other shapes near a name, and whether one is
// too near.
func (b *builder) shapesNear(i int, l label, box Rect) (cost float64, tooNear bool) {
	room := float64(shapeRoom)
	if l.bold {
		room = shapeRoomBold
	}
	b.shapes.near(box.grown(nearShape), func(j int) bool {
		if j == i {
			return true
		}
		d := b.shapeDistance(j, box)
		switch {
		case d < room && b.spots[j].r >= signRadius:
			tooNear = true
			return false
		case d < 0 && b.spots[j].candidate:
			cost += costCandidate
		case d < 0:
			cost += costCovered
		case d < nearShape:
			cost += costNear
		}
		return true
	})
	return cost, tooNear
}

// crossed is the length of links under the box.
func (b *builder) crossed(box Rect) float64 {
	sum := 0.0
	b.crossing.near(box, func(i int) bool {
		s := &b.strokes[i]
		sum += lengthInside(box, s.x1, s.y1, s.x2, s.y2)
		return true
	})
	return sum
}

func (b *builder) keepName(i int, l label, at Place) {
	box := b.boxAt(i, l, at.Slot)
	n := name{node: i, label: l, box: box, align: slots[at.Slot].align}
	b.shapes.near(box, func(j int) bool {
		n.overlap = n.overlap || b.shapeDistance(j, box) < 1
		return true
	})
	b.names = append(b.names, n)
	b.out.Places[b.m.nodes[i].id] = at
	b.take(box)
}

// cosine of the angle between two directions.
func cosine(ax, ay, bx, by float64) float64 {
	a, b := math.Hypot(ax, ay), math.Hypot(bx, by)
	if a == 0 || b == 0 {
		return 0
	}
	return (ax*bx + ay*by) / (a * b)
}
