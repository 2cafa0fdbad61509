package force

import "math"

// Settings of stress by descent.
const (
	stressRounds = 33 // one more than a power of two: the cooling takes roots
	stressLast   = 0.05
)

// spread lays out a connected network by lowering its stress, pair by pair
// (Zheng, Pawar and Goodman, Graph drawing by stochastic gradient descent,
// 2019). All pairs are held, so it is for some hundred nodes.
type spread struct {
	x, y   []float64
	pairs  []pair
	fixed  []bool // nil, or nodes that do not move
	random random
	rate   float64
	cool   float64
	round  int
}

// pair wants nodes a and b to be far apart.
type pair struct {
	a, b int32
	far  float64
}

// newSpread starts from (x, y). far[i*n+j] is how far apart i and j should be.
func newSpread(x, y []float64, far []float64, seed uint64) *spread {
	n := len(x)
	pairs := make([]pair, 0, n*(n-1)/2)
	for i := range n {
		for j := range i {
			pairs = append(pairs, pair{int32(i), int32(j), far[i*n+j]})
		}
	}
	return spreadOf(x, y, pairs, seed)
}

// spreadOf is the same for these pairs only.
func spreadOf(x, y []float64, pairs []pair, seed uint64) *spread {
	s := &spread{x: x, y: y, random: random(seed), pairs: pairs, cool: 1}
	least, most := math.Inf(1), 0.0
	for _, p := range pairs {
		least, most = min(least, p.far), max(most, p.far)
	}
	s.rate = most * most
	if len(pairs) > 0 {
		s.cool = stressLast * float64(least*least) / s.rate
	}
	for k := 1; k < stressRounds-1; k *= 2 {
		s.cool = math.Sqrt(s.cool)
	}
	return s
}

// advance goes once over all pairs in random order.
func (s *spread) advance() bool {
	if s.round >= stressRounds {
		return false
	}
	shuffle(&s.random, s.pairs)
	for _, p := range s.pairs {
		dx, dy := s.x[p.a]-s.x[p.b], s.y[p.a]-s.y[p.b]
		d := math.Sqrt(float64(dx*dx) + float64(dy*dy))
		if d < 1e-9*p.far {
			dx, dy = p.far*s.random.signed(), p.far*s.random.signed()
			d = max(math.Sqrt(float64(dx*dx)+float64(dy*dy)), 1e-9*p.far)
		}
		step := min(1, s.rate/(p.far*p.far)) * (d - p.far) / (2 * d)
		if s.fixed == nil || !s.fixed[p.a] {
			s.x[p.a] -= float64(step * dx)
			s.y[p.a] -= float64(step * dy)
		}
		if s.fixed == nil || !s.fixed[p.b] {
			s.x[p.b] += float64(step * dx)
			s.y[p.b] += float64(step * dy)
		}
	}
	s.rate *= s.cool
	s.round++
	return s.round < stressRounds
}

// farByHops is how far apart every two nodes should be: one a hop.
func farByHops(net *network) []float64 {
	n := net.size()
	far := make([]float64, n*n)
	dist := make([]int32, n)
	var queue []int32
	for i := range n {
		queue = net.hops(int32(i), dist, queue)
		for j, d := range dist {
			far[i*n+j] = float64(d)
		}
	}
	return far
}
