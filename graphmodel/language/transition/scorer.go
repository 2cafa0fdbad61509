// Package transition scores the moves of a machine that works through a text
// token by token, as the parser and the entity recogniser do.
//
// It owns the network that looks at a few tokens and gives every move a
// score. It refuses to know what the moves do and which of them are allowed.
package transition

import (
	"encoding/json"
	"fmt"
	"slices"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/pack"
)

// Move is one class of the network: the number of an action and a label.
type Move struct {
	Action int    `json:"action"`
	Label  string `json:"label"`
}

// MaxSlots is the largest number of tokens that a Scorer looks at.
const MaxSlots = 8

// Scorer is the network. It is safe for concurrent use.
type Scorer struct {
	moves          []Move
	slots          int
	lower          *kernel.Dense // vector of a token → Hidden values
	affine         *kernel.Dense // Hidden values → slots × 2 × Hidden
	missing        []float32     // stands for the affine values of no token
	hidden         []float32     // biases of the hidden layer
	upper          *kernel.Dense // Hidden values → scores
	slotSize, size int           // values of a slot, and of a token
}

// Load reads the network of that name from a model file and keeps views of
// its weights. It looks at so many tokens.
func Load(f *pack.File, name string, slots int) (*Scorer, error) {
	data, err := f.Bytes(name + "/moves")
	if err != nil {
		return nil, err
	}
	s := &Scorer{slots: slots, slotSize: 2 * kernel.Hidden, size: slots * 2 * kernel.Hidden}
	if err := json.Unmarshal(data, &s.moves); err != nil {
		return nil, fmt.Errorf("reading the moves of %s: %w", name, err)
	}
	if !slices.IsSortedFunc(s.moves, func(a, b Move) int { return a.Action - b.Action }) {
		return nil, fmt.Errorf("%w: the moves of %s are out of order", pack.ErrDamaged, name)
	}
	if s.lower, err = kernel.Load(f, name+"/lower", kernel.Width, kernel.Hidden); err != nil {
		return nil, err
	}
	if s.affine, err = kernel.Load(f, name+"/affine", kernel.Hidden, s.size); err != nil {
		return nil, err
	}
	// The scores are filled up to what suits the kernel.
	upper, err := f.Tensor(name+"/upper/biases", -1)
	if err != nil {
		return nil, err
	}
	if upper.Shape[0] < len(s.moves) {
		return nil, fmt.Errorf("%w: %s scores %d of %d moves", pack.ErrDamaged, name, upper.Shape[0], len(s.moves))
	}
	if s.upper, err = kernel.Load(f, name+"/upper", kernel.Hidden, upper.Shape[0]); err != nil {
		return nil, err
	}
	return s, s.loadVectors(f, name)
}

func (s *Scorer) loadVectors(f *pack.File, name string) error {
	missing, err := f.Tensor(name+"/affine/missing", s.size)
	if err != nil {
		return err
	}
	hidden, err := f.Tensor(name+"/affine/hidden", s.slotSize)
	if err != nil {
		return err
	}
	s.missing, s.hidden = missing.Data, hidden.Data
	return nil
}

// Moves returns the moves in the order of their scores, actions ascending.
// Nobody may change them.
func (s *Scorer) Moves() []Move { return s.moves }

// Text is a text prepared for scoring, and the memory for it. The zero value
// is ready for Prepare; one goroutine at a time may use it.
type Text struct {
	tokens  int
	low     []float32 // (block, Hidden)
	table   []float32 // (tokens + 1, size); the last row stands for no token
	offsets [MaxSlots]int
	hidden  [kernel.Hidden]float32
	scores  []float32
}

// block is the number of tokens that are prepared together.
const block = 48

// Prepare takes the vectors of a text's tokens and works out what each would
// add in each slot.
func (s *Scorer) Prepare(k kernel.Kernel, t *Text, vectors []float32) {
	t.tokens = len(vectors) / kernel.Width
	if need := (t.tokens + 1) * s.size; cap(t.table) < need {
		t.table = make([]float32, need)
	} else {
		t.table = t.table[:need]
	}
	if len(t.low) == 0 {
		t.low = make([]float32, block*kernel.Hidden)
	}
	if len(t.scores) < s.upper.Out() {
		t.scores = make([]float32, s.upper.Out())
	}
	for from := 0; from < t.tokens; from += block {
		n := min(block, t.tokens-from)
		k.Apply(s.lower, vectors[from*kernel.Width:], kernel.Width, n, t.low)
		k.Apply(s.affine, t.low, kernel.Hidden, n, t.table[from*s.size:])
	}
	copy(t.table[t.tokens*s.size:], s.missing)
}

// Score returns the score of every move for a machine that looks at these
// tokens, -1 for none. It stays valid until the next call.
func (s *Scorer) Score(k kernel.Kernel, t *Text, slots *[MaxSlots]int) []float32 {
	for i, token := range slots[:s.slots] {
		if token < 0 {
			token = t.tokens
		}
		t.offsets[i] = token*s.size + i*s.slotSize
	}
	k.HiddenLayer(t.table, t.offsets[:s.slots], s.hidden, t.hidden[:])
	k.Apply(s.upper, t.hidden[:], kernel.Hidden, 1, t.scores)
	return t.scores[:len(s.moves)]
}
