package graphmodel

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/dominikbraun/graph"
)

// Graph holds entities and the links between them. Its vertices and edges lie
// in a directed dominikbraun/graph with one edge for an ordered pair; all
// links of that pair are bundled in the edge's data.
//
// One mutex guards everything, because that library's RemoveVertex writes
// under a read lock. Every list comes out sorted, because its own come out in
// the random order of a map. What a method returns is a copy the caller may
// keep. A Graph is safe for concurrent use.
type Graph struct {
	mu       sync.RWMutex
	g        graph.Graph[string, Entity]
	revision int
	// adjacency is the library's map of the current revision: it copies the
	// whole graph on every call, so one is kept until the next change.
	adjacency    map[string]map[string]graph.Edge[string]
	predecessors map[string]map[string]graph.Edge[string]
}

// bundle is what one edge carries: all links of its ordered pair, by type.
type bundle []Link

// NewGraph returns an empty graph.
func NewGraph() *Graph {
	return &Graph{g: graph.New(func(e Entity) string { return e.ID }, graph.Directed())}
}

// Revision counts the changes made so far.
func (g *Graph) Revision() int {
	g.mu.RLock()
	defer g.mu.RUnlock()
	return g.revision
}

func (g *Graph) changed() {
	g.revision++
	g.adjacency, g.predecessors = nil, nil
}

// AddEntity puts e in. It returns ErrDuplicate if the id is taken.
func (g *Graph) AddEntity(e Entity) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	err := g.g.AddVertex(copyEntity(e))
	if errors.Is(err, graph.ErrVertexAlreadyExists) {
		return fmt.Errorf("adding %q: %w", e.ID, ErrDuplicate)
	}
	if err != nil {
		return fmt.Errorf("adding %q: %w", e.ID, err)
	}
	g.changed()
	return nil
}

// AddLink puts l in. A link of the same ends and type that is there already
// takes over the new evidence, and is by hand only if both are. It returns ErrNoEntity, ErrUnfit or
// ErrNoEvidence if the link cannot stand; a link drawn by hand needs no
// evidence. A link of a type without direction is kept with the smaller id
// first, so that it is one link whichever end a sentence names first.
func (g *Graph) AddLink(l Link) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	l = l.Canonical()
	if err := g.check(l); err != nil {
		return fmt.Errorf("adding the link %s %s %s: %w", l.From, l.Type, l.To, err)
	}
	edge, err := g.g.Edge(l.From, l.To)
	switch {
	case errors.Is(err, graph.ErrEdgeNotFound):
		err = g.g.AddEdge(l.From, l.To, graph.EdgeData(bundle{fresh(l)}))
	case err == nil:
		err = g.g.UpdateEdge(l.From, l.To, graph.EdgeData(merged(edge.Properties.Data.(bundle), l)))
	}
	if err != nil {
		return fmt.Errorf("adding the link %s %s %s: %w", l.From, l.Type, l.To, err)
	}
	g.changed()
	return nil
}

func (g *Graph) check(l Link) error {
	from, err := g.g.Vertex(l.From)
	if err != nil {
		return fmt.Errorf("%q: %w", l.From, ErrNoEntity)
	}
	to, err := g.g.Vertex(l.To)
	if err != nil {
		return fmt.Errorf("%q: %w", l.To, ErrNoEntity)
	}
	if l.From == l.To || !l.Type.Fits(from.Kind, to.Kind) {
		return fmt.Errorf("from a %s to a %s: %w", from.Kind, to.Kind, ErrUnfit)
	}
	if len(l.Evidence) == 0 && !l.ByHand {
		return ErrNoEvidence
	}
	return nil
}

// merged returns the pair's links with l among them.
func merged(b bundle, l Link) bundle {
	out := slices.Clone(b)
	i := slices.IndexFunc(out, func(have Link) bool { return have.Type == l.Type })
	if i < 0 {
		out = append(out, fresh(l))
		slices.SortFunc(out, func(a, b Link) int { return cmp.Compare(a.Type, b.Type) })
		return out
	}
	have := copyLink(out[i])
	have.ByHand = have.ByHand && l.ByHand
	have.Reason = cmp.Or(have.Reason, l.Reason)
	have.Evidence = withoutTwins(append(have.Evidence, l.Evidence...))
	out[i] = have
	return out
}

// fresh returns a link of its own that says each sentence once.
func fresh(l Link) Link {
	l.Evidence = withoutTwins(l.Evidence)
	return l
}

// withoutTwins keeps the first of equal evidences, in their order.
func withoutTwins(all []Evidence) []Evidence {
	if len(all) == 0 {
		return nil
	}
	kept := make([]Evidence, 0, len(all))
	seen := make(map[Evidence]bool, len(all))
	for _, e := range all {
		if !seen[e] {
			seen[e] = true
			kept = append(kept, e)
		}
	}
	return kept
}

// RemoveEntity takes out an entity and every link it has.
func (g *Graph) RemoveEntity(id string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if _, err := g.g.Vertex(id); err != nil {
		return fmt.Errorf("removing %q: %w", id, ErrNoEntity)
	}
	out, in := g.maps()
	for to := range out[id] {
		if err := g.g.RemoveEdge(id, to); err != nil {
			return fmt.Errorf("removing %q: %w", id, err)
		}
	}
	for from := range in[id] {
		if err := g.g.RemoveEdge(from, id); err != nil {
			return fmt.Errorf("removing %q: %w", id, err)
		}
	}
	if err := g.g.RemoveVertex(id); err != nil {
		return fmt.Errorf("removing %q: %w", id, err)
	}
	g.changed()
	return nil
}

// RemoveLink takes out one link.
func (g *Graph) RemoveLink(k Key) error {
	k = k.canonical()
	g.mu.Lock()
	defer g.mu.Unlock()
	missing := fmt.Errorf("removing the link %s %s %s: %w", k.From, k.Type, k.To, ErrNoLink)
	edge, err := g.g.Edge(k.From, k.To)
	if err != nil {
		return missing
	}
	have := edge.Properties.Data.(bundle)
	left := slices.DeleteFunc(slices.Clone(have), func(l Link) bool { return l.Type == k.Type })
	switch len(left) {
	case len(have):
		return missing
	case 0:
		err = g.g.RemoveEdge(k.From, k.To)
	default:
		err = g.g.UpdateEdge(k.From, k.To, graph.EdgeData(left))
	}
	if err != nil {
		return fmt.Errorf("removing the link %s %s %s: %w", k.From, k.Type, k.To, err)
	}
	g.changed()
	return nil
}

// maps returns the adjacency and predecessor maps of this revision.
// The caller holds the write lock.
func (g *Graph) maps() (out, in map[string]map[string]graph.Edge[string]) {
	if g.adjacency == nil {
		// The library returns an error only for stores that can fail; the one
		// in memory cannot.
		g.adjacency, _ = g.g.AdjacencyMap()
		g.predecessors, _ = g.g.PredecessorMap()
	}
	return g.adjacency, g.predecessors
}

// Entity returns the entity of that id, or ErrNoEntity.
func (g *Graph) Entity(id string) (Entity, error) {
	g.mu.RLock()
	defer g.mu.RUnlock()
	e, err := g.g.Vertex(id)
	if err != nil {
		return Entity{}, fmt.Errorf("%q: %w", id, ErrNoEntity)
	}
	return copyEntity(e), nil
}

// Entities returns all entities, by id.
func (g *Graph) Entities() []Entity {
	g.mu.Lock()
	defer g.mu.Unlock()
	out, _ := g.maps()
	all := make([]Entity, 0, len(out))
	for id := range out {
		e, _ := g.g.Vertex(id)
		all = append(all, copyEntity(e))
	}
	slices.SortFunc(all, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// Links returns all links, by from, to and type.
func (g *Graph) Links() []Link {
	g.mu.Lock()
	defer g.mu.Unlock()
	out, _ := g.maps()
	var all []Link
	for _, row := range out {
		all = appendLinks(all, row)
	}
	return sortLinks(all)
}

// LinksOf returns the links that start or end at the entity, by from, to and
// type.
func (g *Graph) LinksOf(id string) []Link {
	g.mu.Lock()
	defer g.mu.Unlock()
	out, in := g.maps()
	return sortLinks(appendLinks(appendLinks(nil, out[id]), in[id]))
}

// Link returns one link, or ErrNoLink.
func (g *Graph) Link(k Key) (Link, error) {
	k = k.canonical()
	for _, l := range g.LinksOf(k.From) {
		if l.Key() == k {
			return l, nil
		}
	}
	return Link{}, fmt.Errorf("%s %s %s: %w", k.From, k.Type, k.To, ErrNoLink)
}

// Neighbours returns the ids of the things linked to the entity, sorted.
func (g *Graph) Neighbours(id string) []string {
	g.mu.Lock()
	defer g.mu.Unlock()
	out, in := g.maps()
	var ids []string
	for to := range out[id] {
		ids = append(ids, to)
	}
	for from := range in[id] {
		ids = append(ids, from)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Size returns the number of entities and of links.
func (g *Graph) Size() (entities, links int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	out, _ := g.maps()
	for _, row := range out {
		for _, e := range row {
			links += len(e.Properties.Data.(bundle))
		}
	}
	return len(out), links
}

func appendLinks(all []Link, row map[string]graph.Edge[string]) []Link {
	for _, e := range row {
		for _, l := range e.Properties.Data.(bundle) {
			all = append(all, copyLink(l))
		}
	}
	return all
}

func sortLinks(all []Link) []Link {
	slices.SortFunc(all, func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Type, b.Type))
	})
	return all
}

func copyEntity(e Entity) Entity {
	e.Names = slices.Clone(e.Names)
	e.Mentions = slices.Clone(e.Mentions)
	e.Roles = slices.Clone(e.Roles)
	e.Statuses = slices.Clone(e.Statuses)
	return e
}

func copyLink(l Link) Link {
	l.Evidence = slices.Clone(l.Evidence)
	return l
}
