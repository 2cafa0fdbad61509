package build_test

import (
	"slices"
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract"
)

// TestWhoseOfficeItIs proves that an office between two names and commas is
// that of the first, and in front of one name that of this.
func TestWhoseOfficeItIs(t *testing.T) {
	for _, c := range []struct {
		text string
		want map[string][]string
	}{
		{"The union sanctioned four officials: Pavel Horak, the head of the Harbour Committee, Igor Krasny, the Prosecutor General, and Viktor Zelenka, the head of the Prison Service.",
			map[string][]string{"Pavel Horak": {"head"}, "Igor Krasny": {"Prosecutor General"}, "Viktor Zelenka": {"head"}}},
		{"The mayor of London, Sadia Kerr, opened the bridge.", map[string][]string{"Sadia Kerr": {"mayor"}}},
	} {
		a := article.Article{ID: article.ID(c.text), Text: c.text}
		g := build.Graph([]article.Article{a}, []*extract.Reading{read(t, a)}, nil)
		for _, e := range g.Entities() {
			if e.Kind != graphmodel.Person {
				continue
			}
			var have []string
			for _, r := range e.Roles {
				have = append(have, r.Title)
			}
			if !slices.Equal(have, c.want[e.Name]) {
				t.Errorf("%s: %s is %q, want %q", c.text, e.Name, have, c.want[e.Name])
			}
		}
	}
}
