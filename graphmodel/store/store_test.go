package store

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/layout"
)

// story is the content that the tests save: a few articles long enough to fill
// several pages each.
func story() Content {
	var c Content
	for n := 1; n <= 6; n++ {
		text := fmt.Sprintf("Report %d.\n", n) + strings.Repeat(fmt.Sprintf("The council of Port Elva voted on harbour fee %d in the café. ", n), 60)
		c.Items = append(c.Items, Item{n, article.Article{
			ID: article.ID(text), Name: fmt.Sprintf("report-%d", n), Title: fmt.Sprintf("Harbour fee %d", n), Outlet: "Byline sample",
			Author: "Ada Lind", Published: time.Date(2026, 3, n, 0, 0, 0, 0, time.FixedZone("", 7200)),
			Address: "https://example.org/harbour", Language: "en", Text: text, SHA256: strings.Repeat("ab", 32),
			Notes: []string{"Read as Windows-1252."},
		}})
	}
	for n := 1; n <= 4; n++ {
		c.Decisions = append(c.Decisions, graphmodel.Decision{
			Number: n, Time: time.Date(2026, 4, 1, 12, 0, n, 500, time.UTC), Act: graphmodel.ActRename, About: "person/ada-lind", Value: fmt.Sprintf("Ada %d", n),
			Link:   graphmodel.Key{From: "a", Type: graphmodel.Leads, To: "b"},
			Anchor: graphmodel.Anchor{Article: c.Items[0].ID, Quote: "council", Prefix: "The ", Suffix: " of"}, Reason: "as she signs",
		})
	}
	c.Places = map[string]Place{}
	for n := range 40 {
		c.Places[fmt.Sprintf("thing/%02d", n)] = Place{layout.Point{X: float64(n) * 1.25, Y: -float64(n)}, n%3 == 0}
	}
	c.Settings = map[string]string{"theme": "dark"}
	c.Views = map[string]string{"start": "x=1"}
	c.Notes = map[string]string{"thing/01": "call back"}
	return c
}

// equal ignores the zones' names, which no file keeps, and a minus zero.
func equal(t *testing.T, want, have Content) {
	t.Helper()
	if d := diff(want, have); d != "" {
		t.Errorf("the content is not as it was saved (-want +have):\n%s", d)
	}
}

func diff(want, have Content) string {
	return cmp.Diff(want, have, cmp.Comparer(func(a, b time.Time) bool {
		return a.Equal(b) && encodeTime(a) == encodeTime(b)
	}))
}

func newProject(t *testing.T, c Content) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	must(t, Write(path, c))
	return path
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustOpen(t *testing.T, path string) *Project {
	t.Helper()
	p, err := Open(path)
	must(t, err)
	t.Cleanup(func() { must(t, p.Close()) })
	return p
}

// atRest checks that nothing but the file lies in its folder.
func atRest(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("%s lies beside the project", e.Name())
		}
	}
}

func TestWhatIsSavedComesBack(t *testing.T) {
	path := newProject(t, story())
	p, err := Open(path)
	must(t, err)
	if p.ReadOnly() != "" || len(p.Notices())+len(p.Problems()) > 0 {
		t.Errorf("a sound project opens with %q %q %q", p.ReadOnly(), p.Notices(), p.Problems())
	}
	equal(t, story(), p.Content())
	must(t, p.Close())
	atRest(t, path)
}

func TestChange(t *testing.T) {
	path := newProject(t, story())
	p, err := Open(path)
	must(t, err)
	want := story()
	must(t, p.Save(Change{
		RemoveItems: []string{want.Items[0].ID}, RemoveDecisions: []int{2}, RemovePlaces: []string{"thing/00"},
		SetPlaces:   map[string]Place{"thing/01": {layout.Point{X: 7, Y: math.Copysign(0, -1)}, true}},
		SetSettings: map[string]string{"theme": "", "zoom": "2"}, SetNotes: map[string]string{"thing/02": "new"},
	}))
	must(t, p.Close())
	want.Items = want.Items[1:]
	want.Decisions = append(want.Decisions[:1:1], want.Decisions[2:]...)
	delete(want.Places, "thing/00")
	want.Places["thing/01"] = Place{layout.Point{X: 7}, true}
	want.Settings = map[string]string{"zoom": "2"}
	want.Notes["thing/02"] = "new"
	equal(t, want, mustOpen(t, path).Content())
}

func TestRemovedTextIsNotInTheFile(t *testing.T) {
	path := newProject(t, story())
	p, err := Open(path)
	must(t, err)
	secret := "Zyxquartz"
	text := secret + " is the source's name. " + strings.Repeat("More words follow. ", 400)
	must(t, p.Save(Change{AddItems: []Item{{9, article.Article{ID: article.ID(text), Title: secret, Text: text}}}}))
	must(t, p.Save(Change{RemoveItems: []string{article.ID(text)}}))
	must(t, p.Close())
	data, err := os.ReadFile(path)
	must(t, err)
	if bytes.Contains(bytes.ToLower(data), []byte(strings.ToLower(secret))) {
		t.Error("the removed text can still be found in the file")
	}
}

func TestCreateRefusesWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "A.byline")
	must(t, os.WriteFile(path, []byte("mine"), 0o600))
	if _, err := Create(path); !errors.Is(err, ErrExists) {
		t.Errorf("Create over a file: %v", err)
	}
	p, err := Create(filepath.Join(filepath.Dir(path), "Überblick 100% #1?.byline"))
	must(t, err)
	must(t, p.Save(Change{SetSettings: map[string]string{"a": "b"}}))
	must(t, p.Close())
	if p.Save(Change{SetSettings: map[string]string{"a": "c"}}) == nil {
		t.Error("a closed project takes changes")
	}
}

func TestCopyTo(t *testing.T) {
	path := newProject(t, story())
	p := mustOpen(t, path)
	to := filepath.Join(t.TempDir(), "Copy.byline")
	must(t, os.WriteFile(to, []byte("what was here before"), 0o600))
	must(t, p.Save(Change{SetSettings: map[string]string{"after": "opening"}}))
	must(t, p.CopyTo(t.Context(), to))
	atRest(t, to)
	want := story()
	want.Settings["after"] = "opening"
	equal(t, want, mustOpen(t, to).Content())
	if err := p.CopyTo(t.Context(), path); err == nil {
		t.Error("a project is copied onto itself")
	}
	if err := p.CopyTo(t.Context(), filepath.Join(t.TempDir(), "no", "folder.byline")); err == nil {
		t.Error("a copy goes into a folder that is not there")
	}
	must(t, p.Save(Change{SetSettings: map[string]string{"still": "open"}}))
}

func TestSearch(t *testing.T) {
	c := story()
	p := mustOpen(t, newProject(t, c))
	for words, want := range map[string]string{
		"FEE 3 cafe":     c.Items[2].ID,
		"harbour fee 5":  c.Items[4].ID,
		`"fee 2" AND (`:  "",
		"report-4":       c.Items[3].ID,
		"":               "",
		"no such wordly": "",
	} {
		ids, err := p.Search(words, 10)
		must(t, err)
		have := strings.Join(ids, " ")
		if have != want {
			t.Errorf("searching for %q finds %q, want %q", words, have, want)
		}
	}
	ids, err := p.Search("council", 4)
	must(t, err)
	if len(ids) != 4 {
		t.Errorf("%d articles for a limit of 4", len(ids))
	}
}
