package build_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract"
	"byline/graphmodel/language/engine"
)

var load = sync.OnceValues(func() (*engine.Engine, error) { return engine.Load() })

// builder is a Builder over the real language layer.
func builder(t testing.TB) *build.Builder {
	t.Helper()
	e, err := load()
	if errors.Is(err, engine.ErrNoModel) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return build.New(e)
}

func articleOf(text string) article.Article {
	return article.Article{ID: article.ID(text), Text: text, Published: time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)}
}

// read reads one article.
func read(t testing.TB, a article.Article) *extract.Reading {
	t.Helper()
	r, err := builder(t).Read(t.Context(), a, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func graphOf(t testing.TB, text string) *graphmodel.Graph {
	t.Helper()
	a := articleOf(text)
	r := read(t, a)
	return build.Graph([]article.Article{a}, []*extract.Reading{r}, nil)
}

// linksOf are the links of a graph as "A TYPE B", by names.
func linksOf(g *graphmodel.Graph) []string {
	name := map[string]string{}
	for _, e := range g.Entities() {
		name[e.ID] = e.Name
	}
	var out []string
	for _, l := range g.Links() {
		ends := []string{name[l.From], name[l.To]}
		if l.Type.Undirected() {
			slices.Sort(ends)
		}
		out = append(out, ends[0]+" "+string(l.Type)+" "+ends[1])
	}
	return out
}

func TestList(t *testing.T) {
	text := "Kenya opened a water summit on Monday. Core topics include:\n- Repairing dams\n- Sharing river data\n"
	got := linksOf(graphOf(t, text))
	for _, w := range []string{"Repairing dams PART_OF water summit", "Sharing river data PART_OF water summit"} {
		if !slices.Contains(got, w) {
			t.Errorf("misses %q in %q", w, got)
		}
	}
}

func TestQualifiers(t *testing.T) {
	for _, c := range []struct {
		text      string
		link      graphmodel.LinkType
		polarity  graphmodel.Polarity
		certainty graphmodel.Certainty
		speaker   string
		date      string
	}{
		{"France condemned Russia on Monday.", graphmodel.Criticises, graphmodel.Positive, graphmodel.Asserted, "", "2024-05-13"},
		{"Brazil will not attack Bolivia.", graphmodel.Attacks, graphmodel.Negated, graphmodel.Planned, "", "2024-05-15"},
		{"Rwanda denied attacking Burundi.", graphmodel.Attacks, graphmodel.Negated, graphmodel.Asserted, "", "2024-05-15"},
		{"Brazil may attack Bolivia.", graphmodel.Attacks, graphmodel.Positive, graphmodel.Possible, "", "2024-05-15"},
		{"According to India, Norwegian Prime Minister Kari Solberg resigned.", graphmodel.Leads, graphmodel.Positive, graphmodel.Asserted, "", "2024-05-15"},
		{"Chile accused Peru of breaching Norway's tax treaty.", graphmodel.TakesPartIn, graphmodel.Positive, graphmodel.Asserted, "", "2024-05-15"},
		{"Kari Solberg said she got the request of Chile to suspend the Parliament of Norway.", graphmodel.Proposes, graphmodel.Positive, graphmodel.Asserted, "", "2024-05-15"},
		{"Chile urged Peru to adopt a tax law.", graphmodel.Adopts, graphmodel.Positive, graphmodel.Proposed, "", "2024-05-15"},
		{"India said that Nepal attacked Bhutan in 2019.", graphmodel.Attacks, graphmodel.Positive, graphmodel.Asserted, "country/in", "2019"},
	} {
		g := graphOf(t, c.text)
		found := false
		for _, l := range g.Links() {
			if l.Type != c.link {
				continue
			}
			found = true
			e := l.Evidence[0]
			if e.Polarity != c.polarity || e.Certainty != c.certainty || e.Attribution != c.speaker || e.Date != c.date {
				t.Errorf("%q: %s, %s, said by %q, of %q", c.text, e.Polarity, e.Certainty, e.Attribution, e.Date)
			}
		}
		if !found {
			t.Errorf("%q has no link %s: %q", c.text, c.link, linksOf(g))
		}
	}
}

func TestNames(t *testing.T) {
	text := "Finnish President Aino Korhonen met Nordea in Helsinki. Korhonen praised the bank near the river Vantaa. She left on Monday."
	var got []string
	for _, e := range graphOf(t, text).Entities() {
		got = append(got, string(e.Kind)+" "+e.Name)
	}
	for _, w := range []string{"country Finland", "person Aino Korhonen"} {
		if !slices.Contains(got, w) {
			t.Errorf("misses %q in %q", w, got)
		}
	}
	for _, n := range []string{"person Korhonen", "person Vantaa", "organisation Monday"} {
		if slices.Contains(got, n) {
			t.Errorf("has the wrong %q", n)
		}
	}
}

func TestSameTextSameGraph(t *testing.T) {
	text := strings.Repeat("Spain, Italy and Greece urged Turkey to lift the fishing ban. The ban hit Cyprus.\n", 3)
	a := graphOf(t, text)
	for range 5 {
		b := graphOf(t, text)
		if !slices.Equal(linksOf(a), linksOf(b)) {
			t.Fatal("two readings of one text differ")
		}
	}
}

// Text that is no prose parses into sentences and phrases of thousands of
// tokens. Reading it must not take a time that grows with their square: this
// took minutes once, and the test's own limit catches it.
func TestReadsWhatIsNoProse(t *testing.T) {
	a, err := article.FromText(strings.Repeat("\uFFFD\uFFFD\uFFFD\uFFFD\u00ACit;&<script>", 6000), article.Article{})
	if err != nil {
		t.Fatal(err)
	}
	if r := read(t, a); r == nil {
		t.Fatal("nothing was read")
	}
}
