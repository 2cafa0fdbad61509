package names

import (
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
)

// cluster makes one thing of all names that mean one.
func (f *finder) cluster() {
	f.keys = keys{countries: map[string]int{}, orgs: map[string]int{}, surnames: map[string][]int{}}
	for i := range f.named {
		n := &f.named[i]
		switch n.kind {
		case graphmodel.Country:
			n.thing = f.countryThing(n)
		case graphmodel.Organisation:
			n.thing = f.orgThing(n)
		case graphmodel.Person:
			if n.end-n.start > 1 {
				n.thing = f.personThing(n)
			}
		}
	}
	// Single names are told apart once all full names are known.
	f.indexParts()
	for i := range f.named {
		if n := &f.named[i]; n.kind == graphmodel.Person && n.thing == draft.None {
			n.thing = f.shortPerson(n)
		}
	}
	for i := range f.named {
		n := &f.named[i]
		f.AddMention(draft.Mention{Start: n.start, End: n.end, Head: f.headOf(n), Thing: n.thing, Form: n.form})
		if t := &f.Things[n.thing]; n.female != draft.Unknown && t.Gender == draft.Unknown {
			t.Gender = n.female
		}
	}
	f.bracketed()
	f.apposed()
	f.shortOrgs()
	f.nameThings()
}

func (f *finder) headOf(n *named) int { return f.Headed(n.start, n.end) }

func (f *finder) countryThing(n *named) int {
	if i, ok := f.keys.countries[n.entry.Key]; ok {
		return i
	}
	f.keys.countries[n.entry.Key] = len(f.Things)
	return f.AddThing(draft.Thing{Kind: graphmodel.Country, Name: n.entry.Name, Key: n.entry.Key, Code: n.entry.Key, Proper: true})
}

func (f *finder) orgThing(n *named) int {
	key := n.entry.Key
	if key == "" {
		if e, ok := f.Lex.Bodies.Find(f.Text(n.start, n.end)); ok && e.Sort != "none" {
			n.entry, key = e, e.Key
		}
	}
	if key == "" {
		key = f.orgKey(n.start, n.end)
	}
	if i, ok := f.keys.orgs[key]; ok {
		if t := &f.Things[i]; t.OrgSort == "" {
			t.OrgSort = n.orgSort
		}
		return i
	}
	f.keys.orgs[key] = len(f.Things)
	name := n.entry.Name
	if name == "" {
		name = f.cleanName(n.start, n.end)
	}
	return f.AddThing(draft.Thing{Kind: graphmodel.Organisation, Name: name, Key: key, OrgSort: n.orgSort, Proper: n.form != graphmodel.FormNominal})
}

func (f *finder) cleanName(start, end int) string {
	return strings.Join(strings.Fields(f.Text(start, end)), " ")
}

// orgKey is what two spellings of one body share: "British parliament", "UK
// Parliament" and "Parliament of the United Kingdom" all become "gb parliament".
func (f *finder) orgKey(start, end int) string {
	code, from, to := "", start, end
	if e, at, ok := f.longest(f.Lex.Countries, start); ok && at < end && e.Form != graphmodel.FormMetonym {
		code, from = e.Key, at
		if from < end && f.Tokens[from].Tag == "POS" {
			from++
		}
	}
	if code == "" {
		for k := start + 1; k < end-1; k++ {
			if f.Tokens[k].Lower != "of" {
				continue
			}
			at := k + 1
			if f.Tokens[at].Lower == "the" && at+1 < end {
				at++
			}
			if e, stop, ok := f.longest(f.Lex.Countries, at); ok && stop == end {
				code, to = e.Key, k
			}
		}
	}
	key := fold(f.cleanName(from, to))
	if code != "" {
		key = strings.ToLower(code) + " " + key
	}
	return key
}

func (f *finder) personThing(n *named) int {
	key := fold(f.cleanName(n.start, n.end))
	words := strings.Fields(key)
	last := words[len(words)-1]
	for _, i := range f.keys.surnames[last] {
		t := &f.Things[i]
		if t.Key == key {
			return i
		}
		have := strings.Fields(t.Key)
		if have[0] == words[0] || within(have, words) || within(words, have) {
			if len(words) > len(have) {
				t.Key, t.Name = key, f.cleanName(n.start, n.end)
			}
			return i
		}
	}
	g := draft.Unknown
	first := f.Tokens[n.start].Text
	if f.Lex.In("femalegiven", first) {
		g = draft.Female
	} else if f.Lex.In("given", first) {
		g = draft.Male
	}
	f.keys.surnames[last] = append(f.keys.surnames[last], len(f.Things))
	return f.AddThing(draft.Thing{Kind: graphmodel.Person, Name: f.cleanName(n.start, n.end), Key: key, Gender: g, Proper: true})
}

// within reports whether all words of a are among those of b.
func within(a, b []string) bool {
	for _, w := range a {
		found := false
		for _, x := range b {
			if w == x {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// shortPerson finds whose name a single word is: the person whose surname it
// is, else the one whose other name it is; of two, the one named last before.
func (f *finder) shortPerson(n *named) int {
	word := fold(f.cleanName(n.start, n.end))
	if p := f.keys.parts[word]; p != nil {
		return p.before(n.start)
	}
	if i, ok := f.keys.single[word]; ok {
		return i
	}
	f.keys.single[word] = len(f.Things)
	return f.AddThing(draft.Thing{Kind: graphmodel.Person, Name: f.cleanName(n.start, n.end), Key: word, Proper: true})
}

// partOfName ranks how a word is part of a full name: 3 for the surname, 2 for
// another part, 0 for none.
func partOfName(word, name string) int {
	parts := strings.Fields(strings.ReplaceAll(name, " - ", "-"))
	rank := 0
	for k, p := range parts {
		last := k == len(parts)-1
		switch {
		case p == word && last:
			rank = 3
		case p == word, last && strings.HasSuffix(p, "-"+word), strings.HasPrefix(p, "al-") && p[3:] == word:
			rank = max(rank, 2)
		}
	}
	return rank
}

// bracketed joins a name with the short one in brackets behind it: "Crown
// Prosecution Service (CPS)", "HDT Ipari Kft. (HDT Limited)".
func (f *finder) bracketed() {
	for i := range f.named {
		for j := i + 1; j < min(i+3, len(f.named)); j++ {
			a, b := &f.named[i], &f.named[j]
			if a.kind != b.kind || a.kind != graphmodel.Organisation || b.start != a.end+1 || f.Tokens[a.end].Text != "(" || b.end >= len(f.Tokens) || f.Tokens[b.end].Text != ")" {
				continue
			}
			f.join(a.thing, b.thing)
		}
	}
}

// apposed joins a body written small with the name in apposition to it: "the
// legislature of Taiwan, the Legislative Yuan".
func (f *finder) apposed() {
	for i := range f.named {
		a := &f.named[i]
		if a.kind != graphmodel.Organisation || a.form != graphmodel.FormNominal {
			continue
		}
		if b := f.apposedTo(a); b != nil {
			f.join(b.thing, a.thing)
		}
	}
}

// apposedTo is the first name of a body that stands in apposition to a or
// right behind it, or nil.
func (f *finder) apposedTo(a *named) *named {
	head := f.headOf(a)
	places := []int{a.end} // where such a name can lie
	for _, k := range f.Kids(head) {
		if f.Tokens[k].Dep == "appos" {
			places = append(places, k)
		}
	}
	slices.Sort(places)
	for _, k := range places {
		b := f.nameOver(k)
		if b == nil || b.kind != graphmodel.Organisation || b.form != graphmodel.FormName {
			continue
		}
		if f.headOf(b) == k && f.Tokens[k].Dep == "appos" && f.Tokens[k].Head == head || b.start == a.end && f.joined(a.end-1, b.start) {
			return b
		}
	}
	return nil
}

// join makes b part of a, in the draft and in what is named here.
func (f *finder) join(a, b int) {
	if a == b {
		return
	}
	for _, m := range f.Things[b].Mentions {
		f.named[m].thing = a // mentions were put in one a name
	}
	f.Join(a, b)
	if f.Things[a].OrgSort == "" {
		f.Things[a].OrgSort = f.Things[b].OrgSort
	}
}

// shortOrgs joins acronyms and short forms with the one full name they fit.
func (f *finder) shortOrgs() {
	long := f.longNames()
	for b := range f.Things {
		t := &f.Things[b]
		if t.Dead || t.Kind != graphmodel.Organisation {
			continue
		}
		if a := f.fullName(b, long); a != draft.None {
			f.join(a, b)
		}
	}
}

// fullName is the organisation of a longer name that b is short for, if there
// is exactly one; of several, the one named last before b.
func (f *finder) fullName(b int, long longNames) int {
	best, bestAt := draft.None, -1
	short, name := f.Things[b].Key, f.Things[b].Name
	if f.listed(b) && !acronym(name) {
		return draft.None
	}
	for _, a := range long.of(short, name) {
		t := &f.Things[a]
		if a == b || t.Dead || !f.shortFor(short, t.Key, name, t.Name) {
			continue
		}
		at := f.First(a)
		if best == draft.None || at > bestAt && at < f.First(b) {
			best, bestAt = a, at
		}
	}
	return best
}

// listed reports whether a body is known by its own name.
func (f *finder) listed(thing int) bool {
	e, ok := f.Lex.Bodies.Find(f.Things[thing].Name)
	return ok && e.Sort != "body"
}

// shortFor reports whether one key is a short form of a longer one.
func (f *finder) shortFor(short, long, shortName, longName string) bool {
	if len(short) >= len(long) {
		return false
	}
	s, l := strings.Fields(short), strings.Fields(long)
	if acronym(shortName) {
		return len(s) == 1 && len(l) > 1 && (initials(longName) == strings.ReplaceAll(shortName, ".", "") || l[0] == s[0])
	}
	if len(s) > 1 && s[0] == l[0] && f.countryCode(s[0]) {
		s, l = s[1:], l[1:]
	}
	if len(s) >= len(l) {
		return false
	}
	head := slices.Equal(s, l[:len(s)])
	tail := slices.Equal(s, l[len(l)-len(s):])
	if len(s) == 1 {
		return f.oneWordFor(s[0], l, head, tail)
	}
	return head || tail && (len(l[0]) == 2 || len(l) == len(s)+1)
}

func (f *finder) countryCode(word string) bool {
	return len(word) == 2 && f.Lex.CountryName(strings.ToUpper(word)) != ""
}

// oneWordFor reports whether one word that begins or ends a name is short for
// it: "Parliament" for that of a country, "Nordea" for Nordea Bank.
func (f *finder) oneWordFor(word string, long []string, head, tail bool) bool {
	w, isOrg := f.Lex.OrgWords[word]
	if !isOrg {
		return head && !f.Lex.In("place", word) && f.Lex.CountryName(strings.ToUpper(word)) == ""
	}
	if w.Sort != "parliament" && word != "senate" && word != "court" && word != "ministry" {
		return false
	}
	return tail && len(long) == 2 && len(long[0]) == 2 || head && long[1] == "of"
}

// initials are the capitals of a name, in order.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if r := w[0]; r >= 'A' && r <= 'Z' {
			b.WriteByte(r)
		}
	}
	return b.String()
}

// nameThings gives every organisation its fullest name and every thing of the
// draft a key of that name.
func (f *finder) nameThings() {
	for i := range f.Things {
		t := &f.Things[i]
		if t.Dead || t.Kind != graphmodel.Organisation {
			continue
		}
		if e, ok := f.Lex.Bodies.Find(t.Name); ok && e.Name == t.Name {
			continue
		}
		for _, m := range t.Mentions {
			name := strings.TrimSuffix(f.cleanName(f.Mentions[m].Start, f.Mentions[m].End), ",")
			if f.Mentions[m].Form == graphmodel.FormName && len(name) > len(t.Name) {
				t.Name = name
			}
		}
	}
}
