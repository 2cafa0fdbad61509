package session

import (
	"bytes"
	"maps"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/extract/compact"
	"byline/graphmodel/store"
)

// A large project keeps what was drawn of its graph when it was closed, so
// that there is something to see and to work on before the whole graph is
// there. It shows only if nothing has changed in the file since.

// glimpseName is what it is kept under.
const glimpseName = "glimpse"

// keepGlimpse has the file keep what is drawn of d. Everything else is saved.
// The caller holds fileMu.
func (s *Session) keepGlimpse(d *document) {
	if s.file == nil || s.file.ReadOnly() != "" || !d.ready() || d.only == nil {
		return
	}
	state, err := s.file.State()
	if err != nil || s.glimpse == state {
		return
	}
	var things []graphmodel.Entity
	var links []graphmodel.Link
	for _, id := range slices.Sorted(maps.Keys(d.only)) {
		e, err := d.graph.Entity(id)
		if err != nil {
			continue
		}
		things = append(things, e)
		for _, l := range d.graph.LinksOf(id) {
			if l.From == id && d.only[l.To] {
				links = append(links, l)
			}
		}
	}
	data := append([]byte(state+"\n"), compact.EncodeGraph(d.articles(), things, links)...)
	// Without it the next opening takes longer, and nothing else.
	_ = s.file.Save(store.Change{SetCache: map[string][]byte{glimpseName: data}})
}

// glimpsed returns what was drawn of d when the file was closed, or an empty
// graph, and the state of the file if it was kept for that.
func glimpsed(file *store.Project, d *document) (g *graphmodel.Graph, of string) {
	state, err := file.State()
	if err != nil {
		return graphmodel.NewGraph(), ""
	}
	kept, err := file.Cached(glimpseName)
	if err != nil {
		return graphmodel.NewGraph(), ""
	}
	was, data, _ := bytes.Cut(kept, []byte("\n"))
	if string(was) != state || state == "" {
		return graphmodel.NewGraph(), ""
	}
	g, err = compact.DecodeGraph(d.articles(), data)
	if err != nil {
		return graphmodel.NewGraph(), ""
	}
	return g, state
}
