package arceager

import (
	"math/rand/v2"
	"slices"
	"testing"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/modeltest"
)

func TestShiftAndPutBack(t *testing.T) {
	var s state
	s.reset(3)
	s.do(shift, none)
	s.do(shift, none)
	if s.top(0) != 1 || s.top(1) != 0 || s.top(2) != none || s.buffer(0) != 2 || s.buffer(1) != none {
		t.Fatalf("stack %v, next %d", s.stack, s.next)
	}
	s.do(reduce, none) // token 1 has no head and is not alone: it goes back
	if s.top(0) != 0 || s.buffer(0) != 1 || s.buffer(1) != 2 || s.bufferLength() != 2 {
		t.Fatalf("stack %v, again %v, next %d", s.stack, s.again, s.next)
	}
	if s.allowed()[shift] {
		t.Error("a token that was put back may be shifted as it is")
	}
	s.do(leftArc, 7)
	if s.heads[0] != 1 || s.labels[0] != 7 || s.left(1) != 0 || len(s.stack) != 0 || !s.allowed()[shift] {
		t.Errorf("heads %v, labels %v, stack %v", s.heads, s.labels, s.stack)
	}
	s.do(shift, none)
	s.do(rightArc, 8)
	if s.heads[2] != 1 || s.right(1) != 2 || s.final() {
		t.Errorf("heads %v, stack %v", s.heads, s.stack)
	}
	s.do(reduce, none)
	s.do(reduce, none) // alone on the stack: it is a root and goes
	if !s.final() || s.heads[1] != none {
		t.Errorf("heads %v, stack %v, again %v", s.heads, s.stack, s.again)
	}
}

func TestBreakClosesTheSentence(t *testing.T) {
	var s state
	s.reset(3)
	s.do(shift, none)
	if a := s.allowed(); !a[breakHere] || !a[leftArc] || !a[rightArc] {
		t.Fatalf("allowed %v", a)
	}
	s.do(breakHere, none)
	if a := s.allowed(); a[breakHere] {
		t.Errorf("the same break is allowed again: %v", a)
	}
	s.do(rightArc, 1)
	if a := s.allowed(); a[shift] || a[leftArc] || a[rightArc] || !a[reduce] {
		t.Errorf("allowed over the end of a sentence: %v", a)
	}
}

// TestAttachMoves checks the lists of dependents when a token changes heads.
func TestAttachMoves(t *testing.T) {
	var s state
	s.reset(5)
	for _, child := range []int{0, 1, 2} {
		s.attach(4, child, 1)
	}
	s.attach(3, 1, 2) // from the middle of the list
	if s.left(4) != 2 || s.before[2] != 0 || s.before[0] != none || s.left(3) != 1 || s.labels[1] != 2 {
		t.Errorf("left of 4 is %d, before %v, left of 3 is %d", s.left(4), s.before, s.left(3))
	}
	s.attach(3, 2, 2) // from its beginning
	if s.left(4) != 0 || s.left(3) != 2 || s.before[2] != 1 {
		t.Errorf("left of 4 is %d, left of 3 is %d, before %v", s.left(4), s.left(3), s.before)
	}
	if s.left(none) != none || s.right(none) != none {
		t.Error("no token has dependents")
	}
}

// TestAnyVectors lets the machine work on vectors that no text has: whatever
// the scores are, the moves end and a forest comes out.
func TestAnyVectors(t *testing.T) {
	p, err := Load(modeltest.File(t))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	var tree Tree
	for range 150 {
		n := random.IntN(40)
		vectors, spaces := make([]float32, n*kernel.Width), make([]bool, n)
		for i := range vectors {
			vectors[i] = 3 * float32(random.NormFloat64())
		}
		for i := range spaces {
			spaces[i] = random.IntN(8) == 0
		}
		moves := 0
		p.run(kernel.Fastest(), &tree, vectors, func([slots]int, int) { moves++ })
		if !tree.state.final() {
			t.Fatalf("%d tokens are not done after %d moves", n, moves)
		}
		p.Parse(kernel.Fastest(), &tree, vectors, spaces)
		checkForest(t, &tree, n)
	}
}

func checkForest(t *testing.T, tree *Tree, n int) {
	t.Helper()
	if len(tree.Heads) != n || len(tree.Left) != n || len(tree.Right) != n || len(tree.Starts) != n {
		t.Fatalf("%d tokens: %+v", n, tree)
	}
	if n > 0 && !slices.Contains(tree.Starts, true) {
		t.Fatalf("no sentence among %d tokens", n)
	}
	for i := range n {
		at, steps := i, 0
		for tree.Heads[at] != at {
			at = tree.Heads[at]
			if steps++; steps > n {
				t.Fatalf("the heads of token %d go in a circle: %v", i, tree.Heads)
			}
		}
		if (tree.Heads[i] == i) != (tree.Label(i) == "ROOT") {
			t.Errorf("token %d of head %d is labelled %s", i, tree.Heads[i], tree.Label(i))
		}
	}
}
