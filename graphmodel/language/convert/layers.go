package convert

import (
	"encoding/json"
	"fmt"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/pack"
)

// Widths of the published network.
const (
	width  = kernel.Width
	pieces = kernel.Pieces
	hidden = kernel.Hidden
	depth  = 4
	// upperOut is what the outputs of an upper layer are filled up to: a whole
	// number of the kernel's widest step.
	upperOut = 128
)

// table describes a table of the hash embedding.
type table struct {
	Attr string `json:"attr"`
	Seed uint64 `json:"seed"`
}

// dense adds a matrix and its biases under the name.
func dense(w *pack.Writer, name string, weights, biases []float32, out, in int) {
	weights, biases = kernel.Layout(weights, biases, out, in)
	w.Tensor(name+"/weights", pack.Tensor{Shape: []int{len(biases) / kernel.Lanes, in, kernel.Lanes}, Data: weights})
	w.Tensor(name+"/biases", pack.Tensor{Shape: []int{len(biases)}, Data: biases})
}

// vector adds a tensor of one dimension.
func vector(w *pack.Writer, name string, values []float32) {
	w.Tensor(name, pack.Tensor{Shape: []int{len(values)}, Data: values})
}

// addEmbedding adds the tables, the mixer and the encoder of one network.
func addEmbedding(w *pack.Writer, name string, file []byte, attrs []string) error {
	layers, err := readNetwork(file)
	if err != nil {
		return err
	}
	if err := addTables(w, name, of(layers, "hashembed"), attrs); err != nil {
		return err
	}
	maxouts, norms := of(layers, "maxout"), of(layers, "layernorm")
	if len(maxouts) != 1+depth || len(norms) != 1+depth {
		return fmt.Errorf("%d layers maxout and %d layernorm, not %d each", len(maxouts), len(norms), 1+depth)
	}
	for i := range maxouts {
		part, in := fmt.Sprintf("%s/encoder/%d", name, i-1), 3*width
		if i == 0 {
			part, in = name+"/mixer", len(attrs)*width
		}
		if err := addMaxout(w, part, maxouts[i], norms[i], in); err != nil {
			return err
		}
	}
	return nil
}

func addTables(w *pack.Writer, name string, embeddings []layer, attrs []string) error {
	if len(embeddings) != len(attrs) {
		return fmt.Errorf("%d tables for %d features", len(embeddings), len(attrs))
	}
	tables := make([]table, len(attrs))
	for i, l := range embeddings {
		column, err := l.number("column")
		if err != nil {
			return err
		}
		seed, err := l.number("seed")
		if err != nil {
			return err
		}
		if column != i || seed < 0 || l.params["E"] == nil || len(l.params["E"].Shape) != 2 {
			return fmt.Errorf("table %d stands for feature %d with seed %d", i, column, seed)
		}
		rows := l.params["E"].Shape[0]
		values, err := l.values("E", rows, width)
		if err != nil {
			return err
		}
		tables[i] = table{attrs[i], uint64(seed)}
		w.Tensor(fmt.Sprintf("%s/table/%d", name, i), pack.Tensor{Shape: []int{rows, width}, Data: values})
	}
	return addJSON(w, name+"/tables", tables)
}

// addMaxout adds a maxout and its layer norm, the outputs ordered by piece so
// that a kernel takes the maximum of whole vectors.
func addMaxout(w *pack.Writer, name string, maxout, norm layer, in int) error {
	weights, err := maxout.values("W", width, pieces, in)
	if err != nil {
		return err
	}
	biases, err := maxout.values("b", width, pieces)
	if err != nil {
		return err
	}
	gain, err := norm.values("G", width)
	if err != nil {
		return err
	}
	bias, err := norm.values("b", width)
	if err != nil {
		return err
	}
	dense(w, name, byPiece(weights, width, pieces, in), byPiece(biases, width, pieces, 1), width*pieces, in)
	vector(w, name+"/norm/gain", gain)
	vector(w, name+"/norm/bias", bias)
	return nil
}

// byPiece turns an array (out, pieces, in) into (pieces, out, in).
func byPiece(values []float32, out, pieces, in int) []float32 {
	turned := make([]float32, 0, len(values))
	for p := range pieces {
		for o := range out {
			at := (o*pieces + p) * in
			turned = append(turned, values[at:at+in]...)
		}
	}
	return turned
}

// addTagger adds the tagger's matrix and labels.
func addTagger(w *pack.Writer, file, cfg []byte) error {
	var options struct {
		Labels []string `json:"labels"`
	}
	if err := json.Unmarshal(cfg, &options); err != nil {
		return fmt.Errorf("reading the labels: %w", err)
	}
	layers, err := readNetwork(file)
	if err != nil {
		return err
	}
	classes := len(options.Labels)
	l, err := only(layers, "softmax", classes, width)
	if err != nil {
		return err
	}
	weights, err := l.values("W", classes, width)
	if err != nil {
		return err
	}
	biases, err := l.values("b", classes)
	if err != nil {
		return err
	}
	dense(w, "tagger", weights, biases, classes, width)
	return addJSON(w, "tagger/labels", options.Labels)
}

// addTransitions adds the network that scores the moves of the parser or of
// the entity recogniser: slots is the number of tokens it looks at.
func addTransitions(w *pack.Writer, name string, file, movesFile []byte, slots int) error {
	moves, err := readMoves(movesFile)
	if err != nil {
		return err
	}
	if err := addJSON(w, name+"/moves", moves); err != nil {
		return err
	}
	layers, err := readNetwork(file)
	if err != nil {
		return err
	}
	if err := addLinear(w, name+"/lower", layers, hidden, width, hidden); err != nil {
		return err
	}
	if err := addLinear(w, name+"/upper", layers, len(moves), hidden, upperOut); err != nil {
		return err
	}
	return addAffine(w, name+"/affine", layers, slots)
}

// addLinear adds the linear layer of that shape, its outputs filled up with
// zeros.
func addLinear(w *pack.Writer, name string, layers []layer, out, in, filled int) error {
	l, err := only(layers, "linear", out, in)
	if err != nil {
		return err
	}
	weights, err := l.values("W", out, in)
	if err != nil {
		return err
	}
	biases, err := l.values("b", out)
	if err != nil {
		return err
	}
	weights = append(weights, make([]float32, (filled-out)*in)...)
	biases = append(biases, make([]float32, filled-out)...)
	dense(w, name, weights, biases, filled, in)
	return nil
}

// addAffine adds the layer that is worked out once for every token and slot,
// the outputs of each slot ordered by piece.
func addAffine(w *pack.Writer, name string, layers []layer, slots int) error {
	const two = 2 // pieces
	l, err := only(layers, "precomputable_affine", slots, hidden, two, hidden)
	if err != nil {
		return err
	}
	weights, err := l.values("W", slots, hidden, two, hidden)
	if err != nil {
		return err
	}
	biases, err := l.values("b", hidden, two)
	if err != nil {
		return err
	}
	missing, err := l.values("pad", 1, slots, hidden, two)
	if err != nil {
		return err
	}
	var turned, pad []float32
	for s := range slots {
		turned = append(turned, byPiece(weights[s*hidden*two*hidden:(s+1)*hidden*two*hidden], hidden, two, hidden)...)
		pad = append(pad, byPiece(missing[s*hidden*two:(s+1)*hidden*two], hidden, two, 1)...)
	}
	out := slots * hidden * two
	dense(w, name, turned, make([]float32, out), out, hidden)
	vector(w, name+"/missing", pad)
	vector(w, name+"/hidden", byPiece(biases, hidden, two, 1))
	return nil
}

func addJSON(w *pack.Writer, name string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	w.Bytes(name, data)
	return nil
}
