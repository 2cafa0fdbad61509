package session

import (
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/store"
)

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

// anchorAt is the anchor of a span, empty if the project has no such place.
func (s *Session) anchorAt(span graphmodel.Span) graphmodel.Anchor {
	i := slices.IndexFunc(s.doc.items, func(i store.Item) bool { return i.ID == span.Article })
	if i < 0 {
		return graphmodel.Anchor{}
	}
	return graphmodel.AnchorAt(span, s.doc.items[i].Text)
}
