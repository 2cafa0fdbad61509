package session

import (
	"fmt"
	"slices"
	"strings"

	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// AddThing puts in a thing that no article was read to name: for a reason, or
// as the words of an article at a span. It returns its id, empty if neither is
// given.
func (s *Session) AddThing(kind graphmodel.Kind, name, reason string, at graphmodel.Span) string {
	s.mu.Lock()
	defer s.unlock()
	name, reason = wording.OneLine(name), strings.TrimSpace(reason)
	anchor := s.anchorAt(at)
	if name == "" || !kind.Valid() || reason == "" && anchor.Empty() || s.refuse() {
		return ""
	}
	id := graphmodel.MadeID(kind, s.doc.nextMade())
	s.decide("Add "+name, graphmodel.Decision{Act: graphmodel.ActAdd, About: id, Value: name, Anchor: anchor, Reason: reason})
	return id
}

// AddLink draws a link: for a reason, or because of a sentence. It reports
// whether it could: one of the two must be given, and the type must join the
// kinds of the two things.
func (s *Session) AddLink(key graphmodel.Key, reason string, sentence graphmodel.Span) bool {
	s.mu.Lock()
	defer s.unlock()
	from, err := s.shown.Entity(key.From)
	to, otherErr := s.shown.Entity(key.To)
	reason = strings.TrimSpace(reason)
	d := graphmodel.Decision{Act: graphmodel.ActLink, Link: key, Reason: reason, Scope: graphmodel.ScopeSentence, Anchor: s.anchorAt(sentence)}
	if err != nil || otherErr != nil || key.From == key.To || !key.Type.Fits(from.Kind, to.Kind) || reason == "" && d.Anchor.Empty() || s.refuse() {
		return false
	}
	if d.Anchor.Empty() {
		d.Scope, d.Anchor, d.OtherAnchor = graphmodel.ScopeAll, s.anchorOf(from), s.anchorOf(to)
	}
	s.decide("Add "+s.linkWords(graphmodel.Link{From: key.From, Type: key.Type, To: key.To}), d)
	return true
}

// SetNote writes a note on a thing, or on the canvas by its id; without words
// it takes the note away.
func (s *Session) SetNote(id, text string) {
	s.mu.Lock()
	defer s.unlock()
	d := graphmodel.Decision{Act: graphmodel.ActNote, About: id, Value: strings.TrimSpace(text)}
	e, err := s.shown.Entity(id)
	if err != nil && !graphmodel.OnCanvas(id) || s.hasNote(id, graphmodel.Key{}) == d.Value || s.refuse() {
		return
	}
	label := "Note"
	if err == nil {
		d.Anchor, label = s.anchorOf(e), "Note on "+e.Name
	}
	s.decide(label, d)
}

// AddNote writes a note on the canvas and returns its id.
func (s *Session) AddNote(text string, at layout.Point) string {
	s.mu.Lock()
	defer s.unlock()
	text = strings.TrimSpace(text)
	at, ok := bounded(at)
	if text == "" || !ok || s.refuse() {
		return ""
	}
	id := graphmodel.CanvasNoteID(s.doc.nextMade())
	s.do("Note", func(next *document) {
		next.places = s.doc.placed(map[string]store.Place{id: {Point: at, Pinned: true}}).places
		s.note(next, graphmodel.Decision{Act: graphmodel.ActNote, About: id, Value: text})
	})
	return id
}

// MoveNote puts a note on the canvas elsewhere.
func (s *Session) MoveNote(id string, to layout.Point) {
	s.mu.Lock()
	defer s.unlock()
	to, ok := bounded(to)
	if !ok || s.hasNote(id, graphmodel.Key{}) == "" || !graphmodel.OnCanvas(id) || s.refuse() {
		return
	}
	s.do("Move note", func(next *document) {
		next.places = s.doc.placed(map[string]store.Place{id: {Point: to, Pinned: true}}).places
	})
}

// SetLinkNote writes a note on a link; without words it takes the note away.
func (s *Session) SetLinkNote(key graphmodel.Key, text string) {
	s.mu.Lock()
	defer s.unlock()
	text = strings.TrimSpace(text)
	l, err := s.shown.Link(key)
	if err != nil || s.hasNote("", l.Key()) == text || s.refuse() {
		return
	}
	s.decide("Note on "+s.linkWords(l), s.decisionOn(l, graphmodel.ActNote, text))
}

// hasNote is the note on a thing or link: as it was last written there, or as
// it came with what the thing took over.
func (s *Session) hasNote(id string, key graphmodel.Key) string {
	for _, d := range slices.Backward(s.doc.decisions) {
		if d.Act == graphmodel.ActNote && d.About == id && d.Link == key {
			return d.Value
		}
	}
	for _, n := range s.doc.aside.notes {
		if n.Thing == id && n.Link == key {
			return n.Text
		}
	}
	return ""
}

// Note is a note, and where it lies if it is on the canvas.
type Note struct {
	graphmodel.Note
	At layout.Point
}

// notes are the notes of the document that was built last.
func (s *Session) notes() []Note {
	var all []Note
	for _, n := range s.doc.aside.notes {
		one := Note{Note: n}
		if graphmodel.OnCanvas(n.Thing) {
			one.At = s.doc.places[n.Thing].Point
		}
		all = append(all, one)
	}
	return all
}

// nextMade is the number of the next thing that a decision makes.
func (d *document) nextMade() int {
	most := 0
	for _, one := range d.decisions {
		for _, id := range []string{one.About, one.Other} {
			if n, made := graphmodel.Made(id); made {
				most = max(most, n)
			}
		}
	}
	return most + 1
}

// linkWords is the link as a person reads it.
func (s *Session) linkWords(l graphmodel.Link) string {
	return fmt.Sprintf("“%s %s %s”", s.nameOf(l.From), l.Type.Words(), s.nameOf(l.To))
}

// nameOf is the name of a thing that is on show, or was.
func (s *Session) nameOf(id string) string {
	if e, err := s.shown.Entity(id); err == nil {
		return e.Name
	}
	for _, e := range s.doc.aside.deleted {
		if e.ID == id {
			return e.Name
		}
	}
	return "something"
}
