//go:build !race

package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/crashtest"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
	"byline/graphmodel/store/backup"
)

func TestMain(m *testing.M) { crashtest.Main(m, editing, moving) }

// projectName is the project's in the folder of a work.
const projectName = "Harbour.byline"

// plainParams are those of a work's session. Its clock runs ten thousand times
// as fast, so that backups are made.
func plainParams(dir string) Params {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	clock := func() time.Time { return start.Add(time.Duration(time.Now().UnixMilli()%1e8) * 10 * time.Second) }
	return Params{
		Builder: func() (Reader, error) { return plainReader{}, nil },
		Now:     clock, Dir: dir, Workers: 2, Backups: backup.Shelf{Dir: filepath.Join(dir, "backups"), Now: clock},
	}
}

// editing adds an article, gives Ada Lind a new name and moves her, on and on.
// She lies at the number of the last step.
var editing = crashtest.Work{Name: "session", Prepare: prepareEditing, Do: doEditing, Check: checkEditing}

func stepArticle(n int) string {
	return fmt.Sprintf("Report %d.\n\n", n) + strings.Repeat(fmt.Sprintf("Ada Lind met Erik Sund about harbour fee %d. ", n), 40)
}

func stepName(n int) string { return fmt.Sprint("Ada Lind ", n) }

func prepareEditing(dir string) error {
	s := New(plainParams(dir))
	s.AddText(stepArticle(0), article.Article{Title: "Report 0"})
	s.Wait()
	for _, e := range s.Snapshot().Graph.Entities() {
		if e.Name == "Ada Lind" {
			s.Move([]string{e.ID}, []layout.Point{{}}, nil)
		}
	}
	s.Wait()
	return errors.Join(s.SaveAs(filepath.Join(dir, projectName)), s.Close())
}

func doEditing(dir string, promise func(int)) error {
	s := New(plainParams(dir))
	if err := s.Open(filepath.Join(dir, projectName)); err != nil {
		return err
	}
	s.Wait()
	n := len(s.Snapshot().Decisions) // a step cut short is done again
	var id string
	for id = range s.Snapshot().Pinned {
	}
	saved := func() error {
		s.Wait()
		if now := s.Snapshot(); now.Unsaved || now.ReadOnly {
			return fmt.Errorf("not saved: %v %q", now.Unsaved, now.Why)
		}
		return nil
	}
	for n = max(n, 1); ; n++ {
		s.AddText(stepArticle(n), article.Article{Title: fmt.Sprint("Report ", n)})
		if err := saved(); err != nil {
			return err
		}
		s.Rename(id, stepName(n))
		s.Move([]string{id}, []layout.Point{{X: -1}}, nil)
		s.Undo()
		s.Move([]string{id}, []layout.Point{{X: float64(n)}}, nil)
		if err := saved(); err != nil {
			return err
		}
		promise(n)
	}
}

// checkEditing looks whether articles, decisions and place are those of the
// last step promised, or part of the next, and nothing else.
func checkEditing(dir string, promised int) (inside bool, err error) {
	path := filepath.Join(dir, projectName)
	_, cut := os.Stat(path + "-journal")
	inside = cut == nil
	if _, err := checkEdited(path, promised); err != nil {
		return inside, err
	}
	for _, c := range plainParams(dir).Backups.Copies(path) {
		if _, err := checkEdited(c.Path, 0); err != nil {
			return inside, fmt.Errorf("the backup: %w", err)
		}
	}
	return inside, nil
}

// checkEdited opens a project and returns how many steps it holds, at least
// the given number.
func checkEdited(path string, least int) (n int, err error) {
	p, err := store.Open(path)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", crashtest.ErrShut, err)
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	c := p.Content()
	if p.ReadOnly() != "" {
		return 0, fmt.Errorf("%w: %s %q", crashtest.ErrHalf, p.ReadOnly(), p.Problems())
	}
	x := 0
	for _, place := range c.Places {
		if place.Pinned {
			x = int(place.X)
		}
	}
	have := fmt.Sprintf("%d articles, %d decisions, the place is %d; %d steps were promised", len(c.Items), len(c.Decisions), x, least)
	if len(c.Items) < least+1 || len(c.Decisions) < least || x >= 0 && x < least {
		return 0, fmt.Errorf("%w: %s", crashtest.ErrLost, have)
	}
	if n = len(c.Decisions); x > n || len(c.Items)-1 < n || len(c.Items)-1 > n+1 || x >= 0 && x < n-1 {
		return 0, fmt.Errorf("%w: %s", crashtest.ErrHalf, have)
	}
	for i, item := range c.Items {
		if want := stepArticle(i); item.Text != want || item.ID != article.ID(want) {
			return 0, fmt.Errorf("%w: article %d", crashtest.ErrHalf, i)
		}
	}
	for i, d := range c.Decisions {
		if d.Act != graphmodel.ActRename || d.Value != stepName(i+1) {
			return 0, fmt.Errorf("%w: decision %d is %q %q", crashtest.ErrHalf, i, d.Act, d.Value)
		}
	}
	return n, nil
}

// TestCrashKilled kills a program at whose window somebody works without a
// pause. make crash runs it.
func TestCrashKilled(t *testing.T) {
	kills, err := crashtest.Kills(30) // the store has the rest
	if err != nil {
		t.Fatal(err)
	}
	tally, err := crashtest.Run(editing, crashtest.Plan{Kills: kills, Workers: 6, Seed: 1, Dir: t.TempDir()})
	t.Log(crashtest.Head)
	t.Log(tally.Row(editing.Name))
	if err != nil {
		t.Fatal(err)
	}
	if tally.Bad() > 0 || tally.Promises == 0 {
		t.Errorf("%d of %d checks found something, %d promises were made: %v", tally.Bad(), tally.Checks, tally.Promises, tally.Found)
	}
}

// moving is a second Byline, with the real reader, that moves a thing on and
// on.
var moving = crashtest.Work{Name: "moving", Do: func(dir string, promise func(int)) error {
	s := New(Params{Builder: realReader, Dir: dir})
	if err := s.Open(filepath.Join(dir, projectName)); err != nil {
		return err
	}
	s.Wait()
	id := idsOf(s.Snapshot().Graph)[0]
	for i := 1; ; i++ {
		s.Move([]string{id}, []layout.Point{{X: float64(i)}}, nil)
		s.Wait()
		if now := s.Snapshot(); now.Unsaved || now.ReadOnly {
			return fmt.Errorf("not saved: %v %q", now.Unsaved, now.Why)
		}
		promise(i)
	}
}}

// other is another program that has the project open.
type other struct {
	t     *testing.T
	child *crashtest.Child
}

func start(t *testing.T, path string) other {
	t.Helper()
	child, err := crashtest.Start(moving, filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	o := other{t, child}
	t.Cleanup(o.kill)
	return o
}

// next waits until it has saved once more.
func (o other) next() {
	o.t.Helper()
	if _, ok := o.child.Next(); !ok {
		o.kill()
		o.t.Fatal("the other program has ended")
	}
}

// kill ends it; twice is no error.
func (o other) kill() {
	o.t.Helper()
	if _, _, err := o.child.Kill(); err != nil {
		o.t.Error(err)
	}
}

// TestCrashCopiedWhileSaving copies the file, with its journal and without, while
// another program saves: a copy opens as one of the saves, or says that it is
// none.
func TestCrashCopiedWhileSaving(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	before := d.Snapshot()
	d.must(d.Close())
	other := start(t, path)
	whole := 0
	for n := range 12 {
		if n%2 == 0 {
			other.next()
		}
		data, err := os.ReadFile(path)
		d.must(err)
		to := filepath.Join(t.TempDir(), "Copy.byline")
		d.must(os.WriteFile(to, data, 0o600))
		p, err := store.Open(to)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "Copy.byline: this project is damaged") {
				t.Errorf("a copy: %v", err)
			}
			continue
		}
		if p.ReadOnly() == "" {
			whole++
			c := p.Content()
			if len(c.Items) != len(before.Articles) || len(c.Decisions) != len(before.Decisions) {
				t.Errorf("a copy has %d articles and %d decisions", len(c.Items), len(c.Decisions))
			}
		}
		d.must(p.Close())
	}
	if whole == 0 {
		t.Error("no copy was whole")
	}
}

// TestCrashTwoPrograms opens a project that another program has open.
func TestCrashTwoPrograms(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	d.must(d.Close())
	other := start(t, path)
	other.next()
	r := newDesk(t)
	r.must(r.Open(path))
	r.Wait()
	if s := r.Snapshot(); !s.ReadOnly || !strings.Contains(s.Why, "open in another window") || len(s.Articles) != 2 {
		t.Errorf("read-only %v: %q", s.ReadOnly, s.Why)
	}
	r.Rename(r.id("Ada Lind"), "Someone")
	if err := r.SaveAs(path); !errors.Is(err, ErrReadOnly) {
		t.Errorf("saving where it lies: %v", err)
	}
	r.must(r.Close())
	other.next()
	other.kill()
	last := newDesk(t)
	last.must(last.Open(path))
	last.Wait()
	if s := last.Snapshot(); s.ReadOnly || last.entity(last.id("Ada Lind")).Name == "Someone" {
		t.Errorf("after the other program's end: %q", s.Why)
	}
}
