package session

import (
	"errors"
	"fmt"
	"path/filepath"

	"byline/graphmodel/store"
	"byline/graphmodel/store/backup"
)

// The saver brings the file up to the document after every change. It looks at
// what differs, so that a save that failed is made good by the next.

// startSaving has the saver look at the document. The caller holds mu.
func (s *Session) startSaving() {
	if s.saving || s.closed || s.why != "" || !s.behind() {
		return
	}
	s.saving = true
	go s.save()
}

// behind reports whether the file does not hold everything yet.
func (s *Session) behind() bool {
	return s.doc != s.saved || s.camera != s.cameraSaved || len(s.unkept) > 0 || s.tried != nil
}

// content is everything as a file holds it. The caller holds mu.
func (s *Session) content() store.Content {
	c := s.doc.content(s.kept)
	c.Settings[cameraSetting] = asJSON(s.camera)
	return c
}

// save works until the file holds the document, or cannot.
func (s *Session) save() {
	for {
		s.fileMu.Lock()
		err := s.saveNow()
		s.fileMu.Unlock()
		s.mu.Lock()
		if err != nil || !s.behind() || s.why != "" || s.closed {
			s.saving = false
			s.idle.Broadcast()
			s.unlock()
			return
		}
		s.unlock()
	}
}

// saveNow writes what differs. The caller holds fileMu, and tells the events
// that come of it once it has given that back.
func (s *Session) saveNow() error {
	settled := s.settleFile()
	s.mu.Lock()
	d, base, camera, readOnly, behind := s.doc, s.saved, s.camera, s.why != "", s.behind()
	moved := camera != s.cameraSaved
	idle := !behind && s.trouble == ""
	s.mu.Unlock()
	if readOnly || idle {
		return nil
	}
	change := difference(base, d)
	if moved {
		if change.SetSettings == nil {
			change.SetSettings = map[string]string{}
		}
		change.SetSettings[cameraSetting] = asJSON(camera)
	}
	s.mu.Lock()
	unkept := s.takeUnkept(d, change.AddItems)
	s.mu.Unlock()
	change.SetReadings = unkept.rows()
	err := settled
	if err == nil {
		err = s.write(change)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil && settled == nil && s.file != nil {
		s.tried = &attempt{d, camera}
	}
	trouble := ""
	if err != nil {
		trouble = sentence(err)
	}
	if trouble != s.trouble {
		s.trouble = trouble
		s.changed()
		if trouble != "" {
			s.fail(trouble)
		}
	}
	if err != nil {
		s.remember(unkept.articles...)
		return err
	}
	s.saved, s.cameraSaved = d, camera
	if !change.Empty() {
		s.tell(Saved)
	}
	return nil
}

// attempt is what a save that failed was to write.
type attempt struct {
	doc    *document
	camera spot
}

// settleFile finds out what the file holds after a save that failed. The
// caller holds fileMu.
func (s *Session) settleFile() error {
	s.mu.Lock()
	tried := s.tried
	s.mu.Unlock()
	if tried == nil {
		return nil
	}
	done, err := s.file.Settle()
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.tried = nil; done {
		s.saved, s.cameraSaved = tried.doc, tried.camera
	}
	return nil
}

// write writes the change into the project's file, which is made first if
// there is none.
func (s *Session) write(change store.Change) error {
	if change.Empty() {
		return nil
	}
	if s.file == nil {
		made, err := s.createUnnamed()
		if err != nil {
			return err
		}
		s.attach(made, false)
	}
	if err := s.file.Save(change); err != nil {
		return err
	}
	s.noteRecent()
	s.keepBackups(backup.Every)
	return nil
}

// attach makes file the one that the project is saved in. The caller holds
// fileMu.
func (s *Session) attach(file *store.Project, named bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.file, s.named, s.path, s.why, s.tried = file, named, "", "", nil
	if file != nil {
		s.path, s.why = file.Path(), file.ReadOnly()
	}
	s.changed()
	s.tell(ProjectChanged)
}

// createUnnamed makes the file of a project without a name.
func (s *Session) createUnnamed() (*store.Project, error) {
	if s.p.Dir == "" {
		return nil, ErrNoFolder
	}
	base := "unnamed-" + s.p.Now().UTC().Format("20060102-150405")
	for n := 1; ; n++ {
		name := base + ending
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", base, n, ending)
		}
		file, err := store.Create(filepath.Join(s.p.Dir, name))
		if errors.Is(err, store.ErrExists) {
			continue
		}
		if err != nil {
			// The file's name would say nothing to a person.
			return nil, plain{ErrNoFolder, err}
		}
		return file, nil
	}
}
