package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// mood is how a sentence commits itself to a link, and who says it.
type mood struct {
	polarity  graphmodel.Polarity
	certainty graphmodel.Certainty
	tense     graphmodel.Tense
	speaker   int
	unreal    bool // inside a condition or a question
	pronoun   bool // an end is named by a pronoun only
}

// trust lowers the confidence of what is not plainly said.
func (m mood) trust(conf float64) float64 {
	if m.unreal {
		conf *= 0.6
	}
	if m.pronoun {
		conf *= 0.9
	}
	return float64(int(conf*1000+0.5)) / 1000
}

func (f *finder) moodOf(c claim) mood {
	m := mood{polarity: graphmodel.Positive, certainty: graphmodel.Asserted, tense: graphmodel.Present, speaker: draft.None}
	at := c.verb
	if at == page.None {
		at = c.trigger
	}
	if c.verb != page.None {
		f.verbMood(c.verb, &m)
	}
	f.above(at, &m)
	if f.Speech(c.trigger) {
		if s := f.speak[f.Tokens[c.trigger].Quote]; s != draft.None {
			m.speaker = s
		}
		if m.certainty == graphmodel.Asserted {
			m.certainty = graphmodel.Quoted
		}
	}
	f.source(c.trigger, &m)
	if c.negated {
		m.polarity = graphmodel.Negated
	}
	if c.certain != "" {
		m.certainty = c.certain
	}
	if c.speaker != draft.None {
		m.speaker = c.speaker
	}
	if c.ended {
		m.tense = graphmodel.Ended
	}
	for _, r := range [2]int{c.from.Token, c.to.Token} {
		if k := f.MentionAt(r); k != draft.None && f.Mentions[k].Form == graphmodel.FormPronoun {
			m.pronoun = true
		}
	}
	return m
}

// verbMood reads the words around the verb itself.
func (f *finder) verbMood(v int, m *mood) {
	if f.Tokens[v].Past {
		m.tense = graphmodel.Past
	}
	for _, k := range f.Kids(v) {
		t := &f.Tokens[k]
		switch {
		case t.Dep == "neg" || t.Lower == "never":
			m.polarity = graphmodel.Negated
		case t.Dep == "aux" || t.Dep == "auxpass":
			f.auxiliary(t.Lower, m)
		case t.Dep == "advmod":
			switch t.Lower {
			case "reportedly", "probably", "likely":
				m.certainty = graphmodel.Expected
			case "allegedly", "supposedly", "apparently":
				m.certainty = graphmodel.Alleged
			case "possibly", "perhaps", "maybe":
				m.certainty = graphmodel.Possible
			}
		case t.Dep == "dobj" || t.Dep == "nsubjpass" || t.Dep == "nsubj":
			for _, g := range f.Kids(k) {
				if w := f.Tokens[g].Lower; w == "no" && f.Tokens[g].Dep == "det" {
					m.polarity = graphmodel.Negated
				}
			}
		case t.Dep == "mark" && (t.Lower == "if" || t.Lower == "unless" || t.Lower == "whether"):
			m.unreal = true
		}
	}
}

func (f *finder) auxiliary(word string, m *mood) {
	switch word {
	case "will", "'ll", "shall", "wo":
		m.certainty, m.tense = graphmodel.Planned, graphmodel.Future
	case "would":
		m.certainty, m.tense = graphmodel.Expected, graphmodel.Future
	case "may", "might", "could", "can":
		m.certainty = graphmodel.Possible
	case "should", "must":
		m.certainty = graphmodel.Proposed
	}
}

// above reads the verbs that the word hangs under: plans, refusals, reports,
// conditions.
func (f *finder) above(at int, m *mood) {
	for n, i := 0, at; n < 8; n++ {
		t := &f.Tokens[i]
		up := t.Head
		if up == i {
			return
		}
		u := &f.Tokens[up]
		switch t.Dep {
		case "xcomp", "ccomp", "acl", "pcomp", "advcl", "conj", "relcl", "dobj", "prep", "pobj":
		default:
			if n > 0 && (t.Dep == "nsubj" || t.Dep == "nsubjpass") {
				return
			}
		}
		if u.Pos == "VERB" || u.Pos == "AUX" || u.Pos == "ADJ" {
			f.governs(i, up, n == 0 || t.Dep != "conj", m)
		}
		if t.Dep == "advcl" {
			for _, k := range f.Kids(i) {
				if w := f.Tokens[k].Lower; f.Tokens[k].Dep == "mark" && (w == "if" || w == "unless") {
					m.unreal = true
				}
			}
		}
		i = up
	}
}

// governs notes what the verb at up does to the clause of i below it.
func (f *finder) governs(i, up int, _ bool, m *mood) {
	t, u := &f.Tokens[i], &f.Tokens[up]
	below := t.Dep == "xcomp" || t.Dep == "ccomp" || t.Dep == "pcomp" || t.Dep == "prep" || t.Dep == "advcl" && u.Lemma == "expect"
	switch {
	case t.Dep == "xcomp" && (f.Lex.In("fail", u.Lemma)):
		m.polarity = graphmodel.Negated
	case t.Dep == "xcomp" && f.Kid(up, "neg") != page.None:
		m.polarity = graphmodel.Negated
	case below && (u.Lemma == "expect" || u.Lemma == "schedule" || u.Lemma == "set" || u.Lower == "likely" || u.Lower == "due"):
		if m.certainty == graphmodel.Asserted {
			m.certainty = graphmodel.Expected
		}
	case t.Dep == "xcomp" && f.Lex.In("plan", u.Lemma):
		if m.certainty == graphmodel.Asserted {
			m.certainty = graphmodel.Planned
		}
	}
	if t.Dep == "ccomp" || t.Dep == "prep" || t.Dep == "pcomp" {
		f.reported(t.Dep, up, m)
	}
}

// reported notes who says the clause under a verb of saying.
func (f *finder) reported(dep string, up int, m *mood) {
	u := &f.Tokens[up]
	if dep == "ccomp" && f.Lex.In("say", u.Lemma) || dep != "ccomp" && f.Lex.In("alleged", u.Lemma) {
		if m.speaker == draft.None {
			m.speaker = f.sayerOf(up)
		}
		if f.Lex.In("alleged", u.Lemma) && m.certainty == graphmodel.Asserted {
			m.certainty = graphmodel.Alleged
		}
		if u.Lemma == "deny" {
			m.polarity = graphmodel.Negated
		}
	}
}

// sayerOf is the first thing that says what the verb says.
func (f *finder) sayerOf(v int) int {
	for _, r := range f.subjects(v, 0) {
		if f.Kind(r.Thing).Actor() {
			return r.Thing
		}
	}
	return draft.None
}

// source notes "according to X" in the sentence.
func (f *finder) source(at int, m *mood) {
	s := f.Sents[f.Tokens[at].Sent]
	if m.speaker != draft.None {
		return
	}
	for i := s.Start; i < s.End; i++ {
		if f.Tokens[i].Lower != "according" {
			continue
		}
		k := i + 2
		for ; k < min(s.End, i+9); k++ {
			if f.Tokens[k].Text == "," {
				return
			}
			if th := f.ThingAt(k); th != draft.None && f.Kind(th).Actor() {
				m.speaker = th
				return
			}
		}
	}
}
