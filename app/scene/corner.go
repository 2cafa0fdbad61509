package scene

import "image/color"

// The controls in the lower right corner.
const (
	cornerMargin = 14
	mapWidth     = 152
	mapHeight    = 104
	buttonSize   = 34
)

// mapBox is where the small map lies in a view.
func mapBox(c Camera) Rect {
	return Rect{c.Width - cornerMargin - mapWidth, c.Height - cornerMargin - mapHeight, mapWidth, mapHeight}
}

// buttonBox is where the zoom buttons lie, one above the other.
func buttonBox(c Camera) Rect {
	m := mapBox(c)
	return Rect{m.X - 8 - buttonSize, m.Y, buttonSize, mapHeight}
}

// mapCamera shows the whole graph in the small map.
func (m *Model) mapCamera(c Camera) (Camera, Rect) {
	box := mapBox(c)
	inner := box.grown(-6)
	world := m.bounds
	small := Camera{CenterX: world.X + world.W/2, CenterY: world.Y + world.H/2, Width: box.W, Height: box.H, Zoom: 1}
	if world.W > 0 && world.H > 0 {
		small.Zoom = min(inner.W/world.W, inner.H/world.H)
	}
	return small, box
}

// MapAt is the place of the world shown at (x, y) of the small map.
func (m *Model) MapAt(c Camera, x, y float64) (cx, cy float64) {
	small, box := m.mapCamera(c)
	p := small.WorldOf(x-box.X, y-box.Y)
	return p.X, p.Y
}

// CornerBox is where all the controls of a view lie.
func CornerBox(c Camera) Rect { return mapBox(c).around(buttonBox(c)) }

// reserveCorner keeps names off the controls.
func (b *builder) reserveCorner() {
	if b.v.Corner {
		b.take(CornerBox(b.v.Camera).grown(4))
	}
}

func (b *builder) drawCorner() {
	if !b.v.Corner {
		return
	}
	c, st := b.v.Camera, b.v.Style
	buttons := buttonBox(c)
	marks := []Mark{Plate{Rect: buttons, Corner: 5, Fill: st.Panel, Stroke: st.Line, Width: 1}}
	for i, sign := range []SignName{SignPlus, SignMinus, SignFit} {
		h := buttons.H / 3
		box := Rect{buttons.X, buttons.Y + float64(i)*h, buttons.W, h}
		if i > 0 {
			marks = append(marks, Line{X1: box.X + 1, Y1: box.Y, X2: box.X + box.W - 1, Y2: box.Y, Width: 1, Colour: st.Line})
		}
		marks = append(marks, Sign{Name: sign, X: box.X + box.W/2, Y: box.Y + box.H/2, Size: 7, Colour: st.Ink})
		b.out.spots = append(b.out.spots, hitSpot{box: box, kind: HitZoomIn + HitKind(i)})
	}
	box := mapBox(c)
	b.out.spots = append(b.out.spots, hitSpot{box: box, kind: HitMap})
	marks = append(marks, Plate{Rect: box, Corner: 5, Fill: st.Panel, Stroke: st.Line, Width: 1})
	b.layer("corner", append(marks, b.drawMap()...))
}

// drawMap is the small map: discs in the colours of their kinds, a frame
// round what is in view.
func (b *builder) drawMap() []Mark {
	const mostLines, mostDiscs = 400, 4000
	m, st := b.m, b.v.Style
	small, box := m.mapCamera(b.v.Camera)
	at := func(i int) (x, y float64) {
		x, y = small.ScreenOf(m.nodes[i].at)
		return x + box.X, y + box.Y
	}
	within := func(x, y float64) bool { return box.grown(-2).Contains(x, y) }
	var out []Mark
	if len(m.pairs) <= mostLines {
		for _, p := range m.pairs {
			x1, y1 := at(p.a)
			x2, y2 := at(p.b)
			if p.drawn && within(x1, y1) && within(x2, y2) {
				out = append(out, Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: 0.75, Colour: mix(st.Weak, st.Panel, 0.25)})
			}
		}
	}
	r := 2.2
	if len(m.nodes) > 200 {
		r = 1.3
	}
	for _, i := range m.order[:min(len(m.order), mostDiscs)] {
		x, y := at(i)
		if !m.nodes[i].shown || !within(x, y) {
			continue
		}
		out = append(out, Shape{X: x, Y: y, R: r, Fill: mix(st.Kind(m.nodes[i].kind), st.FadedShape, b.spots[i].fade)})
	}
	return append(out, b.mapFrame(small, box, st.Ink)...)
}

// mapFrame is the part in view, cut off at the map's edge.
func (b *builder) mapFrame(small Camera, box Rect, ink color.RGBA) []Mark {
	c := b.v.Camera
	x1, y1 := small.ScreenOf(c.WorldOf(0, 0))
	x2, y2 := small.ScreenOf(c.WorldOf(c.Width, c.Height))
	inner := Rect{1, 1, box.W - 2, box.H - 2}
	left, top := clamp(x1, inner.X, inner.X+inner.W), clamp(y1, inner.Y, inner.Y+inner.H)
	right, bottom := clamp(x2, inner.X, inner.X+inner.W), clamp(y2, inner.Y, inner.Y+inner.H)
	frame := Rect{box.X + left, box.Y + top, right - left, bottom - top}
	if frame.W < 3 || frame.H < 3 {
		return nil
	}
	return []Mark{Plate{Rect: frame, Corner: 0, Stroke: ink, Width: 1.25}}
}
