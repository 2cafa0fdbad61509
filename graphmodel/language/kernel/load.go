package kernel

import (
	"fmt"

	"byline/graphmodel/language/pack"
)

// Load reads the Dense of that name from a model file and keeps views of its
// weights. It must have these numbers of inputs and outputs.
func Load(f *pack.File, name string, in, out int) (*Dense, error) {
	panels := (out + Lanes - 1) / Lanes
	weights, err := f.Tensor(name+"/weights", panels, in, Lanes)
	if err != nil {
		return nil, err
	}
	biases, err := f.Tensor(name+"/biases", panels*Lanes)
	if err != nil {
		return nil, err
	}
	d, err := NewDense(weights.Data, biases.Data, in)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", pack.ErrDamaged, name, err)
	}
	return d, nil
}
