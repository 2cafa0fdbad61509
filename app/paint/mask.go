package paint

import (
	"image"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"

	"byline/app/scene"
	"byline/graphmodel"
)

// mostMasks bounds the memory of a painter; when it is full, it starts anew.
const mostMasks = 16384

// maskKey names the mask of a letter or a sign. Sizes and places are in
// quarters of a pixel, except that of a letter's size, in 64ths.
type maskKey struct {
	glyph      sfnt.GlyphIndex
	bold       bool
	sign       scene.SignName
	size       int
	subX, subY int8
	breadth    int16 // of the halo, or the ring round a shape
	shape      graphmodel.Kind
}

const mostRuns = 8192

type runKey struct {
	text string
	bold bool
}

type run struct {
	glyphs []scene.Glyph
	width  float64
}

// mask is how much of each pixel is covered, from (x, y) of the place drawn at.
type mask struct {
	x, y, w, h int
	cover      []uint8
}

// stamp lays a mask over the image with its origin at pixel (x, y).
func (c *canvas) stamp(m *mask, x, y int, k ink) {
	left, top := x+m.x, y+m.y
	fromX, toX := max(0, -left), min(m.w, c.width-left)
	fromY, toY := max(0, c.top-top), min(m.h, c.bottom-top)
	for my := fromY; my < toY; my++ {
		row := m.cover[my*m.w : (my+1)*m.w]
		i := (top+my)*c.stride + 4*(left+fromX)
		for mx := fromX; mx < toX; mx, i = mx+1, i+4 {
			a := uint32(row[mx])
			if a == 0 {
				continue
			}
			blend(c.pix[i:i+4:i+4], k, a+a>>7)
		}
	}
}

// keep returns the mask of that key, drawn if it is not there yet.
func (p *Painter) keep(key maskKey, draw func() *mask) *mask {
	if m, ok := p.masks[key]; ok {
		return m
	}
	if len(p.masks) >= mostMasks {
		clear(p.masks)
	}
	m := draw()
	p.masks[key] = m
	return m
}

// words draws one line of words, or the halo round it.
func (p *Painter) words(c *canvas, w scene.Words, k, breadth float64) {
	size := math.Round(w.Size*k*8) / 8
	y := int(math.Round(w.Y * k))
	if y < c.top-2*int(size)-2 || y > c.bottom+2*int(size)+2 {
		return
	}
	font := scene.FontOf(w.Bold)
	glyphs, width := p.run(font, w)
	x := w.X * k
	switch w.Anchor {
	case scene.Middle:
		x -= width * w.Size * k / 2
	case scene.End:
		x -= width * w.Size * k
	}
	if x > float64(c.width)+size || x+width*size < -size {
		return
	}
	ink := c.ink(w.Colour)
	for _, g := range glyphs {
		at := math.Round((x+g.X*w.Size*k)*4) / 4
		whole := math.Floor(at)
		key := maskKey{glyph: g.Index, bold: w.Bold, size: int(size * 64), subX: int8((at - whole) * 4), breadth: int16(math.Round(breadth * k * 8))}
		m := p.keep(key, func() *mask {
			m := glyphMask(font, g.Index, size, at-whole)
			if key.breadth > 0 {
				m = m.spread(float64(key.breadth) / 8)
			}
			return m
		})
		c.stamp(m, int(whole), y, ink)
	}
}

// run is the line of letters of some words.
func (p *Painter) run(font *scene.Font, w scene.Words) ([]scene.Glyph, float64) {
	key := runKey{w.Text, w.Bold}
	if r, ok := p.runs[key]; ok {
		return r.glyphs, r.width
	}
	if len(p.runs) >= mostRuns {
		clear(p.runs)
	}
	var r run
	r.glyphs, r.width = font.Glyphs(w.Text)
	p.runs[key] = r
	return r.glyphs, r.width
}

// sign draws a small picture.
func (p *Painter) sign(c *canvas, s scene.Sign, k float64) {
	if s.Y*k+2*s.Size*k < float64(c.top) || s.Y*k-2*s.Size*k > float64(c.bottom) {
		return
	}
	size := math.Round(s.Size*k*8) / 8
	x, y := math.Round(s.X*k*4)/4, math.Round(s.Y*k*4)/4
	wx, wy := math.Floor(x), math.Floor(y)
	key := maskKey{sign: s.Name, size: int(size * 64), subX: int8((x - wx) * 4), subY: int8((y - wy) * 4)}
	m := p.keep(key, func() *mask { return signMask(s.Name, size, x-wx, y-wy) })
	c.stamp(m, int(wx), int(wy), c.ink(s.Colour))
}

func glyphMask(font *scene.Font, index sfnt.GlyphIndex, size, subX float64) *mask {
	segments := font.Outline(index)
	k := size / font.UnitsPerEm()
	at := func(x, y float64) (float64, float64) { return x*k + subX, y * k }
	t := newTracer()
	for _, s := range segments {
		var q [3]scene.XY
		for i := range q {
			q[i].X, q[i].Y = at(float64(s.Args[i].X), float64(s.Args[i].Y))
		}
		t.steps = append(t.steps, step{opOf(s.Op), q})
	}
	return t.mask()
}

func opOf(op sfnt.SegmentOp) byte {
	switch op {
	case sfnt.SegmentOpMoveTo:
		return 'M'
	case sfnt.SegmentOpQuadTo:
		return 'Q'
	case sfnt.SegmentOpCubeTo:
		return 'C'
	}
	return 'L'
}

func signMask(name scene.SignName, size, subX, subY float64) *mask {
	t := newTracer()
	for _, s := range name.Path() {
		q := s.Points
		for i := range q {
			q[i].X, q[i].Y = q[i].X*size+subX, q[i].Y*size+subY
		}
		t.steps = append(t.steps, step{s.Op, q})
	}
	return t.mask()
}

// tracer rasterises an outline in the smallest box that holds it.
type tracer struct{ steps []step }

type step struct {
	op     byte
	points [3]scene.XY
}

func newTracer() *tracer { return &tracer{} }

func (t *tracer) mask() *mask {
	x1, y1, x2, y2 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range t.steps {
		for _, q := range s.points[:pointsOf(s.op)] {
			x1, y1, x2, y2 = math.Min(x1, q.X), math.Min(y1, q.Y), math.Max(x2, q.X), math.Max(y2, q.Y)
		}
	}
	if x1 > x2 {
		return &mask{}
	}
	m := &mask{x: int(math.Floor(x1)), y: int(math.Floor(y1))}
	m.w, m.h = int(math.Ceil(x2))-m.x+1, int(math.Ceil(y2))-m.y+1
	const most = 4096 // no letter of a picture is larger
	if m.w > most || m.h > most {
		return &mask{}
	}
	z := vector.NewRasterizer(m.w, m.h)
	for _, s := range t.steps {
		m.trace(z, s)
	}
	z.ClosePath()
	out := image.NewAlpha(image.Rect(0, 0, m.w, m.h))
	z.Draw(out, out.Bounds(), image.Opaque, image.Point{})
	m.cover = out.Pix
	return m
}

func pointsOf(op byte) int {
	switch op {
	case 'M', 'L':
		return 1
	case 'Q':
		return 2
	case 'C':
		return 3
	}
	return 0
}

func (m *mask) trace(z *vector.Rasterizer, s step) {
	x := func(i int) float32 { return float32(s.points[i].X - float64(m.x)) }
	y := func(i int) float32 { return float32(s.points[i].Y - float64(m.y)) }
	switch s.op {
	case 'M':
		z.ClosePath()
		z.MoveTo(x(0), y(0))
	case 'L':
		z.LineTo(x(0), y(0))
	case 'Q':
		z.QuadTo(x(0), y(0), x(1), y(1))
	case 'C':
		z.CubeTo(x(0), y(0), x(1), y(1), x(2), y(2))
	case 'Z':
		z.ClosePath()
	}
}

// spread is the mask grown by r pixels on all sides, with a soft edge.
func (m *mask) spread(r float64) *mask {
	if m.w == 0 || m.h == 0 {
		return m
	}
	n := int(math.Ceil(r + 0.5))
	out := &mask{x: m.x - n, y: m.y - n, w: m.w + 2*n, h: m.h + 2*n}
	out.cover = make([]uint8, out.w*out.h)
	for dy := -n; dy <= n; dy++ {
		for dx := -n; dx <= n; dx++ {
			part := uint32(cover(math.Hypot(float64(dx), float64(dy))-r) * 256)
			if part == 0 {
				continue
			}
			for y := range m.h {
				from := m.cover[y*m.w : (y+1)*m.w]
				to := out.cover[(y+n+dy)*out.w+n+dx:]
				for x, a := range from {
					if v := uint8(uint32(a) * part >> 8); v > to[x] {
						to[x] = v
					}
				}
			}
		}
	}
	return out
}
