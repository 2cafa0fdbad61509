package arceager

// takeHeads makes heads and labels of the arcs. A token without one is a
// root.
func (t *Tree) takeHeads() {
	t.Heads = append(t.Heads[:0], t.state.heads...)
	t.labels = append(t.labels[:0], t.state.labels...)
	for i, head := range t.Heads {
		if head == none {
			t.Heads[i], t.labels[i] = i, t.parser.root
		}
	}
}

// lowerRaised gives tokens with a raised label the head that they belong
// under. The parser can only make arcs that do not cross; a label
// "prep||dobj" says that the right head is the dobj below the head it made.
func (t *Tree) lowerRaised(spaces []bool) {
	for i := range t.Heads {
		l := t.parser.labels[t.labels[i]]
		if l.raised == none {
			continue
		}
		t.Heads[i] = t.find(i, l.raised, spaces)
		t.labels[i] = l.base
	}
}

// find searches below a token's head, level by level and from left to right,
// for the first token with that label. It returns the head if there is none.
func (t *Tree) find(token, label int, spaces []bool) int {
	t.queue = append(t.queue[:0], t.Heads[token])
	for at := 0; at < len(t.queue); at++ {
		q := t.queue[at]
		for c := t.Left[q]; c < t.Right[q]; c++ {
			if t.Heads[c] != q || c == q || c == token || spaces[c] {
				continue
			}
			if t.labels[c] == label {
				return c
			}
			t.queue = append(t.queue, c)
		}
	}
	return t.Heads[token]
}

// edgeRounds bounds the rounds of setEdges; crossing arcs may need a second
// one.
const edgeRounds = 12

// setEdges works out the first and the last token of every subtree.
func (t *Tree) setEdges() {
	t.Left, t.Right = t.Left[:0], t.Right[:0]
	for i := range t.Heads {
		t.Left, t.Right = append(t.Left, i), append(t.Right, i+1)
	}
	for range edgeRounds {
		for i := range t.Heads {
			t.widen(i)
		}
		for i := len(t.Heads) - 1; i >= 0; i-- {
			t.widen(i)
		}
		if t.headsStayInside() {
			return
		}
	}
}

// widen makes the subtree of a token's head span the token's own.
func (t *Tree) widen(i int) {
	head := t.Heads[i]
	t.Left[head] = min(t.Left[head], t.Left[i])
	t.Right[head] = max(t.Right[head], t.Right[i])
}

// headsStayInside says whether no arc leaves the stretch between two starts
// of sentences, as the edges give them.
func (t *Tree) headsStayInside() bool {
	t.boundaries = cleared(t.boundaries, len(t.Heads))
	for i, head := range t.Heads {
		if head == i {
			t.boundaries[t.Left[i]] = true
		}
	}
	from := 0
	for to := range t.Heads {
		if to != len(t.Heads)-1 && (to == 0 || !t.boundaries[to]) {
			continue
		}
		for _, head := range t.Heads[from:to] {
			if head < from || head > to {
				return false
			}
		}
		from = to
	}
	return true
}

// setStarts finds the starts of the sentences: the left edges of the roots.
func (t *Tree) setStarts() {
	t.Starts = cleared(t.Starts, len(t.Heads))
	for i, head := range t.Heads {
		if head == i {
			t.Starts[t.Left[i]] = true
		}
	}
}
