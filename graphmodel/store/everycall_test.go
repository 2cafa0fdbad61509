//go:build !race

package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"byline/graphmodel/crashtest"
)

// Each call that SQLite makes to the disk fails once, alone or with all that
// follow: what is in the file is the old content or the new.

// trial is one work on a bad disk: act is run with the fault, check looks at
// what came of it on a disk that is sound again.
type trial struct {
	name  string
	begin func(t *testing.T, dir string) (act func() error, check func(t *testing.T, err error))
}

// TestCrashEveryCall leaves calls out if nobody asked for more than the usual
// kills.
func TestCrashEveryCall(t *testing.T) {
	disk := crashtest.NewDisk()
	t.Cleanup(disk.Close)
	stride := crashtest.Stride()
	t.Log("work, fault                                        calls  tried  work failed")
	for _, tr := range []trial{saving(t, "saving", 2000), saving(t, "saving, no memory", 1), upgrading(t), copying(t), recovering(t), writing()} {
		for n, f := range crashtest.Faults() {
			t.Run(tr.name+", "+f.Name, func(t *testing.T) {
				tried, failed, calls := 0, 0, 0
				for f.At = 1 + n%stride; ; f.At += stride {
					act, check := tr.begin(t, t.TempDir())
					var err error
					calls = disk.During(f, func() { err = act() })
					tried++
					if err != nil {
						failed++
						checkSentence(t, f, err)
					}
					check(t, err)
					if t.Failed() {
						t.Fatalf("the fault was in call %d: %v", f.At, err)
					}
					if calls < f.At {
						break
					}
				}
				t.Logf("%-50s %5d %6d %6d", tr.name+", "+f.Name, calls, tried, failed)
				if failed == 0 {
					t.Error("no fault was noticed")
				}
			})
		}
	}
}

// checkSentence looks whether a person is told what is wrong with the disk.
func checkSentence(t *testing.T, f crashtest.Fault, err error) {
	t.Helper()
	want := ErrDisk
	if f.Full {
		want = ErrFull
	}
	if !errors.Is(err, want) {
		var damage sentence
		errors.As(err, &damage)
		t.Errorf("the error says: %v; its cause is %v", err, damage.cause)
	}
}

// saving saves a change; what failed is saved again, as the session does, and
// then something else. SQLite remembers so many pages.
func saving(t *testing.T, name string, pages int) trial {
	sound := read(t, newProject(t, story()))
	return trial{name, func(t *testing.T, dir string) (func() error, func(*testing.T, error)) {
		path := filepath.Join(dir, "Harbour.byline")
		must(t, os.WriteFile(path, sound, 0o600))
		p, err := Open(path)
		must(t, err)
		must(t, writer{p.conn}.exec(fmt.Sprintf(`PRAGMA cache_size = %d`, pages)))
		change := Change{AddItems: []Item{ingested(7), ingested(8)}, RemoveItems: []string{story().Items[0].ID},
			SetSettings: map[string]string{"theme": "light"}, RemoveDecisions: []int{2}}
		want := story()
		apply(&want, change)
		return func() error { return p.Save(change) }, func(t *testing.T, err error) {
			if err != nil {
				done, err := p.Settle()
				must(t, err)
				if !done {
					must(t, p.Save(change))
				}
			}
			must(t, os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour))) // somebody touches it
			must(t, p.Save(Change{SetViews: map[string]string{"start": "x=2"}}))
			must(t, p.Close())
			want.Views["start"] = "x=2"
			holds(t, path, want)
		}
	}}
}

// holds opens the project and checks that it is sound and has the content.
func holds(t *testing.T, path string, want Content) {
	t.Helper()
	p, err := Open(path)
	must(t, err)
	equal(t, want, p.Content())
	if p.ReadOnly() != "" {
		t.Error(p.ReadOnly(), p.Problems())
	}
	must(t, p.Close())
	atRest(t, path)
}

// upgrading brings a project up to date, and does so again if that failed.
func upgrading(t *testing.T) trial {
	sound := read(t, early(t, 1, true))
	return trial{"upgrading", func(t *testing.T, dir string) (func() error, func(*testing.T, error)) {
		path, kept := filepath.Join(dir, "Harbour.byline"), filepath.Join(t.TempDir(), "Kept.byline")
		must(t, os.WriteFile(path, sound, 0o600))
		p, err := Open(path)
		must(t, err)
		return func() error { return p.Upgrade(kept) }, func(t *testing.T, err error) {
			if err != nil && !p.Outdated() {
				t.Error("an upgrade that failed is taken for done")
			}
			must(t, p.Upgrade(kept))
			must(t, p.Save(Change{SetSettings: map[string]string{"theme": "light"}}))
			must(t, p.Close())
			want := story()
			want.Settings["theme"] = "light"
			holds(t, path, want)
			if old, err := checkStory(kept); err != nil || !old {
				t.Errorf("the copy kept: old %v, %v", old, err)
			}
			atRest(t, kept)
		}
	}}
}

// copying copies a project over an older one.
func copying(t *testing.T) trial {
	sound := read(t, newProject(t, story()))
	older := after(saveStep, 3)
	olderBytes := read(t, newProject(t, older))
	return trial{"copying", func(t *testing.T, dir string) (func() error, func(*testing.T, error)) {
		path, to := filepath.Join(dir, "Harbour.byline"), filepath.Join(t.TempDir(), "Copy.byline")
		must(t, os.WriteFile(path, sound, 0o600))
		must(t, os.WriteFile(to, olderBytes, 0o600))
		p, err := Open(path)
		must(t, err)
		return func() error { return p.CopyTo(t.Context(), to) }, func(t *testing.T, err error) {
			want := older
			if err == nil {
				want = story()
			}
			holds(t, to, want)
			must(t, p.Save(Change{SetSettings: map[string]string{"theme": "light"}}))
			must(t, p.Close())
			want = story()
			want.Settings["theme"] = "light"
			holds(t, path, want)
		}
	}}
}

// recovering opens a project whose last save was cut short.
func recovering(t *testing.T) trial {
	cut, want := cutShort(t, "DELETE")
	sound, journal := read(t, cut), read(t, cut+"-journal")
	return trial{"recovering", func(t *testing.T, dir string) (func() error, func(*testing.T, error)) {
		path := filepath.Join(dir, "Harbour.byline")
		must(t, os.WriteFile(path, sound, 0o600))
		must(t, os.WriteFile(path+"-journal", journal, 0o600))
		act := func() error {
			p, err := Open(path)
			if err != nil {
				return err
			}
			return p.Close()
		}
		return act, func(t *testing.T, err error) { holds(t, path, want) }
	}}
}

// writing writes a new project, as Save As does.
func writing() trial {
	return trial{"writing", func(t *testing.T, dir string) (func() error, func(*testing.T, error)) {
		path := filepath.Join(dir, "Harbour.byline")
		content := after(saveStep, 1)
		content.Items = story().Items[:1]
		return func() error { return Write(path, content) }, func(t *testing.T, err error) {
			if err != nil {
				if _, err := Open(path); !errors.Is(err, ErrMissing) {
					t.Errorf("half a project is there: %v", err)
				}
				must(t, Write(path, content))
			}
			holds(t, path, content)
		}
	}}
}
