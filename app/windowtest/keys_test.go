package windowtest

import (
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestKeysAndMouse goes through what a newcomer's hands expect of keys and
// mouse, row by row, in the real window with real events.
func TestKeysAndMouse(t *testing.T) {
	d := newDesk(t)
	sample, err := filepath.Abs(filepath.Join("..", "..", "assets", "samples", "prespa-agreement.md"))
	if err != nil {
		t.Fatal(err)
	}
	d.start(sample)
	d.until("the graph is on the canvas", func(s state) bool { return len(s.Things) > 5 && !s.Running })
	s := d.still()
	hub := busiest(s)
	d.click(hub.X, hub.Y)
	d.until("the hub is selected", func(s state) bool { return slices.Equal(s.Selected, []string{hub.ID}) })

	selecting(d, hub)
	hiding(d, hub)
	changing(d, hub)
	looking(d)
	dragging(d)
	d.do("key", "ctrl+q")
	d.ends()
}

// busiest is the thing with the most links.
func busiest(s state) thing {
	ends := map[string]int{}
	for _, l := range s.Ties {
		ends[l.From]++
		ends[l.To]++
	}
	return slices.MaxFunc(s.Things, func(a, b thing) int { return ends[a.ID] - ends[b.ID] })
}

// press sends keys and waits for what they should do.
func (d *desk) press(keys, what string, wanted func(s state) bool) state {
	d.t.Helper()
	d.do("key", keys)
	return d.until(what+" after "+keys, wanted)
}

// clickOn clicks on a thing, long enough after the last click that the two are
// no double click.
func (d *desk) clickOn(x thing) {
	d.t.Helper()
	at := placeOf(d.t, d.still(), x.ID)
	d.do("sleep", "0.4")
	d.click(at.X, at.Y)
}

// undone takes back the last step and waits for what that should do.
func (d *desk) undone(what string, wanted func(s state) bool) {
	d.t.Helper()
	d.press("ctrl+z", what, wanted)
}

func selecting(d *desk, hub thing) {
	s := d.still()
	all := s.Shown
	d.press("ctrl+a", "all are selected", func(s state) bool { return len(s.Selected) == all })
	d.press("ctrl+shift+a", "nothing is selected", func(s state) bool { return len(s.Selected) == 0 })
	d.clickOn(hub)
	d.press("ctrl+i", "the others are selected", func(s state) bool { return len(s.Selected) == all-1 && !slices.Contains(s.Selected, hub.ID) })
	d.clickOn(hub)
	d.until("the hub is selected again", func(s state) bool { return slices.Equal(s.Selected, []string{hub.ID}) })
	d.press("alt+Left", "what was selected before is selected", func(s state) bool { return len(s.Selected) == all-1 })
	d.press("alt+Right", "the hub is selected", func(s state) bool { return slices.Equal(s.Selected, []string{hub.ID}) })
	d.press("ctrl+b", "its neighbours are selected too", func(s state) bool { return len(s.Selected) > 1 && len(s.Selected) < all })
	d.press("Escape", "nothing is selected", func(s state) bool { return len(s.Selected) == 0 })
	d.clickOn(hub)
	d.press("Right", "a neighbour is selected", func(s state) bool { return len(s.Selected) == 1 && s.Selected[0] != hub.ID })
	d.press("alt+Left", "the hub is selected", func(s state) bool { return slices.Equal(s.Selected, []string{hub.ID}) })
}

func hiding(d *desk, hub thing) {
	all := d.still().Shown
	d.press("ctrl+h", "the hub is hidden", func(s state) bool { return s.Shown < all && s.UndoOf == "Hide "+hub.Name })
	d.undone("all are there", func(s state) bool { return s.Shown == all })
	d.clickOn(hub)
	d.press("ctrl+shift+h", "only the hub is there", func(s state) bool { return s.Shown <= 1 })
	d.press("ctrl+alt+h", "everything is there", func(s state) bool { return s.Shown >= all && s.UndoOf == "Show all" })
	d.undone("only the hub is there", func(s state) bool { return s.Shown <= 1 })
	d.undone("all are there", func(s state) bool { return s.Shown == all })
	d.press("1", "the hub and its neighbours are there", func(s state) bool {
		return s.Shown > 1 && s.Shown < all && strings.HasPrefix(s.UndoOf, "1 step round")
	})
	d.undone("all are there", func(s state) bool { return s.Shown == all })
	d.press("ctrl+e", "neighbours are folded", func(s state) bool { return s.Shown < all })
	d.undone("all are there", func(s state) bool { return s.Shown == all })
}

func changing(d *desk, hub thing) {
	d.press("p", "the hub is pinned", func(s state) bool { return slices.Contains(s.Pinned, hub.ID) })
	d.press("p", "the hub is let go", func(s state) bool { return !slices.Contains(s.Pinned, hub.ID) })
	d.do("key", "F2", "sleep", "0.4", "type", "Another name")
	d.press("Return", "it is renamed", func(s state) bool { return s.UndoOf == "Rename to Another name" })
	d.undone("it has its name", func(s state) bool { return placeOf(d.t, s, hub.ID).Name == hub.Name })
	d.still()
	things := len(d.still().Things)
	d.press("Delete", "it is deleted", func(s state) bool { return s.UndoOf == "Delete "+hub.Name && len(s.Things) < things })
	d.undone("it is back", func(s state) bool { return len(s.Things) == things })
	before := d.still()
	d.press("ctrl+alt+6", "all lie on a circle", func(s state) bool {
		return s.UndoOf == "Arrange in a circle" && !s.Running && placeOf(d.t, s, hub.ID) != placeOf(d.t, before, hub.ID)
	})
	d.still()
	d.undone("the arrangement is taken back", func(s state) bool { return s.UndoOf != "Arrange in a circle" })
}

func looking(d *desk) {
	fitted := wide(d.still())
	d.press("ctrl+minus", "the picture is smaller", func(s state) bool { return wide(s) < 0.9*fitted })
	small := wide(d.still())
	d.do("key", "ctrl+d", "sleep", "0.4")
	d.press("Return", "the view is kept", func(s state) bool { return s.UndoOf == "Keep view “View 1”" })
	d.press("ctrl+0", "all is fitted", func(s state) bool { return math.Abs(wide(s)-fitted) < 3 })
	d.press("ctrl+1", "the kept view is back", func(s state) bool { return math.Abs(wide(s)-small) < 3 })
	d.press("Home", "all is fitted", func(s state) bool { return math.Abs(wide(s)-fitted) < 3 })
	high := d.still().Canvas[3]
	d.press("ctrl+t", "the table takes room", func(s state) bool { return s.Canvas[3] < high-100 })
	d.press("ctrl+t", "the table is closed", func(s state) bool { return s.Canvas[3] == high })
	s := d.still()
	middleX, middleY := int(s.Canvas[0]+s.Canvas[2]/2), int(s.Canvas[1]+s.Canvas[3]/2)
	d.do("mousemove", middleX, middleY, "click", "4")
	d.until("the wheel makes the picture larger", func(s state) bool { return wide(s) > 1.05*fitted })
	d.press("ctrl+0", "all is fitted", func(s state) bool { return math.Abs(wide(s)-fitted) < 3 })
}

// wide is the breadth of the graph on the screen.
func wide(s state) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, x := range s.Things {
		low, high = min(low, x.X), max(high, x.X)
	}
	return high - low
}

// dragging draws a rectangle and a line round everything, and moves the
// picture, each from an empty corner.
func dragging(d *desk) {
	s := d.still()
	left, top := int(s.Canvas[0])+6, int(s.Canvas[1])+6
	right, bottom := int(s.Canvas[0]+s.Canvas[2])-8, int(s.Canvas[1]+s.Canvas[3])-130
	d.do("key", "Escape")
	d.do("mousemove", left, top, "keydown", "shift", "mousedown", "1", "mousemove", left+40, top+40, "sleep", "0.1",
		"mousemove", right, bottom, "sleep", "0.2", "mouseup", "1", "keyup", "shift")
	d.until("what lies in the rectangle is selected", func(s state) bool { return len(s.Selected) > 2 })
	d.press("Escape", "nothing is selected", func(s state) bool { return len(s.Selected) == 0 })
	d.do("mousemove", left, top, "keydown", "alt", "keydown", "shift", "sleep", "0.2", "mousedown", "1", "sleep", "0.2",
		"mousemove", left+30, top, "sleep", "0.1", "mousemove", right, top, "sleep", "0.1",
		"mousemove", right, bottom, "sleep", "0.1", "mousemove", left, bottom, "sleep", "0.1", "mousemove", left, top+4, "sleep", "0.1",
		"mouseup", "1", "sleep", "0.1", "keyup", "shift", "keyup", "alt")
	d.until("what lies inside the line is selected", func(s state) bool { return len(s.Selected) > 2 })
	d.press("Escape", "nothing is selected", func(s state) bool { return len(s.Selected) == 0 })
	before := d.still()
	d.do("mousemove", left, top, "mousedown", "1", "mousemove", left+30, top+30, "sleep", "0.1", "mousemove", left+90, top+60, "sleep", "0.2", "mouseup", "1")
	d.until("the picture moves with the ground", func(s state) bool { return s.Things[0].X > before.Things[0].X+40 })
}
