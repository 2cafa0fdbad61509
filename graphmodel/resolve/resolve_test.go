package resolve_test

import (
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
		g := resolve.Graph(articles, readings, nil)
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
		g := resolve.Graph(articles, readings, []graphmodel.Decision{c.d})
		if n, l := g.Size(); n != c.entities || l != c.links {
			t.Errorf("%s: %d entities and %d links, want %d and %d", c.name, n, l, c.entities, c.links)
		}
	}
}
