package paint

import (
	"math"

	"byline/app/scene"
)

// dashed draws a line with its pattern; no line is thinner than one pixel.
func (c *canvas) dashed(l scene.Line, k float64) {
	x1, y1, x2, y2 := l.X1*k, l.Y1*k, l.X2*k, l.Y2*k
	width := max(l.Width*k, 1)
	if max(y1, y2)+width < float64(c.top) || min(y1, y2)-width > float64(c.bottom) {
		return
	}
	ink := c.ink(l.Colour)
	length := math.Hypot(x2-x1, y2-y1)
	if length == 0 {
		return
	}
	if l.Gap <= 0 {
		c.line(x1, y1, x2, y2, width, ink)
		if l.Round {
			c.disc(x1, y1, width/2, ink)
			c.disc(x2, y2, width/2, ink)
		}
		return
	}
	dx, dy := (x2-x1)/length, (y2-y1)/length
	dash, step := l.Dash*k, (l.Dash+l.Gap)*k
	from, to := c.visible(x1, y1, dx, dy, length, width)
	for i := math.Floor(from / step); i*step < to; i++ {
		a, b := math.Max(i*step, 0), math.Min(i*step+dash, length)
		if b <= a {
			continue
		}
		if l.Round {
			mid := (a + b) / 2
			c.disc(x1+dx*mid, y1+dy*mid, width/2, ink)
			continue
		}
		c.line(x1+dx*a, y1+dy*a, x1+dx*b, y1+dy*b, width, ink)
	}
}

// visible is the part of a line that can touch the image, as lengths along it.
func (c *canvas) visible(x, y, dx, dy, length, width float64) (from, to float64) {
	from, to = 0, length
	side := func(p, d, size float64) {
		low, high := -width-1-p, size+width+1-p
		if math.Abs(d) < 1e-9 {
			if low > 0 || high < 0 {
				to = from
			}
			return
		}
		a, b := low/d, high/d
		from, to = math.Max(from, math.Min(a, b)), math.Min(to, math.Max(a, b))
	}
	side(x, dx, float64(c.width))
	side(y, dy, float64(c.height))
	return from, to
}

// line draws a line, at least one pixel wide, with flat ends. A pixel is
// covered by how much of its breadth, across and along the line, lies on it.
func (c *canvas) line(x1, y1, x2, y2, width float64, k ink) {
	length := math.Hypot(x2-x1, y2-y1)
	if length < 1e-6 {
		return
	}
	dx, dy := (x2-x1)/length, (y2-y1)/length
	reach := width/2 + 0.5
	top, bottom := c.rows(min(y1, y2)-reach, max(y1, y2)+reach)
	if top >= bottom {
		return
	}
	across, along := sweepOf(-dy, dx, -reach, reach), sweepOf(dx, dy, -0.5, length+0.5)
	for y := top; y < bottom; y++ {
		v := float64(y) + 0.5 - y1
		a1, a2 := across.at(v)
		b1, b2 := along.at(v)
		low, high := max(a1, b1), min(a2, b2)
		if low > high {
			continue
		}
		from, to := span(low+x1-0.5, high+x1+0.5, c.width)
		u := float64(from) + 0.5 - x1
		r := row{float32(-u*dy + v*dx), float32(-dy), float32(u*dx + v*dy), float32(dx), float32(reach), float32(length)}
		c.lineRow(y*c.stride+4*from, to-from, r, k)
	}
}

// row is where a row of pixels lies: across and along a line, and the steps
// from one pixel to the next.
type row struct{ across, stepAcross, along, stepAlong, reach, length float32 }

func (c *canvas) lineRow(i, n int, r row, k ink) {
	across, along, last := r.across, r.along, r.length-0.5
	for ; n > 0; n-- {
		a := across
		if a < 0 {
			a = -a
		}
		if part := r.reach - a; part > 0 {
			if part > 1 {
				part = 1
			}
			if along < 0.5 || along > last {
				part *= ending(along, r.length)
			}
			c.lay(i, k, part)
		}
		across += r.stepAcross
		along += r.stepAlong
		i += 4
	}
}

// ending is how much of a pixel at the end of a line lies along it.
func ending(along, length float32) float32 {
	return max(min(along+0.5, length)-max(along-0.5, 0), 0)
}

// sweep gives the range of u in which a·u + b·v lies between two limits.
type sweep struct {
	slope, low, high float64 // u = slope·v + low … slope·v + high
	flat             bool    // a is 0: all u or none
	b, from, to      float64
}

func sweepOf(a, b, from, to float64) sweep {
	if math.Abs(a) < 1e-9 {
		return sweep{flat: true, b: b, from: from, to: to}
	}
	p, q := from/a, to/a
	return sweep{slope: -b / a, low: min(p, q), high: max(p, q)}
}

func (s *sweep) at(v float64) (low, high float64) {
	if s.flat {
		if x := s.b * v; x < s.from || x > s.to {
			return 1, 0
		}
		return math.Inf(-1), math.Inf(1)
	}
	return s.slope*v + s.low, s.slope*v + s.high
}

// disc fills a circle: the inside of a row in one go, its ends by distance.
func (c *canvas) disc(cx, cy, r float64, k ink) {
	outer, in := r+0.5, r-0.5
	top, bottom := c.rows(cy-outer, cy+outer)
	for y := top; y < bottom; y++ {
		v := float64(y) + 0.5 - cy
		w := outer*outer - v*v
		if w <= 0 {
			continue
		}
		half := math.Sqrt(w)
		from, to := span(cx-half-0.5, cx+half+0.5, c.width)
		inner := -1.0
		if in > 0 && in*in > v*v {
			inner = math.Sqrt(in*in - v*v)
		}
		i := y*c.stride + 4*from
		for x := from; x < to; x, i = x+1, i+4 {
			u := float64(x) + 0.5 - cx
			if u <= inner && -u <= inner {
				c.lay(i, k, 1)
				continue
			}
			if part := outer - math.Sqrt(u*u+v*v); part > 0 {
				c.lay(i, k, float32(min(part, 1)))
			}
		}
	}
}
