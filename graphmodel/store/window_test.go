//go:build !race

package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"byline/graphmodel/crashtest"
)

// windows are two programs that want to write into one project, each in turn.
func windows() []crashtest.Work {
	return []crashtest.Work{{Name: "window-1", Do: takeTurns("window-1")}, {Name: "window-2", Do: takeTurns("window-2")}}
}

// windowEdits is how many edits the two make: a thousand, if more than the
// usual is asked for.
func windowEdits() int {
	if crashtest.Stride() == 1 {
		return 1000
	}
	return 200
}

// turn is how many edits one makes before it gives the project back.
const turn = 20

// takeTurns opens the project again and again and edits it when nobody else
// has it. It promises the number of its own edits.
func takeTurns(name string) func(string, func(int)) error {
	return func(dir string, promise func(int)) error {
		own := 0
		for {
			p, err := Open(filepath.Join(dir, stepProject))
			if err != nil {
				return err
			}
			if p.ReadOnly() != "" {
				err = errors.Join(refusedAll(p), p.Close())
				if err != nil {
					return err
				}
				time.Sleep(time.Millisecond) // the other is at work
				continue
			}
			all := len(p.Content().Notes)
			for n := 0; n < turn && all < windowEdits() && err == nil; n++ {
				err = p.Save(Change{SetNotes: map[string]string{fmt.Sprint(name, "/", own+1): "mine"}})
				if err == nil {
					own++
					all++
					promise(own)
				}
			}
			if err := errors.Join(err, p.Close()); err != nil || all >= windowEdits() {
				return err
			}
			time.Sleep(50 * time.Millisecond) // it is the other's turn
		}
	}
}

// refusedAll checks that a project that somebody else has open says so, and
// takes nothing.
func refusedAll(p *Project) error {
	if !strings.Contains(p.ReadOnly(), "open in another window (process ") {
		return fmt.Errorf("it is for reading only: %s", p.ReadOnly())
	}
	if err := p.Save(Change{SetNotes: map[string]string{"second": "window"}}); !errors.Is(err, ErrReadOnly) {
		return fmt.Errorf("it takes a change: %w", err)
	}
	return nil
}

// TestCrashTwoWindows has two programs edit one project: no edit is lost.
func TestCrashTwoWindows(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, stepProject)
	want := story()
	clear(want.Notes)
	must(t, Write(path, want))
	children := map[string]*crashtest.Child{}
	for _, w := range windows() {
		child, err := crashtest.Start(w, dir)
		must(t, err)
		children[w.Name] = child
	}
	for _, name := range []string{"window-1", "window-2"} {
		promised := 0
		for n, ok := children[name].Next(); ok; n, ok = children[name].Next() {
			promised = n
		}
		if _, _, err := children[name].Kill(); err != nil { // it has ended
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%s made %d edits", name, promised)
		for n := range promised {
			want.Notes[name+"/"+strconv.Itoa(n+1)] = "mine"
		}
	}
	equal(t, want, mustOpen(t, path).Content())
	if have := len(want.Notes); have != windowEdits() {
		t.Errorf("%d notes, %d edits", have, windowEdits())
	}
}
