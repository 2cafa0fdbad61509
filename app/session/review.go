package session

import (
	"fmt"
	"reflect"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/resolve/suggest"
)

// The suggester looks through the graph on show for pairs that may be one
// thing. It works behind everything else: a change is shown and saved before
// what follows from it for the pairs is known.

// suggested is what the suggester found in a graph.
type suggested struct {
	graph     *graphmodel.Graph
	decisions []graphmodel.Decision // that the graph follows from
	pairs     []suggest.Suggestion
}

// unsuggested reports whether the graph on show is the document's own and was
// not looked at.
func (s *Session) unsuggested() bool {
	return !s.closed && s.doc.ready() && s.doc.graph == s.shown && s.suggested.graph != s.shown
}

// startSuggesting has the suggester look at the graph on show. The caller
// holds mu.
func (s *Session) startSuggesting() {
	if !s.suggesting && s.unsuggested() {
		s.suggesting = true
		go s.suggest()
	}
}

func (s *Session) suggest() {
	s.mu.Lock()
	for s.unsuggested() {
		d, epoch := s.doc, s.epoch
		s.mu.Unlock()
		pairs := suggest.Suggest(d.graph, d.aside.answers)
		s.mu.Lock()
		if s.epoch == epoch {
			if !reflect.DeepEqual(pairs, s.suggested.pairs) {
				s.tell(SuggestionsChanged)
			}
			s.suggested = suggested{d.graph, d.decisions, pairs}
			s.changed()
		}
		// Told while the suggester still counts as busy: Wait waits for it.
		s.unlock()
		s.mu.Lock()
	}
	s.suggesting = false
	s.idle.Broadcast()
	s.unlock()
}

// open are the pairs that are still to be decided on, of things that are on
// show. An answer takes its pair away at once; what else follows from it is
// found in the background.
func (s *Session) open() []suggest.Suggestion {
	var answers []graphmodel.Answer
	for _, d := range missing(s.doc.decisions, s.suggested.decisions) {
		if d.Act == graphmodel.ActSame || d.Act == graphmodel.ActDifferent || d.Act == graphmodel.ActHold {
			answers = append(answers, graphmodel.Answer{A: d.About, B: d.Other, Act: d.Act})
		}
	}
	onShow := func(id string) bool {
		_, found := slices.BinarySearch(s.shownIDs, id)
		return found
	}
	return slices.DeleteFunc(suggest.Open(s.suggested.pairs, answers), func(p suggest.Suggestion) bool {
		return !onShow(p.A) || !onShow(p.B)
	})
}

// Different says that two things are not one; it is not asked again.
func (s *Session) Different(id, other string) {
	s.answer(id, other, graphmodel.ActDifferent, "Keep %s and %s apart")
}

// Hold says that a person was asked whether two things are one and is not
// sure: the pair goes to the end of those to review.
func (s *Session) Hold(id, other string) {
	s.answer(id, other, graphmodel.ActHold, "Not sure about %s and %s")
}

// answer decides whether two things are one.
func (s *Session) answer(id, other string, act graphmodel.Act, label string) {
	s.mu.Lock()
	defer s.unlock()
	e, err := s.shown.Entity(id)
	o, otherErr := s.shown.Entity(other)
	if err != nil || otherErr != nil || id == other || s.refuse() {
		return
	}
	s.decide(fmt.Sprintf(label, e.Name, o.Name),
		graphmodel.Decision{Act: act, About: id, Anchor: s.anchorOf(e), Other: other, OtherAnchor: s.anchorOf(o)})
}
