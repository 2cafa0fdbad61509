// Package page lays an article out for the rules: all tokens of all lines in
// one row, with sentences, lines, headings, list items and quotations marked,
// and the parse as one tree a sentence. It owns places and neighbours; it
// refuses to know what any word means.
package page

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/language"
)

// None stands for no token, no quotation, no line.
const None = -1

// Token is one word of the article.
type Token struct {
	Text, Lower, Lemma string
	Tag, Pos, Dep      string
	Head               int // index in Page.Tokens; its own for a root
	Left, Right        int // the subtree: first token, and the one after its last
	Start, End         int // bytes of the article
	Sent, Line         int
	Quote              int    // index in Page.Quotes, or None
	Label              string // OntoNotes label of the entity it is in, or empty
	Space              bool
	Past               bool // a finite verb in the past, or a participle of it
}

// Sentence is a run of tokens, End exclusive.
type Sentence struct {
	Start, End int
	Line       int
}

// Line is one line that is not blank.
type Line struct {
	Start, End int
	Sents      [2]int // first sentence, and the one after the last
	Heading    bool   // a headline or a heading: short, without a full stop
	Bullet     bool   // an item of a list
	LeadIn     int    // for a bullet: the line that ends in a colon, or None
}

// Quote is what stands between two quotation marks.
type Quote struct {
	Start, End int  // tokens, the marks left out
	Open       bool // the closing mark is missing: the speech goes on
}

// Ent is a named entity as the language layer sees it.
type Ent struct {
	Start, End int
	Label      string
}

// Page is one article, laid out.
type Page struct {
	Article article.Article
	Tokens  []Token
	Sents   []Sentence
	Lines   []Line
	Quotes  []Quote
	Ents    []Ent
	kids    [][]int
}

// New lays out an article that was parsed line by line.
func New(a article.Article, docs []*language.Doc) *Page {
	n := 0
	for _, d := range docs {
		n += len(d.Tokens)
	}
	p := &Page{Article: a, Tokens: make([]Token, 0, n)}
	for _, d := range docs {
		if len(d.Tokens) > 0 {
			p.addLine(d)
		}
	}
	p.hangBullets()
	p.link()
	return p
}

func (p *Page) addLine(d *language.Doc) {
	base := len(p.Tokens)
	line := Line{Start: base, End: base + len(d.Tokens), LeadIn: None}
	line.Sents[0] = len(p.Sents)
	for _, s := range d.Sents() {
		for i := s.Start; i < s.End; i++ {
			p.Tokens = append(p.Tokens, token(d, i, base, len(p.Sents), len(p.Lines)))
		}
		p.Sents = append(p.Sents, Sentence{base + s.Start, base + s.End, len(p.Lines)})
	}
	line.Sents[1] = len(p.Sents)
	for _, e := range d.Ents {
		p.Ents = append(p.Ents, Ent{base + e.Start, base + e.End, e.Label})
	}
	line.Bullet = bullet(p.Tokens[base])
	line.Heading = !line.Bullet && heading(p.Tokens[base:])
	p.Lines = append(p.Lines, line)
	p.markQuotes(base)
}

func token(d *language.Doc, i, base, sent, line int) Token {
	t := &d.Tokens[i]
	return Token{
		Text: t.Text, Lower: strings.ToLower(t.Text), Lemma: strings.ToLower(t.Lemma),
		Tag: t.Tag, Pos: t.Pos, Dep: t.Dep,
		Head: base + t.Head, Left: base + t.Left, Right: base + t.Right,
		Start: d.Offset + t.Start, End: d.Offset + t.End,
		Sent: sent, Line: line, Quote: None, Label: t.EntType, Space: t.Space,
		Past: t.Tag == "VBD" || t.Tag == "VBN",
	}
}

// bullet reports whether a line that starts with t is an item of a list.
func bullet(t Token) bool {
	switch t.Text {
	case "-", "–", "—", "•", "*", "·", "◦", "▪", "●":
		return true
	}
	return false
}

// heading reports whether a line is a headline or a heading: short, and
// without the stop that ends a sentence.
func heading(line []Token) bool {
	last := line[len(line)-1].Text
	if len(line) > 24 || strings.ContainsAny(last[len(last)-1:], ".:?!,;") {
		return false
	}
	return !strings.ContainsAny(last, "”\"’…")
}

// hangBullets ties each item of a list to the line before the list that ends
// in a colon.
func (p *Page) hangBullets() {
	lead := None
	for i := range p.Lines {
		switch l := &p.Lines[i]; {
		case l.Bullet:
			l.LeadIn = lead
		case p.Tokens[l.End-1].Text == ":":
			lead = i
		default:
			lead = None
		}
	}
}

// link gathers the dependents of every token, in order.
func (p *Page) link() {
	count := make([]int, len(p.Tokens))
	for i, t := range p.Tokens {
		if t.Head != i {
			count[t.Head]++
		}
	}
	p.kids = make([][]int, len(p.Tokens))
	room := make([]int, len(p.Tokens))
	at := 0
	for i, n := range count {
		p.kids[i] = room[at : at : at+n]
		at += n
	}
	for i, t := range p.Tokens {
		if t.Head != i {
			p.kids[t.Head] = append(p.kids[t.Head], i)
		}
	}
}

// Kids returns the dependents of token i, in order.
func (p *Page) Kids(i int) []int { return p.kids[i] }

// Kid returns the first dependent of i with one of the labels, or None.
func (p *Page) Kid(i int, deps ...string) int {
	for _, k := range p.kids[i] {
		for _, d := range deps {
			if p.Tokens[k].Dep == d {
				return k
			}
		}
	}
	return None
}

// Span is the place of the tokens i to j (exclusive) in the article.
func (p *Page) Span(i, j int) graphmodel.Span {
	if i >= j || i < 0 {
		return graphmodel.Span{Article: p.Article.ID}
	}
	return graphmodel.Span{Article: p.Article.ID, Start: p.Tokens[i].Start, End: p.Tokens[j-1].End}
}

// Text is what the tokens i to j (exclusive) say, as it stands.
func (p *Page) Text(i, j int) string {
	if i >= j {
		return ""
	}
	return p.Article.Text[p.Tokens[i].Start:p.Tokens[j-1].End]
}

// SentSpan is the place of the sentence that token i stands in.
func (p *Page) SentSpan(i int) graphmodel.Span {
	s := p.Sents[p.Tokens[i].Sent]
	start, end := s.Start, s.End
	for start < end-1 && strings.TrimSpace(p.Tokens[start].Text) == "" {
		start++
	}
	for end-1 > start && strings.TrimSpace(p.Tokens[end-1].Text) == "" {
		end--
	}
	return p.Span(start, end)
}

// Headed returns the token of i..j (exclusive) that the others hang on: the
// one whose head lies outside.
func (p *Page) Headed(i, j int) int {
	for k := j - 1; k >= i; k-- {
		if h := p.Tokens[k].Head; (h < i || h >= j || h == k) && p.Tokens[k].Pos != "PUNCT" && p.Tokens[k].Dep != "case" {
			return k
		}
	}
	return j - 1
}

// Above reports whether a stands over b in the tree, or is b.
func (p *Page) Above(a, b int) bool {
	for {
		if a == b {
			return true
		}
		h := p.Tokens[b].Head
		if h == b {
			return false
		}
		b = h
	}
}
