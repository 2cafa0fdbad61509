package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/graphmodel/article"
)

// TestFullDisk has SQLite run out of pages in the middle of a change: nothing
// of the change may be in the file, and the next one that fits is saved.
func TestFullDisk(t *testing.T) {
	path := newProject(t, story())
	p, err := Open(path)
	must(t, err)
	ctx := context.Background()
	var pages int
	must(t, p.conn.QueryRowContext(ctx, `PRAGMA page_count`).Scan(&pages))
	for room := range 4 {
		if _, err := p.conn.ExecContext(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages+room)); err != nil {
			t.Fatal(err)
		}
		text := strings.Repeat("A long report about the harbour. ", 2000)
		err := p.Save(Change{
			SetSettings: map[string]string{"theme": "light"},
			AddItems:    []Item{{9, article.Article{ID: article.ID(text), Text: text}}},
			SetNotes:    map[string]string{"thing/03": "never saved"},
		})
		if !errors.Is(err, ErrFull) || !strings.HasPrefix(err.Error(), "Harbour.byline: the disk is full.") {
			t.Fatalf("with room for %d pages: %v", room, err)
		}
	}
	must(t, p.Save(Change{SetSettings: map[string]string{"theme": "dim"}}))
	must(t, p.Close())
	want := story()
	want.Settings["theme"] = "dim"
	equal(t, want, mustOpen(t, path).Content())
}

// TestFullDiskOfTheSystem has the system itself say that there is no room.
func TestFullDiskOfTheSystem(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no disk that is always full")
	}
	_, err = full.WriteString("more")
	if err := systemFault(err); !errors.Is(err, ErrFull) || errors.Is(err, ErrDisk) {
		t.Errorf("a full disk: %v", err)
	}
	must(t, full.Close())
	if _, err := full.WriteString("more"); !errors.Is(systemFault(err), ErrDisk) {
		t.Errorf("a file that takes nothing: %v", err)
	}
}

// TestLockedByAnotherProgram has another program in a transaction of its own.
func TestLockedByAnotherProgram(t *testing.T) {
	path := newProject(t, story())
	p, err := Open(path)
	must(t, err)
	if _, err := p.conn.ExecContext(context.Background(), `PRAGMA busy_timeout = 10`); err != nil {
		t.Fatal(err)
	}
	other, err := sql.Open("sqlite", path)
	must(t, err)
	other.SetMaxOpenConns(1)
	run := func(query string) {
		t.Helper()
		_, err := other.ExecContext(context.Background(), query)
		must(t, err)
	}
	change := Change{SetSettings: map[string]string{"theme": "light"}}
	run(`BEGIN EXCLUSIVE`)
	if err := p.Save(change); !errors.Is(err, ErrBusy) {
		t.Errorf("saving under another program's lock: %v", err)
	}
	run(`ROLLBACK`)
	must(t, p.Save(change))
	run(`UPDATE note SET value = 'mine' WHERE name = 'thing/01'`)
	if err := p.Save(change); !errors.Is(err, ErrChanged) {
		t.Errorf("saving over another program's change: %v", err)
	}
	must(t, other.Close())
	must(t, p.Close())
}

func TestFileGoneOrReplaced(t *testing.T) {
	path := newProject(t, story())
	p, err := Open(path)
	must(t, err)
	aside := path + ".aside"
	must(t, os.Rename(path, aside))
	change := Change{SetSettings: map[string]string{"theme": "light"}}
	if err := p.Save(change); !errors.Is(err, ErrGone) {
		t.Errorf("saving a file that was moved: %v", err)
	}
	must(t, os.WriteFile(path, []byte("somebody else's"), 0o600))
	if err := p.Save(change); !errors.Is(err, ErrGone) {
		t.Errorf("saving a file that was replaced: %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "somebody else's" {
		t.Errorf("the file in its place was written: %q, %v", data, err)
	}
	must(t, os.Rename(aside, path))
	must(t, p.Save(change))
	must(t, p.Close())
}

// cutShort is a project as it lies there after its program was killed in the
// middle of a save in this journal mode, and the content it must come back
// with: that before the save, or with WAL that after it.
func cutShort(t *testing.T, mode string) (path string, want Content) {
	t.Helper()
	from := newProject(t, story())
	db, err := sql.Open("sqlite", from)
	must(t, err)
	db.SetMaxOpenConns(1)
	// A cache of one page makes SQLite write before the commit.
	for _, q := range []string{`PRAGMA journal_mode = ` + mode, `PRAGMA cache_size = 1`, `PRAGMA wal_autocheckpoint = 0`, `BEGIN IMMEDIATE`,
		`DELETE FROM place`, `UPDATE decision SET reason = reason || 'x'`} {
		if _, err := db.ExecContext(context.Background(), q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	path = filepath.Join(t.TempDir(), "Cut.byline")
	for _, suffix := range []string{"", "-journal", "-wal"} {
		data, err := os.ReadFile(from + suffix)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		must(t, err)
		must(t, os.WriteFile(path+suffix, data, 0o600))
	}
	if _, err := db.ExecContext(context.Background(), `ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	must(t, db.Close())
	if len(leftovers(path)) != 1 {
		t.Fatalf("the save left %v", leftovers(path))
	}
	return path, story()
}

func TestLeftoversOfASave(t *testing.T) {
	for _, mode := range []string{"DELETE", "WAL"} {
		path, want := cutShort(t, mode)
		p, err := Open(path)
		if err != nil {
			t.Errorf("%s: %v", mode, err)
			continue
		}
		equal(t, want, p.Content())
		if n := p.Notices(); len(n) != 1 || !strings.Contains(n[0], "cut short") || p.ReadOnly() != "" {
			t.Errorf("%s: it opens with %q, %q", mode, n, p.ReadOnly())
		}
		must(t, p.Save(Change{SetSettings: map[string]string{"theme": "light"}}))
		must(t, p.Close())
		atRest(t, path)
	}
}

// TestLeftoverThatCannotBeTouched is a save cut short in a folder that may not
// be written: nothing there is changed.
func TestLeftoverThatCannotBeTouched(t *testing.T) {
	path, _ := cutShort(t, "DELETE")
	dir := filepath.Dir(path)
	before, err := os.ReadFile(path)
	must(t, err)
	must(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { must(t, os.Chmod(dir, 0o700)) })
	if _, err := Open(path); !errors.Is(err, ErrNeedsRecovery) {
		t.Errorf("opening it: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) || len(leftovers(path)) != 1 {
		t.Errorf("it was written: %v", err)
	}
}

// TestTornWithoutItsJournal is a project copied without its journal in the
// middle of a save: it must be seen, not shown.
func TestTornWithoutItsJournal(t *testing.T) {
	path, want := cutShort(t, "DELETE")
	must(t, os.Remove(path+"-journal"))
	p, err := Open(path)
	if err != nil {
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("opening it: %v", err)
		}
		return
	}
	defer func() { must(t, p.Close()) }()
	if p.ReadOnly() == "" && diff(want, p.Content()) != "" {
		t.Errorf("half a save is shown as if it were whole:\n%s", diff(want, p.Content()))
	}
}

// TestJournalOfAnotherProject lays another project's journal beside a sound
// one: it must not be played into it.
func TestJournalOfAnotherProject(t *testing.T) {
	cut, _ := cutShort(t, "DELETE")
	c := story()
	c.Items = c.Items[:1]
	path := newProject(t, c)
	must(t, os.Rename(cut+"-journal", path+"-journal"))
	before, err := os.ReadFile(path)
	must(t, err)
	p, err := Open(path)
	if err == nil {
		content, why := p.Content(), p.ReadOnly()
		must(t, p.Close())
		if d := diff(c, content); d != "" && why == "" {
			t.Errorf("another project's journal changed this one:\n%s", d)
		}
		return
	}
	if after, readErr := os.ReadFile(path); readErr != nil || string(after) != string(before) {
		t.Errorf("the refused file was written (%v): %v", err, readErr)
	}
}
