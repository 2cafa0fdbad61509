package extract

import "byline/graphmodel"

// Reading is what one article says, read by itself: the things it names and
// what it claims of them. It is plain data and is never changed after Read.
type Reading struct {
	Article string // id of the article
	Things  []Thing
	Claims  []Claim
}

// Thing is everything in one article that seems to be one person,
// organisation, country or measure.
type Thing struct {
	Kind graphmodel.Kind
	// Name is the fullest proper name, or for a measure its description.
	Name string
	// Mentions lie in order of place. Pronouns are among them.
	Mentions []graphmodel.Mention
	// Key is the name that stays the same however a text spells it: for a
	// country its ISO code, for others the folded name.
	Key  string
	Code string // ISO 3166-1 alpha-2, countries only
	// Roles are a person's offices.
	Roles []Role
	// MeasureSort, Statuses and Amount are a measure's.
	MeasureSort graphmodel.MeasureSort
	Statuses    []graphmodel.MeasureStatus
	Amount      string
	// Proper says that the thing has a name of its own and is not only
	// described: two described measures of different articles are one only
	// on more evidence than two of one proper name.
	Proper bool
}

// None stands where no thing is meant.
const None = -1

// Role is an office that a person holds or held.
type Role struct {
	Title string
	Of    int // index of the organisation or country in Reading.Things, or None
	Ended bool
	Span  graphmodel.Span
}

// Claim is one link that one sentence states.
type Claim struct {
	From, To int // indices in Reading.Things
	Type     graphmodel.LinkType
	// Speaker is the index of the thing that says so, or None. Then
	// Evidence.Attribution is the speaker's name, or empty.
	Speaker  int
	Evidence graphmodel.Evidence
}
