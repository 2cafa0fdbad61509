package build_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"byline/assets"
	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract"
)

var update = flag.Bool("update", false, "accept the graphs as they are now")

// TestMasters compares the graphs of the sample articles with the texts kept of
// them: a change of a rule shows what it does to whole articles.
func TestMasters(t *testing.T) {
	for _, s := range assets.Samples() {
		t.Run(s.Name, func(t *testing.T) {
			a, err := article.FromBytes(s.Text, ".md")
			if err != nil {
				t.Fatal(err)
			}
			got := textOf(build.Graph([]article.Article{a}, []*extract.Reading{read(t, a)}, nil))
			path := filepath.Join("testdata", s.Name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("there is no master; -update writes one: %v", err)
			}
			if got != string(want) {
				t.Errorf("the graph differs from its master %s; look at it and accept it with go test ./graphmodel/build -run Masters -update\n%s", path, changes(string(want), got))
			}
		})
	}
}

// textOf is a graph as people read it.
func textOf(g *graphmodel.Graph) string {
	var b strings.Builder
	names := map[string]string{}
	for _, e := range g.Entities() {
		names[e.ID] = e.Name
	}
	for _, e := range g.Entities() {
		fmt.Fprintf(&b, "%s %s", e.Kind, e.Name)
		if e.MeasureSort != "" {
			fmt.Fprintf(&b, ", %s", e.MeasureSort)
		}
		for _, s := range e.Statuses {
			fmt.Fprintf(&b, ", %s", s.Word)
		}
		for _, r := range e.Roles {
			fmt.Fprintf(&b, ", %s", strings.Join(strings.Fields(r.Title), " "))
			if r.Of != "" {
				fmt.Fprintf(&b, " of %s", names[r.Of])
			}
		}
		b.WriteString("\n")
	}
	for _, l := range g.Links() {
		fmt.Fprintf(&b, "\n%s %s %s\n", names[l.From], l.Type, names[l.To])
		for _, e := range l.Evidence {
			fmt.Fprintf(&b, "  %s, %.2f, %s, %s, %s", e.Pattern, e.Confidence, e.Polarity, e.Certainty, e.Tense)
			if e.Attribution != "" {
				fmt.Fprintf(&b, ", says %s", names[e.Attribution])
			}
			if !e.DateGuessed && e.Date != "" {
				fmt.Fprintf(&b, ", %s", e.Date)
			}
			fmt.Fprintf(&b, "\n  “%s”\n", strings.Join(strings.Fields(e.Text), " "))
		}
	}
	return b.String()
}

// changes are the lines that one text has and the other has not.
func changes(want, got string) string {
	var out []string
	for _, side := range []struct{ mark, text, other string }{{"- ", want, got}, {"+ ", got, want}} {
		have := map[string]bool{}
		for _, line := range strings.Split(side.other, "\n") {
			have[line] = true
		}
		for _, line := range strings.Split(side.text, "\n") {
			if !have[line] {
				out = append(out, side.mark+line)
			}
		}
	}
	return strings.Join(out, "\n")
}
