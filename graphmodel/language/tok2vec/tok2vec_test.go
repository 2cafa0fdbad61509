package tok2vec

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/modeltest"
)

func randomFeatures(random *rand.Rand, n int) []Features {
	list := make([]Features, n)
	for i := range list {
		for c := range columns {
			list[i][c] = uint64(random.IntN(50)) // few values: most are seen again
		}
	}
	return list
}

// TestTogether checks that a text gets the same vectors alone and among
// others, from a full cache and an empty one.
func TestTogether(t *testing.T) {
	f := modeltest.File(t)
	for _, name := range []string{"tok2vec", "ner/tok2vec"} {
		m, err := Load(f, name)
		if err != nil {
			t.Fatal(err)
		}
		random := rand.New(rand.NewPCG(5, 6))
		lengths := []int{1, 0, 7, 130, 2, 47, 48, 49}
		all := randomFeatures(random, 284)
		var together, alone Scratch
		got := slices.Clone(m.Encode(kernel.Fastest(), &together, all, lengths))
		fresh, err := Load(f, name)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, n := range lengths {
			want := fresh.Encode(kernel.Fastest(), &alone, all[at:at+n], []int{n})
			if !slices.Equal(want, got[at*Width:(at+n)*Width]) {
				t.Errorf("%s: the text of %d tokens at %d has other vectors among others", name, n, at)
			}
			at += n
		}
		if again := m.Encode(kernel.Fastest(), &together, all, lengths); !slices.Equal(again, got) {
			t.Errorf("%s: the cache gives other vectors", name)
		}
	}
}

func TestCache(t *testing.T) {
	c := newCache()
	vector, out := make([]float32, Width), make([]float32, Width)
	if c.get(Features{1}, out) {
		t.Error("an empty cache has a vector")
	}
	const many = shards*shardSize + shards*shardSize/4 // some shards overflow
	var wait sync.WaitGroup
	for hand := range 2 {
		wait.Go(func() {
			in, back := make([]float32, Width), make([]float32, Width)
			for i := hand; i < many; i += 2 {
				f := Features{uint64(i) * 0x9e3779b97f4a7c15, uint64(i)}
				in[0], in[Width-1] = float32(i), -float32(i)
				c.put(f, in)
				if c.get(f, back) && !slices.Equal(in, back) {
					t.Errorf("vector %d came back changed", i)
				}
			}
		})
	}
	wait.Wait()
	kept := 0
	for i := range c.shards {
		s := &c.shards[i]
		if kept += len(s.places); len(s.places) > shardSize || len(s.values) != len(s.places)*Width {
			t.Errorf("shard %d keeps %d vectors in %d values", i, len(s.places), len(s.values))
		}
	}
	if kept == 0 {
		t.Error("nothing is kept")
	}
	f := Features{7, 7}
	vector[0] = 1
	c.put(f, vector)
	vector[0] = 2
	c.put(f, vector)
	if !c.get(f, out) || out[0] != 1 {
		t.Errorf("%v, want what was put first", out[0])
	}
}

// TestKeys compares with what the hash of the published library gives.
func TestKeys(t *testing.T) {
	for _, c := range []struct {
		feature, seed uint64
		want          [4]uint32
	}{
		{0, 8, [4]uint32{}},
		{1, 8, [4]uint32{1161550108, 2247783286, 1742325162, 1224191281}},
		{424, 8, [4]uint32{3700678904, 2545740933, 3403534708, 1671127752}},
		{1<<64 - 1, 8, [4]uint32{2488739950, 2974852181, 1585626277, 2314794624}},
		{12345678901234567, 11, [4]uint32{1904345115, 3987313826, 3516035276, 3117629555}},
	} {
		if got := keys(c.feature, c.seed); got != c.want {
			t.Errorf("%d with seed %d: %d, want %d", c.feature, c.seed, got, c.want)
		}
	}
}
