// Package links finds what an article says of the things it names: who leads
// what, who proposes which measure, who condemns whom. Each pattern has a file
// and an id of its own. It owns the evidence: sentence, trigger, polarity,
// certainty, speaker, date, confidence. It refuses to find or join things.
package links

import (
	"cmp"
	"context"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// Find returns the claims of the draft, in order of place; none once ctx is
// done.
func Find(ctx context.Context, d *draft.Draft, speakers refer.Speakers) []extract.Claim {
	f := &finder{Draft: d, speak: speakers}
	extract.InTurn(ctx,
		f.roles, f.offices, f.homes, f.parts, f.calls, f.verbs, f.nouns, f.acts, f.aims, f.special,
		f.critics, f.demands, f.mutual, f.copulas, f.measures, f.participants, f.rules, f.items,
		f.answers, f.speeches, f.reports, f.misread, f.blamed, f.tidy,
	)
	if ctx.Err() != nil {
		return nil
	}
	out := make([]extract.Claim, len(f.claims))
	for i, c := range f.claims {
		out[i] = f.evidence(c)
	}
	return out
}

type finder struct {
	*draft.Draft
	speak    refer.Speakers
	claims   []claim
	heads    [][]int // of each thing's mentions, in order, once asked for
	homeland homeland
}

// claim is one link before its evidence is written down.
type claim struct {
	from, to refer.Ref
	link     graphmodel.LinkType
	trigger  int // the word that carries it
	verb     int // the verb whose mood and tense count, or page.None
	pattern  string
	conf     float64 // of several that say the same, the highest is kept
	ended    bool
	negated  bool
	certain  graphmodel.Certainty // set by the pattern, or empty
	speaker  int                  // set by the pattern, or draft.None
	amount   string
}

// claim adds one link if its ends fit its type.
func (f *finder) claim(c claim) bool {
	if c.from.Thing == draft.None || c.to.Thing == draft.None || c.from.Thing == c.to.Thing {
		return false
	}
	if !c.link.Fits(f.Kind(c.from.Thing), f.Kind(c.to.Thing)) || c.link == graphmodel.Owns && f.ofThePeople(c.to.Thing) {
		return false
	}
	f.claims = append(f.claims, c)
	return true
}

// ofThePeople reports whether a body can have no owner: who controls a
// parliament has its votes.
func (f *finder) ofThePeople(thing int) bool {
	sort := f.Things[thing].OrgSort
	return sort == "parliament" || sort == "court"
}

// new starts a claim of a pattern; a speaker and a verb can be set on it.
func (f *finder) new(pattern string, conf float64, from refer.Ref, link graphmodel.LinkType, to refer.Ref, trigger, verb int) claim {
	return claim{from: from, to: to, link: link, trigger: trigger, verb: verb, pattern: pattern, conf: conf, speaker: draft.None}
}

// misread takes out the blame that a quotation seems to put on somebody where
// the words that lead it in say that the speaker blames another.
func (f *finder) misread() {
	type word struct{ from, sent int }
	led := map[word]int{}
	for _, c := range f.claims {
		if c.pattern == "harshly" {
			led[word{c.from.Thing, f.Tokens[c.trigger].Sent}] = c.to.Thing
		}
	}
	f.claims = slices.DeleteFunc(f.claims, func(c claim) bool {
		to, found := led[word{c.from.Thing, f.Tokens[c.trigger].Sent}]
		return found && to != c.to.Thing && c.pattern == "quote"
	})
}

// tidy puts the claims in order of place and leaves out the weaker of two
// that say the same in one sentence, and what another claim makes unlikely.
func (f *finder) tidy() {
	slices.SortStableFunc(f.claims, func(a, b claim) int {
		return cmp.Or(cmp.Compare(f.Tokens[a.trigger].Sent, f.Tokens[b.trigger].Sent), cmp.Compare(a.trigger, b.trigger), cmp.Compare(b.conf, a.conf))
	})
	type key struct {
		from, to, sent int
		link           graphmodel.LinkType
	}
	seen := map[key]bool{}
	bad := map[[2]int]bool{}
	strong := map[[2]int]bool{}
	for _, c := range f.claims {
		pair := [2]int{c.from.Thing, c.to.Thing}
		if c.link == graphmodel.Criticises || c.link == graphmodel.Opposes {
			bad[pair] = true
		}
		if !c.link.Weak() && c.link != graphmodel.OfCountry {
			strong[pair] = true
		}
	}
	f.claims = slices.DeleteFunc(f.claims, func(c claim) bool {
		pair := [2]int{c.from.Thing, c.to.Thing}
		k := key{c.from.Thing, c.to.Thing, f.Tokens[c.trigger].Sent, c.link}
		switch {
		case seen[k]:
			return true
		case c.link == graphmodel.Supports && bad[pair] && c.pattern != "verb":
			return true
		case c.link == graphmodel.Supports && bad[pair] && f.Speech(c.trigger):
			return true // irony: "We welcome them copying our work"
		case c.link == graphmodel.CommentsOn && strong[pair]:
			return true
		}
		seen[k] = true
		return false
	})
}

// evidence writes a claim down.
func (f *finder) evidence(c claim) extract.Claim {
	mood := f.moodOf(c)
	e := graphmodel.Evidence{
		Sentence: f.SentSpan(c.trigger), Trigger: f.Span(c.trigger, c.trigger+1),
		From: f.endSpan(c.from), To: f.endSpan(c.to),
		Polarity: mood.polarity, Certainty: mood.certainty, Tense: mood.tense,
		Amount: c.amount, Pattern: c.pattern, Confidence: f.confidence(c, mood),
	}
	e.Text = f.Article.Text[e.Sentence.Start:e.Sentence.End]
	e.Date, e.DateGuessed = f.dateOf(c)
	speaker := mood.speaker
	if speaker == c.from.Thing {
		speaker = draft.None
	}
	return extract.Claim{From: c.from.Thing, To: c.to.Thing, Type: c.link, Speaker: speaker, Evidence: e}
}

func (f *finder) endSpan(r refer.Ref) graphmodel.Span {
	if m := f.MentionAt(r.Token); m != draft.None && f.Mentions[m].Thing == r.Thing {
		return f.Span(f.Mentions[m].Start, f.Mentions[m].End)
	}
	return f.Span(r.Token, r.Token+1)
}

// kid is the dependent of i with one of the labels, as in page.Kid, but of
// the words named only.
func (f *finder) prep(i int, words ...string) int {
	for _, k := range f.Kids(i) {
		t := &f.Tokens[k]
		if t.Lower == "out" {
			if q := f.prep(k, words...); q != page.None {
				return q // "pulled out of"
			}
		}
		if t.Dep != "prep" && t.Dep != "agent" && t.Dep != "dative" {
			continue
		}
		for _, w := range words {
			if t.Lower == w {
				if p := f.Kid(k, "pobj"); p != page.None {
					return p
				}
				// "against what": a preposition behind a preposition
				if q := f.Kid(k, "prep"); q != page.None {
					if p := f.Kid(q, "pobj"); p != page.None {
						return p
					}
				}
			}
		}
	}
	return page.None
}

func (f *finder) refs(i int) []refer.Ref {
	if i == page.None {
		return nil
	}
	return refer.At(f.Draft, i)
}
