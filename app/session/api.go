package session

import (
	"errors"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/layout"
)

// Session is the open project. Its methods may be called by any goroutine;
// none of them waits for reading.
type Session struct {
	p Params
}

// New opens a new project without a name. It is saved in p.Dir from the first
// change on.
func New(p Params) *Session { return &Session{p: p} }

// Listen calls f, through the dispatcher, at every event from now on.
func (s *Session) Listen(f func(Event)) {}

// Snapshot returns the project as it is now.
func (s *Session) Snapshot() Snapshot { return Snapshot{Graph: graphmodel.NewGraph()} }

// SetAspect tells the width of the canvas divided by its height; layouts from
// now on fill that shape.
func (s *Session) SetAspect(aspect float64) {}

// AddPaths reads files and folders in the background and adds the articles.
func (s *Session) AddPaths(paths []string) {}

// AddText reads a text in the background; meta has what is known about it.
func (s *Session) AddText(text string, meta article.Article) {}

// AddSample reads one of the articles that come with the program.
func (s *Session) AddSample(name string) {}

// RemoveArticle takes an article out.
func (s *Session) RemoveArticle(id string) {}

// Stop ends the background work within a second and keeps what is read.
func (s *Session) Stop() {}

// Wait returns when no background work is left. It must not be called on the
// dispatcher's goroutine; it is for commands and tests.
func (s *Session) Wait() {}

// Move puts things at places and pins them there.
func (s *Session) Move(ids []string, to []layout.Point) {}

// Pin keeps a thing where it is, or lets it go.
func (s *Session) Pin(id string, on bool) {}

// Rename gives a thing another name.
func (s *Session) Rename(id, name string) {}

// SetKind says that a thing is of another kind.
func (s *Session) SetKind(id string, kind graphmodel.Kind) {}

// Delete says that a thing is nothing to show.
func (s *Session) Delete(id string) {}

// Merge says that other is the same thing as id.
func (s *Session) Merge(id, other string) {}

// RejectLink says that a link is wrong.
func (s *Session) RejectLink(key graphmodel.Key) {}

// Arrange lays everything out again, except what is pinned.
func (s *Session) Arrange() {}

// Undo takes back the last change.
func (s *Session) Undo() {}

// Redo makes the change again that Undo took back.
func (s *Session) Redo() {}

// Open opens a project in place of this one. The articles are read again in
// the background. If the project cannot be opened, the error is one plain
// sentence and this project stays open.
func (s *Session) Open(path string) error { return errors.ErrUnsupported }

// NewProject closes the project and starts a new one without a name.
func (s *Session) NewProject() error { return errors.ErrUnsupported }

// SaveAs writes the project to path, which becomes the open one.
func (s *Session) SaveAs(path string) error { return errors.ErrUnsupported }

// Close stops the work and closes the project's file. Everything is saved
// already.
func (s *Session) Close() error { return nil }

// Recent lists the projects that were open before, newest first, those that
// never got a name among them.
func (s *Session) Recent() []RecentProject { return nil }

// Forget takes a project off the recent list; one that was only autosaved is
// deleted.
func (s *Session) Forget(path string) error { return errors.ErrUnsupported }

// Salvage copies what can still be read of a damaged project into a new file
// beside it and returns the new path and, in plain sentences, what was lost.
func (s *Session) Salvage(path string) (string, []string, error) {
	return "", nil, errors.ErrUnsupported
}

// Find looks for words in names, other names and sentences, best first, at
// most 50.
func (s *Session) Find(words string) []Hit { return nil }
