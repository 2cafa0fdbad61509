package names

import (
	"strings"

	"byline/graphmodel"
)

// vote is what the places of one name in the article say about its kind.
type vote struct{ person, org, other, country float64 }

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
	for _, e := range f.Ents {
		start, end := f.trim(e.Start, e.End)
		if start >= end {
			continue
		}
		v := f.vote(f.Text(start, end))
		switch e.Label {
		case "PERSON":
			v.person += 2
		case "ORG":
			v.org += 2
		case "PRODUCT", "WORK_OF_ART":
			v.org++
		case "NORP":
			v.org += 0.5
			v.other += 0.6
		case "GPE", "LOC", "FAC", "EVENT", "LAW", "LANGUAGE":
			v.other += 2
		}
		f.cues(start, end, v)
	}
}

// cues adds what stands around and inside a name.
func (f *finder) cues(start, end int, v *vote) {
	if start > 0 && f.Tokens[start-1].Sent == f.Tokens[start].Sent {
		before := f.Tokens[start-1].Text
		if f.Lex.In("honorific", before) {
			v.person += 5
		} else if f.roleEnding(start) >= 0 {
			v.person += 3
		}
		if strings.EqualFold(before, "the") && end-start > 1 {
			v.person -= 1.5
		}
	}
	if f.Lex.In("given", f.Tokens[start].Text) && end-start > 1 {
		v.person += 2.5
	}
	for k := start; k < end; k++ {
		t := &f.Tokens[k]
		w, ok := f.Lex.OrgWords[strings.TrimSuffix(t.Lower, ".")]
		if ok && f.capital(k) && (w.Has("name") || w.Has("suffix")) {
			v.org += 3
		}
		if f.Lex.In("place", t.Text) || f.Lex.In("event", t.Text) {
			v.other += 4
		}
		if f.Lex.In("notperson", t.Text) {
			v.other += 9
		}
	}
	if end-start == 1 && acronym(f.Tokens[start].Text) {
		v.org += 1.5
		v.person -= 1
	}
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
	for start < end {
		t := &f.Tokens[start]
		if t.Pos == "DET" || t.Pos == "PUNCT" || t.Lower == "the" || t.Tag == "POS" || f.Lex.In("honorific", t.Text) || t.Pos == "ADP" || t.Text == "@" {
			start++
			continue
		}
		break
	}
	for start < end {
		t := &f.Tokens[end-1]
		if t.Tag == "POS" || (t.Pos == "PUNCT" && t.Text != ".") || t.Lower == "'s" || t.Lower == "’s" || t.Pos == "ADP" {
			end--
			continue
		}
		break
	}
	return start, end
}
