package scene

import (
	"fmt"
	"slices"
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// cliques are so many groups of size nodes, each linked to all of its group,
// and by one line to the next group.
func cliques(groups, size int) (n int, ties []tie) {
	for g := range groups {
		for i := range size {
			for j := range i {
				ties = append(ties, tie{g*size + j, g*size + i, 1})
			}
		}
		if g > 0 {
			ties = append(ties, tie{g*size - 1, g * size, 1})
		}
	}
	return groups * size, ties
}

func TestGroupsAreTheCliques(t *testing.T) {
	for _, c := range []struct{ groups, size int }{{1, 5}, {2, 4}, {5, 12}, {12, 6}} {
		n, ties := cliques(c.groups, c.size)
		group := groupsOf(n, ties)
		for i := range n {
			for j := range n {
				if together := i/c.size == j/c.size; together != (group[i] == group[j]) {
					t.Fatalf("%d groups of %d: nodes %d and %d together: %t, want %t", c.groups, c.size, i, j, !together, together)
				}
			}
		}
	}
	if got := groupsOf(3, nil); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("without ties the groups are %v, want one each", got)
	}
}

// TestMapNamesTheFirstOfEachLargeGroup draws two stars, a large one and one too
// small to count, from far away.
func TestMapNamesTheFirstOfEachLargeGroup(t *testing.T) {
	g := graphmodel.NewGraph()
	in := Input{Graph: g, Positions: map[string]layout.Point{}}
	thing := func(id string, x, y float64) {
		if err := g.AddEntity(graphmodel.Entity{ID: id, Name: id, Kind: graphmodel.Organisation}); err != nil {
			t.Fatal(err)
		}
		in.Positions[id] = layout.Point{X: x, Y: y}
	}
	star := func(hub string, leaves int, x float64) {
		thing(hub, x, 0)
		for i := range leaves {
			leaf := fmt.Sprintf("%s leaf %d", hub, i)
			thing(leaf, x+float64(i%4)*300-450, float64(i/4)*300+300)
			sentence := graphmodel.Evidence{Sentence: graphmodel.Span{Article: "a", End: 40}, Polarity: graphmodel.Positive, Certainty: graphmodel.Asserted, Confidence: 0.9}
			if err := g.AddLink(graphmodel.Link{From: leaf, Type: graphmodel.Supports, To: hub, Evidence: []graphmodel.Evidence{sentence}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	star("large", smallestGroup-1, 0)
	star("small", smallestGroup-2, 2000)
	m := New(in)
	for _, id := range []string{"large", "small"} {
		if n := m.nodes[m.index[id]]; n.group != (id == "large") {
			t.Errorf("%s is the first of a large group: %t", id, n.group)
		}
	}
	camera := Camera{Width: 800, Height: 600}.Fit(m.Bounds())
	camera.Zoom = mapNamesUnder - 0.1
	b := m.lay(View{Camera: camera, Style: Light()})
	if len(b.named) == 0 || m.nodes[b.named[0]].id != "large" {
		t.Errorf("the names of a map do not begin with that of the large group")
	}
}
