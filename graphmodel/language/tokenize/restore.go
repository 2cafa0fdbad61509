package tokenize

import (
	"cmp"
	"slices"
	"strings"
)

// patterns are the exceptions that the rules would cut into several tokens
// or that stand next to other marks, as lists of the tokens' texts. They are
// looked for once more in the finished tokens of a text: in "(:)" the rules
// have cut the smiley off before it was seen.
type patterns struct {
	groups map[string]int32 // text of the first token → 1 + index of its group
	bodies [][][]string     // for each group the texts behind the first
}

// newPatterns finds the exceptions that a second look can bring back, and how
// the rules alone cut them.
func newPatterns(exceptions map[string]exception) patterns {
	p := patterns{groups: map[string]int32{}}
	texts := make([]string, 0, len(exceptions))
	for text := range exceptions {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	for _, text := range texts {
		if !strings.Contains(text, " ") && !hasAffix([]rune(text)) {
			continue
		}
		parts := ruleTexts(text)
		group := p.groups[parts[0]]
		if group == 0 {
			p.bodies = append(p.bodies, nil)
			group = int32(len(p.bodies))
			p.groups[parts[0]] = group
		}
		p.bodies[group-1] = append(p.bodies[group-1], parts[1:])
	}
	return p
}

// hasAffix reports whether any rule finds something to cut off in s.
func hasAffix(s []rune) bool {
	if prefixLength(s) > 0 || suffixLength(s) > 0 {
		return true
	}
	for i := range s {
		if infix(s, i) > 0 {
			return true
		}
	}
	return false
}

// ruleTexts returns the texts of the tokens that the rules alone make of an
// exception. No exception holds white space beside other characters.
func ruleTexts(text string) []string {
	var parts []string
	for _, s := range cut(text, nil, 0) {
		parts = append(parts, text[s.start:s.end])
	}
	return parts
}

// groupOf returns the group of patterns that begin with a token of this text.
func (p patterns) groupOf(text string) int32 { return p.groups[text] }

// find returns the ranges of tokens that equal a pattern, the longest first,
// and among equals the foremost.
func (p patterns) find(tokens []Token) [][2]int {
	var found [][2]int
	for i := range tokens {
		if tokens[i].group == 0 {
			continue
		}
		for _, body := range p.bodies[tokens[i].group-1] {
			if follows(tokens[i+1:], body) {
				found = append(found, [2]int{i, i + 1 + len(body)})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b [2]int) int {
		return cmp.Or(cmp.Compare(b[1]-b[0], a[1]-a[0]), cmp.Compare(a[0], b[0]))
	})
	return found
}

// follows reports whether tokens begin with these texts.
func follows(tokens []Token, texts []string) bool {
	if len(tokens) < len(texts) {
		return false
	}
	for i, text := range texts {
		if tokens[i].Text != text {
			return false
		}
	}
	return true
}

// restoreExceptions is the second look. Where tokens equal a pattern and
// their text, spaces included, is an exception, the exception's tokens take
// their place. Longer matches come first; one that was passed over still
// shuts out shorter ones inside it.
func (t *Tokenizer) restoreExceptions(text string, tokens []Token) []Token {
	found := t.patterns.find(tokens)
	if len(found) == 0 {
		return tokens
	}
	covered := make([]bool, len(tokens))
	var kept [][2]int
	for _, m := range found {
		if !covered[m[0]] && !covered[m[1]-1] {
			if _, ok := t.exceptions[text[tokens[m[0]].Start:tokens[m[1]-1].End]]; ok {
				kept = append(kept, m)
			}
		}
		for i := m[0]; i < m[1]; i++ {
			covered[i] = true
		}
	}
	if len(kept) == 0 {
		return tokens
	}
	slices.SortFunc(kept, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	out := make([]Token, 0, len(tokens)+len(kept))
	next := 0
	for _, m := range kept {
		out = append(out, tokens[next:m[0]]...)
		last := tokens[m[1]-1]
		out = t.appendChunk(out, text, tokens[m[0]].Start, last.End)
		out[len(out)-1].Space = last.Space
		next = m[1]
	}
	return append(out, tokens[next:]...)
}
