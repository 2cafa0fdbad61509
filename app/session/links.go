package session

import (
	"fmt"
	"slices"

	"byline/app/wording"
	"byline/graphmodel"
)

// RejectLink says that a link is wrong.
func (s *Session) RejectLink(key graphmodel.Key) { s.RejectSentence(key, graphmodel.Span{}) }

// ConfirmLink says that a link is right, with all its sentences.
func (s *Session) ConfirmLink(key graphmodel.Key) { s.ConfirmSentence(key, graphmodel.Span{}) }

// RejectSentence says that a sentence does not say what the link says. Here
// and below an empty sentence is all of them.
func (s *Session) RejectSentence(key graphmodel.Key, sentence graphmodel.Span) {
	s.judge(key, sentence, graphmodel.ActReject, "", "Reject %s")
}

// ConfirmSentence says that a sentence says what the link says.
func (s *Session) ConfirmSentence(key graphmodel.Key, sentence graphmodel.Span) {
	s.judge(key, sentence, graphmodel.ActConfirm, "", "Confirm %s")
}

// SetLinkType says that a link, or what a sentence says of it, is of another
// type. It reports whether the type joins these kinds of things.
func (s *Session) SetLinkType(key graphmodel.Key, sentence graphmodel.Span, t graphmodel.LinkType) bool {
	from, to := s.kindOf(key.From), s.kindOf(key.To)
	if t == key.Type || !t.Fits(from, to) {
		return false
	}
	return s.judge(key, sentence, graphmodel.ActType, string(t), "Make %s “"+t.Words()+"”")
}

// TurnLink says that a link, or what a sentence says of it, goes the other way.
// It reports whether the type allows that.
func (s *Session) TurnLink(key graphmodel.Key, sentence graphmodel.Span) bool {
	if key.Type.Undirected() || !key.Type.Fits(s.kindOf(key.To), s.kindOf(key.From)) {
		return false
	}
	return s.judge(key, sentence, graphmodel.ActTurn, "", "Turn %s around")
}

// SetLinkStatus says how a sentence, or all of them, commits itself.
func (s *Session) SetLinkStatus(key graphmodel.Key, sentence graphmodel.Span, status graphmodel.Status) bool {
	if status == graphmodel.StatusByHand || !slices.Contains(graphmodel.Statuses(), status) {
		return false
	}
	return s.judge(key, sentence, graphmodel.ActStatus, string(status), "Make %s "+wording.Small(wording.Status(status)))
}

// SetLinkDate says of when a sentence, or all of them, speaks: an ISO date
// (2026-03-31, 2026-03 or 2026), or nothing. It reports whether it is one.
func (s *Session) SetLinkDate(key graphmodel.Key, sentence graphmodel.Span, date string) bool {
	label := "Take the date off %s"
	if date != "" {
		if _, ok := graphmodel.Day(date); !ok {
			return false
		}
		label = "Date %s to " + date
	}
	return s.judge(key, sentence, graphmodel.ActDate, date, label)
}

func (s *Session) kindOf(id string) graphmodel.Kind {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, _ := s.shown.Entity(id) // of no kind if it is not there
	return e.Kind
}

// judge decides on a link, or on one of its sentences. It reports whether
// there is such a one.
func (s *Session) judge(key graphmodel.Key, sentence graphmodel.Span, act graphmodel.Act, value, label string) bool {
	s.mu.Lock()
	defer s.unlock()
	l, err := s.shown.Link(key)
	if err != nil {
		return false
	}
	what := s.linkWords(l)
	d := s.decisionOn(l, act, value)
	if !sentence.Empty() {
		if !slices.ContainsFunc(l.Evidence, func(e graphmodel.Evidence) bool { return e.Sentence == sentence }) {
			return false
		}
		d.Scope, d.Anchor = graphmodel.ScopeSentence, s.anchorAt(sentence)
		what = "one sentence of " + what
	}
	if s.refuse() {
		return false
	}
	s.decide(fmt.Sprintf(label, what), d)
	return true
}

// decisionOn is a decision about a link: it stands on the first sentence.
func (s *Session) decisionOn(l graphmodel.Link, act graphmodel.Act, value string) graphmodel.Decision {
	d := graphmodel.Decision{Act: act, Link: l.Key(), Value: value}
	if len(l.Evidence) > 0 {
		d.Anchor = s.anchorAt(l.Evidence[0].Sentence)
	}
	return d
}

// RestoreLink shows a link again that was rejected, whole or in part.
func (s *Session) RestoreLink(key graphmodel.Key) {
	s.mu.Lock()
	defer s.unlock()
	i := slices.IndexFunc(s.doc.aside.rejected, func(l graphmodel.Link) bool { return l.Key() == key })
	if i < 0 || s.refuse() {
		return
	}
	l := s.doc.aside.rejected[i]
	s.decide("Restore "+s.linkWords(l), s.decisionOn(l, graphmodel.ActRestore, ""))
}
