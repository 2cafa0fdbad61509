package marked

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style is how the text is set.
type Style struct {
	Size float32 // of the letters
	Line float32 // height of a line
	Gap  float32 // between paragraphs that a blank line parts
	// Most is the number of lines shown, 0 for all. What is left out is
	// shown as "…".
	Most int
	// Strong sets everything in bold; Second, in the second ink.
	Strong bool
	Second bool
}

// measure returns the width of some words.
type measure func(words string, bold bool) float32

// line is one line as broken.
type line struct {
	Span
	y      float32
	bold   bool // all of it: a heading
	cut    bool // words were left out after it
	indent float32
}

// breaker breaks one content into lines.
type breaker struct {
	c     Content
	style Style
	width float32
	of    measure
	lines []line
	y     float32
	// bold is the next bold stretch that may touch the words ahead: the text
	// is walked once from start to end.
	bold int
}

// breakLines breaks tidied content into lines of at most width and returns
// them with the height of all.
func breakLines(c Content, style Style, width float32, of measure) ([]line, float32) {
	b := &breaker{c: c, style: style, width: width, of: of}
	for i, p := range paragraphs(c) {
		if i > 0 && (p.after || p.heading) {
			b.y += style.Gap
		}
		if !b.paragraph(p) {
			break
		}
	}
	if n := len(b.lines); n > 0 {
		return b.lines, b.lines[n-1].y + style.Line
	}
	return nil, 0
}

// paragraph breaks one paragraph; it returns false when no line may follow.
func (b *breaker) paragraph(p paragraph) bool {
	strong := p.heading || b.style.Strong
	now := line{Span: Span{p.Start, p.Start}, bold: strong}
	x := float32(0)
	for at := p.Start; at < p.End; {
		word := nextWord(b.c.Text, at, p.End)
		w, bold := b.wordWidth(word, strong)
		gap := float32(0)
		if now.End > now.Start && now.End < word.Start {
			gap = b.of(strings.Map(plainSpace, b.c.Text[now.End:word.Start]), strong)
		}
		switch {
		case x+gap+w <= b.width || (now.End == now.Start && w <= b.width):
			x += gap + w
			now.End = word.End
		case now.End > now.Start:
			if !b.put(now) {
				return false
			}
			now = line{Span: Span{word.Start, word.Start}, bold: strong}
			x = 0
			continue
		default: // one word that is wider than the line
			end := b.fitting(word, bold)
			now.End = end
			word.End = end
			x = b.width
		}
		at = skipSpace(b.c.Text, word.End, p.End)
		if now.End == now.Start {
			now.Start = at
		}
	}
	return now.End == now.Start || b.put(now)
}

// put adds a line and says whether another may follow.
func (b *breaker) put(l line) bool {
	if b.style.Most > 0 && len(b.lines) == b.style.Most {
		b.lines[len(b.lines)-1].cut = true
		return false
	}
	l.y = b.y
	b.y += b.style.Line
	b.lines = append(b.lines, l)
	return true
}

// wordWidth is the width of a word, and whether it was measured in bold: one
// that is bold in part is, so that it is never too narrow.
func (b *breaker) wordWidth(word Span, strong bool) (width float32, bold bool) {
	for b.bold < len(b.c.Bold) && b.c.Bold[b.bold].End <= word.Start {
		b.bold++
	}
	bold = strong || b.bold < len(b.c.Bold) && b.c.Bold[b.bold].Start < word.End
	return b.of(strings.Map(plainSpace, b.c.Text[word.Start:word.End]), bold), bold
}

// fitting returns where a word too wide for a line has to be cut.
func (b *breaker) fitting(word Span, bold bool) int {
	text := b.c.Text[word.Start:word.End]
	cuts := make([]int, 0, len(text))
	for i := range text {
		if i > 0 {
			cuts = append(cuts, i)
		}
		if len(cuts) > 400 { // wider than any line, whatever the letters
			break
		}
	}
	n := sort.Search(len(cuts), func(i int) bool { return b.of(text[:cuts[i]], bold) > b.width })
	if n == 0 {
		_, size := utf8.DecodeRuneInString(text)
		return word.Start + size
	}
	return word.Start + cuts[n-1]
}

// wordMost is longer than any line: a word of more bytes is taken in parts, so
// that a text without spaces is not walked again for every line.
const wordMost = 2000

// nextWord is the stretch from at up to the next space.
func nextWord(text string, at, end int) Span {
	if most := at + wordMost; most < end {
		for most > at && !utf8.RuneStart(text[most]) {
			most--
		}
		if most > at {
			end = most
		}
	}
	if i := strings.IndexFunc(text[at:end], unicode.IsSpace); i > 0 {
		return Span{at, at + i}
	} else if i == 0 {
		_, n := utf8.DecodeRuneInString(text[at:])
		return Span{at, at + n}
	}
	return Span{at, end}
}

func skipSpace(text string, at, end int) int {
	for at < end {
		r, n := utf8.DecodeRuneInString(text[at:end])
		if !unicode.IsSpace(r) {
			return at
		}
		at += n
	}
	return at
}

// level is how strongly a piece is marked.
type level int

const (
	unmarked level = iota
	secondMark
	firstMark
)

// piece is a stretch of one line that looks the same all along.
type piece struct {
	Span
	x, w  float32
	bold  bool
	dim   bool
	level level
	name  int // index into the content's names, or -1
}

// pieces cuts a line where its look changes, and gives each piece its place.
func pieces(c Content, l line, of measure) []piece {
	first := sort.Search(len(c.Names), func(i int) bool { return c.Names[i].End > l.Start })
	at := cuts(c, l, first)
	var out []piece
	x := l.indent
	for i := 0; i+1 < len(at); i++ {
		p := piece{Span: Span{at[i], at[i+1]}, x: x, name: -1}
		p.bold = l.bold || covers(c.Bold, p.Span)
		p.dim = covers(c.Dim, p.Span)
		if covers(c.Mark, p.Span) {
			p.level = firstMark
		} else if covers(c.Second, p.Span) {
			p.level = secondMark
		}
		for n := first; n < len(c.Names) && c.Names[n].Start < p.End; n++ {
			if c.Names[n].Start <= p.Start && p.End <= c.Names[n].End {
				p.name = n
			}
		}
		p.w = of(strings.Map(plainSpace, c.Text[p.Start:p.End]), p.bold)
		x += p.w
		out = append(out, p)
	}
	return out
}

// cuts are the offsets at which the look of a line changes, its ends among
// them, in order; first is the first name that may reach into the line.
func cuts(c Content, l line, first int) []int {
	at := []int{l.Start, l.End}
	add := func(s Span) {
		for _, end := range []int{s.Start, s.End} {
			if end > l.Start && end < l.End {
				at = append(at, end)
			}
		}
	}
	for i := first; i < len(c.Names) && c.Names[i].Start < l.End; i++ {
		add(c.Names[i].Span)
	}
	for _, spans := range [][]Span{c.Bold, c.Dim, c.Mark, c.Second} {
		for _, s := range touching(spans, l.Span) {
			add(s)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

func touching(spans []Span, s Span) []Span {
	var out []Span
	for _, x := range spans {
		if x.Start < s.End && s.Start < x.End {
			out = append(out, x)
		}
	}
	return out
}

func covers(spans []Span, s Span) bool {
	for _, x := range spans {
		if x.Start <= s.Start && s.End <= x.End {
			return true
		}
	}
	return false
}
