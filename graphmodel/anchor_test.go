package graphmodel_test

import (
	"strings"
	"testing"

	"byline/graphmodel"
)

func TestAnchorsFindTheirWordsAgain(t *testing.T) {
	const text = "Ada Lind, the mayor, opened the bridge. Later that day Lind met the smiths. The smiths asked Lind to stay, and Lind left. Où est Lind ?"
	for i := 0; ; {
		n := strings.Index(text[i:], "Lind")
		if n < 0 {
			break
		}
		i += n
		a := graphmodel.AnchorAt(graphmodel.Span{Article: "one", Start: i, End: i + 4}, text)
		for what, later := range map[string]string{
			"as it was":      text,
			"longer before":  "A headline that was added later\n\n" + text,
			"cut behind":     text[:i+4],
			"cut before":     text[i:],
			"a word changed": strings.Replace(text, "Later that day", "On the same day", 1),
		} {
			want := map[string]int{"longer before": i + len("A headline that was added later\n\n"), "cut before": 0}
			start, ok := want[what]
			if !ok {
				start = i
			}
			if what == "a word changed" && i > strings.Index(text, "Later") {
				start++
			}
			if have, found := a.Find(later); !found || have.Start != start || later[have.Start:have.End] != "Lind" || have.Article != "one" {
				t.Errorf("%s: the one at %d is found at %d (%v), not %d", what, i, have.Start, found, start)
			}
		}
		i++
	}
}

func TestAnchorsDoNotGuess(t *testing.T) {
	a := graphmodel.Anchor{Article: "one", Quote: "Lind", Prefix: "the mayor of Port Elva, ", Suffix: " opened the bridge", Start: 300}
	for text, want := range map[string]bool{
		"":                                     false,
		"Nobody of that name is here.":         false,
		"One place is left, and it says Lind.": true,
		"Here is Lind, there is Lind, and none as it was.":   false,
		"Lind again. And the mayor of Port Elva, Lind, too.": true,
	} {
		if span, ok := a.Find(text); ok != want {
			t.Errorf("%q: found %v at %d", text, ok, span.Start)
		}
	}
	if _, ok := (graphmodel.Anchor{}).Find("any text"); ok {
		t.Error("no words are found somewhere")
	}
	long := strings.Repeat("x", 300) + "Lind and Lind"
	if span, ok := a.Find(long); !ok || span.Start != 300 {
		t.Errorf("by its place it is found at %d, %v", span.Start, ok)
	}
	for _, s := range []graphmodel.Span{{}, {Start: -1, End: 2}, {Start: 3, End: 900}} {
		if a := graphmodel.AnchorAt(s, "short"); !a.Empty() {
			t.Errorf("%v gives %+v", s, a)
		}
	}
	if a := graphmodel.AnchorAt(graphmodel.Span{Start: 41, End: 45}, strings.Repeat("é", 20)+" Lind"); a.Prefix != strings.Repeat("é", 19)+" " {
		t.Errorf("the prefix is %q", a.Prefix)
	}
}
