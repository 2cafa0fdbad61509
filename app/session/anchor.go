package session

import (
	"strings"
	"unicode/utf8"

	"byline/graphmodel"
)

// anchorWidth is how many bytes before and after a quote help to find it
// again.
const anchorWidth = 40

// anchorOf is the place in an article that a decision about e stands on: its
// first mention by name, or by other words if it has no name.
func (s *Session) anchorOf(e graphmodel.Entity) graphmodel.Anchor {
	for _, m := range e.Mentions {
		if m.Form == graphmodel.FormName || m.Form == graphmodel.FormAcronym {
			return s.anchorAt(m.Span)
		}
	}
	if len(e.Mentions) > 0 {
		return s.anchorAt(e.Mentions[0].Span)
	}
	return graphmodel.Anchor{}
}

// anchorAt is the anchor of a span.
func (s *Session) anchorAt(span graphmodel.Span) graphmodel.Anchor {
	for _, i := range s.doc.items {
		if i.ID != span.Article || span.Start < 0 || span.Empty() || span.End > len(i.Text) {
			continue
		}
		from, to := max(0, span.Start-anchorWidth), min(len(i.Text), span.End+anchorWidth)
		return graphmodel.Anchor{
			Article: i.ID,
			Quote:   i.Text[span.Start:span.End],
			Prefix:  whole(i.Text[from:span.Start]),
			Suffix:  whole(i.Text[span.End:to]),
		}
	}
	return graphmodel.Anchor{}
}

// whole takes the halves of letters off both ends.
func whole(text string) string {
	for text != "" && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	return strings.ToValidUTF8(text, "")
}
