package session

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// childEnv makes the test's own program a second Byline: it opens the project
// of that path and moves a thing on and on.
const childEnv = "BYLINE_TEST_PROJECT"

// TestMain is the child's way in; it is never there in a usual run.
func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		if err := child(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func child(path string) error {
	s := New(Params{Builder: realReader, Dir: filepath.Dir(path)})
	if err := s.Open(path); err != nil {
		return err
	}
	s.Wait()
	id := idsOf(s.Snapshot().Graph)[0]
	for i := 1; ; i++ {
		s.Move([]string{id}, []layout.Point{{X: float64(i)}})
		s.Wait()
		if now := s.Snapshot(); now.Unsaved || now.ReadOnly {
			return fmt.Errorf("not saved: %v %q", now.Unsaved, now.Why)
		}
		fmt.Println(i) // it is promised now
	}
}

// spawn starts the child on the project.
func spawn(t *testing.T, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), childEnv+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// TestKilled kills a program that saves without a pause: whatever it promised
// is in the file.
func TestKilled(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	before := d.Snapshot()
	id := idsOf(before.Graph)[0]
	d.must(d.Close())
	for round := range 4 {
		cmd, lines := spawn(t, path)
		for range 3 + 5*round {
			lines.Scan()
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		promised, err := strconv.Atoi(lines.Text())
		d.must(err)
		for lines.Scan() { // what it said before it was dead
			promised, err = strconv.Atoi(lines.Text())
			d.must(err)
		}
		_ = cmd.Wait() // it was killed
		r := newDesk(t)
		r.must(r.Open(path))
		r.Wait()
		s := r.Snapshot()
		if at := s.Positions[id].X; s.ReadOnly || at < float64(promised) || at > float64(promised+1) {
			t.Errorf("read-only %v; the thing lies at %v, %d was promised: %q", s.ReadOnly, at, promised, r.problems())
		}
		s.Positions[id], s.Pinned[id] = before.Positions[id], before.Pinned[id]
		if !before.Pinned[id] {
			delete(s.Pinned, id)
		}
		same(t, "all else", before, s)
		r.must(r.Close())
	}
}

// TestCopiedWhileSaving copies the file, with its journal and without, while
// another program saves: a copy opens as one of the saves, or says that it is
// none.
func TestCopiedWhileSaving(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	before := d.Snapshot()
	d.must(d.Close())
	cmd, lines := spawn(t, path)
	defer func() {
		d.must(cmd.Process.Kill())
		_ = cmd.Wait() // it was killed
	}()
	whole := 0
	for n := range 12 {
		if n%2 == 0 && !lines.Scan() {
			t.Fatal("the other program has ended")
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

// TestTwoPrograms opens a project that another program has open.
func TestTwoPrograms(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	d.must(d.Close())
	cmd, lines := spawn(t, path)
	lines.Scan()
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
	if !lines.Scan() {
		t.Error("the other program was disturbed")
	}
	d.must(cmd.Process.Kill())
	_ = cmd.Wait() // it was killed
	last := newDesk(t)
	last.must(last.Open(path))
	last.Wait()
	if s := last.Snapshot(); s.ReadOnly || last.entity(last.id("Ada Lind")).Name == "Someone" {
		t.Errorf("after the other program's end: %q", s.Why)
	}
}
