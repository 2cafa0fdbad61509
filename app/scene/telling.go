package scene

import (
	"math"

	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// What a graph made by a machine opens on, so that it can be read.
const (
	// OpenWhole is the most things that are shown all at once.
	OpenWhole = 120
	// OpenOn is how many of more things are shown, and how many "Show more"
	// adds.
	OpenOn = 40
)

// turns is the order in which kinds are chosen after the first thing. No kind
// crowds out the others: countries have the most links everywhere.
var turns = [...]graphmodel.Kind{graphmodel.Person, graphmodel.Measure, graphmodel.Organisation, graphmodel.Country}

// Telling are the ids of the most telling things beside those chosen already,
// at most n, in the order they were found. Only links that the filter lets
// through count; things without one are never telling.
//
// A thing tells as much as its links weigh, each the less the more links its
// other end has. The thing that tells most comes first; after it the kinds
// take turns, each with the thing that tells most and is bound most closely to
// those chosen. Where nothing more hangs together with these, the rest of the
// graph begins in the same way.
func Telling(g *graphmodel.Graph, f Filter, chosen []string, n int) []string {
	f.Only, f.Unlinked = nil, true
	c := newChooser(New(everywhere(g, f)))
	for _, id := range chosen {
		if i, ok := c.m.index[id]; ok {
			c.take(i)
		}
	}
	var ids []string
	for len(ids) < n {
		i := c.next()
		if i < 0 {
			break
		}
		c.take(i)
		ids = append(ids, c.m.nodes[i].id)
	}
	return ids
}

// everywhere is a graph with a place for each of its things, all the same:
// enough to ask what would be drawn.
func everywhere(g *graphmodel.Graph, f Filter) Input {
	in := Input{Graph: g, Positions: map[string]layout.Point{}, Filter: f}
	if g == nil {
		return in
	}
	for _, e := range g.Entities() {
		in.Positions[e.ID] = layout.Point{}
	}
	return in
}

// chooser chooses things one after the other.
type chooser struct {
	m     *Model
	tells []float64 // by thing
	bound []float64 // by thing: the weight of its pairs with those chosen
	taken []bool
	turn  int // of turns
}

func newChooser(m *Model) *chooser {
	n := len(m.nodes)
	c := &chooser{m: m, tells: make([]float64, n), bound: make([]float64, n), taken: make([]bool, n)}
	for i := range m.nodes {
		for _, p := range m.nodes[i].pairs {
			other := &m.nodes[m.pairs[p].other(i)]
			c.tells[i] += m.pairs[p].weight / math.Sqrt(float64(other.n))
		}
	}
	return c
}

func (c *chooser) take(i int) {
	c.taken[i] = true
	for _, p := range c.m.nodes[i].pairs {
		c.bound[c.m.pairs[p].other(i)] += c.m.pairs[p].weight
	}
}

// next is the thing to take, or -1: of the kind whose turn it is, or of the
// first one after it that is bound to those chosen.
func (c *chooser) next() int {
	for k := range turns {
		turn := (c.turn + k) % len(turns)
		if i := c.best(func(i int) bool { return c.bound[i] > 0 && c.m.nodes[i].kind == turns[turn] }); i >= 0 {
			c.turn = turn + 1
			return i
		}
	}
	return c.best(func(int) bool { return true })
}

// best is the thing with the most to tell among those asked for, or -1.
func (c *chooser) best(among func(i int) bool) int {
	best, most := -1, 0.0
	for _, i := range c.m.order {
		if c.taken[i] || !among(i) {
			continue
		}
		if v := c.tells[i] + min(c.tells[i], c.bound[i]); v > most {
			best, most = i, v
		}
	}
	return best
}
