package graphmodel

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Anchor finds a place in an article again, as the W3C's selectors do: the
// words with some words before and after (TextQuoteSelector), and where they
// stood (TextPositionSelector) for words that a text has more than once.
type Anchor struct {
	Article string // id of the article
	Quote   string
	Prefix  string
	Suffix  string
	Start   int // byte of the text at which the quote stood
}

// anchorWidth is how many bytes before and after a quote help to find it
// again.
const anchorWidth = 40

// AnchorAt is the anchor of a span in its article's text. It is empty for a
// span that does not lie in the text.
func AnchorAt(span Span, text string) Anchor {
	if span.Start < 0 || span.Empty() || span.End > len(text) {
		return Anchor{}
	}
	from, to := max(0, span.Start-anchorWidth), min(len(text), span.End+anchorWidth)
	return Anchor{
		Article: span.Article,
		Quote:   text[span.Start:span.End],
		Prefix:  wholeLetters(text[from:span.Start]),
		Suffix:  wholeLetters(text[span.End:to]),
		Start:   span.Start,
	}
}

// Empty reports whether the anchor holds no words.
func (a Anchor) Empty() bool { return a.Quote == "" }

// enough is how much of a prefix or suffix must be as it was for the words to
// be taken for the same: one part in so many.
const enough = 2

// Find looks for the anchor's words in a text, which may have changed since.
// Of several places it takes the one with most of the old words around it,
// and of equal ones the nearest to where they stood. It is not found where
// that would be a guess: the words stand there more than once, none with the
// old words around, and none just where they stood.
func (a Anchor) Find(text string) (Span, bool) {
	if a.unmoved(text) {
		return Span{Article: a.Article, Start: a.Start, End: a.Start + len(a.Quote)}, true
	}
	at, most, count := -1, 0, 0
	for i := a.next(text, 0); i >= 0; i = a.next(text, i+1) {
		count++
		n := a.around(text, i)
		if n > most || n > 0 && n == most && distance(i, a.Start) < distance(at, a.Start) {
			at, most = i, n
		}
	}
	switch {
	case count == 0:
		return Span{}, false
	case at >= 0:
	case count == 1:
		at = a.next(text, 0)
	case a.next(text, a.Start) == a.Start:
		at = a.Start
	default:
		return Span{}, false
	}
	return Span{Article: a.Article, Start: at, End: at + len(a.Quote)}, true
}

// On is the anchor on another text: where its words stand there, with the
// words around them that are there. What is not found keeps what it had.
func (a Anchor) On(article, text string) Anchor {
	if a.Empty() {
		return a
	}
	a.Article = article
	if span, ok := a.Find(text); ok {
		return AnchorAt(span, text)
	}
	return a
}

// Moved are the decisions after an article has been replaced by its new
// version: those that stood on the old text stand on the new one.
func Moved(decisions []Decision, was, article, text string) []Decision {
	moved := slices.Clone(decisions)
	for i := range moved {
		for _, a := range []*Anchor{&moved[i].Anchor, &moved[i].OtherAnchor} {
			if a.Article == was {
				*a = a.On(article, text)
			}
		}
	}
	return moved
}

// unmoved reports whether the words and those around them stand where they
// stood.
func (a Anchor) unmoved(text string) bool {
	from := a.Start - len(a.Prefix)
	return !a.Empty() && from >= 0 && from <= len(text) && strings.HasPrefix(text[from:], a.Prefix+a.Quote+a.Suffix)
}

// next is where the words stand at byte from of the text or after it, or -1.
func (a Anchor) next(text string, from int) int {
	if a.Empty() || from < 0 || from > len(text) {
		return -1
	}
	if i := strings.Index(text[from:], a.Quote); i >= 0 {
		return from + i
	}
	return -1
}

// around counts the bytes that stand around the words at byte i as they did,
// or is 0 if they are too few to tell the place by.
func (a Anchor) around(text string, i int) int {
	before, after := text[:i], text[i+len(a.Quote):]
	p, s := 0, 0
	for p < len(a.Prefix) && p < len(before) && a.Prefix[len(a.Prefix)-1-p] == before[len(before)-1-p] {
		p++
	}
	for s < len(a.Suffix) && s < len(after) && a.Suffix[s] == after[s] {
		s++
	}
	if p*enough < len(a.Prefix) && s*enough < len(a.Suffix) {
		return 0
	}
	return p + s
}

func distance(a, b int) int { return max(a-b, b-a) }

// wholeLetters takes the halves of letters off both ends.
func wholeLetters(text string) string {
	for text != "" && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	return strings.ToValidUTF8(text, "")
}
