package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"byline/app/wording"
	"byline/graphmodel"
)

// LogLine is a decision in words.
type LogLine struct {
	Number int
	Time   time.Time
	Act    graphmodel.Act
	Words  string // "Renamed Starmer to Keir Starmer"
	// Verb and Names are the parts of it where it is shown in columns:
	// "Renamed", and the things it is about.
	Verb  string
	Names []string
	// Things are the ids of the things it is about that are still there, Link
	// is the link, if it is about one.
	Things []string
	Link   graphmodel.Key
	// Unfit is why the decision does not fit what the articles say now, in
	// plain words; empty for one that does.
	Unfit string
}

// TakesAway reports whether the decision took something out of the graph, so
// that it is among what was rejected.
func (l LogLine) TakesAway() bool {
	return l.Act == graphmodel.ActReject || l.Act == graphmodel.ActDelete
}

// saying is how a decision is told.
type saying struct {
	verb string // that heads it in a list
	// words are what was done: %[1]s is what it is about, %[2]s the other
	// thing, %[3]s the value.
	words string
}

// actWords are the words for each act, and for an act on a part where that is
// told in another way.
var actWords = map[graphmodel.Act]map[graphmodel.Scope]saying{
	graphmodel.ActSame:      {"": {"Same", "Merged %[2]s into %[1]s"}},
	graphmodel.ActDifferent: {"": {"Different", "Kept %[1]s and %[2]s apart"}},
	graphmodel.ActHold:      {"": {"Not sure", "Not sure about %[1]s and %[2]s"}},
	graphmodel.ActSplit: {
		"":                      {"Split", "Took %[2]s out of %[1]s"},
		graphmodel.ScopeMention: {"Split", "Took one mention out of %[1]s, as %[2]s"},
		graphmodel.ScopeArticle: {"Split", "Took one article’s mentions out of %[1]s, as %[2]s"},
		graphmodel.ScopeName:    {"Split", "Took the name %[3]s out of %[1]s, as %[2]s"},
	},
	graphmodel.ActRename:  {"": {"Renamed", "Renamed %[1]s to %[3]s"}},
	graphmodel.ActKind:    {"": {"Kind", "Changed the kind of %[1]s to %[3]s"}},
	graphmodel.ActDelete:  {"": {"Deleted", "Deleted %[1]s"}},
	graphmodel.ActRestore: {"": {"Restored", "Restored %[1]s"}},
	graphmodel.ActAdd:     {"": {"Added", "Added %[3]s"}},
	graphmodel.ActReject: {
		"":                       {"Rejected", "Rejected %[1]s"},
		graphmodel.ScopeSentence: {"Rejected", "Rejected one sentence of %[1]s"},
	},
	graphmodel.ActConfirm: {
		"":                       {"Confirmed", "Confirmed %[1]s"},
		graphmodel.ScopeSentence: {"Confirmed", "Confirmed one sentence of %[1]s"},
	},
	graphmodel.ActType:   {"": {"Type", "Changed %[1]s to “%[3]s”"}},
	graphmodel.ActTurn:   {"": {"Turned", "Turned %[1]s round"}},
	graphmodel.ActStatus: {"": {"Status", "Changed the status of %[1]s to %[3]s"}},
	graphmodel.ActDate:   {"": {"Date", "Dated %[1]s %[3]s"}},
	graphmodel.ActNote:   {"": {"Note", "Note on %[1]s: %[3]s"}},
	graphmodel.ActLink:   {"": {"Linked", "Drew the link %[1]s"}},
}

// Log returns the decisions in words, the newest first.
func (s Snapshot) Log() []LogLine {
	n := namer{snap: s, into: map[string]string{}, quotes: map[string]string{}}
	for _, d := range s.Decisions {
		if d.Act == graphmodel.ActSame {
			n.into[d.Other] = d.About
		}
		switch {
		case d.Act == graphmodel.ActAdd, d.Act == graphmodel.ActSplit && d.Scope == graphmodel.ScopeName:
			n.quotes[cmp.Or(d.Other, d.About)] = d.Value // what it made
		case d.Act == graphmodel.ActSplit:
			n.quotes[d.Other] = d.Anchor.Quote
		case d.Anchor.Quote != "" && d.Link == (graphmodel.Key{}):
			n.quotes[d.About] = d.Anchor.Quote
		}
		if d.OtherAnchor.Quote != "" {
			n.quotes[d.Other] = d.OtherAnchor.Quote
		}
	}
	why := map[int]string{}
	for _, u := range s.Unfit {
		why[u.Number] = u.Why
	}
	lines := make([]LogLine, 0, len(s.Decisions))
	for _, d := range slices.Backward(s.Decisions) {
		l := n.line(d)
		l.Unfit = why[d.Number]
		lines = append(lines, l)
	}
	return lines
}

// namer finds out what to call the things of decisions.
type namer struct {
	snap   Snapshot
	into   map[string]string // an id and the one that took it over
	quotes map[string]string // an id and the words for it in an article
}

func (n namer) line(d graphmodel.Decision) LogLine {
	l := LogLine{Number: d.Number, Time: d.Time, Act: d.Act, Link: d.Link}
	about := n.name(d.About)
	switch {
	case d.Link != (graphmodel.Key{}):
		about = quoted(n.name(d.Link.From) + " " + d.Link.Type.Words() + " " + n.name(d.Link.To))
	case d.Act == graphmodel.ActRename && d.Anchor.Quote != "":
		about = d.Anchor.Quote // it goes by its new name now
	}
	l.Names = []string{about}
	other := ""
	if d.Other != "" {
		other = n.name(d.Other)
		l.Names = append(l.Names, other)
	}
	for _, id := range []string{d.About, d.Other, d.Link.From, d.Link.To} {
		if id = n.now(id); n.there(id) && !slices.Contains(l.Things, id) {
			l.Things = append(l.Things, id)
		}
	}
	say, known := actWords[d.Act][d.Scope]
	if !known {
		say, known = actWords[d.Act][graphmodel.ScopeAll]
	}
	if !known {
		// An act of a newer version of the program: its own word is the best
		// there is.
		l.Verb = wording.Capital(string(d.Act))
		l.Words = strings.Join(append([]string{l.Verb}, l.Names...), " ")
		return l
	}
	l.Verb = say.verb
	l.Words = fmt.Sprintf(say.words, about, other, valueWords(d))
	return l
}

// valueWords is the value of a decision as a person reads it.
func valueWords(d graphmodel.Decision) string {
	switch d.Act {
	case graphmodel.ActType:
		return graphmodel.LinkType(d.Value).Words()
	case graphmodel.ActDate:
		return wording.ISODay(d.Value)
	}
	return d.Value
}

func (n namer) there(id string) bool {
	_, ok := n.snap.Positions[id]
	return ok
}

// now is the id that an id goes by after the merges.
func (n namer) now(id string) string {
	for range len(n.into) {
		to, merged := n.into[id]
		if !merged || n.there(id) {
			break
		}
		id = to
	}
	return id
}

// name is what a thing is called: as the graph has it, else as an article had
// it that a decision about it stands on, else as its id says.
func (n namer) name(id string) string {
	if e, err := n.snap.Graph.Entity(id); err == nil {
		return e.Name
	}
	if quote := n.quotes[id]; quote != "" {
		return quote
	}
	_, slug, _ := strings.Cut(id, "/")
	plain := strings.ReplaceAll(slug, "-", " ")
	// What took it over has its name among its own.
	if e, err := n.snap.Graph.Entity(n.now(id)); err == nil {
		for _, other := range e.Names {
			if fold(other.Text).text == plain {
				return other.Text
			}
		}
	}
	return plain
}

// TakeBack takes one decision back, whatever was decided since. That can be
// undone like any other change.
func (s *Session) TakeBack(number int) {
	s.mu.Lock()
	defer s.unlock()
	i := slices.IndexFunc(s.doc.decisions, func(d graphmodel.Decision) bool { return d.Number == number })
	if i < 0 || s.refuse() {
		return
	}
	snap := s.take()
	line := snap.Log()[len(snap.Decisions)-1-i]
	s.do("Take back: "+wording.Small(line.Words), func(d *document) {
		d.decisions = slices.Delete(slices.Clone(d.decisions), i, i+1)
		d.stale()
	})
}
