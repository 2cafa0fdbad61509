package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// TestRolls proves that every name of a roll is found and that the names are
// in the order that the search needs.
func TestRolls(t *testing.T) {
	l := Load()
	for name, r := range map[string]Roll{"cities": l.Cities, "person names": l.PersonNames} {
		names := strings.Split(strings.TrimSuffix(r.lines, "\n"), "\n")
		if len(names) < 10000 || !slices.IsSorted(names) {
			t.Errorf("%s: %d names, in order: %v", name, len(names), slices.IsSorted(names))
		}
		for _, n := range names {
			if !r.Has(n) {
				t.Fatalf("%s: %q is on the list but not found", name, n)
			}
			if r.Has(n + "\x01") {
				t.Fatalf("%s: %q with more behind it is found", name, n)
			}
		}
	}
}

// TestRollKnows proves what the rolls say of a few names, and that a name with
// two meanings is on neither.
func TestRollKnows(t *testing.T) {
	l := Load()
	for _, c := range []struct {
		name         string
		city, person bool
	}{
		{"Bielefeld", true, false},
		{"São José dos Campos", true, false},
		{"Sao Jose dos Campos", true, false},
		{"Nguyen", false, true},
		{"McIntyre", false, true},
		{"Lincoln", false, true},
		{"Jordan", false, false},
		{"Bath", false, false},
		{"", false, false},
		{"\n", false, false},
		{"zzz", false, false},
	} {
		if got := l.Cities.Has(c.name); got != c.city {
			t.Errorf("city %q: %v", c.name, got)
		}
		if got := l.PersonNames.Has(c.name); got != c.person {
			t.Errorf("person %q: %v", c.name, got)
		}
	}
}
