package graphmodel

import "time"

// Decision is one correction by a person. It is anchored by the words it is
// about, so that it survives a re-reading, and it can be taken back.
type Decision struct {
	Number int // 1, 2, 3 … in the order they were made
	Time   time.Time
	Act    Act
	// About and Other are ids of entities; Other is the second one where the
	// act needs two (same, different).
	About string
	Other string
	Link  Key    // the link that the act is about, if it is about one
	Value string // the new name, the new kind, the note
	// Scope narrows the act to a part of what it is about.
	Scope Scope
	// Anchor is the words that About, or Link, stands on: a mention, or the
	// sentence. OtherAnchor is a mention of Other.
	Anchor      Anchor
	OtherAnchor Anchor
	Reason      string // why, in the person's words
}

// Act is what a decision does.
type Act string

// The acts.
const (
	ActSame      Act = "same"      // About and Other are one thing
	ActDifferent Act = "different" // they are two
	ActHold      Act = "hold"      // a person was asked whether they are one and is not sure
	ActRename    Act = "rename"    // About is called Value
	ActKind      Act = "kind"      // About is of kind Value
	ActDelete    Act = "delete"    // About is nothing to show
	ActReject    Act = "reject"    // Link is wrong
	ActConfirm   Act = "confirm"   // Link is right
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
