package session

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"byline/app/scene"
	"byline/graphmodel"
)

// sight is what of the graph is drawn: what the filter lets through, and how
// much of a graph that is too large to be read as a whole.
type sight struct {
	Filter scene.Filter
	Whole  bool     // all of a large graph, because a person asked for that
	More   int      // things beyond those that it opens on
	Also   []string // ids of others
}

// startSight is what a project opens with.
func startSight() sight { return sight{Filter: scene.StartFilter()} }

// of are the ids of the things of g that are drawn if the filter lets them
// through, or nil for all.
func (s sight) of(g *graphmodel.Graph) map[string]bool {
	if things, _ := g.Size(); s.Whole || things <= scene.OpenWhole {
		return nil
	}
	only := map[string]bool{}
	for _, id := range scene.Telling(g, scene.StartFilter(), nil, scene.OpenOn+s.More) {
		only[id] = true
	}
	for _, id := range s.Also {
		only[id] = true
	}
	return only
}

// asMuch reports whether both draw as much of a large graph.
func (s sight) asMuch(o sight) bool {
	return s.Whole == o.Whole && s.More == o.More && slices.Equal(s.Also, o.Also)
}

// sightSetting is the name under which the file holds the sight, as JSON.
const sightSetting = "sight"

// settings are the document's, as the file holds them.
func (d *document) settings() map[string]string {
	return map[string]string{sightSetting: asJSON(d.sight)}
}

// sightFrom reads what a file holds. What it does not understand, of a newer
// version, it leaves at the start's.
func sightFrom(settings map[string]string) sight {
	var s sight
	if json.Unmarshal([]byte(settings[sightSetting]), &s) != nil {
		return startSight()
	}
	return s
}

// Show draws the graph through another filter, and these things of a large
// graph too.
func (s *Session) Show(label string, f scene.Filter, also ...string) {
	s.look(label, func(g *sight) {
		g.Filter = f
		if s.only != nil {
			g.Also = slices.Concat(g.Also, also)
		}
	})
}

// ShowAll draws everything that there is.
func (s *Session) ShowAll() {
	s.look("Show all", func(g *sight) {
		g.Filter = scene.Filter{Unlinked: true, AllLines: g.Filter.AllLines}
		g.Whole = true
	})
}

// ShowMore draws more of a large graph: those that tell most of the others.
func (s *Session) ShowMore() {
	s.look(fmt.Sprintf("Show %d more", scene.OpenOn), func(g *sight) { g.More += scene.OpenOn })
}

// look changes what is drawn. A project that cannot be changed can be looked
// at all the same; that is no step then, and it is not kept.
func (s *Session) look(label string, change func(*sight)) {
	s.mu.Lock()
	defer s.unlock()
	next := s.doc.sight
	change(&next)
	if s.closed || reflect.DeepEqual(next, s.doc.sight) {
		return
	}
	seen := func(d *document) {
		d.laid = d.laid && next.asMuch(d.sight)
		d.sight = next
	}
	if s.why != "" {
		s.set(s.doc.with(seen))
		return
	}
	s.do(label, seen)
}

// placed are the ids of the graph's things that want a place, sorted: those
// that are drawn.
func placed(g *graphmodel.Graph, only map[string]bool) []string {
	return slices.DeleteFunc(idsOf(g), func(id string) bool { return only != nil && !only[id] })
}
