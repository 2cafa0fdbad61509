// Package record writes and reads the plain binary form of the small tables
// that the language model is converted into: numbers as variable-length
// integers, strings as a length and their bytes, and columns of fixed width
// that can be searched where they lie.
//
// It owns that form. It refuses to know what a table means: every package
// that keeps one writes and reads its own fields in its own order.
package record

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrDamaged means that a section ends too early or holds an impossible
// number.
var ErrDamaged = errors.New("the language model is damaged")

// Writer collects one section.
type Writer struct{ out []byte }

// Bytes returns what was written.
func (w *Writer) Bytes() []byte { return w.out }

// Int writes a number that is not negative.
func (w *Writer) Int(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)) }

// String writes the length of s and its bytes.
func (w *Writer) String(s string) {
	w.Int(len(s))
	w.out = append(w.out, s...)
}

// Strings writes the number of strings and each of them.
func (w *Writer) Strings(list []string) {
	w.Int(len(list))
	for _, s := range list {
		w.String(s)
	}
}

// Column64 writes the number of values and the values, eight bytes each.
func (w *Writer) Column64(values []uint64) {
	w.Int(len(values))
	for _, v := range values {
		w.out = binary.LittleEndian.AppendUint64(w.out, v)
	}
}

// Table writes strings so that they can be found by number without reading
// those before: the end of each, four bytes wide, and then all of them in one
// piece.
func (w *Writer) Table(list []string) {
	w.Int(len(list))
	end := 0
	for _, s := range list {
		end += len(s)
		w.out = binary.LittleEndian.AppendUint32(w.out, uint32(end))
	}
	for _, s := range list {
		w.out = append(w.out, s...)
	}
}

// Reader reads one section. After the first failure every answer is empty;
// Err says what went wrong.
type Reader struct {
	in  string
	at  int
	err error
}

// NewReader reads section. It copies the bytes once; all strings it returns
// are pieces of that copy.
func NewReader(section []byte) *Reader { return &Reader{in: string(section)} }

// Err returns an error that wraps ErrDamaged if anything read so far was
// impossible.
func (r *Reader) Err() error { return r.err }

// Close is Err, and an error too if something is left over.
func (r *Reader) Close() error {
	if r.err == nil && r.at != len(r.in) {
		r.err = fmt.Errorf("%d bytes too many at the end of a section: %w", len(r.in)-r.at, ErrDamaged)
	}
	return r.err
}

// Int reads a number.
func (r *Reader) Int() int {
	var v uint64
	for shift := 0; shift < 63 && r.err == nil; shift += 7 {
		b := r.take(1)
		if b == "" {
			return 0
		}
		v |= uint64(b[0]&0x7f) << shift
		if b[0] < 0x80 {
			return int(v)
		}
	}
	r.fail("a number that is too large")
	return 0
}

// Count reads a number of items of at least size bytes each; more than the
// rest of the section can hold is an error, so that it is safe to allocate.
func (r *Reader) Count(size int) int {
	n := r.Int()
	if r.err == nil && n > (len(r.in)-r.at)/size {
		r.fail("more items than bytes")
		return 0
	}
	return n
}

// String reads a string.
func (r *Reader) String() string { return r.take(r.Int()) }

// Strings reads a list of strings.
func (r *Reader) Strings() []string {
	n := r.Count(1)
	if n == 0 {
		return nil
	}
	list := make([]string, 0, n)
	for range n {
		list = append(list, r.String())
	}
	return list
}

// Column64 reads a column of numbers.
func (r *Reader) Column64() []uint64 {
	raw := r.take(8 * r.Count(8))
	values := make([]uint64, len(raw)/8)
	for i := range values {
		values[i] = binary.LittleEndian.Uint64([]byte(raw[8*i : 8*i+8]))
	}
	return values
}

// Table reads a table of strings.
func (r *Reader) Table() Table {
	n := r.Count(4)
	t := Table{ends: r.take(4 * n)}
	last := 0
	for i := range n {
		end := t.end(i)
		if end < last {
			r.fail("a table that is not in order")
			return Table{}
		}
		last = end
	}
	t.text = r.take(last)
	if r.err != nil {
		return Table{}
	}
	return t
}

// take returns the next n bytes.
func (r *Reader) take(n int) string {
	if r.err != nil {
		return ""
	}
	if n < 0 || n > len(r.in)-r.at {
		r.fail("the section ends too early")
		return ""
	}
	r.at += n
	return r.in[r.at-n : r.at]
}

// fail notes the first failure.
func (r *Reader) fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("%s at byte %d: %w", what, r.at, ErrDamaged)
	}
}

// Table is a list of strings in one piece of memory.
type Table struct {
	ends string // four bytes a string
	text string
}

// Len returns the number of strings.
func (t Table) Len() int { return len(t.ends) / 4 }

// At returns string number i.
func (t Table) At(i int) string {
	start := 0
	if i > 0 {
		start = t.end(i - 1)
	}
	return t.text[start:t.end(i)]
}

// Find returns the number of s in a table that is sorted.
func (t Table) Find(s string) (int, bool) {
	low, high := 0, t.Len()
	for low < high {
		middle := int(uint(low+high) >> 1)
		if t.At(middle) < s {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < t.Len() && t.At(low) == s
}

func (t Table) end(i int) int {
	e := t.ends[4*i : 4*i+4]
	return int(e[0]) | int(e[1])<<8 | int(e[2])<<16 | int(e[3])<<24
}
