package graphtest

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"byline/graphmodel"
)

// Reader is the part of a graph that is read.
type Reader interface {
	Entities() []graphmodel.Entity
	Entity(id string) (graphmodel.Entity, error)
	Links() []graphmodel.Link
	Link(k graphmodel.Key) (graphmodel.Link, error)
	LinksOf(id string) []graphmodel.Link
	Neighbours(id string) []string
	Size() (entities, links int)
}

var _ Reader = (*graphmodel.Graph)(nil)

// Check fails the test for every promise that g breaks.
func Check(t testing.TB, g Reader) {
	t.Helper()
	for _, fault := range Faults(g) {
		t.Error(fault)
	}
}

// Faults lists the promises that g breaks, each as a sentence.
func Faults(g Reader) []string {
	c := &checker{g: g, entities: slices.Clone(g.Entities()), links: slices.Clone(g.Links()), kinds: map[string]graphmodel.Kind{}}
	c.own()
	c.things()
	c.joined()
	c.around()
	c.counts()
	c.copies()
	return c.faults
}

type checker struct {
	g        Reader
	entities []graphmodel.Entity
	links    []graphmodel.Link
	kinds    map[string]graphmodel.Kind
	faults   []string
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// own makes the lists the checker's own, for a graph may hand out itself.
func (c *checker) own() {
	for i := range c.entities {
		e := &c.entities[i]
		e.Names, e.Mentions = slices.Clone(e.Names), slices.Clone(e.Mentions)
		e.Roles, e.Statuses = slices.Clone(e.Roles), slices.Clone(e.Statuses)
	}
	for i := range c.links {
		c.links[i].Evidence = slices.Clone(c.links[i].Evidence)
	}
}

// things checks the entities one by one.
func (c *checker) things() {
	for i, e := range c.entities {
		c.kinds[e.ID] = e.Kind
		if e.ID == "" {
			c.fault("a thing has no id")
		}
		if !e.Kind.Valid() {
			c.fault("%q is of the kind %q", e.ID, e.Kind)
		}
		if i > 0 && c.entities[i-1].ID >= e.ID {
			c.fault("%q comes after %q", e.ID, c.entities[i-1].ID)
		}
		if one, err := c.g.Entity(e.ID); err != nil || !reflect.DeepEqual(one, e) {
			c.fault("%q looked up is %+v, %v, in the list it is %+v", e.ID, one, err, e)
		}
	}
	if _, err := c.g.Entity("\x00 no such thing"); !errors.Is(err, graphmodel.ErrNoEntity) {
		c.fault("a thing that is not there gives %v", err)
	}
}

// joined checks the links one by one.
func (c *checker) joined() {
	for i, l := range c.links {
		from, ok := c.kinds[l.From]
		to, ok2 := c.kinds[l.To]
		k := l.Key()
		switch {
		case !ok || !ok2:
			c.fault("%v has an end that is not there", k)
		case l.From == l.To:
			c.fault("%v ends where it starts", k)
		case !l.Type.Fits(from, to):
			c.fault("%v joins a %s and a %s", k, from, to)
		}
		c.sentences(l)
		if l.Type.Undirected() && l.From > l.To {
			c.fault("%v has no direction, yet its larger id is first", k)
		}
		if i > 0 && byKey(c.links[i-1], l) >= 0 {
			c.fault("%v comes after %v", k, c.links[i-1].Key())
		}
		if one, err := c.g.Link(k); err != nil || !reflect.DeepEqual(one, l) {
			c.fault("%v looked up is %+v, %v, in the list it is %+v", k, one, err, l)
		}
	}
}

// sentences checks what stands behind a link.
func (c *checker) sentences(l graphmodel.Link) {
	if len(l.Evidence) == 0 && !l.ByHand {
		c.fault("%v has no sentence behind it", l.Key())
	}
	for n, e := range l.Evidence {
		if slices.Contains(l.Evidence[:n], e) {
			c.fault("%v has one sentence twice: %q", l.Key(), e.Text)
		}
	}
}

func byKey(a, b graphmodel.Link) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Type, b.Type))
}

// around checks what is said about the surroundings of each entity against the
// list of all links.
func (c *checker) around() {
	for _, e := range c.entities {
		var links []graphmodel.Link
		var near []string
		for _, l := range c.links {
			switch e.ID {
			case l.From:
				links, near = append(links, l), append(near, l.To)
			case l.To:
				links, near = append(links, l), append(near, l.From)
			}
		}
		slices.Sort(near)
		near = slices.Compact(near)
		if got := c.g.LinksOf(e.ID); len(got)+len(links) > 0 && !reflect.DeepEqual(got, links) {
			c.fault("the links of %q are %+v, by the list of all they are %+v", e.ID, got, links)
		}
		if got := c.g.Neighbours(e.ID); !slices.Equal(got, near) {
			c.fault("the neighbours of %q are %q, by the links they are %q", e.ID, got, near)
		}
	}
}

func (c *checker) counts() {
	if n, m := c.g.Size(); n != len(c.entities) || m != len(c.links) {
		c.fault("the size is %d and %d, the lists hold %d and %d", n, m, len(c.entities), len(c.links))
	}
}

// copies writes into everything that g has handed out and looks whether g has
// changed.
func (c *checker) copies() {
	spoiled, spoiledLinks := c.g.Entities(), c.g.Links()
	for i := range spoiled {
		spoil(&spoiled[i])
		if e, err := c.g.Entity(c.entities[i].ID); err == nil {
			spoil(&e)
		}
		for _, l := range c.g.LinksOf(c.entities[i].ID) {
			spoilLink(&l)
		}
		for j, near := 0, c.g.Neighbours(c.entities[i].ID); j < len(near); j++ {
			near[j] = "spoiled"
		}
	}
	for i := range spoiledLinks {
		if l, err := c.g.Link(c.links[i].Key()); err == nil {
			spoilLink(&l)
		}
		spoilLink(&spoiledLinks[i])
	}
	if !reflect.DeepEqual(c.g.Entities(), c.entities) {
		c.fault("who writes into a thing that was handed out changes the graph")
	}
	if !reflect.DeepEqual(c.g.Links(), c.links) {
		c.fault("who writes into a link that was handed out changes the graph")
	}
}

func spoil(e *graphmodel.Entity) {
	e.Name = "spoiled"
	for i := range e.Names {
		e.Names[i].Count = -1
	}
	for i := range e.Mentions {
		e.Mentions[i].Text = "spoiled"
	}
	for i := range e.Roles {
		e.Roles[i].Title = "spoiled"
	}
	for i := range e.Statuses {
		e.Statuses[i].Word = "spoiled"
	}
}

func spoilLink(l *graphmodel.Link) {
	l.From = "spoiled"
	for i := range l.Evidence {
		l.Evidence[i].Text = "spoiled"
	}
}
