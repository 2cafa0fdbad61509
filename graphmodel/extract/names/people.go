package names

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// titled finds people by the office or honorific before their name.
func (f *finder) titled() {
	for i := range f.Tokens {
		if i == 0 || f.Tokens[i-1].Sent != f.Tokens[i].Sent || !f.properAt(i) {
			continue
		}
		before := f.Tokens[i-1].Text
		honorific := f.Lex.In("honorific", before)
		role := f.roleEnding(i) != page.None && !strings.HasSuffix(f.Tokens[i-1].Lower, "s")
		if !honorific && !role || f.roleAt(i) != page.None && !honorific {
			continue
		}
		end := f.personRun(i)
		if end == i || (!honorific && !f.looksPersonal(i, end, f.capital(i-1))) {
			continue
		}
		c := candidate{start: i, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: 58}
		if f.Lex.In("female", before) || f.Lex.In("female", strings.ToLower(before)) {
			c.female = draft.Female
		} else if f.Lex.In("male", before) || f.Lex.In("male", strings.ToLower(before)) {
			c.female = draft.Male
		}
		f.add(c)
	}
}

// looksPersonal reports whether capitals after an office can be the holder's
// name.
func (f *finder) looksPersonal(start, end int, titleCapital bool) bool {
	v := f.vote(f.Text(start, end))
	if v.kind() == graphmodel.Person {
		return true
	}
	if v.org > 3.5 || v.other >= 4 {
		return false
	}
	return end-start >= 2 || (titleCapital && v.org+v.other < 2)
}

// personRun returns where the name that starts at i ends.
func (f *finder) personRun(i int) int {
	end := i
	for end < len(f.Tokens) && end-i < 7 && (end == i || f.joined(end-1, end)) {
		t := &f.Tokens[end]
		switch {
		case t.Tag == "POS" || t.Label == "DATE" || f.nameWord(end) || f.Lex.In("place", t.Text):
			return f.runEnd(i, end)
		case end > i && f.roleAt(end) != page.None && t.Label != "PERSON":
			return f.runEnd(i, end)
		case f.capital(end) && t.Pos != "DET" && t.Pos != "PRON" && !(f.countryAt(end) && t.Label != "PERSON"):
			end++
		case end > i && f.particle(t.Lower) && end+1 < len(f.Tokens) && f.capital(end+1):
			end++
		case t.Text == "-" && end > i && !f.Tokens[end-1].Space && !t.Space && end+1 < len(f.Tokens) && (f.capital(end+1) || f.Tokens[end-1].Label == "PERSON"):
			end += 2
		case t.Text == "." && end > i && len(f.Tokens[end-1].Text) == 1:
			end++
		default:
			return f.runEnd(i, end)
		}
	}
	return f.runEnd(i, end)
}

// runEnd takes back what cannot end a name.
func (f *finder) runEnd(start, end int) int {
	for end > start {
		t := &f.Tokens[end-1]
		if t.Pos == "PUNCT" || f.particle(t.Lower) && !f.capital(end-1) {
			end--
			continue
		}
		break
	}
	return end
}

func (f *finder) particle(w string) bool {
	switch w {
	case "bin", "ibn", "al", "el", "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ben", "abu", "y":
		return true
	}
	return false
}

func (f *finder) countryAt(i int) bool {
	_, _, ok := f.longest(f.Lex.Countries, i)
	return ok
}

// tagged takes over what the language layer sees as names.
func (f *finder) tagged() {
	for _, e := range f.Ents {
		start, end := f.trim(e.Start, e.End)
		if start >= end || !f.nameLike(start, end) {
			continue
		}
		switch e.Label {
		case "PERSON":
			f.taggedPerson(start, end)
		case "ORG", "PRODUCT", "WORK_OF_ART", "NORP", "GPE", "FAC":
			f.taggedOrg(start, end, e.Label)
		}
	}
	f.givenNames()
}

// nameLike reports whether a tagged stretch is written like a name at all.
func (f *finder) nameLike(start, end int) bool {
	line := f.Tokens[start].Line
	if f.titleCase(line) {
		return false
	}
	proper := false
	for k := start; k < end; k++ {
		if f.properAt(k) && f.Tokens[k].Pos != "ADJ" {
			proper = true
		}
		if t := f.Tokens[k].Text; strings.ContainsAny(t, "\"“”$£€@#") || t == "vs" || t == "vs." {
			return false
		}
	}
	return proper
}

func (f *finder) taggedPerson(start, end int) {
	for start > 0 && f.joined(start-1, start) && f.properAt(start-1) && f.Tokens[start-1].Pos == "PROPN" && f.Tokens[start-1].Label != "GPE" && f.Tokens[start-1].Label != "NORP" &&
		f.Tokens[start-1].Label != "ORG" && f.roleEnding(start) == page.None && !f.countryAt(start-1) && !f.Lex.In("honorific", f.Tokens[start-1].Text) && f.Tokens[start-1].Head < end && f.Tokens[start-1].Head >= start {
		start--
	}
	if at := f.roleAt(start); at != page.None && at < end && f.Tokens[start].Text != "King" {
		start = at
	}
	if run := f.personRun(start); run > end {
		end = run
	} else if run < end && run > start {
		end = run
	}
	rank := 40
	if end-start > 1 {
		rank = 55
	}
	switch v := f.vote(f.Text(start, end)); {
	case v.kind() == graphmodel.Organisation && v.org >= 3:
		f.add(candidate{start: start, end: end, kind: graphmodel.Organisation, form: f.formOf(start, end), rank: 50})
	case v.other >= v.person || !f.hasCapitalLetter(start, end):
		return
	default:
		f.add(candidate{start: start, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: rank})
	}
}

func (f *finder) hasCapitalLetter(start, end int) bool {
	for k := start; k < end; k++ {
		if f.properAt(k) {
			return true
		}
	}
	return false
}

func (f *finder) taggedOrg(start, end int, label string) {
	// An office inside the stretch parts a body from its holder.
	for k := start; k < end; k++ {
		if f.roleAt(k) != page.None && f.capital(k) && k > start && !f.nameWord(end-1) {
			end = k
		}
	}
	if start >= end || f.countryOnly(start, end) || f.measureName(start, end) {
		return
	}
	text := f.Text(start, end)
	v := f.vote(text)
	known, isBody := f.Lex.Bodies.Find(text)
	if isBody && known.Sort == "none" {
		return
	}
	if at := f.roleAt(start); at == end {
		return
	}
	switch {
	case v.kind() == graphmodel.Person && (label == "ORG" || v.person >= 3 && v.person > v.other+1):
		f.add(candidate{start: start, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: 40})
	case label == "ORG" && v.kind() == graphmodel.Organisation, label != "ORG" && v.org >= 2 && v.kind() == graphmodel.Organisation:
		f.add(candidate{start: start, end: end, kind: graphmodel.Organisation, form: f.formOf(start, end), rank: 50})
	}
}

// countryOnly reports whether a stretch is a country and no more.
func (f *finder) countryOnly(start, end int) bool {
	_, ok := f.Lex.Countries.Find(f.Text(start, end))
	return ok
}

// measureName reports whether a name is that of a law or treaty.
func (f *finder) measureName(start, end int) bool {
	for k := start; k < end; k++ {
		w := f.Tokens[k].Lower
		m, ok := f.Lex.Measures[w]
		if ok && f.capital(k) && (k == end-1 || k == start || isNumber(f.Tokens[end-1].Text)) && m.Sort != "unit" && !f.nameWord(k) {
			return true
		}
	}
	return false
}

func isNumber(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func (f *finder) formOf(start, end int) graphmodel.Form {
	if end-start == 1 && acronym(f.Tokens[start].Text) {
		return graphmodel.FormAcronym
	}
	return graphmodel.FormName
}

// givenNames finds people that the language layer missed: a given name with
// capitals behind it.
func (f *finder) givenNames() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if !f.Lex.In("given", t.Text) || t.Label == "ORG" || t.Label == "FAC" || t.Label == "WORK_OF_ART" || f.titleCase(t.Line) {
			continue
		}
		if i > 0 && f.joined(i-1, i) && f.properAt(i-1) && f.roleEnding(i) == page.None {
			continue
		}
		end := f.personRun(i)
		if end-i >= 2 && end-i <= 4 && f.vote(f.Text(i, end)).org < 3 {
			f.add(candidate{start: i, end: end, kind: graphmodel.Person, form: graphmodel.FormName, rank: 54})
		}
	}
}

// echo finds further places of names that were found once: surnames, short
// forms, names in headlines with capitals everywhere.
func (f *finder) echo() {
	whole := map[string]candidate{}
	for _, n := range f.named {
		if n.kind == graphmodel.Country {
			continue
		}
		text := f.Text(n.start, n.end)
		if _, ok := whole[text]; !ok {
			whole[text] = n.candidate
		}
		if n.kind == graphmodel.Person && n.end-n.start > 1 {
			last := f.surname(n.start, n.end)
			if len(last) > 2 {
				if _, ok := whole[last]; !ok {
					whole[last] = n.candidate
				}
			}
		}
	}
	for i := range f.Tokens {
		if f.taken[i] || !f.capital(i) {
			continue
		}
		for end := min(i+6, f.Sents[f.Tokens[i].Sent].End); end > i; end-- {
			c, ok := whole[f.Text(i, end)]
			if !ok || !f.free(i, end) {
				continue
			}
			if end == i+1 && f.Tokens[i].Pos != "PROPN" && c.kind == graphmodel.Person && (i == f.Sents[f.Tokens[i].Sent].Start || f.titleCase(f.Tokens[i].Line)) && f.Tokens[i].Label == "" {
				continue
			}
			if c.kind == graphmodel.Person && end < len(f.Tokens) && f.nameWord(end) {
				continue
			}
			c.start, c.end = i, end
			c.form = f.formOf(i, end)
			f.take(c)
			break
		}
	}
	f.sort()
}

// surname is the last part of a name with what belongs to it.
func (f *finder) surname(start, end int) string {
	i := end - 1
	for i > start+1 && f.Tokens[i-1].Text == "-" && !f.Tokens[i-1].Space {
		i -= 2
	}
	for i > start+1 && f.particle(f.Tokens[i-1].Lower) {
		i--
	}
	i = max(i, start)
	return f.Text(i, end)
}

// companions takes a capital word that stands in a list with organisations
// for one: "TikTok, Meta and X".
func (f *finder) companions() {
	orgAt := map[int]bool{}
	for _, n := range f.named {
		if n.kind == graphmodel.Organisation && (n.orgSort == "company" || n.entry.Key == "" || n.entry.Sort == "web" || n.entry.Sort == "media") {
			orgAt[f.Headed(n.start, n.end)] = true
		}
	}
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if f.taken[i] || t.Dep != "conj" || !f.capital(i) || t.Pos != "PROPN" && len(t.Text) > 1 || t.Label == "GPE" || t.Label == "DATE" || f.titleCase(t.Line) {
			continue
		}
		up := t.Head
		for f.Tokens[up].Dep == "conj" && !orgAt[up] {
			up = f.Tokens[up].Head
		}
		if orgAt[up] && f.Tokens[i].Left >= i-1 {
			f.take(candidate{start: i, end: i + 1, kind: graphmodel.Organisation, form: graphmodel.FormName, orgSort: "company"})
		}
	}
	f.sort()
}
