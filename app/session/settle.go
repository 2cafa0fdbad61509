package session

import (
	"context"
	"math"
	"slices"

	"byline/graphmodel/extract"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// The settler makes a document ready: it builds the graph that follows from
// the articles and the decisions, and gives places to the things that have
// none. Where nothing is new, nothing moves.

// startSettling has the settler look at the document. The caller holds mu.
func (s *Session) startSettling() {
	if s.closed || s.loading || s.doc.ready() {
		return
	}
	s.wanted = true
	if !s.settling {
		s.settling = true
		go s.settle()
	}
}

// settle works until the document is ready. After a command meanwhile the work
// begins again; articles that are added meanwhile wait until the job asks.
func (s *Session) settle() {
	s.mu.Lock()
	for s.wanted && !s.doc.ready() && !s.closed {
		s.wanted = false
		d, readings, commands := s.doc, s.read(s.doc), s.commands
		task := arrangement{aspect: s.aspect, hurry: s.hurry}
		ctx, cancel := context.WithCancel(context.Background())
		s.stopSettling = cancel
		s.mu.Unlock()
		next := s.readied(ctx, d, readings, task)
		cancel()
		names := listNames(next.graph)
		s.mu.Lock()
		s.stopSettling, s.names = nil, names
		if s.commands == commands && !s.closed {
			s.accept(d, next)
		}
		// Told while the settler still counts as busy: Wait waits for it.
		s.unlock()
		s.mu.Lock()
	}
	s.settling = false
	if s.job == nil {
		s.hurry = false
		if s.progress.Running {
			s.report(s.outcome)
		}
	}
	s.idle.Broadcast()
	s.unlock()
}

// accept takes over what the settler made of the document was.
func (s *Session) accept(was, next *document) {
	if s.doc != was {
		// A job has added articles since, which are not in this graph.
		now := s.doc
		next = now.with(func(d *document) {
			d.graph, d.aside, d.places, d.only = next.graph, next.aside, next.places, next.only
			d.stale()
		})
		s.show(next.graph, next.only)
	}
	s.put(next)
	s.tell(GraphChanged)
}

// readied returns d with its graph built and everything placed. Once ctx is
// done the places are those so far.
func (s *Session) readied(ctx context.Context, d *document, readings []*extract.Reading, task arrangement) *document {
	next := d.with(func(n *document) {
		if !n.built {
			n.join(readings)
		}
		n.only = n.sight.of(n.graph)
		n.built, n.laid, n.order = true, true, nil
	})
	ids := placed(next.graph, next.only)
	task.old, task.order = next.positions(ids), d.order
	if len(task.old) == len(ids) && task.order == nil {
		return next
	}
	task.graph, task.only, task.pinned = next.graph, next.only, next.pinned(ids)
	places := s.arrange(ctx, d, task)
	return next.placed(s.settledPlaces(next, ids, places))
}

// settledPlaces are the places of a layout with the pins, each one that can be
// drawn and saved.
func (s *Session) settledPlaces(d *document, ids []string, places map[string]layout.Point) map[string]store.Place {
	set := make(map[string]store.Place, len(ids))
	var homeless []string
	for _, id := range ids {
		old, had := d.places[id]
		at, ok := bounded(places[id])
		if _, has := places[id]; !has || !ok {
			if had {
				continue
			}
			homeless = append(homeless, id)
			continue
		}
		set[id] = store.Place{Point: at, Pinned: had && old.Pinned}
	}
	spiral(set, homeless)
	return set
}

// spiralStep is the room between two things on the spiral.
const spiralStep = 60

// spiral gives places outside everything in set to the things in ids.
func spiral(set map[string]store.Place, ids []string) {
	if len(ids) == 0 {
		return
	}
	left, right, top, bottom := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	if len(set) == 0 {
		left, right, top, bottom = 0, 0, 0, 0
	}
	for _, p := range set {
		left, right = min(left, p.X), max(right, p.X)
		top, bottom = min(top, p.Y), max(bottom, p.Y)
	}
	inner := math.Hypot(right-left, bottom-top) / 2
	x, y := (left+right)/2, (top+bottom)/2
	golden := math.Pi * (3 - math.Sqrt(5))
	for n, id := range slices.Sorted(slices.Values(ids)) {
		r := inner + spiralStep*(1+math.Sqrt(float64(n)))
		sin, cos := math.Sincos(golden * float64(n))
		set[id] = store.Place{Point: layout.Point{X: x + r*cos, Y: y + r*sin}}
	}
}
