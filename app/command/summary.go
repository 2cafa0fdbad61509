package command

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// longestQuote is how many letters of a sentence the summary prints.
const longestQuote = 220

// summarise prints a graph for a person at a terminal: the things by kind,
// then every link with one sentence that says so.
func summarise(out io.Writer, g *graphmodel.Graph, articles []article.Article) error {
	w := bufio.NewWriter(out)
	p := func(format string, args ...any) { fmt.Fprintf(w, format, args...) } //nolint:errcheck // Flush says so
	for _, a := range articles {
		p("%s\n", harmless(strings.Join(slices.DeleteFunc([]string{cmp.Or(a.Title, a.Name, "a text without a title"), a.Outlet, day(a)},
			func(s string) bool { return s == "" }), " · ")))
	}
	things, links := g.Size()
	p("\n%s, %s\n", counted(things, "thing", "things"), counted(links, "link", "links"))
	entities := g.Entities()
	names := map[string]string{}
	for _, kind := range graphmodel.Kinds() {
		var of []graphmodel.Entity
		for _, e := range entities {
			if e.Kind == kind {
				of = append(of, e)
				names[e.ID] = e.Name
			}
		}
		slices.SortFunc(of, func(a, b graphmodel.Entity) int {
			return cmp.Or(cmp.Compare(len(b.Mentions), len(a.Mentions)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		})
		if len(of) > 0 {
			p("\n%s\n", headings[kind])
		}
		for _, e := range of {
			p("  %s%s\n", harmless(e.Name), harmless(details(e)))
		}
	}
	if links > 0 {
		p("\nLinks\n")
	}
	for _, l := range g.Links() {
		p("  %s %s %s%s\n", harmless(names[l.From]), l.Type.Words(), harmless(names[l.To]), status(l))
		if len(l.Evidence) > 0 {
			p("      “%s”\n", harmless(shortened(l.Evidence[0].Text)))
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("standard output cannot be written: %w", err)
	}
	return nil
}

var headings = map[graphmodel.Kind]string{
	graphmodel.Person: "People", graphmodel.Organisation: "Organisations",
	graphmodel.Country: "Countries", graphmodel.Measure: "Measures",
}

func day(a article.Article) string {
	if a.Published.IsZero() {
		return ""
	}
	return a.Published.Format("2 January 2006")
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// details are what the summary says of a thing behind its name.
func details(e graphmodel.Entity) string {
	var parts []string
	for _, r := range e.Roles {
		parts = append(parts, r.Title)
	}
	if e.MeasureSort != "" {
		parts = append(parts, string(e.MeasureSort))
	}
	if n := len(e.Statuses); n > 0 {
		parts = append(parts, e.Statuses[n-1].Word)
	}
	if e.Amount != "" {
		parts = append(parts, e.Amount)
	}
	for _, n := range e.Names {
		if n.Text != e.Name && len(parts) < 4 {
			parts = append(parts, "“"+n.Text+"”")
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func status(l graphmodel.Link) string {
	if s := l.Status(); s != graphmodel.StatusStated {
		return " (" + string(s) + ")"
	}
	return ""
}

func shortened(s string) string {
	s = wording.OneLine(s)
	runes := []rune(s)
	if len(runes) <= longestQuote {
		return s
	}
	return string(runes[:longestQuote-1]) + "…"
}
