package measures

import (
	"slices"
	"sort"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// kin are nouns that may mean one instrument.
var kin = [][]string{
	{"law", "legislation", "bill", "act", "statute", "decree", "directive", "amendment", "ordinance"},
	{"decree", "order", "ban", "shutdown", "suspension", "prorogation"},
	{"agreement", "deal", "pact", "treaty", "accord", "memorandum"},
	{"ban", "prohibition", "moratorium"},
	{"ceasefire", "cease-fire", "truce", "armistice"},
	{"summit", "conference", "gathering", "meeting", "forum", "grouping", "talks", "event"},
	{"inquiry", "investigation", "probe"},
	{"programme", "program", "scheme", "plan", "initiative", "strategy", "project"},
	{"resolution", "proposal", "motion", "draft"},
	{"constitution", "charter"},
	{"limit", "restriction", "cap"},
	{"penalty", "fine"},
	{"withdrawal", "pullout", "expulsion"},
	{"operation", "offensive"},
	{"embargo", "sanction"},
	{"fund", "package", "funding", "loan", "aid", "assistance"},
	{"referendum", "plebiscite"},
	{"licence", "license"},
}

// broad are nouns that may mean an instrument of any sort.
var broad = map[string]bool{
	"plan": true, "proposal": true, "initiative": true, "reform": true, "policy": true, "project": true, "strategy": true, "measure": true, "scheme": true,
}

// akin reports whether a place and a measure may be one by their heads: of one
// family, or one of them broad and both alike in their other words.
func (f *finder) akin(m *found, t *draft.Thing) bool {
	if akin(m.word, t.HeadWord) {
		return true
	}
	if t.HeadWord == "measure" && m.sort == t.Sort && m.definite {
		return true
	}
	if !broad[m.word] && !broad[t.HeadWord] || m.sort == graphmodel.SortSummit || t.Sort == graphmodel.SortSummit {
		return false
	}
	return len(m.content) > 0 && len(t.Content) > 0 && share(m.content, t.Content) >= 0.5
}

// akin reports whether two head words may mean one instrument.
func akin(a, b string) bool {
	if a == b {
		return true
	}
	for _, set := range kin {
		x, y := false, false
		for _, w := range set {
			x = x || w == a
			y = y || w == b
		}
		if x && y {
			return true
		}
	}
	return false
}

// gather makes things of the places found, in order: each either is one of the earlier
// ones or a new one. What needs an earlier one and has none is left out.
func (f *finder) gather() {
	slices.SortStableFunc(f.found, func(a, b found) int { return a.head - b.head })
	var last []int // things, the one spoken of last at the end
	for n := range f.found {
		m := &f.found[n]
		thing := f.earlier(m, last)
		if thing == draft.None {
			if m.weak {
				continue
			}
			thing = f.AddThing(draft.Thing{Kind: graphmodel.Measure, Name: m.name, Key: strings.ToLower(m.name), Sort: m.sort, HeadWord: m.word, Proper: m.proper || f.properName(m)})
		}
		form := graphmodel.FormNominal
		if m.proper || f.properName(m) {
			form = graphmodel.FormName
		}
		f.AddMention(draft.Mention{Start: m.start, End: m.end, Head: m.head, Thing: thing, Form: form})
		f.addContent(thing, m)
		f.rename(thing, m)
		f.amount(thing, m)
		last = remember(last, thing)
	}
}

func remember(last []int, thing int) []int {
	if i := slices.Index(last, thing); i >= 0 {
		last = slices.Delete(last, i, i+1)
	}
	return append(last, thing)
}

func (f *finder) properName(m *found) bool {
	return upper(f.Tokens[m.head].Text) && f.Tokens[m.head].Pos == "PROPN" && f.capitalName(m.head)
}

// addContent gives a thing the words and actors of one of its descriptions.
func (f *finder) addContent(thing int, m *found) {
	t := &f.Things[thing]
	if t.Content == nil {
		t.Content, t.Actors = map[string]bool{}, map[string]bool{}
	}
	for w := range m.content {
		t.Content[w] = true
	}
	for a := range f.actorsIn(m) {
		t.Actors[a] = true
	}
}

// actorsIn are the keys of the countries and bodies that a description names.
func (f *finder) actorsIn(m *found) map[string]bool {
	out := map[string]bool{}
	from := m.start
	for _, k := range f.Kids(m.head) {
		if f.Tokens[k].Dep == "poss" {
			from = min(from, f.Tokens[k].Left)
		}
	}
	for k := from; k < m.end; k++ {
		if th := f.ThingAt(k); th != draft.None && f.Kind(th).Actor() && f.Kind(th) != graphmodel.Person {
			out[string(f.Kind(th))+f.Things[th].Key] = true
		}
	}
	return out
}

// apart reports whether two descriptions name actors and none in common: the
// sanctions of one state are not those of another.
func apart(a, b map[string]bool) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for k := range a {
		if b[k] {
			return false
		}
	}
	return true
}

func sortedWords(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for w := range set {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// rename gives a measure the better of two names: a proper one, else the
// first.
func (f *finder) rename(thing int, m *found) {
	t := &f.Things[thing]
	if m.proper && !t.Proper {
		t.Name, t.Proper = m.name, true
	}
	if t.HeadWord == "measure" && m.word != "measure" && !m.back {
		t.Name, t.HeadWord = m.name, m.word
	}
}

// earlier finds the measure that a place refers back to, or None.
func (f *finder) earlier(m *found, last []int) int {
	for i := len(last) - 1; i >= 0; i-- {
		t := &f.Things[last[i]]
		if f.refersTo(m, t, len(last)-1-i) {
			return last[i]
		}
	}
	if !m.back {
		return draft.None
	}
	return f.backTo(m)
}

// refersTo reports whether a place means a measure that was named before.
func (f *finder) refersTo(m *found, t *draft.Thing, age int) bool {
	if !f.akin(m, t) || f.distinct(m, t) {
		return false
	}
	if m.back && m.word != t.HeadWord && (m.sort != graphmodel.SortSummit || t.Sort != m.sort) {
		return false
	}
	if len(m.content) == 0 {
		return f.bareRefers(m, t, age)
	}
	return m.sort == graphmodel.SortUnit && m.word == t.HeadWord && f.shares(m, t) || alike(m, t)
}

// bareRefers reports whether a noun without words of its own refers to a
// measure.
func (f *finder) bareRefers(m *found, t *draft.Thing, age int) bool {
	if m.sort == graphmodel.SortUnit && m.word == t.HeadWord && f.shares(m, t) {
		return true // a new unit of the same body
	}
	return (m.definite || m.weak && !m.fresh || f.draftOf(m)) && (m.word == t.HeadWord || age == 0 || m.sort == t.Sort)
}

// alike reports whether the words of a description that has some of its own
// agree with a measure's: the more so the less it claims to refer back.
func alike(m *found, t *draft.Thing) bool {
	same := share(m.content, t.Content)
	switch {
	case m.fresh && m.word == t.HeadWord && !m.definite:
		return same >= 0.8
	case m.definite:
		return same >= 0.5
	}
	return same >= 0.6
}

// distinct reports whether a place cannot mean a measure: their numbers, names
// or actors differ, or one stands inside the other's description.
func (f *finder) distinct(m *found, t *draft.Thing) bool {
	if numbersDiffer(m.name, t.Name) || numbersDiffer(strings.Join(sortedWords(m.content), " "), strings.Join(sortedWords(t.Content), " ")) {
		return true
	}
	if f.Lex.In("namedmeasure", f.Tokens[m.head].Text) && m.name != t.Name || apart(f.actorsIn(m), t.Actors) || f.oneOfSeveral(m, t) {
		return true
	}
	for _, k := range t.Mentions {
		if f.Mentions[k].Start <= m.head && m.head < f.Mentions[k].End {
			return true
		}
	}
	return false
}

// oneOfSeveral reports whether a place speaks of one measure and the thing is
// a number of them: "the bill" is not "three bills".
func (f *finder) oneOfSeveral(m *found, t *draft.Thing) bool {
	if len(t.Mentions) == 0 || f.Tokens[m.head].Tag != "NN" {
		return false
	}
	first := f.Mentions[t.Mentions[0]].Head
	return f.Tokens[first].Tag == "NNS" && f.Kid(first, "nummod") != page.None
}

// shares reports whether two descriptions name one body.
func (f *finder) shares(m *found, t *draft.Thing) bool {
	for a := range f.actorsIn(m) {
		if t.Actors[a] {
			return true
		}
	}
	return false
}

// draftOf reports whether a place says "a draft" of what was spoken of.
func (f *finder) draftOf(m *found) bool {
	for k := m.start; k < m.head; k++ {
		if f.Tokens[k].Lower == "draft" {
			return true
		}
	}
	return false
}

// numbersDiffer reports whether two names carry numbers and not the same:
// Resolution 1701 is not Resolution 1559.
func numbersDiffer(a, b string) bool {
	x, y := digits(a), digits(b)
	return x != "" && y != "" && x != y
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// share is how much of the shorter of two descriptions is in the longer one.
func share(a, b map[string]bool) float64 {
	if len(a) == 0 {
		return 1
	}
	if len(b) == 0 {
		return 0
	}
	n := 0
	for w := range a {
		if b[w] || b[strings.TrimSuffix(w, "s")] {
			n++
		}
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// amount notes the sum of money that stands in a description.
func (f *finder) amount(thing int, m *found) {
	if f.Things[thing].Amount != "" {
		return
	}
	first := sort.Search(len(f.Ents), func(i int) bool { return f.Ents[i].Start >= m.start })
	for _, e := range f.Ents[first:] {
		if e.End > m.end {
			return
		}
		if e.Label == "MONEY" {
			start := e.Start
			if start > 0 && strings.ContainsAny(f.Tokens[start-1].Text, "£$€") {
				start--
			}
			f.Things[thing].Amount = f.Text(start, e.End)
			return
		}
	}
}
