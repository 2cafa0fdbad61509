package app

import (
	"testing"

	"byline/app/look"
)

func TestRoomIsMadeInOrder(t *testing.T) {
	for _, c := range []struct {
		width          float32
		reader, folded bool
		want           plan
	}{
		{1440, false, false, plan{left: look.LeftWide, details: look.Details}},
		{1440, true, false, plan{left: look.LeftRail, reader: look.Reader, details: look.Details, rail: true}},
		{1440, false, true, plan{left: look.LeftRail, details: look.Details, rail: true}},
		{1220, true, false, plan{left: look.LeftRail, reader: look.Reader, details: look.DetailsLow, rail: true}},
		{900, false, false, plan{left: look.LeftRail, details: look.Details, rail: true}},
		{900, true, false, plan{left: look.LeftRail, details: look.Details, rail: true, shared: true}},
	} {
		if got := planFor(c.width, c.reader, c.folded); got != c.want {
			t.Errorf("width %v, reader %v, folded %v: got %+v, want %+v", c.width, c.reader, c.folded, got, c.want)
		}
	}
}

func TestTheCanvasKeepsItsLeastWidth(t *testing.T) {
	for width := look.WindowWidth; width <= 2600; width += 10 {
		for _, reader := range []bool{false, true} {
			p := planFor(width, reader, false)
			if canvas := width - p.left - p.reader - p.details - 3*line; canvas < look.CanvasLeast {
				t.Errorf("width %v, reader %v: the canvas has %v", width, reader, canvas)
			}
		}
	}
}
