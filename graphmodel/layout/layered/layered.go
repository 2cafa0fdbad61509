// Package layered places things in layers from left to right, from who does
// to what it is done to (Sugiyama, Tagawa and Toda, Methods for visual
// understanding of hierarchical system structures, 1981). Links that would
// close a circle run back. It owns the choice of layers and the order in
// them; it refuses to know what a link says.
package layered

import (
	"cmp"
	"slices"

	"byline/graphmodel/layout"
	"byline/graphmodel/layout/columns"
)

const sweeps = 12 // times the layers are ordered, to and fro

// layered is the layout at work.
type layered struct {
	problem layout.Problem
	near    [][]int
	layers  [][]int
	layer   []int
	share   []float64 // how far down its layer a node stands
	best    [][]int
	least   int
	sweep   int
	at      layout.Positions
	done    bool
}

// New prepares layers of the nodes of p. Edges run from the doer.
func New(p layout.Problem) layout.Stepper {
	n := len(p.Boxes)
	l := &layered{problem: p, near: layout.Neighbours(n, p.Edges), at: make(layout.Positions, n), share: make([]float64, n)}
	l.layer = layersOf(n, targets(n, p.Edges), l.near)
	for i, k := range l.layer {
		for len(l.layers) <= k {
			l.layers = append(l.layers, nil)
		}
		l.layers[k] = append(l.layers[k], i)
	}
	for _, layer := range l.layers {
		l.note(layer)
	}
	return l
}

// Step orders the layers once, or gives the places at the end.
func (l *layered) Step() bool {
	if l.done {
		return false
	}
	if l.sweep < sweeps && len(l.layers) > 1 {
		l.order(l.sweep%2 == 1)
		l.sweep++
		if count := l.crossings(); l.best == nil || count < l.least {
			l.least, l.best = count, nil
			for _, layer := range l.layers {
				l.best = append(l.best, slices.Clone(layer))
			}
		}
		return true
	}
	if l.best != nil {
		l.layers = l.best
	}
	l.at, l.done = columns.Place(l.problem, l.layers), true
	return false
}

// Progress is the share of the sweeps done.
func (l *layered) Progress() float64 {
	if l.done {
		return 1
	}
	return float64(l.sweep) / (sweeps + 1)
}

// Positions are all at 0, 0 until the last step.
func (l *layered) Positions() layout.Positions { return l.at }

func (l *layered) note(layer []int) {
	for k, i := range layer {
		l.share[i] = (float64(k) + 0.5) / float64(len(layer))
	}
}

// order sorts each layer by the mean place of its nodes' neighbours on the
// side that the sweep comes from.
func (l *layered) order(back bool) {
	wish := make([]float64, len(l.near))
	for k := range l.layers {
		if back {
			k = len(l.layers) - 1 - k
		}
		layer := l.layers[k]
		for _, i := range layer {
			sum, count := 0.0, 0.0
			for _, j := range l.near[i] {
				if l.layer[j] != k && (l.layer[j] > k) == back {
					sum += l.share[j]
					count++
				}
			}
			wish[i] = l.share[i]
			if count > 0 {
				wish[i] = sum / count
			}
		}
		slices.SortFunc(layer, func(i, j int) int {
			return cmp.Or(cmp.Compare(wish[i], wish[j]), cmp.Compare(l.share[i], l.share[j]), cmp.Compare(i, j))
		})
		l.note(layer)
	}
}

// crossings counts the crossings between neighbouring layers.
func (l *layered) crossings() int {
	place := make([]int, len(l.near))
	for _, layer := range l.layers {
		for k, i := range layer {
			place[i] = k
		}
	}
	sum := 0
	for k := range len(l.layers) - 1 {
		var ends []int
		for _, i := range l.layers[k] {
			from := len(ends)
			for _, j := range l.near[i] {
				if l.layer[j] == k+1 {
					ends = append(ends, place[j])
				}
			}
			slices.Sort(ends[from:])
		}
		sum += inversions(ends, len(l.layers[k+1]))
	}
	return sum
}

// inversions counts the pairs of numbers below most that stand in falling
// order (Barth, Jünger and Mutzel, Simple and efficient bilayer cross
// counting, 2002).
func inversions(list []int, most int) int {
	tree := make([]int, most+1)
	count := 0
	for seen, v := range list {
		before := 0
		for k := v + 1; k > 0; k -= k & -k {
			before += tree[k]
		}
		count += seen - before
		for k := v + 1; k <= most; k += k & -k {
			tree[k]++
		}
	}
	return count
}
