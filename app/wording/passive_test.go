package wording

import (
	"testing"

	"byline/graphmodel"
)

func TestEveryTypeHasWordsForItsSecondEnd(t *testing.T) {
	seen := map[string]graphmodel.LinkType{}
	for _, l := range graphmodel.LinkTypes() {
		p := Passive(l)
		if l.Undirected() {
			if p != l.Words() {
				t.Errorf("%s has no direction, and reads %q from its second end", l, p)
			}
			continue
		}
		if p == l.Words() || p == "" {
			t.Errorf("%s reads %q from both ends", l, p)
		}
		if other, ok := seen[p]; ok {
			t.Errorf("%s and %s both read %q", l, other, p)
		}
		seen[p] = l
	}
}
