package graphmodel

import "slices"

// Link joins two entities. It stands on at least one piece of evidence:
// no words, no link.
type Link struct {
	From     string // id of the entity that does
	Type     LinkType
	To       string // id of the entity it is done to
	Evidence []Evidence
	// ByHand says that a person drew the link, and no article was read to say
	// it; Reason is why.
	ByHand bool
	Reason string
}

// Key names a link within its graph.
type Key struct {
	From string
	Type LinkType
	To   string
}

// Key returns the link's name within its graph.
func (l Link) Key() Key { return Key{l.From, l.Type, l.To} }

// Canonical returns the link with its ends in the order a graph keeps them:
// as they are, or the smaller id first if the type has no direction.
func (l Link) Canonical() Link {
	if l.Key() == l.Key().canonical() {
		return l
	}
	l = copyLink(l)
	l.From, l.To = l.To, l.From
	for i, e := range l.Evidence {
		l.Evidence[i].From, l.Evidence[i].To = e.To, e.From
	}
	return l
}

func (k Key) canonical() Key {
	if k.Type.Undirected() && k.From > k.To {
		k.From, k.To = k.To, k.From
	}
	return k
}

// Evidence is one place where an article says that a link holds.
type Evidence struct {
	Sentence Span // the whole sentence
	Trigger  Span // the word that carries the link, inside the sentence; may be empty
	From     Span // the words that name the first end; may lie in another sentence
	To       Span // the words that name the second end
	Text     string
	Tense    Tense
	// Date is an ISO date (2025-03-31, 2025-03 or 2025) or empty.
	Date string
	// DateGuessed says that the date is the article's own, not the sentence's.
	DateGuessed bool
	Polarity    Polarity
	Certainty   Certainty
	// Attribution is who says so: the id of an entity, or a name where the
	// speaker is no entity, or empty where the article itself says it.
	Attribution string
	Amount      string
	Pattern     string  // id of the pattern that found it
	Confidence  float64 // 0 to 1
	Confirmed   bool    // a person said that it is right
}

// Tense is the time of the verb that carries a link.
type Tense string

// The tenses told apart.
const (
	Present Tense = "present"
	Past    Tense = "past"
	Future  Tense = "future"
	Ended   Tense = "ended" // true once and no longer: "former director"
)

// Polarity says whether a sentence states or denies a link.
type Polarity string

// The two polarities.
const (
	Positive Polarity = "positive"
	Negated  Polarity = "negated"
)

// Certainty says how a sentence commits itself to a link.
type Certainty string

// The certainties, from firm to loose.
const (
	Asserted Certainty = "asserted"
	Planned  Certainty = "future"
	Expected Certainty = "expected"
	Possible Certainty = "possible"
	Proposed Certainty = "proposed"
	Alleged  Certainty = "alleged"
	Quoted   Certainty = "quoted"
)

// Status is what a person sees of all that: one line pattern each.
type Status string

// The statuses, in the order of the legend.
const (
	StatusStated     Status = "stated"
	StatusAttributed Status = "attributed"
	StatusAlleged    Status = "alleged"
	StatusPlanned    Status = "planned"
	StatusDenied     Status = "denied"
	StatusEnded      Status = "ended"
	StatusByHand     Status = "by hand"
)

// Statuses lists the statuses in the order of the legend.
func Statuses() []Status {
	return []Status{StatusStated, StatusAttributed, StatusAlleged, StatusPlanned, StatusDenied, StatusEnded, StatusByHand}
}

// Status is the status of one piece of evidence.
func (e Evidence) Status() Status {
	switch {
	case e.Polarity == Negated:
		return StatusDenied
	case e.Tense == Ended:
		return StatusEnded
	case e.Certainty == Alleged:
		return StatusAlleged
	case e.Certainty == Planned, e.Certainty == Expected, e.Certainty == Possible, e.Certainty == Proposed:
		return StatusPlanned
	case e.Attribution != "", e.Certainty == Quoted:
		return StatusAttributed
	}
	return StatusStated
}

// WithStatus is the evidence with another status, as a person sees it in the
// sentence. What keeps it from having that status is set aside.
func (e Evidence) WithStatus(s Status) Evidence {
	e.Polarity, e.Certainty = Positive, Asserted
	if e.Tense == Ended {
		e.Tense = Past
	}
	switch s {
	case StatusStated:
		e.Attribution = ""
	case StatusAttributed:
		e.Certainty = Quoted
	case StatusAlleged:
		e.Certainty = Alleged
	case StatusPlanned:
		e.Certainty = Planned
	case StatusDenied:
		e.Polarity = Negated
	case StatusEnded:
		e.Tense = Ended
	}
	return e
}

// Status is the firmest status among the link's evidence: stated before
// attributed, planned, alleged, ended, denied.
func (l Link) Status() Status {
	if l.ByHand {
		return StatusByHand
	}
	best := StatusDenied
	for _, e := range l.Evidence {
		if s := e.Status(); firmness[s] > firmness[best] {
			best = s
		}
	}
	return best
}

var firmness = map[Status]int{
	StatusStated: 6, StatusAttributed: 5, StatusPlanned: 4, StatusAlleged: 3, StatusEnded: 2, StatusDenied: 1,
}

// Confirmed reports whether a person said of one of the sentences that it is
// right.
func (l Link) Confirmed() bool {
	return slices.ContainsFunc(l.Evidence, func(e Evidence) bool { return e.Confirmed })
}

// Articles is how many articles say that the link holds.
func (l Link) Articles() int {
	seen := map[string]bool{}
	for _, e := range l.Evidence {
		seen[e.Sentence.Article] = true
	}
	return len(seen)
}

// Confidence is the highest confidence among the link's evidence, 0 to 1.
func (l Link) Confidence() float64 {
	best := 0.0
	for _, e := range l.Evidence {
		best = max(best, e.Confidence)
	}
	return best
}
