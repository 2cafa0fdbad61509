package session

import (
	"maps"
	"reflect"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// document is everything of a project that a person can change, at one moment.
// A document is never changed once the session has it: every change makes a
// new one that shares what stayed the same. That is what makes undoing a
// matter of putting an old one back.
type document struct {
	items     []store.Item // by number
	decisions []graphmodel.Decision
	// places holds more than the graph's things: what was deleted or lost its
	// article finds its old place when it comes back.
	places map[string]store.Place
	// graph follows from items and decisions once it is built; before, it lags
	// behind or is nil. Laid says that everything in it has its place.
	graph *graphmodel.Graph
	// aside is what people took out of the graph, and the decisions that fit
	// nothing in it.
	aside aside
	// sight is what is drawn, and only what that leaves of a large graph; nil
	// is all of it.
	sight sight
	views []view // kept under a name
	only  map[string]bool
	built bool
	laid  bool
	// order is the arrangement that a person asked for and that is not made
	// yet; nil is none.
	order *order
}

// aside is what is beside a graph.
type aside struct {
	deleted  []graphmodel.Entity
	rejected []graphmodel.Link
	notes    []graphmodel.Note
	unfit    []graphmodel.Unfit
	answers  []graphmodel.Answer
}

// join builds the graph of the copy in hand.
func (d *document) join(readings []*extract.Reading) {
	o := build.Join(d.articles(), readings, d.decisions)
	d.graph, d.aside = o.Graph, aside{o.Deleted, o.Rejected, o.Notes, o.Unfit, o.Answers}
}

// ready reports whether the document can be shown as it is.
func (d *document) ready() bool { return d.built && d.laid }

// with returns a copy that change has worked on. Change must replace slices
// and maps, not write into them.
func (d *document) with(change func(*document)) *document {
	next := *d
	change(&next)
	return &next
}

// stale marks the copy in hand as one whose graph does not follow any more.
func (d *document) stale() { d.built, d.laid = false, false }

// forget lets go of the graph.
func (d *document) forget() {
	d.stale()
	d.graph, d.aside = nil, aside{}
}

// has reports whether the article is in the project.
func (d *document) has(id string) bool {
	return slices.ContainsFunc(d.items, func(i store.Item) bool { return i.ID == id })
}

// nextItem is the number of the next article.
func (d *document) nextItem() int {
	if len(d.items) == 0 {
		return 1
	}
	return d.items[len(d.items)-1].Number + 1
}

// nextDecision is the number of the next decision.
func (d *document) nextDecision() int {
	if len(d.decisions) == 0 {
		return 1
	}
	return d.decisions[len(d.decisions)-1].Number + 1
}

// articles are the articles in their order.
func (d *document) articles() []article.Article {
	return store.Articles(d.items)
}

// placed returns the document with places set.
func (d *document) placed(set map[string]store.Place) *document {
	return d.with(func(next *document) {
		next.places = maps.Clone(d.places)
		if next.places == nil {
			next.places = map[string]store.Place{}
		}
		maps.Copy(next.places, set)
	})
}

// positions are the places of the things in ids that have one.
func (d *document) positions(ids []string) map[string]layout.Point {
	out := make(map[string]layout.Point, len(ids))
	for _, id := range ids {
		if p, ok := d.places[id]; ok {
			out[id] = p.Point
		}
	}
	return out
}

// pinned are the things in ids that are pinned.
func (d *document) pinned(ids []string) map[string]bool {
	out := map[string]bool{}
	for _, id := range ids {
		if d.places[id].Pinned {
			out[id] = true
		}
	}
	return out
}

// content is the document as a file holds it; notes and other settings are
// taken from kept.
func (d *document) content(kept store.Content) store.Content {
	kept.Items, kept.Decisions, kept.Places, kept.Views = d.items, d.decisions, d.places, viewTexts(d.views)
	kept.Settings = maps.Clone(kept.Settings)
	if kept.Settings == nil {
		kept.Settings = map[string]string{}
	}
	maps.Copy(kept.Settings, d.settings())
	return kept
}

// difference is the change that makes a file that holds a hold b.
func difference(a, b *document) store.Change {
	var c store.Change
	sameItem := func(a, b store.Item) bool { return a.ID == b.ID && a.Number == b.Number }
	if !slices.EqualFunc(a.items, b.items, sameItem) {
		c.RemoveItems, c.AddItems = differentItems(a.items, b.items)
	}
	for _, d := range missing(a.decisions, b.decisions) {
		c.RemoveDecisions = append(c.RemoveDecisions, d.Number)
	}
	c.AddDecisions = missing(b.decisions, a.decisions)
	c.SetPlaces = map[string]store.Place{}
	for id, p := range b.places {
		if old, ok := a.places[id]; !ok || old != p {
			c.SetPlaces[id] = p
		}
	}
	for id := range a.places {
		if _, ok := b.places[id]; !ok {
			c.RemovePlaces = append(c.RemovePlaces, id)
		}
	}
	slices.Sort(c.RemovePlaces)
	if !reflect.DeepEqual(a.sight, b.sight) {
		c.SetSettings = b.settings()
	}
	c.SetViews = differentViews(a.views, b.views)
	return c
}

// differentItems are the articles of a that are not in b, and those of b that
// are not in a.
func differentItems(a, b []store.Item) (gone []string, come []store.Item) {
	have := map[string]int{}
	for _, i := range a {
		have[i.ID] = i.Number
	}
	for _, i := range b {
		if number, ok := have[i.ID]; ok && number == i.Number {
			delete(have, i.ID)
			continue
		}
		come = append(come, i)
	}
	for _, i := range a {
		if _, ok := have[i.ID]; ok {
			gone = append(gone, i.ID)
		}
	}
	return gone, come
}

// missing are the decisions of from that are not in as they are.
func missing(from, in []graphmodel.Decision) []graphmodel.Decision {
	// Most of a long log is the same on both sides.
	for len(from) > 0 && len(in) > 0 && from[0] == in[0] {
		from, in = from[1:], in[1:]
	}
	have := make(map[graphmodel.Decision]bool, len(in))
	for _, d := range in {
		have[d] = true
	}
	var out []graphmodel.Decision
	for _, d := range from {
		if !have[d] {
			out = append(out, d)
		}
	}
	return out
}

// idsOf are the ids of the graph's things, sorted.
func idsOf(g *graphmodel.Graph) []string {
	entities := g.Entities()
	ids := make([]string, len(entities))
	for i, e := range entities {
		ids[i] = e.ID
	}
	return ids
}

// emptyDocument is a new project.
func emptyDocument() *document {
	return &document{graph: graphmodel.NewGraph(), sight: startSight(), built: true, laid: true}
}
