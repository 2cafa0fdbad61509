package resolve_test

import (
	"strings"
	"testing"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/resolve"
)

func span(id string, start int, text string) graphmodel.Mention {
	return graphmodel.Mention{Span: graphmodel.Span{Article: id, Start: start, End: start + len(text)}, Text: text, Form: graphmodel.FormName}
}

func person(id, name, key string, roles ...extract.Role) extract.Thing {
	return extract.Thing{Kind: graphmodel.Person, Name: name, Key: key, Roles: roles, Proper: true, Mentions: []graphmodel.Mention{span(id, 0, name)}}
}

func country(id, name, code string) extract.Thing {
	return extract.Thing{Kind: graphmodel.Country, Name: name, Key: code, Code: code, Proper: true, Mentions: []graphmodel.Mention{span(id, 40, name)}}
}

func story(a, b []extract.Thing) ([]article.Article, []*extract.Reading) {
	day := time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)
	articles := []article.Article{{ID: "one", Published: day}, {ID: "two", Published: day}}
	return articles, []*extract.Reading{{Article: "one", Things: a}, {Article: "two", Things: b}}
}

func TestAcross(t *testing.T) {
	lead := func(of int) extract.Role { return extract.Role{Title: "President", Of: of} }
	for _, c := range []struct {
		name string
		a, b []extract.Thing
		want int // entities
	}{
		{"one country", []extract.Thing{country("one", "Chile", "CL")}, []extract.Thing{country("two", "Chile", "CL")}, 1},
		{"one full name", []extract.Thing{person("one", "Rosa Ibarra", "rosa ibarra")}, []extract.Thing{person("two", "Rosa Ibarra", "rosa ibarra")}, 1},
		{"two surnames stay two", []extract.Thing{person("one", "Ibarra", "ibarra")}, []extract.Thing{person("two", "Ibarra", "ibarra")}, 2},
		{
			"one name, offices of two countries",
			[]extract.Thing{person("one", "Rosa Ibarra", "rosa ibarra", lead(1)), country("one", "Chile", "CL")},
			[]extract.Thing{person("two", "Rosa Ibarra", "rosa ibarra", lead(1)), country("two", "Peru", "PE")},
			4,
		},
	} {
		articles, readings := story(c.a, c.b)
		g := resolve.Resolve(articles, readings, nil).Graph
		if n, _ := g.Size(); n != c.want {
			t.Errorf("%s: %d entities, want %d", c.name, n, c.want)
		}
	}
}

func TestDecisions(t *testing.T) {
	articles, readings := story(
		[]extract.Thing{person("one", "Ibarra", "ibarra"), country("one", "Chile", "CL")},
		[]extract.Thing{person("two", "Rosa Ibarra", "rosa ibarra")},
	)
	readings[0].Claims = []extract.Claim{{From: 0, To: 1, Type: graphmodel.Leads, Speaker: extract.None, Evidence: graphmodel.Evidence{
		Sentence: graphmodel.Span{Article: "one", Start: 0, End: 50}, Text: "x", Pattern: "role", Confidence: 0.9,
	}}}
	key := graphmodel.Key{From: "person/ibarra", Type: graphmodel.Leads, To: "country/cl"}
	for _, c := range []struct {
		name            string
		d               graphmodel.Decision
		entities, links int
	}{
		{"none", graphmodel.Decision{Act: graphmodel.ActRename, About: "nobody"}, 3, 1},
		{"same", graphmodel.Decision{Act: graphmodel.ActSame, About: "person/rosa-ibarra", Other: "person/ibarra"}, 2, 1},
		{"delete", graphmodel.Decision{Act: graphmodel.ActDelete, About: "person/ibarra"}, 2, 0},
		{"reject", graphmodel.Decision{Act: graphmodel.ActReject, Link: key}, 3, 0},
		{"kind", graphmodel.Decision{Act: graphmodel.ActKind, About: "person/ibarra", Value: "organisation"}, 3, 0},
	} {
		g := resolve.Resolve(articles, readings, []graphmodel.Decision{c.d}).Graph
		if n, l := g.Size(); n != c.entities || l != c.links {
			t.Errorf("%s: %d entities and %d links, want %d and %d", c.name, n, l, c.entities, c.links)
		}
	}
}

// words is the anchor of the first mention of a thing.
func words(m graphmodel.Mention, text string) graphmodel.Anchor {
	return graphmodel.AnchorAt(m.Span, text)
}

// TestDifferentHoldsAgainstJoining says of two that have one id but for its
// number, and of a surname and a full name, that they are two: what would join
// them does not, with one more article or without.
func TestDifferentHoldsAgainstJoining(t *testing.T) {
	lead := func(of int) extract.Role { return extract.Role{Title: "President", Of: of} }
	text := "Rosa Ibarra spoke.                      Chile and others listened."
	chile := func(id string) extract.Thing { return country(id, "Chile", "CL") }
	for _, c := range []struct {
		name    string
		a, b, c extract.Thing // the first thing of three articles
		joined  int           // people without the decision
		apart   int           // and with it
	}{
		{"one name", person("one", "Rosa Ibarra", "rosa ibarra"), person("two", "Rosa Ibarra", "rosa ibarra"), person("three", "Bo Falk", "bo falk"), 2, 3},
		{"a name twice and once more", person("one", "Rosa Ibarra", "rosa ibarra"), person("two", "Rosa Ibarra", "rosa ibarra"), person("three", "Rosa Ibarra", "rosa ibarra"), 1, 2},
		{"surname", person("one", "Rosa Ibarra", "rosa ibarra", lead(1)), person("two", "Ibarra", "ibarra", lead(1)), person("three", "Bo Falk", "bo falk"), 2, 3},
	} {
		var articles []article.Article
		var readings []*extract.Reading
		for i, id := range []string{"one", "two", "three"} {
			thing := []extract.Thing{c.a, c.b, c.c}[i]
			articles = append(articles, article.Article{ID: id, Text: text})
			readings = append(readings, &extract.Reading{Article: id, Things: []extract.Thing{thing, chile(id)}})
		}
		d := graphmodel.Decision{
			Act: graphmodel.ActDifferent, About: "person/rosa-ibarra", Anchor: words(c.a.Mentions[0], text),
			Other: "person/rosa-ibarra-2", OtherAnchor: words(c.b.Mentions[0], strings.Replace(text, "Rosa Ibarra", c.b.Name, 1)),
		}
		articles[1].Text = strings.Replace(text, "Rosa Ibarra", c.b.Name, 1)
		for _, decisions := range [][]graphmodel.Decision{nil, {d}} {
			want := 1 + c.joined
			if decisions != nil {
				want = 1 + c.apart
			}
			g := resolve.Resolve(articles, readings, decisions).Graph
			if n, _ := g.Size(); n != want {
				t.Errorf("%s, %d decisions: %d things, want %d", c.name, len(decisions), n, want)
			}
		}
	}
}

// TestAnswersAreOfThingsAsTheyAreNow: an answer is known by the words that it
// stands on, by whatever id the thing went when it was given.
func TestAnswersAreOfThingsAsTheyAreNow(t *testing.T) {
	const text = "Rosa Ibarra spoke to the council of Chile. Bo Falk listened."
	falk := person("one", "Bo Falk", "bo falk")
	falk.Mentions[0].Start = strings.Index(text, "Bo Falk")
	falk.Mentions[0].End = falk.Mentions[0].Start + len("Bo Falk")
	rosa := person("one", "Rosa Ibarra", "rosa ibarra")
	articles := []article.Article{{ID: "one", Text: text}}
	readings := []*extract.Reading{{Article: "one", Things: []extract.Thing{rosa, falk}}}
	said := func(act graphmodel.Act) graphmodel.Decision {
		return graphmodel.Decision{
			Act: act, About: "person/as-it-was", Anchor: words(rosa.Mentions[0], text),
			Other: "person/bo-falk", OtherAnchor: words(falk.Mentions[0], text),
		}
	}
	for _, act := range []graphmodel.Act{graphmodel.ActDifferent, graphmodel.ActHold} {
		have := resolve.Resolve(articles, readings, []graphmodel.Decision{said(act)}).Answers
		want := graphmodel.Answer{A: "person/rosa-ibarra", B: "person/bo-falk", Act: act}
		if len(have) != 1 || have[0] != want {
			t.Errorf("the answers are %v, want %v", have, want)
		}
	}
	both := []graphmodel.Decision{said(graphmodel.ActHold), said(graphmodel.ActSame)}
	if have := resolve.Resolve(articles, readings, both).Answers; len(have) != 0 {
		t.Errorf("the two are one, and the answers are %v", have)
	}
}
