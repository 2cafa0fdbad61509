package build_test

import (
	"testing"

	"byline/graphmodel"
)

// TestConfidence holds that what is said less plainly is trusted less.
func TestConfidence(t *testing.T) {
	conf := func(text string) float64 {
		t.Helper()
		best := 0.0
		for _, l := range graphOf(t, text).Links() {
			if l.Type == graphmodel.Criticises && l.To == "country/ru" {
				best = max(best, l.Confidence())
			}
		}
		if best == 0 {
			t.Fatalf("%q has no criticism of Russia", text)
		}
		return best
	}
	plain := conf("Finland condemned Russia.")
	for _, text := range []string{
		"Finland left the talks. It condemned Russia.",
		"Finland condemned Russia’s order.",
		"Anna Holm of Finland spoke on Monday. “Russia is a disgrace,” she said.",
	} {
		if c := conf(text); c >= plain {
			t.Errorf("%q is trusted to %v, the plain sentence to %v", text, c, plain)
		}
	}
}
