// Package refer follows the words that name a thing without its name: the
// Prime Minister, the party, the country, she, its, and I inside a quotation.
// It also says who speaks in every quotation, and whom a noun phrase stands
// for. What it is not sure of it leaves alone.
package refer

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// Speakers gives for each quotation of the page the thing that speaks, or
// draft.None.
type Speakers []int

// Follow puts the mentions without a name into the draft.
func Follow(d *draft.Draft) Speakers {
	f := &follower{Draft: d, words: descriptions(d)}
	f.main = f.mainCountry()
	f.pass(false)
	sp := f.speakers()
	f.speak = sp
	f.pass(true)
	return sp
}

type follower struct {
	*draft.Draft
	words map[string][]int // a noun to the organisations it describes
	main  int              // the country the article is mostly about
	speak Speakers
}

// pass goes through the article once: outside quotations, then inside them.
func (f *follower) pass(quoted bool) {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if f.Speech(i) != quoted || f.MentionAt(i) != draft.None {
			continue
		}
		switch {
		case t.Pos == "PRON" || t.Tag == "PRP$" || t.Tag == "PRP":
			f.pronoun(i, quoted)
		case t.Pos == "NOUN" || t.Pos == "PROPN":
			f.nominal(i)
		}
	}
}

// mention puts in that token i (with the noun phrase from start) means thing.
func (f *follower) mention(thing, start, i int, form graphmodel.Form) {
	f.AddMention(draft.Mention{Start: start, End: i + 1, Head: i, Thing: thing, Form: form})
	ms := f.Things[thing].Mentions
	for k := len(ms) - 1; k > 0 && f.Mentions[ms[k]].Start < f.Mentions[ms[k-1]].Start; k-- {
		ms[k], ms[k-1] = ms[k-1], ms[k]
	}
}

// nominal resolves a common noun with "the", "this" or a possessive.
func (f *follower) nominal(i int) {
	t := &f.Tokens[i]
	start := f.phraseStart(i)
	definite := f.definite(start)
	switch {
	case t.Lower == "government" || t.Lower == "administration":
		f.government(i, start)
	case t.Lower == "country" || t.Lower == "kingdom" || t.Lower == "nation":
		if definite && t.Dep != "compound" && f.Kid(i, "prep", "amod", "relcl") == page.None {
			if c := f.lastOf(i, graphmodel.Country, 3, nil); c != draft.None {
				f.mention(c, start, i, graphmodel.FormNominal)
			}
		}
	case f.Lex.RoleEnds[t.Lower]:
		f.office(i, start)
	case f.Lex.In("orgref", t.Lower) && definite && t.Dep != "compound":
		f.body(i, start)
	}
}

// phraseStart is the article or possessive that opens the noun phrase of i,
// or the first modifier.
func (f *follower) phraseStart(i int) int {
	start := i
	for start > f.Sents[f.Tokens[i].Sent].Start && f.Above(i, start-1) && f.Tokens[start-1].Pos != "ADP" && f.Tokens[start-1].Pos != "PUNCT" && f.Tokens[start-1].Pos != "VERB" {
		start--
		if f.Tokens[start].Pos == "DET" || f.Tokens[start].Tag == "PRP$" {
			break
		}
	}
	return start
}

func (f *follower) definite(start int) bool {
	switch f.Tokens[start].Lower {
	case "the", "this", "that", "its", "their", "his", "her", "our", "said":
		return true
	}
	return false
}

// government is the country whose it is: the one named with it, else the one
// the article is about.
func (f *follower) government(i, start int) {
	t := &f.Tokens[i]
	if t.Dep == "compound" || t.Dep == "amod" || f.Kid(i, "prep") != page.None && f.Tokens[f.Kid(i, "prep")].Lower == "of" {
		return
	}
	for k := start; k < i; k++ {
		if th := f.ThingAt(k); th != draft.None {
			if f.Kind(th) == graphmodel.Country && f.Above(i, k) {
				f.mention(th, start, i, graphmodel.FormNominal)
			}
			return
		}
	}
	if f.Tokens[start].Lower == "the" && i-start <= 2 && f.main != draft.None && !f.foreignNear(i) {
		f.mention(f.main, start, i, graphmodel.FormNominal)
	}
}

// foreignNear reports whether the sentence is about another country, so that
// "the government" may be its.
func (f *follower) foreignNear(i int) bool {
	s := f.Sents[f.Tokens[i].Sent]
	for k := s.Start; k < s.End; k++ {
		if th := f.ThingAt(k); th != draft.None && f.Kind(th) == graphmodel.Country && th != f.main {
			return true
		}
	}
	return false
}

// mainCountry is the country named most often, of two the one named first.
func (f *follower) mainCountry() int {
	best, most := draft.None, 0
	for i := range f.Things {
		t := &f.Things[i]
		if t.Kind == graphmodel.Country && len(t.Mentions) > most {
			best, most = i, len(t.Mentions)
		}
	}
	return best
}

// office resolves "the Prime Minister": the person of that office who was
// named last before, else the only one of the article.
func (f *follower) office(i, start int) {
	t := &f.Tokens[i]
	if f.Tokens[start].Lower != "the" && !f.titleAlone(i, start) || t.Dep == "compound" || f.roleTaken(i) {
		return
	}
	if i+1 < len(f.Tokens) && f.At[i+1] != draft.None && f.Kind(f.ThingAt(i+1)) == graphmodel.Person {
		return
	}
	owner := f.ownerIn(i)
	best := f.leader(t.Lower, owner, i)
	if best == draft.None {
		best = f.holder(i, start, owner)
	}
	if best == draft.None {
		best = f.newOffice(i, start, owner)
	}
	if best != draft.None {
		f.mention(best, start, i, graphmodel.FormNominal)
	}
}

// holder is the person of an office who was named last before it.
func (f *follower) holder(i, start, owner int) int {
	words := strings.ToLower(f.Text(start, i+1))
	best, bestAt := draft.None, -1
	for p := range f.Things {
		th := &f.Things[p]
		if th.Kind != graphmodel.Person || th.Dead || !f.holds(th, f.Tokens[i].Lower, words, owner) {
			continue
		}
		if at := f.lastBefore(p, i); at > bestAt || best == draft.None {
			best, bestAt = p, at
		}
	}
	return best
}

// highest are the offices of which a country has one.
var highest = map[string]bool{"prime minister": true, "president": true, "chancellor": true, "premier": true, "taoiseach": true, "chief executive": true}

// newOffice gives a person the office that the text calls somebody by right
// after naming nobody else: "X has convened a meeting. The Prime Minister …".
func (f *follower) newOffice(i, start, owner int) int {
	title := strings.TrimPrefix(strings.ToLower(f.Text(start, i+1)), "the ")
	if !highest[title] || f.Tokens[i].Dep != "nsubj" || owner != draft.None {
		return draft.None
	}
	sent := f.Tokens[i].Sent
	if sent == 0 || f.Sents[sent-1].Line < f.Sents[sent].Line-1 {
		return draft.None
	}
	found := draft.None
	for k := f.Sents[sent-1].Start; k < f.Sents[sent-1].End; k++ {
		p := f.ThingAt(k)
		if p == draft.None || f.Kind(p) != graphmodel.Person || p == found {
			continue
		}
		if found != draft.None || len(f.Things[p].Roles) > 0 {
			return draft.None
		}
		found = p
	}
	if found != draft.None {
		f.Things[found].Roles = append(f.Things[found].Roles, draft.Role{
			Title: strings.TrimPrefix(strings.TrimPrefix(f.Text(start, i+1), "The "), "the "), Of: draft.None, Start: start + 1, End: i + 1, Head: i,
		})
	}
	return found
}

// leader resolves "the U.S. leader": the one head of a state or government
// named before whose country is this or not known; then it is this.
func (f *follower) leader(word string, owner, i int) int {
	if word != "leader" && word != "president" || owner == draft.None || f.Kind(owner) != graphmodel.Country {
		return draft.None
	}
	best, role := draft.None, 0
	for p := range f.Things {
		th := &f.Things[p]
		if th.Kind != graphmodel.Person || th.Dead || f.lastBefore(p, i) < 0 {
			continue
		}
		r := leading(th, owner)
		if r < 0 {
			continue
		}
		if best != draft.None {
			return draft.None
		}
		best, role = p, r
	}
	if best != draft.None {
		f.Things[best].Roles[role].Of = owner
	}
	return best
}

// leading is the last of a person's roles that heads a state or government,
// this one or an unknown one; -1 if there is none.
func leading(t *draft.Thing, owner int) int {
	found := -1
	for r, role := range t.Roles {
		switch strings.ToLower(role.Title) {
		case "president", "prime minister", "chancellor", "premier":
			if role.Of == draft.None || role.Of == owner {
				found = r
			}
		}
	}
	return found
}

// titleAlone reports whether an office stands without article as a name
// does: "PM Calls for Response".
func (f *follower) titleAlone(i, start int) bool {
	return f.Tokens[i].Lower == "pm" && start == i
}

// roleTaken reports whether the office at i is one already tied to a name
// beside it.
func (f *follower) roleTaken(i int) bool {
	for p := range f.Things {
		for _, r := range f.Things[p].Roles {
			if r.Start <= i && i < r.End {
				return true
			}
		}
	}
	return false
}

// holds reports whether a person holds the office meant.
func (f *follower) holds(t *draft.Thing, head, words string, owner int) bool {
	for _, r := range t.Roles {
		title := strings.ToLower(r.Title)
		if title == "" || !strings.HasSuffix(title, head) || second(title) != second(words) {
			continue
		}
		if !strings.Contains(words, title) && !strings.Contains(title, strings.TrimPrefix(words, "the ")) {
			continue
		}
		if owner == draft.None || r.Of == draft.None || r.Of == owner {
			return true
		}
	}
	return false
}

// second reports whether a title is that of somebody's deputy or opposite
// number: the shadow minister is not the minister.
func second(title string) bool {
	title = " " + title
	for _, w := range [...]string{" shadow ", " deputy ", " vice ", " vice-", " assistant "} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}

// ownerIn is the country or body named with an office.
func (f *follower) ownerIn(i int) int {
	for _, k := range f.Kids(i) {
		th := f.ThingAt(k)
		if f.Tokens[k].Dep == "prep" && f.Tokens[k].Lower == "of" {
			if p := f.Kid(k, "pobj"); p != page.None {
				th = f.ThingAt(p)
			}
		}
		if th != draft.None && f.Kind(th) != graphmodel.Person {
			return th
		}
	}
	return draft.None
}

// lastBefore is the head of the last mention of a thing before token i, or
// -1.
func (f *follower) lastBefore(thing, i int) int {
	at := -1
	for _, m := range f.Things[thing].Mentions {
		if h := f.Mentions[m].Head; h < i {
			at = max(at, h)
		}
	}
	return at
}

// lastOf is the thing of a kind named last before i, at most so many
// sentences back, that ok takes.
func (f *follower) lastOf(i int, kind graphmodel.Kind, sents int, ok func(thing int) bool) int {
	for k := i - 1; k >= 0 && f.Tokens[i].Sent-f.Tokens[k].Sent <= sents; k-- {
		th := f.ThingAt(k)
		if th != draft.None && f.Kind(th) == kind && (ok == nil || ok(th)) {
			return th
		}
	}
	return draft.None
}

// body resolves "the party", "the network": the organisation described so
// that was named last; "the company" and the like also without description.
func (f *follower) body(i, start int) {
	t := &f.Tokens[i]
	for k := start; k < i; k++ {
		if f.ThingAt(k) != draft.None {
			return
		}
	}
	best, bestAt := draft.None, -1
	for _, o := range f.words[t.Lower] {
		if at := f.lastBefore(o, i); at > bestAt && !f.Things[o].Dead {
			best, bestAt = o, at
		}
	}
	if best != draft.None {
		f.mention(best, start, i, graphmodel.FormNominal)
	}
}

// descriptions gathers what nouns describe which organisations: those of
// their names, before their names, and of which they are said to be one.
func descriptions(d *draft.Draft) map[string][]int {
	out := map[string][]int{}
	put := func(word string, thing int) {
		word = strings.ToLower(word)
		for _, t := range out[word] {
			if t == thing {
				return
			}
		}
		out[word] = append(out[word], thing)
	}
	for m := range d.Mentions {
		men := &d.Mentions[m]
		th := men.Thing
		if d.Things[th].Kind != graphmodel.Organisation {
			continue
		}
		for k := men.Start; k < men.End; k++ {
			put(d.Tokens[k].Text, th)
		}
		if s := d.Things[th].OrgSort; s != "" {
			put(s, th)
		}
		for _, k := range describers(d, men) {
			put(d.Tokens[k].Text, th)
		}
	}
	return out
}

// describers are the nouns around a name that say what it is: before it, in
// apposition to it, or behind "is".
func describers(d *draft.Draft, m *draft.Mention) []int {
	var out []int
	for k := m.Start - 1; k >= 0 && d.Tokens[k].Sent == d.Tokens[m.Head].Sent && (d.Tokens[k].Pos == "NOUN" || d.Tokens[k].Pos == "ADJ"); k-- {
		out = append(out, k)
	}
	for _, k := range d.Kids(m.Head) {
		if d.Tokens[k].Dep == "appos" {
			out = append(out, k)
		}
	}
	if v := d.Tokens[m.Head].Head; d.Tokens[m.Head].Dep == "nsubj" && d.Tokens[v].Lemma == "be" {
		if a := d.Kid(v, "attr"); a != page.None {
			out = append(out, a)
		}
	}
	return out
}
