package scene

import (
	"math"

	"byline/graphmodel/layout"
)

// Limits of the zoom, so that nobody gets lost.
const (
	MinZoom = 0.05
	MaxZoom = 4
)

// Margins that Fit leaves at the sides and at top and bottom.
const (
	fitMarginX = 64
	fitMarginY = 44
)

// Camera says which part of the world is seen, and how large. CenterX and
// CenterY are the place in the middle of a view of Width by Height units.
type Camera struct {
	CenterX, CenterY float64
	Zoom             float64 // 1 is 100 %
	Width, Height    float64
}

// ScreenOf is where a place of the world is seen.
func (c Camera) ScreenOf(p layout.Point) (x, y float64) {
	return (p.X-c.CenterX)*c.Zoom + c.Width/2, (p.Y-c.CenterY)*c.Zoom + c.Height/2
}

// WorldOf is the place of the world that is seen at (x, y).
func (c Camera) WorldOf(x, y float64) layout.Point {
	return layout.Point{X: (x-c.Width/2)/c.Zoom + c.CenterX, Y: (y-c.Height/2)/c.Zoom + c.CenterY}
}

// Pan moves the picture by (dx, dy) units of the screen.
func (c Camera) Pan(dx, dy float64) Camera {
	c.CenterX -= dx / c.Zoom
	c.CenterY -= dy / c.Zoom
	return c
}

// ZoomAt zooms by the factor while the place under (x, y) stays where it is.
func (c Camera) ZoomAt(x, y, factor float64) Camera {
	fixed := c.WorldOf(x, y)
	c.Zoom = clamp(c.Zoom*factor, MinZoom, MaxZoom)
	c.CenterX = fixed.X - (x-c.Width/2)/c.Zoom
	c.CenterY = fixed.Y - (y-c.Height/2)/c.Zoom
	return c
}

// Resize gives the view another size; what was in the middle stays there.
func (c Camera) Resize(width, height float64) Camera {
	c.Width, c.Height = width, height
	return c
}

// Fit returns the camera of this size that shows the whole box, at most at
// 100 %.
func (c Camera) Fit(box Rect) Camera {
	c.CenterX, c.CenterY = box.X+box.W/2, box.Y+box.H/2
	w, h := max(c.Width-2*fitMarginX, 1), max(c.Height-2*fitMarginY, 1)
	zoom := 1.0
	if box.W > 0 {
		zoom = min(zoom, w/box.W)
	}
	if box.H > 0 {
		zoom = min(zoom, h/box.H)
	}
	c.Zoom = clamp(zoom, MinZoom, 1)
	return c
}

// Between is the camera the share t of the way from c to o. Zoom goes by
// equal factors, so that a flight feels even.
func (c Camera) Between(o Camera, t float64) Camera {
	if t >= 1 || c.Zoom <= 0 || o.Zoom <= 0 {
		return o
	}
	o.CenterX = c.CenterX + (o.CenterX-c.CenterX)*t
	o.CenterY = c.CenterY + (o.CenterY-c.CenterY)*t
	o.Zoom = c.Zoom * math.Pow(o.Zoom/c.Zoom, t)
	return o
}

// usable is the camera with a zoom and a size that can be drawn.
func (c Camera) usable() Camera {
	if !(c.Zoom > 0) {
		c.Zoom = 1
	}
	c.Width, c.Height = max(c.Width, 0), max(c.Height, 0)
	return c
}

// Rect is a rectangle: its upper left corner and its size.
type Rect struct{ X, Y, W, H float64 }

// Contains reports whether (x, y) lies in the rectangle.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// grown is the rectangle with d more on every side.
func (r Rect) grown(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

func (r Rect) meets(o Rect) bool {
	return r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H
}

// around is the smallest rectangle that holds both.
func (r Rect) around(o Rect) Rect {
	if r == (Rect{}) {
		return o
	}
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.X+r.W, o.X+o.W) - x, max(r.Y+r.H, o.Y+o.H) - y}
}

func clamp(v, low, high float64) float64 { return min(max(v, low), high) }
