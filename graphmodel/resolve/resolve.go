// Package resolve decides which things of several articles are one: it turns
// readings into a graph and applies what a person has decided. It owns the
// ids of entities, which stay the same after a re-reading. It refuses to read
// text.
package resolve

import (
	"cmp"
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
)

// Outcome is a graph and what people took out of it.
type Outcome struct {
	Graph *graphmodel.Graph
	// Deleted and Rejected are what decisions took out of the graph, by id and
	// by key.
	Deleted  []graphmodel.Entity
	Rejected []graphmodel.Link
	// Notes are what people wrote, in the order of writing.
	Notes []graphmodel.Note
	// Unfit are the decisions that do not fit what the articles say, by number.
	Unfit []graphmodel.Unfit
	// Answers are what people said of things that are two, in their order.
	Answers []graphmodel.Answer
}

// Resolve joins the readings of these articles into one graph and applies the
// decisions in their order. Readings that are nil are left out, and so are the
// decisions that stand on them.
func Resolve(articles []article.Article, readings []*extract.Reading, decisions []graphmodel.Decision) Outcome {
	r := newResolver(articles, readings)
	r.gather()
	r.raise(decisions)
	r.joinAcross()
	r.splits = slices.ContainsFunc(decisions, func(d graphmodel.Decision) bool { return d.Act == graphmodel.ActSplit })
	r.entities()
	r.gatherClaims()
	r.decide(decisions)
	return r.outcome()
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
	reading  map[string]int // by the id of the article
	items    []item
	offset   []int   // of a reading's first item
	groups   [][]int // items that are one thing
	walls    []wall
	alike    *alike

	// What each thing is: entity i is group i, and those behind are what
	// decisions made.
	entity []graphmodel.Entity
	byID   map[string]int
	unsure map[string]bool // ids that another article may give to another thing
	parts  [][]int         // items with mentions of it, sorted

	claims claims

	// What decisions changed.
	splits  bool          // there are mentions that were split off
	into    map[int]int   // an entity to the one that took it over
	owner   map[place]int // mentions that were split off
	byHand  map[int][]graphmodel.Mention
	renamed map[int]bool
	dropped map[int]bool
	notes   []note
	unfit   []graphmodel.Unfit
	answers []answer
}

// answer is what a person said of two entities, by their numbers.
type answer struct {
	a, b int
	act  graphmodel.Act
}

func newResolver(articles []article.Article, readings []*extract.Reading) *resolver {
	r := &resolver{articles: articles, readings: readings, reading: map[string]int{}, byID: map[string]int{}, unsure: map[string]bool{},
		into: map[int]int{}, owner: map[place]int{}, byHand: map[int][]graphmodel.Mention{}, renamed: map[int]bool{}, dropped: map[int]bool{}}
	for i, a := range articles {
		r.reading[a.ID] = i
	}
	return r
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

// outcome puts entities and claims into a graph.
func (r *resolver) outcome() Outcome {
	o := Outcome{Graph: graphmodel.NewGraph(), Notes: r.noted(), Unfit: r.unfit}
	for i, e := range r.entity {
		_, merged := r.into[i]
		switch {
		case merged || len(e.Mentions) == 0 && !e.ByHand:
			continue // another's, or nothing is left of it
		case r.dropped[i]:
			o.Deleted = append(o.Deleted, e)
			continue
		}
		for n, role := range e.Roles {
			e.Roles[n].Of = r.now(role.Of)
		}
		// Ids are made to be different, so this cannot fail.
		_ = o.Graph.AddEntity(e)
	}
	slices.SortFunc(o.Deleted, func(a, b graphmodel.Entity) int { return strings.Compare(a.ID, b.ID) })
	var links []graphmodel.Link
	for i, c := range r.claims.list {
		if c.rejected {
			o.Rejected = append(o.Rejected, r.link(i))
		} else {
			links = append(links, r.link(i))
		}
	}
	for _, l := range gathered(links) {
		// A claim whose ends a person has changed may no longer fit.
		_ = o.Graph.AddLink(l)
	}
	o.Rejected = gathered(o.Rejected)
	for _, said := range r.answers {
		if a, b := r.current(said.a), r.current(said.b); a != b {
			o.Answers = append(o.Answers, graphmodel.Answer{A: r.entity[a].ID, B: r.entity[b].ID, Act: said.act})
		}
	}
	return o
}

// gathered are the links by key, each once with all its sentences.
func gathered(all []graphmodel.Link) []graphmodel.Link {
	slices.SortStableFunc(all, func(a, b graphmodel.Link) int { return compareKeys(a.Key(), b.Key()) })
	var out []graphmodel.Link
	for _, l := range all {
		if n := len(out) - 1; n >= 0 && out[n].Key() == l.Key() {
			out[n].Evidence = append(out[n].Evidence, l.Evidence...)
			out[n].ByHand = out[n].ByHand && l.ByHand
			out[n].Reason = cmp.Or(out[n].Reason, l.Reason)
			continue
		}
		out = append(out, l)
	}
	return out
}

func compareKeys(a, b graphmodel.Key) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Type, b.Type))
}
