package app

import (
	"strings"
	"testing"
	"unicode/utf8"

	"byline/graphmodel"
)

func TestSnippetsShowTheMentionAmongWholeWords(t *testing.T) {
	text := "Am Montag sprach die Bürgermeisterin Ada Lind über die neue Hafengebühr der Stadt Elvåsund."
	for _, c := range []struct{ words, want string }{
		{"Am", "Am Montag sprach die…"},
		{"Ada Lind", "…sprach die Bürgermeisterin Ada Lind über die neue Hafengebühr…"},
		{"Elvåsund", "…neue Hafengebühr der Stadt Elvåsund."},
	} {
		at := strings.Index(text, c.words)
		if got := snippet(text, graphmodel.Span{Start: at, End: at + len(c.words)}); got != c.want {
			t.Errorf("of %q: %q, want %q", c.words, got, c.want)
		}
	}
	for at := range len(text) {
		if got := snippet(text, graphmodel.Span{Start: at, End: at}); !utf8.ValidString(got) {
			t.Fatalf("at %d: %q", at, got)
		}
	}
}
