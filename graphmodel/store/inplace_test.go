package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestWrittenOver has a program that keeps folders alike write over the open
// project what another computer made of it: as many saves as here, so that
// SQLite's own count of changes is the same.
func TestWrittenOver(t *testing.T) {
	path := newProject(t, story())
	elsewhere := filepath.Join(t.TempDir(), "Harbour.byline")
	must(t, os.WriteFile(elsewhere, read(t, path), 0o600))
	p, q := mustOpen(t, path), mustOpen(t, elsewhere)
	must(t, p.Save(Change{SetNotes: map[string]string{"thing/01": "made here"}}))
	must(t, q.Save(Change{SetNotes: map[string]string{"thing/01": "made there"}}))
	theirs := read(t, elsewhere)
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	must(t, err)
	_, err = f.Write(theirs)
	must(t, errors.Join(err, f.Truncate(int64(len(theirs))), f.Close()))
	if err := p.Save(Change{SetNotes: map[string]string{"thing/02": "after"}}); !errors.Is(err, ErrChanged) {
		t.Errorf("saving over it: %v", err)
	}
	if !bytes.Equal(read(t, path), theirs) {
		t.Error("what another computer made was written over")
	}
}

// TestTouched changes nothing but the file's date.
func TestTouched(t *testing.T) {
	path := newProject(t, story())
	p := mustOpen(t, path)
	for n := range 3 {
		then := time.Date(2020, 1, n+1, 0, 0, 0, 0, time.UTC)
		must(t, os.Chtimes(path, then, then))
		must(t, p.Save(Change{SetNotes: map[string]string{"thing/01": then.String()}}))
		must(t, p.Save(Change{SetNotes: map[string]string{"thing/02": then.String()}}))
	}
}

// TestDriveThatComesBack takes the whole folder away, as a drive that is pulled
// out, and brings it back.
func TestDriveThatComesBack(t *testing.T) {
	drive := filepath.Join(t.TempDir(), "drive")
	must(t, os.Mkdir(drive, 0o700))
	path := filepath.Join(drive, "Harbour.byline")
	must(t, Write(path, story()))
	p := mustOpen(t, path)
	must(t, os.Rename(drive, drive+" away"))
	change := Change{SetNotes: map[string]string{"thing/01": "after"}}
	if err := p.Save(change); !errors.Is(err, ErrGone) {
		t.Errorf("saving to a drive that is gone: %v", err)
	}
	must(t, os.Rename(drive+" away", drive))
	must(t, p.Save(change))
}

// TestDriveGoneInASave pulls the drive out in the middle of a save.
func TestDriveGoneInASave(t *testing.T) {
	drive := filepath.Join(t.TempDir(), "drive")
	must(t, os.Mkdir(drive, 0o700))
	path := filepath.Join(drive, "Harbour.byline")
	must(t, Write(path, story()))
	p := mustOpen(t, path)
	err := p.transact(func(w writer) error {
		must(t, os.Rename(drive, drive+" away"))
		return w.change(Change{SetNotes: map[string]string{"thing/01": "never saved"}})
	})
	if !errors.Is(err, ErrGone) {
		t.Errorf("a save without its drive: %v", err)
	}
	must(t, os.Rename(drive+" away", drive))
	must(t, p.Save(Change{SetNotes: map[string]string{"thing/02": "after"}}))
	must(t, p.Close())
	want := story()
	want.Notes["thing/02"] = "after"
	equal(t, want, mustOpen(t, path).Content())
}

// TestWriteAgain deletes the project and its lock, and writes it where it was.
func TestWriteAgain(t *testing.T) {
	path := newProject(t, story())
	p := mustOpen(t, path)
	if err := p.WriteAgain(story()); !errors.Is(err, ErrExists) {
		t.Errorf("writing again what is there: %v", err)
	}
	must(t, os.Rename(path, path+" moved"))
	must(t, os.Remove(lockPath(path)))
	must(t, p.WriteAgain(story()))
	must(t, p.Save(Change{SetNotes: map[string]string{"thing/01": "after"}}))
	if _, err := Open(path); !errors.Is(err, ErrOpenHere) {
		t.Errorf("it has no lock: %v", err)
	}
	must(t, p.Close())
	want := story()
	want.Notes["thing/01"] = "after"
	equal(t, want, mustOpen(t, path).Content())
	equal(t, story(), mustOpen(t, path+" moved").Content())
}
