package session

import (
	"fmt"
	"math"
	"regexp"
	"slices"

	"byline/app/wording"
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
	name = wording.OneLine(name)
	e, err := s.shown.Entity(id)
	if err != nil || name == "" || name == e.Name || s.refuse() {
		return
	}
	s.decide("Rename to "+name, graphmodel.Decision{Act: graphmodel.ActRename, About: id, Value: name, Anchor: s.anchorOf(e)})
}

// SetKind says that things are of another kind.
func (s *Session) SetKind(kind graphmodel.Kind, ids ...string) {
	if !kind.Valid() {
		return
	}
	s.decideEach(ids, func(e graphmodel.Entity) (graphmodel.Decision, bool) {
		return graphmodel.Decision{Act: graphmodel.ActKind, Value: string(kind)}, e.Kind != kind
	}, func(name string) string { return "Make " + name + " " + aKind(kind) })
}

// aKind is the kind as it stands after "make this".
func aKind(k graphmodel.Kind) string {
	if k == graphmodel.Organisation {
		return "an " + string(k)
	}
	return "a " + string(k)
}

// Delete says that things are nothing to show.
func (s *Session) Delete(ids ...string) {
	s.decideEach(ids, func(graphmodel.Entity) (graphmodel.Decision, bool) {
		return graphmodel.Decision{Act: graphmodel.ActDelete}, true
	}, func(name string) string { return "Delete " + name })
}

// RenameAll puts other words in the place of old ones in the names of things:
// of all whose name has the words, capitals aside. It returns how many there
// are; with an empty list of ids nothing is left out.
func (s *Session) RenameAll(old, other string, ids ...string) int {
	old, other = wording.OneLine(old), wording.OneLine(other)
	if old == "" {
		return 0
	}
	words := regexp.MustCompile("(?i)" + regexp.QuoteMeta(old))
	if len(ids) == 0 {
		for _, e := range s.Snapshot().Graph.Entities() {
			ids = append(ids, e.ID)
		}
	}
	return s.decideEach(ids, func(e graphmodel.Entity) (graphmodel.Decision, bool) {
		name := wording.OneLine(words.ReplaceAllLiteralString(e.Name, other))
		return graphmodel.Decision{Act: graphmodel.ActRename, Value: name}, name != "" && name != e.Name
	}, func(name string) string { return "Rename " + name })
}

// decideEach decides on each of the things that what is true of, in one step,
// and returns how many they were.
func (s *Session) decideEach(ids []string, what func(graphmodel.Entity) (graphmodel.Decision, bool), label func(name string) string) int {
	s.mu.Lock()
	defer s.unlock()
	var all []graphmodel.Decision
	var last graphmodel.Entity
	for _, id := range ids {
		e, err := s.shown.Entity(id)
		if err != nil {
			continue
		}
		if d, ok := what(e); ok {
			d.About, d.Anchor = id, s.anchorOf(e)
			all, last = append(all, d), e
		}
	}
	if len(all) == 0 || s.refuse() {
		return 0
	}
	s.decide(label(thingOrCount(last.Name, len(all))), all...)
	return len(all)
}

// Merge says that other is the same thing as id.
func (s *Session) Merge(id, other string) {
	s.answer(id, other, graphmodel.ActSame, "Merge %[2]s into %[1]s")
}

// decide adds decisions of one moment.
func (s *Session) decide(label string, all ...graphmodel.Decision) {
	s.do(label, func(next *document) { s.note(next, all...) })
}

// note adds the decisions to the document in hand.
func (s *Session) note(next *document, all ...graphmodel.Decision) {
	now := s.p.Now().UTC().Round(0) // as the file gives it back: without the running clock
	for _, d := range all {
		d.Number, d.Time = next.nextDecision(), now
		next.decisions = append(slices.Clip(next.decisions), d)
	}
	next.stale()
}
