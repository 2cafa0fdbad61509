//go:build !race

package session

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel/crashtest"
	"byline/graphmodel/store"
	"byline/graphmodel/store/backup"
)

// TestCrashEveryCall has a disk fail during an edit, each of its calls in
// turn. Once it is sound again the next edit, or taking back the one that
// failed, is saved, and what is on show is what is in the file.
func TestCrashEveryCall(t *testing.T) {
	from := t.TempDir()
	if err := prepareEditing(from); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(filepath.Join(from, projectName))
	if err != nil {
		t.Fatal(err)
	}
	disk := crashtest.NewDisk()
	t.Cleanup(disk.Close)
	t.Log("fault                            calls  tried  failed")
	for _, f := range crashtest.Faults() {
		tried, failed, calls := 0, 0, 0
		for ; ; f.At++ {
			path := filepath.Join(t.TempDir(), projectName)
			if err := os.WriteFile(path, sound, 0o600); err != nil {
				t.Fatal(err)
			}
			unsaved := false
			calls, unsaved = editOnBadDisk(t, disk, f, path)
			tried++
			if unsaved {
				failed++
			}
			if t.Failed() {
				t.Fatalf("%s in call %d", f.Name, f.At)
			}
			if calls < f.At {
				break // no call is left to fail
			}
		}
		t.Logf("%-30s %6d %6d %6d", f.Name, calls, tried, failed)
		if failed == 0 {
			t.Errorf("%s: no edit failed", f.Name)
		}
	}
}

// editOnBadDisk returns how many calls the disk got, and whether the session
// told that the edit was not saved.
func editOnBadDisk(t *testing.T, disk *crashtest.Disk, f crashtest.Fault, path string) (calls int, unsaved bool) {
	t.Helper()
	p := plainParams(filepath.Dir(path))
	p.Backups = backup.Shelf{}
	s := New(p)
	if err := s.Open(path); err != nil {
		t.Fatal(err)
	}
	s.Wait()
	var id string
	for id = range s.Snapshot().Pinned {
	}
	calls = disk.During(f, func() {
		s.Rename(id, "Ada Berg")
		s.Wait()
	})
	unsaved = s.Snapshot().Unsaved
	if f.At%2 == 0 {
		s.Undo()
	} else {
		s.Rename(id, "Ada Holm")
	}
	s.Wait()
	want := s.Snapshot()
	if want.Unsaved {
		t.Errorf("still not saved: %s", s.trouble)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	file, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	have := file.Content()
	if d := cmp.Diff(want.Decisions, have.Decisions); d != "" || file.ReadOnly() != "" || len(have.Items) != len(want.Articles) {
		t.Errorf("in the file (read-only %q) is not what was on show:\n%s", file.ReadOnly(), d)
	}
	if err := file.Close(); err != nil {
		t.Error(err)
	}
	return calls, unsaved
}
