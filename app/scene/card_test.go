package scene_test

import (
	"strings"
	"testing"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

func TestCardHoldsItsWordsAndStaysInSight(t *testing.T) {
	for _, name := range []string{
		"Ann", "State of the science report", strings.Repeat("Rindfleisch", 500), strings.Repeat("word ", 900) + "end",
		"short " + strings.Repeat("long", 30) + " short", strings.Repeat("ab cd ", 12),
	} {
		g := graphmodel.NewGraph()
		for _, e := range []graphmodel.Entity{
			{ID: "a", Name: name, Kind: graphmodel.Person, Roles: []graphmodel.Role{{Title: name}}}, {ID: "b", Name: "Bob", Kind: graphmodel.Person},
		} {
			if err := g.AddEntity(e); err != nil {
				t.Fatal(err)
			}
		}
		if err := g.AddLink(graphmodel.Link{From: "a", Type: graphmodel.Meets, To: "b", ByHand: true}); err != nil {
			t.Fatal(err)
		}
		m := scene.New(scene.Input{Graph: g, Positions: map[string]layout.Point{"a": {}, "b": {X: 300, Y: 100}}})
		for _, middle := range []layout.Point{{}, {X: 230, Y: 140}, {X: -230, Y: -140}} {
			s := m.Build(scene.View{
				Camera: scene.Camera{CenterX: middle.X, CenterY: middle.Y, Width: 520, Height: 340, Zoom: 1}, Style: scene.Light(),
				State: scene.State{Hovered: "a", Card: true, Fade: 1},
			})
			plates, words := marksOf[scene.Plate](s, "card"), marksOf[scene.Words](s, "card")
			if len(plates) != 1 || len(words) < 3 {
				t.Fatalf("%.20q: the card has %d plates and %d lines", name, len(plates), len(words))
			}
			card := plates[0]
			if card.X < 0 || card.Y < 0 || card.X+card.W > s.Width || card.Y+card.H > s.Height {
				t.Errorf("%.20q: the card is cut off at %+v", name, card.Rect)
			}
			for _, w := range words {
				right := w.X + scene.FontOf(w.Bold).Width(w.Text, w.Size)
				if w.X < card.X || right > card.X+card.W || w.Y-w.Size < card.Y || w.Y+3 > card.Y+card.H {
					t.Errorf("%.20q: %q sticks out of the card", name, w.Text)
				}
			}
		}
	}
}
