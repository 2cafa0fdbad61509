package refer

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// pronoun resolves a pronoun, or leaves it.
func (f *follower) pronoun(i int, quoted bool) {
	var thing int
	switch f.Tokens[i].Lower {
	case "he", "him", "his", "himself":
		thing = f.person(i, draft.Male)
	case "she", "her", "hers", "herself":
		thing = f.person(i, draft.Female)
	case "i", "me", "my", "myself":
		if !quoted {
			return
		}
		thing = f.speaker(i)
	case "we", "our", "us":
		if !quoted {
			return
		}
		thing = f.collective(i)
	case "it", "its", "itself":
		thing = f.neuter(i)
	case "they", "their", "them":
		thing = f.plural(i)
	default:
		return
	}
	if thing != draft.None {
		f.mention(thing, i, i, graphmodel.FormPronoun)
	}
}

func (f *follower) speaker(i int) int {
	if q := f.Tokens[i].Quote; q != page.None && f.speak != nil {
		return f.speak[q]
	}
	return draft.None
}

// collective is the body or state that somebody speaks for with "we".
func (f *follower) collective(i int) int {
	s := f.speaker(i)
	if s == draft.None || f.Kind(s) != graphmodel.Person {
		return s
	}
	return s
}

// person finds who he or she is: in the same sentence and the three before,
// the subject first, then who stands leftmost; nobody of the other gender.
func (f *follower) person(i int, g draft.Gender) int {
	sent := f.Tokens[i].Sent
	line := f.Tokens[i].Line
	not := draft.None
	if f.Speech(i) {
		not = f.speaker(i)
	}
	for s := sent; s >= 0 && s >= sent-3; s-- {
		if f.Lines[f.Sents[s].Line].Heading && f.Sents[s].Line != line {
			continue
		}
		if p := f.personIn(s, i, g, not); p != draft.None {
			if f.Things[p].Gender == draft.Unknown {
				f.Things[p].Gender = g
			}
			return p
		}
	}
	return draft.None
}

func (f *follower) personIn(s, before int, g draft.Gender, not int) int {
	first, subject := draft.None, draft.None
	end := min(f.Sents[s].End, before)
	for k := f.Sents[s].Start; k < end; k++ {
		m := f.MentionAt(k)
		if m == draft.None || f.Mentions[m].Head != k {
			continue
		}
		p := f.Mentions[m].Thing
		t := &f.Things[p]
		if t.Kind != graphmodel.Person || p == not || t.Gender != draft.Unknown && t.Gender != g {
			continue
		}
		if first == draft.None {
			first = p
		}
		if d := f.Tokens[k].Dep; subject == draft.None && (d == "nsubj" || d == "nsubjpass") && !f.clauseMate(k, before) {
			subject = p
		}
	}
	if subject != draft.None {
		return subject
	}
	return first
}

// clauseMate reports whether token k is the subject of the very verb whose
// object the pronoun is: then he is somebody else.
func (f *follower) clauseMate(k, pronoun int) bool {
	v := f.Tokens[k].Head
	return f.Tokens[pronoun].Head == v && f.Tokens[pronoun].Dep == "dobj"
}

// neuter finds what it is: the subject of the same sentence before it, else
// the subject of the sentence before, if that is a body, state or measure.
func (f *follower) neuter(i int) int {
	t := &f.Tokens[i]
	if t.Dep == "nsubj" && f.expletive(i) {
		return draft.None
	}
	not := draft.None
	if f.Speech(i) {
		not = f.speaker(i)
	}
	sent := t.Sent
	for s := sent; s >= 0 && s >= sent-1; s-- {
		if th := f.subjectIn(s, i, not); th != draft.None {
			return th
		}
		if f.Sents[s].Line != t.Line {
			break
		}
	}
	return draft.None
}

// expletive reports whether "it" stands for nothing: it is time to, it rains.
func (f *follower) expletive(i int) bool {
	v := f.Tokens[i].Head
	if f.Tokens[v].Lemma != "be" && f.Tokens[v].Lemma != "seem" && f.Tokens[v].Lemma != "make" {
		return false
	}
	return f.Kid(v, "ccomp", "xcomp", "advcl") != page.None || f.Kid(v, "acomp") != page.None || f.Kid(v, "attr") != page.None && f.Tokens[f.Kid(v, "attr")].Lower == "time"
}

func (f *follower) subjectIn(s, before, not int) int {
	end := min(f.Sents[s].End, before)
	found := draft.None
	for k := f.Sents[s].Start; k < end; k++ {
		d := f.Tokens[k].Dep
		if d != "nsubj" && d != "nsubjpass" {
			continue
		}
		for _, r := range at(f.Draft, k, 0) {
			if kind := f.Kind(r.Thing); kind != graphmodel.Person && r.Thing != not && !f.measureBetween(r, k, before) && (found == draft.None || f.Sents[s].End <= before) {
				found = r.Thing
			}
		}
		if found != draft.None && f.Sents[s].End > before {
			return found
		}
	}
	return found
}

// measureBetween reports whether a measure stands between the subject at k
// and a pronoun: then "it" is not likely to be a country or body.
func (f *follower) measureBetween(r Ref, k, before int) bool {
	if f.Kind(r.Thing) == graphmodel.Measure {
		return false
	}
	for n := k + 1; n < before; n++ {
		if m := f.Heads[n]; m != draft.None && f.Kind(f.Mentions[m].Thing) == graphmodel.Measure && f.Tokens[n].Sent == f.Tokens[before].Sent {
			return true
		}
	}
	return false
}

// plural finds who they are where that is one body: its members or it.
func (f *follower) plural(i int) int {
	sent := f.Tokens[i].Sent
	for s := sent; s >= 0 && s >= sent-1; s-- {
		end := min(f.Sents[s].End, i)
		for k := f.Sents[s].Start; k < end; k++ {
			if d := f.Tokens[k].Dep; d != "nsubj" && d != "nsubjpass" {
				continue
			}
			refs := At(f.Draft, k)
			if len(refs) == 1 && f.Kind(refs[0].Thing) == graphmodel.Organisation && (!f.Speech(i) || refs[0].Thing != f.speaker(i)) {
				return refs[0].Thing
			}
			if s == sent || len(refs) > 0 {
				return draft.None
			}
		}
	}
	return draft.None
}
