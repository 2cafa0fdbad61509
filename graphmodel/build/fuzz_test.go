package build_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract"
)

// FuzzRead holds that any text gives a graph whose spans lie in its article,
// whose links join existing things of kinds that they may join, and whose
// evidence contains both ends or points to where the text names them.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", " ", "\n\n", "\x00", "“", "”", "\"\"", "No.", "No. 7", "- \n- x", "x:\n- y\n-", "(", "()", "’s", "the the the",
		"France condemned Russia.", "“We condemn Russia,” said", "Law:\n- ban on x\n- fine", "Act No. 12 of France",
		"President President of of France France", "and Spain, and Italy and", "G7 — U.N. ‘x’ $5 million in funding",
		"The Prime Minister he she it we said said that that", "€5 of aid of loan in funding", "no-deal Brexit - Brexit", "Spain\tItaly\r\nFrance",
	} {
		f.Add(seed)
	}
	builder(f) // skips without a model
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 5000 {
			return
		}
		a := article.Article{ID: article.ID(text), Text: text}
		r := read(t, a)
		checkReading(t, text, r)
		g := build.Graph([]article.Article{a}, []*extract.Reading{r}, nil)
		for _, l := range g.Links() {
			checkLink(t, text, g, l)
		}
	})
}

func checkReading(t *testing.T, text string, r *extract.Reading) {
	t.Helper()
	for _, th := range r.Things {
		if len(th.Mentions) == 0 || th.Name == "" {
			t.Errorf("%q: the thing %q has no mention or no name", text, th.Name)
		}
		for _, m := range th.Mentions {
			if m.Start < 0 || m.End > len(text) || m.Empty() || text[m.Start:m.End] != m.Text {
				t.Errorf("%q: a mention lies at %d to %d and says %q", text, m.Start, m.End, m.Text)
			}
		}
	}
	for _, c := range r.Claims {
		checkEnd(t, text, c, r.Things[c.From], c.Evidence.From)
		checkEnd(t, text, c, r.Things[c.To], c.Evidence.To)
	}
}

// checkEnd holds that a claim's sentence has the words for one of its ends in
// it, or that those words are a mention of the thing somewhere else.
func checkEnd(t *testing.T, text string, c extract.Claim, end extract.Thing, at graphmodel.Span) {
	t.Helper()
	mention := slices.ContainsFunc(end.Mentions, func(m graphmodel.Mention) bool { return m.Span == at })
	if !mention && !c.Evidence.Sentence.Contains(at) {
		t.Errorf("%q: %s says that %q is at %d to %d", text, c.Evidence.Pattern, end.Name, at.Start, at.End)
	}
}

func checkLink(t *testing.T, text string, g *graphmodel.Graph, l graphmodel.Link) {
	t.Helper()
	from, errFrom := g.Entity(l.From)
	to, errTo := g.Entity(l.To)
	if errFrom != nil || errTo != nil || !l.Type.Fits(from.Kind, to.Kind) {
		t.Errorf("%q: %s %s %s cannot stand", text, l.From, l.Type, l.To)
	}
	for _, e := range l.Evidence {
		for _, s := range []graphmodel.Span{e.Sentence, e.From, e.To} {
			if s.Start < 0 || s.End > len(text) || s.Empty() {
				t.Errorf("%q: a span of %s lies at %d to %d", text, e.Pattern, s.Start, s.End)
			}
		}
		if !e.Trigger.Empty() && !e.Sentence.Contains(e.Trigger) {
			t.Errorf("%q: the word that fired %s is not in its sentence", text, e.Pattern)
		}
		if e.Pattern == "" || e.Confidence <= 0 || e.Confidence > 1 || e.Text == "" || e.Polarity == "" || e.Certainty == "" || e.Tense == "" {
			t.Errorf("%q: evidence is incomplete: %+v", text, e)
		}
	}
}
