package lexicon

import (
	"strings"

	"byline/graphmodel"
)

// Entry is what a list says of one name.
type Entry struct {
	Key     string // the same for all names of one thing
	Name    string // the fullest name
	Form    graphmodel.Form
	Sort    string // of an organisation
	Country string // code of the country an organisation belongs to
}

// Gazetteer finds names of a list at a place of a text.
type Gazetteer struct {
	entries map[string]Entry
	longest map[string]int // bytes of the longest name with this beginning
}

func newGazetteer() *Gazetteer {
	return &Gazetteer{entries: map[string]Entry{}, longest: map[string]int{}}
}

func (g *Gazetteer) add(name string, e Entry) {
	name = plain(name)
	if _, taken := g.entries[name]; taken {
		return
	}
	g.entries[name] = e
	b := beginning(name)
	g.longest[b] = max(g.longest[b], len(name))
}

// plain makes typewriter apostrophes of curly ones.
func plain(s string) string {
	if strings.Contains(s, "’") {
		return strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// beginning is the first letters of a name, up to anything that could part
// two tokens.
func beginning(s string) string {
	if i := strings.IndexAny(s, " -'’.–,"); i > 0 {
		return s[:i]
	}
	return s
}

// Longest is how many bytes the longest name that begins with the token
// takes; 0 if none does.
func (g *Gazetteer) Longest(token string) int { return g.longest[beginning(token)] }

// Find returns what the list says of exactly this name.
func (g *Gazetteer) Find(name string) (Entry, bool) {
	e, ok := g.entries[plain(name)]
	return e, ok
}
