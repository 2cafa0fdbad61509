package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/graphmodel/store/storetest"
)

// TestReleasedSchemas holds what stands in the files that people have.
func TestReleasedSchemas(t *testing.T) {
	sum := sha256.Sum256([]byte(steps[0]))
	if have := hex.EncodeToString(sum[:8]); have != "4abd5ef619bf1070" {
		t.Errorf("the schema of version 1 has changed: %s", have)
	}
}

// early is a project as the Byline of that version saved it; the first of them
// put no seal on the whole.
func early(t *testing.T, version int, sealed bool) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	must(t, writeEarly(path, version, sealed))
	return path
}

func writeEarly(path string, version int, sealed bool) error {
	ctx := context.Background()
	db, conn, err := connect(ctx, path, "rwc")
	if err != nil {
		return err
	}
	p := &Project{path: path, version: version, db: db, conn: conn}
	w := writer{conn}
	err = p.fill(ctx, story())
	if err == nil {
		err = w.exec(`DELETE FROM setting WHERE name = ?`, wholeName)
	}
	if err == nil && sealed {
		var whole string
		if whole, err = firstWholeSeal(ctx, conn); err == nil {
			err = w.exec(`INSERT INTO setting (name, value, seal) VALUES (?, ?, ?)`, wholeName, whole, seal(wholeName, whole))
		}
	}
	return errors.Join(err, p.disconnect())
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}

func TestUpgrade(t *testing.T) {
	for name, sealed := range map[string]bool{"sealed": true, "before the seal": false} {
		path := early(t, 1, sealed)
		before := read(t, path)
		p := mustOpen(t, path)
		if !p.Outdated() || !strings.Contains(p.ReadOnly(), "earlier Byline") || len(p.Notices()) > 0 {
			t.Errorf("%s: outdated %v, read-only %q, %q", name, p.Outdated(), p.ReadOnly(), p.Notices())
		}
		equal(t, story(), p.Content())
		if err := p.Save(Change{SetNotes: map[string]string{"a": "b"}}); !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: saving before the upgrade: %v", name, err)
		}
		if !bytes.Equal(before, read(t, path)) {
			t.Errorf("%s: opening it wrote to it", name)
		}
		kept := filepath.Join(t.TempDir(), "kept.byline")
		must(t, p.Upgrade(kept))
		must(t, p.Upgrade(kept)) // nothing is left to do
		if p.Outdated() || p.ReadOnly() != "" {
			t.Errorf("%s: after the upgrade: outdated %v, read-only %q", name, p.Outdated(), p.ReadOnly())
		}
		must(t, p.Save(Change{SetSettings: map[string]string{"new": "one"}, RemoveItems: []string{story().Items[0].ID}}))
		must(t, p.Close())
		atRest(t, path)
		again := mustOpen(t, path)
		want := story()
		want.Settings["new"], want.Items = "one", want.Items[1:]
		equal(t, want, again.Content())
		if again.Outdated() || again.ReadOnly() != "" {
			t.Errorf("%s: it is not up to date: %q", name, again.ReadOnly())
		}
		old := mustOpen(t, kept)
		equal(t, story(), old.Content())
		if !old.Outdated() {
			t.Errorf("%s: the copy was made after the upgrade", name)
		}
	}
}

// TestUpgradeOfAReleasedProject takes one that an earlier Byline wrote.
func TestUpgradeOfAReleasedProject(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Early.byline")
	storetest.WriteVersion1(t, path)
	p := mustOpen(t, path)
	want := p.Content()
	if !p.Outdated() || len(p.Problems()) > 0 || len(want.Items) != 1 || len(want.Places) != 6 {
		t.Fatalf("outdated %v, %q, %d articles, %d places", p.Outdated(), p.Problems(), len(want.Items), len(want.Places))
	}
	must(t, p.Upgrade(filepath.Join(t.TempDir(), "kept.byline")))
	must(t, p.Close())
	again := mustOpen(t, path)
	equal(t, want, again.Content())
	if again.ReadOnly() != "" {
		t.Errorf("brought up to date it is for reading only: %s", again.ReadOnly())
	}
}

// TestUpgradeThatCannotBe has no room for the copy, and then none for the
// upgrade: the project stays as it was.
func TestUpgradeThatCannotBe(t *testing.T) {
	path := early(t, 1, true)
	before := read(t, path)
	p := mustOpen(t, path)
	if err := p.Upgrade(filepath.Join(t.TempDir(), "no", "folder.byline")); err == nil || !p.Outdated() || !bytes.Equal(before, read(t, path)) {
		t.Errorf("an upgrade without a copy: %v, outdated %v", err, p.Outdated())
	}
	must(t, os.Rename(path, path+".aside"))
	if err := p.Upgrade(filepath.Join(t.TempDir(), "kept.byline")); !errors.Is(err, ErrGone) {
		t.Errorf("upgrading a file that was moved: %v", err)
	}
	must(t, os.Rename(path+".aside", path))
	equal(t, story(), p.Content())
	must(t, p.Upgrade(filepath.Join(t.TempDir(), "kept.byline")))
}

// TestUpgradeCutShort stops an upgrade before its commit, as a killed program
// does: the file is of the old version and whole.
func TestUpgradeCutShort(t *testing.T) {
	path := early(t, 1, false)
	before := read(t, path)
	db, conn, err := connect(context.Background(), path, "rw")
	must(t, err)
	w := writer{conn}
	for _, q := range []string{`PRAGMA cache_size = 1`, `BEGIN IMMEDIATE`, steps[1], `PRAGMA user_version = 2`} {
		must(t, w.exec(q))
	}
	must(t, w.setWhole(sum{}))
	must(t, w.exec(`INSERT INTO cache VALUES ('x', '', zeroblob(100000))`)) // more than the cache holds
	cut := filepath.Join(t.TempDir(), "Cut.byline")
	for _, suffix := range []string{"", "-journal"} {
		must(t, os.WriteFile(cut+suffix, read(t, path+suffix), 0o600))
	}
	must(t, w.exec(`ROLLBACK`))
	must(t, conn.Close())
	must(t, db.Close())
	if bytes.Equal(read(t, cut), before) || len(leftovers(cut)) != 1 {
		t.Fatal("the upgrade had not reached the file")
	}
	p := mustOpen(t, cut)
	equal(t, story(), p.Content())
	if !p.Outdated() {
		t.Errorf("after an upgrade that was cut short: read-only %q", p.ReadOnly())
	}
	must(t, p.Upgrade(filepath.Join(t.TempDir(), "kept.byline")))
}

// TestEarlierVersionThatIsHeld has one that may not be upgraded, because
// something else keeps it from being written.
func TestEarlierVersionThatIsHeld(t *testing.T) {
	path := early(t, 1, true)
	must(t, os.Chmod(path, 0o400))
	p := mustOpen(t, path)
	if p.Outdated() || !strings.Contains(p.ReadOnly(), "may not be written") {
		t.Errorf("outdated %v, read-only %q", p.Outdated(), p.ReadOnly())
	}
	before := read(t, path)
	must(t, p.Upgrade(filepath.Join(t.TempDir(), "kept.byline")))
	if !bytes.Equal(before, read(t, path)) {
		t.Error("it was written all the same")
	}
}

// TestSalvageOfAnEarlierVersion repairs into a project of this one.
func TestSalvageOfAnEarlierVersion(t *testing.T) {
	c, lost, err := salvaged(t, read(t, early(t, 1, false)))
	must(t, err)
	equal(t, story(), c)
	if len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
}
