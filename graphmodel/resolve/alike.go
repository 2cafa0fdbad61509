package resolve

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"byline/graphmodel"
)

// How much alike two described measures of different articles must be, and
// how far apart in time, to be one.
const (
	sameWordsOf5 = 3 // of five words in either, as many in both
	sameDays     = 60
)

// alike compares measures. What it needs of each is worked out once: there are
// many more comparisons than measures.
type alike struct {
	r      *resolver
	traits map[int]traits // by item
}

// traits are what a described measure is known by.
type traits struct {
	words   []string // of its description, those first that fewer measures have
	authors []string // who stands behind it, sorted
}

func newAlike(r *resolver) *alike {
	a := &alike{r, map[int]traits{}}
	count := map[string]int{}
	for i := range r.items {
		if t := r.thing(i); t.Kind == graphmodel.Measure {
			words := contentWords(t.Name)
			for _, w := range words {
				count[w]++
			}
			a.traits[i] = traits{words, r.authors(i)}
		}
	}
	for _, t := range a.traits {
		slices.SortFunc(t.words, func(x, y string) int {
			return cmp.Or(cmp.Compare(count[x], count[y]), cmp.Compare(x, y))
		})
	}
	return a
}

// keys are what a measure is looked for by: its own name, and each author with
// those of its words of which a measure that is alike has one at least. If two
// share enough of n words, they share one of their first n - enough + 1 in any
// order (Bayardo, Ma and Srikant, Scaling up all pairs similarity search,
// 2007).
func (a *alike) keys(i int) []string {
	m, t := a.r.thing(i), a.traits[i]
	sort := "measure " + string(m.MeasureSort)
	var keys []string
	if m.Proper {
		keys = append(keys, sort+" called "+m.Key)
	}
	enough := (sameWordsOf5*len(t.words) + 4) / 5
	for _, word := range t.words[:min(len(t.words), len(t.words)-enough+1)] {
		for _, author := range t.authors {
			keys = append(keys, sort+" by "+author+" with "+word)
		}
	}
	return keys
}

// measures reports whether two measures of different articles are one.
func (a *alike) measures(i, j int) bool {
	m, n := a.r.thing(i), a.r.thing(j)
	if m.MeasureSort != n.MeasureSort {
		return false
	}
	if m.Proper && n.Proper {
		return m.Key == n.Key
	}
	x, y := a.traits[i], a.traits[j]
	both := shared(x.words, y.words)
	if all := len(x.words) + len(y.words) - both; all == 0 || 5*both < sameWordsOf5*all || shared(x.authors, y.authors) == 0 {
		return false
	}
	from, to := a.r.articles[a.r.items[i].reading].Published, a.r.articles[a.r.items[j].reading].Published
	if from.IsZero() || to.IsZero() {
		return m.Key == n.Key
	}
	gap := from.Sub(to)
	return max(gap, -gap) <= sameDays*24*time.Hour
}

// shared is how many of a's words are among b's.
func shared(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
}

// authors are the actors that stand behind a measure, sorted.
func (r *resolver) authors(i int) []string {
	var out []string
	it := r.items[i]
	rd := r.readings[it.reading]
	for _, c := range rd.Claims {
		if c.To != it.thing || !rd.Things[c.From].Kind.Actor() || c.Type.Weak() {
			continue
		}
		t := rd.Things[c.From]
		out = append(out, string(t.Kind)+" "+t.Key)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// contentWords are the telling words of a description, each once, sorted.
func contentWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '"' || r == '’' || r == '\'' }) {
		switch w {
		case "a", "an", "the", "of", "for", "on", "in", "to", "from", "by", "with", "and", "or", "new", "s", "at":
			continue
		}
		out = append(out, strings.TrimSuffix(w, "s"))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
