package compact

import (
	"encoding/binary"
	"math"
	"strings"

	"byline/graphmodel"
)

// coder goes through a reading and either writes each of its fields or fills
// each of them in. There is one way through for both, so that they cannot
// come apart.
type coder struct {
	texts   map[string]string // the articles', by their ids
	text    string            // of the one article that words may be quoted from
	writing bool
	out     []byte // what was written
	in      string // what is to be read
	err     error
	// seen are the words so far, each once, in order; index has their places
	// when writing.
	seen  []string
	index map[string]int
	last  int // where the last span began
}

// fail ends the reading: from here on there is nothing.
func (c *coder) fail() { c.err, c.in = ErrData, "" }

// uint is a number that is not negative.
func (c *coder) uint(v uint64) uint64 {
	if c.writing {
		c.out = binary.AppendUvarint(c.out, v)
		return v
	}
	v = 0
	for i := 0; i < len(c.in) && i < binary.MaxVarintLen64; i++ {
		b := c.in[i]
		v |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.in = c.in[i+1:]
			return v
		}
	}
	c.fail()
	return 0
}

// int is a number of either sign.
func (c *coder) int(v int) int {
	u := c.uint(uint64(v)<<1 ^ uint64(v>>63))
	return int(u>>1) ^ -int(u&1)
}

// size is the length of a list, whose elements take a byte each at least.
func (c *coder) size(n int) int {
	u := c.uint(uint64(n))
	if !c.writing && u > uint64(len(c.in)) {
		c.fail()
		return 0
	}
	return int(u)
}

func (c *coder) bool(v *bool) {
	var u uint64
	if *v {
		u = 1
	}
	*v = c.uint(u) == 1
}

// How a word begins: it is nothing, a stretch of the article, written in full,
// or the word of that number, counted from wordSeen on.
const (
	wordEmpty = iota
	wordQuoted
	wordFull
	wordSeen
)

// word is any text. Each is written once.
func (c *coder) word(s string) string {
	if c.writing {
		c.writeWord(s)
		return s
	}
	how := c.uint(0)
	switch how {
	case wordEmpty:
		return ""
	case wordQuoted:
		start := int(c.uint(0))
		s = c.stretch(c.text, start, start+int(c.uint(0)))
	case wordFull:
		n := c.size(0)
		s, c.in = c.in[:n], c.in[n:]
	default:
		if i := how - wordSeen; i < uint64(len(c.seen)) {
			return c.seen[i]
		}
		c.fail()
		return ""
	}
	c.seen = append(c.seen, s)
	return s
}

func (c *coder) writeWord(s string) {
	if s == "" {
		c.uint(wordEmpty)
		return
	}
	if i, ok := c.index[s]; ok {
		c.uint(wordSeen + uint64(i))
		return
	}
	c.index[s] = len(c.index)
	if at := strings.Index(c.text, s); at >= 0 && c.text != "" {
		c.uint(wordQuoted)
		c.uint(uint64(at))
		c.uint(uint64(len(s)))
		return
	}
	c.uint(wordFull)
	c.size(len(s))
	c.out = append(c.out, s...)
}

// stretch is a stretch of an article.
func (c *coder) stretch(text string, start, end int) string {
	if start < 0 || start > end || end > len(text) {
		c.fail()
		return ""
	}
	return text[start:end]
}

// float is a number of which there are few in a reading.
func (c *coder) float(v float64) float64 {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], math.Float64bits(v))
	s := c.word(string(b[:]))
	if len(s) != len(b) {
		c.fail()
		return 0
	}
	return math.Float64frombits(binary.BigEndian.Uint64([]byte(s)))
}

// span is written from the one before on.
func (c *coder) span(s *graphmodel.Span) {
	s.Article = c.word(s.Article)
	start := c.last + c.int(s.Start-c.last)
	s.End = start + c.int(s.End-s.Start)
	s.Start, c.last = start, start
}

// quote is a text that is mostly what stands at the span.
func (c *coder) quote(s string, at graphmodel.Span) string {
	text := c.texts[at.Article]
	same := c.writing && 0 <= at.Start && at.Start <= at.End && at.End <= len(text) && text[at.Start:at.End] == s
	c.bool(&same)
	if same {
		return c.stretch(text, at.Start, at.End)
	}
	return c.word(s)
}

// folded is a key that is mostly the name in small letters.
func (c *coder) folded(key, name string) string {
	same := c.writing && key == strings.ToLower(name)
	c.bool(&same)
	if same {
		return strings.ToLower(name)
	}
	return c.word(key)
}

// word goes through a kind, a type and the like.
func word[T ~string](c *coder, s *T) { *s = T(c.word(string(*s))) }

// list goes through a list. What is written is read by others meanwhile: its
// elements are copies.
func list[T any](c *coder, all *[]T, each func(*T)) {
	n := c.size(len(*all))
	if !c.writing {
		*all = nil
		if n > 0 {
			*all = make([]T, n)
		}
	}
	for i := range *all {
		if c.err != nil {
			return
		}
		if c.writing {
			v := (*all)[i]
			each(&v)
			continue
		}
		each(&(*all)[i])
	}
}
