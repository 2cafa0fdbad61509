package scene_test

import (
	"fmt"
	"slices"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

// star is a country that five organisations, two people and a measure are
// linked to, and beside it an island of two people.
func star(t *testing.T) *graphOf {
	g := newGraph(t).thing("hub", graphmodel.Country, 0, 0)
	for i := range 5 {
		g.thing(fmt.Sprintf("org%d", i), graphmodel.Organisation, 0, 0)
	}
	g.thing("one", graphmodel.Person, 0, 0).thing("two", graphmodel.Person, 0, 0).thing("law", graphmodel.Measure, 0, 0)
	g.thing("far", graphmodel.Person, 0, 0).thing("off", graphmodel.Person, 0, 0).thing("alone", graphmodel.Person, 0, 0)
	for i := range 5 {
		g.link(fmt.Sprintf("org%d", i), graphmodel.Supports, "hub", graphmodel.StatusStated)
	}
	g.link("one", graphmodel.Leads, "hub", graphmodel.StatusStated).link("two", graphmodel.CommentsOn, "hub", graphmodel.StatusStated)
	g.link("one", graphmodel.Proposes, "law", graphmodel.StatusStated).link("law", graphmodel.Targets, "hub", graphmodel.StatusStated)
	return g.link("far", graphmodel.Meets, "off", graphmodel.StatusStated)
}

func TestTellingTakesKindsInTurn(t *testing.T) {
	got := scene.Telling(star(t).in.Graph, scene.Filter{}, nil, 20)
	// The hub has most to tell. Then a person, the measure, an organisation in
	// turn, as long as there are some bound to these; at last the island.
	want := []string{"hub", "one", "law", "org0", "two", "org1", "org2", "org3", "org4", "far", "off"}
	if !slices.Equal(got, want) {
		t.Errorf("the most telling are %v, want %v", got, want)
	}
}

func TestTellingAddsToThoseChosen(t *testing.T) {
	g := star(t).in.Graph
	if got := scene.Telling(g, scene.Filter{}, []string{"law", "no such thing"}, 2); !slices.Equal(got, []string{"one", "hub"}) {
		t.Errorf("after the measure come %v, want the person who proposes it and the country", got)
	}
	in := scenetest.Large(300)
	var chosen []string
	for len(chosen) < 300 {
		more := scene.Telling(in.Graph, in.Filter, chosen, scene.OpenOn)
		if len(more) == 0 {
			t.Fatalf("nothing more to tell after %d of 300 linked things", len(chosen))
		}
		chosen = append(chosen, more...)
	}
	slices.Sort(chosen)
	if twice := len(chosen) - len(slices.Compact(chosen)); twice > 0 {
		t.Errorf("%d things are chosen twice", twice)
	}
}

func TestTellingHangsTogether(t *testing.T) {
	in := scenetest.Large(500)
	ids := scene.Telling(in.Graph, in.Filter, nil, scene.OpenOn)
	kinds, chosen := map[graphmodel.Kind]int{}, map[string]bool{}
	for i, id := range ids {
		e, _ := in.Graph.Entity(id)
		kinds[e.Kind]++
		linked := slices.ContainsFunc(in.Graph.Neighbours(id), func(n string) bool { return chosen[n] })
		if i > 0 && !linked {
			t.Errorf("%s is linked to none of those chosen before it", id)
		}
		chosen[id] = true
	}
	for _, k := range graphmodel.Kinds() {
		if n := kinds[k]; n < 9 || n > 11 {
			t.Errorf("%d of 40 are of kind %s, want about 10", n, k)
		}
	}
}

func TestTellingReadsOnlyWhatTheFilterShows(t *testing.T) {
	g := newGraph(t).thing("a", graphmodel.Person, 0, 0).thing("b", graphmodel.Person, 0, 0).thing("c", graphmodel.Country, 0, 0).thing("d", graphmodel.Country, 0, 0)
	g.link("a", graphmodel.Leads, "c", graphmodel.StatusDenied).link("a", graphmodel.Meets, "b", graphmodel.StatusStated).link("b", graphmodel.Leads, "d", graphmodel.StatusStated)
	for name, c := range map[string]struct {
		filter scene.Filter
		want   []string
	}{
		"start":  {scene.StartFilter(), []string{"b", "a", "d"}},
		"all":    {scene.Filter{}, []string{"a", "b", "c", "d"}},
		"kinds":  {scene.Filter{HiddenKinds: map[graphmodel.Kind]bool{graphmodel.Country: true}}, []string{"a", "b"}},
		"folded": {scene.Filter{Hidden: map[string]bool{"a": true, "c": true}}, []string{"b", "d"}},
		"only":   {scene.Filter{Only: map[string]bool{"a": true}}, []string{"a", "b", "c", "d"}},
	} {
		if got := scene.Telling(g.in.Graph, c.filter, nil, 9); !slices.Equal(got, c.want) {
			t.Errorf("%s: the most telling are %v, want %v", name, got, c.want)
		}
	}
	if got := scene.Telling(nil, scene.Filter{}, nil, 9); len(got) > 0 {
		t.Errorf("nothing tells %v", got)
	}
}
