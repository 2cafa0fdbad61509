package graphmodel

// Entity is one thing of the news: a person, organisation, country or measure.
type Entity struct {
	// ID is the same after the same articles are read again.
	ID   string
	Kind Kind
	// Name is the one shown: the fullest proper name, or for a measure the
	// shortest telling description.
	Name string
	// Names are all names, with counts, most frequent first, ties by text.
	// Pronouns are not names.
	Names []NameCount
	// Mentions lie in order of article, then place.
	Mentions []Mention
	// Code is the ISO 3166-1 alpha-2 code of a country, else empty.
	Code string
	// Roles are a person's offices, in order of first mention.
	Roles []Role
	// MeasureSort is what sort of measure it is, for measures only.
	MeasureSort MeasureSort
	// Statuses is a measure's history in order of mention; the last is shown.
	Statuses []MeasureStatus
	// Amount is the sum of money that belongs to a measure, as written.
	Amount string
	// ByHand says that a person added it, and no article was read to name it.
	ByHand bool
}

// Articles is how many articles name the entity.
func (e Entity) Articles() int {
	seen := map[string]bool{}
	for _, m := range e.Mentions {
		seen[m.Article] = true
	}
	return len(seen)
}

// NameCount is one name of an entity and how often it stands in the articles.
type NameCount struct {
	Text  string
	Count int
}

// Role is an office that a person holds or held.
type Role struct {
	Title string // as written: "Shadow Home Secretary"
	Of    string // id of the organisation or country, empty if not known
	Ended bool   // the text says that it is over
	Span  Span   // where it is said
}

// MeasureSort is the sort of a measure; it chooses the glyph in its shape.
type MeasureSort string

// The sorts of measures.
const (
	SortLaw       MeasureSort = "law"
	SortSanction  MeasureSort = "sanction"
	SortBan       MeasureSort = "ban"
	SortCheck     MeasureSort = "check"
	SortPenalty   MeasureSort = "penalty"
	SortFund      MeasureSort = "fund"
	SortAgreement MeasureSort = "agreement"
	SortUnit      MeasureSort = "unit"
	SortProgramme MeasureSort = "programme"
	SortStrategy  MeasureSort = "strategy"
	SortSummit    MeasureSort = "summit"
)

// MeasureStatus is one step in the life of a measure.
type MeasureStatus struct {
	Word string // proposed, announced, expected, adopted, in force, suspended, rejected, repealed, claimed
	Date string // ISO date, or part of one, or empty
	Span Span   // where it is said
}
