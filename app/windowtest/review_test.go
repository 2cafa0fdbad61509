package windowtest

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Articles that call things by two names: a body by its initials, a person by
// another spelling, a person by the surname.
var twoNames = map[string]string{
	"boats.md": "# New boats for the commission\n\nThe Barents Fisheries Commission bought two boats from Nordic Shipping. " +
		"President Ilona Barankova praised the Barents Fisheries Commission. Prime Minister Erik Sund met Ilona Barankova in Oslo.\n",
	"sea.md": "# BFC takes new boats to sea\n\nNordic Shipping sold two boats to the BFC on Friday. " +
		"The BFC met President Ilona Barankowa in June. Sund criticised Denmark. Prime Minister Sund supported the BFC.\n",
}

// startOn runs the program on articles with these texts.
func (d *desk) startOn(texts map[string]string) {
	d.t.Helper()
	var files []string
	for name, text := range texts {
		path := filepath.Join(d.home, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			d.t.Fatal(err)
		}
		files = append(files, path)
	}
	slices.Sort(files)
	d.start(files...)
}

// named is the thing of that name on the canvas.
func named(t *testing.T, s state, name string) thing {
	t.Helper()
	i := slices.IndexFunc(s.Things, func(x thing) bool { return x.Name == name })
	if i < 0 {
		t.Fatalf("%s is not on the canvas: %+v", name, s.Things)
	}
	return s.Things[i]
}

// TestReview answers each pair with its key, goes on and back with the arrows,
// and takes an answer back.
func TestReview(t *testing.T) {
	d := newDesk(t)
	d.startOn(twoNames)
	s := d.until("three pairs are found", func(s state) bool { return !s.Running && s.Review == 3 && len(s.Things) > 5 })
	things := len(s.Things)
	d.do("key", "ctrl+r")
	s = d.until("the review is open", func(s state) bool { return len(s.Asked) == 2 })
	d.photograph("review")
	first := s.Asked
	asked := func(what string, want int) state {
		t.Helper()
		return d.until(what, func(s state) bool { return s.Review == want && len(s.Asked) == 2 && !s.Running })
	}

	d.do("key", "Down")
	s = d.until("the next pair is in question", func(s state) bool { return len(s.Asked) == 2 && !slices.Equal(s.Asked, first) })
	second := s.Asked
	d.do("key", "Up")
	d.until("the first pair is in question", func(s state) bool { return slices.Equal(s.Asked, first) })
	d.do("key", "n")
	asked("the first pair is decided", 2)
	d.do("key", "ctrl+z")
	d.until("it is in question again", func(s state) bool { return s.Review == 3 && slices.Equal(s.Asked, first) })
	d.do("key", "h")
	d.until("it waits at the end, and the second pair is in question", func(s state) bool { return s.Review == 3 && slices.Equal(s.Asked, second) })
	d.do("key", "y")
	asked("the second pair is one thing", 2)
	d.do("key", "n")
	s = asked("only the one that waits is left", 1)
	if !slices.Equal(s.Asked, first) {
		t.Errorf("in question is %q, not %q", s.Asked, first)
	}
	d.do("key", "n")
	d.until("nothing is left to review", func(s state) bool { return s.Review == 0 })
	d.photograph("reviewed")
	d.do("key", "Escape")
	s = d.still()
	if n := len(s.Things); n != things-1 {
		t.Errorf("%d things are on the canvas, not %d", n, things-1)
	}
	from, onto := named(t, s, "Sund"), named(t, s, "Erik Sund")
	d.do("mousemove", int(from.X), int(from.Y), "sleep", "0.1", "mousedown", "1", "mousemove", int((from.X+onto.X)/2), int((from.Y+onto.Y)/2),
		"sleep", "0.05", "mousemove", int(onto.X), int(onto.Y), "sleep", "0.2", "mouseup", "1")
	d.until("the one that was dragged onto the other is merged into it", func(s state) bool {
		return s.UndoOf == "Merge Sund into Erik Sund" && !slices.ContainsFunc(s.Things, func(x thing) bool { return x.Name == "Sund" })
	})
	d.do("key", "ctrl+z")
	d.until("the two are two again", func(s state) bool {
		return slices.ContainsFunc(s.Things, func(x thing) bool { return x.Name == "Sund" })
	})
	d.do("key", "ctrl+q")
	d.ends()
}
