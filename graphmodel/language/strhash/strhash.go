// Package strhash gives strings the 64-bit ids that the language model was
// trained with: the small number of a symbol for the model's own names, else
// MurmurHash64A of the UTF-8 bytes with seed 1.
//
// It owns the ids of strings. It refuses to turn an id back into a string:
// nothing at run time needs that, and the table for it would be a megabyte.
package strhash

import "encoding/binary"

const (
	seed       = 1
	multiplier = 0xc6a4a7935bd1e995
	shift      = 47
)

// ID returns the id of s; the empty string has id 0.
func ID(s string) uint64 {
	if s == "" {
		return 0
	}
	if n, ok := symbol(s); ok {
		return n
	}
	return Murmur64A(s, seed)
}

// Murmur64A is MurmurHash64A (Austin Appleby) of the bytes of s.
func Murmur64A(s string, seed uint64) uint64 {
	h := seed ^ uint64(len(s))*multiplier
	for len(s) >= 8 {
		k := load64(s)
		k *= multiplier
		k ^= k >> shift
		k *= multiplier
		h ^= k
		h *= multiplier
		s = s[8:]
	}
	if len(s) > 0 {
		var tail [8]byte
		copy(tail[:], s)
		h ^= binary.LittleEndian.Uint64(tail[:])
		h *= multiplier
	}
	h ^= h >> shift
	h *= multiplier
	h ^= h >> shift
	return h
}

// load64 reads the first eight bytes of s as a little-endian number.
func load64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
