package measures

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"byline/graphmodel/extract/page"
)

// A measure's description is at most so many words.
const longest = 14

// leftEdge returns where the description of head i starts, without article
// and possessor, and the head of the possessor, or page.None.
func (f *finder) leftEdge(i int) (start, poss int) {
	start, poss = i, page.None
	for _, k := range f.Kids(i) {
		if k < i && f.Tokens[k].Dep == "poss" {
			poss = k
		}
	}
	for k := i - 1; k >= f.Sents[f.Tokens[i].Sent].Start; k-- {
		if poss >= 0 && k < f.Tokens[poss].Right || !f.leads(i, k) || f.Tokens[k].Text == "," && start == i {
			break
		}
		start = k
	}
	start = f.instrumentWords(start)
	for start < i && opening(&f.Tokens[start]) {
		start++
	}
	return f.hyphened(start), poss
}

// hyphened takes in what a hyphen binds to the description: "right-to-work
// checks" is not "work checks".
func (f *finder) hyphened(start int) int {
	for start > 1 && f.Tokens[start-1].Text == "-" && !f.Tokens[start-1].Space && !f.Tokens[start-2].Space && f.Tokens[start-2].Sent == f.Tokens[start].Sent {
		start -= 2
	}
	return start
}

// leads reports whether the word at k belongs to the description that leads
// up to the head i.
func (f *finder) leads(i, k int) bool {
	t := &f.Tokens[k]
	if !f.Above(i, k) || t.Tag == "POS" || t.Tag == "PRP$" {
		return false
	}
	switch t.Pos {
	case "DET", "PRON":
		return false
	case "ADP":
		return t.Dep != "prep"
	case "VERB":
		return t.Tag == "VBN" || t.Tag == "VBG"
	case "PUNCT":
		return strings.Contains("-,\"“”/", t.Text)
	}
	return true
}

// opening reports whether a word may open a phrase but not a description.
func opening(t *page.Token) bool {
	switch t.Pos {
	case "PUNCT", "CCONJ", "ADV":
		return true
	}
	return t.Lower == "such" || t.Lower == "all" || t.Lower == "said"
}

// instrumentWords takes in words of policy in front that the parse hangs
// elsewhere: the "cease and desist" of an order.
func (f *finder) instrumentWords(start int) int {
	first := f.Sents[f.Tokens[start].Sent].Start
	for k := start - 1; k >= first; k-- {
		if f.Lex.In("policyword", f.Tokens[k].Lower) {
			start = k
			continue
		}
		if f.Tokens[k].Lower != "and" || start != k+1 || !f.Lex.In("policyword", f.Tokens[max(first, k-1)].Lower) {
			break
		}
	}
	return start
}

// rightEdge returns where the description of head i ends: with the phrases
// and shortened relative clauses that hang on it.
func (f *finder) rightEdge(i int) int {
	limit := f.Sents[f.Tokens[i].Sent].End
	end := i + 1
	// A number belongs to the name: "Directive 2000", "resolution No. 1430".
	for end < limit && (f.Tokens[end].Dep == "nummod" && f.Tokens[end].Head == i || f.numberWord(end)) {
		end++
	}
	stop := end
	for _, k := range f.Kids(i) {
		t := &f.Tokens[k]
		if k < end-1 || k < i || t.Dep != "prep" && t.Dep != "acl" && t.Dep != "dative" && t.Dep != "relcl" {
			continue
		}
		if t.Left > stop || !f.continues(t) {
			break
		}
		stop = t.Right
	}
	return f.cut(i, stop)
}

// continues reports whether a phrase or clause is part of the description.
func (f *finder) continues(t *page.Token) bool {
	switch t.Dep {
	case "prep":
		return f.describes(t.Lower)
	case "relcl":
		return f.Tokens[t.Left].Lower == "that"
	}
	return true
}

// numberWord reports whether token i continues a name with a number.
func (f *finder) numberWord(i int) bool {
	t := f.Tokens[i].Text
	r, _ := utf8.DecodeRuneInString(t)
	before := f.Tokens[i-1].Lower
	switch t {
	case "No", "No.":
		return true
	case ".":
		return before == "no" && i+1 < len(f.Tokens) && f.numberish(i+1)
	}
	return unicode.IsDigit(r) && (before == "no." || before == "no" || before == ".")
}

func (f *finder) describes(prep string) bool {
	switch prep {
	case "of", "for", "on", "against", "with", "within", "to", "from", "between", "at", "in", "into", "about", "regarding", "over", "as":
		return true
	}
	return false
}

// cut ends a description at the first comma outside a list, semicolon, quote
// or finite verb of another clause, and after so many words.
func (f *finder) cut(i, end int) int {
	words := 0
	for k := i; k < end; k++ {
		t := &f.Tokens[k]
		if t.Pos != "PUNCT" && t.Pos != "DET" {
			words++
		}
		if words > longest {
			return max(i+1, f.wholePhrase(i, k))
		}
		if t.Text == ";" || t.Text == ":" || t.Text == "—" || t.Text == "(" || (t.Text == "," && k > i && !f.listComma(k, end)) {
			return k
		}
	}
	for end > i+1 && (f.Tokens[end-1].Pos == "PUNCT" || f.Tokens[end-1].Pos == "SPACE") {
		end--
	}
	return end
}

// wholePhrase takes back a description that was cut in the middle of a phrase
// to the end of the phrase before.
func (f *finder) wholePhrase(i, end int) int {
	for k := end; k > i+1; k-- {
		if t := &f.Tokens[k]; t.Pos == "ADP" && t.Dep == "prep" || t.Dep == "aux" {
			return k
		}
	}
	return end
}

// listComma reports whether the comma at k parts the items of a list.
func (f *finder) listComma(k, end int) bool {
	if k+1 >= end {
		return false
	}
	for _, j := range [...]int{k + 1, k + 2, k + 3} {
		if j < end && f.Tokens[j].Dep == "conj" && f.Tokens[j].Head < k {
			return true
		}
	}
	return false
}

// contentOf gathers the words that tell a description from others.
func (f *finder) contentOf(start, end, head int) map[string]bool {
	out := map[string]bool{}
	for k := start; k < end; k++ {
		t := &f.Tokens[k]
		switch t.Pos {
		case "NOUN", "PROPN", "ADJ", "VERB", "NUM":
		default:
			continue
		}
		if k == head || f.Lex.In("evaluative", t.Lower) || t.Lower == "new" || t.Lower == "proposed" || t.Lower == "draft" || t.Lower == "existing" {
			continue
		}
		out[t.Lemma] = true
	}
	return out
}

// nameOf is what the measure is called: modifiers and head without words of
// praise and blame; what follows is left out if that is enough.
func (f *finder) nameOf(start, head, end, poss int) string {
	if sum := f.sumBefore(head); sum >= 0 {
		return strings.Join(strings.Fields(f.Text(sum, head+1)), " ")
	}
	name, telling := f.frontName(start, head)
	if end > head+1 && (telling == 0 || f.numberWord(head+1) || f.Tokens[head+1].Dep == "nummod") {
		name += " " + strings.Join(strings.Fields(f.Text(head+1, end)), " ")
	}
	if telling == 0 && end == head+1 && poss >= 0 {
		name = strings.Join(strings.Fields(f.Text(f.Tokens[poss].Left, head+1)), " ")
	}
	return name
}

// frontName is the head with what stands before it, and how many words of
// that tell it from others.
func (f *finder) frontName(start, head int) (name string, telling int) {
	var words []string
	for k := start; k <= head; k++ {
		t := &f.Tokens[k]
		if k < head && f.Lex.In("evaluative", t.Lower) && t.Dep == "amod" {
			continue
		}
		if t.Pos != "PUNCT" && k < head && t.Lower != "new" && t.Lower != "proposed" {
			telling++
		}
		words = append(words, t.Text)
		if !t.Space && k < head && len(words) > 0 {
			words[len(words)-1] += "\x00"
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), "\x00 ", ""), telling
}
