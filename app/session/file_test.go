package session

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"byline/graphmodel/article"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// edited is a desk with a project that something of everything was done to.
func edited(t *testing.T, change ...func(*Params)) *desk {
	d := newDesk(t, change...)
	d.add(harbour, ferry)
	d.Move([]string{d.id("Ada Lind")}, []layout.Point{{X: 250, Y: 60}}, nil)
	d.Rename(d.id("Erik Sund"), "Erik T. Sund")
	d.Delete(d.id("Germany"))
	d.Wait()
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// reopened is the project as another session sees it.
func reopened(t *testing.T, path string) *desk {
	t.Helper()
	d := newDesk(t)
	d.must(d.Open(path))
	d.Wait()
	return d
}

func TestSavedAndOpenedAgain(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour")
	d.must(d.SaveAs(path))
	path += ending
	want := d.Snapshot()
	if want.Title != "Harbour" || !want.Named || want.Path != path {
		t.Errorf("it is called %q, named %v, at %s", want.Title, want.Named, want.Path)
	}
	d.must(d.Close())
	d.must(d.Close())
	d.Rename(d.Snapshot().Graph.Entities()[0].ID, "closed")
	d.Wait()

	again := reopened(t, path)
	have := again.Snapshot()
	same(t, "opened again", want, have)
	if have.CanUndo || have.ReadOnly || have.Progress.Text != "2 articles read." {
		t.Errorf("opened again it is %+v", have.Progress)
	}
	again.Rename(again.id("Ada Lind"), "A. Lind")
	again.Wait()
	if n := again.Snapshot().Decisions; len(n) != 3 || n[2].Number != 3 {
		t.Errorf("the decisions are %+v", n)
	}
}

func TestUnnamedProjectsAreKept(t *testing.T) {
	dir := t.TempDir()
	there := func(p *Params) { p.Dir = dir }
	d := edited(t, there)
	want := d.Snapshot()
	if want.Named || filepath.Dir(want.Path) != dir {
		t.Fatalf("it lies at %s, named %v", want.Path, want.Named)
	}
	if r := d.Recent(); len(r) != 0 {
		t.Errorf("the open project is among the recent ones: %+v", r)
	}
	d.must(d.NewProject())
	if s := d.Snapshot(); len(s.Articles) != 0 || s.Title != untitled || s.Path != "" || s.CanUndo {
		t.Errorf("the new project is %q with %d articles", s.Title, len(s.Articles))
	}
	r := d.Recent()
	if len(r) != 1 || r[0].Path != want.Path || !r[0].Autosaved || r[0].Articles != 2 || r[0].Title != want.Title {
		t.Fatalf("the recent projects are %+v", r)
	}
	// Without the list, as after a crash, it is still found.
	d.must(os.Remove(filepath.Join(dir, recentName)))
	if r := d.Recent(); len(r) != 1 || r[0].Path != want.Path {
		t.Errorf("without a list the recent projects are %+v", r)
	}
	d.must(d.Open(want.Path))
	d.Wait()
	same(t, "opened again", want, d.Snapshot())

	named := filepath.Join(t.TempDir(), "Named.byline")
	d.must(d.SaveAs(named))
	if _, err := os.Stat(want.Path); !os.IsNotExist(err) {
		t.Errorf("the project without a name is still there: %v", err)
	}
	d.must(d.NewProject())
	if r := d.Recent(); len(r) != 1 || r[0].Path != named || r[0].Autosaved || r[0].Title != "Named" {
		t.Errorf("the recent projects are %+v", r)
	}
	d.must(d.Forget(named))
	if err := d.Forget(named); !errors.Is(err, ErrNotListed) {
		t.Errorf("forgetting twice: %v", err)
	}
	if _, err := os.Stat(named); err != nil || len(d.Recent()) != 0 {
		t.Errorf("forgetting a named project deletes it (%v) or leaves it on the list", err)
	}
}

func TestForgetDeletesWhatHasNoName(t *testing.T) {
	dir := t.TempDir()
	d := edited(t, func(p *Params) { p.Dir = dir })
	path := d.Snapshot().Path
	if err := d.Forget(path); !errors.Is(err, ErrInUse) {
		t.Errorf("forgetting the open project: %v", err)
	}
	d.must(d.NewProject())
	d.must(d.Forget(path))
	if files, _ := filepath.Glob(filepath.Join(dir, "*"+ending)); len(files) > 0 || len(d.Recent()) > 0 {
		t.Errorf("left are %v, %+v", files, d.Recent())
	}
}

func TestEmptyProjectsLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	d := newDesk(t, func(p *Params) { p.Dir = dir })
	d.add(harbour)
	d.RemoveArticle(d.Snapshot().Articles[0].ID)
	d.Wait()
	d.must(d.NewProject())
	if files, _ := filepath.Glob(filepath.Join(dir, "*"+ending)); len(files) > 0 || len(d.Recent()) > 0 {
		t.Errorf("left are %v, %+v", files, d.Recent())
	}
}

func TestWhatCannotBeOpenedLeavesTheProject(t *testing.T) {
	d := edited(t)
	want := d.Snapshot()
	dir := t.TempDir()
	write(t, dir, map[string]string{"text.byline": "no project", "empty.byline": ""})
	for name, sentinel := range map[string]error{"text.byline": store.ErrForeign, "empty.byline": store.ErrEmpty, "gone.byline": store.ErrMissing} {
		err := d.Open(filepath.Join(dir, name))
		if !errors.Is(err, sentinel) || !strings.HasPrefix(err.Error(), name+": ") {
			t.Errorf("opening %s: %v", name, err)
		}
	}
	d.Wait()
	same(t, "after three failures", want, d.Snapshot())
	d.must(d.Open(want.Path)) // the open one
	same(t, "opened where it is open", want, d.Snapshot())
}

func TestTwoSessionsOnOneFile(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Shared.byline")
	d.must(d.SaveAs(path))
	other := newDesk(t)
	if err := other.Open(path); !errors.Is(err, store.ErrOpenHere) {
		t.Errorf("opened twice in one program: %v", err)
	}
	if err := other.SaveAs(path); err == nil {
		t.Error("a project that is open is overwritten")
	}
	d.must(d.Close())
	d.Wait()
	other.must(other.Open(path))
}

func TestReadOnlyFolder(t *testing.T) {
	d := edited(t)
	folder := filepath.Join(t.TempDir(), "archive")
	d.must(os.Mkdir(folder, 0o700))
	path := filepath.Join(folder, "Old.byline")
	d.must(d.SaveAs(path))
	want := d.Snapshot()
	d.must(d.Close())
	d.must(os.Chmod(folder, 0o500))
	t.Cleanup(func() { d.must(os.Chmod(folder, 0o700)) })

	r := reopened(t, path)
	if s := r.Snapshot(); !s.ReadOnly || !strings.Contains(s.Why, "reading only") {
		t.Fatalf("read-only %v: %q", s.ReadOnly, s.Why)
	}
	ada := r.id("Ada Lind")
	r.Move([]string{ada}, []layout.Point{{}}, nil)
	r.Rename(ada, "Someone")
	r.Undo()
	r.Arrange("force", nil)
	r.add(whales)
	same(t, "a project for reading only", want, r.Snapshot())
	if p := r.problems(); len(p) == 0 || p[0] != r.Snapshot().Why {
		t.Errorf("the commands were refused with %q", p)
	}
	copied := filepath.Join(t.TempDir(), "Copy.byline")
	r.must(r.SaveAs(copied))
	r.Rename(ada, "Someone")
	r.Wait()
	if s := r.Snapshot(); s.ReadOnly || r.entity(ada).Name != "Someone" {
		t.Errorf("the copy is read-only %v: %q", s.ReadOnly, r.problems())
	}
}

// TestFileTakenAway takes the file away while the project is open: nothing
// that is done then may get lost.
func TestFileTakenAway(t *testing.T) {
	dir := t.TempDir()
	d := edited(t, func(p *Params) { p.Dir = dir })
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	d.must(os.Remove(path))
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	want := d.Snapshot()
	if p := d.problems(); !want.Unsaved || len(p) != 1 || !strings.Contains(p[0], "moved, deleted or replaced") {
		t.Fatalf("unsaved %v, told %q", want.Unsaved, p)
	}
	d.Pin([]string{d.id("Erik")}, true)
	d.Wait()
	if p := d.problems(); len(p) != 1 {
		t.Errorf("the same trouble was told %d times", len(p))
	}
	want = d.Snapshot()
	d.must(d.NewProject()) // nobody saved: a copy is kept
	if p := d.problems(); len(p) != 2 || !strings.Contains(p[1], "A copy with your last changes is in the list of recent projects") {
		t.Errorf("told %q", p)
	}
	r := d.Recent()
	if len(r) != 1 || !r[0].Autosaved {
		t.Fatalf("the recent projects are %+v", r)
	}
	d.must(d.Open(r[0].Path))
	d.Wait()
	want.Title = d.Snapshot().Title // it has lost its name
	same(t, "what was kept", want, d.Snapshot())
}

// TestFileReplaced puts another project in the place of the open one, as a
// program does that keeps folders alike: neither is lost.
func TestFileReplaced(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	d.must(store.Write(path+".new", store.Content{Notes: map[string]string{"a": "theirs"}}))
	theirs, err := os.ReadFile(path + ".new")
	d.must(err)
	d.must(os.Rename(path+".new", path))
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	want := d.Snapshot()
	if p := d.problems(); !want.Unsaved || len(p) != 1 || !strings.Contains(p[0], "replaced") {
		t.Fatalf("unsaved %v, told %q", want.Unsaved, p)
	}
	if err := d.SaveAs(path); err == nil {
		t.Error("what lies there now is written over")
	}
	mine := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(mine))
	d.must(d.Close())
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, theirs) {
		t.Errorf("the other project was changed: %v", err)
	}
	same(t, "saved elsewhere", want, reopened(t, mine).Snapshot())
}

// TestSaveAsWhereItWas deletes the file and saves the project where it lay.
func TestSaveAsWhereItWas(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	d.must(os.Remove(path))
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	d.must(d.SaveAs(path))
	if s := d.Snapshot(); s.Unsaved || s.ReadOnly {
		t.Errorf("unsaved %v, read-only %q", s.Unsaved, s.Why)
	}
	d.Rename(d.id("Erik T. Sund"), "E. Sund")
	d.Wait()
	want := d.Snapshot()
	d.must(d.Close())
	same(t, "opened again", want, reopened(t, path).Snapshot())
}

// TestDriveThatComesBack takes the folder away, as a drive that is pulled out,
// and brings it back: what was done meanwhile is saved with the next change.
func TestDriveThatComesBack(t *testing.T) {
	drive := filepath.Join(t.TempDir(), "drive")
	d := edited(t)
	d.must(os.Mkdir(drive, 0o700))
	path := filepath.Join(drive, "Harbour.byline")
	d.must(d.SaveAs(path))
	d.must(os.Rename(drive, drive+" away"))
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	if err := d.SaveAs(path); err == nil || !d.Snapshot().Unsaved {
		t.Errorf("saved on a drive that is gone: %v", err)
	}
	d.must(os.Rename(drive+" away", drive))
	d.Rename(d.id("Erik T. Sund"), "E. Sund")
	d.Wait()
	want := d.Snapshot()
	if want.Unsaved {
		t.Errorf("not saved though the drive is back: %q", d.problems())
	}
	d.must(d.Close())
	same(t, "opened again", want, reopened(t, path).Snapshot())
}

// TestNowhereToSave gives the session a folder that is none.
func TestNowhereToSave(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, filepath.Dir(file), map[string]string{"file": "in the way"})
	d := newDesk(t, func(p *Params) { p.Dir = filepath.Join(file, "folder") })
	s := d.add(harbour)
	if p := d.problems(); !s.Unsaved || len(p) != 1 {
		t.Fatalf("unsaved %v, told %q", s.Unsaved, p)
	}
	for what, err := range map[string]error{"Close": d.Close(), "NewProject": d.NewProject(), "Open": d.Open(file)} {
		if err == nil {
			t.Errorf("%s loses the project", what)
		}
	}
	same(t, "still there", s, d.Snapshot())
	d.must(d.SaveAs(filepath.Join(t.TempDir(), "Elsewhere.byline")))
	if d.Snapshot().Unsaved {
		t.Error("it is still not saved")
	}
}

func TestSalvage(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	want := d.Snapshot()
	d.must(d.Close())
	data, err := os.ReadFile(path)
	d.must(err)
	d.must(os.WriteFile(path, data[:len(data)-4096], 0o600))
	r := newDesk(t)
	if err := r.Open(path); !errors.Is(err, store.ErrDamaged) {
		t.Fatalf("a truncated project opens with %v", err)
	}
	to, _, err := r.Salvage(path)
	r.must(err)
	second, _, err := r.Salvage(path)
	r.must(err)
	if filepath.Base(to) != "Harbour (repaired).byline" || filepath.Base(second) != "Harbour (repaired 2).byline" {
		t.Errorf("repaired as %s and %s", to, second)
	}
	r.must(r.Open(to))
	r.Wait()
	if s := r.Snapshot(); !slices.EqualFunc(s.Articles, want.Articles, func(a, b article.Article) bool { return a.Text == b.Text }) {
		t.Errorf("%d articles are left of %d", len(s.Articles), len(want.Articles))
	}
}
