package force

import "math/bits"

// random is splitmix64: eight bytes of state, the same numbers everywhere.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return z ^ (z >> 31)
}

// below returns a whole number from 0 to n-1.
func (r *random) below(n int) int {
	hi, _ := bits.Mul64(r.next(), uint64(n))
	return int(hi)
}

// unit returns a number from 0 (included) to 1 (excluded).
func (r *random) unit() float64 { return float64(r.next()>>11) / (1 << 53) }

// signed returns a number from -1 to 1.
func (r *random) signed() float64 { return 2*r.unit() - 1 }

// shuffle brings list into a random order.
func shuffle[T any](r *random, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := r.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
