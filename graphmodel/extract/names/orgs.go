package names

import (
	"sort"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// block keeps places and events with a country's name in them from being
// taken for the country: the Gulf of Oman, the Iran–Iraq War.
func (f *finder) block() {
	for _, e := range f.Ents {
		if e.Label == "EVENT" || e.Label == "LOC" || e.Label == "FAC" {
			f.blockEnt(e)
		}
	}
	for i := range f.Tokens {
		if f.placeWord(i) && f.properAt(i) && !f.surnameHere(i) {
			f.blockAround(i)
		}
	}
}

func (f *finder) placeWord(i int) bool {
	return f.Lex.In("place", f.Tokens[i].Text) || f.Lex.In("event", f.Tokens[i].Text)
}

// surnameHere reports whether the word of places at i ends the name of someone
// who is tagged as a person and has a given name: "Jenny Hill".
func (f *finder) surnameHere(i int) bool {
	start := i
	for start > 0 && f.Tokens[start-1].Label == "PERSON" && f.joined(start-1, i) {
		start--
	}
	return start < i && f.Tokens[i].Label == "PERSON" && f.Lex.In("given", f.Tokens[start].Text)
}

func (f *finder) blockEnt(e page.Ent) {
	start, end := f.trim(e.Start, e.End)
	for k := start; k < end; k++ {
		if end-start > 1 && f.placeWord(k) {
			f.add(candidate{start: start, end: end, rank: 65})
			return
		}
	}
}

// blockAround keeps the capitals around the word of a place at i together.
func (f *finder) blockAround(i int) {
	start := i
	for start > 0 && f.joined(start-1, start) && (f.properAt(start-1) || f.dash(start-1)) && f.roleEnding(start) == page.None {
		start--
	}
	end := i + 1
	if end+1 < len(f.Tokens) && f.Tokens[end].Lower == "of" && f.capital(end+1) {
		for end += 2; end < len(f.Tokens) && f.joined(end-1, end) && f.properAt(end); end++ {
		}
	}
	if end-start > 1 && (end >= len(f.Tokens) || !f.nameWord(end)) {
		f.add(candidate{start: start, end: end, rank: 62})
	}
}

func (f *finder) dash(i int) bool { return f.Tokens[i].Text == "–" || f.Tokens[i].Text == "-" }

// blockRoles keeps the words of an office from being taken for a body: the
// "State" of "Secretary of State".
func (f *finder) blockRoles() {
	for i := range f.Tokens {
		if end := f.roleAt(i); end > i+1 {
			f.add(candidate{start: i, end: end, rank: 59})
		}
	}
}

// joined reports whether two neighbouring tokens can be of one name: same
// sentence, nothing but a space or nothing between.
func (f *finder) joined(a, b int) bool {
	return f.Tokens[a].Sent == f.Tokens[b].Sent && f.Tokens[a].Quote == f.Tokens[b].Quote
}

// nameWord reports whether token i is a word that makes a name the name of an
// organisation.
func (f *finder) nameWord(i int) bool {
	w, ok := f.Lex.OrgWords[strings.TrimSuffix(f.Tokens[i].Lower, ".")]
	return ok && f.capital(i) && (w.Has("name") || w.Has("suffix"))
}

// orgPatterns finds names that say that they are an organisation's: a word
// such as Ministry, Party or Inc. with the capitals around it.
func (f *finder) orgPatterns() {
	for i := range f.Tokens {
		if !f.nameWord(i) || f.titleCase(f.Tokens[i].Line) {
			continue
		}
		w := f.Lex.OrgWords[strings.TrimSuffix(f.Tokens[i].Lower, ".")]
		start := f.leftOf(i)
		end := f.rightOf(i, w.Has("suffix") && !w.Has("name"))
		if end-start < 2 || f.Tokens[i].Lower == "government" || f.onlyCountryAndRole(start, end) {
			continue
		}
		if strings.EqualFold(f.Tokens[end-1].Text, "government") || f.Lex.In("placename", f.Text(start, end)) {
			continue
		}
		f.add(candidate{start: start, end: end, kind: graphmodel.Organisation, form: graphmodel.FormName, orgSort: w.Sort, rank: 60})
	}
}

// onlyCountryAndRole reports whether what was gathered is an office and not a
// body: "US Secretary of State".
func (f *finder) onlyCountryAndRole(start, end int) bool {
	return f.roleEnding(end) != page.None && f.roleEnding(end) <= start+1
}

// leftOf returns where the capitals that lead up to the word at i start.
func (f *finder) leftOf(i int) int {
	start := i
	for start > 0 && f.joined(start-1, start) {
		if f.Lex.RoleEnds[f.Tokens[start-1].Lower] && f.roleEnding(start) != page.None {
			break
		}
		step := f.stepLeft(start)
		if step == 0 {
			break
		}
		start -= step
	}
	for start < i && (f.Tokens[start].Lower == "the" || f.Tokens[start].Pos == "PUNCT") {
		start++
	}
	return start
}

// stepLeft is how many tokens before start belong to the same name: a capital,
// a capital before a hyphen, or a capital before "for", "and" or "of".
func (f *finder) stepLeft(start int) int {
	p := start - 1
	t := &f.Tokens[p]
	if f.properAt(p) && !f.noStart(p) {
		return 1
	}
	if p == 0 || !f.joined(p-1, p) {
		return 0
	}
	switch {
	case f.dash(p) && !t.Space && f.capital(p-1):
		return 2
	case f.binds(p) && f.tagBinds(p, start):
		return 2
	case f.Tokens[p].Lower == "and" && f.sharedArticle(p):
		return 2
	}
	return 0
}

// tagBinds reports whether the language layer takes what stands on both sides
// of a small word at p for one body, and no office ends before it.
func (f *finder) tagBinds(p, start int) bool {
	return f.properAt(p-1) && f.roleEnding(p) == page.None && f.Tokens[p-1].Label == "ORG" && f.Tokens[start].Label == "ORG" && f.oneEnt(p-1, start)
}

// sharedArticle reports whether what the "and" at token p joins is one name: it
// has one article in front and the capitals before "and" are no name alone,
// "the Tides and Currents Committee" but not "the Senate and Tides Committee".
func (f *finder) sharedArticle(p int) bool {
	i := p - 1
	for ; i > 0 && f.joined(i, p) && f.properAt(i) && f.Tokens[i].Pos != "DET"; i-- {
		if f.nameWord(i) && i == p-1 || f.place(i) || f.Tokens[i].Label == "PERSON" || f.roleEnding(i+1) != page.None {
			return false
		}
	}
	_, listed := f.Lex.Bodies.Find(f.Text(i+1, p))
	return i < p-1 && f.joined(i, p) && f.Tokens[i].Lower == "the" && !listed
}

// binds reports whether a small word can stand inside a name.
func (f *finder) binds(i int) bool {
	switch f.Tokens[i].Lower {
	case "for", "and", "of", "&":
		return true
	}
	return false
}

// oneEnt reports whether two tokens are of one name for the language layer.
func (f *finder) oneEnt(a, b int) bool {
	at := sort.Search(len(f.Ents), func(i int) bool { return f.Ents[i].Start > a }) - 1
	return at >= 0 && b < f.Ents[at].End
}

// rightOf returns where the capitals that follow the word at i end.
func (f *finder) rightOf(i int, legal bool) int {
	end := i + 1
	if legal {
		if end < len(f.Tokens) && f.Tokens[end].Text == "." && !f.Tokens[i].Space {
			end++
		}
		return end
	}
	for end < len(f.Tokens) && f.joined(end-1, end) && f.properAt(end) && f.Tokens[end].Tag != "POS" {
		if f.roleAt(end) != page.None || f.Lex.In("given", f.Tokens[end].Text) || f.Tokens[end].Label == "PERSON" || f.Tokens[end].Label == "DATE" {
			break
		}
		end++
	}
	return f.rightPhrase(end)
}

// rightPhrase takes in "of Justice", "for the Defence of Human Rights", "to
// Defeat ISIS" behind the name of a body.
func (f *finder) rightPhrase(end int) int {
	for end+1 < len(f.Tokens) && f.joined(end-1, end) {
		k := f.phraseWord(end)
		if k == page.None || !f.phraseFits(end, k) {
			return end
		}
		for end = k + 1; end < len(f.Tokens) && f.joined(end-1, end) && f.properAt(end) && f.Tokens[end].Tag != "POS" && f.roleAt(end) == page.None && f.Tokens[end].Label != "PERSON"; end++ {
		}
	}
	return end
}

// phraseWord is the first word behind the small word at end, or page.None.
func (f *finder) phraseWord(end int) int {
	k := end + 1
	switch f.Tokens[end].Lower {
	case "of", "for", "on", "against":
		if k < len(f.Tokens) && f.Tokens[k].Lower == "the" {
			k++
		}
	case "to":
	case "and":
		if !f.oneEnt(end-1, end+1) {
			return page.None
		}
		if f.Tokens[k].Lower == "the" {
			k++
		}
	default:
		return page.None
	}
	if k >= len(f.Tokens) {
		return page.None
	}
	return k
}

// phraseFits reports whether the word at k goes on with the name that the
// small word at end may continue.
func (f *finder) phraseFits(end, k int) bool {
	if !f.joined(end, k) || !f.properAt(k) || f.Tokens[k].Label == "PERSON" || f.Tokens[k].Label == "DATE" {
		return false
	}
	word := f.Tokens[end].Lower
	if _, ok := f.Lex.Bodies.Find(f.Tokens[k].Text); ok && word != "to" {
		return false
	}
	if word == "to" || word == "on" || word == "against" {
		return f.oneEnt(end-1, k)
	}
	return true
}

// lowBodies finds the bodies of a country that a text writes small: "Sudanese
// air force", "the British parliament".
func (f *finder) lowBodies() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if !f.lowWord(i) {
			continue
		}
		w := f.Lex.OrgWords[t.Lower]
		start := i
		for start > 0 && f.Tokens[start-1].Sent == t.Sent && f.Tokens[start-1].Pos != "DET" && bodyAdjective[f.Tokens[start-1].Lower] {
			start--
		}
		c := f.countryEnding(start)
		if c < 0 || t.Dep == "compound" || t.Dep == "amod" {
			continue
		}
		sort := w.Sort
		if sort == "" {
			sort = "armed"
		}
		f.take(candidate{start: f.named[c].start, end: i + 1, kind: graphmodel.Organisation, form: graphmodel.FormNominal, orgSort: sort})
	}
	f.sort()
}

// lowWord reports whether the noun at i may be a body written small.
func (f *finder) lowWord(i int) bool {
	t := &f.Tokens[i]
	w, ok := f.Lex.OrgWords[t.Lower]
	if !ok || f.capital(i) || t.Pos != "NOUN" || f.taken[i] {
		return false
	}
	if t.Lower == "force" {
		return i > 0 && f.Tokens[i-1].Lower == "air"
	}
	return w.Has("low")
}

// bodyAdjective are the words between a country and a body of it.
var bodyAdjective = map[string]bool{"air": true, "foreign": true, "defence": true, "interior": true, "supreme": true, "constitutional": true}

// countryEnding returns the index in named of the country whose name or
// adjective ends right before token end, possessive or not; or -1.
func (f *finder) countryEnding(end int) int {
	if end > 0 && f.Tokens[end-1].Tag == "POS" {
		end--
	}
	for _, i := range f.endingAt(end) {
		if f.named[i].kind == graphmodel.Country {
			return i
		}
	}
	return -1
}
