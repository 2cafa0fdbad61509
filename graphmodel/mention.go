package graphmodel

// Span is a stretch of an article's text: bytes Start to End (exclusive) of
// its UTF-8 text.
type Span struct {
	Article string // id of the article
	Start   int
	End     int
}

// Empty reports whether the span holds no text.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s, in the same article.
func (s Span) Contains(o Span) bool {
	return s.Article == o.Article && s.Start <= o.Start && o.End <= s.End
}

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool {
	return s.Article == o.Article && s.Start < o.End && o.Start < s.End
}

// Form says what sort of words name the thing in one place.
type Form string

// The forms of a mention.
const (
	FormName    Form = "name"    // Keir Starmer
	FormAcronym Form = "acronym" // CPS
	FormDemonym Form = "demonym" // French
	FormMetonym Form = "metonym" // Paris, for the government of France
	FormNominal Form = "nominal" // the Prime Minister, the summit
	FormPronoun Form = "pronoun" // she
	FormHeading Form = "heading" // inside a headline or heading
)

// Mention is one place in an article that names an entity.
type Mention struct {
	Span
	Text string // the words as they stand in the article
	Form Form
}
