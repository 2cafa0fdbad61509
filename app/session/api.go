package session

import (
	"context"
	"time"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/layout"
	"byline/graphmodel/resolve/suggest"
	"byline/graphmodel/store/backup"
)

// Dispatch runs a function where the listeners live: on the window's goroutine
// in production, at once in tests. Functions run in the order they came.
type Dispatch func(func())

// Reader reads one article by itself and is safe for concurrent use. It is a
// *build.Builder in production.
type Reader interface {
	// Read tells again and again which share of the work is done, 0 to 1, if
	// tell is not nil. Soon after ctx is done it returns its error.
	Read(ctx context.Context, a article.Article, tell func(share float64)) (*extract.Reading, error)
	// Version changes whenever a reading of the same article may: the project
	// keeps readings, and those of another version are made anew.
	Version() string
}

// Params is what a session works with.
type Params struct {
	// Builder brings the reader. It is called once, outside the dispatcher's
	// goroutine, when the first article is read: loading the language model
	// takes time, and may fail.
	Builder  func() (Reader, error)
	Dispatch Dispatch
	Now      func() time.Time
	// Dir is the folder of autosaved projects and of the list of recent ones.
	Dir string
	// Backups is where backups of projects are kept; without a folder none are.
	Backups backup.Shelf
	// Workers is how many articles are read at a time; 0 means one for each
	// processor.
	Workers int
}

// Snapshot is the project at one moment. Nothing in it is changed afterwards:
// maps, slices and the graph may be read by any goroutine and must not be
// written.
type Snapshot struct {
	// Revision grows with every change of anything below.
	Revision int
	// Graph is never nil.
	Graph     *graphmodel.Graph
	Articles  []article.Article
	Decisions []graphmodel.Decision
	// Deleted and Rejected are what people took out of the graph, by id and by
	// key; Restore brings it back.
	Deleted  []graphmodel.Entity
	Rejected []graphmodel.Link
	// Notes are what people wrote, in the order of writing.
	Notes []Note
	// Unfit are the decisions that do not fit what the articles say now, by
	// number: they are kept and do nothing.
	Unfit []graphmodel.Unfit
	// Suggestions are the pairs that may be one thing and that nobody has
	// decided on, the surest first; those that a person was not sure about
	// come last. They are looked for in the background: after a change they
	// are those of before for a moment.
	Suggestions []suggest.Suggestion
	// Positions has a place for every thing of Graph, and no others.
	Positions map[string]layout.Point
	// Only are the ids of the things drawn of a graph that is too large to be
	// read as a whole; nil is all of them. What is not drawn has no place of
	// its own.
	Only map[string]bool
	// Filter is what of that is drawn.
	Filter scene.Filter
	// Camera is the part of the graph in sight, as SetCamera told it last or
	// the file held it; without a zoom it is all of it. It has no size.
	Camera scene.Camera
	// Views are the names of the views that were kept, in that order.
	Views  []string
	Pinned map[string]bool

	// Project grows when another project takes this one's place.
	Project int
	// Title is the project's name as the window's title shows it.
	Title string
	// Path is where the project lies; empty until something was saved.
	Path string
	// Named says that a person gave the project its name; it is false for one
	// that is only autosaved.
	Named bool
	// ReadOnly says that the project cannot be changed, and Why is the reason
	// as a sentence.
	ReadOnly bool
	Why      string
	// Unsaved says that the last change could not be written: it is kept in
	// memory and tried again at the next change. SaveAs takes it elsewhere.
	Unsaved bool

	CanUndo   bool
	UndoLabel string // "Rename to Keir Starmer"
	CanRedo   bool
	RedoLabel string

	Progress Progress
}

// RecentProject is a project that was open before.
type RecentProject struct {
	Path   string
	Title  string
	Opened time.Time
	// Autosaved says that it never got a name: it is offered again at the
	// start.
	Autosaved bool
	// Articles is how many articles it had.
	Articles int
}

// HitKind says what a hit of Find is.
type HitKind int

// The kinds of hits, best first.
const (
	HitName HitKind = iota
	HitOtherName
	HitSentence
)

// Hit is one place that Find found.
type Hit struct {
	Kind HitKind
	// Entity is the id of the thing found; empty for a sentence.
	Entity string
	// Text is the name or the sentence; bytes Start to End of it matched.
	Text       string
	Start, End int
	// Span is the sentence in its article, for a sentence.
	Span graphmodel.Span
}
