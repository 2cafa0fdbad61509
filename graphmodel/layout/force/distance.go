package force

// Settings of a layout by distances.
const (
	allPairsMost = 800 // nodes up to which every pair counts
	sparsePivots = 40  // from each of which all counts above that
)

// byDistance plans a layout of part k by stress alone: over all pairs of a
// small part, and over its links and the pairs with far-apart pivots of a
// large one, as in Ortmann, Klimenta and Brandes, A sparse stress model
// (2016), without its weights.
func (f *Force) byDistance(k int) {
	p := f.parts[k]
	n := float64(len(p.x))
	var s *spread
	f.todo = append(f.todo, stage{
		cost: n / 10,
		advance: func() bool {
			if s == nil {
				r := random(f.problem.Seed + 1)
				x, y := pivotStart(p.net, sparsePivots, &r)
				for i := range x {
					x[i] += 0.1 * r.signed()
					y[i] += 0.1 * r.signed()
				}
				s = spreadOf(x, y, p.net.tellingPairs(&r), r.next())
				return true
			}
			if s.advance() {
				return true
			}
			copy(p.x, s.x)
			copy(p.y, s.y)
			p.turn(f.problem.Aspect)
			p.scale()
			return false
		},
		share: func() float64 {
			if s == nil {
				return 0
			}
			return float64(s.round) / stressRounds
		},
	})
	f.finish(k)
}

// tellingPairs lists pairs and their steps: all of them in a small network.
func (g *network) tellingPairs(r *random) []pair {
	n := g.size()
	var pairs []pair
	dist := make([]int32, n)
	var queue []int32
	sources := n
	if n > allPairsMost {
		for _, l := range g.links() {
			pairs = append(pairs, pair{l.a, l.b, 1})
		}
		sources = sparsePivots
	}
	for k := range sources {
		from := int32(k)
		if sources < n {
			from = int32(r.below(n))
		}
		queue = g.hops(from, dist, queue)
		for i, d := range dist {
			if sources == n && int32(i) < from || sources < n && d > 1 {
				pairs = append(pairs, pair{from, int32(i), float64(d)})
			}
		}
	}
	return pairs
}
