package resolve

import (
	"slices"

	"byline/graphmodel"
)

// note is a note that a person wrote, and what on.
type note struct {
	graphmodel.Decision
	entity, claim int // noThing for none
}

// noThing is no entity and no claim.
const noThing = -1

// noted are the notes as they are now: the last on each subject, in the order
// in which they were written. A note without words takes the one before away.
func (r *resolver) noted() []graphmodel.Note {
	var out []graphmodel.Note
	for _, n := range r.notes {
		one := graphmodel.Note{Number: n.Number, Time: n.Time, Text: n.Value}
		switch {
		case n.claim != noThing:
			one.Link = r.key(n.claim)
		case n.entity != noThing:
			one.Thing = r.entity[r.current(n.entity)].ID
		default:
			one.Thing = n.About
		}
		out = slices.DeleteFunc(out, func(o graphmodel.Note) bool { return o.Thing == one.Thing && o.Link == one.Link })
		if one.Text != "" {
			out = append(out, one)
		}
	}
	return out
}
