package command

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// explain prints every link with every sentence behind it, the words in it
// that carry the link, and the pattern that found it.
func explain(out io.Writer, g *graphmodel.Graph, articles []article.Article) error {
	w := bufio.NewWriter(out)
	p := func(format string, args ...any) { fmt.Fprintf(w, format, args...) } //nolint:errcheck // Flush says so
	texts, titles, names := map[string]string{}, map[string]string{}, map[string]string{}
	for _, a := range articles {
		texts[a.ID], titles[a.ID] = a.Text, a.Name
	}
	for _, e := range g.Entities() {
		names[e.ID] = e.Name
	}
	for _, l := range g.Links() {
		p("%s %s %s%s  [%s, %.2f]\n", harmless(names[l.From]), l.Type.Words(), harmless(names[l.To]), status(l), l.Type, l.Confidence())
		for _, e := range l.Evidence {
			p("    “%s”\n", harmless(wording.OneLine(e.Text)))
			p("    %s\n", harmless(strings.Join(reasons(e, texts[e.Sentence.Article], titles[e.Sentence.Article], names), " · ")))
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("standard output cannot be written: %w", err)
	}
	return nil
}

// reasons say why a sentence became evidence.
func reasons(e graphmodel.Evidence, text, title string, names map[string]string) []string {
	var parts []string
	if title != "" {
		parts = append(parts, title)
	}
	if words := quote(text, e.Trigger); words != "" {
		parts = append(parts, "fired by “"+words+"”")
	}
	if from, to := quote(text, e.From), quote(text, e.To); from != "" && to != "" {
		parts = append(parts, "between “"+from+"” and “"+to+"”")
	}
	if e.Attribution != "" {
		who := e.Attribution
		if name := names[who]; name != "" {
			who = name
		}
		parts = append(parts, "said by "+who)
	}
	if e.Date != "" {
		parts = append(parts, e.Date)
	}
	return append(parts, "pattern "+e.Pattern)
}

// quote returns the words of a span.
func quote(text string, s graphmodel.Span) string {
	if s.Empty() || s.Start < 0 || s.End > len(text) {
		return ""
	}
	return wording.OneLine(text[s.Start:s.End])
}
