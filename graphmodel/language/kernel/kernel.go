// Package kernel is the arithmetic of the network: products of rows with a
// matrix, maxout with layer norm, sums of table rows.
//
// It owns the layout in which matrices are kept for that, and two ways to do
// the work: in Go, which runs everywhere, and with AVX2 and FMA on x86-64.
// Both sum in the same order for every row, so an answer does not depend on
// which rows happen to be worked on together. It refuses to know what the
// numbers mean.
package kernel

import "fmt"

// Lanes is the number of outputs that lie side by side in a Dense. The number
// of outputs is rounded up to a multiple of it; the outputs added are zero.
const Lanes = 16

// Width is the width of a vector that MaxoutNorm and Gather work on.
const Width = 96

// Pieces is the number of pieces that MaxoutNorm takes the maximum of.
const Pieces = 3

// Hidden is the number of hidden units that HiddenLayer fills, each the
// maximum of two sums.
const Hidden = 64

// inStep divides the inputs of every Dense: kernels take so many a round.
const inStep = 4

// Dense is the function x → W·x + b.
type Dense struct {
	in, out int
	w       []float32 // (out/Lanes, in, Lanes)
	b       []float32 // (out)
}

// In is the number of inputs.
func (d *Dense) In() int { return d.in }

// Out is the number of outputs, those that were added included.
func (d *Dense) Out() int { return d.out }

// Layout brings a matrix of out×in values, row by row, and its biases into
// the form that NewDense takes.
func Layout(w, b []float32, out, in int) (weights, biases []float32) {
	panels := (out + Lanes - 1) / Lanes
	weights = make([]float32, panels*in*Lanes)
	biases = make([]float32, panels*Lanes)
	copy(biases, b)
	for o := range out {
		panel := weights[o/Lanes*in*Lanes:]
		for i := range in {
			panel[i*Lanes+o%Lanes] = w[o*in+i]
		}
	}
	return weights, biases
}

// NewDense makes a Dense of weights and biases as Layout arranged them. It
// keeps the slices.
func NewDense(weights, biases []float32, in int) (*Dense, error) {
	out := len(biases)
	if in <= 0 || in%inStep != 0 || out == 0 || out%Lanes != 0 || len(weights) != in*out {
		return nil, fmt.Errorf("a matrix of %d values does not fit %d inputs and %d outputs", len(weights), in, out)
	}
	return &Dense{in: in, out: out, w: weights, b: biases}, nil
}

// Norm holds the gain and the bias of a layer norm, Width values each.
type Norm struct{ Gain, Bias []float32 }

// epsilon is added to the variance in a layer norm.
const epsilon = 1e-8

// Kernel does the arithmetic. Slices that are too short make its methods
// panic; they never read or write outside.
type Kernel interface {
	// Name is "plain" or "avx2".
	Name() string
	// Apply writes W·x + b for rows inputs: row r is d.In() values of x from
	// r·stride on (rows may overlap), its result d.Out() values of y from
	// r·d.Out() on.
	Apply(d *Dense, x []float32, stride, rows int, y []float32)
	// MaxoutNorm takes the maximum of the three pieces, Width values each,
	// normalises it and writes its sum with residual to out.
	MaxoutNorm(n *Norm, pieces, residual, out []float32)
	// HiddenLayer adds biases and the 2·Hidden values of table at each of the
	// offsets, and writes the larger of value j and value Hidden+j to out[j].
	HiddenLayer(table []float32, offsets []int, biases, out []float32)
	// Gather writes the sum of four rows of the table, Width values each.
	Gather(table []float32, rows [4]uint32, out []float32)
}

// Plain returns the kernel written in Go.
func Plain() Kernel { return plain{} }

// Fastest returns the fastest kernel that this machine can run.
func Fastest() Kernel {
	if k := fastest(); k != nil {
		return k
	}
	return plain{}
}
