package measures

import (
	"strings"

	"byline/graphmodel"
)

// named finds measures that have a name of their own which no noun gives
// away: words everybody knows, and what stands behind "dubbed" or "called".
func (f *finder) named() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if !f.Lex.In("namedmeasure", t.Text) || f.inName(i) || t.Dep == "compound" && f.measureHead(t.Head) {
			continue
		}
		start := i
		for start > 0 && f.Tokens[start-1].Sent == t.Sent && (f.Tokens[start-1].Dep == "amod" || f.Tokens[start-1].Dep == "compound" || f.Tokens[start-1].Dep == "det" || f.Tokens[start-1].Text == "-") && f.Above(i, start-1) && f.Tokens[start-1].Pos != "DET" {
			start--
		}
		if f.Tokens[start].Text == "-" && start > 0 {
			start--
		}
		if start > 1 && f.Tokens[start-1].Text == "-" {
			start -= 2
		}
		if start < i && f.Tokens[start].Lower == "anti" {
			continue
		}
		if t.Head > i && t.Head <= i+2 && t.Dep == "compound" || strings.HasPrefix(t.Lower, "anti-") {
			start = i
		}
		m := found{start: start, end: i + 1, head: i, word: t.Lower, sort: graphmodel.SortStrategy, proper: true, definite: true, content: map[string]bool{}}
		if start < i {
			m.content[strings.ToLower(f.Text(start, i))] = true
		}
		m.name = strings.Join(strings.Fields(f.Text(start, i+1)), " ")
		f.found = append(f.found, m)
	}
	f.dubbed()
}

func (f *finder) measureHead(i int) bool {
	_, w, ok := f.word(i)
	return ok && w.Need != "back"
}

// dubbed finds the proper name behind "dubbed", "called", "known as": it is a
// further name of the measure before it.
func (f *finder) dubbed() {
	for n := range f.found {
		m := &f.found[n]
		for k := m.head + 1; k < m.end+4 && k < len(f.Tokens); k++ {
			w := f.Tokens[k].Lower
			if w != "dubbed" && w != "called" && w != "named" && !(w == "as" && f.Tokens[k-1].Lower == "known") {
				continue
			}
			start := k + 1
			for start < len(f.Tokens) && (f.Tokens[start].Pos == "PUNCT" || f.Tokens[start].Pos == "DET") {
				start++
			}
			end := start
			for end < len(f.Tokens) && f.Tokens[end].Sent == f.Tokens[k].Sent && f.Tokens[end].Pos != "PUNCT" && (upper(f.Tokens[end].Text) || f.numberish(end)) {
				end++
			}
			if end > start {
				m.name, m.proper = f.Text(start, end), true
				m.end = max(m.end, end)
			}
			break
		}
	}
}

func (f *finder) numberish(i int) bool {
	c := f.Tokens[i].Text[0]
	return c >= '0' && c <= '9'
}
