package measures

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// backTo resolves "the move", "this decision": of the measures spoken of so
// far the one that the article names most, the first of equals.
func (f *finder) backTo(m *found) int {
	if m.sort == graphmodel.SortSummit || m.word == "ruling" || strings.HasPrefix(m.word, "judg") || f.byCourt(m) {
		return draft.None
	}
	return f.MainMeasure(m.start, isMove)
}

// isMove reports whether a measure can be called a move or a
// decision: somebody makes it. A licence or a summit is not made so.
func isMove(t *draft.Thing) bool {
	return t.Sort != graphmodel.SortSummit && t.Sort != graphmodel.SortCheck
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
