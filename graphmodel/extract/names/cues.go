package names

import (
	"strings"

	"byline/graphmodel/extract/page"
)

// placeCues lets a name that stands where places stand speak against a person
// and a body: "in Kadesh", "near Bayji", "the town of X", "northern X".
func (f *finder) placeCues(start, end int, v *vote) {
	head := &f.Tokens[f.Headed(start, end)]
	if head.Dep == "pobj" {
		f.prepositionCue(start, head, v)
	}
	if end-start == 1 && (head.Dep == "conj" && f.place(head.Head) || f.placeFollows(end)) {
		v.other += 1.5
		v.person--
	}
	if f.landWords(start, end, head) {
		v.other += 2.5
		v.person -= 2
	}
}

// landWords reports whether the words around a name are those that places
// have: "northern X", "X province", "besieged X".
func (f *finder) landWords(start, end int, head *page.Token) bool {
	if start > 0 && f.joined(start-1, start) && f.Lex.In("compass", f.Tokens[start-1].Text) {
		return true
	}
	up := &f.Tokens[head.Head]
	switch head.Dep {
	case "compound", "nmod":
		return head.Head >= end && f.Lex.In("land", up.Text)
	case "dobj":
		return f.Lex.In("taken", up.Lemma)
	}
	return false
}

// placeFollows reports whether a name is followed by a place that it lies in:
// "X, Texas".
func (f *finder) placeFollows(end int) bool {
	if end+1 >= len(f.Tokens) || f.Tokens[end].Text != "," || !f.joined(end-1, end+1) {
		return false
	}
	t := &f.Tokens[end+1]
	return t.Label == "GPE" && (t.Dep == "appos" || t.Dep == "npadvmod" || t.Dep == "compound") && f.place(end+1)
}

// prepositionCue adds what the preposition before a name says.
func (f *finder) prepositionCue(start int, head *page.Token, v *vote) {
	up := &f.Tokens[head.Head]
	switch up.Lower {
	case "near", "through", "across", "past", "along", "outside", "inside", "throughout":
		v.other += 2.5
		v.person -= 2
	case "in":
		v.person -= 3
		if head.Left >= start && !acronym(f.Tokens[start].Text) && f.Tokens[up.Head].Lemma != "interest" {
			v.other += 1.6
		}
	case "at":
		v.person--
		v.other += 0.5
	case "of":
		if n := f.Tokens[up.Head].Lower; f.Lex.In("land", n) {
			v.other += 3
			v.person -= 3
		}
	}
}

// bodyCues lets what only bodies have speak for one: "X shares", "X's
// headquarters".
func (f *finder) bodyCues(start, end int, v *vote) {
	h := f.Headed(start, end)
	if f.ownsA("corporate", h) {
		v.org += 2
	}
	if end-start == 1 && acronym(f.Tokens[h].Text) && f.standsAlone(h) {
		v.org += 1.5
	}
}

// standsAlone reports whether the word at h is an argument and does not only
// say more of a noun, as an acronym of a thing mostly does: "DVD player". A
// number or a word among shouted ones is none.
func (f *finder) standsAlone(h int) bool {
	switch f.Tokens[h].Dep {
	case "nsubj", "nsubjpass", "pobj", "poss", "agent":
		return strings.Trim(f.Tokens[h].Text, "IVXL") != "" && len(f.Tokens[h].Text) > 2 && !f.shouted(h-1) && !f.shouted(h+1)
	}
	return false
}

// shouted reports whether token i is a whole word in capitals.
func (f *finder) shouted(i int) bool {
	return i >= 0 && i < len(f.Tokens) && len(f.Tokens[i].Text) > 1 && acronym(f.Tokens[i].Text)
}

// personCues lets "who" behind a name and "his" after it speak for a person.
func (f *finder) personCues(start, end int, v *vote) {
	h := f.Headed(start, end)
	t := &f.Tokens[h]
	if end-start > 4 || t.Tag == "NNPS" {
		return
	}
	if f.doesAsPerson(h) || start > 0 && f.joined(start-1, start) && f.Lex.In("kin", f.Tokens[start-1].Text) {
		v.person += 3
	}
	for _, k := range f.Kids(h) {
		if f.Tokens[k].Dep != "relcl" {
			continue
		}
		if s := f.Kid(k, "nsubj", "nsubjpass"); s >= 0 && f.Tokens[s].Lower == "who" {
			v.person += 2
		}
	}
	if (t.Dep == "nsubj" || t.Dep == "nsubjpass") && f.pronounFollows(end) {
		v.person += 2
	}
}

// pronounFollows reports whether "his" or "she" comes soon after token end,
// before another person does.
func (f *finder) pronounFollows(end int) bool {
	last := f.Sents[f.Tokens[end-1].Sent].End
	for k := end; k < min(last, end+12); k++ {
		switch f.Tokens[k].Lower {
		case "his", "her", "he", "she", "himself", "herself", "him":
			return true
		}
		if f.Tokens[k].Label == "PERSON" {
			return false
		}
	}
	return false
}

// doesAsPerson reports whether the name headed at h does or undergoes what only
// people do, or has what only people have: "X smiled", "X was born", "X's
// wife", "directed by X".
func (f *finder) doesAsPerson(h int) bool {
	t := &f.Tokens[h]
	up := &f.Tokens[t.Head]
	switch t.Dep {
	case "nsubj":
		return up.Pos == "VERB" && f.Lex.In("personal", up.Lemma)
	case "nsubjpass":
		return f.Lex.In("personaldone", up.Lemma)
	case "poss":
		return f.ownsA("kin", h)
	case "pobj":
		return up.Lower == "by" && f.Lex.In("made", f.Tokens[up.Head].Lemma)
	}
	return false
}

// ownsA reports whether the noun behind the name headed at h, or the first part
// of it, is on the list: "X's wife", "X's wedding day", "X shares".
func (f *finder) ownsA(list string, h int) bool {
	t := &f.Tokens[h]
	if t.Dep != "poss" && t.Dep != "compound" {
		return false
	}
	if f.Lex.In(list, f.Tokens[t.Head].Lemma) {
		return true
	}
	for _, k := range f.Kids(t.Head) {
		if k > h && f.Tokens[k].Dep == "compound" && f.Lex.In(list, f.Tokens[k].Lemma) {
			return true
		}
	}
	return false
}

// place reports whether token i is of a name that is a place for the language
// layer or the lists.
func (f *finder) place(i int) bool {
	t := &f.Tokens[i]
	return t.Label == "GPE" || t.Label == "LOC" || f.Lex.In("placename", t.Text) || f.Lex.Cities.Has(t.Text)
}
