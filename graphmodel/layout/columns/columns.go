// Package columns places ordered lists of nodes as columns side by side, each
// node at the height of what it is linked to as far as the order allows. It
// owns the geometry that layouts made of columns share; it refuses to choose
// what stands in which column.
package columns

import (
	"math"
	"slices"

	"byline/graphmodel/layout"
)

const (
	gap       = 56.0 // between two columns, for arrows
	splitGap  = 8.0  // between the halves of a column that was too high
	splitFrom = 1.8  // times the height of a square picture a column may be
	passes    = 12
)

// Place gives the nodes of each list a column, from left to right. A list that
// is too high for the picture becomes several columns.
func Place(p layout.Problem, lists [][]int) layout.Positions {
	boxes := make([]layout.Box, len(p.Boxes))
	area := 0.0
	for i, b := range p.Boxes {
		boxes[i] = b.Sound()
		area += (boxes[i].Width + gap) * boxes[i].Height
	}
	most := splitFrom * math.Sqrt(area)
	if p.Aspect > 0 && !math.IsInf(p.Aspect, 0) {
		most /= math.Sqrt(min(max(p.Aspect, 0.1), 10))
	}
	at := make(layout.Positions, len(boxes))
	var columns [][]int
	left := 0.0
	for _, list := range lists {
		parts := split(list, boxes, most)
		for k, part := range parts {
			wide := 0.0
			for _, i := range part {
				wide = max(wide, boxes[i].Width)
			}
			if k > 0 {
				left += splitGap - gap
			}
			for _, i := range part {
				at[i].X = left + wide/2
			}
			left += wide + gap
		}
		columns = append(columns, parts...)
	}
	level(at, columns, boxes, layout.Neighbours(len(boxes), p.Edges))
	return at
}

// split cuts a list where it is higher than most.
func split(list []int, boxes []layout.Box, most float64) [][]int {
	high := 0.0
	for _, i := range list {
		high += boxes[i].Height
	}
	if len(list) == 0 {
		return nil
	}
	per := int(math.Ceil(float64(len(list)) / math.Ceil(max(high/most, 1))))
	return slices.Collect(slices.Chunk(list, max(per, 1)))
}

// level finds heights: first each column round the middle, then each node as
// near as its column's order allows to the mean of its neighbours.
func level(at layout.Positions, columns [][]int, boxes []layout.Box, near [][]int) {
	for _, column := range columns {
		high := 0.0
		for _, i := range column {
			high += boxes[i].Height
		}
		y := -high / 2
		for _, i := range column {
			at[i].Y = y + boxes[i].Height/2
			y += boxes[i].Height
		}
	}
	for pass := range passes {
		for k := range columns {
			if pass%2 == 1 {
				k = len(columns) - 1 - k
			}
			settle(at, columns[k], boxes, near)
		}
	}
}

// block is a run of boxes that touch, and where its first middle would be if
// all its boxes had their wish on the mean.
type block struct {
	first, count int
	sum          float64 // of wishes, each less the box's place in the run
}

// settle moves the nodes of a column to the heights nearest to their wishes at
// which they keep their order and do not meet: the pool of adjacent violators
// of isotonic regression.
func settle(at layout.Positions, column []int, boxes []layout.Box, near [][]int) {
	offset := make([]float64, len(column)) // of each middle if all boxes touched
	for k := 1; k < len(column); k++ {
		offset[k] = offset[k-1] + (boxes[column[k-1]].Height+boxes[column[k]].Height)/2
	}
	var blocks []block
	for k, i := range column {
		wish := at[i].Y
		if len(near[i]) > 0 {
			wish = 0
			for _, j := range near[i] {
				wish += at[j].Y / float64(len(near[i]))
			}
		}
		blocks = append(blocks, block{k, 1, wish - offset[k]})
		for n := len(blocks); n > 1 && blocks[n-1].mean() < blocks[n-2].mean(); n = len(blocks) {
			blocks[n-2].count += blocks[n-1].count
			blocks[n-2].sum += blocks[n-1].sum
			blocks = blocks[:n-1]
		}
	}
	for _, b := range blocks {
		for k := b.first; k < b.first+b.count; k++ {
			at[column[k]].Y = b.mean() + offset[k]
		}
	}
}

func (b block) mean() float64 { return b.sum / float64(b.count) }
