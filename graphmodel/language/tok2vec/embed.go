package tok2vec

import "math/bits"

// keys hashes a feature with a table's seed: MurmurHash3 x64-128 of the eight
// bytes of the feature, cut into four numbers of 32 bits.
func keys(feature, seed uint64) [4]uint32 {
	h1 := bits.RotateLeft64(feature*0x87c37b91114253d5, 31)*0x4cf5ad432745937f ^ seed ^ 8
	h2 := seed ^ 8
	h1 += h2
	h2 += h1
	h1, h2 = finish(h1), finish(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

func finish(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// pick returns the four rows of the table that stand for a feature.
func (t *table) pick(feature uint64) [4]uint32 {
	rows := keys(feature, t.seed)
	for i := range rows {
		rows[i] = uint32(uint64(rows[i]) % t.rows)
	}
	return rows
}
