package session

import (
	"fmt"
	"math"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// refuse reports whether the project cannot be changed, and tells why.
func (s *Session) refuse() bool {
	if s.closed {
		return true
	}
	if s.why != "" {
		s.fail(s.why)
		return true
	}
	return false
}

// RemoveArticle takes an article out.
func (s *Session) RemoveArticle(id string) {
	s.mu.Lock()
	defer s.unlock()
	i := slices.IndexFunc(s.doc.items, func(i store.Item) bool { return i.ID == id })
	if i < 0 || s.refuse() {
		return
	}
	s.do("Remove "+quoted(titleOf(s.doc.items[i].Article)), func(d *document) {
		d.items = slices.Delete(slices.Clone(d.items), i, i+1)
		d.stale()
	})
}

// farthest is how far from the middle a thing may lie; the project file takes
// nothing beyond.
const farthest = 1e6

// bounded is a place that can be drawn and saved; ok is false for one that is
// none.
func bounded(p layout.Point) (at layout.Point, ok bool) {
	if math.IsNaN(p.X) || math.IsNaN(p.Y) {
		return layout.Point{}, false
	}
	return layout.Point{X: min(max(p.X, -farthest), farthest), Y: min(max(p.Y, -farthest), farthest)}, true
}

// Move puts things at places and pins them there. Along are the places of what
// followed them; that is not pinned.
func (s *Session) Move(ids []string, to []layout.Point, along map[string]layout.Point) {
	s.mu.Lock()
	defer s.unlock()
	set := map[string]store.Place{}
	for id, at := range along {
		if at, ok := bounded(at); ok && !s.doc.places[id].Pinned {
			set[id] = store.Place{Point: at}
		}
	}
	moved := 0
	var last graphmodel.Entity
	for i, id := range ids {
		if i >= len(to) {
			break
		}
		e, err := s.shown.Entity(id)
		at, ok := bounded(to[i])
		if err != nil || !ok {
			continue
		}
		set[id], last = store.Place{Point: at, Pinned: true}, e
		moved++
	}
	if moved == 0 || s.refuse() {
		return
	}
	s.do("Move "+thingOrCount(last.Name, moved), func(d *document) { d.places = s.doc.placed(set).places })
}

// Pin keeps things where they are, or lets them go.
func (s *Session) Pin(ids []string, on bool) {
	s.mu.Lock()
	defer s.unlock()
	set := map[string]store.Place{}
	var last graphmodel.Entity
	for _, id := range ids {
		if e, err := s.shown.Entity(id); err == nil && s.doc.places[id].Pinned != on {
			set[id], last = store.Place{Point: s.placeOf(id), Pinned: on}, e
		}
	}
	if len(set) == 0 || s.refuse() {
		return
	}
	label := "Unpin "
	if on {
		label = "Pin "
	}
	s.do(label+thingOrCount(last.Name, len(set)), func(d *document) { d.places = s.doc.placed(set).places })
}

// thingOrCount names the one thing that something was done to, or says how
// many there were.
func thingOrCount(name string, n int) string {
	if n == 1 {
		return name
	}
	return fmt.Sprintf("%d things", n)
}

// Rename gives a thing another name.
func (s *Session) Rename(id, name string) {
	s.mu.Lock()
	defer s.unlock()
	name = oneLine(name)
	e, err := s.shown.Entity(id)
	if err != nil || name == "" || name == e.Name || s.refuse() {
		return
	}
	s.decide("Rename to "+name, graphmodel.Decision{Act: graphmodel.ActRename, About: id, Value: name, Anchor: s.anchorOf(e)})
}

// SetKind says that a thing is of another kind.
func (s *Session) SetKind(id string, kind graphmodel.Kind) {
	s.mu.Lock()
	defer s.unlock()
	e, err := s.shown.Entity(id)
	if err != nil || !kind.Valid() || kind == e.Kind || s.refuse() {
		return
	}
	s.decide(fmt.Sprintf("Make %s a %s", e.Name, kind), graphmodel.Decision{Act: graphmodel.ActKind, About: id, Value: string(kind), Anchor: s.anchorOf(e)})
}

// Delete says that a thing is nothing to show.
func (s *Session) Delete(id string) {
	s.mu.Lock()
	defer s.unlock()
	e, err := s.shown.Entity(id)
	if err != nil || s.refuse() {
		return
	}
	s.decide("Delete "+e.Name, graphmodel.Decision{Act: graphmodel.ActDelete, About: id, Anchor: s.anchorOf(e)})
}

// Merge says that other is the same thing as id.
func (s *Session) Merge(id, other string) {
	s.answer(id, other, graphmodel.ActSame, "Merge %[2]s into %[1]s")
}

// RejectLink says that a link is wrong.
func (s *Session) RejectLink(key graphmodel.Key) {
	s.mu.Lock()
	defer s.unlock()
	l, err := s.shown.Link(key)
	if err != nil || s.refuse() {
		return
	}
	d := graphmodel.Decision{Act: graphmodel.ActReject, Link: l.Key()}
	if len(l.Evidence) > 0 {
		d.Anchor = s.anchorAt(l.Evidence[0].Sentence)
	}
	s.decide("Reject "+s.linkWords(l), d)
}

// decide adds a decision.
func (s *Session) decide(label string, d graphmodel.Decision) {
	d.Number = s.doc.nextDecision()
	d.Time = s.p.Now().UTC().Round(0) // as the file gives it back: without the running clock
	s.do(label, func(next *document) {
		next.decisions = append(slices.Clip(next.decisions), d)
		next.stale()
	})
}
