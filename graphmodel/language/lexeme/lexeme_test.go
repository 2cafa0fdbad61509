package lexeme

import (
	"strings"
	"testing"

	"byline/graphmodel/language/modeltest"
	"byline/graphmodel/language/strhash"
)

func TestShape(t *testing.T) {
	for text, want := range map[string]string{
		"Norway":                  "Xxxxx",
		"networks":                "xxxx",
		"1,100":                   "d,ddd",
		"COVID-19":                "XXXX-dd",
		"I":                       "X",
		"U.S.":                    "X.X.",
		"----------":              "----",
		"m²":                      "xd",
		"½Ⅷ":                      "½Ⅷ",
		"٣५":                      "dd",
		"ǅ":                       "x",
		"習近平":                     "xxx",
		"\U0001e030":              "\U0001e030", // a letter since Unicode 15
		strings.Repeat("Ab", 50):  "LONG",
		strings.Repeat("a", 99):   "xxxx",
		strings.Repeat("é", 99):   "xxxx", // 99 code points of two bytes
		strings.Repeat("é", 100):  "LONG",
		strings.Repeat("a1", 3):   "xdxdxd",
		"aaaaa11111":              "xxxxdddd",
		"zero\u200bwidth\u00adhy": "xxxx\u200bxxxx\u00adxx",
	} {
		if got := Shape(text); got != want {
			t.Errorf("Shape(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestAffixes(t *testing.T) {
	for text, want := range map[string][2]string{
		"Norway":  {"N", "way"},
		"ÉCOLE":   {"É", "OLE"},
		"Škoda":   {"Š", "oda"},
		"né":      {"n", "né"},
		"x":       {"x", "x"},
		"naïveté": {"n", "eté"},
	} {
		if got := [2]string{Prefix(text), Suffix(text)}; got != want {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
}

func TestLower(t *testing.T) {
	for text, want := range map[string]string{
		"Norway":    "norway",
		"ÉCOLE":     "école",
		"İzmir":     "i\u0307zmir",
		"ΟΔΥΣΣΕΥΣ":  "οδυσσευς",
		"ΣΑΣ.":      "σας.",
		"ΑΣ.Α":      "ασ.α", // a full stop does not end the word
		"ΑΣ-Α":      "ας-α",
		"Σ":         "σ",
		"'Σ":        "'σ",
		"Α\u0301Σ":  "α\u0301ς",
		"straße ẞ":  "straße ß",
		"lower 123": "lower 123",
	} {
		if got := Lower(text); got != want {
			t.Errorf("Lower(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestIsSpace(t *testing.T) {
	for _, text := range []string{" ", "\n", "\t \r\n", "\x1c\x1d\x1e\x1f", "\u0085", "\u00a0\u3000", "\u2028\u202f\u205f"} {
		if !IsSpace(text) {
			t.Errorf("%q is white space", text)
		}
	}
	for _, text := range []string{"", "a", " a", "\u200b", "\ufeff", "\u2060", "\x00", "\x1b"} {
		if IsSpace(text) {
			t.Errorf("%q is not white space", text)
		}
	}
}

func TestNew(t *testing.T) {
	l := New("I", "i")
	if l.ShapeID != 101 || l.NormID != strhash.ID("i") || l.PrefixID != strhash.ID("I") || l.SuffixID != l.PrefixID {
		t.Errorf("lexeme of I: %+v", l)
	}
	if l := New("Meta", "meta"); l.NormID != 424 || l.SuffixID != strhash.ID("eta") || l.IsSpace {
		t.Errorf("lexeme of Meta: %+v", l)
	}
	// a bad byte is seen as U+FFFD
	if l := New("a\xff", "a"); l.Suffix != "a\ufffd" || l.Shape != "x\ufffd" {
		t.Errorf("lexeme of a bad byte: %+v", l)
	}
}

func TestNorm(t *testing.T) {
	norms, err := Load(modeltest.Section(t, "lexeme_norm"))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"labour":    "labor",
		"Labour":    "labor",
		"Organised": "organized",
		"programme": "program",
		"cos":       "because",
		"’s":        "'s",
		"£":         "$",
		"Mex$":      "$",
		"…":         "...",
		"——":        "-",
		"''":        `"`,
		"Oslo":      "oslo",
		"ΑΘΗΝΑΣ":    "αθηνας",
	} {
		if got := norms.Norm(text); got != want {
			t.Errorf("Norm(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestConvertForeign(t *testing.T) {
	for _, file := range []string{"", "\x80", "\x81\xa1x\x80", "not msgpack at all"} {
		if _, err := Convert([]byte(file)); err == nil {
			t.Errorf("%q was taken for a table of norms", file)
		}
	}
}

func TestLoadDamaged(t *testing.T) {
	section := modeltest.Section(t, "lexeme_norm")
	for _, n := range []int{0, 1, len(section) / 2, len(section) - 1} {
		if _, err := Load(section[:n]); err == nil {
			t.Errorf("the first %d bytes of the section were taken for all", n)
		}
	}
}
