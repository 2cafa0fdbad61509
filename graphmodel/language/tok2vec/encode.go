package tok2vec

import "byline/graphmodel/language/kernel"

// block is the number of rows that are worked on together.
const block = 48

// Scratch is the memory that Encode works in. The zero value is ready for
// use; one goroutine at a time may use it.
type Scratch struct {
	rows, next []float32        // (rows, Width), padding included
	inputs     []float32        // (block, inputs of the mixer)
	outputs    []float32        // (block, pieces of a maxout)
	missing    []int            // tokens that the cache lacks
	firsts     map[Features]int // where such a token was seen first
	zeros      [Width]float32   // never written
	places     []int            // row of each token
	result     []float32        // (tokens, Width)
}

// Encode returns a vector for each token of some texts, one after the other:
// lengths are their numbers of tokens, which add up to len(tokens). What a
// text gets does not depend on the others. The vectors stay valid until the
// scratch is used again.
func (m *Model) Encode(k kernel.Kernel, s *Scratch, tokens []Features, lengths []int) []float32 {
	s.arrange(lengths, len(tokens))
	if len(tokens) == 0 {
		return nil
	}
	m.mix(k, s, tokens)
	for i := range m.encoder[:depth-1] {
		m.encoder[i].run(k, s, i+1)
		s.rows, s.next = s.next, s.rows
	}
	m.encoder[depth-1].finish(k, s)
	return s.result
}

// arrange gives every token its row: depth rows of zeros before the first
// text, between texts, and after the last.
func (s *Scratch) arrange(lengths []int, tokens int) {
	s.places = s.places[:0]
	row := depth
	for _, n := range lengths {
		for range n {
			s.places = append(s.places, row)
			row++
		}
		row += depth
	}
	s.rows = zeroed(s.rows, row*Width)
	s.next = sized(s.next, row*Width)
	s.result = sized(s.result, tokens*Width)
	s.outputs = sized(s.outputs, block*kernel.Pieces*Width)
	if s.firsts == nil {
		s.firsts = map[Features]int{}
	}
}

// sized returns a slice of n values, the same memory if it suffices.
func sized(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, n)
	}
	return v[:n]
}

func zeroed(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, n)
	}
	v = v[:n]
	clear(v)
	return v
}

// row returns the vector of a token.
func (s *Scratch) row(token int) []float32 {
	at := s.places[token] * Width
	return s.rows[at : at+Width]
}

// mix fills the rows with the mixer's vectors, from the cache as far as it
// has them.
func (m *Model) mix(k kernel.Kernel, s *Scratch, tokens []Features) {
	s.missing = s.missing[:0]
	clear(s.firsts)
	for i, f := range tokens {
		f = m.relevant(f)
		if m.cache.get(f, s.row(i)) {
			continue
		}
		if _, seen := s.firsts[f]; !seen {
			s.firsts[f] = i
			s.missing = append(s.missing, i)
		}
	}
	if len(s.missing) == 0 {
		return
	}
	for from := 0; from < len(s.missing); from += block {
		m.mixBlock(k, s, tokens, s.missing[from:min(from+block, len(s.missing))])
	}
	for i, f := range tokens {
		if first, ok := s.firsts[m.relevant(f)]; ok && first != i {
			copy(s.row(i), s.row(first))
		}
	}
}

// relevant clears the features that the model does not look at.
func (m *Model) relevant(f Features) Features {
	var r Features
	for i := range m.tables {
		c := m.tables[i].column
		r[c] = f[c]
	}
	return r
}

// mixBlock works out the vectors of some tokens and keeps them.
func (m *Model) mixBlock(k kernel.Kernel, s *Scratch, tokens []Features, some []int) {
	in := len(m.tables) * Width
	s.inputs = sized(s.inputs, block*in)
	for n, i := range some {
		for j := range m.tables {
			t := &m.tables[j]
			k.Gather(t.values, t.pick(tokens[i][t.column]), s.inputs[n*in+j*Width:])
		}
	}
	k.Apply(m.mixer.dense, s.inputs, in, len(some), s.outputs)
	for n, i := range some {
		k.MaxoutNorm(&m.mixer.norm, s.outputs[n*kernel.Pieces*Width:], s.zeros[:], s.row(i))
		m.cache.put(m.relevant(tokens[i]), s.row(i))
	}
}

// run writes layer number n of the encoder to s.next. The n outermost rows
// are left out: no token can be reached from there any more.
func (l *layer) run(k kernel.Kernel, s *Scratch, n int) {
	end := len(s.rows)/Width - n
	for from := n; from < end; from += block {
		rows := min(block, end-from)
		k.Apply(l.dense, s.rows[(from-1)*Width:], Width, rows, s.outputs)
		for r := range rows {
			at := (from + r) * Width
			k.MaxoutNorm(&l.norm, s.outputs[r*kernel.Pieces*Width:], s.rows[at:], s.next[at:])
		}
	}
}

// finish runs the last layer, for the tokens alone.
func (l *layer) finish(k kernel.Kernel, s *Scratch) {
	for token := 0; token < len(s.places); {
		first := s.places[token]
		rows := min(block, s.places[len(s.places)-1]+1-first)
		k.Apply(l.dense, s.rows[(first-1)*Width:], Width, rows, s.outputs)
		for ; token < len(s.places) && s.places[token] < first+rows; token++ {
			at := s.places[token] * Width
			k.MaxoutNorm(&l.norm, s.outputs[(s.places[token]-first)*kernel.Pieces*Width:], s.rows[at:], s.result[token*Width:])
		}
	}
}
