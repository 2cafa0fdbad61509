package session

import (
	"context"

	"byline/app/scene"
	"byline/graphmodel/layout"
	"byline/graphmodel/layout/force"
)

// layoutSeed is the same for everybody: the same text gives the same picture.
const layoutSeed = 1

// byForce is the layout of a session that is given no other: room for every
// name, what has a place stays, what is pinned does not move at all. It calls
// each after every step with a way to ask for the places so far, which are nil
// while things without a place still lie on one another.
func byForce(ctx context.Context, a arrangement, each func(places func() map[string]layout.Point)) map[string]layout.Point {
	problem, ids := scene.Problem(a.graph, a.only)
	problem.Aspect, problem.Seed = a.aspect, layoutSeed
	problem = scene.Resume(problem, ids, a.old, a.pinned)
	// A layout that was stopped has places too: those so far.
	at, err := layout.Run(ctx, force.New(problem), func(f layout.Stepper) {
		each(func() map[string]layout.Point {
			if !apart(f.Positions()) {
				return nil
			}
			return scene.Positions(ids, f.Positions())
		})
	})
	places := scene.Positions(ids, at)
	if err == nil || apart(at) {
		return places
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
