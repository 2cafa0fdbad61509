package graphmodel_test

import (
	"testing"

	"byline/graphmodel"
)

func TestDay(t *testing.T) {
	for iso, want := range map[string]string{
		"2025-03-31": "2025-03-31", "2025-03": "2025-03-01", "2025": "2025-01-01",
		"": "", "2025-13": "", "31 March": "", "2025-3-1": "", "20250331": "",
	} {
		day, ok := graphmodel.Day(iso)
		if got := day.Format("2006-01-02"); ok != (want != "") || ok && got != want {
			t.Errorf("%q is %s, %v", iso, got, ok)
		}
	}
}

func TestFirstDatesAndArticles(t *testing.T) {
	g := graphmodel.NewGraph()
	for _, id := range []string{"a", "b", "c"} {
		if err := g.AddEntity(graphmodel.Entity{ID: id, Kind: graphmodel.Organisation, Name: id,
			Mentions: []graphmodel.Mention{{Span: graphmodel.Span{Article: "1", End: 1}}, {Span: graphmodel.Span{Article: "1", Start: 2, End: 3}}}}); err != nil {
			t.Fatal(err)
		}
	}
	evidence := func(article, date string) graphmodel.Evidence {
		return graphmodel.Evidence{Sentence: graphmodel.Span{Article: article, End: 9}, Text: article + date, Date: date}
	}
	for _, l := range []graphmodel.Link{
		{From: "a", Type: graphmodel.Supports, To: "b", Evidence: []graphmodel.Evidence{evidence("1", "2025-03-31"), evidence("2", "2025-03"), evidence("2", "")}},
		{From: "b", Type: graphmodel.Opposes, To: "c", Evidence: []graphmodel.Evidence{evidence("1", "")}},
	} {
		if err := g.AddLink(l); err != nil {
			t.Fatal(err)
		}
	}
	first := g.FirstDates()
	if len(first) != 2 || first["a"] != "2025-03" || first["b"] != "2025-03" {
		t.Errorf("first dates are %v", first)
	}
	l, err := g.Link(graphmodel.Key{From: "a", Type: graphmodel.Supports, To: "b"})
	if err != nil || l.Articles() != 2 {
		t.Errorf("%d articles say it (%v), want 2", l.Articles(), err)
	}
	if e, err := g.Entity("a"); err != nil || e.Articles() != 1 {
		t.Errorf("%d articles name it (%v), want 1", e.Articles(), err)
	}
}
