package biluo

import (
	"math/rand/v2"
	"testing"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/modeltest"
	"byline/graphmodel/language/transition"
)

func TestAllows(t *testing.T) {
	person := func(action int) transition.Move { return transition.Move{Action: action, Label: "PERSON"} }
	outside := transition.Move{Action: out}
	for _, c := range []struct {
		name string
		at   place
		yes  []transition.Move
		no   []transition.Move
	}{
		{
			"nothing open", place{},
			[]transition.Move{person(begin), person(unit), outside},
			[]transition.Move{person(in), person(last), {Action: unit}},
		},
		{
			"end of a sentence", place{edge: true},
			[]transition.Move{person(unit), outside}, []transition.Move{person(begin), person(in), person(last)},
		},
		{
			"white space", place{space: true},
			[]transition.Move{outside}, []transition.Move{person(begin), person(unit), person(in), person(last)},
		},
		{
			"a person open", place{open: true, label: "PERSON"},
			[]transition.Move{person(in), person(last)}, []transition.Move{person(begin), person(unit), outside},
		},
		{
			"a place open", place{open: true, label: "GPE"},
			nil, []transition.Move{person(in), person(last), person(begin), outside},
		},
		{
			"a person open at the end", place{open: true, label: "PERSON", edge: true, space: true},
			[]transition.Move{person(last)}, []transition.Move{person(in), person(begin), person(unit), outside},
		},
	} {
		for _, m := range c.yes {
			if !c.at.allows(m) {
				t.Errorf("%s: %+v is refused", c.name, m)
			}
		}
		for _, m := range c.no {
			if c.at.allows(m) {
				t.Errorf("%s: %+v is allowed", c.name, m)
			}
		}
	}
}

// TestAnyVectors lets the recogniser work on vectors that no text has: names
// never overlap, go over a sentence's end, or begin with white space.
func TestAnyVectors(t *testing.T) {
	r, err := Load(modeltest.File(t))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	var s Scratch
	found := 0
	for range 200 {
		n := random.IntN(40)
		vectors, starts, spaces := make([]float32, n*kernel.Width), make([]bool, n), make([]bool, n)
		for i := range vectors {
			vectors[i] = 3 * float32(random.NormFloat64())
		}
		for i := range n {
			starts[i], spaces[i] = i == 0 || random.IntN(9) == 0, random.IntN(8) == 0
		}
		end := 0
		for _, e := range r.Find(kernel.Plain(), &s, vectors, starts, spaces) {
			found++
			if e.Start < end || e.End <= e.Start || e.End > n || e.Label == "" || spaces[e.Start] {
				t.Fatalf("%+v after %d among %d tokens, white space %v", e, end, n, spaces)
			}
			end = e.End
			for i := e.Start + 1; i < e.End; i++ {
				if starts[i] {
					t.Fatalf("%+v goes over the start of a sentence at %d", e, i)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no vectors gave any name")
	}
}
