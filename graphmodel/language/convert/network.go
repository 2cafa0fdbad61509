package convert

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/vmihailenco/msgpack/v5"
)

// network is a file of the thinc library: the layers of a network, listed
// breadth first, with three parallel lists of what belongs to each.
type network struct {
	Nodes []struct {
		Name string `msgpack:"name"`
	} `msgpack:"nodes"`
	// Attrs are MessagePack values inside the MessagePack file.
	Attrs  []map[string][]byte `msgpack:"attrs"`
	Params []map[string]*array `msgpack:"params"`
}

// array is a NumPy array as the library writes it.
type array struct {
	Type  string `msgpack:"type"`
	Shape []int  `msgpack:"shape"`
	Data  []byte `msgpack:"data"`
}

// layer is one node that has parameters.
type layer struct {
	kind   string
	attrs  map[string][]byte
	params map[string]*array
}

// readNetwork returns the layers that have parameters, in order.
func readNetwork(file []byte) ([]layer, error) {
	var n network
	if err := msgpack.Unmarshal(file, &n); err != nil {
		return nil, fmt.Errorf("reading the layers: %w", err)
	}
	if len(n.Attrs) != len(n.Nodes) || len(n.Params) != len(n.Nodes) {
		return nil, fmt.Errorf("%d layers with %d lists of attributes and %d of parameters",
			len(n.Nodes), len(n.Attrs), len(n.Params))
	}
	var layers []layer
	for i, node := range n.Nodes {
		if len(n.Params[i]) > 0 {
			layers = append(layers, layer{node.Name, n.Attrs[i], n.Params[i]})
		}
	}
	return layers, nil
}

// of returns the layers of one kind, in order.
func of(layers []layer, kind string) []layer {
	var found []layer
	for _, l := range layers {
		if l.kind == kind {
			found = append(found, l)
		}
	}
	return found
}

// only returns the one layer of a kind whose parameter W has the shape given.
func only(layers []layer, kind string, shape ...int) (layer, error) {
	var found []layer
	for _, l := range of(layers, kind) {
		if w := l.params["W"]; w != nil && slices.Equal(w.Shape, shape) {
			found = append(found, l)
		}
	}
	if len(found) != 1 {
		return layer{}, fmt.Errorf("%d layers %s of the shape %v, not one", len(found), kind, shape)
	}
	return found[0], nil
}

// values returns a parameter, which must have the shape given.
func (l layer) values(name string, shape ...int) ([]float32, error) {
	a := l.params[name]
	if a == nil {
		return nil, fmt.Errorf("layer %s lacks %s", l.kind, name)
	}
	n := 1
	for _, d := range shape {
		n *= d
	}
	if a.Type != "<f4" || !slices.Equal(a.Shape, shape) || len(a.Data) != 4*n {
		return nil, fmt.Errorf("%s of layer %s is %d bytes %q of the shape %v, not float32 of the shape %v",
			name, l.kind, len(a.Data), a.Type, a.Shape, shape)
	}
	values := make([]float32, n)
	for i := range values {
		values[i] = math.Float32frombits(binary.LittleEndian.Uint32(a.Data[4*i:]))
	}
	return values, nil
}

// number returns an attribute that is a whole number.
func (l layer) number(name string) (int, error) {
	var n int
	if err := msgpack.Unmarshal(l.attrs[name], &n); err != nil {
		return 0, fmt.Errorf("attribute %s of layer %s: %w", name, l.kind, err)
	}
	return n, nil
}
