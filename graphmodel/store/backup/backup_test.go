package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"byline/graphmodel/article"
	"byline/graphmodel/store"
)

// desk is a project and a shelf whose clock the test turns.
type desk struct {
	t *testing.T
	Shelf
	now  time.Time
	path string
	p    *store.Project
	edit int
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), path: filepath.Join(t.TempDir(), "Harbour.byline")}
	d.Shelf = Shelf{Dir: filepath.Join(t.TempDir(), "backups"), Now: func() time.Time { return d.now }}
	text := strings.Repeat("The council of Port Elva voted on the harbour fee. ", 200)
	d.must(store.Write(d.path, store.Content{Items: []store.Item{{Number: 1, Article: article.Article{ID: article.ID(text), Text: text}}}}))
	d.open()
	t.Cleanup(func() { d.must(d.p.Close()) })
	return d
}

func (d *desk) open() {
	d.t.Helper()
	p, problem, err := d.Open(d.path)
	d.must(errors.Join(problem, err))
	d.p = p
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// change edits the project and lets time pass.
func (d *desk) change(later time.Duration) {
	d.t.Helper()
	d.edit++
	d.now = d.now.Add(later)
	d.must(d.p.Save(store.Change{SetSettings: map[string]string{"edit": fmt.Sprint(d.edit)}}))
}

func (d *desk) keep() { d.t.Helper(); d.must(d.Keep(d.t.Context(), d.p)) }

// edits are what the copies hold, newest first.
func (d *desk) edits() string {
	d.t.Helper()
	var all []string
	for _, c := range d.Copies(d.path) {
		p, err := store.Open(c.Path)
		d.must(err)
		all = append(all, p.Content().Settings["edit"])
		d.must(p.Close())
	}
	return strings.Join(all, " ")
}

func (d *desk) want(edits string) {
	d.t.Helper()
	if have := d.edits(); have != edits {
		d.t.Errorf("the copies hold %q, want %q", have, edits)
	}
}

func TestKeepsWhatChanged(t *testing.T) {
	d := newDesk(t)
	d.change(0)
	d.keep()
	d.now = d.now.Add(Every)
	d.keep() // nothing has changed
	d.change(time.Minute)
	d.keep()
	d.want("2 1")
	d.change(Every - time.Second)
	if d.Due(d.path) {
		t.Error("a copy is due, though the last one is of a moment ago")
	}
	d.now = d.now.Add(time.Second)
	if !d.Due(d.path) || !d.Due(d.path+"2") {
		t.Error("no copy is due")
	}
	d.change(-48 * time.Hour) // the clock was put back
	if !d.Due(d.path) {
		t.Error("no copy is due after the clock was put back")
	}
	d.keep()
	d.want("4 2 1")
	entries, err := os.ReadDir(filepath.Dir(d.path))
	d.must(err)
	for _, e := range entries {
		if e.Name() != "Harbour.byline" && e.Name() != ".Harbour.byline.lock" {
			t.Errorf("%s lies beside the project", e.Name())
		}
	}
}

// TestRotation edits a project every three hours for 100 days.
func TestRotation(t *testing.T) {
	start := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var all []Copy
	for hour := 0; hour < 100*24; hour += 3 {
		c := Copy{Path: fmt.Sprint(hour), Time: start.Add(time.Duration(hour) * time.Hour), number: hour}
		all = append([]Copy{c}, all...)
		for _, s := range spare(all) {
			all = slices.DeleteFunc(all, func(c Copy) bool { return c.Path == s.Path })
		}
	}
	var ages []string
	for _, c := range all {
		ages = append(ages, fmt.Sprint(int(all[0].Time.Sub(c.Time).Hours())))
	}
	// Three of today, one a day, and the last of each week before.
	if have := strings.Join(ages, " "); have != "0 3 6 9 33 57 81 105 129 225 393 561" {
		t.Errorf("after 100 days there are copies of so many hours ago: %s", have)
	}
}

func TestRoomForAll(t *testing.T) {
	d := newDesk(t)
	for range 4 {
		d.change(time.Hour)
		d.keep()
	}
	other := newDesk(t)
	other.Dir = d.Dir
	other.change(0)
	other.keep()
	d.want("4 3 2")
	size := d.Copies(d.path)[0].size
	d.Room = 3*size + size/2
	d.change(time.Hour)
	d.keep()
	d.want("5 4") // and the newest of the other project
	other.want("1")
	d.Room = 1
	d.change(time.Hour)
	d.keep()
	d.want("6")
	other.want("")
}

func TestRestore(t *testing.T) {
	d := newDesk(t)
	to := filepath.Join(t.TempDir(), "Back.byline")
	if _, err := d.Restore(t.Context(), d.path, to); !errors.Is(err, ErrNone) {
		t.Errorf("restoring without a backup: %v", err)
	}
	for range 3 {
		d.change(time.Hour)
		d.keep()
	}
	d.must(d.p.Close())
	d.must(os.Remove(d.path)) // a project that is gone is found by its name
	copies := d.Copies(d.path)
	d.must(os.WriteFile(copies[0].Path, []byte("rotten"), 0o600))
	data, err := os.ReadFile(copies[1].Path)
	d.must(err)
	data[len(data)/2] ^= 1
	d.must(os.WriteFile(copies[1].Path, data, 0o600))
	c, err := d.Restore(t.Context(), d.path, to)
	d.must(err)
	p, err := store.Open(to)
	d.must(err)
	if c.number != 1 || p.Content().Settings["edit"] != "1" || p.ReadOnly() != "" {
		t.Errorf("restored number %d with edit %q", c.number, p.Content().Settings["edit"])
	}
	d.must(p.Close())
	if _, err := d.Restore(t.Context(), d.path, to); !errors.Is(err, store.ErrExists) {
		t.Errorf("restoring over a file: %v", err)
	}
	d.must(d.Forget(d.path))
	d.want("")
}

// TestKeepWhileSaving saves without a pause while copies are made: each of them
// is one of the saves.
func TestKeepWhileSaving(t *testing.T) {
	d := newDesk(t)
	stop := make(chan struct{})
	saved := make(chan error)
	go func() {
		for n := 1; ; n++ {
			select {
			case <-stop:
				saved <- nil
				return
			default:
			}
			if err := d.p.Save(store.Change{SetSettings: map[string]string{"a": fmt.Sprint(n), "z": fmt.Sprint(n)}}); err != nil {
				saved <- err
				return
			}
		}
	}()
	for n := range 4 {
		to := filepath.Join(t.TempDir(), fmt.Sprintf("%d.byline", n))
		d.must(d.p.CopyTo(t.Context(), to))
		p, err := store.Open(to)
		d.must(err)
		if s := p.Content().Settings; p.ReadOnly() != "" || s["a"] != s["z"] {
			t.Errorf("the copy is of no save: %q %v", p.ReadOnly(), s)
		}
		d.must(p.Close())
	}
	close(stop)
	d.must(<-saved)
}

// TestKeepGivenUp ends a copy by its context and by closing the project, and
// clears up after one that was killed.
func TestKeepGivenUp(t *testing.T) {
	d := newDesk(t)
	d.change(0)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.Keep(ctx, d.p); !errors.Is(err, context.Canceled) || !errors.Is(err, ErrKept) {
		t.Errorf("a copy that was stopped: %v", err)
	}
	folder := d.folder(d.path)
	left, err := os.ReadDir(folder)
	d.must(err)
	if len(left) > 0 {
		t.Errorf("it left %v", left)
	}
	d.must(os.Mkdir(filepath.Join(folder, store.Draft+"1"), 0o700))
	d.keep()
	if left, err = os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("a draft is still there: %v, %v", left, err)
	}
	d.must(d.p.Close())
	if err := d.p.CopyTo(t.Context(), filepath.Join(t.TempDir(), "x.byline")); !errors.Is(err, store.ErrClosed) {
		t.Errorf("copying a project that is closed: %v", err)
	}
	d.open()
}

func TestNoFolderForCopies(t *testing.T) {
	d := newDesk(t)
	d.must(os.WriteFile(d.Dir, []byte("in the way"), 0o600))
	d.change(0)
	if err := d.Keep(t.Context(), d.p); !errors.Is(err, ErrKept) || !strings.HasPrefix(err.Error(), "Harbour.byline: the project is saved, but no backup") {
		t.Errorf("a copy without a folder: %v", err)
	}
	if err := (Shelf{}).Keep(t.Context(), d.p); err != nil {
		t.Errorf("a shelf that keeps nothing: %v", err)
	}
}

func TestNames(t *testing.T) {
	at := time.Date(2026, 11, 25, 14, 5, 9, 0, time.FixedZone("", 3600))
	c, ok := parse("x/" + name(1_234_567, at, "0123456789abcdef"))
	if !ok || c.number != 1_234_567 || !c.Time.Equal(at) || !c.holds("01234567ffff") || c.holds("0123456012") {
		t.Errorf("read back as %+v, %v", c, ok)
	}
	for _, bad := range []string{"", "a.byline", "1-2.byline", "000001-2026-11-25-140509-01234567.db", "000001-2026-11-25-14050-01234567.byline", ".000001-2026-11-25-140509-01234567.byline.lock"} {
		if _, ok := parse(bad); ok {
			t.Errorf("%q is taken for a copy", bad)
		}
	}
}
