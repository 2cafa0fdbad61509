// Package marked shows the words of an article with what is known about them:
// names underlined in the colour of their kind, the sentence behind a link on
// a yellow ground, the word that carries the link in bold. Fyne's own rich
// text has no ground behind words, so this is one widget of Byline's own, for
// the quotes in the details and for the reader.
//
// It owns the breaking of lines, the drawing and what a click means. It
// refuses to know graphs and articles: it gets text and places in it, in
// bytes, and reports the name that was clicked.
package marked

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"byline/graphmodel"
)

// Span is a stretch of the text, in bytes.
type Span struct{ Start, End int }

// Name is a stretch of the text that names a thing.
type Name struct {
	Span
	Kind graphmodel.Kind
	ID   string
}

// Content is text with marks. Spans outside the text are dropped; where names
// overlap, the one that starts first stays, of two the longer.
type Content struct {
	Text   string
	Names  []Name
	Bold   []Span
	Dim    []Span // in the second ink
	Mark   []Span // the sentence
	Second []Span // other sentences of the link
	// Headings says that short lines without a full stop, which stand alone,
	// are headings and set in bold.
	Headings bool
}

// tidy returns the content with every list sorted, inside the text and, for
// names, free of overlaps.
func (c Content) tidy() Content {
	names := slices.DeleteFunc(slices.Clone(c.Names), func(n Name) bool { return !n.within(c.Text) })
	slices.SortStableFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.ID, b.ID))
	})
	kept := names[:0]
	last := 0
	for _, n := range names {
		if n.Start >= last {
			kept = append(kept, n)
			last = n.End
		}
	}
	c.Names = kept
	c.Bold = tidySpans(c.Text, c.Bold)
	c.Dim = tidySpans(c.Text, c.Dim)
	c.Mark = tidySpans(c.Text, c.Mark)
	c.Second = tidySpans(c.Text, c.Second)
	return c
}

func tidySpans(text string, spans []Span) []Span {
	out := slices.DeleteFunc(slices.Clone(spans), func(s Span) bool { return !s.within(text) })
	slices.SortFunc(out, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return out
}

func (s Span) within(text string) bool {
	return s.Start >= 0 && s.Start < s.End && s.End <= len(text) &&
		utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
}

// Cut returns the content of one stretch of the text, its marks moved along.
func (c Content) Cut(s Span) Content {
	if !s.within(c.Text) {
		return Content{}
	}
	out := Content{Text: c.Text[s.Start:s.End], Headings: c.Headings}
	for _, n := range c.Names {
		if m, ok := clip(n.Span, s); ok {
			out.Names = append(out.Names, Name{m, n.Kind, n.ID})
		}
	}
	out.Bold = cutSpans(c.Bold, s)
	out.Dim = cutSpans(c.Dim, s)
	out.Mark = cutSpans(c.Mark, s)
	out.Second = cutSpans(c.Second, s)
	return out
}

func cutSpans(spans []Span, s Span) []Span {
	var out []Span
	for _, x := range spans {
		if m, ok := clip(x, s); ok {
			out = append(out, m)
		}
	}
	return out
}

func clip(x, s Span) (Span, bool) {
	a, b := max(x.Start, s.Start), min(x.End, s.End)
	return Span{a - s.Start, b - s.Start}, a < b
}

// paragraph is a line of the article's own text, before it is broken.
type paragraph struct {
	Span
	heading bool
	after   bool // a blank line stands before it
}

const headingMax = 90

// paragraphs cuts the text at its line ends. Blank lines become gaps.
func paragraphs(c Content) []paragraph {
	var out []paragraph
	blank := false
	for start := 0; start < len(c.Text); {
		end := len(c.Text)
		if i := strings.IndexByte(c.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		s := trimmed(c.Text, Span{start, end})
		if s.Start < s.End {
			out = append(out, paragraph{Span: s, after: blank})
			blank = false
		} else {
			blank = true
		}
		start = end + 1
	}
	if c.Headings {
		partAtSentences(c.Text, out)
		for i := range out {
			out[i].heading = isHeading(c.Text, out, i)
		}
	}
	return out
}

// partAtSentences finds the paragraphs of a text without blank lines: there a
// line that ends a sentence ends a paragraph, and so does one too short to
// have been broken.
func partAtSentences(text string, all []paragraph) {
	if slices.ContainsFunc(all, func(p paragraph) bool { return p.after }) {
		return
	}
	for i := 1; i < len(all); i++ {
		before := text[all[i-1].Start:all[i-1].End]
		last, _ := utf8.DecodeLastRuneInString(before)
		all[i].after = strings.ContainsRune(".?!”\"’", last) || len(before) < shortLine
	}
}

// shortLine is shorter than lines that a program broke.
const shortLine = 60

func trimmed(text string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// isHeading guesses from the look of a line, for plain text does not say:
// short, starts with a capital or a number sign, ends without a full stop, and
// a longer line follows it.
func isHeading(text string, all []paragraph, i int) bool {
	p := all[i]
	line := text[p.Start:p.End]
	if strings.HasPrefix(line, "#") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	if len(line) > headingMax || !unicode.IsUpper(first) || strings.ContainsRune(".?!:;,…”\"’", last) {
		return false
	}
	return i+1 < len(all) && all[i+1].End-all[i+1].Start > len(line) && (i == 0 || p.after)
}
