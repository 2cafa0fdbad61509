package session

import (
	"fmt"
	"slices"

	"byline/app/scene"
	"byline/graphmodel"
)

// opening is how much of a graph is drawn that is too large to be read as a
// whole: the things that tell most, and those that a person asked for.
type opening struct {
	whole bool     // all of it, because a person asked for that
	more  int      // things beyond those that it opens on
	also  []string // ids of others
}

// of are the ids of the things of g that are drawn, or nil for all.
func (o opening) of(g *graphmodel.Graph) map[string]bool {
	if things, _ := g.Size(); o.whole || things <= scene.OpenWhole {
		return nil
	}
	only := map[string]bool{}
	for _, id := range scene.Telling(g, scene.StartFilter(), nil, scene.OpenOn+o.more) {
		only[id] = true
	}
	for _, id := range o.also {
		only[id] = true
	}
	return only
}

// ShowMore draws more of a large graph: those that tell most of the others.
func (s *Session) ShowMore() {
	s.open(fmt.Sprintf("Show %d more", scene.OpenOn), func(o *opening) { o.more += scene.OpenOn })
}

// ShowWhole draws all of a large graph.
func (s *Session) ShowWhole() { s.open("Show all", func(o *opening) { o.whole = true }) }

// ShowAlso draws these things of a large graph too.
func (s *Session) ShowAlso(ids []string) {
	s.open("Show "+thingsInWords(len(ids)), func(o *opening) { o.also = slices.Concat(o.also, ids) })
}

// open changes how much of a large graph is drawn.
func (s *Session) open(label string, change func(*opening)) {
	s.mu.Lock()
	defer s.unlock()
	if s.only == nil || s.refuse() {
		return
	}
	s.do(label, func(d *document) {
		change(&d.opening)
		d.laid = false
	})
}

// placed are the ids of the graph's things that want a place, sorted: those
// that are drawn.
func placed(g *graphmodel.Graph, only map[string]bool) []string {
	return slices.DeleteFunc(idsOf(g), func(id string) bool { return only != nil && !only[id] })
}

func thingsInWords(n int) string {
	if n == 1 {
		return "1 thing"
	}
	return fmt.Sprintf("%d things", n)
}
