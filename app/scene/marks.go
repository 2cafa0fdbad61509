package scene

import (
	"image/color"

	"byline/graphmodel"
)

// Scene is a picture as a list of marks, in the order they are drawn, and
// what a pointer can find in it.
type Scene struct {
	Width, Height float64
	Ground        color.RGBA
	// Clear says that the ground is not painted: a picture on nothing.
	Clear  bool
	Layers []Layer
	Counts Counts
	// Places are the label places taken, for View.Before of the next frame.
	Places Places

	nodes []hitNode
	lines []hitLine
	spots []hitSpot
}

// Layer is a run of marks that belong together.
type Layer struct {
	Name  string
	Marks []Mark
}

// Counts says how much of the graph the picture shows.
type Counts struct {
	Things, Shown int // all things; those drawn
	Lines, Drawn  int // pairs of shown things that are linked; those drawn
	Unlinked      int // things without a link
	Faded         int // things drawn of which nothing passes the sieve
}

// Mark is one thing to draw: a Line, Shape, Outline, Area, Plate, Words, Halo
// or Sign.
type Mark interface{ mark() }

// Line is a straight line. Dash and Gap are zero for a solid one.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Colour         color.RGBA
	Dash, Gap      float64
	Round          bool // round ends of line and dashes
}

// Shape is the filled shape of a kind, with a ring of another colour round it.
type Shape struct {
	Kind      graphmodel.Kind
	X, Y, R   float64
	Fill      color.RGBA
	Ring      float64 // breadth of the ring, 0 for none
	RingColor color.RGBA
}

// Outline is a line round a shape, at a distance from it.
type Outline struct {
	Kind      graphmodel.Kind
	X, Y, R   float64
	Distance  float64 // from the shape to the middle of the line
	Width     float64
	Colour    color.RGBA
	Dash, Gap float64
}

// Area is a filled polygon, with a line round it if Width is not 0.
type Area struct {
	Points []XY
	Fill   color.RGBA
	Stroke color.RGBA
	Width  float64
}

// XY is a point of the picture.
type XY struct{ X, Y float64 }

// Plate is a filled rectangle with round corners, with a line inside its edge
// if Width is not 0.
type Plate struct {
	Rect
	Corner float64
	Fill   color.RGBA
	Stroke color.RGBA
	Width  float64
}

// Anchor says which part of a line of words lies at its place.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Words is one line of words. Y is the line on which the letters stand.
type Words struct {
	X, Y   float64
	Text   string
	Size   float64
	Bold   bool
	Anchor Anchor
	Colour color.RGBA
}

// Halo is the room round one line of words, in the colour of the words given.
type Halo struct {
	Words
	Breadth float64
}

// Sign is a small picture: the sign inside a shape, a tack, a button's icon.
// Size is half its breadth.
type Sign struct {
	Name   SignName
	X, Y   float64
	Size   float64
	Colour color.RGBA
}

func (Line) mark()    {}
func (Shape) mark()   {}
func (Outline) mark() {}
func (Area) mark()    {}
func (Plate) mark()   {}
func (Words) mark()   {}
func (Halo) mark()    {}
func (Sign) mark()    {}
