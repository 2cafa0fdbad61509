package names

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// vote is what the places of one name in the article say about its kind.
type vote struct{ person, org, other float64 }

func (v *vote) kind() graphmodel.Kind {
	switch {
	case v.person > v.org && v.person > v.other:
		return graphmodel.Person
	case v.org >= v.other && v.org > 0:
		return graphmodel.Organisation
	}
	return ""
}

func (f *finder) vote(name string) *vote {
	name = fold(name)
	v := f.votes[name]
	if v == nil {
		v = &vote{}
		f.votes[name] = v
	}
	return v
}

// gatherVotes lets every place of a name speak for its kind, so that one
// mistaken place is outvoted by the others.
func (f *finder) gatherVotes() {
	for _, e := range f.stretches {
		start, end := f.trim(e.Start, e.End)
		if start >= end {
			continue
		}
		v := f.vote(f.Text(start, end))
		switch e.Label {
		case "PERSON":
			v.person += 2
		case "ORG":
			v.org += f.orgTag(start, end)
		case "PRODUCT":
			v.org++
		case "WORK_OF_ART":
			v.other++
		case "NORP":
			v.org += 0.5
			v.other += 0.6
		case "GPE", "LOC":
			v.other += 2
		case "FAC", "EVENT", "LAW", "LANGUAGE":
			v.other += 1.5
		}
		f.cues(start, end, v)
	}
	f.surnameVotes()
	f.definedVotes()
}

// orgTag is what it weighs that the language layer calls a name a body: less
// for one unknown word, where it often guesses.
func (f *finder) orgTag(start, end int) float64 {
	if end-start == 1 && !acronym(f.Tokens[start].Text) {
		return 1.5
	}
	return 2
}

// surnameVotes lets a full name speak for the surname alone, and a surname
// with an honorific for the full name.
func (f *finder) surnameVotes() {
	full := map[string]bool{}
	for _, e := range f.stretches {
		start, end := f.trim(e.Start, e.End)
		if end-start < 2 || end-start > 4 || !f.capital(end-1) || f.nameWord(end-1) || f.eventName(start, end) {
			continue
		}
		name := f.Text(start, end)
		last := f.vote(f.Tokens[end-1].Text)
		v := f.vote(name)
		switch {
		case last.person >= 5 && v.kind() != graphmodel.Person:
			v.person += 4
		case v.kind() == graphmodel.Person && v.person >= v.org+1 && !full[name]:
			full[name] = true
			last.person += max(3, f.outvoting(start, end, last))
		}
	}
}

// outvoting is what it takes to outvote the language layer where it calls the
// lone surname of a person a body: it often does, and two people and bodies of
// one word seldom share an article. A body that everybody knows is none.
func (f *finder) outvoting(start, end int, last *vote) float64 {
	_, known := f.Lex.Bodies.Find(f.Tokens[end-1].Text)
	if known || !f.Lex.In("given", f.Tokens[start].Text) && f.roleEnding(start) == page.None {
		return 0
	}
	return last.org + 0.5
}

// cues adds what stands around and inside a name.
func (f *finder) cues(start, end int, v *vote) {
	f.before(start, end, v)
	f.within(start, end, v)
	f.placeCues(start, end, v)
	f.personCues(start, end, v)
	f.bodyCues(start, end, v)
}

func (f *finder) before(start, end int, v *vote) {
	if start > 0 && f.Tokens[start-1].Sent == f.Tokens[start].Sent {
		f.wordBefore(start, end, v)
	}
	if f.officeFollows(start, end) {
		v.person += 2.5
	}
	if f.Lex.In("given", f.Tokens[start].Text) && end-start > 1 {
		v.person += 2.5
	}
}

func (f *finder) wordBefore(start, end int, v *vote) {
	before := f.Tokens[start-1].Text
	switch {
	case f.Lex.In("honorific", before):
		v.person += 5
	case f.roleEnding(start) >= 0:
		v.person += 3
	case before == "," && f.roleEnding(start-1) >= 0:
		v.person += 2.5
	}
	if strings.EqualFold(before, "the") {
		if end-start > 1 {
			v.person -= 1.5
		} else {
			v.other++
			v.person -= 2
		}
	}
	if f.Lex.In("orgref", f.Tokens[start-1].Lower) {
		v.org += 3
	}
}

// officeFollows reports whether an office stands in apposition to a name: "X,
// the health minister".
func (f *finder) officeFollows(start, end int) bool {
	sent := f.Tokens[start].Sent
	last := min(end+8, f.Sents[sent].End)
	if end >= last || f.Tokens[end].Text != "," {
		return false
	}
	for k := end + 1; k < last; k++ {
		switch t := &f.Tokens[k]; {
		case t.Pos == "VERB" || t.Pos == "AUX" || t.Text == "," || t.Pos == "ADP":
			return false
		case f.Lex.RoleEnds[t.Lower] && f.roleEnding(k+1) >= 0:
			return true
		}
	}
	return false
}

func (f *finder) within(start, end int, v *vote) {
	for k := start; k < end; k++ {
		t := &f.Tokens[k]
		w, ok := f.Lex.OrgWords[strings.TrimSuffix(t.Lower, ".")]
		if ok && f.capital(k) && (w.Has("name") || w.Has("suffix")) {
			v.org += 3
		}
		if f.placeWord(k) && !f.surnameHere(k) {
			v.other += 4
		}
		if f.Lex.In("notperson", t.Text) || f.Lex.In("nobody", t.Text) {
			v.other += 9
		}
	}
	f.asWhole(start, end, v)
}

// asWhole adds what the lists say of the whole name, and of its last word for
// what it is.
func (f *finder) asWhole(start, end int, v *vote) {
	if f.Lex.In("thing", f.Tokens[end-1].Lower) || f.species(start, end) {
		v.other += 4
	}
	if name := f.Text(start, end); f.Lex.In("placename", name) || f.Lex.Cities.Has(name) {
		v.other += 2.5
		v.person--
	} else if f.Lex.PersonNames.Has(name) || f.initials(start, end) {
		v.person += 2.5
	}
	if end-start == 1 && acronym(f.Tokens[start].Text) {
		v.org += 1.5
		v.person--
	}
}

// species reports whether one word and the small one behind it are a name in
// Latin: "Lasius niger".
func (f *finder) species(start, end int) bool {
	if end-start != 1 || end >= len(f.Tokens) || !f.joined(start, end) || f.capital(end) || f.particle(f.Tokens[end].Lower) {
		return false
	}
	t := &f.Tokens[end]
	return (t.Tag == "NNP" || t.Tag == "FW") && f.Tokens[start].Head == end && len(t.Text) > 3
}

// initials reports whether a name is a surname with nothing but single letters
// before it: "J R Halvorsen".
func (f *finder) initials(start, end int) bool {
	for k := start; k < end-1; k++ {
		if w := strings.TrimSuffix(f.Tokens[k].Text, "."); len(w) != 1 || w[0] < 'A' || w[0] > 'Z' {
			return false
		}
	}
	return end-start > 1 && len(f.Tokens[end-1].Text) > 3 && f.capital(end-1)
}

// acronym reports whether a word is two to six capitals.
func acronym(w string) bool {
	n := 0
	for _, r := range w {
		if r == '.' || r == '-' {
			continue
		}
		if r < 'A' || r > 'Z' {
			return false
		}
		n++
	}
	return n >= 2 && n <= 7
}

// trim takes articles, titles and possessives off the ends of a tagged name.
func (f *finder) trim(start, end int) (int, int) {
	for start < end && f.noStart(start) {
		start++
	}
	for start < end && f.noEnd(end-1) {
		end--
	}
	return start, end
}

func (f *finder) noStart(i int) bool {
	t := &f.Tokens[i]
	switch t.Pos {
	case "DET", "PUNCT", "ADP":
		return true
	}
	return t.Lower == "the" || t.Tag == "POS" || t.Text == "@" || f.Lex.In("honorific", t.Text)
}

func (f *finder) noEnd(i int) bool {
	t := &f.Tokens[i]
	return t.Tag == "POS" || t.Pos == "PUNCT" && t.Text != "." || t.Lower == "'s" || t.Lower == "’s" || t.Pos == "ADP"
}

// eventName reports whether a name is that of an event or a place, whose last
// word is nobody's surname: "Hurricane Anna". It speaks against that word.
func (f *finder) eventName(start, end int) bool {
	if !f.placeWord(start) {
		return false
	}
	f.vote(f.Tokens[end-1].Text).other += 3
	return true
}
