package session

import (
	"maps"
	"testing"

	"byline/graphmodel/layout/choice"
)

func TestArrangementsAreSteps(t *testing.T) {
	for _, l := range choice.All() {
		d := newDesk(t)
		before := d.add(harbour, ferry)
		pin := before.Graph.Entities()[0].ID
		d.Pin([]string{pin}, true)
		d.Wait()
		before = d.Snapshot()
		d.Arrange(l.Name, nil)
		d.Wait()
		s := d.Snapshot()
		if s.Positions[pin] != before.Positions[pin] {
			t.Errorf("%s moved what is pinned", l.Name)
		}
		if maps.Equal(s.Positions, before.Positions) {
			t.Errorf("%s left everything where it was", l.Name)
		}
		if s.Progress.Running {
			t.Errorf("%s: the progress stays: %+v", l.Name, s.Progress)
		}
		d.Undo()
		d.Wait()
		if s := d.Snapshot(); !maps.Equal(s.Positions, before.Positions) {
			t.Errorf("%s is not taken back by Undo", l.Name)
		}
		d.Redo()
		d.Wait()
		if again := d.Snapshot(); !maps.Equal(again.Positions, s.Positions) {
			t.Errorf("%s is not made again by Redo", l.Name)
		}
	}
}

func TestArrangementOfSomeThings(t *testing.T) {
	d := newDesk(t)
	before := d.add(harbour, ferry, whales)
	all := before.Graph.Entities()
	chosen := map[string]bool{}
	var ids []string
	for _, e := range all[:len(all)/2] {
		chosen[e.ID] = true
		ids = append(ids, e.ID)
	}
	d.Arrange("circle", ids)
	d.Wait()
	s := d.Snapshot()
	moved := 0
	for id, at := range before.Positions {
		switch {
		case s.Positions[id] == at:
		case !chosen[id]:
			t.Errorf("%s moved and was not chosen", id)
		default:
			moved++
		}
	}
	if moved == 0 || s.UndoLabel != "Arrange in a circle" {
		t.Errorf("%d of %d moved, Undo says %q", moved, len(ids), s.UndoLabel)
	}
	d.Arrange("no such layout", nil)
	d.Wait()
	if d.Snapshot().UndoLabel != "Arrange in a circle" {
		t.Error("a layout that there is not is a step")
	}
}
