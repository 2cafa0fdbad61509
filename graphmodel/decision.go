package graphmodel

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Decision is one correction by a person. It is anchored by the words it is
// about, so that it survives a re-reading, and it can be taken back.
type Decision struct {
	Number int // 1, 2, 3 … in the order they were made
	Time   time.Time
	Act    Act
	// About and Other are ids of entities; Other is the second one where the
	// act needs two.
	About string
	Other string
	Link  Key    // the link that the act is about, if it is about one
	Value string // the new name, kind, type, status or date
	// Scope narrows the act to a part of what it is about.
	Scope Scope
	// Anchor is the words that About, or Link, stands on: a mention, or the
	// sentence. OtherAnchor is a mention of Other.
	Anchor      Anchor
	OtherAnchor Anchor
	Reason      string // why, in the person's words
}

// Unfit is a decision that does not fit what the articles say now. It is kept,
// and applied to nothing else.
type Unfit struct {
	Number int
	Why    string // in plain words, to stand after a colon
}

// Answer is what a person said of two things: that they are one or two, or that
// he is not sure. A and B are the ids that the things have now, whatever they
// were when it was said.
type Answer struct {
	A, B string
	Act  Act // ActSame, ActDifferent or ActHold
}

// madeMark stands in the ids of things that a decision made; no name gives it.
const madeMark = "~"

// MadeID is the n-th id of a kind for things that people make.
func MadeID(k Kind, n int) string { return fmt.Sprintf("%s/%s%d", k, madeMark, n) }

// Made returns the number of a thing that a decision made, by its id.
func Made(id string) (n int, made bool) {
	_, number, made := strings.Cut(id, madeMark)
	if !made {
		return 0, false
	}
	n, err := strconv.Atoi(number)
	return n, err == nil
}

// Note is a note that a person wrote on a thing, on a link or on the canvas.
type Note struct {
	Number int // of the decision
	Time   time.Time
	// Thing is the id of what it is on; on the canvas it is the note's own, by
	// which it has its place.
	Thing string
	Link  Key
	Text  string
}

// canvasNote is the kind, of no entity, that the ids of notes on the canvas
// have.
const canvasNote Kind = "note"

// CanvasNoteID is the id of the n-th thing that people make, for a note on the
// canvas.
func CanvasNoteID(n int) string { return MadeID(canvasNote, n) }

// OnCanvas reports whether an id is that of a note on the canvas.
func OnCanvas(id string) bool { return strings.HasPrefix(id, string(canvasNote)+"/") }

// Act is what a decision does.
type Act string

// The acts about things. Those that need two name the other in Other.
const (
	ActSame      Act = "same"      // About and Other are one thing
	ActDifferent Act = "different" // they are two
	ActHold      Act = "hold"      // a person was asked whether they are one and is not sure
	ActSplit     Act = "split"     // the mentions of About that Scope says mean Other
	ActRename    Act = "rename"    // About is called Value
	ActKind      Act = "kind"      // About is of kind Value
	ActDelete    Act = "delete"    // About is nothing to show
	ActRestore   Act = "restore"   // About, or Link, is to be shown again
	ActAdd       Act = "add"       // there is a thing About, called Value
	ActNote      Act = "note"      // Value is a note on About, or on Link; empty takes it away
)

// The acts about links, or about one sentence of them.
const (
	ActReject  Act = "reject"  // Link is wrong
	ActConfirm Act = "confirm" // Link is right
	ActType    Act = "type"    // Link is of the type Value
	ActTurn    Act = "turn"    // Link goes the other way
	ActStatus  Act = "status"  // Link has the status Value
	ActDate    Act = "date"    // Link is of the date Value
	ActLink    Act = "link"    // there is a Link: ScopeSentence, because Anchor says so; else for Reason
)

// Scope is how much of a thing or link a decision is about.
type Scope string

// The scopes.
const (
	ScopeAll      Scope = ""         // all of it
	ScopeSentence Scope = "sentence" // what the sentence at Anchor says of Link
	ScopeMention  Scope = "mention"  // the mention at Anchor
	ScopeArticle  Scope = "article"  // the mentions in Anchor's article
	ScopeName     Scope = "name"     // the mentions that read Value
)
