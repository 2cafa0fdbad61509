package arceager

// The actions, as the model file numbers them.
const (
	shift = iota
	reduce
	leftArc
	rightArc
	breakHere
	actions
)

// allowed says which actions the machine may take now.
func (s *state) allowed() [actions]bool {
	b0 := s.buffer(0)
	buffered := s.bufferLength()
	open := len(s.stack) > 0 && buffered > 0 && !s.starting(b0)
	return [actions]bool{
		shift:     len(s.stack) == 0 || (buffered >= 2 && !s.starting(b0) && !s.unshiftable[b0]),
		reduce:    len(s.stack) > 0,
		leftArc:   open,
		rightArc:  open,
		breakHere: s.mayBreak(b0, buffered),
	}
}

// mayBreak says whether a sentence may begin at the second token of the
// buffer: it must be the one right after the first.
func (s *state) mayBreak(b0, buffered int) bool {
	if buffered < 2 {
		return false
	}
	b1 := s.buffer(1)
	return b1 == b0+1 && !s.starting(b1)
}

// do takes an action.
func (s *state) do(action, label int) {
	switch action {
	case shift:
		s.push()
	case reduce:
		if s.heads[s.top(0)] != none || len(s.stack) == 1 {
			s.pop()
		} else {
			s.putBack()
		}
	case leftArc:
		b0 := s.buffer(0)
		s.attach(b0, s.top(0), label)
		s.unshiftable[b0] = false
		s.pop()
	case rightArc:
		s.attach(s.top(0), s.buffer(0), label)
		s.push()
	case breakHere:
		s.starts[s.buffer(1)] = true
	}
}

// look returns the tokens that decide the next move, in the order of the
// network's slots.
func (s *state) look() (slots [8]int) {
	b0, s0 := s.buffer(0), s.top(0)
	return [8]int{b0, s.buffer(1), s0, s.top(1), s.top(2), s.left(b0), s.left(s0), s.right(s0)}
}
