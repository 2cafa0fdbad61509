// Package resolve decides which things of several articles are one: it turns
// readings into a graph and applies what a person has decided. It owns the
// ids of entities, which stay the same after a re-reading. It refuses to read
// text.
package resolve

import (
	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
)

// Graph joins the readings of these articles into one graph and applies the
// decisions in their order. Readings that are nil are left out.
func Graph(articles []article.Article, readings []*extract.Reading, decisions []graphmodel.Decision) *graphmodel.Graph {
	r := newResolver(articles, readings)
	r.gather()
	r.raise(decisions)
	r.joinAcross()
	r.entities()
	r.decide(decisions)
	return r.graph(decisions)
}

// item is one thing of one reading.
type item struct {
	reading int
	thing   int
	group   int
}

// resolver is the work on one graph.
type resolver struct {
	articles []article.Article
	readings []*extract.Reading
	items    []item
	offset   []int   // of a reading's first item
	groups   [][]int // items that are one thing
	walls    []wall
	ids      []string
	entity   []graphmodel.Entity
	dropped  map[string]bool
	alias    map[string]string // id to the id that took it over
}

func newResolver(articles []article.Article, readings []*extract.Reading) *resolver {
	return &resolver{articles: articles, readings: readings, dropped: map[string]bool{}, alias: map[string]string{}}
}

// gather puts every thing into a group of its own.
func (r *resolver) gather() {
	r.offset = make([]int, len(r.readings))
	for i, rd := range r.readings {
		r.offset[i] = len(r.items)
		if rd == nil {
			continue
		}
		for t := range rd.Things {
			r.groups = append(r.groups, []int{len(r.items)})
			r.items = append(r.items, item{i, t, len(r.groups) - 1})
		}
	}
}

func (r *resolver) thing(i int) *extract.Thing {
	it := r.items[i]
	return &r.readings[it.reading].Things[it.thing]
}

// join makes group b part of group a.
func (r *resolver) join(a, b int) {
	if a == b {
		return
	}
	for _, i := range r.groups[b] {
		r.items[i].group = a
	}
	r.groups[a] = append(r.groups[a], r.groups[b]...)
	r.groups[b] = nil
}

// graph puts entities and claims into a graph.
func (r *resolver) graph(decisions []graphmodel.Decision) *graphmodel.Graph {
	g := graphmodel.NewGraph()
	for i := range r.entity {
		e := r.entity[i]
		if e.ID == "" || r.dropped[e.ID] || r.alias[e.ID] != "" {
			continue
		}
		// Ids are made to be different, so this cannot fail.
		_ = g.AddEntity(e)
	}
	rejected := map[graphmodel.Key]bool{}
	for _, d := range decisions {
		switch d.Act {
		case graphmodel.ActReject:
			rejected[r.keyNow(d.Link)] = true
		case graphmodel.ActConfirm:
			delete(rejected, r.keyNow(d.Link))
		}
	}
	for i, rd := range r.readings {
		if rd == nil {
			continue
		}
		for _, c := range rd.Claims {
			l := r.link(i, c)
			if !rejected[l.Key()] {
				// A claim whose ends a person has changed may no longer fit.
				_ = g.AddLink(l)
			}
		}
	}
	return g
}

func (r *resolver) link(reading int, c extract.Claim) graphmodel.Link {
	e := c.Evidence
	if c.Speaker != extract.None {
		e.Attribution = r.idOf(reading, c.Speaker)
	}
	l := graphmodel.Link{From: r.idOf(reading, c.From), Type: c.Type, To: r.idOf(reading, c.To), Evidence: []graphmodel.Evidence{e}}
	return l.Canonical()
}

func (r *resolver) idOf(reading, thing int) string {
	return r.now(r.ids[r.items[r.offset[reading]+thing].group])
}

// now is the id that an id goes by after the decisions.
func (r *resolver) now(id string) string {
	for r.alias[id] != "" {
		id = r.alias[id]
	}
	return id
}

func (r *resolver) keyNow(k graphmodel.Key) graphmodel.Key {
	l := graphmodel.Link{From: r.now(k.From), Type: k.Type, To: r.now(k.To)}
	return l.Canonical().Key()
}
