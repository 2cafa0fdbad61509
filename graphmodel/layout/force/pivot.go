package force

import "math"

// pivotStart places the nodes of a connected network by PivotMDS (Brandes and
// Pich, Eigensolver methods for progressive multidimensional scaling, 2006):
// hop counts from some far-apart pivots, centred, projected on the two
// directions in which they differ most. Unit: one hop is about one.
func pivotStart(g *network, pivots int, r *random) (x, y []float64) {
	n := g.size()
	k := min(pivots, n)
	c := pivotDistances(g, k, r)
	centre(c, n, k)
	// b = cᵀc, k × k
	b := make([]float64, k*k)
	for i := range n {
		row := c[i*k : i*k+k]
		for p, v := range row {
			for q := p; q < k; q++ {
				b[p*k+q] += float64(v * row[q])
			}
		}
	}
	for p := range k {
		for q := range p {
			b[p*k+q] = b[q*k+p]
		}
	}
	first := leading(b, k, nil, r)
	second := leading(b, k, first, r)
	x, y = make([]float64, n), make([]float64, n)
	for i := range n {
		row := c[i*k : i*k+k]
		for p, v := range row {
			x[i] += float64(v * first[p])
			y[i] += float64(v * second[p])
		}
	}
	return x, y
}

// pivotDistances returns the squared hop counts of each node to k pivots, a
// row a node. Each pivot is the node farthest from those before it.
func pivotDistances(g *network, k int, r *random) []float64 {
	n := g.size()
	c := make([]float64, n*k)
	dist := make([]int32, n)
	nearest := make([]int32, n)
	for i := range nearest {
		nearest[i] = math.MaxInt32
	}
	var queue []int32
	pivot := int32(r.below(n))
	for p := range k {
		queue = g.hops(pivot, dist, queue)
		far := int32(0)
		for i, d := range dist {
			c[i*k+p] = float64(d) * float64(d)
			nearest[i] = min(nearest[i], d)
			if nearest[i] > nearest[far] {
				far = int32(i)
			}
		}
		pivot = far
	}
	return c
}

// centre takes the means of rows and columns off c and halves it, as classical
// scaling does.
func centre(c []float64, n, k int) {
	column := make([]float64, k)
	total := 0.0
	for i := range n {
		for p, v := range c[i*k : i*k+k] {
			column[p] += v
			total += v
		}
	}
	for p := range column {
		column[p] /= float64(n)
	}
	total /= float64(n * k)
	for i := range n {
		row := c[i*k : i*k+k]
		mean := 0.0
		for _, v := range row {
			mean += v
		}
		mean /= float64(k)
		for p := range row {
			row[p] = -0.5 * (row[p] - mean - column[p] + total)
		}
	}
}

// leading returns the eigenvector of the largest eigenvalue of the symmetric
// k × k matrix b, at a right angle to the one given, scaled so that one hop
// comes out as about one.
func leading(b []float64, k int, other []float64, r *random) []float64 {
	v, w := make([]float64, k), make([]float64, k)
	for p := range v {
		v[p] = r.signed()
	}
	unit := direction(other)
	value := 0.0
	for range 40 {
		if unit != nil {
			dot := 0.0
			for p := range v {
				dot += float64(v[p] * unit[p])
			}
			for p := range v {
				v[p] -= float64(dot * unit[p])
			}
		}
		for p := range w {
			s := 0.0
			for q, m := range b[p*k : p*k+k] {
				s += float64(m * v[q])
			}
			w[p] = s
		}
		value = norm(w)
		if !(value > 0) {
			return make([]float64, k)
		}
		for p := range v {
			v[p] = w[p] / value
		}
	}
	// value is the square of c's singular value; c v has that length, and the
	// coordinates wanted have its root times the fourth root of n / k, which
	// only sets the scale: later phases set their own.
	scale := 1 / math.Sqrt(math.Sqrt(value))
	for p := range v {
		v[p] *= scale
	}
	return v
}

func direction(v []float64) []float64 {
	length := norm(v)
	if !(length > 0) {
		return nil
	}
	out := make([]float64, len(v))
	for i := range v {
		out[i] = v[i] / length
	}
	return out
}

func norm(v []float64) float64 {
	s := 0.0
	for _, x := range v {
		s += float64(x * x)
	}
	return math.Sqrt(s)
}
