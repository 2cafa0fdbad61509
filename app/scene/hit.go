package scene

import (
	"math"

	"byline/graphmodel"
)

// HitKind is the sort of thing that lies under a pointer.
type HitKind int

// What a pointer can meet.
const (
	HitGround  HitKind = iota
	HitNode            // a thing: its shape or its name
	HitLink            // a link: 8 units to either side of it or its word
	HitPill            // the number of folded neighbours of a thing
	HitZoomIn          // the buttons and the map in the corner
	HitZoomOut         //
	HitFit             //
	HitMap             //
	HitCorner          // the frame round them: nothing happens there
)

// Hit is what lies under a pointer.
type Hit struct {
	Kind HitKind
	ID   string         // of the thing, for HitNode and HitPill
	Link graphmodel.Key // for HitLink
}

// linkReach is how far from a link a pointer still meets it: the area is 8 wide.
const linkReach = 4

type hitNode struct {
	id      string
	kind    graphmodel.Kind
	x, y, r float64
	name    Rect
}

type hitLine struct {
	key            *graphmodel.Key
	x1, y1, x2, y2 float64
	word           Rect
}

type hitSpot struct {
	box  Rect
	kind HitKind
	id   string
}

// rememberHits keeps what HitTest needs: only what is in view.
func (b *builder) rememberHits() {
	nameOf := map[int]Rect{}
	for _, n := range b.names {
		nameOf[n.node] = n.box
	}
	b.out.nodes = make([]hitNode, 0, b.seen)
	view := Rect{0, 0, b.out.Width, b.out.Height}
	for _, i := range b.m.order {
		s := &b.spots[i]
		if box := s.box().grown(4); b.m.nodes[i].shown && box.meets(view) {
			b.out.nodes = append(b.out.nodes, hitNode{b.m.nodes[i].id, b.m.nodes[i].kind, s.x, s.y, s.r, nameOf[i]})
		}
	}
	b.out.lines = make([]hitLine, 0, len(b.strokes))
	wordOf := map[int]Rect{}
	for _, w := range b.words {
		wordOf[w.stroke] = w.box
	}
	for i := range b.strokes {
		s := &b.strokes[i]
		b.out.lines = append(b.out.lines, hitLine{&s.link.key, s.x1, s.y1, s.x2, s.y2, wordOf[i]})
	}
	for _, p := range b.pills {
		b.out.spots = append(b.out.spots, hitSpot{p.box, HitPill, b.m.nodes[p.node].id})
	}
}

// HitTest says what lies under (x, y): controls first, then shapes, names,
// links.
func (s *Scene) HitTest(x, y float64) Hit {
	for _, spot := range s.spots {
		if spot.box.Contains(x, y) {
			return Hit{Kind: spot.kind, ID: spot.id}
		}
	}
	if id, ok := s.nodeAt(x, y); ok {
		return Hit{Kind: HitNode, ID: id}
	}
	if key, ok := s.linkAt(x, y); ok {
		return Hit{Kind: HitLink, Link: key}
	}
	return Hit{}
}

// nodeAt finds the thing whose shape is nearest, within 3 units, or whose
// name holds the point.
func (s *Scene) nodeAt(x, y float64) (string, bool) {
	best, id := 3.0, ""
	for _, n := range s.nodes {
		if dx, dy := x-n.x, y-n.y; math.Abs(dx) < 2*n.r+4 && math.Abs(dy) < 2*n.r+4 {
			if d := Distance(n.kind, n.r, dx, dy); d < best {
				best, id = d, n.id
			}
		}
	}
	if id != "" {
		return id, true
	}
	for _, n := range s.nodes {
		if n.name.Contains(x, y) {
			return n.id, true
		}
	}
	return "", false
}

func (s *Scene) linkAt(x, y float64) (graphmodel.Key, bool) {
	best, found := float64(linkReach), -1
	for i, l := range s.lines {
		if l.word.Contains(x, y) {
			return *l.key, true
		}
		if d := lineDistance(x, y, l.x1, l.y1, l.x2, l.y2); d <= best {
			best, found = d, i
		}
	}
	if found < 0 {
		return graphmodel.Key{}, false
	}
	return *s.lines[found].key, true
}

// lineDistance is how far (x, y) lies from the line.
func lineDistance(x, y, x1, y1, x2, y2 float64) float64 {
	dx, dy := x2-x1, y2-y1
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = clamp(((x-x1)*dx+(y-y1)*dy)/l, 0, 1)
	}
	return math.Hypot(x-x1-t*dx, y-y1-t*dy)
}
