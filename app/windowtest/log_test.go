package windowtest

import (
	"slices"
	"strings"
	"testing"
)

// TestLog decides, reads that in the log, searches it, goes from a line to its
// thing and takes one decision back.
func TestLog(t *testing.T) {
	d := newDesk(t)
	d.startOn(twoNames)
	d.until("the graph is there", func(s state) bool { return len(s.Things) > 5 && !s.Running })
	s := d.still()
	gone, other := named(t, s, "Denmark"), named(t, s, "Barents Fisheries Commission")
	selected := func(x thing) {
		t.Helper()
		d.until(x.Name+" is selected", func(s state) bool { return slices.Equal(s.Selected, []string{x.ID}) })
	}
	d.click(gone.X, gone.Y)
	selected(gone)
	d.do("key", "Delete")
	d.until("it is gone", func(s state) bool {
		return !slices.ContainsFunc(s.Things, func(x thing) bool { return x.ID == gone.ID })
	})
	s = d.still()
	other = named(t, s, other.Name)
	d.click(other.X, other.Y)
	selected(other)
	d.do("key", "F2", "sleep", "0.5", "key", "ctrl+a")
	d.do("type", "--delay", "5", "Cod Board")
	d.do("key", "Return", "sleep", "0.2", "key", "Escape")
	d.until("it is renamed", func(s state) bool {
		return slices.ContainsFunc(s.Things, func(x thing) bool { return x.Name == "Cod Board" })
	})

	d.do("key", "ctrl+shift+r")
	says := func(what string, words ...string) state {
		t.Helper()
		return d.until(what, func(s state) bool {
			return slices.EqualFunc(s.Log, words, func(l logLine, w string) bool { return strings.HasPrefix(l.Words, w) })
		})
	}
	says("the log has both, the last one first", "Renamed", "Deleted Denmark")
	d.do("sleep", "0.3", "key", "minus") // once more, now that the log is drawn
	s = d.until("the log's lines have their places", func(s state) bool { return len(s.Log) == 2 && s.Log[0].X > s.Canvas[2]/2 })
	d.photograph("log")
	d.click(s.Log[0].X, s.Log[0].Y)
	selected(other)
	d.click(s.Log[1].UndoX, s.Log[1].UndoY)
	says("the deletion is out of the log", "Renamed")
	s = d.until("the thing is back", func(s state) bool {
		return strings.HasPrefix(s.UndoOf, "Take back") && slices.ContainsFunc(s.Things, func(x thing) bool { return x.ID == gone.ID })
	})
	d.do("key", "ctrl+z")
	says("taking back is taken back", "Renamed", "Deleted Denmark")
	d.do("key", "ctrl+q")
	d.ends()
}
