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

func (f *finder) moodOf(c claim) mood {
	m := mood{polarity: graphmodel.Positive, certainty: graphmodel.Asserted, tense: graphmodel.Present, speaker: draft.None}
	at := c.verb
	if at == page.None {
		at = c.trigger
	}
	if c.verb != page.None {
		f.verbMood(c.verb, &m)
	}
	if !taken[c.pattern] {
		f.above(at, &m)
		f.voice(c.trigger, &m)
		f.source(c.trigger, &m)
	}
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

// taken are the patterns inside a name's description. Whoever says "Minister X
// of Y" takes it for granted and does not claim it.
var taken = map[string]bool{"role": true, "role-home": true, "home": true, "home-front": true, "home-phrase": true, "part": true, "person-of": true, "owner": true, "holder": true}

// voice notes who speaks where the word stands in a quotation.
func (f *finder) voice(at int, m *mood) {
	if !f.Speech(at) {
		return
	}
	if s := f.speak[f.Tokens[at].Quote]; s != draft.None {
		m.speaker = s
	}
	if m.certainty == graphmodel.Asserted {
		m.certainty = graphmodel.Quoted
	}
}

// doubt are the adverbs that commit a sentence less.
var doubt = map[string]graphmodel.Certainty{
	"reportedly": graphmodel.Expected, "probably": graphmodel.Expected, "likely": graphmodel.Expected,
	"allegedly": graphmodel.Alleged, "supposedly": graphmodel.Alleged, "apparently": graphmodel.Alleged,
	"possibly": graphmodel.Possible, "perhaps": graphmodel.Possible, "maybe": graphmodel.Possible,
}

// verbMood reads the words around the verb itself.
func (f *finder) verbMood(v int, m *mood) {
	if f.Tokens[v].Past {
		m.tense = graphmodel.Past
	}
	for _, k := range f.Kids(v) {
		t := &f.Tokens[k]
		if t.Dep == "neg" || t.Lower == "never" {
			m.polarity = graphmodel.Negated
			continue
		}
		switch t.Dep {
		case "aux", "auxpass":
			f.auxiliary(t.Lower, m)
		case "advmod":
			if c := doubt[t.Lower]; c != "" {
				m.certainty = c
			}
		case "dobj", "nsubjpass", "nsubj":
			if f.noneOf(k) {
				m.polarity = graphmodel.Negated
			}
		case "mark":
			m.unreal = m.unreal || t.Lower == "if" || t.Lower == "unless" || t.Lower == "whether"
		}
	}
}

// noneOf reports whether "no" or "neither" stands before the noun at k.
func (f *finder) noneOf(k int) bool {
	for _, g := range f.Kids(k) {
		if t := &f.Tokens[g]; t.Lower == "no" && t.Dep == "det" || t.Lower == "neither" {
			return true
		}
	}
	return false
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
		if up == i || n > 0 && (t.Dep == "nsubj" || t.Dep == "nsubjpass") {
			return
		}
		if t.Dep == "acl" && f.Tokens[up].Lemma == "request" {
			return // what is requested is so, whoever speaks of it
		}
		switch f.Tokens[up].Pos {
		case "VERB", "AUX", "ADJ":
			f.governs(i, up, m)
		case "NOUN":
			f.nounGoverns(i, up, m)
		}
		if t.Dep == "advcl" && f.conditional(i) {
			m.unreal = true
		}
		i = up
	}
}

// conditional reports whether the clause at i is a condition.
func (f *finder) conditional(i int) bool {
	for _, k := range f.Kids(i) {
		if w := f.Tokens[k].Lower; f.Tokens[k].Dep == "mark" && (w == "if" || w == "unless") {
			return true
		}
	}
	return false
}

// expecting are the words above a clause that make it expected.
var expecting = map[string]bool{"expect": true, "schedule": true, "set": true, "likely": true, "due": true}

// mooting are the verbs above a clause that only put it forward.
var mooting = map[string]bool{
	"propose": true, "consider": true, "discuss": true, "ask": true, "request": true, "suggest": true, "recommend": true,
	"urge": true, "call": true, "order": true, "press": true, "demand": true, "require": true, "encourage": true, "advise": true, "invite": true, "beg": true, "tell": true,
}

// refusing are the nouns of what is not done.
var refusing = map[string]bool{"refusal": true, "failure": true, "inability": true, "reluctance": true, "unwillingness": true}

// nounGoverns notes what the noun at up does to the clause of i on it: its
// refusal to, no plans to.
func (f *finder) nounGoverns(i, up int, m *mood) {
	if f.Tokens[i].Dep == "acl" && (refusing[f.Tokens[up].Lemma] || f.noneOf(up)) {
		m.polarity = graphmodel.Negated
	}
}

// governs notes what the verb at up does to the clause of i below it.
func (f *finder) governs(i, up int, m *mood) {
	t, u := &f.Tokens[i], &f.Tokens[up]
	if t.Dep == "xcomp" && (f.Lex.In("fail", u.Lemma) || u.Lemma == "deny" || f.Kid(up, "neg") != page.None || f.yetTo(up)) {
		m.polarity = graphmodel.Negated
	} else if m.certainty == graphmodel.Asserted {
		f.expected(t, u, m)
	}
	if t.Dep == "ccomp" || t.Dep == "prep" || t.Dep == "pcomp" {
		f.reported(t.Dep, up, m)
	}
}

// yetTo reports whether the verb at up is that of "has yet to".
func (f *finder) yetTo(up int) bool {
	return f.Tokens[up].Lemma == "have" && up+1 < len(f.Tokens) && f.Tokens[up+1].Lower == "yet"
}

func (f *finder) expected(t, u *page.Token, m *mood) {
	below := t.Dep == "xcomp" || t.Dep == "ccomp" || t.Dep == "pcomp" || t.Dep == "prep" || t.Dep == "advcl" && u.Lemma == "expect"
	switch {
	case below && (expecting[u.Lemma] || expecting[u.Lower]):
		m.certainty = graphmodel.Expected
	case t.Dep == "xcomp" && mooting[u.Lemma]:
		m.certainty = graphmodel.Proposed
	case t.Dep == "xcomp" && f.Lex.In("plan", u.Lemma):
		m.certainty = graphmodel.Planned
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
