package paint

import (
	"math"

	"byline/app/scene"
	"byline/graphmodel"
)

// shape fills the shape of a kind and the ring round it.
func (c *canvas) shape(s scene.Shape, k float64) {
	x, y, r, ring := s.X*k, s.Y*k, s.R*k, s.Ring*k
	if s.Kind == graphmodel.Person || s.Kind == "" {
		if ring > 0 {
			c.disc(x, y, r+ring, c.ink(s.RingColor))
		}
		c.disc(x, y, r, c.ink(s.Fill))
		return
	}
	fill, rim := c.ink(s.Fill), c.ink(s.RingColor)
	reach := r*scene.DiamondHalf + ring + 1
	top, bottom := span(y-reach, y+reach, c.height)
	from, to := span(x-reach, x+reach, c.width)
	for py := top; py < bottom; py++ {
		v := float64(py) + 0.5 - y
		i := py*c.stride + 4*from
		for px := from; px < to; px, i = px+1, i+4 {
			d := scene.Distance(s.Kind, r, float64(px)+0.5-x, v)
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
	top, bottom := span(y1, y2, c.height)
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
	edges := make([]edge, 0, n)
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
