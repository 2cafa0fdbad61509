package suggest

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"

	"byline/graphmodel"
)

// look is a graph laid out for comparing its things.
type look struct {
	things   []thing
	byID     map[string]int
	between  map[[2]string]graphmodel.LinkType // a link that is not weak
	surnames map[string]int                    // people with that surname and a first name
}

// thing is an entity with what it is compared by.
type thing struct {
	graphmodel.Entity
	main       name
	names      []name   // by which texts call it, the main one first
	proper     bool     // a text has a name for it, not only a description
	offices    []string // of a person, small, sorted
	neighbours []string // ids, sorted
	authors    []string // of a measure: ids of who is behind it, sorted
	countries  []string // ids of those it belongs to, sorted
	dates      []string // ISO, of its links and statuses, sorted
	articles   []string // ids, sorted
}

// namesMost is how many names of a thing are compared.
const namesMost = 12

func newLook(g *graphmodel.Graph) *look {
	entities := g.Entities()
	l := &look{things: make([]thing, len(entities)), byID: map[string]int{}, between: map[[2]string]graphmodel.LinkType{}, surnames: map[string]int{}}
	for i, e := range entities {
		l.things[i] = thingOf(e)
		l.byID[e.ID] = i
		if t := &l.things[i]; t.Kind == graphmodel.Person && len(t.main.words) > 1 {
			l.surnames[t.main.last()]++
		}
	}
	for _, link := range g.Links() {
		l.take(link)
	}
	for i := range l.things {
		t := &l.things[i]
		for _, list := range []*[]string{&t.offices, &t.neighbours, &t.authors, &t.countries, &t.dates, &t.articles} {
			slices.Sort(*list)
			*list = slices.Compact(*list)
		}
	}
	return l
}

func thingOf(e graphmodel.Entity) thing {
	t := thing{Entity: e, main: nameOf(e.Name)}
	t.names = []name{t.main}
	seen := map[string]bool{t.main.joined(): true}
	for _, m := range e.Mentions {
		t.articles = append(t.articles, m.Article)
		if m.Form != graphmodel.FormName && m.Form != graphmodel.FormAcronym {
			continue
		}
		t.proper = true
		if n := nameOf(m.Text); len(t.names) < namesMost && len(n.words) > 0 && !seen[n.joined()] {
			seen[n.joined()] = true
			t.names = append(t.names, n)
		}
	}
	// Letters that stand for another of its own names say nothing of others.
	for i := range t.names {
		if letters := t.names[i].acronym; slices.ContainsFunc(t.names, func(n name) bool { return letters != "" && n.initials == letters && n.acronym == "" }) {
			t.names[i].acronym = ""
		}
	}
	for _, r := range e.Roles {
		t.offices = append(t.offices, strings.ToLower(r.Title))
	}
	for _, s := range e.Statuses {
		if s.Date != "" {
			t.dates = append(t.dates, s.Date)
		}
	}
	return t
}

// take notes what a link says about its ends.
func (l *look) take(link graphmodel.Link) {
	from, to := &l.things[l.byID[link.From]], &l.things[l.byID[link.To]]
	if link.Type == graphmodel.OfCountry {
		from.countries = append(from.countries, to.ID)
	}
	for _, e := range link.Evidence {
		if e.Date != "" && !e.DateGuessed {
			from.dates, to.dates = append(from.dates, e.Date), append(to.dates, e.Date)
		}
	}
	if link.Type.Weak() {
		return
	}
	from.neighbours, to.neighbours = append(from.neighbours, to.ID), append(to.neighbours, from.ID)
	l.between[pairOf(from.ID, to.ID)] = link.Type
	if to.Kind == graphmodel.Measure && from.Kind.Actor() {
		to.authors = append(to.authors, from.ID)
	}
}

// blockMost is how many things that share a key are compared with one another:
// those with the most mentions. It bounds the work: with k keys there are at
// most k/2 · blockMost pairs.
const blockMost = 40

// twins are the places of two things to compare.
type twins struct{ a, b int }

// pairs are the pairs of things that share a key, each once, in order.
func (l *look) pairs() []twins {
	type keyed struct {
		key   uint64
		thing int32
	}
	var keys []keyed
	for i := range l.things {
		for _, k := range l.things[i].keys() {
			h := fnv.New64a()
			_, _ = h.Write([]byte(k)) // a hash takes everything
			keys = append(keys, keyed{h.Sum64(), int32(i)})
		}
	}
	slices.SortFunc(keys, func(a, b keyed) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.thing, b.thing)) })
	keys = slices.Compact(keys)
	var all []twins
	for from := 0; from < len(keys); {
		to := from
		var block []int32
		for ; to < len(keys) && keys[to].key == keys[from].key; to++ {
			block = append(block, keys[to].thing)
		}
		from = to
		for i, a := range l.foremost(block) {
			for _, b := range block[:i] {
				all = append(all, twins{int(min(a, b)), int(max(a, b))})
			}
		}
	}
	slices.SortFunc(all, func(x, y twins) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return slices.Compact(all)
}

// foremost are the things of a block with the most mentions, ties by place. It
// sorts the block itself.
func (l *look) foremost(block []int32) []int32 {
	slices.SortFunc(block, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(l.things[b].Mentions), len(l.things[a].Mentions)), cmp.Compare(a, b))
	})
	return block[:min(len(block), blockMost)]
}

// keys are what a thing shares with those it may be one with: a word of a
// name, initials, a spelling with one letter left out, and of a measure who is
// behind it.
func (t *thing) keys() []string {
	var all []string
	kind := string(t.Kind)
	for _, n := range t.names {
		for _, w := range n.plain {
			all = append(all, kind+" word "+w)
		}
		all = append(all, "name "+n.joined())
		if t.Kind == graphmodel.Measure {
			continue
		}
		for _, letters := range []string{n.initials, n.acronym} {
			if letters != "" {
				all = append(all, kind+" letters "+letters)
			}
		}
		all = append(all, spellings(kind, n.joined())...)
	}
	for _, id := range t.authors {
		all = append(all, "behind "+string(t.MeasureSort)+" "+id)
	}
	return all
}

// spellingMost is the length of a name from which slips are not looked for.
const spellingMost = 40

// spellings are the name and the name with one letter left out: two names that
// are one slip apart share one of them.
func spellings(kind, joined string) []string {
	letters := []rune(joined)
	if len(letters) < slipFrom || len(letters) > spellingMost {
		return nil
	}
	all := []string{kind + " spelled " + joined}
	for i := range letters {
		all = append(all, kind+" spelled "+string(letters[:i])+string(letters[i+1:]))
	}
	return all
}
