package scene

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// Limits of what is drawn and how large.
const (
	maxLines       = 12000
	linesPerThing  = 2
	boldNames      = 12
	boldFrom       = 8 // neighbours
	islandsFrom    = 200
	smallestIsland = 12
	farthest       = 1e7 // a place from the middle of the world
)

// Model is a graph made ready for drawing: everything that does not change
// with the camera. It is not safe for concurrent use.
type Model struct {
	nodes  []node
	pairs  []pair
	index  map[string]int // of nodes by id
	order  []int          // nodes by number of neighbours, then name, then id
	firsts []int          // of the large groups, in that order
	counts Counts
	bounds Rect // of the shown nodes' places
	memory memory
}

type node struct {
	id, name string
	kind     graphmodel.Kind
	sort     graphmodel.MeasureSort
	sign     SignName
	letters  string // drawn as the sign where there is no picture for it
	detail   string // what the card says under the name
	n        int    // things linked to it, hidden ones too
	r        float64
	bold     bool
	group    bool // the first of a large group
	text     label
	shown    bool
	faded    bool // nothing of it passes the sieve
	pinned   bool
	fresh    bool
	hidden   int // neighbours that are folded away
	at       layout.Point
	pairs    []int // of Model.pairs, shown ones
	links    int
	articles int
}

type link struct {
	key     graphmodel.Key
	from    int
	to      int
	status  graphmodel.Status
	origins int
	weight  float64
	width   float64
	weak    bool
	twoWay  bool
	faded   bool // it does not pass the sieve
}

// pair is the links between two things that the filter lets through, the best
// first.
type pair struct {
	a, b   int
	links  []link
	weight float64
	drawn  bool // among the lines drawn without being asked for
}

// New prepares a graph for drawing.
func New(in Input) *Model {
	m := &Model{index: map[string]int{}}
	if in.Graph == nil {
		return m
	}
	entities, links := in.Graph.Entities(), in.Graph.Links()
	m.addNodes(entities)
	all := m.pairUp(links, in)
	m.measure(all)
	m.sift(all, in.Filter.Sieve)
	m.show(in, all)
	m.keepPairs(all, in.Filter)
	m.choose(in.Filter)
	m.nameGroups()
	m.findBounds()
	return m
}

func (m *Model) addNodes(entities []graphmodel.Entity) {
	m.nodes = make([]node, len(entities))
	for i, e := range entities {
		sign, letters := signOf(e)
		m.nodes[i] = node{
			id: e.ID, name: plainName(e.Name), kind: e.Kind, sort: e.MeasureSort,
			sign: sign, letters: letters, detail: detailOf(e), articles: e.Articles(),
		}
		m.index[e.ID] = i
	}
}

// detailOf is the second line of a thing's card.
func detailOf(e graphmodel.Entity) string {
	switch e.Kind {
	case graphmodel.Measure:
		words := []string{"measure"}
		if e.MeasureSort != "" {
			words[0] = strings.ToLower(sortWords(e.MeasureSort))
		}
		if n := len(e.Statuses); n > 0 {
			words = append(words, e.Statuses[n-1].Word)
		}
		if e.Amount != "" {
			words = append(words, e.Amount)
		}
		return strings.Join(words, " · ")
	case graphmodel.Person:
		if len(e.Roles) > 0 {
			return e.Roles[0].Title
		}
	}
	return string(e.Kind)
}

// pairUp gathers the links of each two things, by their indices.
func (m *Model) pairUp(links []graphmodel.Link, in Input) []pair {
	at := map[[2]int]int{}
	var pairs []pair
	for _, l := range links {
		from, okFrom := m.index[l.From]
		to, okTo := m.index[l.To]
		if !okFrom || !okTo || from == to {
			continue
		}
		ends := [2]int{min(from, to), max(from, to)}
		i, ok := at[ends]
		if !ok {
			i = len(pairs)
			at[ends] = i
			pairs = append(pairs, pair{a: ends[0], b: ends[1]})
		}
		drawn := newLink(l, from, to)
		drawn.faded = !in.Filter.Sieve.Passes(l, in.Outlets)
		pairs[i].links = append(pairs[i].links, drawn)
	}
	return pairs
}

func newLink(l graphmodel.Link, from, to int) link {
	n := max(l.Articles(), 1)
	out := link{key: l.Key(), from: from, to: to, status: l.Status(), origins: n, weak: l.Type.Weak(), twoWay: l.Type.Undirected()}
	strength := 2.0
	out.width = math.Min(4, 1.5+0.75*math.Log2(float64(n)))
	if out.weak {
		strength = 0.5
		out.width = math.Min(2, out.width) - 0.5
	}
	out.weight = strength * (1 + math.Log2(float64(n)))
	return out
}

// measure counts neighbours and sets radii, the bold names and the order in
// which things are named.
func (m *Model) measure(pairs []pair) {
	for _, p := range pairs {
		m.nodes[p.a].n++
		m.nodes[p.b].n++
		m.nodes[p.a].links += len(p.links)
		m.nodes[p.b].links += len(p.links)
	}
	most := 1
	m.order = make([]int, len(m.nodes))
	for i := range m.nodes {
		most = max(most, m.nodes[i].n)
		m.order[i] = i
	}
	factor := math.Min(3.5, 20/math.Sqrt(float64(most)))
	slices.SortFunc(m.order, func(a, b int) int {
		x, y := &m.nodes[a], &m.nodes[b]
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.name, y.name), cmp.Compare(x.id, y.id))
	})
	for place, i := range m.order {
		n := &m.nodes[i]
		n.r = 10 + math.Sqrt(float64(n.n))*factor
		n.bold = place < boldNames && place < (len(m.nodes)+4)/5 && n.n >= boldFrom
		n.text = n.set(n.bold)
	}
}

// sift marks the things of which nothing passes the sieve.
func (m *Model) sift(pairs []pair, s Sieve) {
	if s.Open() {
		return
	}
	for i := range m.nodes {
		m.nodes[i].faded = true
	}
	for _, p := range pairs {
		for _, l := range p.links {
			if !l.faded {
				m.nodes[p.a].faded, m.nodes[p.b].faded = false, false
			}
		}
	}
}

// set sets the name of the thing, regular or bold.
func (n *node) set(bold bool) label {
	if bold {
		return setLabel(n.name, boldSize, true)
	}
	return setLabel(n.name, labelSize, false)
}

// show decides which things are drawn, and counts those folded away.
func (m *Model) show(in Input, pairs []pair) {
	f := in.Filter
	islands := islandSizes(len(m.nodes), pairs)
	folded := make([]bool, len(m.nodes))
	for i := range m.nodes {
		n := &m.nodes[i]
		place, placed := in.Positions[n.id]
		n.at, n.pinned, n.fresh = place, in.Pinned[n.id], in.Fresh[n.id]
		folded[i] = f.Hidden[n.id] || (f.Only != nil && !f.Only[n.id])
		lonely := n.n == 0 || (len(m.nodes) > islandsFrom && islands[i] < smallestIsland)
		if f.Only[n.id] {
			lonely = false
		}
		n.shown = placed && isPlace(place) && !folded[i] && !f.HiddenKinds[n.kind] && (!lonely || f.Unlinked)
		n.shown = n.shown && (!n.faded || !f.Sieve.Hide)
		m.counts.add(n)
	}
	m.countFolded(folded, pairs)
}

func (c *Counts) add(n *node) {
	c.Things++
	if n.shown {
		c.Shown++
	}
	if n.shown && n.faded {
		c.Faded++
	}
	if n.n == 0 {
		c.Unlinked++
	}
}

// isPlace reports whether a thing can be drawn there: a file from elsewhere may
// hold what is no number.
func isPlace(p layout.Point) bool {
	return math.Abs(p.X) <= farthest && math.Abs(p.Y) <= farthest
}

// countFolded tells every thing how many of its neighbours are folded away.
func (m *Model) countFolded(folded []bool, pairs []pair) {
	for _, p := range pairs {
		if folded[p.b] {
			m.nodes[p.a].hidden++
		}
		if folded[p.a] {
			m.nodes[p.b].hidden++
		}
	}
}

// islandSizes gives for every node how many hang together with it.
func islandSizes(n int, pairs []pair) []int {
	root := make([]int, n)
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, p := range pairs {
		a, b := find(p.a), find(p.b)
		root[max(a, b)] = min(a, b)
	}
	sizes := make([]int, n)
	for i := range root {
		sizes[find(i)]++
	}
	out := make([]int, n)
	for i := range out {
		out[i] = sizes[find(i)]
	}
	return out
}

// keepPairs keeps the pairs of shown things with the links that the filter
// lets through, the best link first.
func (m *Model) keepPairs(all []pair, f Filter) {
	for _, p := range all {
		if !m.nodes[p.a].shown || !m.nodes[p.b].shown {
			continue
		}
		kept := pair{a: p.a, b: p.b}
		for _, l := range p.links {
			if f.HiddenStatuses[l.status] || (l.faded && f.Sieve.Hide) {
				continue
			}
			kept.links = append(kept.links, l)
			if !l.faded {
				kept.weight += l.weight
			}
		}
		if len(kept.links) == 0 {
			continue
		}
		slices.SortStableFunc(kept.links, func(x, y link) int {
			return cmp.Or(order(x.faded, y.faded), cmp.Compare(y.weight, x.weight))
		})
		m.nodes[p.a].pairs = append(m.nodes[p.a].pairs, len(m.pairs))
		m.nodes[p.b].pairs = append(m.nodes[p.b].pairs, len(m.pairs))
		m.pairs = append(m.pairs, kept)
	}
	m.counts.Lines = len(m.pairs)
}

// order puts false before true.
func order(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

func (m *Model) findBounds() {
	m.bounds = Rect{}
	for i := range m.nodes {
		if n := &m.nodes[i]; n.shown {
			m.bounds = m.bounds.around(n.box())
		}
	}
}

// box is the room of the thing in the world: its shape and, below it, its name.
func (n *node) box() Rect {
	w := math.Max(2*n.r, n.text.width())
	return Rect{n.at.X - w/2, n.at.Y - 1.1*n.r, w, 2.2*n.r + n.text.height()}
}

// Bounds is the box of all that is drawn, in the world.
func (m *Model) Bounds() Rect { return m.bounds }

// Counts says how much of the graph is drawn.
func (m *Model) Counts() Counts { return m.counts }

// Place gives a thing another place, as long as it is being dragged.
func (m *Model) Place(id string, at layout.Point) {
	if i, ok := m.index[id]; ok {
		m.nodes[i].at = at
	}
}

// At is the place of a thing, and whether it is drawn.
func (m *Model) At(id string) (layout.Point, bool) {
	i, ok := m.index[id]
	if !ok {
		return layout.Point{}, false
	}
	return m.nodes[i].at, m.nodes[i].shown
}

// IDs are the ids of the things drawn, sorted.
func (m *Model) IDs() []string {
	var ids []string
	for i := range m.nodes {
		if m.nodes[i].shown {
			ids = append(ids, m.nodes[i].id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Neighbours are the ids of the drawn things linked to it by a link that the
// filter lets through, sorted.
func (m *Model) Neighbours(id string) []string {
	i, ok := m.index[id]
	if !ok {
		return nil
	}
	var ids []string
	for _, p := range m.nodes[i].pairs {
		ids = append(ids, m.nodes[m.pairs[p].other(i)].id)
	}
	slices.Sort(ids)
	return ids
}

func (p pair) other(i int) int {
	if p.a == i {
		return p.b
	}
	return p.a
}
