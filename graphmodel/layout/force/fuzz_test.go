package force_test

import (
	"testing"

	"byline/graphmodel/layout"
	"byline/graphmodel/layout/force"
)

// problemOf reads a small problem out of any bytes.
func problemOf(data []byte) layout.Problem {
	at := 0
	next := func() int {
		if at >= len(data) {
			return 0
		}
		at++
		return int(data[at-1])
	}
	n := next() % 24
	p := layout.Problem{Aspect: float64(next()) / 64, Seed: uint64(next())}
	for range n {
		p.Boxes = append(p.Boxes, layout.Box{Radius: float64(next() % 40), Width: float64(next()), Height: float64(next() % 90)})
	}
	for range next() % 48 {
		p.Edges = append(p.Edges, layout.Edge{From: next()%26 - 1, To: next()%26 - 1, Weight: float64(next()-20) / 8})
	}
	if next()%2 == 0 {
		return p
	}
	for range n {
		p.Start = append(p.Start, layout.Point{X: float64(next() * 4), Y: float64(next() * 4)})
		flags := next()
		p.New = append(p.New, flags&1 == 1)
		p.Pinned = append(p.Pinned, flags&6 == 6)
	}
	return p
}

func FuzzPlaces(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x09a bit of text makes a graph as good as another one does"))
	f.Add([]byte("\x05\x40\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x06\x01\x02\x1c\x02\x03\x1c\x03\x04\x1c"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := problemOf(data)
		at := run(t, p)
		steps := 0
		for s := force.New(p); s.Step(); steps++ {
			if steps > 100_000 {
				t.Fatal("it does not end")
			}
		}
		for i := range p.Start {
			if p.Pinned[i] && at[i] != p.Start[i] {
				t.Errorf("pinned node %d went from %v to %v", i, p.Start[i], at[i])
			}
		}
	})
}
