// Package tok2vec turns tokens into vectors: a hash embedding of each token's
// features, mixed into one vector, and four layers in which a token looks at
// its neighbours.
//
// It owns the embedding tables, the mixer with its cache, and the encoder. It
// refuses to know where features come from and what the vectors are used for.
package tok2vec

import (
	"encoding/json"
	"fmt"
	"slices"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/pack"
)

// Width is the number of values in a vector.
const Width = kernel.Width

const (
	// depth is the number of encoder layers, and of rows of zeros around each
	// text: one more neighbour reaches a token with each layer.
	depth = 4
	// window is the number of rows that a layer looks at together.
	window = 3
)

// The features of a token, as columns of Features.
const (
	Norm = iota
	Prefix
	Suffix
	Shape
	Spacy
	IsSpace
	columns
)

// columnNames returns the features' names in the model file, by column.
func columnNames() []string {
	return []string{"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"}
}

// Features are a token's features: ids of strings, or 0 and 1.
type Features [columns]uint64

// layer is a maxout with its layer norm.
type layer struct {
	dense *kernel.Dense
	norm  kernel.Norm
}

// table is one table of the hash embedding.
type table struct {
	column int // of Features
	seed   uint64
	rows   uint64
	values []float32
}

// Model is one embedding with its encoder. It is safe for concurrent use.
type Model struct {
	tables  []table
	mixer   layer
	encoder [depth]layer
	cache   *cache
}

// Load reads the model of that name from a model file and keeps views of its
// weights.
func Load(f *pack.File, name string) (*Model, error) {
	m := &Model{cache: newCache()}
	if err := m.loadTables(f, name); err != nil {
		return nil, err
	}
	var err error
	if m.mixer, err = loadLayer(f, name+"/mixer", len(m.tables)*Width); err != nil {
		return nil, err
	}
	for i := range m.encoder {
		if m.encoder[i], err = loadLayer(f, fmt.Sprintf("%s/encoder/%d", name, i), window*Width); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m *Model) loadTables(f *pack.File, name string) error {
	data, err := f.Bytes(name + "/tables")
	if err != nil {
		return err
	}
	var list []struct {
		Attr string `json:"attr"`
		Seed uint64 `json:"seed"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return fmt.Errorf("reading the tables of %s: %w", name, err)
	}
	for i, l := range list {
		column := slices.Index(columnNames(), l.Attr)
		if column < 0 {
			return fmt.Errorf("%w: %s has a table for the unknown feature %q", pack.ErrDamaged, name, l.Attr)
		}
		values, err := f.Tensor(fmt.Sprintf("%s/table/%d", name, i), -1, Width)
		if err != nil {
			return err
		}
		if values.Shape[0] == 0 {
			return fmt.Errorf("%w: table %d of %s is empty", pack.ErrDamaged, i, name)
		}
		m.tables = append(m.tables, table{column, l.Seed, uint64(values.Shape[0]), values.Data})
	}
	return nil
}

func loadLayer(f *pack.File, name string, in int) (layer, error) {
	dense, err := kernel.Load(f, name, in, kernel.Pieces*Width)
	if err != nil {
		return layer{}, err
	}
	gain, err := f.Tensor(name+"/norm/gain", Width)
	if err != nil {
		return layer{}, err
	}
	bias, err := f.Tensor(name+"/norm/bias", Width)
	if err != nil {
		return layer{}, err
	}
	return layer{dense, kernel.Norm{Gain: gain.Data, Bias: bias.Data}}, nil
}
