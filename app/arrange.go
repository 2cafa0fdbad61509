package app

import (
	"context"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/layout"
	"byline/graphmodel/layout/force"
)

// arrange gives every thing of a graph a place, with room for its name. The
// session calls it in the background.
func arrange(ctx context.Context, g *graphmodel.Graph, old map[string]layout.Point, pinned map[string]bool, aspect float64) map[string]layout.Point {
	p, ids := scene.Problem(g, nil)
	p.Aspect = aspect
	p.Seed = layoutSeed
	p = scene.Resume(p, ids, old, pinned)
	// A layout that was stopped has places too: those so far.
	places, _ := layout.Run(ctx, force.New(p), nil)
	return scene.Positions(ids, places)
}

// layoutSeed is the same for everybody: the same text gives the same picture.
const layoutSeed = 1
