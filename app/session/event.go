package session

// EventKind says what changed.
type EventKind int

// The kinds of events. A listener takes a new Snapshot at each of them; only
// ProgressChanged, Failed and Saved carry anything themselves.
const (
	ProjectChanged     EventKind = iota // another project is open, or its name, path or right to write changed
	ArticlesChanged                     // articles came or went
	GraphChanged                        // a new graph, with its places
	PositionsChanged                    // the same graph, other places or pins
	HistoryChanged                      // what Undo and Redo would do
	ProgressChanged                     // Event.Progress
	Failed                              // Event.Problems, one plain sentence each; everything else was done
	Saved                               // everything so far is in the file
	SuggestionsChanged                  // other pairs may be one thing
)

// Event tells a listener what changed.
type Event struct {
	Kind     EventKind
	Progress Progress
	// Problems are plain sentences: which file, what is wrong, what to do.
	Problems []string
}

// Progress is how far the background work is.
type Progress struct {
	Running bool
	// Text is what is being done, as the window shows it: "Reading 3 of 12".
	// After the end it is the result: "3 articles read."
	Text  string
	Done  int
	Part  float64 // of the one that is being worked on, 0 to 1
	Total int     // 0 if it is not known
}
