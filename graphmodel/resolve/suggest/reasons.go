package suggest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"byline/graphmodel"
)

// What each reason weighs. They were set by looking at pairs of sample
// articles: one likeness of names is worth a question where it is strong
// (initials, a slip), and needs company where it is not (one name inside the
// other, one name twice).
const (
	weighSameName = 0.4
	weighLetters  = 0.7
	weighOrder    = 0.7
	weighSlip     = 0.65
	weighInitial  = 0.5
	weighSurname  = 0.48
	weighWithin   = 0.42
	weighWords    = 0.8 // times the share of words in common, and more for many
	leastShare    = 0.34

	weighOffice  = 0.4
	weighAuthor  = 0.3
	weighNear    = 0.25 // a common neighbour
	weighNearest = 0.5  // many of them
	weighDate    = 0.2
	weighArticle = 0.1

	leaveLinked    = 0.4
	leaveCountries = 0.4
	leaveKinds     = 0.8
	leaveNamesakes = 0.7
	leaveNoCommon  = 0.95
)

func speaks(weight float64, words, detail string) weighed {
	return weighed{Reason{Words: words, Detail: detail}, weight}
}

func objects(leaves float64, words, detail string) weighed {
	return weighed{Reason{Against: true, Words: words, Detail: detail}, leaves}
}

// likeness says how the names of two things are alike; ok is false if they are
// not.
func (l *look) likeness(x, y *thing) (reasons []weighed, ok bool) {
	if x.Kind != y.Kind {
		// Kinds are guessed: a full name that is in both is worth a question.
		if x.Kind.Actor() && y.Kind.Actor() && len(x.main.words) > 1 && slices.Equal(x.main.words, y.main.words) {
			return []weighed{speaks(weighLetters, "Same name", x.Name)}, true
		}
		return nil, false
	}
	switch x.Kind {
	case graphmodel.Country:
		if x.Code != "" && y.Code != "" && x.Code != y.Code {
			return nil, false
		}
	case graphmodel.Measure:
		return l.measures(x, y)
	}
	best := l.bestNames(x, y)
	if best.weight == 0 || x.Kind == graphmodel.Person && otherPerson(x.main, y.main) {
		return nil, false
	}
	return []weighed{best}, true
}

// bestNames says which two names of two things are the most alike.
func (l *look) bestNames(x, y *thing) weighed {
	best := weighed{}
	for _, a := range x.names {
		for _, b := range y.names {
			if w := alikeNames(x.Kind, a, b); w.weight > best.weight {
				best = w
			}
		}
	}
	return best
}

// alikeNames says how two names are alike, if they are.
func alikeNames(kind graphmodel.Kind, a, b name) weighed {
	both := a.text + ", " + b.text
	slip := slipped(a, b)
	switch {
	case slices.Equal(a.words, b.words):
		return speaks(weighSameName, "Same name", a.text)
	case a.initials != "" && a.initials == b.acronym:
		return speaks(weighLetters, "The letters are the initials", both)
	case b.initials != "" && b.initials == a.acronym:
		return speaks(weighLetters, "The letters are the initials", b.text+", "+a.text)
	case slip && plural(a, b):
		return speaks(weighWithin, "Same name, once in the plural", both)
	case slip:
		return speaks(weighSlip, "Spelled nearly alike", both)
	case kind == graphmodel.Person:
		return samePerson(a, b)
	case len(a.plain) > 1 && slices.Equal(a.plain, b.plain):
		return speaks(weighOrder, "Same words, in another order", both)
	case a.shortens(b), b.shortens(a):
		return speaks(weighWithin, "One name is inside the other", both)
	}
	return weighed{}
}

// samePerson says how two different names of people are alike.
func samePerson(a, b name) weighed {
	if a.last() == "" || a.last() != b.last() {
		return weighed{}
	}
	both := a.text + ", " + b.text
	switch {
	case a.within(b), b.within(a):
		return speaks(weighSurname, "Same surname", both)
	case len(a.words) > 1 && len(b.words) > 1 && short(a.words[0], b.words[0]):
		return speaks(weighInitial, "Same surname and first letter", both)
	}
	return weighed{}
}

// short reports whether one first name is the first letter of the other.
func short(a, b string) bool {
	return strings.HasPrefix(b, a) && len([]rune(a)) == 1 || strings.HasPrefix(a, b) && len([]rune(b)) == 1
}

// otherPerson reports whether two full names are those of two people: neither
// is part of the other, and they are not spelled alike.
func otherPerson(a, b name) bool {
	if len(a.words) < 2 || len(b.words) < 2 || slices.Equal(a.words, b.words) || a.within(b) || b.within(a) {
		return false
	}
	return !slipped(a, b) && !short(a.words[0], b.words[0])
}

// measures says how two measures are alike: in words, sort and who is behind
// them.
func (l *look) measures(x, y *thing) ([]weighed, bool) {
	behind := common(x.authors, y.authors)
	best, shared := sharedWords(x, y)
	if otherMeasures(x, y, best, len(behind) > 0) {
		return nil, false
	}
	var all []weighed
	if len(behind) > 0 {
		all = append(all, speaks(weighAuthor, "Same actor behind both", l.list(behind)))
	}
	if best > 0 {
		// One word is often only the sort: a bill, a plan.
		telling := float64(len(shared)) / float64(len(shared)+1)
		all = append(all, speaks(weighWords*best*telling, "Same words", strings.Join(shared, ", ")))
	}
	if x.MeasureSort != "" && len(all) > 0 {
		all = append(all, speaks(weighDate, "Same sort of measure", string(x.MeasureSort)))
	}
	return all, best > 0 || !x.proper && !y.proper && len(all) > 0
}

// otherMeasures reports whether two measures with that share of words in common
// are so plainly two that nobody need be asked.
func otherMeasures(x, y *thing, share float64, oneActor bool) bool {
	switch {
	case x.MeasureSort != y.MeasureSort:
		return true
	case x.proper && y.proper:
		return share < 1 // two names that differ
	case bare(x) && bare(y):
		return !oneActor // every parliament has its bill
	}
	return share < leastShare && !bare(x) && !bare(y)
}

// telling are the words of a measure that say which one it is, each in the
// singular, sorted.
func telling(n name) []string {
	var all []string
	for _, w := range n.plain {
		if w != "new" && w != "proposed" {
			all = append(all, singular(w))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// bare reports whether all that a measure is called is its sort: "the bill".
func bare(t *thing) bool { return len(telling(t.main)) <= 1 }

// sharedWords are the words that two measures have in common, of those names
// where they are the largest share of all.
func sharedWords(x, y *thing) (share float64, words []string) {
	for _, a := range x.names {
		for _, b := range y.names {
			p, q := telling(a), telling(b)
			both := common(p, q)
			if n := len(p) + len(q) - len(both); n > 0 && float64(len(both))/float64(n) > share {
				share, words = float64(len(both))/float64(n), both
			}
		}
	}
	return share, words
}

// around says what speaks for two things beside their names.
func (l *look) around(x, y *thing) []weighed {
	var all []weighed
	if both := common(x.offices, y.offices); len(both) > 0 {
		all = append(all, speaks(weighOffice, "Same office", titles(x.Roles, both)))
	}
	if x.Kind != graphmodel.Measure {
		if both := common(x.neighbours, y.neighbours); len(both) > 0 {
			all = append(all, speaks(min(weighNear*float64(len(both)), weighNearest), "Same neighbours", l.list(both)))
		}
	}
	if both := common(x.dates, y.dates); len(both) > 0 {
		all = append(all, speaks(weighDate, "Same dates", days(both)))
	}
	if len(common(x.articles, y.articles)) > 0 {
		all = append(all, speaks(weighArticle, "In the same article", ""))
	}
	return all
}

// against says what speaks against two things being one.
func (l *look) against(x, y *thing) []weighed {
	var all []weighed
	if kind, ok := l.between[pairOf(x.ID, y.ID)]; ok {
		all = append(all, objects(leaveLinked, "A sentence links the two", kind.Words()))
	}
	if x.Kind != y.Kind {
		all = append(all, objects(leaveKinds, "Read as two kinds", string(x.Kind)+", "+string(y.Kind)))
	}
	if len(x.countries) > 0 && len(y.countries) > 0 && len(common(x.countries, y.countries)) == 0 {
		all = append(all, objects(leaveCountries, "Of different countries", l.list(x.countries)+"; "+l.list(y.countries)))
	}
	if n := l.surnames[x.main.last()]; x.Kind == graphmodel.Person && len(x.main.words) > 1 != (len(y.main.words) > 1) && n > 1 {
		all = append(all, objects(leaveNamesakes, "Not the only one of that name", fmt.Sprintf("%d people", n)))
	}
	if len(x.neighbours) > 0 && len(y.neighbours) > 0 && len(common(x.neighbours, y.neighbours)) == 0 {
		all = append(all, objects(leaveNoCommon, "No neighbour in common", ""))
	}
	return all
}

// titles are offices as they are written.
func titles(roles []graphmodel.Role, offices []string) string {
	var all []string
	for _, o := range offices {
		i := slices.IndexFunc(roles, func(r graphmodel.Role) bool { return strings.ToLower(r.Title) == o })
		all = append(all, roles[i].Title)
	}
	return strings.Join(all, ", ")
}

// listMost is how many names a reason lists.
const listMost = 3

// list are the names of things.
func (l *look) list(ids []string) string {
	var names []string
	for _, id := range ids[:min(len(ids), listMost)] {
		names = append(names, l.things[l.byID[id]].Name)
	}
	if more := len(ids) - listMost; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// days are ISO dates as people write them: "31 Mar 2025".
func days(dates []string) string {
	var all []string
	for _, d := range dates[:min(len(dates), listMost)] {
		if t, err := time.Parse(time.DateOnly, d); err == nil {
			d = t.Format("2 Jan 2006")
		}
		all = append(all, d)
	}
	return strings.Join(all, ", ")
}
