package names

import (
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// roles reads the offices that stand before, behind and for every person's
// name, and whose they are.
func (f *finder) roles() {
	for i := range f.named {
		n := &f.named[i]
		if n.kind != graphmodel.Person {
			continue
		}
		f.roleBefore(n)
		f.roleBehind(n)
		f.roleInFront(n)
		f.roleIs(n)
	}
}

// roleBefore reads "Labour Party leader Jeremy Corbyn" and "First Minister of
// Scotland Nicola Sturgeon".
func (f *finder) roleBefore(n *named) {
	end := n.start
	if end > 0 && f.Lex.In("honorific", f.Tokens[end-1].Text) {
		end--
	}
	if end > 2 && f.Tokens[end-1].Text == ")" {
		end = f.bracketStart(end)
	}
	if start := f.roleEnding(end); start != page.None {
		for start < end-1 && f.insideName(start) {
			start++
		}
		f.addRole(n.thing, start, end, f.ownerLeft(start), false)
		return
	}
	f.ownerBetween(n, end)
}

// ownerBetween reads an owner between office and name: "Ambassador to the
// United Nations Nikki Haley".
func (f *finder) ownerBetween(n *named, end int) {
	ending := slices.Clone(f.endingAt(end))
	if end > 0 && f.Tokens[end-1].Text == ")" {
		ending = append(ending, f.endingAt(end-1)...)
		slices.Sort(ending)
	}
	for _, i := range ending {
		m := &f.named[i]
		if m.kind == graphmodel.Person {
			continue
		}
		at := m.start
		if at > 0 && f.Tokens[at-1].Lower == "the" {
			at--
		}
		if at > 0 && f.ofWord(at-1) {
			if start := f.roleEnding(at - 1); start != page.None {
				f.addRole(n.thing, start, at-1, f.owner(start, at-1), false)
			}
		}
	}
}

// bracketStart is the token of the bracket that opens what closes before end;
// end itself if none does in a few words.
func (f *finder) bracketStart(end int) int {
	for k := end - 2; k >= 0 && k > end-8; k-- {
		if f.Tokens[k].Text == "(" {
			return k
		}
	}
	return end
}

func (f *finder) ofWord(i int) bool {
	switch f.Tokens[i].Lower {
	case "of", "for", "to", "at", "in", "with", "from":
		return true
	}
	return false
}

// roleBehind reads "Carrie Lam, the chief executive of Hong Kong".
func (f *finder) roleBehind(n *named) {
	at := n.end
	if at >= len(f.Tokens) || f.Tokens[at].Sent != f.Tokens[n.start].Sent {
		return
	}
	switch f.Tokens[at].Text {
	case ",", "(", "–", "—":
		at++
	case "and":
		at++
	case "of":
		// "Steve Peers of the University of Essex"
		f.ofOwner(n, at)
		return
	default:
		return
	}
	f.roleFrom(n, at, 9)
}

// roleFrom looks for an office in the next few tokens, before any verb.
func (f *finder) roleFrom(n *named, at, room int) {
	sent := f.Tokens[n.start].Sent
	for k := at; k < len(f.Tokens) && k < at+room && f.Tokens[k].Sent == sent; k++ {
		t := &f.Tokens[k]
		if f.newClause(k) {
			return
		}
		end := f.roleAt(k)
		if end == page.None || !f.rolePlace(k, end) {
			if (t.Text == "," || t.Pos == "ADP") && k > at {
				return
			}
			continue
		}
		f.addRole(n.thing, k, end, f.owner(k, end), f.former(at, k))
		if end < len(f.Tokens) && f.Tokens[end].Lower == "and" {
			if more := f.roleAt(end + 1); more != page.None {
				f.addRole(n.thing, end+1, more, f.owner(end+1, more), f.former(at, k))
			}
		}
		return
	}
}

// newClause reports whether token k ends a phrase that describes a person.
func (f *finder) newClause(k int) bool {
	t := &f.Tokens[k]
	switch t.Pos {
	case "AUX":
		return true
	case "VERB":
		return t.Tag != "VBG" && t.Tag != "VBN"
	}
	switch t.Lower {
	case ";", "\"", "who", "which":
		return true
	}
	return false
}

// rolePlace reports whether an office stands as one and not inside a name or
// before another one's name.
func (f *finder) rolePlace(start, end int) bool {
	if slices.Contains(f.at.inside[start:end], true) {
		return false
	}
	for _, m := range f.startingAt(end) {
		if m.kind == graphmodel.Person {
			return false
		}
	}
	return f.Tokens[end-1].Pos == "NOUN" || f.Tokens[end-1].Pos == "PROPN"
}

// roleInFront reads "the mayor of London, Sadiq Khan".
func (f *finder) roleInFront(n *named) {
	at := n.start - 1
	if at < 1 || f.Tokens[at].Sent != f.Tokens[n.start].Sent {
		return
	}
	first := f.Sents[f.Tokens[at].Sent].Start
	for k := at - 1; k >= first && k > at-14; k-- {
		t := &f.Tokens[k]
		if t.Text == "," || t.Text == ";" || t.Pos == "VERB" || t.Pos == "AUX" || t.Text == "\"" {
			return
		}
		end := f.roleAt(k)
		if end == page.None || end > at+1 || !f.rolePlace(k, end) {
			continue
		}
		if prev := f.roleEnding(end); prev != page.None && prev < k {
			k = prev
		}
		f.roleUpTo(n, k, end)
		return
	}
}

// behindPerson reports whether an office stands behind a person's name and a
// comma, as each does in "A, the head of X, B, the minister, and C": it is that
// one's.
func (f *finder) behindPerson(office int) bool {
	k := office - 1
	for k > 0 && f.Tokens[k].Pos == "DET" {
		k--
	}
	if k < 1 || f.Tokens[k].Text != "," {
		return false
	}
	return slices.ContainsFunc(f.endingAt(k), func(i int) bool { return f.named[i].kind == graphmodel.Person })
}

// roleUpTo takes an office in front of a name for its holder's, if a comma or
// only the owner stands between.
func (f *finder) roleUpTo(n *named, start, end int) {
	if f.behindPerson(start) {
		return
	}
	owner := f.owner(start, end)
	reaches := f.reaches(end, n.start)
	if f.Tokens[n.start-1].Text == "," || owner != draft.None && reaches {
		f.addRole(n.thing, start, end, owner, f.former(start, start))
	}
}

// reaches reports whether only an owner stands between an office and a name.
func (f *finder) reaches(end, start int) bool {
	for k := end; k < start; k++ {
		t := &f.Tokens[k]
		if f.ofWord(k) || t.Pos == "DET" || t.Text == "(" || t.Text == ")" {
			continue
		}
		if !f.insideName(k) {
			return false
		}
	}
	return true
}

// roleIs reads "Al-Muhandis was the deputy commander of the militia".
func (f *finder) roleIs(n *named) {
	head := f.headOf(n)
	verb := f.Tokens[head].Head
	if d := f.Tokens[head].Dep; d != "nsubj" && d != "nsubjpass" || f.Tokens[verb].Lemma != "be" && f.Tokens[verb].Lemma != "become" {
		return
	}
	attr := f.Kid(verb, "attr", "acomp")
	if attr == page.None {
		return
	}
	for _, k := range append([]int{attr}, f.Kids(attr)...) {
		if k != attr && f.Tokens[k].Dep != "conj" {
			continue
		}
		if start := f.roleEnding(k + 1); start != page.None && f.rolePlace(start, k+1) {
			neg := f.Kid(verb, "neg") != page.None
			if !neg {
				f.addRole(n.thing, start, k+1, f.owner(start, k+1), f.Tokens[verb].Past && f.former(start, start))
			}
		}
	}
}

// owner is the thing whose office it is: behind it ("of", "for", "at"), or in
// front of it.
func (f *finder) owner(start, end int) int {
	switch f.Tokens[end-1].Lower {
	case "ambassador", "envoy", "representative", "negotiator":
		// An envoy to a body is whose he is, not of whom he is sent to.
		if o := f.ownerLeft(start); o != draft.None {
			return o
		}
		if end < len(f.Tokens) && (f.Tokens[end].Lower == "to" || f.Tokens[end].Lower == "for") {
			return draft.None
		}
	}
	if o := f.ownerRight(end); o != draft.None {
		return o
	}
	return f.ownerLeft(start)
}

// ownerRight is the body behind an office: "of the Tunisian League", "at the
// United Nations", "responsible for …" is none.
func (f *finder) ownerRight(end int) int {
	if end+2 < len(f.Tokens) && f.Tokens[end].Text == "(" && f.Tokens[end+2].Text == ")" {
		return f.ownerRight(end + 3)
	}
	if end >= len(f.Tokens) || !f.ofWord(end) {
		return draft.None
	}
	if w := f.Tokens[end].Lower; w == "from" || w == "in" && !f.Lex.RoleEnds[f.Tokens[end-1].Lower] {
		return draft.None
	}
	return f.ownerFrom(end + 1)
}

// ownerFrom is the body or country whose name stands behind the article at
// token at.
func (f *finder) ownerFrom(at int) int {
	for at < len(f.Tokens) && (f.Tokens[at].Pos == "DET" || f.Tokens[at].Pos == "ADJ" && !f.capital(at)) {
		at++
	}
	best, bestEnd := draft.None, 0
	for _, m := range f.startingAt(at) {
		if m.kind != graphmodel.Person && m.end > bestEnd {
			best, bestEnd = m.thing, m.end
		}
	}
	if best != draft.None && f.Kind(best) == graphmodel.Country {
		if body := f.bodyAt(bestEnd); body != draft.None {
			return body // "head of Iran's Quds Force": the body, not its country
		}
	}
	return best
}

// bodyAt is the organisation whose name starts at token i, or behind the
// possessive there; or None.
func (f *finder) bodyAt(i int) int {
	if i < len(f.Tokens) && f.Tokens[i].Tag == "POS" {
		i++
	}
	for _, m := range f.startingAt(i) {
		if m.kind == graphmodel.Organisation {
			return m.thing
		}
	}
	return draft.None
}

// ownerLeft is the body or country right in front of an office: "US
// Secretary of State", "Iran's President", "State Department spokesman".
func (f *finder) ownerLeft(start int) int {
	first := f.Sents[f.Tokens[start].Sent].Start
	for k := start - 1; k >= first && start-k < 6; k-- {
		t := &f.Tokens[k]
		for _, i := range f.endingAt(k + 1) {
			if m := &f.named[i]; m.kind != graphmodel.Person {
				return m.thing
			}
		}
		ok := t.Tag == "POS" || t.Pos == "ADJ" || t.Pos == "NOUN" || t.Pos == "PROPN" || t.Tag == "VBG" || t.Text == "-"
		if !ok || f.insideName(k) {
			return draft.None
		}
	}
	return draft.None
}

// ofOwner reads "Martin Smith of PBS": whoever is of a body works for it.
func (f *finder) ofOwner(n *named, at int) {
	if o := f.ownerRight(at); o != draft.None {
		f.Things[n.thing].Roles = append(f.Things[n.thing].Roles, draft.Role{Title: "", Of: o, Start: at, End: at + 1, Head: at})
	}
}

// former reports whether a word near an office says that it is over.
func (f *finder) former(from, start int) bool {
	for k := max(0, min(from, start-4)); k < start; k++ {
		switch f.Tokens[k].Lower {
		case "former", "ex", "ex-", "late", "onetime", "then":
			return true
		}
	}
	return false
}

func (f *finder) addRole(person, start, end, owner int, ended bool) {
	t := &f.Things[person]
	for _, r := range t.Roles {
		if r.Start <= start && start < r.End {
			return
		}
	}
	f.setGender(t, f.Tokens[end-1].Lower)
	t.Roles = append(t.Roles, draft.Role{
		Title: strings.Join(strings.Fields(f.Text(start, end)), " "), Of: owner,
		Ended: ended || f.former(start-3, start), Start: start, End: end, Head: end - 1,
	})
}

func (f *finder) setGender(t *draft.Thing, word string) {
	if f.Lex.In("female", word) {
		t.Gender = draft.Female
	} else if t.Gender == draft.Unknown && f.Lex.In("male", word) {
		t.Gender = draft.Male
	}
}
