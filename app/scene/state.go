package scene

import (
	"maps"

	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// Input is what a picture is made from. The scene reads it and keeps nothing
// of it that can change.
type Input struct {
	Graph *graphmodel.Graph
	// Positions are the places of things, by id. A thing without a place is
	// not drawn.
	Positions map[string]layout.Point
	Pinned    map[string]bool // by id
	Fresh     map[string]bool // not seen yet, by id
	// Outlets are the outlets of the articles, by the articles' ids, for the
	// filter.
	Outlets map[string]string
	Filter  Filter
}

// Filter says which things and links are drawn at all.
type Filter struct {
	HiddenKinds    map[graphmodel.Kind]bool
	HiddenStatuses map[graphmodel.Status]bool
	Sieve          Sieve
	// Hidden are things folded away, by id; their neighbours count them.
	Hidden map[string]bool
	// Only, if it is not nil, are the only things drawn, by id; their
	// neighbours count the others.
	Only map[string]bool
	// Unlinked draws things without a link too.
	Unlinked bool
	// AllLines draws every pair, not the best two a thing.
	AllLines bool
}

// Clone is a filter that can be changed: none of its sets of what is hidden is
// nil or shared.
func (f Filter) Clone() Filter {
	f.HiddenKinds, f.HiddenStatuses = cloned(f.HiddenKinds), cloned(f.HiddenStatuses)
	f.Hidden, f.Only, f.Sieve = cloned(f.Hidden), maps.Clone(f.Only), f.Sieve.Clone()
	return f
}

// StartFilter is the filter a graph opens with: denied links are off.
func StartFilter() Filter {
	return Filter{HiddenStatuses: map[graphmodel.Status]bool{graphmodel.StatusDenied: true}}
}

// State is what a person has chosen and points at.
type State struct {
	Selected      []string         // ids, the first is the main one
	SelectedLinks []graphmodel.Key // drawn on the marker
	Hovered       string           // id of a thing, or empty
	HoveredLink   graphmodel.Key
	// Fade is how far things that are not hovered have faded, 0 to 1.
	Fade float64
	// Card draws the card of the hovered thing in place of its name.
	Card bool
	// Ring draws a ring round this thing, for a jump from search.
	Ring string
}

// View is one look at a model.
type View struct {
	Camera Camera
	State  State
	Style  Style
	// Before are the label places of the last frame: a name keeps its place
	// while that is free.
	Before Places
	// Corner draws the buttons and the map in the corner of a window.
	Corner bool
	// Clear leaves the ground unpainted.
	Clear bool
}

// Build makes one picture in one call: for exports. A window keeps the Model
// of New and builds it once a frame.
func Build(in Input, v View) Scene { return New(in).Build(v) }
