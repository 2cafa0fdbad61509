package pack

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"unsafe"
)

// File is a model file that was opened. Its sections are views of the bytes
// it was opened from; nobody may change them.
type File struct {
	version uint32
	entries map[string]entry
	data    []byte
}

// Open checks the header, the checksum and the directory of a model file.
func Open(data []byte) (*File, error) {
	if len(data) < headerSize || string(data[:8]) != magic {
		return nil, ErrForeign
	}
	if binary.LittleEndian.Uint64(data[16:]) != uint64(len(data)) {
		return nil, fmt.Errorf("%w: it has %d bytes and should have %d",
			ErrDamaged, len(data), binary.LittleEndian.Uint64(data[16:]))
	}
	if checksum(data[headerSize:]) != binary.LittleEndian.Uint32(data[24:]) {
		return nil, fmt.Errorf("%w: its checksum is wrong", ErrDamaged)
	}
	f := &File{version: binary.LittleEndian.Uint32(data[8:]), entries: map[string]entry{}, data: data}
	length := int(binary.LittleEndian.Uint32(data[12:]))
	if length > len(data)-headerSize {
		return nil, fmt.Errorf("%w: its directory does not fit", ErrDamaged)
	}
	rest := data[headerSize : headerSize+length]
	for len(rest) > 0 {
		e, n := readEntry(rest)
		if n == 0 || !e.fits(len(data)) {
			return nil, fmt.Errorf("%w: its directory cannot be read", ErrDamaged)
		}
		f.entries[e.name] = e
		rest = rest[n:]
	}
	return f, nil
}

// readEntry reads the first entry of a directory and says how long it is; 0
// if it does not fit.
func readEntry(d []byte) (entry, int) {
	if len(d) < 2 {
		return entry{}, 0
	}
	at := 2 + int(binary.LittleEndian.Uint16(d))
	if len(d) < at+2 {
		return entry{}, 0
	}
	e := entry{name: string(d[2:at]), kind: kind(d[at])}
	dims := int(d[at+1])
	at += 2
	if len(d) < at+4*dims+16 {
		return entry{}, 0
	}
	for range dims {
		e.shape = append(e.shape, int(binary.LittleEndian.Uint32(d[at:])))
		at += 4
	}
	offset, length := binary.LittleEndian.Uint64(d[at:]), binary.LittleEndian.Uint64(d[at+8:])
	if offset > math.MaxInt32 || length > math.MaxInt32 {
		return entry{}, 0
	}
	e.offset, e.length = int(offset), int(length)
	return e, at + 16
}

// fits says whether the section lies inside a file of that many bytes and is
// as long as its shape asks.
func (e entry) fits(fileLength int) bool {
	if e.offset+e.length > fileLength {
		return false
	}
	return e.kind != kindTensor || size(e.shape)*4 == e.length
}

// Version is the version of the content, as its writer set it.
func (f *File) Version() uint32 { return f.version }

// Names returns the names of all sections, sorted.
func (f *File) Names() []string {
	names := make([]string, 0, len(f.entries))
	for name := range f.entries {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Bytes returns a section of raw bytes.
func (f *File) Bytes(name string) ([]byte, error) {
	e, ok := f.entries[name]
	if !ok || e.kind != kindBytes {
		return nil, fmt.Errorf("%w: %s", ErrNoSection, name)
	}
	return f.data[e.offset : e.offset+e.length : e.offset+e.length], nil
}

// Tensor returns a section of float32 values that must have the shape given;
// -1 stands for any number.
func (f *File) Tensor(name string, shape ...int) (Tensor, error) {
	e, ok := f.entries[name]
	if !ok || e.kind != kindTensor {
		return Tensor{}, fmt.Errorf("%w: %s", ErrNoSection, name)
	}
	if !matches(e.shape, shape) {
		return Tensor{}, fmt.Errorf("%w: %s has the shape %v, not %v", ErrDamaged, name, e.shape, shape)
	}
	return Tensor{e.shape, floats(f.data[e.offset : e.offset+e.length])}, nil
}

func matches(shape, want []int) bool {
	if len(shape) != len(want) {
		return false
	}
	for i := range want {
		if want[i] != -1 && want[i] != shape[i] {
			return false
		}
	}
	return true
}

// floats reads little-endian float32 values: as a view of the same memory
// where the machine allows it, else as a copy.
func floats(b []byte) []float32 {
	if len(b) == 0 {
		return nil
	}
	if littleEndian() && uintptr(unsafe.Pointer(&b[0]))%4 == 0 {
		return unsafe.Slice((*float32)(unsafe.Pointer(&b[0])), len(b)/4)
	}
	values := make([]float32, len(b)/4)
	for i := range values {
		values[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return values
}

func littleEndian() bool {
	one := uint16(1)
	return *(*byte)(unsafe.Pointer(&one)) == 1
}
