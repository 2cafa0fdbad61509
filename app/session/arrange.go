package session

import (
	"context"
	"slices"
	"time"

	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/layout"
	"byline/graphmodel/layout/choice"
	"byline/graphmodel/layout/force"
)

// order is an arrangement that a person asked for.
type order struct {
	layout choice.Layout
	ids    map[string]bool // of the things chosen; empty for none
}

// Arrange lays everything out by the layout of that name, except what is
// pinned. Ids are the things chosen: a layout that goes out from a middle has
// them there; any other leaves everything else where it is, if there are two
// or more of them.
func (s *Session) Arrange(name string, ids []string) {
	s.mu.Lock()
	defer s.unlock()
	chosen, ok := choice.Named(name)
	if !ok || len(s.shownIDs) == 0 || s.refuse() {
		return
	}
	o := &order{layout: chosen, ids: map[string]bool{}}
	for _, id := range ids {
		if slices.Contains(s.shownIDs, id) {
			o.ids[id] = true
		}
	}
	s.do("Arrange "+wording.Small(chosen.Title), func(d *document) {
		d.order, d.laid = o, false
	})
}

// of begins the arrangement of the problem, whose nodes are these.
func (o *order) of(p layout.Problem, ids []string) layout.Stepper {
	if len(o.ids) == 0 {
		return o.layout.New(p, nil)
	}
	chosen := make([]bool, len(ids))
	for i, id := range ids {
		chosen[i] = o.ids[id]
	}
	if o.layout.Centre {
		p.Centre = chosen
		return o.layout.New(p, nil)
	}
	if len(o.ids) == 1 {
		return o.layout.New(p, nil)
	}
	return o.layout.New(p, chosen)
}

// layoutSeed is the same for everybody: the same text gives the same picture.
const layoutSeed = 1

// arrangement is a layout to be made.
type arrangement struct {
	graph  *graphmodel.Graph
	only   map[string]bool // nil for all
	old    map[string]layout.Point
	pinned map[string]bool
	order  *order // nil: what has a place stays, the others join it
	aspect float64
	hurry  bool
}

// begin is the layout, and the ids of its nodes.
func (a arrangement) begin() (layout.Stepper, []string) {
	p, ids := scene.Problem(a.graph, a.only)
	p.Aspect, p.Seed = a.aspect, layoutSeed
	p = scene.Resume(p, ids, a.old, a.pinned)
	if a.order == nil {
		return force.New(p), ids
	}
	return a.order.of(p, ids), ids
}

// hurryTime is how long a layout may take after Stop.
const hurryTime = 400 * time.Millisecond

// arrange runs the layout and shows its steps, as long as d is the document.
func (s *Session) arrange(ctx context.Context, d *document, a arrangement) map[string]layout.Point {
	if a.hurry {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, hurryTime)
		defer cancel()
	}
	stepper, ids := a.begin()
	next := s.p.Now().Add(stepTime)
	// A layout that was stopped has places too: those so far.
	at, err := layout.Run(ctx, stepper, func(f layout.Stepper) {
		now := s.p.Now()
		if now.Before(next) {
			return
		}
		next = now.Add(stepTime)
		s.showStep(d, a, ids, f)
	})
	if err == nil || apart(at) {
		return scene.Positions(ids, at)
	}
	// Stopped before everything had a place: what had one keeps it.
	return a.old
}

// apart reports whether no two things lie on exactly one place, as they do
// until the layout has looked at them.
func apart(places layout.Positions) bool {
	seen := make(map[layout.Point]bool, len(places))
	for _, p := range places {
		if seen[p] {
			return false
		}
		seen[p] = true
	}
	return true
}

// stepTime is how often the steps of a layout are shown.
const stepTime = 50 * time.Millisecond

// percent is how a layout tells how far it is.
const percent = 100

// showStep shows how far a layout at work is, and its places. A step in which
// things still lie on one another is none to show.
func (s *Session) showStep(d *document, a arrangement, ids []string, f layout.Stepper) {
	drawable := apart(f.Positions())
	s.mu.Lock()
	defer s.unlock()
	if s.doc != d {
		return
	}
	if !s.progress.Running {
		s.outcome = Progress{}
	}
	if s.job == nil {
		s.report(Progress{Running: true, Text: "Arranging", Done: int(percent * f.Progress()), Total: percent})
	}
	if !drawable {
		return
	}
	if s.shown != a.graph {
		s.show(a.graph, a.only)
		s.tell(GraphChanged)
	}
	s.only, s.preview = a.only, scene.Positions(ids, f.Positions())
	s.changed()
	s.tell(PositionsChanged)
}
