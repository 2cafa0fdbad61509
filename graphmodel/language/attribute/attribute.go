// Package attribute holds the attribute ruler: patterns over tags, labels and
// words that write the part of speech, the morphology and some lemmas.
//
// It owns the patterns and the order in which they write. It refuses to
// predict anything: tags and labels come from the networks before it, the
// other lemmas from package lemma behind it.
package attribute

import (
	"regexp"
	"slices"

	"byline/graphmodel/language"
	"byline/graphmodel/language/lexeme"
)

// field says which property of a token a condition looks at.
type field int

const (
	fieldTag field = iota
	fieldLower
	fieldDep
	fieldIsSpace
)

// test says how a condition compares.
type test int

const (
	testIn test = iota // equality is a list of one
	testNotIn
	testRegexp
	testTrue
	testFalse
)

// condition is one requirement on one token.
type condition struct {
	field  field
	test   test
	values []string // of testIn and testNotIn; the expression of testRegexp
	match  *regexp.Regexp
}

// change is one property that an entry writes.
type change struct {
	name, value string
}

// pattern is a sequence of tokens, each with its conditions, and the number
// of the entry it belongs to.
type pattern struct {
	entry  int
	tokens [][]condition
}

// entry is what is written to one token of a match.
type entry struct {
	index   int // which token of the match
	changes []change
}

// Ruler is the list of patterns. It is safe for concurrent use.
type Ruler struct {
	entries  []entry
	patterns []pattern
	// byTag lists, for each tag that any pattern asks for in its first token,
	// the patterns that can begin there; elsewhere holds those that do not
	// ask for certain tags.
	byTag     map[string][]int
	elsewhere []int
}

// hit is an entry that matched and the first token of the match.
type hit struct{ entry, start int }

// Apply writes Pos, Morph, some lemmas and the tag and label of white space.
// All patterns are matched before the first is written, so that no change
// makes another pattern match; later entries overwrite earlier ones.
func (r *Ruler) Apply(doc *language.Doc) {
	lower := make([]string, len(doc.Tokens))
	for i := range doc.Tokens {
		lower[i] = lexeme.Lower(lexeme.Clean(doc.Tokens[i].Text))
	}
	var hits []hit
	for i := range doc.Tokens {
		for _, list := range [][]int{r.byTag[doc.Tokens[i].Tag], r.elsewhere} {
			for _, p := range list {
				if r.patterns[p].matches(doc.Tokens[i:], lower[i:]) {
					hits = append(hits, hit{r.patterns[p].entry, i})
				}
			}
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		if a.entry != b.entry {
			return a.entry - b.entry
		}
		return a.start - b.start
	})
	for _, h := range hits {
		e := &r.entries[h.entry]
		for _, c := range e.changes {
			c.write(&doc.Tokens[h.start+e.index])
		}
	}
}

// write sets one property of a token. Names were checked when the ruler was
// loaded.
func (c change) write(t *language.Token) {
	switch c.name {
	case "POS":
		t.Pos = c.value
	case "MORPH":
		t.Morph = c.value
	case "LEMMA":
		t.Lemma = c.value
	case "DEP":
		t.Dep = c.value
	case "TAG":
		t.Tag = c.value
	}
}

// matches reports whether the pattern fits the first of tokens.
func (p *pattern) matches(tokens []language.Token, lower []string) bool {
	if len(p.tokens) > len(tokens) {
		return false
	}
	for i, conditions := range p.tokens {
		for j := range conditions {
			if !conditions[j].holds(&tokens[i], lower[i]) {
				return false
			}
		}
	}
	return true
}

// holds reports whether the token meets the condition.
func (c *condition) holds(t *language.Token, lower string) bool {
	var value string
	switch c.field {
	case fieldTag:
		value = t.Tag
	case fieldLower:
		value = lower
	case fieldDep:
		value = t.Dep
	case fieldIsSpace:
		return lexeme.IsSpace(t.Text) == (c.test == testTrue)
	}
	switch c.test {
	case testIn:
		return slices.Contains(c.values, value)
	case testNotIn:
		return !slices.Contains(c.values, value)
	}
	return c.match.MatchString(value)
}
