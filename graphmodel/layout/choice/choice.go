// Package choice is the one list of all layouts: what the command line and a
// menu call them, what they need, and how each is begun. It refuses to lay
// anything out itself, but for keeping an arranged group clear of what stays.
package choice

import (
	"byline/graphmodel/layout"
	"byline/graphmodel/layout/circle"
	"byline/graphmodel/layout/force"
	"byline/graphmodel/layout/grid"
	"byline/graphmodel/layout/kinds"
	"byline/graphmodel/layout/layered"
	"byline/graphmodel/layout/radial"
	"byline/graphmodel/layout/timeline"
)

// Layout is one way to place things.
type Layout struct {
	Name  string // as the command line takes it
	Title string // as a menu shows it
	Hint  string // what it does, as a sentence
	// Centre says that it goes out from Problem.Centre: the selection is its
	// middle, not the things that it arranges.
	Centre bool
	// Dates says that it is of use only where Problem.Time holds some.
	Dates bool
	// pins says that it lays things out round the pinned ones by itself.
	pins  bool
	begin func(layout.Problem) layout.Stepper
}

// All lists the layouts in the order of the menu, the usual one first.
func All() []Layout {
	return []Layout{
		{Name: "force", Title: "By links", Hint: "What is linked lies close together.", pins: true,
			begin: func(p layout.Problem) layout.Stepper { return force.New(p) }},
		{Name: "distances", Title: "By distances", Hint: "What is many steps apart lies far apart.",
			begin: func(p layout.Problem) layout.Stepper { return force.Distances(p) }},
		{Name: "clusters", Title: "By groups", Hint: "What is linked closely draws together into groups.",
			begin: func(p layout.Problem) layout.Stepper { return force.Clusters(p) }},
		{Name: "layered", Title: "In layers", Hint: "From who does on the left to what is done on the right.", begin: layered.New},
		{Name: "radial", Title: "Around the selection", Hint: "Rings by the number of steps from what is selected.", Centre: true, begin: radial.New},
		{Name: "circle", Title: "In a circle", Hint: "All on one circle, linked things near each other.", begin: circle.New},
		{Name: "grid", Title: "In a grid", Hint: "Rows by kind, those with the most links first.", begin: grid.New},
		{Name: "kinds", Title: "In columns by kind", Hint: "A column for each kind of thing.", begin: kinds.New},
		{Name: "time", Title: "By time", Hint: "Earlier to the left, undated things below.", Dates: true, begin: timeline.New},
	}
}

// Names lists the names of all layouts in their order.
func Names() []string {
	var names []string
	for _, l := range All() {
		names = append(names, l.Name)
	}
	return names
}

// Named is the layout of that name.
func Named(name string) (Layout, bool) {
	for _, l := range All() {
		if l.Name == name {
			return l, true
		}
	}
	return Layout{}, false
}

// New begins the layout of the nodes of p that are marked in only, all if it
// is nil. The others, and pinned ones, stay at their places in p.Start; so
// p.Start must be set where there are any, and p.New is not looked at.
func (l Layout) New(p layout.Problem, only []bool) layout.Stepper {
	free := make([]bool, len(p.Boxes))
	stay := false
	for i := range free {
		chosen := only == nil || i < len(only) && only[i]
		pinned := i < len(p.Pinned) && p.Pinned[i]
		free[i] = i >= len(p.Start) || chosen && !pinned
		stay = stay || !free[i]
	}
	if l.pins && only == nil && len(p.Start) > 0 {
		p.New = free
		return l.begin(p)
	}
	if !stay {
		p.Start, p.New, p.Pinned = nil, nil, nil
		return l.begin(p)
	}
	return newGroup(p, free, l.begin)
}
