package session

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/codec/decisions"
)

// TestDecisionsSurviveNewVersions edits an article under decisions: those whose
// words are there go on, the others are named, and undoing brings all back.
func TestDecisionsSurviveNewVersions(t *testing.T) {
	d := newDesk(t)
	d.add(harbour, ferry)
	ada, erik := d.id("Ada Lind"), d.id("Erik Sund")
	d.Rename(ada, "Mayor Lind")
	d.Wait()
	leads := d.oneLink(graphmodel.Leads)
	d.RejectLink(leads.Key())
	d.Wait()
	d.Merge(ada, erik)
	d.Wait()
	before := d.Snapshot()
	if len(before.Unfit) > 0 {
		t.Fatalf("%v do not fit from the start", before.Unfit)
	}
	longer := strings.Replace(harbour, "on Monday.", "on Monday after a long debate in the town hall.", 1)
	d.ReplaceArticle(before.Articles[0].ID, longer, headed(longer))
	d.Wait()
	after := d.Snapshot()
	if len(after.Articles) != 2 || after.Articles[0].Text != longer || after.UndoLabel != "Replace “Port Elva council backs harbour fee”" {
		t.Fatalf("undo would take back %q; %v", after.UndoLabel, d.problems())
	}
	if e := d.entity(ada); e.Name != "Mayor Lind" || len(after.Unfit) > 0 || len(after.Rejected) != 1 || after.Decisions[0].Anchor.Article != after.Articles[0].ID {
		t.Errorf("after the edit: %+v, unfit %v, rejected %v", e, after.Unfit, after.Rejected)
	}
	without := strings.Replace(longer, " Ada Lind met Erik Sund, the chairman of Nordic Shipping, on Tuesday.", "", 1)
	d.ReplaceArticle(after.Articles[0].ID, without, headed(without))
	d.Wait()
	if u := d.Snapshot().Unfit; len(u) != 1 || u[0].Number != 2 || u[0].Why == "" {
		t.Errorf("without the sentence %v do not fit", u)
	}
	d.Undo()
	d.Undo()
	d.Wait()
	same(t, "taken back", before, d.Snapshot())
	d.ReplaceArticle("no such", longer, article.Article{})
	d.Wait()
	same(t, "nothing to replace", before, d.Snapshot())
}

// TestNewVersionFromItsAddress adds a page again that has changed meanwhile.
func TestNewVersionFromItsAddress(t *testing.T) {
	d := newDesk(t)
	page := headed(ferry)
	page.Address = "https://example.org/ferry"
	d.AddText(ferry, page)
	d.Wait()
	d.Rename(d.id("Erik Sund"), "E. Sund")
	d.AddText(ferry+" A second line stays open.", page)
	d.Wait()
	s := d.Snapshot()
	if len(s.Articles) != 1 || s.Progress.Text != "1 article replaced by a new version." || len(s.Unfit) > 0 {
		t.Errorf("%d articles, %q, unfit %v", len(s.Articles), s.Progress.Text, s.Unfit)
	}
	if e := d.entity(d.id("E. Sund")); len(e.Mentions) == 0 || e.Mentions[0].Article != s.Articles[0].ID {
		t.Errorf("he is %+v", e)
	}
}

// TestColleagueGetsTheDecisions takes them to another project with one of the
// articles.
func TestColleagueGetsTheDecisions(t *testing.T) {
	d := newDesk(t)
	d.add(harbour, ferry)
	d.Rename(d.id("Ada Lind"), "Mayor Lind")
	d.Wait()
	split := d.Split(d.id("Nordic Shipping"), Part{Article: d.Snapshot().Articles[1].ID}, "")
	d.Wait()
	d.SetNote(split, "Another firm")
	d.Wait()
	path := filepath.Join(t.TempDir(), "decisions.json")
	if err := d.WriteDecisions(path); err != nil {
		t.Fatal(err)
	}
	if err := d.WriteDecisions(filepath.Join(path, "nowhere", "x.json")); !errors.Is(err, ErrNoDecisionsFile) {
		t.Errorf("writing nowhere: %v", err)
	}
	other := newDesk(t)
	before := other.add(harbour)
	n, err := other.ApplyDecisions(path)
	other.Wait()
	s := other.Snapshot()
	if err != nil || n != 3 || s.UndoLabel != "Apply 3 decisions" || len(s.Unfit) != 2 {
		t.Errorf("%d, %v, %q, unfit %v", n, err, s.UndoLabel, s.Unfit)
	}
	if e := other.entity(other.id("Mayor Lind")); e.Name != "Mayor Lind" {
		t.Errorf("she is called %q", e.Name)
	}
	if n, err := other.ApplyDecisions(path); n != 0 || err != nil {
		t.Errorf("applied again: %d, %v", n, err)
	}
	other.Undo()
	other.Wait()
	same(t, "taken back", before, other.Snapshot())
	if err := os.WriteFile(path, []byte("Dear colleague"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := other.ApplyDecisions(path); !errors.Is(err, decisions.ErrNotDecisions) {
		t.Errorf("a letter: %v", err)
	}
	if _, err := other.ApplyDecisions(path + " gone"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}
