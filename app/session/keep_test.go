package session

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/graphmodel/store"
	"byline/graphmodel/store/backup"
	"byline/graphmodel/store/storetest"
)

// keeping has a session keep backups in the folder.
func keeping(dir string) func(*Params) {
	return func(p *Params) { p.Backups = backup.Shelf{Dir: dir, Now: p.Now} }
}

func TestBackupAsThingsHappen(t *testing.T) {
	shelf := t.TempDir()
	d := edited(t, keeping(shelf))
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	if _, ok := d.Backup(path); ok {
		t.Error("there is a backup of nothing")
	}
	d.must(d.SaveAs(path))
	d.Wait()
	first := d.p.Backups.Copies(path)
	if len(first) != 1 {
		t.Fatalf("after Save As there are %d backups", len(first))
	}
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	d.mu.Lock()
	d.now = d.now.Add(backup.Every)
	d.mu.Unlock()
	if d.keeper == nil {
		t.Fatal("a change has no backup to come")
	}
	want := d.Snapshot()
	d.must(d.Close()) // the backup that was to come is made at the next opening
	r := newDesk(t, keeping(shelf), func(p *Params) { p.Backups.Now = d.clock })
	r.must(r.Open(path))
	r.Wait()
	if all := r.p.Backups.Copies(path); len(all) != 2 {
		t.Errorf("after the next opening there are %d backups", len(all))
	}
	r.must(r.Close())

	whole, err := os.ReadFile(path)
	d.must(err)
	flawed := bytes.Replace(whole, []byte("approved a harbour fee"), []byte("approved a hArbour fee"), 1)
	d.must(os.WriteFile(path, flawed, 0o600))
	r = newDesk(t, keeping(shelf))
	if err := r.Open(path); err != nil || !r.Damaged() || len(r.p.Backups.Copies(path)) != 2 {
		t.Errorf("one changed letter: %v, damaged %v, and a backup was made of it", err, r.Damaged())
	}
	r.must(r.Close())
	d.must(os.WriteFile(path, []byte("no project any more"), 0o600))
	r = newDesk(t, keeping(shelf))
	if err := r.Open(path); !errors.Is(err, store.ErrForeign) || !store.Lost(err) {
		t.Errorf("what is no project opens with %v", err)
	}
	to, err := r.RestoreBackup(path)
	r.must(err)
	if name := filepath.Base(to); filepath.Dir(to) != filepath.Dir(path) || !strings.HasPrefix(name, "Harbour (backup of 2026-03-01 ") {
		t.Errorf("restored as %s", to)
	}
	r.must(r.Open(to))
	r.Wait()
	want.Title = r.Snapshot().Title // it says that it is a backup
	same(t, "restored", want, r.Snapshot())
	if problems := append(d.problems(), r.problems()...); len(problems) > 0 {
		t.Errorf("told %q", problems)
	}
}

// TestRestoreWhereNothingCanBeWritten is a project on a drive for reading only.
func TestRestoreWhereNothingCanBeWritten(t *testing.T) {
	shelf, folder := t.TempDir(), t.TempDir()
	d := edited(t, keeping(shelf))
	path := filepath.Join(folder, "Harbour.byline")
	d.must(d.SaveAs(path))
	d.Wait()
	d.must(d.NewProject())
	d.must(os.Chmod(folder, 0o500))
	t.Cleanup(func() { d.must(os.Chmod(folder, 0o700)) })
	if os.Getuid() == 0 { // whom no mode keeps out: the folder is gone altogether
		d.must(os.Chmod(folder, 0o700))
		d.must(os.RemoveAll(folder))
		d.must(os.WriteFile(folder, nil, 0o600))
	}
	to, err := d.RestoreBackup(path)
	d.must(err)
	if filepath.Dir(to) != d.p.Dir {
		t.Errorf("restored as %s", to)
	}
	if _, err := d.RestoreBackup(to); !errors.Is(err, backup.ErrNone) {
		t.Errorf("restoring what has no backup: %v", err)
	}
}

// TestBackupThatCannotBeMade is told, and the project is saved all the same.
func TestBackupThatCannotBeMade(t *testing.T) {
	shelf := filepath.Join(t.TempDir(), "file")
	write(t, filepath.Dir(shelf), map[string]string{"file": "in the way"})
	d := edited(t, keeping(shelf))
	d.must(d.SaveAs(filepath.Join(t.TempDir(), "Harbour.byline")))
	d.Wait()
	if p := d.problems(); len(p) != 1 || !strings.HasPrefix(p[0], "Harbour.byline: the project is saved, but no backup") || d.Snapshot().Unsaved {
		t.Errorf("told %q, unsaved %v", p, d.Snapshot().Unsaved)
	}
}

// TestForgottenProjectsHaveNoBackup deletes a project without a name.
func TestForgottenProjectsHaveNoBackup(t *testing.T) {
	shelf := t.TempDir()
	d := edited(t, keeping(shelf))
	path := d.Snapshot().Path
	d.must(d.NewProject())
	d.must(d.Open(path))
	d.Wait()
	if _, ok := d.Backup(path); !ok {
		t.Fatal("a project without a name has no backup")
	}
	d.must(d.NewProject())
	d.must(d.Forget(path))
	if _, ok := d.Backup(path); ok {
		t.Error("the backup of a deleted project is still there")
	}
}

// TestProjectOfAnEarlierByline is opened where backups can be kept, and where
// none can.
func TestProjectOfAnEarlierByline(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Early.byline")
	storetest.WriteVersion1(t, path)
	none := newDesk(t)
	none.must(none.Open(path))
	if s := none.Snapshot(); !s.ReadOnly || !strings.Contains(s.Why, "earlier Byline") || len(s.Articles) != 1 {
		t.Errorf("without backups: read-only %v, %q", s.ReadOnly, s.Why)
	}
	none.must(none.Close())

	blocked := filepath.Join(t.TempDir(), "file")
	write(t, filepath.Dir(blocked), map[string]string{"file": "in the way"})
	full := newDesk(t, keeping(blocked))
	full.must(full.Open(path))
	full.Wait()
	if p := full.problems(); !full.Snapshot().ReadOnly || len(p) != 1 || !strings.Contains(p[0], "backups cannot be made") {
		t.Errorf("where backups cannot be kept: read-only %v, told %q", full.Snapshot().ReadOnly, p)
	}
	full.must(full.Close())

	d := newDesk(t, keeping(t.TempDir()))
	d.must(d.Open(path))
	d.Wait()
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	s := d.Snapshot()
	if s.ReadOnly || s.Unsaved || len(s.Decisions) != 1 || len(d.problems()) > 0 {
		t.Errorf("read-only %q, unsaved %v, told %q", s.Why, s.Unsaved, d.problems())
	}
	all := d.p.Backups.Copies(path)
	if len(all) != 2 {
		t.Fatalf("there are %d backups, not one of before and one of after", len(all))
	}
	before, err := store.Open(all[1].Path)
	d.must(err)
	if !before.Outdated() {
		t.Error("the first backup is not of before")
	}
	d.must(before.Close())
	d.must(d.Close())
	same(t, "opened again", s, reopened(t, path).Snapshot())
}
