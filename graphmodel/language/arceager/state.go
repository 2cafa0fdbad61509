package arceager

// none stands for no token.
const none = -1

// state is the machine: a stack of tokens, a buffer of tokens still to come,
// and the arcs made so far.
type state struct {
	length int
	stack  []int
	// again are tokens put back from the stack, the next one last; after them
	// the buffer goes on with token next.
	again []int
	next  int

	heads  []int // none for a token without a head
	labels []int // number of the arc's label
	// The dependents of a token on either side form a list that begins with
	// the one added last: last… of the head, then before of each dependent.
	lastLeft, lastRight, before []int

	unshiftable []bool // was put back; may not be shifted again as it is
	starts      []bool // begins a sentence, as far as is known
}

// reset makes ready for a text of that many tokens.
func (s *state) reset(length int) {
	s.length, s.next = length, 0
	s.stack, s.again = s.stack[:0], s.again[:0]
	for _, list := range []*[]int{&s.heads, &s.labels, &s.lastLeft, &s.lastRight, &s.before} {
		*list = filled(*list, length)
	}
	s.unshiftable = cleared(s.unshiftable, length)
	s.starts = cleared(s.starts, length)
}

// filled returns n times none, in the same memory if it suffices.
func filled(list []int, n int) []int {
	if cap(list) < n {
		list = make([]int, n)
	}
	list = list[:n]
	for i := range list {
		list[i] = none
	}
	return list
}

func cleared(list []bool, n int) []bool {
	if cap(list) < n {
		return make([]bool, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// buffer returns the i-th token of the buffer.
func (s *state) buffer(i int) int {
	if i < len(s.again) {
		return s.again[len(s.again)-1-i]
	}
	if token := s.next + i - len(s.again); token < s.length {
		return token
	}
	return none
}

func (s *state) bufferLength() int { return len(s.again) + s.length - s.next }

// top returns the i-th token of the stack from the top.
func (s *state) top(i int) int {
	if i < len(s.stack) {
		return s.stack[len(s.stack)-1-i]
	}
	return none
}

// left returns the dependent added last to the left of a token.
func (s *state) left(token int) int {
	if token == none {
		return none
	}
	return s.lastLeft[token]
}

// right returns the dependent added last to the right of a token.
func (s *state) right(token int) int {
	if token == none {
		return none
	}
	return s.lastRight[token]
}

func (s *state) final() bool { return len(s.stack) == 0 && s.bufferLength() == 0 }

// starting says whether a token is known to begin a sentence.
func (s *state) starting(token int) bool { return token != none && s.starts[token] }

// push moves the first token of the buffer to the stack.
func (s *state) push() {
	if n := len(s.again); n > 0 {
		s.stack = append(s.stack, s.again[n-1])
		s.again = s.again[:n-1]
		return
	}
	s.stack = append(s.stack, s.next)
	s.next++
}

func (s *state) pop() { s.stack = s.stack[:len(s.stack)-1] }

// putBack moves the top of the stack to the front of the buffer.
func (s *state) putBack() {
	token := s.top(0)
	s.pop()
	s.again = append(s.again, token)
	s.unshiftable[token] = true
}

// attach makes child a dependent of head, in place of the head it had.
func (s *state) attach(head, child, label int) {
	if old := s.heads[child]; old != none {
		s.detach(old, child)
	}
	last := s.side(head, child)
	s.before[child] = last[head]
	last[head] = child
	s.heads[child], s.labels[child] = head, label
}

// side returns the list of lists that a dependent belongs to.
func (s *state) side(head, child int) []int {
	if child < head {
		return s.lastLeft
	}
	return s.lastRight
}

func (s *state) detach(head, child int) {
	last := s.side(head, child)
	if last[head] == child {
		last[head] = s.before[child]
		return
	}
	for at := last[head]; at != none; at = s.before[at] {
		if s.before[at] == child {
			s.before[at] = s.before[child]
			return
		}
	}
}
