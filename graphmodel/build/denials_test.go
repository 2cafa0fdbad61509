package build_test

import (
	"testing"

	"byline/graphmodel"
)

// What a text says is not so must be marked as not so.
func TestDenials(t *testing.T) {
	for text, want := range map[string]graphmodel.Polarity{
		"Nokia opposed the data law.":                        graphmodel.Positive,
		"Nokia did not oppose the data law.":                 graphmodel.Negated,
		"Nokia never opposed the data law.":                  graphmodel.Negated,
		"Neither Nokia nor Siemens opposed the data law.":    graphmodel.Negated,
		"Nokia refused to oppose the data law.":              graphmodel.Negated,
		"Nokia has yet to oppose the data law.":              graphmodel.Negated,
		"Nokia said it had no plans to oppose the data law.": graphmodel.Negated,
		"Nokia said it had plans to oppose the data law.":    graphmodel.Positive,
		"Nokia is not opposed to the data law.":              graphmodel.Negated,
	} {
		found := false
		for _, l := range graphOf(t, text).Links() {
			if l.Type != graphmodel.Opposes {
				continue
			}
			found = true
			if p := l.Evidence[0].Polarity; p != want {
				t.Errorf("%q: %s", text, p)
			}
		}
		if !found {
			t.Errorf("%q has no link", text)
		}
	}
}
