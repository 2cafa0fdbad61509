package graphmodel

// Kind says which of the four sorts of thing an entity is.
type Kind string

// The four kinds, in the order in which lists show them.
const (
	Person       Kind = "person"
	Organisation Kind = "organisation"
	Country      Kind = "country"
	Measure      Kind = "measure"
)

// Kinds lists the four kinds in the order in which lists show them.
func Kinds() []Kind { return []Kind{Person, Organisation, Country, Measure} }

// Valid reports whether k is one of the four kinds.
func (k Kind) Valid() bool {
	return k == Person || k == Organisation || k == Country || k == Measure
}

// Actor reports whether a thing of this kind can do something: a person, an
// organisation or a country.
func (k Kind) Actor() bool { return k.Valid() && k != Measure }
