// Package biluo finds the named entities: every token begins one, is inside
// one, is the last of one, is one by itself, or is outside.
//
// It owns the recogniser's moves and which of them are allowed. It refuses to
// read text: vectors, starts of sentences, and which tokens are white space,
// are all it sees.
package biluo

import (
	"fmt"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/pack"
	"byline/graphmodel/language/transition"
)

// slots is the number of tokens that the network looks at.
const slots = 3

// none stands for no token, and for no label.
const none = -1

// The actions, as the model file numbers them.
const (
	begin = iota + 1
	in
	last
	unit
	out
	actions
)

// Recogniser is the trained recogniser. It is safe for concurrent use.
type Recogniser struct {
	scorer *transition.Scorer
	moves  []transition.Move
}

// Entity is a stretch of tokens, End exclusive, that is the name of
// something.
type Entity struct {
	Start, End int
	Label      string
}

// Load reads the recogniser from a model file and keeps views of its weights.
func Load(f *pack.File) (*Recogniser, error) {
	scorer, err := transition.Load(f, "ner", slots)
	if err != nil {
		return nil, err
	}
	r := &Recogniser{scorer, scorer.Moves()}
	for _, m := range r.moves {
		if m.Action < begin || m.Action >= actions {
			return nil, fmt.Errorf("%w: the entity recogniser has an unknown action %d", pack.ErrDamaged, m.Action)
		}
	}
	return r, nil
}

// Scratch is the memory that Find works in. The zero value is ready for use;
// one goroutine at a time may use it.
type Scratch struct {
	text     transition.Text
	entities []Entity
}

// Find returns the entities of a text: of the vectors of its tokens one after
// the other, which tokens begin a sentence, and which are white space. They
// stay valid until the scratch is used again.
func (r *Recogniser) Find(k kernel.Kernel, s *Scratch, vectors []float32, starts, spaces []bool) []Entity {
	r.run(k, s, vectors, starts, spaces, nil)
	return s.entities
}

// run works through the text; seen, if not nil, is told of every move.
func (r *Recogniser) run(k kernel.Kernel, s *Scratch, vectors []float32, starts, spaces []bool,
	seen func(look [slots]int, class int),
) {
	length := len(vectors) / kernel.Width
	r.scorer.Prepare(k, &s.text, vectors)
	s.entities = s.entities[:0]
	first, label := none, "" // of the open entity
	for i := range length {
		look := [transition.MaxSlots]int{i, first, none}
		if first != none {
			look[2] = i - 1
		}
		scores := r.scorer.Score(k, &s.text, &look)
		class := r.choose(scores, place{
			open:  first != none,
			label: label,
			edge:  i+1 == length || starts[i+1],
			space: spaces[i],
		})
		if seen != nil {
			seen([slots]int(look[:slots]), class)
		}
		switch m := r.moves[class]; m.Action {
		case begin:
			first, label = i, m.Label
		case unit:
			s.entities = append(s.entities, Entity{i, i + 1, m.Label})
		case last:
			s.entities = append(s.entities, Entity{first, i + 1, m.Label})
			first = none
		}
	}
}

// place is what decides which moves are allowed at a token.
type place struct {
	open  bool   // an entity is open
	label string // of the open entity
	edge  bool   // the token is the last of its sentence
	space bool   // the token is white space
}

// allows says whether a move is allowed.
func (p place) allows(m transition.Move) bool {
	switch m.Action {
	case begin:
		return !p.open && !p.edge && !p.space
	case in:
		return p.open && !p.edge && m.Label == p.label
	case last:
		return p.open && m.Label == p.label
	case unit:
		return !p.open && !p.space && m.Label != ""
	}
	return !p.open
}

// choose returns the first of the best classes that are allowed: outside and
// last make sure that there always is one.
func (r *Recogniser) choose(scores []float32, p place) int {
	best := none
	for class, m := range r.moves {
		if (best == none || scores[class] > scores[best]) && p.allows(m) {
			best = class
		}
	}
	return best
}
