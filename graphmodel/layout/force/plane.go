package force

// plane is a set of squares, kept in tiles of 64 by 64.
type plane struct {
	tiles map[[2]int32]*tile
	at    [2]int32 // the tile looked at last: most questions are about its squares
	last  *tile
}

type tile [64]uint64

func newPlane() *plane { return &plane{tiles: map[[2]int32]*tile{}} }

// find returns the tile that holds the square, nil where there is none yet.
func (p *plane) find(x, y int32) *tile {
	at := [2]int32{x >> 6, y >> 6}
	if p.last == nil || p.at != at {
		p.at, p.last = at, p.tiles[at]
	}
	return p.last
}

// has reports whether the square is in the set.
func (p *plane) has(x, y int32) bool {
	t := p.find(x, y)
	return t != nil && t[y&63]>>(x&63)&1 == 1
}

// add puts the square in and reports whether it is new.
func (p *plane) add(x, y int32) bool {
	t := p.find(x, y)
	if t == nil {
		t = &tile{}
		p.tiles[p.at], p.last = t, t
	}
	row, bit := &t[y&63], uint64(1)<<(x&63)
	if *row&bit != 0 {
		return false
	}
	*row |= bit
	return true
}
