package command

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"byline/assets"
	"byline/graphmodel"
	"byline/graphmodel/store"
)

// renamed is a project of one page in which Ada Lind goes by another name.
func renamed(t *testing.T, page string) string {
	t.Helper()
	project := filepath.Join(t.TempDir(), "a.byline")
	done(t, "add", project, page)
	p, err := store.Open(project)
	if err != nil {
		t.Fatal(err)
	}
	a := p.Content().Items[0].Article
	at := strings.Index(a.Text, "Ada Lind")
	d := graphmodel.Decision{Number: 1, Time: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Act: graphmodel.ActRename, About: "person/ada-lind", Value: "Mayor Lind",
		Anchor: graphmodel.AnchorAt(graphmodel.Span{Article: a.ID, Start: at, End: at + len("Ada Lind")}, a.Text)}
	if err := p.Save(store.Change{AddDecisions: []graphmodel.Decision{d}}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return project
}

// page writes a saved page of one address.
func page(t *testing.T, path, text string) {
	t.Helper()
	write(t, path, `<html><head><title>Bridge</title><link rel="canonical" href="https://example.org/bridge"></head><body><article><h1>Bridge</h1><p>`+
		strings.ReplaceAll(text, "\n", "</p><p>")+`</p></article></body></html>`)
}

const bridge = "Ada Lind, the mayor of Port Elva in Norway, opened the new bridge over the harbour on Monday, after ten years of work on it.\n" +
	"The bridge is four hundred metres long, and it will be paid for by a fee on every ship that comes into the harbour of the town."

// TestDecisionsGoOn takes a decision to a colleague's project, and over to a
// new version of its article.
func TestDecisionsGoOn(t *testing.T) {
	if assets.Model() == nil {
		t.Skip("the language model is not there: make setup brings it")
	}
	dir := t.TempDir()
	first, second := filepath.Join(dir, "first.html"), filepath.Join(dir, "second.html")
	page(t, first, bridge)
	page(t, second, "Corrected on Tuesday: the bridge was opened on Monday, not on Sunday as this page first said.\n"+bridge)
	project := renamed(t, first)
	file := filepath.Join(dir, "decisions.json")
	done(t, "decisions", project, "-o", file)
	if r := done(t, "decisions", project); !strings.Contains(r.out, "byline-decisions/1") || !strings.Contains(r.out, "Mayor Lind") {
		t.Errorf("decisions prints %s", r.out)
	}

	colleague := filepath.Join(dir, "colleague.byline")
	done(t, "add", colleague, second)
	if r := done(t, "apply", colleague, file); !strings.Contains(r.out, "1 decision new, 0 in the project already") {
		t.Error(r.out)
	}
	if r := done(t, "apply", colleague, file); !strings.Contains(r.out, "0 decisions new, 1 in the project already") {
		t.Error(r.out)
	}
	if r := done(t, "find", colleague, "mayor lind"); !strings.Contains(r.out, "person: Mayor Lind") {
		t.Errorf("the colleague finds %q", r.out)
	}

	if r := done(t, "add", project, second); !strings.Contains(r.out, "0 articles added, 1 replaced by a new version, 1 in all") || !strings.Contains(r.err, "takes the place of its earlier version") {
		t.Error(r.out, r.err)
	}
	if r := done(t, "find", project, "mayor lind"); !strings.Contains(r.out, "person: Mayor Lind") {
		t.Errorf("after the new version there is %q", r.out)
	}
	done(t, "check", project)

	other := filepath.Join(dir, "other.byline")
	write(t, filepath.Join(dir, "whales.txt"), "Iceland banned the hunt for fin whales on Monday, and Norway did not.")
	done(t, "add", other, filepath.Join(dir, "whales.txt"))
	if r := byline(t, nil, "apply", other, file); r.status != statusPartly || !strings.Contains(r.err, "does not fit: the article it stands on is not in the project") {
		t.Errorf("status %d, %q", r.status, r.err)
	}
	if r := byline(t, nil, "apply", other, first); r.status != statusPartly || !strings.Contains(r.err, "no file of decisions") {
		t.Errorf("status %d, %q", r.status, r.err)
	}
}
