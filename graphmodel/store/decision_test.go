package store

import (
	"path/filepath"
	"strings"
	"testing"

	"byline/graphmodel"
)

// TestDecisionsOfBothVersions saves a decision with all that version 2 knows
// beside some that version 1 could hold.
func TestDecisionsOfBothVersions(t *testing.T) {
	want := story()
	d := want.Decisions[0]
	d.Number, d.Scope, d.Other, d.Anchor.Start = 9, graphmodel.ScopeMention, "person/ada-lind~1", 40
	d.OtherAnchor = graphmodel.Anchor{Article: d.Anchor.Article, Quote: "Lind", Prefix: "Ada ", Suffix: ".", Start: 7}
	want.Decisions = append(want.Decisions, d)
	path := filepath.Join(t.TempDir(), "a.byline")
	must(t, Write(path, want))
	p := mustOpen(t, path)
	equal(t, want, p.Content())
	if len(p.Notices()) > 0 {
		t.Errorf("notices: %q", p.Notices())
	}
	must(t, p.Close())

	c, lost, err := salvaged(t, read(t, path))
	must(t, err)
	if len(lost) > 0 {
		t.Errorf("lost: %q", lost)
	}
	equal(t, want, c)
}

// TestSpoiledDecisionIsTold changes one of the later columns behind the seal.
func TestSpoiledDecisionIsTold(t *testing.T) {
	for _, spoil := range []string{"scope = 'name'", "start = 41", "other_quote = 'Lund'", "other_start = 1"} {
		c := story()
		c.Decisions[0].Anchor.Start = 40
		path := filepath.Join(t.TempDir(), "a.byline")
		must(t, Write(path, c))
		db, conn, err := connect(t.Context(), path, "rw")
		must(t, err)
		must(t, writer{conn}.exec(`UPDATE decision SET `+spoil+` WHERE number = 1`))
		must(t, (&Project{path: path, db: db, conn: conn}).disconnect())
		p := mustOpen(t, path)
		if all := strings.Join(p.Problems(), " ") + p.ReadOnly(); !strings.Contains(all, "Correction 1") {
			t.Errorf("%s: %q", spoil, all)
		}
	}
}
