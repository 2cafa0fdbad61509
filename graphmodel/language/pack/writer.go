package pack

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Writer gathers sections and writes them as one file. The zero value is
// ready for use.
type Writer struct {
	entries []entry
	bodies  [][]byte
	names   map[string]bool
	err     error
}

// entry is a line of the directory.
type entry struct {
	name           string
	kind           kind
	shape          []int
	offset, length int
}

// Bytes adds a section of raw bytes.
func (w *Writer) Bytes(name string, data []byte) {
	w.add(entry{name: name, kind: kindBytes}, data)
}

// Tensor adds a section of float32 values.
func (w *Writer) Tensor(name string, t Tensor) {
	if size(t.Shape) != len(t.Data) && w.err == nil {
		w.err = fmt.Errorf("tensor %s of shape %v has %d values", name, t.Shape, len(t.Data))
	}
	data := make([]byte, 4*len(t.Data))
	for i, v := range t.Data {
		binary.LittleEndian.PutUint32(data[4*i:], math.Float32bits(v))
	}
	w.add(entry{name: name, kind: kindTensor, shape: t.Shape}, data)
}

func (w *Writer) add(e entry, data []byte) {
	if w.names == nil {
		w.names = map[string]bool{}
	}
	if w.names[e.name] && w.err == nil {
		w.err = fmt.Errorf("%w: %s", ErrTwice, e.name)
	}
	w.names[e.name] = true
	e.length = len(data)
	w.entries = append(w.entries, e)
	w.bodies = append(w.bodies, data)
}

// File returns the whole file, or the first mistake made while adding.
func (w *Writer) File(version uint32) ([]byte, error) {
	if w.err != nil {
		return nil, fmt.Errorf("writing the language model: %w", w.err)
	}
	directory := w.directory() // its length does not depend on the offsets
	at := aligned(headerSize + len(directory))
	for i := range w.entries {
		w.entries[i].offset = at
		at = aligned(at + w.entries[i].length)
	}
	directory = w.directory()
	file := make([]byte, at)
	copy(file, magic)
	binary.LittleEndian.PutUint32(file[8:], version)
	binary.LittleEndian.PutUint32(file[12:], uint32(len(directory)))
	binary.LittleEndian.PutUint64(file[16:], uint64(len(file)))
	copy(file[headerSize:], directory)
	for i, e := range w.entries {
		copy(file[e.offset:], w.bodies[i])
	}
	binary.LittleEndian.PutUint32(file[24:], checksum(file[headerSize:]))
	return file, nil
}

func (w *Writer) directory() []byte {
	var d []byte
	for _, e := range w.entries {
		d = binary.LittleEndian.AppendUint16(d, uint16(len(e.name)))
		d = append(d, e.name...)
		d = append(d, byte(e.kind), byte(len(e.shape)))
		for _, n := range e.shape {
			d = binary.LittleEndian.AppendUint32(d, uint32(n))
		}
		d = binary.LittleEndian.AppendUint64(d, uint64(e.offset))
		d = binary.LittleEndian.AppendUint64(d, uint64(e.length))
	}
	return d
}
