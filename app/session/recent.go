package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"byline/graphmodel/store"
)

const (
	recentName    = "recent.json" // the list of recent projects, in Dir
	recentLength  = 30
	unnamedPrefix = "unnamed-"
)

// listed is a project in the list's file.
type listed struct {
	Path     string    `json:"path"`
	Title    string    `json:"title"`
	Opened   time.Time `json:"opened"`
	Articles int       `json:"articles"`
}

// Recent lists the projects that were open before, newest first, those that
// never got a name among them. The open one is not among them, nor are those
// that are not there at present: a drive may come back.
func (s *Session) Recent() []RecentProject {
	s.mu.Lock()
	open := s.path
	s.mu.Unlock()
	var all []RecentProject
	seen := map[string]bool{open: true}
	add := func(e listed) {
		info, err := os.Stat(e.Path)
		if seen[e.Path] || err != nil || !info.Mode().IsRegular() {
			return
		}
		seen[e.Path] = true
		if e.Opened.IsZero() {
			e.Opened = info.ModTime()
		}
		all = append(all, RecentProject{e.Path, e.Title, e.Opened, s.isUnnamed(e.Path), e.Articles})
	}
	for _, e := range s.readList() {
		add(e)
	}
	// A crash may have come before the list was written.
	files, err := filepath.Glob(filepath.Join(s.p.Dir, unnamedPrefix+"*"+ending))
	if err == nil && s.p.Dir != "" {
		for _, path := range files {
			if real, err := filepath.EvalSymlinks(path); err == nil {
				add(listed{Path: real, Title: untitled})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b RecentProject) int { return b.Opened.Compare(a.Opened) })
	return all
}

// Forget takes a project off the recent list; one that was only autosaved is
// deleted.
func (s *Session) Forget(path string) error {
	s.fileMu.Lock()
	defer s.fileMu.Unlock()
	if s.file != nil && sameFile(path, s.file.Path()) {
		return fmt.Errorf("%s: %w", filepath.Base(path), ErrInUse)
	}
	if !s.isUnnamed(path) {
		list := s.readList()
		left := without(list, path)
		if len(left) == len(list) {
			return fmt.Errorf("%s: %w", filepath.Base(path), ErrNotListed)
		}
		return s.writeList(left)
	}
	// One that is damaged opens with an error; it may be deleted.
	if file, err := store.Open(path); err == nil {
		held := file.ReadOnly()
		if err := file.Close(); err != nil {
			return err
		}
		if held != "" {
			return fmt.Errorf("%s: %w", filepath.Base(path), ErrInUse)
		}
	}
	return s.discard(path)
}

// discard deletes a project without a name.
func (s *Session) discard(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s could not be deleted: %w", filepath.Base(path), err)
	}
	if err := s.p.Backups.Forget(path); err != nil {
		return err
	}
	return s.writeList(without(s.readList(), path))
}

// isUnnamed reports whether the file was made by autosaving a project that has
// no name.
func (s *Session) isUnnamed(path string) bool {
	return s.p.Dir != "" && strings.HasPrefix(filepath.Base(path), unnamedPrefix) && sameFile(filepath.Dir(path), s.p.Dir)
}

// noteRecent puts the project at the top of the list. The list is a
// convenience: what goes wrong with it is nothing that a person must know. The
// caller holds fileMu.
func (s *Session) noteRecent() {
	if s.file == nil || s.p.Dir == "" {
		return
	}
	s.mu.Lock()
	now := RecentProject{Path: s.path, Title: s.title(), Autosaved: !s.named, Articles: len(s.doc.items), Opened: s.noted.Opened}
	s.mu.Unlock()
	if now == s.noted {
		return
	}
	now.Opened = s.p.Now().UTC()
	list := append([]listed{{now.Path, now.Title, now.Opened, now.Articles}}, without(s.readList(), now.Path)...)
	if s.writeList(list[:min(len(list), recentLength)]) == nil {
		s.noted = now
	}
}

func without(list []listed, path string) []listed {
	return slices.DeleteFunc(slices.Clone(list), func(e listed) bool { return e.Path == path })
}

// readList reads the list; one that cannot be read is an empty one.
func (s *Session) readList() []listed {
	data, err := os.ReadFile(filepath.Join(s.p.Dir, recentName))
	var list []listed
	if err != nil || json.Unmarshal(data, &list) != nil {
		return nil
	}
	return list
}

// writeList writes the list whole or not at all.
func (s *Session) writeList(list []listed) (err error) {
	if list == nil {
		list = []listed{}
	}
	data, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(s.p.Dir, ".recent-*")
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), filepath.Join(s.p.Dir, recentName))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
