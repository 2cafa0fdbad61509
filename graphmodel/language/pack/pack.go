// Package pack is the compact file that holds a language model: named
// sections, each raw bytes or a tensor of float32, behind a header with a
// version and a checksum.
//
// It owns the file's layout and hands out views of it without copying the
// weights. It refuses to know what a section means: that belongs to the
// package that loads it.
//
// The layout, all numbers little endian:
//
//	0   8 bytes   "BYLINELM"
//	8   uint32    version of the content, set by the writer
//	12  uint32    length of the directory
//	16  uint64    length of the whole file
//	24  uint32    CRC-32C of everything from byte 64 on
//	28  36 bytes  zero
//	64  directory, then the sections, each on a multiple of 64 bytes
//
// An entry of the directory is: uint16 length of the name, the name, a byte
// for the kind, a byte for the number of dimensions, that many uint32
// dimensions, uint64 offset, uint64 length.
package pack

import (
	"errors"
	"hash/crc32"
)

// What can be wrong with a model file.
var (
	// ErrForeign: the bytes are not a model file.
	ErrForeign = errors.New("this is not a language model file")
	// ErrDamaged: the file was cut short or changed.
	ErrDamaged = errors.New("the language model file is damaged")
	// ErrNoSection: the file holds no section of that name and kind.
	ErrNoSection = errors.New("the language model lacks a part")
	// ErrTwice: a writer was given the same name twice.
	ErrTwice = errors.New("two parts of the language model have the same name")
)

const (
	magic      = "BYLINELM"
	headerSize = 64
	alignment  = 64
)

// kind says what a section holds.
type kind byte

const (
	kindBytes  kind = 1
	kindTensor kind = 2
)

// Tensor is an array of float32 in row-major order.
type Tensor struct {
	Shape []int
	Data  []float32
}

// size is the number of values that a shape holds, or -1 if that is no
// sensible number.
func size(shape []int) int {
	n := 1
	for _, d := range shape {
		if d < 0 || (d > 0 && n > (1<<40)/d) {
			return -1
		}
		n *= d
	}
	return n
}

func checksum(body []byte) uint32 {
	return crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli))
}

func aligned(n int) int { return (n + alignment - 1) &^ (alignment - 1) }
