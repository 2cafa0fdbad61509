package strhash

import "testing"

func TestID(t *testing.T) {
	for s, want := range map[string]uint64{
		"":              0,
		"coffee":        3197928453018144401,
		"the":           7425985699627899538,
		"Labour":        14128252570338085409,
		"’s":            614914527630368944,
		"Erdoğan":       8188991753946556329,
		"習近平":           17148227021174275938,
		"X":             101,
		"meta":          424,
		"punct":         445,
		"det":           415,
		"ORG":           383,
		"_":             456,
		"FLAG19":        19,
		"FLAG63":        63,
		"DEPRECATED001": 104,
		"DEPRECATED276": 379,
		"noun":          16833663260455505849,
		"verb":          6360137228241296794,
		"adj":           12401032943472870168,
		"adv":           10054248821341768113,
	} {
		if got := ID(s); got != want {
			t.Errorf("ID(%q) = %d, want %d", s, got, want)
		}
	}
}

// Names that only look like symbols are hashed like any other word.
func TestIDNearSymbols(t *testing.T) {
	for _, s := range []string{
		"FLAG18", "FLAG64", "FLAG1x", "FLAG", "DEPRECATED000", "DEPRECATED277",
		"DEPRECATEDabc", "Meta", "x", "org", "IS_OOV_DEPRECATEDX",
	} {
		if got := ID(s); got != Murmur64A(s, 1) || got < 1000 {
			t.Errorf("ID(%q) = %d, want the hash %d", s, got, Murmur64A(s, 1))
		}
	}
}

// The seed matters: with seed 0 nearly every feature of the model is another.
func TestSeed(t *testing.T) {
	if Murmur64A("coffee", 0) == ID("coffee") {
		t.Error("seed 0 gives the same id as seed 1")
	}
}
