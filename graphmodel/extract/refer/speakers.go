package refer

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// speakers finds who speaks in every quotation: the subject of the verb of
// saying nearest to it in its sentence; else the quotation goes on from the
// one before it.
func (f *follower) speakers() Speakers {
	out := make(Speakers, len(f.Quotes))
	last, lastSent := draft.None, -9
	for q := range f.Quotes {
		quote := f.Quotes[q]
		first, end := f.Tokens[quote.Start].Sent, f.Tokens[quote.End-1].Sent
		out[q] = f.sayer(quote, first, end)
		if out[q] == draft.None && quote.End-quote.Start >= 5 {
			if f.alone(quote) && first-lastSent <= 2 && last != draft.None {
				out[q] = last
			} else if s := f.sayerAfter(quote, end); s != draft.None {
				out[q] = s
			}
		}
		if out[q] != draft.None {
			last, lastSent = out[q], end
		} else if quote.End-quote.Start >= 5 {
			last = draft.None
		}
	}
	return out
}

// sayer is the subject of the verb of saying nearest to a quotation in the
// sentences that it touches.
func (f *follower) sayer(q page.Quote, first, last int) int {
	best, bestGap := draft.None, 1<<30
	for s := first; s <= last; s++ {
		for i := f.Sents[s].Start; i < f.Sents[s].End; i++ {
			if i >= q.Start && i < q.End || f.Tokens[i].Quote != page.None && f.Speech(i) {
				continue
			}
			who := f.saidBy(i)
			if who == draft.None {
				continue
			}
			gap := q.Start - i
			if i >= q.End {
				gap = i - q.End
			}
			if gap < bestGap {
				best, bestGap = who, gap
			}
		}
	}
	return best
}

// saidBy is who says something with the word at i, or None.
func (f *follower) saidBy(i int) int {
	t := &f.Tokens[i]
	if t.Lower == "according" {
		if to := f.Kid(i, "prep"); to != page.None {
			if p := f.Kid(to, "pobj"); p != page.None {
				return f.firstActor(p)
			}
		}
		return draft.None
	}
	if t.Pos != "VERB" || !f.Lex.In("say", t.Lemma) && t.Lemma != "call" && t.Lemma != "respond" && t.Lemma != "speak" && t.Lemma != "tell" && t.Lemma != "read" {
		return draft.None
	}
	if by := f.Kid(i, "agent"); by != page.None {
		if p := f.Kid(by, "pobj"); p != page.None {
			return f.firstActor(p)
		}
	}
	return f.subject(i)
}

// subject is the actor that does what the verb at i says: its own subject, or
// that of the verb it hangs on.
func (f *follower) subject(v int) int {
	for n := 0; n < 4; n++ {
		if s := f.Kid(v, "nsubj"); s != page.None {
			return f.firstActor(s)
		}
		switch f.Tokens[v].Dep {
		case "advcl", "xcomp", "conj", "ccomp", "relcl", "acl":
			if d := f.Tokens[v].Dep; d == "relcl" || d == "acl" {
				return f.firstActor(f.Tokens[v].Head)
			}
			v = f.Tokens[v].Head
		default:
			return draft.None
		}
	}
	return draft.None
}

func (f *follower) firstActor(i int) int {
	for _, r := range At(f.Draft, i) {
		if f.Kind(r.Thing) != graphmodel.Measure && r.Thing != draft.None {
			return r.Thing
		}
	}
	// "the statement released by Erdogan's office": whoever stands in it.
	for _, k := range f.Kids(i) {
		if d := f.Tokens[k].Dep; d == "poss" || d == "compound" || d == "nmod" {
			for _, r := range At(f.Draft, k) {
				if f.Kind(r.Thing) != graphmodel.Measure {
					return r.Thing
				}
			}
		}
	}
	return draft.None
}

// alone reports whether a quotation fills its sentences but for a few words.
func (f *follower) alone(q page.Quote) bool {
	s, e := f.Sents[f.Tokens[q.Start].Sent], f.Sents[f.Tokens[q.End-1].Sent]
	return q.Start-s.Start <= 2 && e.End-q.End <= 3
}

// sayerAfter is who speaks where the next sentence says so: “…” he said.
func (f *follower) sayerAfter(q page.Quote, last int) int {
	if last+1 >= len(f.Sents) || f.Sents[last+1].Line != f.Tokens[q.Start].Line {
		return draft.None
	}
	for i := f.Sents[last+1].Start; i < min(f.Sents[last+1].End, f.Sents[last+1].Start+6); i++ {
		if f.Tokens[i].Quote == page.None {
			if who := f.saidBy(i); who != draft.None {
				return who
			}
		}
	}
	return draft.None
}
