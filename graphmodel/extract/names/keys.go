package names

import (
	"slices"
	"sort"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
)

// keys find a thing of the draft by what its name says, so that a name need
// not be held against all things of a long article.
type keys struct {
	countries, orgs map[string]int   // by code, by key
	surnames        map[string][]int // people of full names by their last word
	single          map[string]int   // people by a name of one word
	parts           map[string]*partOf
}

// partOf are the places of the full names of which a word is a part, of the
// highest rank only.
type partOf struct {
	rank   int
	starts []int // of the places, in order
	things []int
}

// before is the person named last before token i, else the one named first.
func (p *partOf) before(i int) int {
	at := sort.SearchInts(p.starts, i)
	return p.things[max(at-1, 0)]
}

// indexParts gathers the words that can stand for the full names in named.
func (f *finder) indexParts() {
	f.keys.parts, f.keys.single = map[string]*partOf{}, map[string]int{}
	words := map[int][]string{} // of a thing
	for _, n := range f.named {
		if n.kind != graphmodel.Person || n.thing == draft.None {
			continue
		}
		key := f.Things[n.thing].Key
		if words[n.thing] == nil {
			words[n.thing] = partsOf(key)
			if _, ok := f.keys.single[key]; !ok {
				f.keys.single[key] = n.thing
			}
		}
		for _, w := range words[n.thing] {
			f.addPart(w, partOfName(w, key), n)
		}
	}
}

func (f *finder) addPart(word string, rank int, n named) {
	p := f.keys.parts[word]
	if p == nil || rank > p.rank {
		p = &partOf{rank: rank}
		f.keys.parts[word] = p
	}
	if rank == p.rank {
		p.starts, p.things = append(p.starts, n.start), append(p.things, n.thing)
	}
}

// partsOf are all words that partOfName ranks as part of a full name.
func partsOf(name string) []string {
	parts := strings.Fields(strings.ReplaceAll(name, " - ", "-"))
	words := slices.Clone(parts)
	for k, p := range parts {
		if strings.HasPrefix(p, "al-") {
			words = append(words, p[3:])
		}
		for i := range p {
			if k == len(parts)-1 && p[i] == '-' {
				words = append(words, p[i+1:])
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// longNames are the organisations by what a short form of their names shares
// with them: the first word, the last word, the initials.
type longNames struct{ first, last, initials map[string][]int }

func (f *finder) longNames() longNames {
	l := longNames{first: map[string][]int{}, last: map[string][]int{}, initials: map[string][]int{}}
	for i := range f.Things {
		t := &f.Things[i]
		words := strings.Fields(t.Key)
		if t.Dead || t.Kind != graphmodel.Organisation || len(words) < 2 {
			continue
		}
		first, last, caps := words[0], words[len(words)-1], initials(t.Name)
		l.first[first] = append(l.first[first], i)
		l.last[last] = append(l.last[last], i)
		l.initials[caps] = append(l.initials[caps], i)
	}
	return l
}

// of are the organisations, in order, that a name of that key may be short for.
func (l longNames) of(key, name string) []int {
	words := strings.Fields(key)
	if len(words) == 0 {
		return nil
	}
	all := slices.Concat(l.first[words[0]], l.last[words[len(words)-1]])
	if acronym(name) {
		all = append(all, l.initials[strings.ReplaceAll(name, ".", "")]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
