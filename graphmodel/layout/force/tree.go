package force

import "math"

// Shape of the tree: bodies a leaf, children a node.
const (
	leafSize = 8
	fanOut   = 4
)

// tree is a flat Barnes-Hut tree (Barnes and Hut 1986). The bodies lie in the
// order of a Hilbert curve; leafSize neighbours in that order are a leaf,
// fanOut leaves a node, and so on. Nodes hold their own bounding box, so an
// order that is some steps old still gives right forces and is kept for a
// while.
type tree struct {
	order []int32 // order[k] is the node whose body is at k
	x, y  []float64
	mass  []float64
	cells []cell
	first []int32 // index in cells where each level starts, leaves first
	spare []int32
	keys  []uint32
}

type cell struct {
	cx, cy, mass           float64 // centre of mass
	minX, maxX, minY, maxY float64
	size                   float64 // the longer side
}

func newTree(n int) *tree {
	t := &tree{
		order: make([]int32, n), spare: make([]int32, n), keys: make([]uint32, n),
		x: make([]float64, n), y: make([]float64, n), mass: make([]float64, n),
	}
	for i := range t.order {
		t.order[i] = int32(i)
	}
	count := (n + leafSize - 1) / leafSize
	total := 0
	for {
		t.first = append(t.first, int32(total))
		total += count
		if count <= 1 {
			break
		}
		count = (count + fanOut - 1) / fanOut
	}
	t.first = append(t.first, int32(total))
	t.cells = make([]cell, total)
	return t
}

func (t *tree) leaves() int { return int(t.first[1] - t.first[0]) }

// Bits of the Hilbert curve along each axis.
const curveBits = 10

// sort brings the bodies into the order of the curve through x and y.
func (t *tree) sort(x, y []float64) {
	minX, maxX, minY, maxY := bounds(x, y)
	side := max(maxX-minX, maxY-minY)
	scale := 0.0
	if side > 0 {
		scale = (1<<curveBits - 1) / side
	}
	for i := range x {
		t.keys[i] = hilbert(uint32((x[i]-minX)*scale), uint32((y[i]-minY)*scale))
	}
	t.radix(0)
	t.radix(curveBits)
}

func (t *tree) radix(shift uint) {
	var at [1<<curveBits + 1]int32
	const mask = 1<<curveBits - 1
	for _, i := range t.order {
		at[(t.keys[i]>>shift)&mask+1]++
	}
	for k := 1; k < len(at); k++ {
		at[k] += at[k-1]
	}
	for _, i := range t.order {
		k := (t.keys[i] >> shift) & mask
		t.spare[at[k]] = i
		at[k]++
	}
	t.order, t.spare = t.spare, t.order
}

// hilbert is how far along the curve the square (x, y) lies.
func hilbert(x, y uint32) uint32 {
	var d uint32
	for s := uint32(1 << (curveBits - 1)); s > 0; s >>= 1 {
		var rx, ry uint32
		if x&s != 0 {
			rx = 1
		}
		if y&s != 0 {
			ry = 1
		}
		d += s * s * ((3 * rx) ^ ry)
		if ry == 0 {
			if rx == 1 {
				x, y = s-1-(x&(s-1)), s-1-(y&(s-1))
			}
			x, y = y, x
		}
	}
	return d
}

func bounds(x, y []float64) (minX, maxX, minY, maxY float64) {
	minX, maxX = math.Inf(1), math.Inf(-1)
	minY, maxY = minX, maxX
	for i := range x {
		minX, maxX = min(minX, x[i]), max(maxX, x[i])
		minY, maxY = min(minY, y[i]), max(maxY, y[i])
	}
	return minX, maxX, minY, maxY
}

// fill takes over the present places and measures every cell.
func (t *tree) fill(x, y, mass []float64) {
	for k, i := range t.order {
		t.x[k], t.y[k], t.mass[k] = x[i], y[i], mass[i]
	}
	n := len(t.order)
	for l := range t.leaves() {
		lo, hi := l*leafSize, min(l*leafSize+leafSize, n)
		c := cell{minX: t.x[lo], maxX: t.x[lo], minY: t.y[lo], maxY: t.y[lo]}
		for k := lo; k < hi; k++ {
			x, y, m := t.x[k], t.y[k], t.mass[k]
			c.mass += m
			c.cx += float64(m * x)
			c.cy += float64(m * y)
			c.minX, c.maxX = min(c.minX, x), max(c.maxX, x)
			c.minY, c.maxY = min(c.minY, y), max(c.maxY, y)
		}
		t.cells[l] = finished(c)
	}
	for level := 1; level+1 < len(t.first); level++ {
		below := t.cells[t.first[level-1]:t.first[level]]
		for k := range t.cells[t.first[level]:t.first[level+1]] {
			lo, hi := k*fanOut, min(k*fanOut+fanOut, len(below))
			c := cell{minX: below[lo].minX, maxX: below[lo].maxX, minY: below[lo].minY, maxY: below[lo].maxY}
			for _, b := range below[lo:hi] {
				c.mass += b.mass
				c.cx += float64(b.mass * b.cx)
				c.cy += float64(b.mass * b.cy)
				c.minX, c.maxX = min(c.minX, b.minX), max(c.maxX, b.maxX)
				c.minY, c.maxY = min(c.minY, b.minY), max(c.maxY, b.maxY)
			}
			t.cells[int(t.first[level])+k] = finished(c)
		}
	}
}

func finished(c cell) cell {
	c.cx /= c.mass
	c.cy /= c.mass
	c.size = max(c.maxX-c.minX, c.maxY-c.minY)
	return c
}

// body is what pushes: a node, or a far cell taken as one.
type body struct{ x, y, mass float64 }

// pushers collects into list what the bodies of leaf l are pushed by: cells
// that look smaller than theta from everywhere in the leaf as one body, the
// rest body by body.
func (t *tree) pushers(l int, theta float64, list []body) []body {
	me := &t.cells[l]
	mx, my := (me.minX+me.maxX)/2, (me.minY+me.maxY)/2
	hx, hy := (me.maxX-me.minX)/2, (me.maxY-me.minY)/2
	levels := len(t.first) - 1
	type node struct{ level, at int32 }
	var stack [64]node
	stack[0] = node{int32(levels - 1), 0}
	far := 1 / (theta * theta)
	for depth := 1; depth > 0; {
		depth--
		at := stack[depth]
		c := &t.cells[t.first[at.level]+at.at]
		dx := max(math.Abs(c.cx-mx)-hx, 0)
		dy := max(math.Abs(c.cy-my)-hy, 0)
		if float64(dx*dx)+float64(dy*dy) > float64(c.size*c.size*far) {
			list = append(list, body{c.cx, c.cy, c.mass})
			continue
		}
		if at.level == 0 {
			for k := int(at.at) * leafSize; k < min(int(at.at)*leafSize+leafSize, len(t.x)); k++ {
				list = append(list, body{t.x[k], t.y[k], t.mass[k]})
			}
			continue
		}
		lo := at.at * fanOut
		hi := min(lo+fanOut, t.first[at.level]-t.first[at.level-1])
		for k := lo; k < hi; k++ {
			stack[depth] = node{at.level - 1, k}
			depth++
		}
	}
	return list
}
