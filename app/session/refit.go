package session

import (
	"slices"

	"byline/graphmodel"
)

// Refit answers what a decision on things that does not fit any more is about:
// it stands on the words of this thing from now on.
func (s *Session) Refit(number int, id string) {
	s.mu.Lock()
	defer s.unlock()
	e, err := s.shown.Entity(id)
	i := s.unfit(number)
	if err != nil || i < 0 || s.doc.decisions[i].Link != (graphmodel.Key{}) || s.refuse() {
		return
	}
	s.refit("Decide on "+e.Name, i, func(d *graphmodel.Decision) {
		d.About, d.Anchor = id, s.anchorOf(e)
		if d.Scope == graphmodel.ScopeMention || d.Scope == graphmodel.ScopeArticle {
			// Which mentions were meant is known no longer; those of the name are.
			d.Scope, d.Value = graphmodel.ScopeName, d.Anchor.Quote
		}
	})
}

// RefitLink answers what a decision on a link that does not fit any more is
// about: this link, as a whole.
func (s *Session) RefitLink(number int, key graphmodel.Key) {
	s.mu.Lock()
	defer s.unlock()
	l, err := s.shown.Link(key)
	i := s.unfit(number)
	if err != nil || i < 0 || s.doc.decisions[i].Link == (graphmodel.Key{}) || s.doc.decisions[i].Act == graphmodel.ActLink || s.refuse() {
		return
	}
	s.refit("Decide on "+s.linkWords(l), i, func(d *graphmodel.Decision) {
		on := s.decisionOn(l, d.Act, d.Value)
		d.Link, d.Anchor, d.Scope = on.Link, on.Anchor, graphmodel.ScopeAll
	})
}

// unfit is the index of a decision that does not fit, or -1.
func (s *Session) unfit(number int) int {
	if !slices.ContainsFunc(s.doc.aside.unfit, func(u graphmodel.Unfit) bool { return u.Number == number }) {
		return -1
	}
	return slices.IndexFunc(s.doc.decisions, func(d graphmodel.Decision) bool { return d.Number == number })
}

// refit changes what a decision stands on; it keeps its number and its time.
func (s *Session) refit(label string, i int, change func(*graphmodel.Decision)) {
	s.do(label, func(next *document) {
		next.decisions = slices.Clone(next.decisions)
		change(&next.decisions[i])
		next.stale()
	})
}
