package measures

import (
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// backTo resolves "the move", "this decision": of the measures spoken of so
// far the one that the article names most, the first of equals.
func (f *finder) backTo(m *found, last []int) int {
	if m.sort == graphmodel.SortSummit || m.word == "ruling" || strings.HasPrefix(m.word, "judg") || f.byCourt(m) {
		return draft.None
	}
	best, most := draft.None, 0
	for t := range f.Things {
		th := &f.Things[t]
		if th.Kind != graphmodel.Measure || !isMove(th.Sort) || !slices.Contains(last, t) {
			continue
		}
		weight := len(th.Mentions)
		if first := f.Tokens[f.First(t)]; first.Line == 0 || first.Sent <= f.Lines[0].Sents[1] {
			weight += 2 // the headline and the first sentence say what it is about
		}
		if weight > most && f.Mentions[th.Mentions[len(th.Mentions)-1]].Head < m.start {
			best, most = t, weight
		}
	}
	return best
}

// isMove reports whether a measure of that sort can be called a move or a
// decision: somebody makes it. A licence or a summit is not made so.
func isMove(sort graphmodel.MeasureSort) bool {
	return sort != graphmodel.SortSummit && sort != graphmodel.SortCheck
}

// byCourt reports whether a decision is a court's and so no measure: it says
// so, or the sentence before is about what a court held.
func (f *finder) byCourt(m *found) bool {
	if m.word != "decision" {
		return false
	}
	if p := f.Kid(m.head, "poss"); p != page.None {
		return f.court(p)
	}
	sent := f.Tokens[m.head].Sent
	if sent == 0 || f.Sents[sent-1].Line != f.Sents[sent].Line {
		return false
	}
	for k := f.Sents[sent-1].Start; k < f.Sents[sent-1].End; k++ {
		if f.Tokens[k].Dep == "nsubj" && f.Tokens[f.Tokens[k].Head].Dep == "ROOT" {
			return f.court(k)
		}
	}
	return false
}

func (f *finder) court(i int) bool {
	th := f.ThingAt(i)
	if f.Kind(th) != graphmodel.Organisation {
		return false
	}
	return f.Things[th].OrgSort == "court" || f.Lex.OrgWords[f.Tokens[i].Lower].Sort == "court"
}
