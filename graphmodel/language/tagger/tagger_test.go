package tagger

import (
	"slices"
	"testing"

	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/modeltest"
)

func TestHighest(t *testing.T) {
	for _, c := range []struct {
		scores []float32
		want   int
	}{{[]float32{-2}, 0}, {[]float32{-2, -1, -3}, 1}, {[]float32{4, 9, 9, 1}, 1}} {
		if got := highest(c.scores); got != c.want {
			t.Errorf("%v: %d, want %d", c.scores, got, c.want)
		}
	}
}

// TestTagsOfBlocks checks that a token's tag does not depend on its place
// among the others.
func TestTagsOfBlocks(t *testing.T) {
	tagger, err := Load(modeltest.File(t))
	if err != nil {
		t.Fatal(err)
	}
	const tokens = 2*block + 5
	vectors := make([]float32, tokens*kernel.Width)
	for i := range vectors {
		vectors[i] = float32((i*7919)%41-20) / 5
	}
	var s, one Scratch
	tags := tagger.Tags(kernel.Plain(), &s, vectors)
	if len(tags) != tokens {
		t.Fatalf("%d tags of %d tokens", len(tags), tokens)
	}
	for i, tag := range tags {
		alone := tagger.Tags(kernel.Plain(), &one, vectors[i*kernel.Width:][:kernel.Width])
		if len(alone) != 1 || alone[0] != tag {
			t.Errorf("token %d is %s among others and %v alone", i, tag, alone)
		}
	}
	if slices.Sort(tags); tags[0] == tags[tokens-1] {
		t.Errorf("every vector is %s", tags[0])
	}
}
