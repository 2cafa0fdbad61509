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
		start := f.namedStart(i)
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

// namedStart is where the words start that tell one of a name from another:
// the "no-deal" of a no-deal Brexit.
func (f *finder) namedStart(i int) int {
	start := i
	for start > 0 && f.tells(i, start-1) {
		start--
	}
	if f.Tokens[start].Text == "-" && start > 0 {
		start--
	}
	if start > 1 && f.Tokens[start-1].Text == "-" {
		start -= 2
	}
	return start
}

func (f *finder) tells(i, k int) bool {
	t := &f.Tokens[k]
	if t.Sent != f.Tokens[i].Sent || t.Pos == "DET" || !f.Above(i, k) {
		return false
	}
	return t.Dep == "amod" || t.Dep == "compound" || t.Dep == "det" || t.Text == "-"
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
			if !f.dubs(k) {
				continue
			}
			if start, end := f.givenName(k); end > start {
				m.name, m.proper = f.Text(start, end), true
				m.end = max(m.end, end)
			}
			break
		}
	}
}

// dubs reports whether the word at k says that a name follows.
func (f *finder) dubs(k int) bool {
	switch f.Tokens[k].Lower {
	case "dubbed", "called", "named":
		return true
	}
	return f.Tokens[k].Lower == "as" && f.Tokens[k-1].Lower == "known"
}

// givenName is the run of capitals and numbers behind token k.
func (f *finder) givenName(k int) (start, end int) {
	start = k + 1
	for start < len(f.Tokens) && (f.Tokens[start].Pos == "PUNCT" || f.Tokens[start].Pos == "DET") {
		start++
	}
	end = start
	for end < len(f.Tokens) && f.Tokens[end].Sent == f.Tokens[k].Sent && f.Tokens[end].Pos != "PUNCT" && (upper(f.Tokens[end].Text) || f.numberish(end)) {
		end++
	}
	return start, end
}

func (f *finder) numberish(i int) bool {
	c := f.Tokens[i].Text[0]
	return c >= '0' && c <= '9'
}
