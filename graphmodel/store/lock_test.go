package store

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOtherNamesOfAnOpenProject opens one that is open by way of a symbolic
// link, and of a hard link that was made after it was opened.
func TestOtherNamesOfAnOpenProject(t *testing.T) {
	path := newProject(t, story())
	p := mustOpen(t, path)
	var by holder
	must(t, json.Unmarshal(read(t, lockPath(p.Path())), &by))
	if host, err := os.Hostname(); err != nil || by != (holder{host, os.Getpid()}) {
		t.Errorf("the lock says %+v", by)
	}
	symbolic, hard := filepath.Join(t.TempDir(), "soft.byline"), filepath.Join(filepath.Dir(path), "hard.byline")
	must(t, os.Symlink(path, symbolic))
	if err := os.Link(path, hard); err != nil || twinLockPath(p.info) == "" {
		t.Skip("no hard links here")
	}
	for _, name := range []string{path, symbolic, hard} {
		if _, err := Open(name); !errors.Is(err, ErrOpenHere) {
			t.Errorf("%s opens: %v", filepath.Base(name), err)
		}
	}
	// Now as if another process had it.
	for _, l := range p.locks {
		must(t, writeHolder(l.f, holder{by.Host, by.PID + 1}))
	}
	for _, name := range []string{path, symbolic, hard} {
		second, err := Open(name)
		must(t, err)
		if !strings.Contains(second.ReadOnly(), "open in another window") {
			t.Errorf("%s opens with %q", filepath.Base(name), second.ReadOnly())
		}
		if err := second.Save(Change{SetNotes: map[string]string{"a": "b"}}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s takes a change: %v", filepath.Base(name), err)
		}
		must(t, second.Close())
	}
	must(t, p.Save(Change{SetNotes: map[string]string{"thing/01": "still mine"}}))
}

// TestOpenOnAnotherComputer finds the lock of another computer, which a folder
// kept alike by another program brings with it.
func TestOpenOnAnotherComputer(t *testing.T) {
	path := newProject(t, story())
	must(t, os.WriteFile(lockPath(path), []byte(`{"host":"some-other-host","pid":7}`), 0o600))
	p := mustOpen(t, path)
	if !strings.Contains(p.ReadOnly(), "on the computer some-other-host") {
		t.Errorf("it opens with %q", p.ReadOnly())
	}
	// A lock that a crash has torn is nobody's.
	must(t, p.Close())
	must(t, os.WriteFile(lockPath(path), []byte(`{"host":"some-oth`), 0o600))
	if q := mustOpen(t, path); q.ReadOnly() != "" {
		t.Errorf("a torn lock keeps it closed: %q", q.ReadOnly())
	}
}
