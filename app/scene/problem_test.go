package scene_test

import (
	"math"
	"slices"
	"testing"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/graphtest"
)

// A layout by time needs the earliest date of each thing, one by kind its
// kind, and one in layers the direction from doer to what is done.
func TestProblemTellsKindDateAndDirection(t *testing.T) {
	g := graphmodel.NewGraph()
	for _, e := range []graphmodel.Entity{
		{ID: "z-doer", Kind: graphmodel.Person, Name: "Doer"},
		{ID: "a-law", Kind: graphmodel.Measure, Name: "Law"},
		{ID: "b-body", Kind: graphmodel.Organisation, Name: "Body"},
	} {
		if err := g.AddEntity(e); err != nil {
			t.Fatal(err)
		}
	}
	dated := func(from string, typ graphmodel.LinkType, to, date string) graphmodel.Link {
		l := graphtest.Link(from, typ, to)
		l.Evidence[0].Date = date
		return l
	}
	for _, l := range []graphmodel.Link{
		dated("z-doer", graphmodel.Proposes, "a-law", "2024-03-02"),
		dated("z-doer", graphmodel.Opposes, "a-law", "2024-03"),
		dated("z-doer", graphmodel.Leads, "b-body", "soon"),
	} {
		if err := g.AddLink(l); err != nil {
			t.Fatal(err)
		}
	}
	p, ids := scene.Problem(g, nil)
	at := func(id string) int { return slices.Index(ids, id) }
	const firstOfMarch2024 = 19783.0
	for id, want := range map[string]float64{"z-doer": firstOfMarch2024, "a-law": firstOfMarch2024, "b-body": math.NaN()} {
		if got := p.Time[at(id)]; got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%s is dated to day %v, not %v", id, got, want)
		}
	}
	if p.Group[at("z-doer")] != slices.Index(graphmodel.Kinds(), graphmodel.Person) {
		t.Errorf("the person is in group %d", p.Group[at("z-doer")])
	}
	for _, e := range p.Edges {
		if e.From != at("z-doer") {
			t.Errorf("a link runs from %s to %s", ids[e.From], ids[e.To])
		}
	}
}
