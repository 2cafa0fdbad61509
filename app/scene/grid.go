package scene

import "math"

// cellSize is the side of a cell of a grid.
const cellSize = 48

// grid finds what lies near a place of the picture. What lies outside the
// picture is put into the cells at its edge.
type grid struct {
	cols, rows int
	cells      [][]int32
	stamp      []int32 // per item: the last query that met it
	query      int32
}

// reset empties the grid for a picture of that size and keeps its memory.
func (g *grid) reset(width, height float64) {
	g.cols, g.rows = int(width/cellSize)+1, int(height/cellSize)+1
	for i := range g.cells {
		g.cells[i] = g.cells[i][:0]
	}
	if n := g.cols * g.rows; n > len(g.cells) {
		g.cells = append(g.cells, make([][]int32, n-len(g.cells))...)
	}
	g.stamp, g.query = g.stamp[:0], 0
}

func (g *grid) col(x float64) int { return min(max(int(clamp(x, -1, 1e6)/cellSize), 0), g.cols-1) }
func (g *grid) row(y float64) int { return min(max(int(clamp(y, -1, 1e6)/cellSize), 0), g.rows-1) }

// addRect puts the item in under every cell that r touches.
func (g *grid) addRect(item int, r Rect) {
	g.grow(item)
	for y := g.row(r.Y); y <= g.row(r.Y+r.H); y++ {
		for x := g.col(r.X); x <= g.col(r.X+r.W); x++ {
			g.put(x, y, item)
		}
	}
}

// addLine puts the item in under every cell that the line passes.
func (g *grid) addLine(item int, x1, y1, x2, y2 float64) {
	g.grow(item)
	if y1 > y2 {
		x1, y1, x2, y2 = x2, y2, x1, y1
	}
	slope := 0.0
	if y2 > y1 {
		slope = (x2 - x1) / (y2 - y1)
	}
	for row := g.row(y1); row <= g.row(y2); row++ {
		top, bottom := max(y1, float64(row)*cellSize), min(y2, float64(row+1)*cellSize)
		if row == g.rows-1 {
			bottom = y2
		}
		if row == 0 {
			top = y1
		}
		a, b := x1, x2
		if y2 > y1 {
			a, b = x1+(top-y1)*slope, x1+(bottom-y1)*slope
		}
		for x := g.col(min(a, b)); x <= g.col(max(a, b)); x++ {
			g.put(x, row, item)
		}
	}
}

func (g *grid) grow(item int) {
	for len(g.stamp) <= item {
		g.stamp = append(g.stamp, 0)
	}
}

func (g *grid) put(x, y, item int) {
	i := y*g.cols + x
	g.cells[i] = append(g.cells[i], int32(item))
}

// near calls found for every item in the cells that r touches, once each, in
// the order of cells; it stops when found returns false.
func (g *grid) near(r Rect, found func(item int) bool) {
	g.query++
	for y := g.row(r.Y); y <= g.row(r.Y+r.H); y++ {
		for x := g.col(r.X); x <= g.col(r.X+r.W); x++ {
			for _, item := range g.cells[y*g.cols+x] {
				if g.stamp[item] == g.query {
					continue
				}
				g.stamp[item] = g.query
				if !found(int(item)) {
					return
				}
			}
		}
	}
}

// lengthInside is how much of the line lies in the rectangle.
func lengthInside(r Rect, x1, y1, x2, y2 float64) float64 {
	from, to, ok := clip(r, x1, y1, x2, y2)
	if !ok {
		return 0
	}
	return (to - from) * math.Hypot(x2-x1, y2-y1)
}

// clip gives the part of the line inside the rectangle as shares of it.
func clip(r Rect, x1, y1, x2, y2 float64) (from, to float64, ok bool) {
	from, to = 0, 1
	side := func(d, low, high float64) bool {
		if d == 0 {
			return low <= 0 && high >= 0
		}
		a, b := low/d, high/d
		from, to = max(from, min(a, b)), min(to, max(a, b))
		return from <= to
	}
	ok = side(x2-x1, r.X-x1, r.X+r.W-x1) && side(y2-y1, r.Y-y1, r.Y+r.H-y1)
	return from, to, ok && from < to
}
