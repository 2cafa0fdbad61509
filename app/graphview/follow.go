package graphview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"

	"byline/app/scene"
	"byline/graphmodel/layout"
	"byline/graphmodel/layout/force"
)

// follow is how what is linked to things comes along while a hand moves them.
type follow struct {
	ids   []string // of all things drawn
	drag  *force.Drag
	start layout.Positions
	ticks *fyne.Animation
}

// untilRest is the most steps that are done at the end of a drag.
const untilRest = 400

// frame is how long an animation lasts that goes on until it is stopped.
const frame = time.Second

func newFollow(m *scene.Model, held []string) *follow {
	p, ids := m.Drawn()
	f := &follow{ids: ids, start: p.Start}
	number := make(map[string]int, len(ids))
	for i, id := range ids {
		number[id] = i
	}
	var nodes []int
	for _, id := range held {
		if i, ok := number[id]; ok {
			nodes = append(nodes, i)
		}
	}
	f.drag = force.NewDrag(p, nodes)
	return f
}

// begin lets things follow from now on.
func (f *follow) begin(v *View) {
	if still() {
		return // they follow when the hand lets go
	}
	f.ticks = fyne.NewAnimation(frame, func(float32) {
		if f.drag.Step() {
			f.place(v)
			v.changed()
		}
	})
	f.ticks.Curve = fyne.AnimationLinear
	f.ticks.RepeatCount = fyne.AnimationRepeatForever
	f.ticks.Start()
}

// place draws the followers where they are now.
func (f *follow) place(v *View) {
	at := f.drag.Positions()
	for _, i := range f.drag.Followers() {
		v.model.Place(f.ids[i], at[i])
	}
}

// end lets the followers come to rest and tells where those are that moved.
func (f *follow) end(v *View) map[string]layout.Point {
	stop(&f.ticks)
	for range untilRest {
		if !f.drag.Step() {
			break
		}
	}
	f.place(v)
	along := map[string]layout.Point{}
	at := f.drag.Positions()
	for _, i := range f.drag.Followers() {
		if math.Hypot(at[i].X-f.start[i].X, at[i].Y-f.start[i].Y) > 1 {
			along[f.ids[i]] = at[i]
		}
	}
	return along
}

// cancel puts the followers back.
func (f *follow) cancel(v *View) {
	stop(&f.ticks)
	for _, i := range f.drag.Followers() {
		v.model.Place(f.ids[i], f.start[i])
	}
}
