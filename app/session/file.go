package session

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"byline/graphmodel/store"
)

// Open opens a project in place of this one. What the articles say is taken
// from the file, or read again, in the background; a change made before that
// is saved at once and seen once it is done. If the project cannot be opened, the error is one plain
// sentence and this project stays open.
func (s *Session) Open(path string) error {
	defer s.flush()
	s.fileMu.Lock()
	defer s.fileMu.Unlock()
	if s.file != nil && sameFile(path, s.file.Path()) {
		return nil
	}
	file, outdated, err := s.p.Backups.Open(path)
	if err != nil {
		return err
	}
	if err := s.leave(); err != nil {
		return errors.Join(err, file.Close())
	}
	c := file.Content()
	d := &document{items: c.Items, decisions: c.Decisions, places: c.Places, sight: sightFrom(c.Settings), views: viewsFrom(c.Views)}
	d.built, d.laid = len(c.Items) == 0, len(c.Items) == 0
	glimpse := ""
	d.graph, glimpse = glimpsed(file, d)
	s.start(d, c, file)
	s.mu.Lock()
	s.glimpse = glimpse
	s.fail(slices.Concat(file.Notices(), file.Problems())...)
	if outdated != nil {
		s.fail(sentence(outdated))
	}
	if len(c.Items) > 0 {
		s.loading = true
		s.report(Progress{Running: true, Text: "Opening"})
		s.enqueue(nil)
	}
	s.mu.Unlock()
	s.noteRecent()
	s.keepBackups(0)
	return nil
}

// NewProject closes the project and starts a new one without a name.
func (s *Session) NewProject() error {
	defer s.flush()
	s.fileMu.Lock()
	defer s.fileMu.Unlock()
	if err := s.leave(); err != nil {
		return err
	}
	s.start(emptyDocument(), store.Content{}, nil)
	return nil
}

// start puts another project in the place of everything. The caller holds
// fileMu.
func (s *Session) start(d *document, c store.Content, file *store.Project) {
	s.attach(file, file != nil && !s.isUnnamed(file.Path()))
	s.noted = RecentProject{}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept = store.Content{Settings: c.Settings, Notes: c.Notes}
	s.begin(d)
	s.camera = spotFrom(c.Settings)
	s.cameraSaved = s.camera
	s.tell(ProjectChanged, ArticlesChanged, GraphChanged, PositionsChanged, HistoryChanged)
	s.pending = append(s.pending, Event{Kind: ProgressChanged})
}

// leave ends the work on the project, saves it and closes its file. What
// cannot be saved there is kept in a project without a name; if that cannot be
// made either, it returns ErrUnsaved and nothing is closed.
func (s *Session) leave() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return ErrClosed
	}
	s.cancelJobs()
	if s.stopSettling != nil {
		s.stopSettling()
	}
	d, kept, title := s.doc, s.content(), s.title()
	s.mu.Unlock()
	if err := s.saveNow(); err != nil {
		to, rescueErr := s.rescue(kept)
		if rescueErr != nil {
			return fmt.Errorf("%s: %w", title, plain{ErrUnsaved, err})
		}
		s.mu.Lock()
		s.fail(fmt.Sprintf("%s could not be saved. A copy with your last changes is in the list of recent projects as %s.", title, stem(to)))
		s.mu.Unlock()
	}
	s.stopKeeping()
	if s.file == nil {
		return nil
	}
	s.keepGlimpse(d)
	path := s.file.Path()
	// Everything is on the disk: an error in closing changes nothing.
	_ = s.file.Close()
	s.file = nil
	if s.isUnnamed(path) && len(d.items) == 0 && len(d.decisions) == 0 {
		_ = s.discard(path) // an empty project left over does no harm
	}
	return nil
}

// rescue writes everything into a new project without a name.
func (s *Session) rescue(c store.Content) (string, error) {
	file, err := s.createUnnamed()
	if err != nil {
		return "", err
	}
	path := file.Path()
	if err := errors.Join(file.Save(c.Whole()), file.Close()); err != nil {
		return "", errors.Join(err, os.Remove(path))
	}
	return path, nil
}

// SaveAs writes the project to path, which becomes the open one. That may be
// where it lay before its file was deleted or moved.
func (s *Session) SaveAs(path string) error {
	defer s.flush()
	s.fileMu.Lock()
	defer s.fileMu.Unlock()
	path = withEnding(path)
	s.mu.Lock()
	d, camera, all, closed, readOnly := s.doc, s.camera, s.content(), s.closed, s.why != ""
	s.mu.Unlock()
	switch here := s.file != nil && sameFile(path, s.file.Path()); {
	case closed:
		return ErrClosed
	case here && readOnly:
		return fmt.Errorf("%s: %w", filepath.Base(path), ErrReadOnly)
	case here:
		return s.saveNow()
	case s.wasAt(path):
		if err := s.file.WriteAgain(all); err != nil {
			return err
		}
		s.savedAs(d, camera)
		return nil
	}
	if err := store.Write(path, all); err != nil {
		return err
	}
	file, err := store.Open(path)
	if err != nil {
		return err
	}
	s.stopKeeping()
	old := s.file
	s.attach(file, true)
	s.savedAs(d, camera)
	if old != nil {
		from := old.Path()
		_ = old.Close() // it is saved elsewhere now
		if s.isUnnamed(from) {
			_ = s.discard(from) // left over, it is one more on the list
		}
	}
	return nil
}

// wasAt reports whether the open project lay at path, and nothing does now.
func (s *Session) wasAt(path string) bool {
	if s.file == nil || s.file.ReadOnly() != "" {
		return false
	}
	_, err := os.Lstat(path)
	was := s.file.Path()
	return errors.Is(err, fs.ErrNotExist) && filepath.Base(path) == filepath.Base(was) && sameFile(filepath.Dir(path), filepath.Dir(was))
}

// savedAs notes what a whole new file holds. The caller holds fileMu.
func (s *Session) savedAs(d *document, camera spot) {
	s.keepBackups(0)
	s.noted = RecentProject{}
	s.mu.Lock()
	s.saved, s.cameraSaved, s.tried, s.trouble = d, camera, nil, ""
	s.remember(d.articles()...)
	s.changed()
	s.tell(Saved, ArticlesChanged, HistoryChanged)
	s.startSaving()
	s.mu.Unlock()
	s.noteRecent()
}

// Close stops the work and closes the project's file. Everything is saved
// already; if not, and no copy can be made either, it returns ErrUnsaved and
// the project stays open, for SaveAs. Closing twice is no error.
func (s *Session) Close() error {
	defer s.flush()
	s.fileMu.Lock()
	defer s.fileMu.Unlock()
	err := s.leave()
	if errors.Is(err, ErrClosed) {
		return nil
	}
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	return nil
}

// flush tells what came of work that was done under fileMu.
func (s *Session) flush() {
	s.mu.Lock()
	s.unlock()
}

// Salvage copies what can still be read of a damaged project into a new file
// beside it and returns the new path and, in plain sentences, what was lost.
func (s *Session) Salvage(path string) (string, []string, error) {
	to := freeName(filepath.Dir(path), stem(path), "repaired")
	lost, err := store.Salvage(path, to)
	if err != nil {
		return "", nil, err
	}
	return to, lost, nil
}

// freeName is the path of a project in the folder that is not there yet, its
// name followed by a mark.
func freeName(folder, name, mark string) string {
	for n := 1; ; n++ {
		to := filepath.Join(folder, fmt.Sprintf("%s (%s)%s", name, mark, ending))
		if n > 1 {
			to = filepath.Join(folder, fmt.Sprintf("%s (%s %d)%s", name, mark, n, ending))
		}
		if _, err := os.Lstat(to); err != nil {
			return to
		}
	}
}

// sameFile reports whether two names are of one file that is there.
func sameFile(a, b string) bool {
	ia, errA := os.Stat(a)
	ib, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(ia, ib)
}
