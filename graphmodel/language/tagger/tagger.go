// Package tagger gives every token its Penn Treebank tag.
//
// It owns the tagger's matrix and labels. It refuses to look at the text: the
// vectors of tok2vec are all it sees.
package tagger

import (
	"encoding/json"
	"fmt"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/pack"
)

// Tagger scores the tags of a vector. It is safe for concurrent use.
type Tagger struct {
	dense  *kernel.Dense
	labels []string
}

// Load reads the tagger from a model file and keeps views of its weights.
func Load(f *pack.File) (*Tagger, error) {
	data, err := f.Bytes("tagger/labels")
	if err != nil {
		return nil, err
	}
	t := &Tagger{}
	if err := json.Unmarshal(data, &t.labels); err != nil {
		return nil, fmt.Errorf("reading the tags: %w", err)
	}
	if t.dense, err = kernel.Load(f, "tagger", kernel.Width, len(t.labels)); err != nil {
		return nil, err
	}
	return t, nil
}

// Scratch is the memory that Tags works in. The zero value is ready for use;
// one goroutine at a time may use it.
type Scratch struct {
	scores []float32
	tags   []string
}

// block is the number of tokens that are scored together.
const block = 48

// Tags returns the tag of each token, given their vectors one after the
// other. It stays valid until the scratch is used again.
func (t *Tagger) Tags(k kernel.Kernel, s *Scratch, vectors []float32) []string {
	tokens := len(vectors) / kernel.Width
	if s.scores == nil {
		s.scores = make([]float32, block*t.dense.Out())
	}
	s.tags = s.tags[:0]
	for from := 0; from < tokens; from += block {
		n := min(block, tokens-from)
		k.Apply(t.dense, vectors[from*kernel.Width:], kernel.Width, n, s.scores)
		for i := range n {
			s.tags = append(s.tags, t.labels[highest(s.scores[i*t.dense.Out():][:len(t.labels)])])
		}
	}
	return s.tags
}

// highest returns the first of the highest scores.
func highest(scores []float32) int {
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	return best
}
