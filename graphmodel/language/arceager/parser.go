// Package arceager finds the head of every token and the sentences: an
// arc-eager dependency parser.
//
// It owns the parser's machine, its moves, and what is made of them
// afterwards: crossing arcs, edges of subtrees, starts of sentences. It
// refuses to read text: vectors, and which tokens are white space, are all it
// sees.
package arceager

import (
	"fmt"
	"strings"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/pack"
	"byline/graphmodel/language/transition"
)

// slots is the number of tokens that the network looks at.
const slots = 8

// Parser is the trained parser. It is safe for concurrent use.
type Parser struct {
	scorer *transition.Scorer
	// first and end are the range of classes of each action.
	first, end [actions]int
	classLabel []int // label of each class
	labels     []label
	root       int // label of a root
}

// label is the name of an arc. A label such as "prep||dobj" was raised: its
// token belongs under a token with the label after the bars.
type label struct {
	name   string
	base   int // the label without what was added; its own number if nothing was
	raised int // label of the token it belongs under, or none
}

// Load reads the parser from a model file and keeps views of its weights.
func Load(f *pack.File) (*Parser, error) {
	scorer, err := transition.Load(f, "parser", slots)
	if err != nil {
		return nil, err
	}
	p := &Parser{scorer: scorer}
	numbers := map[string]int{}
	for class, m := range scorer.Moves() {
		if m.Action < 0 || m.Action >= actions {
			return nil, fmt.Errorf("%w: the parser has an unknown action %d", pack.ErrDamaged, m.Action)
		}
		if p.end[m.Action] == 0 {
			p.first[m.Action] = class
		}
		p.end[m.Action] = class + 1
		p.classLabel = append(p.classLabel, p.number(numbers, m.Label))
	}
	p.root = p.number(numbers, "ROOT")
	for action := range actions {
		if p.end[action] == 0 {
			return nil, fmt.Errorf("%w: the parser lacks the action %d", pack.ErrDamaged, action)
		}
	}
	return p, nil
}

// number returns the number of a label and enters it first if it is new.
func (p *Parser) number(numbers map[string]int, name string) int {
	if n, ok := numbers[name]; ok {
		return n
	}
	n := len(p.labels)
	numbers[name] = n
	p.labels = append(p.labels, label{name: name, base: n, raised: none})
	if base, raised, ok := strings.Cut(name, "||"); ok {
		b, r := p.number(numbers, base), p.number(numbers, raised)
		p.labels[n].base, p.labels[n].raised = b, r
	}
	return n
}

// Tree is a parsed text, and the memory that Parse works in. The zero value
// is ready for use; one goroutine at a time may use it.
type Tree struct {
	Heads []int // the token's own number for a root
	// Left is the first token of each subtree and Right the token after its
	// last.
	Left, Right []int
	// Starts says which tokens begin a sentence.
	Starts []bool

	parser     *Parser
	labels     []int // of each token
	state      state
	text       transition.Text
	queue      []int
	boundaries []bool
}

// Label is the label of the arc from a token's head, "ROOT" for a root.
func (t *Tree) Label(token int) string { return t.parser.labels[t.labels[token]].name }

// Parse parses a text: the vectors of its tokens one after the other, and
// which of them are white space. The tree stays valid until it is used again.
func (p *Parser) Parse(k kernel.Kernel, t *Tree, vectors []float32, spaces []bool) {
	t.parser = p
	p.run(k, t, vectors, nil)
	t.takeHeads()
	t.setEdges()
	t.lowerRaised(spaces)
	t.setEdges()
	t.setStarts()
}

// movesPerToken bounds the work: two or three moves a token are usual.
const movesPerToken = 10

// run lets the machine work through the text; seen, if not nil, is told of
// every move before it is made.
func (p *Parser) run(k kernel.Kernel, t *Tree, vectors []float32, seen func(look [slots]int, class int)) {
	length := len(vectors) / kernel.Width
	s := &t.state
	s.reset(length)
	p.scorer.Prepare(k, &t.text, vectors)
	for range movesPerToken * length {
		if s.final() {
			return
		}
		look := s.look()
		action, class := p.choose(p.scorer.Score(k, &t.text, &look), s.allowed())
		if class == none {
			return
		}
		if seen != nil {
			seen(look, class)
		}
		s.do(action, p.classLabel[class])
	}
}

// choose returns the first of the best classes that are allowed.
func (p *Parser) choose(scores []float32, allowed [actions]bool) (action, class int) {
	class = none
	for a, ok := range allowed {
		if !ok {
			continue
		}
		for c := p.first[a]; c < p.end[a]; c++ {
			if class == none || scores[c] > scores[class] {
				action, class = a, c
			}
		}
	}
	return action, class
}
