package names

import "byline/graphmodel"

// echo finds further places of names that were found once: surnames, short
// forms, names in headlines with capitals everywhere.
func (f *finder) echo() {
	whole := f.known()
	for i := range f.Tokens {
		if f.taken[i] || !f.capital(i) {
			continue
		}
		for end := min(i+6, f.Sents[f.Tokens[i].Sent].End); end > i; end-- {
			c, ok := whole[f.Text(i, end)]
			if !ok || !f.free(i, end) || !f.echoes(c, i, end) {
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

// known are the names found so far, and the surnames among them.
func (f *finder) known() map[string]candidate {
	whole := map[string]candidate{}
	put := func(text string, c candidate) {
		if _, ok := whole[text]; !ok {
			whole[text] = c
		}
	}
	for _, n := range f.named {
		if n.kind == graphmodel.Country {
			continue
		}
		put(f.Text(n.start, n.end), n.candidate)
		if n.kind == graphmodel.Person && n.end-n.start > 1 {
			if last := f.surname(n.start, n.end); len(last) > 2 {
				put(last, n.candidate)
			}
		}
	}
	return whole
}

// echoes reports whether the words of a person's name at i mean the person
// and not a common word or the start of a body's name.
func (f *finder) echoes(c candidate, i, end int) bool {
	if c.kind != graphmodel.Person {
		return true
	}
	t := &f.Tokens[i]
	if end == i+1 && t.Pos != "PROPN" && t.Label == "" && (i == f.Sents[t.Sent].Start || f.titleCase(t.Line)) {
		return false
	}
	return end >= len(f.Tokens) || !f.nameWord(end)
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
		if !f.mayJoin(i) {
			continue
		}
		up := f.Tokens[i].Head
		for f.Tokens[up].Dep == "conj" && !orgAt[up] {
			up = f.Tokens[up].Head
		}
		if orgAt[up] && f.Tokens[i].Left >= i-1 {
			f.take(candidate{start: i, end: i + 1, kind: graphmodel.Organisation, form: graphmodel.FormName, orgSort: "company"})
		}
	}
	f.sort()
}

// mayJoin reports whether the word at i is joined to a list and may be a name.
func (f *finder) mayJoin(i int) bool {
	t := &f.Tokens[i]
	if f.taken[i] || t.Dep != "conj" || f.place(i) || !f.capital(i) || t.Label == "GPE" || t.Label == "DATE" {
		return false
	}
	return (t.Pos == "PROPN" || len(t.Text) == 1) && !f.titleCase(t.Line)
}
