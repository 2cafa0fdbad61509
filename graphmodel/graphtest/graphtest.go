// Package graphtest makes graphs for tests and checks that a graph keeps its
// promises: everything sorted and whole, every link between two things it may
// join, with a sentence behind it, and nothing the caller can spoil from
// outside.
//
// It owns no knowledge of how a graph is stored, read or drawn, and it is
// imported by tests only.
package graphtest

import (
	"fmt"
	"testing"

	"byline/graphmodel"
)

// Article is the id of the article in which the evidence made here lies.
const Article = "article"

// Entity returns a thing of that id and kind, with one name and one mention.
func Entity(id string, kind graphmodel.Kind) graphmodel.Entity {
	return graphmodel.Entity{
		ID: id, Kind: kind, Name: id,
		Names:    []graphmodel.NameCount{{Text: id, Count: 1}},
		Mentions: []graphmodel.Mention{{Span: graphmodel.Span{Article: Article, End: len(id)}, Text: id, Form: graphmodel.FormName}},
	}
}

// Link returns a link with one plain sentence behind it.
func Link(from string, kind graphmodel.LinkType, to string) graphmodel.Link {
	return graphmodel.Link{From: from, Type: kind, To: to, Evidence: []graphmodel.Evidence{Evidence(from, kind, to)}}
}

// Evidence returns a sentence that states a link: "a leads b.".
func Evidence(from string, kind graphmodel.LinkType, to string) graphmodel.Evidence {
	text := fmt.Sprintf("%s %s %s.", from, kind.Words(), to)
	span := func(start, end int) graphmodel.Span {
		return graphmodel.Span{Article: Article, Start: start, End: end}
	}
	verb := len(from) + 1
	object := verb + len(kind.Words()) + 1
	return graphmodel.Evidence{
		Sentence: span(0, len(text)), Text: text,
		From: span(0, len(from)), Trigger: span(verb, object-1), To: span(object, object+len(to)),
		Tense: graphmodel.Present, Polarity: graphmodel.Positive, Certainty: graphmodel.Asserted,
		Pattern: "made for a test", Confidence: 1,
	}
}

// Graph returns a graph of those things and links. It fails the test if one of
// them is refused, and checks the graph again when the test ends.
func Graph(t testing.TB, entities []graphmodel.Entity, links []graphmodel.Link) *graphmodel.Graph {
	t.Helper()
	g := graphmodel.NewGraph()
	for _, e := range entities {
		if err := g.AddEntity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range links {
		if err := g.AddLink(l); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { Check(t, g) })
	return g
}

// Summit returns a graph shaped like that of a news article: a summit, who
// takes part, what is agreed there, and a part that hangs on nothing.
func Summit(t testing.TB) *graphmodel.Graph {
	t.Helper()
	entities := []graphmodel.Entity{Entity("Harbour Summit", graphmodel.Measure)}
	for _, id := range []string{"Fairwater Act", "Search Fund", "Joint Coast Unit", "Ferry Levy"} {
		entities = append(entities, Entity(id, graphmodel.Measure))
	}
	for _, id := range []string{"Norland", "Estmark", "Sudavia", "Vestria", "Ostia"} {
		entities = append(entities, Entity(id, graphmodel.Country))
	}
	for _, id := range []string{"Ana Lind", "Bo Falk", "Carla Ruiz", "Dag Holm"} {
		entities = append(entities, Entity(id, graphmodel.Person))
	}
	for _, id := range []string{"Coast Office", "Port Union", "Law Council"} {
		entities = append(entities, Entity(id, graphmodel.Organisation))
	}
	links := []graphmodel.Link{
		Link("Norland", graphmodel.Hosts, "Harbour Summit"),
		Link("Ana Lind", graphmodel.Leads, "Norland"),
		Link("Ana Lind", graphmodel.Supports, "Fairwater Act"),
		Link("Norland", graphmodel.Adopts, "Fairwater Act"),
		Link("Norland", graphmodel.CooperatesWith, "Estmark"),
		Link("Coast Office", graphmodel.OfCountry, "Norland"),
		Link("Coast Office", graphmodel.Runs, "Joint Coast Unit"),
		Link("Bo Falk", graphmodel.Leads, "Coast Office"),
		Link("Search Fund", graphmodel.Funds, "Joint Coast Unit"),
		Link("Law Council", graphmodel.Criticises, "Fairwater Act"),
		Link("Carla Ruiz", graphmodel.WorksFor, "Law Council"),
		Link("Port Union", graphmodel.Opposes, "Ferry Levy"),
		Link("Dag Holm", graphmodel.Leads, "Port Union"),
	}
	for _, id := range []string{"Estmark", "Sudavia", "Vestria", "Ostia", "Ana Lind", "Coast Office"} {
		links = append(links, Link(id, graphmodel.TakesPartIn, "Harbour Summit"))
	}
	return Graph(t, entities, links)
}
