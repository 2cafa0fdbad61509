package graphview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"byline/graphmodel"
)

// round draws a square round a point with the button held.
func (h *hand) round(at fyne.Position, held fyne.KeyModifier) {
	const far = 20
	corners := []fyne.Position{at.AddXY(-far, -far), at.AddXY(far, -far), at.AddXY(far, far), at.AddXY(-far, far)}
	h.press(corners[0], held)
	for i, c := range corners[1:] {
		by := c.Subtract(corners[i])
		h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: c}, Dragged: fyne.NewDelta(by.X, by.Y)})
	}
	h.DragEnd()
	h.let(corners[3])
}

func TestLassoSelectsWhatItGoesRound(t *testing.T) {
	for name, draw := range map[string]func(h *hand){
		"keys":   func(h *hand) { h.round(h.at("us"), fyne.KeyModifierShift|fyne.KeyModifierAlt) },
		"button": func(h *hand) { h.Lasso(); h.round(h.at("us"), 0) },
	} {
		h := newHand(t)
		draw(h)
		if !slices.Equal(h.chosen, []string{"us"}) {
			t.Errorf("%s: chosen is %v, want the one thing inside", name, h.chosen)
		}
		if h.lassoNext || len(h.lasso.drawn.Objects) > 0 {
			t.Errorf("%s: the line stays", name)
		}
	}
}

func TestSpaceAndDragPansOverAThing(t *testing.T) {
	h := newHand(t)
	h.Select([]string{"fr"}, graphmodel.Key{})
	h.KeyDown(&fyne.KeyEvent{Name: fyne.KeySpace})
	was, from := h.at("summit"), h.at("us")
	h.drag(from, from.AddXY(30, 10), 0)
	wantNear(t, h.at("summit"), was.AddXY(30, 10))
	if len(h.moved) > 0 || !slices.Equal(h.state.Selected, []string{"fr"}) {
		t.Errorf("it moved or chose something: %v, %v", h.moved, h.state.Selected)
	}
	h.KeyUp(&fyne.KeyEvent{Name: fyne.KeySpace})
	if h.space {
		t.Error("the space key counts as held after it was let go")
	}
}
