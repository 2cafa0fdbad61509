package measures

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// bullets takes the items of a list that a line such as "penalties for
// non-compliance:" or "Core topics include:" leads in.
func (f *finder) bullets() {
	byHead := map[int]int{}
	for i := len(f.found) - 1; i >= 0; i-- {
		byHead[f.found[i].head] = i
	}
	for l := range f.Lines {
		line := &f.Lines[l]
		if !line.Bullet || line.LeadIn == page.None {
			continue
		}
		sort := f.itemSort(line.LeadIn)
		start := line.Start + 1
		end := line.End
		for end > start && f.Tokens[end-1].Pos == "PUNCT" {
			end--
		}
		if sort == "" || start >= end || end-start > 20 {
			continue
		}
		head := f.Headed(start, end)
		if at, taken := byHead[head]; taken {
			f.found[at].weak, f.found[at].fresh = false, true
			continue
		}
		byHead[head] = len(f.found)
		m := found{start: start, end: end, head: head, word: f.Tokens[head].Lemma, sort: sort, content: f.contentOf(start, end, head), fresh: true}
		for m.start < head && f.Lex.In("evaluative", f.Tokens[m.start].Lower) {
			m.start++
		}
		m.name = strings.Join(strings.Fields(f.Text(m.start, end)), " ")
		f.found = append(f.found, m)
	}
}

// itemSort is what the items under a lead-in are: the last noun of a measure
// in it says so.
func (f *finder) itemSort(line int) graphmodel.MeasureSort {
	l := f.Lines[line]
	for i := l.End - 1; i >= l.Start; i-- {
		t := &f.Tokens[i]
		if t.Pos != "NOUN" {
			continue
		}
		if _, w, ok := f.word(i); ok && w.Need != "back" {
			if w.Sort == graphmodel.SortSummit {
				return graphmodel.SortStrategy
			}
			return w.Sort
		}
		switch t.Lemma {
		case "topic", "priority", "goal", "aim", "pledge", "proposal", "measure", "step", "point", "objective", "commitment", "demand", "area":
			return graphmodel.SortStrategy
		}
	}
	return ""
}
