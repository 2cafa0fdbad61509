package scene

import (
	"math"
	"slices"

	"byline/graphmodel"
)

// Sizes on the screen.
const (
	areaPerName  = 9000 // of the picture, for one name
	leastRadius  = 2.5
	namedRadius  = 6
	signRadius   = 8 // smallest shape with a sign in it
	outlineAt    = 4.5
	outlineWidth = 2.25
	lowZoom      = 0.5 // under it links are thin and shapes small
)

// builder holds what is known while one picture is made.
type builder struct {
	m     *Model
	v     View
	spots []spot
	// picked are the indices of hovered (or -1) and selected things.
	hovered  int
	selected []int
	named    []int // candidates for a name, in order
	strokes  []stroke
	taken    *grid // rectangles that names must not lie on
	rects    []taken
	shapes   *grid // spots
	crossing *grid // strokes
	memory   *memory
	words    []typeWord
	pills    []pill
	names    []name
	seen     int     // things in sight or just beside
	mapness  float64 // 0: a graph; 1: a map of it
	out      Scene
}

// memory is what one picture leaves to the next one, so that a moving picture
// does not ask for it anew at each frame. Nothing of it is part of a Scene.
type memory struct {
	spots                   []spot
	strokes, sorted         []stroke
	rects                   []taken
	taken, shapes, crossing grid
}

// spot is a thing on the screen.
type spot struct {
	x, y, r   float64
	inView    bool
	candidate bool
	outlined  bool
	fade      float64
}

// Build makes the picture of one view.
func (m *Model) Build(v View) Scene { return m.lay(v).out }

// lay puts everything in its place, from the shapes to the names, and draws it.
func (m *Model) lay(v View) *builder {
	v.Camera = v.Camera.usable()
	c := v.Camera
	b := &builder{m: m, v: v, hovered: -1}
	b.out = Scene{Width: c.Width, Height: c.Height, Ground: v.Style.Ground, Clear: v.Clear, Counts: m.counts, Places: Places{}}
	b.mapness = clamp((0.45-c.Zoom)/0.15, 0, 1)
	b.borrow(&m.memory)
	b.pick()
	b.project()
	b.route()
	b.reserveCorner()
	b.placePills()
	b.placeTypeWords()
	b.placeNames()
	b.draw()
	m.memory.strokes, m.memory.rects = b.strokes, b.rects
	return b
}

// borrow takes the memory that the picture before has left.
func (b *builder) borrow(from *memory) {
	b.memory = from
	b.taken, b.shapes, b.crossing = &from.taken, &from.shapes, &from.crossing
	for _, g := range []*grid{b.taken, b.shapes, b.crossing} {
		g.reset(b.v.Camera.Width, b.v.Camera.Height)
	}
	if len(from.spots) != len(b.m.nodes) {
		from.spots = make([]spot, len(b.m.nodes))
	}
	clear(from.spots)
	b.spots, b.strokes, b.rects = from.spots, from.strokes[:0], from.rects[:0]
}

// pick finds the hovered and selected things.
func (b *builder) pick() {
	if i, ok := b.m.index[b.v.State.Hovered]; ok && b.m.nodes[i].shown {
		b.hovered = i
	}
	for _, id := range b.v.State.Selected {
		if i, ok := b.m.index[id]; ok && b.m.nodes[i].shown {
			b.selected = append(b.selected, i)
		}
	}
}

// project puts the things on the screen and chooses those that get a name.
func (b *builder) project() {
	m, c := b.m, b.v.Camera
	scale := math.Min(1.6, math.Sqrt(c.Zoom))
	if c.Zoom < lowZoom {
		scale = 1.41 * c.Zoom
	}
	view := Rect{0, 0, c.Width, c.Height}
	for i := range m.nodes {
		n := &m.nodes[i]
		if !n.shown {
			continue
		}
		s := &b.spots[i]
		s.x, s.y = c.ScreenOf(n.at)
		s.r = math.Max(n.r*scale, leastRadius)
		s.inView = view.Contains(s.x, s.y)
	}
	b.fadeAround()
	b.chooseNamed()
	for i := range b.spots {
		s := &b.spots[i]
		if !m.nodes[i].shown {
			continue
		}
		if s.candidate {
			s.r = math.Max(s.r, namedRadius)
		} else {
			s.r = math.Max(s.r*(1-b.mapness/4), leastRadius)
		}
		if reach := s.box().grown(16); reach.meets(view) {
			b.shapes.addRect(i, s.box())
			b.seen++
		}
	}
	for _, i := range b.selected {
		b.spots[i].outlined = true
	}
}

// box holds the shape of any kind.
func (s spot) box() Rect {
	d := s.r * DiamondHalf
	return Rect{s.x - d, s.y - d, 2 * d, 2 * d}
}

// fadeAround fades what does not pass the sieve, and what is no neighbour of
// the hovered thing.
func (b *builder) fadeAround() {
	fade := 0.0
	if b.hovered >= 0 {
		fade = clamp(b.v.State.Fade, 0, 1)
	}
	for i := range b.spots {
		b.spots[i].fade = fade
		if b.m.nodes[i].faded {
			b.spots[i].fade = 1
		}
	}
	if b.hovered >= 0 {
		b.spots[b.hovered].fade = 0
		for _, p := range b.m.nodes[b.hovered].pairs {
			b.spots[b.m.pairs[p].other(b.hovered)].fade = 0
		}
	}
	for _, i := range b.selected {
		b.spots[i].fade = 0
	}
}

// chooseNamed takes the selected things, the hovered one, then those with
// most neighbours that are in view, as many as the picture has room for.
func (b *builder) chooseNamed() {
	add := func(i int) {
		if !b.spots[i].candidate {
			b.spots[i].candidate = true
			b.named = append(b.named, i)
		}
	}
	for _, i := range b.selected {
		add(i)
	}
	if b.hovered >= 0 {
		add(b.hovered)
	}
	room := int(b.v.Camera.Width * b.v.Camera.Height / areaPerName)
	if b.v.Camera.Zoom < mapNamesUnder {
		room -= b.nameGroups(add)
	}
	for _, faded := range []bool{false, true} {
		for _, i := range b.m.order {
			if room <= 0 {
				break
			}
			n, s := &b.m.nodes[i], &b.spots[i]
			if n.shown && n.faded == faded && s.inView && !s.candidate {
				room--
				add(i)
			}
		}
		if b.m.counts.Faded == 0 {
			break
		}
	}
	if b.hovered >= 0 {
		b.nameNeighbours(add)
	}
}

// nameGroups adds the bold names of a map, then the first of each large group
// in view, and says how many these are.
func (b *builder) nameGroups(add func(int)) int {
	before := len(b.named)
	for _, i := range b.m.order[:min(boldNames, len(b.m.order))] {
		if n := &b.m.nodes[i]; n.bold && n.shown && b.spots[i].inView {
			add(i)
		}
	}
	for _, i := range b.m.firsts {
		if b.spots[i].inView {
			add(i)
		}
	}
	return len(b.named) - before
}

// nameNeighbours adds the neighbours of the hovered thing, and puts them
// before the things that have faded.
func (b *builder) nameNeighbours(add func(int)) {
	near := 0
	for _, p := range b.m.nodes[b.hovered].pairs {
		if i := b.m.pairs[p].other(b.hovered); b.spots[i].inView && near < maxStrong {
			near++
			add(i)
		}
	}
}

func (b *builder) isSelected(k graphmodel.Key) bool {
	return slices.Contains(b.v.State.SelectedLinks, k)
}
