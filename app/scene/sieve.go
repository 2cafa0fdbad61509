package scene

import (
	"maps"

	"byline/graphmodel"
)

// Sieve is what a person asks of links: which types, said by which outlets,
// when, and in how many articles. What falls through fades; it is hidden only
// on demand, so that nobody takes a part for the whole.
type Sieve struct {
	HiddenTypes   map[graphmodel.LinkType]bool
	HiddenOutlets map[string]bool // by the outlet's name; empty for none known
	// Since and Until are ISO dates, whole or a year or a month; empty for any.
	// A sentence without a date falls through if one of them is set.
	Since, Until string
	// LeastArticles is how many articles must say it; under 2 is any.
	LeastArticles int
	// Hide hides what falls through.
	Hide bool
}

// Open reports whether everything passes.
func (s Sieve) Open() bool {
	return !anyOf(s.HiddenTypes) && !anyOf(s.HiddenOutlets) && s.Since == "" && s.Until == "" && s.LeastArticles < 2
}

func anyOf[K comparable](m map[K]bool) bool {
	for _, on := range m {
		if on {
			return true
		}
	}
	return false
}

// Clone is a sieve that can be changed.
func (s Sieve) Clone() Sieve {
	s.HiddenTypes, s.HiddenOutlets = cloned(s.HiddenTypes), cloned(s.HiddenOutlets)
	return s
}

func cloned[K comparable](m map[K]bool) map[K]bool {
	if m == nil {
		return map[K]bool{}
	}
	return maps.Clone(m)
}

// Passes reports whether enough articles say so, in what passes of the link's
// sentences. Outlets are those of the articles, by id.
func (s Sieve) Passes(l graphmodel.Link, outlets map[string]string) bool {
	if s.HiddenTypes[l.Type] {
		return false
	}
	if s.Open() {
		return true
	}
	saying := map[string]bool{}
	for _, e := range l.Evidence {
		if !s.HiddenOutlets[outlets[e.Sentence.Article]] && s.meets(e.Date) {
			saying[e.Sentence.Article] = true
		}
	}
	return len(saying) >= max(1, s.LeastArticles)
}

// meets reports whether a date, whole or partial, may lie between the two.
func (s Sieve) meets(date string) bool {
	if s.Since == "" && s.Until == "" {
		return true
	}
	if date == "" {
		return false
	}
	since, until := common(date, s.Since), common(date, s.Until)
	return date[:since] >= s.Since[:since] && date[:until] <= s.Until[:until]
}

// common is how much of two ISO dates can be compared.
func common(a, b string) int { return min(len(a), len(b)) }
