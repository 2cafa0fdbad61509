package session

import (
	"cmp"

	"byline/graphmodel"
)

// Part is what is split off a thing: the first of these that is given.
type Part struct {
	Mention graphmodel.Span // one mention
	Article string          // those in the article of this id
	Name    string          // those that read so, with the pronouns after them
}

// Split says that a part of a thing's mentions is another thing: the one of
// the id to, or one that nobody has seen yet if to is empty. The rest stays,
// and no article to come joins the two again. It returns the other's id, empty
// if there is nothing to split off.
func (s *Session) Split(id string, part Part, to string) string {
	s.mu.Lock()
	defer s.unlock()
	e, err := s.shown.Entity(id)
	first, n := part.of(e)
	if err != nil || n == 0 || n == len(e.Mentions) || id == to || s.refuse() {
		return ""
	}
	d := graphmodel.Decision{Act: graphmodel.ActSplit, About: id, Other: cmp.Or(to, graphmodel.MadeID(e.Kind, s.doc.nextMade())), Anchor: s.anchorAt(first.Span)}
	switch {
	case !part.Mention.Empty():
		d.Scope = graphmodel.ScopeMention
	case part.Article != "":
		d.Scope = graphmodel.ScopeArticle
	default:
		d.Scope, d.Value = graphmodel.ScopeName, part.Name
	}
	if to != "" {
		o, err := s.shown.Entity(to)
		if err != nil {
			return ""
		}
		d.OtherAnchor = s.anchorOf(o)
	}
	s.decide("Split "+e.Name, d)
	return d.Other
}

// of is the first of the mentions that make up the part, and how many they
// are.
func (p Part) of(e graphmodel.Entity) (first graphmodel.Mention, n int) {
	for _, m := range e.Mentions {
		in := p.Article == m.Article
		switch {
		case !p.Mention.Empty():
			in = p.Mention == m.Span
		case p.Article == "":
			in = p.Name != "" && p.Name == m.Text
		}
		if in && n == 0 {
			first = m
		}
		if in {
			n++
		}
	}
	return first, n
}

// Restore shows a thing again that was deleted.
func (s *Session) Restore(id string) {
	s.mu.Lock()
	defer s.unlock()
	for _, e := range s.doc.aside.deleted {
		if e.ID == id && !s.refuse() {
			s.decide("Restore "+e.Name, graphmodel.Decision{Act: graphmodel.ActRestore, About: id, Anchor: s.anchorOf(e)})
			return
		}
	}
}
