package session

import (
	"context"
	"slices"
	"sync"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/extract"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// Session is the open project. Its methods may be called by any goroutine;
// none of them waits for reading.
//
// Five goroutines work for it while there is something to do, one of each: the
// reader (jobs), the settler (graph and places), the suggester (pairs that may
// be one), the saver and the keeper (backups). They share nothing but what mu
// guards, and documents, which are never changed.
type Session struct {
	p Params

	// fileMu is held while the file is written or exchanged for another. It
	// is taken before mu, and nothing is told under it.
	fileMu sync.Mutex
	file   *store.Project // nil until something was saved
	noted  RecentProject  // what the list of recent projects has of this one

	mu   sync.Mutex
	idle *sync.Cond // one of the workers, or the telling of events, came to rest

	// What the project is.
	doc      *document
	history  history
	readings map[string]*extract.Reading // by article
	unkept   map[string]bool             // articles whose reading is not in the file
	loading  bool                        // the readings that the file has are still to come
	glimpse  string                      // the state of the file that its glimpse is of
	aspect   float64

	// What is on show.
	revision  int
	shown     *graphmodel.Graph
	shownIDs  []string                // of the things of shown
	only      map[string]bool         // ids of those drawn; nil for all
	preview   map[string]layout.Point // places of a layout at work
	last      map[string]layout.Point // where things were before the last change
	snapshot  *Snapshot               // of this revision; nil until somebody asks
	suggested suggested               // of the graph on show, or of one before it
	progress  Progress
	outcome   Progress // of the last job, to be told when its graph is there

	// Where it lies.
	path  string
	named bool
	why   string        // why it cannot be changed
	kept  store.Content // its settings, views and notes
	saved *document     // what the file holds
	// camera is the part of the graph in sight, cameraSaved that which the file
	// holds.
	camera, cameraSaved spot
	cameraTimer         *time.Timer // of the camera at rest
	trouble             string      // why the last save failed
	tried               *attempt    // what the file may hold since a save failed

	loaded Reader // nil until something was read
	folded foldCache
	names  *nameList // of the graph on show, or of the one to be shown next

	// Who works.
	reading, settling, saving, suggesting bool
	copying                               bool    // a backup is being made
	keeper                                *keeper // who makes it, or waits to; nil if there is nothing to do
	closed                                bool
	hurry                                 bool // Stop was pressed: what comes next must be short
	epoch                                 int  // grows when another project takes this one's place
	jobs                                  []*job
	job                                   *job // the one at work
	jobNumber                             int
	stopSettling                          context.CancelFunc
	wanted                                bool // the settler has something to look at
	commands                              int  // counts them, so that the settler sees one

	// Who listens.
	listeners []func(Event)
	pending   []Event
	telling   bool
}

// New opens a new project without a name. It is saved in p.Dir from the first
// change on.
func New(p Params) *Session {
	if p.Dispatch == nil {
		p.Dispatch = func(f func()) { f() }
	}
	if p.Now == nil {
		p.Now = time.Now
	}
	s := &Session{p: p}
	s.idle = sync.NewCond(&s.mu)
	s.mu.Lock()
	defer s.unlock()
	s.begin(emptyDocument())
	return s
}

// begin puts d in the place of everything. The caller holds mu.
func (s *Session) begin(d *document) {
	s.epoch++
	s.cancelJobs()
	s.doc, s.saved = d, d
	s.history = history{}
	s.readings, s.unkept = map[string]*extract.Reading{}, map[string]bool{}
	s.loading, s.glimpse = false, ""
	s.folded = foldCache{}
	s.suggested = suggested{}
	s.show(d.graph, d.only)
	s.startSuggesting()
	s.last = nil
	s.camera, s.cameraSaved = spot{}, spot{}
	s.progress, s.trouble, s.hurry = Progress{}, "", false
	s.revision++
	s.snapshot = nil
}

// Listen calls f, through the dispatcher, at every event from now on.
func (s *Session) Listen(f func(Event)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listeners = append(slices.Clip(s.listeners), f)
}

// SetAspect tells the width of the canvas divided by its height; layouts from
// now on fill that shape.
func (s *Session) SetAspect(aspect float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.aspect = aspect
}

// Wait returns when no background work is left and everything was told. It
// must not be called on the dispatcher's goroutine; it is for commands and
// tests.
func (s *Session) Wait() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.reading || s.settling || s.saving || s.copying || s.suggesting || s.telling || len(s.pending) > 0 {
		s.idle.Wait()
	}
}

// unlock ends a piece of work under mu and tells what came of it.
func (s *Session) unlock() {
	if s.telling || len(s.pending) == 0 {
		s.mu.Unlock()
		return
	}
	s.telling = true
	for len(s.pending) > 0 {
		e := s.pending[0]
		s.pending = s.pending[1:]
		listeners := s.listeners
		s.mu.Unlock()
		// Without the lock: a listener takes a snapshot, or gives a command,
		// whose events then join those that wait.
		s.p.Dispatch(func() {
			for _, f := range listeners {
				f(e)
			}
		})
		s.mu.Lock()
	}
	s.telling = false
	s.idle.Broadcast()
	s.mu.Unlock()
}

// tell puts an event in the line. Two that say the same are told once. The
// caller holds mu and leaves it by unlock.
func (s *Session) tell(kinds ...EventKind) {
	for _, k := range kinds {
		if !slices.ContainsFunc(s.pending, func(e Event) bool { return e.Kind == k }) {
			s.pending = append(s.pending, Event{Kind: k})
		}
	}
}

// fail tells what could not be done, in plain sentences.
func (s *Session) fail(problems ...string) {
	if len(problems) > 0 {
		s.pending = append(s.pending, Event{Kind: Failed, Problems: problems})
	}
}

// report tells how far the work is.
func (s *Session) report(p Progress) {
	if s.progress == p {
		return
	}
	s.progress = p
	s.changed()
	s.pending = append(s.pending, Event{Kind: ProgressChanged, Progress: p})
}

// changed notes that a snapshot from now on is another one.
func (s *Session) changed() {
	s.revision++
	s.snapshot = nil
}

// show puts a graph on show.
func (s *Session) show(g *graphmodel.Graph, only map[string]bool) {
	s.shown, s.shownIDs, s.only, s.preview = g, idsOf(g), only, nil
}

// put makes d the document.
func (s *Session) put(d *document) {
	if s.preview != nil {
		s.last, s.preview = s.places(), nil
	}
	s.doc = d
	s.changed()
	if d.ready() {
		s.only = d.only
	}
	if d.ready() && d.graph != s.shown {
		s.show(d.graph, d.only)
		s.tell(GraphChanged)
	}
	s.startSuggesting()
	s.startSaving()
}

// set makes d the document because of a command, and tells what that changes.
// Graph and places that are in the making for the one before are in vain.
func (s *Session) set(d *document) {
	s.commands++
	s.last = s.places()
	if s.stopSettling != nil {
		s.stopSettling()
	}
	if !slices.EqualFunc(s.doc.items, d.items, func(a, b store.Item) bool { return a.ID == b.ID }) {
		s.tell(ArticlesChanged)
	}
	s.put(d)
	s.tell(PositionsChanged, HistoryChanged)
	s.startSettling()
}

// Snapshot returns the project as it is now.
func (s *Session) Snapshot() Snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.snapshot == nil {
		s.snapshot = s.take()
	}
	return *s.snapshot
}

func (s *Session) take() *Snapshot {
	snap := &Snapshot{
		Revision:    s.revision,
		Graph:       s.shown,
		Articles:    s.doc.articles(),
		Decisions:   slices.Clone(s.doc.decisions),
		Suggestions: s.open(),
		Deleted:     s.doc.aside.deleted,
		Rejected:    s.doc.aside.rejected,
		Notes:       s.notes(),
		Unfit:       s.doc.aside.unfit,
		Positions:   s.places(),
		Only:        s.only,
		Filter:      s.doc.sight.Filter,
		Camera:      s.camera.camera(),
		Views:       viewNames(s.doc.views),
		Pinned:      s.doc.pinned(s.shownIDs),
		Project:     s.epoch,
		Title:       s.title(),
		Path:        s.path,
		Named:       s.named,
		ReadOnly:    s.why != "",
		Why:         s.why,
		Unsaved:     s.trouble != "",
		Progress:    s.progress,
	}
	snap.UndoLabel, snap.CanUndo = s.history.undoLabel()
	snap.RedoLabel, snap.CanRedo = s.history.redoLabel()
	return snap
}

// places are the places of everything on show.
func (s *Session) places() map[string]layout.Point {
	places := make(map[string]layout.Point, len(s.shownIDs))
	for _, id := range s.shownIDs {
		places[id] = s.placeOf(id)
	}
	return places
}

// placeOf is where a thing is shown: where a layout at work has it, else where
// it lies, else where it was last.
func (s *Session) placeOf(id string) layout.Point {
	if at, ok := s.preview[id]; ok {
		return at
	}
	if p, ok := s.doc.places[id]; ok {
		return p.Point
	}
	return s.last[id]
}

// read are the readings of the document's articles, nil for those that have
// not been read.
func (s *Session) read(d *document) []*extract.Reading {
	out := make([]*extract.Reading, len(d.items))
	for i, item := range d.items {
		out[i] = s.readings[item.ID]
	}
	return out
}

// titles of projects without a name.
const untitled = "Untitled"

// title is the project's name as the window shows it.
func (s *Session) title() string {
	if s.named {
		return stem(s.path)
	}
	if len(s.doc.items) > 0 {
		return titleOf(s.doc.items[0].Article)
	}
	return untitled
}
