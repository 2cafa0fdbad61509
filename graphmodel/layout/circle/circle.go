// Package circle places all things on one circle, ordered so that links are
// short: a walk along the links first, then neighbours on the circle change
// places as long as that shortens links. It refuses to weigh links.
package circle

import (
	"cmp"
	"math"
	"slices"

	"byline/graphmodel/layout"
)

const (
	passes = 40
	margin = 6.0
)

// New prepares a circle of the nodes of p.
func New(p layout.Problem) layout.Stepper {
	return layout.Once(len(p.Boxes), func() layout.Positions { return place(p) })
}

func place(p layout.Problem) layout.Positions {
	n := len(p.Boxes)
	at := make(layout.Positions, n)
	if n < 2 {
		return at
	}
	near := layout.Neighbours(n, p.Edges)
	order := walk(near)
	swap(order, near)
	wide := layout.Widest(p.Boxes) + margin
	// neighbours on the circle stand a diagonal apart, others farther
	radius := wide / 2 / math.Sin(math.Pi/float64(n))
	for k, i := range order {
		sin, cos := math.Sincos(2*math.Pi*float64(k)/float64(n) - math.Pi/2)
		at[i] = layout.Point{X: radius * cos, Y: radius * sin}
	}
	return at
}

// walk lists the nodes depth first, from the one with the fewest links of each
// part on, always on to the neighbour with the lowest number.
func walk(near [][]int) []int {
	n := len(near)
	order := make([]int, 0, n)
	seen := make([]bool, n)
	for _, start := range byDegree(near) {
		stack := []int{start}
		for len(stack) > 0 {
			i := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if seen[i] {
				continue
			}
			seen[i] = true
			order = append(order, i)
			for k := len(near[i]) - 1; k >= 0; k-- {
				if j := near[i][k]; !seen[j] {
					stack = append(stack, j)
				}
			}
		}
	}
	return order
}

// byDegree lists the nodes by number of neighbours, ties by number.
func byDegree(near [][]int) []int {
	order := make([]int, len(near))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(len(near[i]), len(near[j])) })
	return order
}

// swap exchanges neighbours on the circle as long as that shortens links.
func swap(order []int, near [][]int) {
	n := len(order)
	place := make([]int, n)
	for k, i := range order {
		place[i] = k
	}
	length := func(i, at, other int) int {
		sum := 0
		for _, j := range near[i] {
			if j != other {
				d := at - place[j]
				d = max(d, -d)
				sum += min(d, n-d)
			}
		}
		return sum
	}
	for range passes {
		better := false
		for k := range n {
			l := (k + 1) % n
			i, j := order[k], order[l]
			now := length(i, k, j) + length(j, l, i)
			if length(i, l, j)+length(j, k, i) < now {
				order[k], order[l] = j, i
				place[i], place[j] = l, k
				better = true
			}
		}
		if !better {
			return
		}
	}
}
