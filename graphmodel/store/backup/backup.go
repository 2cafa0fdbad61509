// Package backup keeps copies of projects in a folder of their own, away from
// the projects: whatever happens to a project and its folder, an earlier state
// of it is left.
//
// It owns when a copy is made, that it was checked from its first page to its
// last seal before it counts, which copies stay and how much room they take. It
// refuses to write into a project, but for bringing one of an earlier version
// up to date once a copy of it is there.
package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"byline/graphmodel/store"
)

// Every is how long after a change a copy is made, and after a copy the next
// one, where changes come one by one.
const Every = 10 * time.Minute

// Budget is how many bytes the copies of all projects may take. The newest of
// the project that was copied last stays even if it needs more.
const Budget = 2 << 30

// Shelf is the folder that the copies are in. One without a Dir keeps nothing.
type Shelf struct {
	Dir string
	Now func() time.Time
	// Room is used in place of Budget if it is not 0.
	Room int64
}

// What can go wrong.
var (
	// ErrNone: there is no copy of the project that is whole.
	ErrNone = errors.New("there is no backup of this project")
	// ErrKept: a copy could not be made.
	ErrKept = errors.New("the project is saved, but no backup of it could be made")
)

// Folder is where a person's copies are.
func Folder() (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("the folder for backups is not known: %w", err)
	}
	return filepath.Join(base, "byline", "backups"), nil
}

// Open is store.Open, but brings a project of an earlier version up to date
// after a copy was made. If that cannot be done the project is open for reading
// only, and problem says why.
func (s Shelf) Open(path string) (p *store.Project, problem, err error) {
	p, err = store.Open(path)
	if err != nil || !p.Outdated() || s.Dir == "" {
		return p, nil, err
	}
	to, err := s.next(p)
	if err == nil {
		err = p.Upgrade(to)
	}
	return p, err, nil
}

// Due reports whether the newest copy of the project at path is not of a moment
// ago.
func (s Shelf) Due(path string) bool {
	all := s.Copies(path)
	if len(all) == 0 {
		return true
	}
	age := s.Now().Sub(all[0].Time)
	return age < 0 || age >= Every // a clock may go back
}

// Keep makes a copy of the project, if it has changed since the last one, and
// then takes away copies that are one too many. It takes its time, and the project can be changed meanwhile. It ends
// early when ctx is done.
func (s Shelf) Keep(ctx context.Context, p *store.Project) error {
	if s.Dir == "" || p.ReadOnly() != "" {
		return nil
	}
	state, err := p.State()
	if err != nil {
		return err
	}
	if all := s.Copies(p.Path()); len(all) > 0 && all[0].holds(state) {
		return nil
	}
	to, err := s.next(p)
	if err == nil {
		err = p.CopyTo(ctx, to)
	}
	if err != nil {
		return fmt.Errorf("%s: %w: %w", filepath.Base(p.Path()), ErrKept, err)
	}
	return errors.Join(sweep(filepath.Dir(to)), s.thin(to))
}

// sweep takes away what a program that was killed left half copied: only the
// one that has the project open for writing copies into its folder.
func sweep(folder string) error {
	drafts, err := filepath.Glob(filepath.Join(folder, store.Draft+"*"))
	for _, d := range drafts {
		err = errors.Join(err, os.RemoveAll(d))
	}
	return err
}

// next is where the next copy of the project goes; its folder is made.
func (s Shelf) next(p *store.Project) (string, error) {
	state, err := p.State()
	if err != nil {
		return "", err
	}
	folder := s.folder(p.Path())
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("the folder for backups cannot be made: %w", err)
	}
	number := 1
	if all := s.Copies(p.Path()); len(all) > 0 {
		number = all[0].number + 1
	}
	return filepath.Join(folder, name(number, s.Now(), state)), nil
}

// Restore copies the newest backup of the project at path that is whole to the
// path to, where nothing may lie yet, and returns which one it is.
func (s Shelf) Restore(ctx context.Context, path, to string) (Copy, error) {
	if _, err := os.Lstat(to); err == nil {
		return Copy{}, fmt.Errorf("%s: %w", filepath.Base(to), store.ErrExists)
	}
	for _, c := range s.Copies(path) {
		p, err := store.Open(c.Path)
		if err != nil {
			continue // an older one may be whole
		}
		err = p.CopyTo(ctx, to)
		if closeErr := p.Close(); err == nil {
			return c, closeErr
		}
		if !errors.Is(err, store.ErrDamaged) {
			return Copy{}, err
		}
	}
	return Copy{}, fmt.Errorf("%s: %w", filepath.Base(path), ErrNone)
}

// Forget deletes every copy of the project at path.
func (s Shelf) Forget(path string) error {
	if s.Dir == "" {
		return nil
	}
	if err := os.RemoveAll(s.folder(path)); err != nil {
		return fmt.Errorf("the backups of %s could not be deleted: %w", filepath.Base(path), err)
	}
	return nil
}
