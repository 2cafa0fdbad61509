// Package lexicon holds what the rules know of the world before they read:
// countries, organisations, offices, nouns of measures, and the verbs and
// nouns that state links. It owns the reading of the name lists in assets; it
// refuses to look at a text.
package lexicon

import (
	"strings"
	"sync"

	"byline/assets"
	"byline/graphmodel"
)

// Lexicon is all lists. It is never changed after Load.
type Lexicon struct {
	Countries *Gazetteer // names, adjectives, demonyms and capitals
	Bodies    *Gazetteer // organisations known by name
	OrgWords  map[string]OrgWord
	Roles     map[string]RoleInfo
	RoleEnds  map[string]bool // last words of roles
	RoleWords int             // words of the longest role
	Measures  map[string]MeasureWord
	Verbs     map[string][]Frame // by lemma, and by lemma and particle
	Nouns     map[string][]NounFrame

	Cities      Roll // towns whose name is nothing else
	PersonNames Roll // surnames and given names that are nothing else

	words      map[string]map[string]bool
	roleStarts map[string]bool
	names      map[string]string // code to name
}

// Load returns the lists. They are read once.
var Load = sync.OnceValue(load)

func load() *Lexicon {
	l := &Lexicon{
		OrgWords: map[string]OrgWord{}, Roles: map[string]RoleInfo{}, RoleEnds: map[string]bool{}, roleStarts: map[string]bool{},
		Measures: map[string]MeasureWord{}, Verbs: map[string][]Frame{}, Nouns: map[string][]NounFrame{},
		words: map[string]map[string]bool{}, names: map[string]string{},
	}
	l.Countries = newGazetteer()
	l.Bodies = newGazetteer()
	l.Cities = newRoll("cities.tsv")
	l.PersonNames = newRoll("personnames.tsv")
	rows("words.tsv", func(f []string) { l.addWords(f) })
	rows("givennames.tsv", func(f []string) { l.addGiven(f) })
	rows("places.tsv", func(f []string) { l.extend("placename", f[1]) })
	rows("countries.tsv", func(f []string) { l.addCountry(f) })
	rows("organisations.tsv", func(f []string) { l.addBody(f) })
	rows("orgwords.tsv", func(f []string) { l.OrgWords[f[0]] = OrgWord{Use: " " + f[1] + " ", Sort: f[2]} })
	rows("roles.tsv", func(f []string) { l.addRole(f) })
	rows("measurewords.tsv", func(f []string) {
		l.Measures[f[0]] = MeasureWord{graphmodel.MeasureSort(f[1]), Need(f[2])}
	})
	rows("verbs.tsv", func(f []string) { l.addVerb(f) })
	rows("nouns.tsv", func(f []string) {
		l.Nouns[f[0]] = append(l.Nouns[f[0]], NounFrame{graphmodel.LinkType(f[1]), strings.Fields(f[2]), strings.Fields(f[3])})
	})
	return l
}

// rows calls take for every line of a list that is not a comment, with its
// fields; there are always at least five.
func rows(name string, take func(fields []string)) {
	for line := range strings.Lines(string(assets.Names(name))) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		for len(f) < 5 {
			f = append(f, "")
		}
		take(f)
	}
}

func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}

func (l *Lexicon) addWords(f []string) { l.extend(f[0], f[1]) }

// extend puts more words on the list of that name.
func (l *Lexicon) extend(name, words string) {
	set := l.words[name]
	if set == nil {
		set = make(map[string]bool)
		l.words[name] = set
	}
	for _, w := range list(words) {
		set[w] = true
	}
}

func (l *Lexicon) addGiven(f []string) {
	l.extend("given", f[1])
	if f[0] == "female" {
		l.extend("femalegiven", f[1])
	}
}

// In reports whether the word is on the list of that name.
func (l *Lexicon) In(list, word string) bool { return l.words[list][word] }

func (l *Lexicon) addCountry(f []string) {
	code, name := f[0], f[1]
	l.names[code] = name
	l.Countries.add(name, Entry{Key: code, Name: name, Form: graphmodel.FormName})
	for _, n := range list(f[2]) {
		form := graphmodel.FormName
		if strings.ToUpper(n) == n && !strings.Contains(n, " ") {
			form = graphmodel.FormAcronym
		}
		l.Countries.add(n, Entry{Key: code, Name: name, Form: form})
	}
	for _, n := range list(f[3]) {
		l.Countries.add(n, Entry{Key: code, Name: name, Form: graphmodel.FormDemonym})
	}
	for _, n := range list(f[4]) {
		l.Countries.add(n, Entry{Key: code, Name: name, Form: graphmodel.FormMetonym})
	}
}

// CountryName is the name of the country of that code, or empty.
func (l *Lexicon) CountryName(code string) string { return l.names[code] }

func (l *Lexicon) addBody(f []string) {
	e := Entry{Key: strings.ToLower(f[0]), Name: f[0], Form: graphmodel.FormName, Sort: f[2], Country: f[3]}
	l.Bodies.add(f[0], e)
	for _, n := range list(f[1]) {
		alias := e
		if strings.ToUpper(n) == n && !strings.Contains(n, " ") {
			alias.Form = graphmodel.FormAcronym
		}
		l.Bodies.add(n, alias)
	}
}

// OrgWord is a word that makes a name the name of an organisation.
type OrgWord struct{ Use, Sort string }

// Has reports whether the word may be used so.
func (w OrgWord) Has(use string) bool { return strings.Contains(w.Use, " "+use+" ") }

// RoleInfo says what an office ties its holder to.
type RoleInfo struct {
	Link      graphmodel.LinkType // empty if to nothing
	OfCountry bool                // of the country, where no body is named
}

func (l *Lexicon) addRole(f []string) {
	info := RoleInfo{OfCountry: f[2] == "country"}
	if f[1] != "none" {
		info.Link = graphmodel.LinkType(f[1])
	}
	l.Roles[f[0]] = info
	words := strings.Fields(f[0])
	l.RoleEnds[words[len(words)-1]] = true
	l.roleStarts[beginning(f[0])] = true
	l.RoleWords = max(l.RoleWords, len(words))
}

// StartsRole reports whether a role begins with that word or its first part.
func (l *Lexicon) StartsRole(word string) bool { return l.roleStarts[beginning(word)] }

// Need says what a noun needs around it to name a measure.
type Need string

// The needs.
const (
	NeedAny    Need = "any"    // a modifier of any kind
	NeedPolicy Need = "policy" // a modifier or verb of policy
	NeedName   Need = "name"   // to be part of a proper name
	NeedNew    Need = "new"    // a word that says it is being made
	NeedBack   Need = "back"   // only refers back to a measure
)

// MeasureWord is a noun that can be the head of a measure's name.
type MeasureWord struct {
	Sort graphmodel.MeasureSort
	Need Need
}

// Frame is one link that a verb states between two of its arguments.
type Frame struct {
	Link     graphmodel.LinkType
	From, To string // subj, obj, dat, comp, a preposition, or an object and its preposition
	Sorts    []string
}

// Allows reports whether a measure of that sort may be an end.
func (f Frame) Allows(sort graphmodel.MeasureSort) bool {
	if len(f.Sorts) == 0 {
		return true
	}
	for _, s := range f.Sorts {
		if s == string(sort) {
			return true
		}
	}
	return false
}

func (l *Lexicon) addVerb(f []string) {
	frame := Frame{Link: graphmodel.LinkType(f[1]), From: f[2], To: f[3]}
	if f[4] != "" {
		frame.Sorts = strings.Split(f[4], ",")
	}
	l.Verbs[f[0]] = append(l.Verbs[f[0]], frame)
}

// NounFrame is one link that a noun states between what stands around it.
type NounFrame struct {
	Link     graphmodel.LinkType
	From, To []string // poss, be, have, between, or prepositions
}
