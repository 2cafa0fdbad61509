package tok2vec

import "sync"

// Most tokens of a text were seen before, so mixed vectors are kept. A shard
// that is full is emptied: a vector costs the same whether it was kept or
// not, so this shows in the time only.
const (
	shards    = 16
	shardSize = 1024 // vectors
)

// cache keeps the mixer's vector of each set of features.
type cache struct{ shards [shards]shard }

type shard struct {
	mu     sync.RWMutex
	places map[Features]int
	values []float32
}

func newCache() *cache {
	c := &cache{}
	for i := range c.shards {
		c.shards[i].places = map[Features]int{}
	}
	return c
}

func (c *cache) shard(f Features) *shard {
	h := (f[Norm] ^ f[Shape] ^ f[Suffix] ^ f[Spacy]) * 0x9e3779b97f4a7c15
	return &c.shards[h>>60]
}

// get copies the vector of f to out and says whether it was there.
func (c *cache) get(f Features, out []float32) bool {
	s := c.shard(f)
	s.mu.RLock()
	defer s.mu.RUnlock()
	at, ok := s.places[f]
	if ok {
		copy(out, s.values[at*Width:(at+1)*Width])
	}
	return ok
}

func (c *cache) put(f Features, vector []float32) {
	s := c.shard(f)
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.places[f]; ok {
		return
	}
	if len(s.places) >= shardSize {
		clear(s.places)
		s.values = s.values[:0]
	}
	s.places[f] = len(s.places)
	s.values = append(s.values, vector[:Width]...)
}
