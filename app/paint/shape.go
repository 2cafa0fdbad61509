package paint

import (
	"math"

	"byline/app/scene"
	"byline/graphmodel"
)

// mostMasked is the radius in pixels up to which shapes are masks: many are
// alike, and a mask is quicker than a distance for each pixel.
const mostMasked = 26

// shape fills the shape of a kind and the ring round it.
func (p *Painter) shape(c *canvas, s scene.Shape, k float64) {
	x, y, r, ring := s.X*k, s.Y*k, s.R*k, s.Ring*k
	reach := r*scene.DiamondHalf + ring + 2
	if y+reach < float64(c.top) || y-reach > float64(c.bottom) || x+reach < 0 || x-reach > float64(c.width) {
		return
	}
	if r > mostMasked {
		c.largeShape(s.Kind, x, y, r, ring, c.ink(s.Fill), c.ink(s.RingColor))
		return
	}
	r, x, y = math.Round(r*8)/8, math.Round(x*4)/4, math.Round(y*4)/4
	wx, wy := math.Floor(x), math.Floor(y)
	key := maskKey{shape: s.Kind, size: int(r * 8), subX: int8((x - wx) * 4), subY: int8((y - wy) * 4), breadth: -1}
	if ring > 0 {
		ring = math.Round(ring*8) / 8
		key.breadth = int16(ring * 8)
		c.stamp(p.shapeMask(key, r, x-wx, y-wy, ring), int(wx), int(wy), c.ink(s.RingColor))
	}
	key.breadth = -1
	c.stamp(p.shapeMask(key, r, x-wx, y-wy, 0), int(wx), int(wy), c.ink(s.Fill))
}

// farthest is how far a shape of radius 1 goes from its middle.
func farthest(k graphmodel.Kind) float64 {
	switch k {
	case graphmodel.Organisation:
		return scene.SquareSide
	case graphmodel.Country:
		return scene.HexagonRadius
	case graphmodel.Measure:
		return scene.DiamondHalf
	}
	return 1
}

// shapeMask is what a shape of radius r covers, or the ring round it, more
// wide.
func (p *Painter) shapeMask(key maskKey, r, x, y, more float64) *mask {
	if m, ok := p.masks[key]; ok {
		return m
	}
	return p.keep(key, func() *mask {
		n := int(math.Ceil(r*farthest(key.shape) + more + 1))
		m := &mask{x: -n, y: -n, w: 2*n + 1, h: 2*n + 1}
		m.cover = make([]uint8, m.w*m.h)
		for py := range m.h {
			for px := range m.w {
				d := scene.Distance(key.shape, r, float64(px-n)+0.5-x, float64(py-n)+0.5-y)
				if more > 0 && d <= -0.5 {
					continue // the shape will lie there
				}
				m.cover[py*m.w+px] = uint8(cover(d-more)*255 + 0.5)
			}
		}
		return m
	})
}

// roundInside is the share of its radius within which every shape is filled.
const roundInside = 0.84

func (c *canvas) largeShape(kind graphmodel.Kind, x, y, r, ring float64, fill, rim ink) {
	reach := r*scene.DiamondHalf + ring + 1
	top, bottom := c.rows(y-reach, y+reach)
	from, to := span(x-reach, x+reach, c.width)
	for py := top; py < bottom; py++ {
		v := float64(py) + 0.5 - y
		inside := math.Sqrt(max(roundInside*roundInside*r*r-v*v, 0))
		i := py*c.stride + 4*from
		for px := from; px < to; px, i = px+1, i+4 {
			u := float64(px) + 0.5 - x
			if u < inside && -u < inside {
				c.lay(i, fill, 1)
				continue
			}
			d := scene.Distance(kind, r, u, v)
			if d >= ring+0.5 {
				continue
			}
			if d > -0.5 && ring > 0 {
				c.lay(i, rim, cover(d-ring))
			}
			if d < 0.5 {
				c.lay(i, fill, cover(d))
			}
		}
	}
}

// each visits the pixels of a square round (x, y).
func (c *canvas) each(x, y, reach float64, visit func(i int, u, v float64)) {
	c.box(x-reach, y-reach, x+reach, y+reach, func(i int, px, py float64) { visit(i, px-x, py-y) })
}

// box visits the pixels of a rectangle, at their middles.
func (c *canvas) box(x1, y1, x2, y2 float64, visit func(i int, px, py float64)) {
	top, bottom := c.rows(y1, y2)
	from, to := span(x1, x2, c.width)
	for py := top; py < bottom; py++ {
		i := py*c.stride + 4*from
		for px := from; px < to; px, i = px+1, i+4 {
			visit(i, float64(px)+0.5, float64(py)+0.5)
		}
	}
}

// cover is how much of a pixel lies inside an edge that is d away from its
// middle.
func cover(d float64) float32 {
	switch {
	case d <= -0.5:
		return 1
	case d >= 0.5:
		return 0
	}
	return float32(0.5 - d)
}

// outline draws a line round a shape, dashed by the angle if it has a gap.
func (c *canvas) outline(o scene.Outline, k float64) {
	x, y, r, away, half := o.X*k, o.Y*k, o.R*k, o.Distance*k, max(o.Width*k, 1)/2
	ink := c.ink(o.Colour)
	dashes := 0.0
	if o.Gap > 0 {
		dashes = math.Round(2 * math.Pi * (r + away) / ((o.Dash + o.Gap) * k))
	}
	share := o.Dash / max(o.Dash+o.Gap, 1e-9)
	c.each(x, y, r*scene.DiamondHalf+away+half+1, func(i int, u, v float64) {
		d := math.Abs(scene.Distance(o.Kind, r, u, v)-away) - half
		if d > 0.5 {
			return
		}
		if dashes > 0 {
			turn := (math.Atan2(v, u)/(2*math.Pi) + 0.5) * dashes
			if turn-math.Floor(turn) > share {
				return
			}
		}
		c.lay(i, ink, cover(d))
	})
}

// area fills a convex polygon and draws the line on its edge.
func (c *canvas) area(a scene.Area, k float64) {
	n := len(a.Points)
	if n < 3 {
		return
	}
	type edge struct{ x, y, nx, ny float64 }
	var room [8]edge // enough for every polygon of a scene, and on the stack
	edges := room[:0]
	turn := 0.0
	x1, y1, x2, y2 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, p := range a.Points {
		q := a.Points[(i+1)%n]
		turn += p.X*q.Y - q.X*p.Y
		x1, y1, x2, y2 = min(x1, p.X*k), min(y1, p.Y*k), max(x2, p.X*k), max(y2, p.Y*k)
	}
	side := 1.0
	if turn < 0 {
		side = -1
	}
	for i, p := range a.Points {
		q := a.Points[(i+1)%n]
		if l := math.Hypot(q.X-p.X, q.Y-p.Y); l > 0 {
			edges = append(edges, edge{p.X * k, p.Y * k, side * (q.Y - p.Y) / l, -side * (q.X - p.X) / l})
		}
	}
	half := 0.0
	if a.Width > 0 {
		half = max(a.Width*k, 1) / 2
	}
	fill, line := c.ink(a.Fill), c.ink(a.Stroke)
	c.box(x1-half-1, y1-half-1, x2+half+1, y2+half+1, func(i int, px, py float64) {
		d := math.Inf(-1)
		for _, e := range edges {
			d = max(d, (px-e.x)*e.nx+(py-e.y)*e.ny)
		}
		if d > half+0.5 {
			return
		}
		c.lay(i, fill, cover(d))
		if half > 0 {
			c.lay(i, line, cover(math.Abs(d)-half))
		}
	})
}

// plate fills a rectangle with round corners and draws the line inside its
// edge. Its edges lie on whole pixels, so that they are sharp.
func (c *canvas) plate(p scene.Plate, k float64) {
	x1, y1 := math.Round(p.X*k), math.Round(p.Y*k)
	x2, y2 := math.Round((p.X+p.W)*k), math.Round((p.Y+p.H)*k)
	line := 0.0
	if p.Width > 0 {
		line = max(math.Round(p.Width*k), 1)
	}
	hw, hh, mx, my := (x2-x1)/2, (y2-y1)/2, (x1+x2)/2, (y1+y2)/2
	corner := min(p.Corner*k, min(hw, hh))
	fill, stroke := c.ink(p.Fill), c.ink(p.Stroke)
	hollow := p.Fill.A == 0
	c.box(x1, y1, x2, y2, func(i int, px, py float64) {
		u, v := math.Abs(px-mx)-hw+corner, math.Abs(py-my)-hh+corner
		d := max(u, v) - corner
		if u > 0 && v > 0 {
			d = math.Sqrt(u*u+v*v) - corner
		}
		if d >= 0.5 {
			return
		}
		if line == 0 {
			c.lay(i, fill, cover(d))
			return
		}
		if hollow {
			c.lay(i, stroke, cover(d)-cover(d+line))
			return
		}
		c.lay(i, stroke, cover(d))
		c.lay(i, fill, cover(d+line))
	})
}
