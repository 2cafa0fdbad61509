package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// salvaged writes data as a project, salvages it, and checks that the damaged
// file was not written.
func salvaged(t *testing.T, data []byte) (Content, []string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Damaged.byline")
	must(t, os.WriteFile(path, data, 0o600))
	to := filepath.Join(t.TempDir(), "Repaired.byline")
	lost, err := Salvage(path, to)
	now, readErr := os.ReadFile(path)
	must(t, readErr)
	if !bytes.Equal(now, data) {
		t.Error("salvaging wrote to the damaged file")
	}
	atRest(t, path)
	if err != nil {
		if _, statErr := os.Stat(to); statErr == nil {
			t.Error("a salvage that failed left a file")
		}
		return Content{}, nil, err
	}
	p := mustOpen(t, to)
	if p.ReadOnly() != "" {
		t.Errorf("the repaired project opens for reading only: %s", p.ReadOnly())
	}
	return p.Content(), lost, nil
}

func TestSalvageOfASoundProjectLosesNothing(t *testing.T) {
	c, lost, err := salvaged(t, soundBytes(t))
	must(t, err)
	if len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	equal(t, story(), c)
}

// TestSalvageOfTruncatedFiles cuts the project at each page: whatever comes
// back is as it was saved, and the less is cut, the more comes back.
func TestSalvageOfTruncatedFiles(t *testing.T) {
	data := soundBytes(t)
	want := story()
	most := 0
	for at := 4096; at < len(data); at += 4096 {
		c, _, err := salvaged(t, data[:at])
		if err != nil {
			if !errors.Is(err, ErrNothingLeft) {
				t.Errorf("cut at byte %d: %v", at, err)
			}
			continue
		}
		for _, i := range c.Items {
			if !slices.ContainsFunc(want.Items, func(w Item) bool { return w.Text == i.Text }) && len(i.Notes) < 2 {
				t.Errorf("cut at byte %d: %q is not as saved, and nothing says so", at, i.Title)
			}
		}
		most = max(most, len(c.Items))
	}
	if most != len(want.Items) {
		t.Errorf("at most %d articles of %d come back", most, len(want.Items))
	}
}

func TestSalvageSaysWhatIsNotAsItWas(t *testing.T) {
	data := soundBytes(t)
	data[bytes.Index(data, []byte("voted on harbour fee 3"))] ^= 1
	c, lost, err := salvaged(t, data)
	must(t, err)
	if len(lost) != 1 || !strings.Contains(lost[0], "Harbour fee 3") || len(c.Items) != len(story().Items) {
		t.Errorf("%d articles, lost %q", len(c.Items), lost)
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 10 {
		bad := soundBytes(t)
		for range 300 {
			bad[4096+r.IntN(len(bad)-4096)] ^= byte(1 + r.IntN(255))
		}
		if _, lost, err := salvaged(t, bad); err == nil && len(lost) == 0 {
			t.Error("300 changed bytes cost nothing")
		}
	}
}

func TestWhatIsNotSalvaged(t *testing.T) {
	newer := soundBytes(t)
	binary.BigEndian.PutUint32(newer[60:], version+1)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"newer":   {newer, ErrNewer},
		"foreign": {[]byte(strings.Repeat("no project ", 20)), ErrForeign},
		"empty":   {nil, ErrEmpty},
		"stump":   {soundBytes(t)[:200], ErrNothingLeft},
	} {
		if _, _, err := salvaged(t, c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	path := newProject(t, story())
	mustOpen(t, path)
	if _, err := Salvage(path, path+"2"); !errors.Is(err, ErrOpenHere) {
		t.Errorf("salvaging an open project: %v", err)
	}
	if _, err := Salvage(filepath.Join(t.TempDir(), "gone.byline"), path+"2"); !errors.Is(err, ErrMissing) {
		t.Errorf("salvaging nothing: %v", err)
	}
}
