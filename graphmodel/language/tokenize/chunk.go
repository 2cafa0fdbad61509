package tokenize

// cutter cuts one chunk, a run of characters without white space or of white
// space only.
type cutter struct {
	exceptions map[string]exception // nil: cut by rule alone
	longest    int                  // length of the longest exception in bytes
	text       string
	runes      []rune
	at         []int // byte of each rune, and the length of text at the end
	out        []span
	suffixes   []span
}

// span is a range of bytes of a chunk, with the norm of an exception's piece.
type span struct {
	start, end int
	norm       string
}

// cut cuts text. Bytes that are not UTF-8 count as a character each.
func cut(text string, exceptions map[string]exception, longest int) []span {
	c := &cutter{exceptions: exceptions, longest: longest, text: text}
	c.runes = make([]rune, 0, len(text))
	c.at = make([]int, 0, len(text)+1)
	for i, r := range text {
		c.runes = append(c.runes, r)
		c.at = append(c.at, i)
	}
	c.at = append(c.at, len(text))
	if e, ok := c.exception(0, len(c.runes)); ok {
		c.addException(0, e)
		return c.out
	}
	low, high := c.affixes()
	c.middle(low, high)
	for i := len(c.suffixes) - 1; i >= 0; i-- {
		c.out = append(c.out, c.suffixes[i])
	}
	return c.out
}

// exception looks up the runes low to high.
func (c *cutter) exception(low, high int) (exception, bool) {
	start, end := c.at[low], c.at[high]
	if start == end || end-start > c.longest {
		return exception{}, false
	}
	e, ok := c.exceptions[c.text[start:end]]
	return e, ok
}

func (c *cutter) addException(start int, e exception) {
	last := start
	for i, end := range e.ends {
		c.out = append(c.out, span{last, start + end, e.norms[i]})
		last = start + end
	}
}

// add appends the runes low to high as a token.
func (c *cutter) add(low, high int) {
	c.out = append(c.out, span{start: c.at[low], end: c.at[high]})
}

// affixes strips prefixes and suffixes until none is left or an exception
// comes to light, and returns the runes between them. Prefixes are added to
// out, suffixes kept from the outermost on.
func (c *cutter) affixes() (low, high int) {
	low, high = 0, len(c.runes)
	for low < high {
		if _, ok := c.exception(low, high); ok {
			return low, high
		}
		prefix := prefixLength(c.runes[low:high])
		if prefix > 0 {
			if _, ok := c.exception(low+prefix, high); ok {
				c.add(low, low+prefix)
				return low + prefix, high
			}
		}
		suffix := suffixLength(c.runes[low+prefix : high])
		if suffix > 0 {
			if _, ok := c.exception(low, high-suffix); ok {
				c.addSuffix(high-suffix, high)
				return low, high - suffix
			}
		}
		if prefix == 0 && suffix == 0 {
			return low, high
		}
		if prefix > 0 {
			c.add(low, low+prefix)
			low += prefix
		}
		if suffix > 0 {
			c.addSuffix(high-suffix, high)
			high -= suffix
		}
	}
	return low, high
}

func (c *cutter) addSuffix(low, high int) {
	c.suffixes = append(c.suffixes, span{start: c.at[low], end: c.at[high]})
}

// middle cuts what is left between the affixes: an exception, an address, or
// pieces between infixes.
func (c *cutter) middle(low, high int) {
	if low == high {
		return
	}
	if e, ok := c.exception(low, high); ok {
		c.addException(c.at[low], e)
		return
	}
	s := c.runes[low:high]
	if isAddress(s) {
		c.add(low, high)
		return
	}
	start := 0
	for i := 0; i < len(s); {
		n := infix(s, i)
		if n == 0 {
			i++
			continue
		}
		if i > 0 {
			if start < i {
				c.add(low+start, low+i)
			}
			c.add(low+i, low+i+n)
			start = i + n
		}
		i += n
	}
	if start < len(s) {
		c.add(low+start, high)
	}
}
