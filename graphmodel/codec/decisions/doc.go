// Package decisions writes what people decided in one project as
// byline-decisions/1, a small file that a colleague can apply to another
// project. It owns the format, and how decisions come to stand on the other
// project's articles. It refuses to say which of them fit there: that shows
// when the graph is made.
//
// A file is one JSON object: "articles" with id, title, outlet and address, no
// texts; and "decisions", each with its time, act, the things or the link it
// is about, its value, scope and reason, and its anchors. An anchor is the
// quote with up to 40 bytes before and after, and "start", the code point of
// the article's text at which it stood.
package decisions

import "errors"

// Format is the name and version that every file of this format carries.
const Format = "byline-decisions/1"

// MaxBytes is the size of the largest file that is read.
const MaxBytes = 64 << 20

// What can be wrong with a file.
var (
	// ErrNotDecisions: no JSON, or JSON of another kind.
	ErrNotDecisions = errors.New("this is no file of decisions (byline-decisions/1): choose one that Byline wrote")
	// ErrVersion: a format of a later Byline.
	ErrVersion = errors.New("these decisions were written by a newer Byline: update the program to apply them")
	// ErrTooBig: over MaxBytes.
	ErrTooBig = errors.New("this file is over 64 MB and cannot be decisions alone")
)

type file struct {
	Format    string         `json:"format"`
	Articles  []fileArticle  `json:"articles"`
	Decisions []fileDecision `json:"decisions"`
}

type fileArticle struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Outlet  string `json:"outlet"`
	Address string `json:"address"`
}

type fileDecision struct {
	Time   string      `json:"time"`
	Act    string      `json:"act"`
	Scope  string      `json:"scope,omitempty"`
	About  string      `json:"about,omitempty"`
	Other  string      `json:"other,omitempty"`
	Link   *fileLink   `json:"link,omitempty"`
	Value  string      `json:"value,omitempty"`
	Reason string      `json:"reason,omitempty"`
	Anchor *fileAnchor `json:"anchor,omitempty"`
	// OtherAnchor is a mention of Other.
	OtherAnchor *fileAnchor `json:"other_anchor,omitempty"`
}

type fileLink struct {
	From string `json:"from"`
	Type string `json:"type"`
	To   string `json:"to"`
}

type fileAnchor struct {
	Article string `json:"article"`
	Quote   string `json:"quote"`
	Prefix  string `json:"prefix"`
	Suffix  string `json:"suffix"`
	Start   int    `json:"start"` // in code points
}
