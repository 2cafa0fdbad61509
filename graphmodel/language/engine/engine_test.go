package engine_test

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"byline/graphmodel/language"
	"byline/graphmodel/language/engine"
	"byline/graphmodel/language/lexeme"
)

// sound fails the test if a Doc contradicts itself or its text.
func sound(t testing.TB, doc *language.Doc) {
	t.Helper()
	at := 0
	for i, k := range doc.Tokens {
		if k.Start != at || k.End < k.Start || k.End > len(doc.Text) {
			t.Fatalf("%.50q: token %d spans %d to %d, after %d of %d bytes", doc.Text, i, k.Start, k.End, at, len(doc.Text))
		}
		if own := doc.Text[k.Start:k.End]; own != k.Text && utf8.ValidString(own) {
			t.Errorf("%.50q: token %d is %q, its bytes are %q", doc.Text, i, k.Text, own)
		}
		if at = k.End; k.Space {
			at++
		}
		if k.Tag == "" || k.Dep == "" || k.Pos == "" {
			t.Errorf("%.50q: token %d has tag %q, label %q and part of speech %q", doc.Text, i, k.Tag, k.Dep, k.Pos)
		}
		blank := lexeme.IsSpace(k.Text) // spaCy labels a root that is white space "dep"
		if k.Head < 0 || k.Head >= len(doc.Tokens) || !blank && (k.Head == i) != (k.Dep == "ROOT") {
			t.Errorf("%.50q: token %d of label %s has head %d", doc.Text, i, k.Dep, k.Head)
		}
		if k.Left < 0 || k.Left > i || k.Right <= i || k.Right > len(doc.Tokens) {
			t.Errorf("%.50q: the subtree of token %d goes from %d to %d", doc.Text, i, k.Left, k.Right)
		}
	}
	if at != len(doc.Text) {
		t.Errorf("%.50q: the tokens cover %d of %d bytes", doc.Text, at, len(doc.Text))
	}
	for _, e := range doc.Ents {
		if e.Start >= e.End || e.End > len(doc.Tokens) || doc.Tokens[e.Start].EntIOB != 'B' || e.Label == "" {
			t.Errorf("%.50q: entity %+v", doc.Text, e)
		}
	}
}

func TestOddTexts(t *testing.T) {
	e := fast(t)
	for _, c := range []struct {
		name, text string
		least      int // tokens
	}{
		{"empty", "", 0},
		{"one space", " ", 1},
		{"spaces", "     ", 1},
		{"line ends", "\n\n\r\n", 1},
		{"NUL", "\x00", 1},
		{"NULs in words", "The min\x00ister \x00 signed\x00.", 4},
		{"stray byte", "\xff", 1},
		{"cut rune", "Norway signed a treaty in Troms\xc3", 6},
		{"Latin-1", "The caf\xe9 in M\xfcnchen is \x93closed\x94.", 6},
		{"surrogates", "a \xed\xa0\x80 b", 3},
		{"overlong", "\xc0\xafetc", 1},
		{"byte order mark", "\ufeffNorway signed.", 2},
		{"combining marks", "e" + strings.Repeat("\u0301", 2000), 1},
		{"one long word", strings.Repeat("a", 5_000_000), 1},
		{"one long row of digits", strings.Repeat("1", 200_000), 1},
		{"a long row of spaces", strings.Repeat(" ", 1_000_000), 1},
		{"one long row of stops", strings.Repeat(".", 200_000), 1},
		{"one long row of brackets", strings.Repeat("(", 2000), 2000},
		{"one long web address", "https://example.org/" + strings.Repeat("a/", 50_000), 1},
		{"one long row of apostrophes", strings.Repeat("can't", 20_000), 1},
		{"more than one piece", strings.Repeat("Norway signed the treaty in Oslo. ", 1500), 10_500},
		{"no sentence end", strings.Repeat("Oslo ", 11_000), 11_000},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := e.Parse(c.text)
			if doc.Text != c.text {
				t.Error("the text is another one")
			}
			if len(doc.Tokens) < c.least {
				t.Errorf("%d tokens, at least %d are there", len(doc.Tokens), c.least)
			}
			sound(t, doc)
		})
	}
}

// parseLines reads all lines of a text.
func parseLines(t testing.TB, e *engine.Engine, text string) []*language.Doc {
	t.Helper()
	docs, err := e.ParseLines(t.Context(), text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestParseLines(t *testing.T) {
	e := fast(t)
	text := "Oslo signs\r\n\r\n \t\nThe treaty came into force.\n  It is old.\nThe end"
	docs := parseLines(t, e, text)
	want := []struct {
		offset int
		line   string
	}{{0, "Oslo signs"}, {17, "The treaty came into force."}, {45, "  It is old."}, {58, "The end"}}
	if len(docs) != len(want) {
		t.Fatalf("%d docs, want %d", len(docs), len(want))
	}
	for i, doc := range docs {
		if doc.Offset != want[i].offset || doc.Text != want[i].line {
			t.Errorf("line %d is %q at %d, want %q at %d", i, doc.Text, doc.Offset, want[i].line, want[i].offset)
		}
		if !strings.HasPrefix(text[doc.Offset:], doc.Text) {
			t.Errorf("line %d does not stand at %d", i, doc.Offset)
		}
		alone := e.Parse(doc.Text)
		alone.Offset = doc.Offset
		if !reflect.DeepEqual(doc, alone) {
			t.Errorf("line %d read among others differs from itself read alone", i)
		}
	}
	for _, blank := range []string{"", "\n", " \n\t\r\n\u00a0"} {
		if docs := parseLines(t, e, blank); len(docs) != 0 {
			t.Errorf("%d docs of %q", len(docs), blank)
		}
	}
}

// TestParseLinesStops reads long texts, in lines and in one, whose context is
// done after a while: reading ends long before the texts do.
func TestParseLinesStops(t *testing.T) {
	lines := strings.Repeat("Norway signed the treaty.\n", 20_000)
	for name, text := range map[string]string{"lines": lines, "one line": strings.ReplaceAll(lines, "\n", " ")} {
		ctx, cancel := context.WithCancel(t.Context())
		told := 0
		docs, err := fast(t).ParseLines(ctx, text, func(bytes int) {
			if bytes <= told || bytes > len(text) {
				t.Errorf("%s: %d bytes after %d", name, bytes, told)
			}
			told = bytes
			cancel()
		})
		if docs != nil || !errors.Is(err, context.Canceled) || told == 0 || told > len(text)/4 {
			t.Errorf("%s: %d docs, %v, %d of %d bytes", name, len(docs), err, told, len(text))
		}
	}
}

// TestAtTheSameTime reads the goldens from several goroutines, each in an
// order of its own: no text may leave a trace in another.
func TestAtTheSameTime(t *testing.T) {
	e := fast(t)
	all := goldens(t)
	var wait sync.WaitGroup
	for hand := range 3 {
		wait.Go(func() {
			for k := range all {
				g := all[(k*(2*hand+1)+29*hand)%len(all)]
				compare(t, g, e.Parse(g.Text))
			}
		})
	}
	wait.Wait()
}

func TestOpenRefuses(t *testing.T) {
	for name, model := range map[string][]byte{
		"nothing":      nil,
		"another file": []byte("PK\x03\x04 this is no model"),
		"zeros":        make([]byte, 4096),
	} {
		if _, err := engine.Open(model); !errors.Is(err, engine.ErrBadModel) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", " \n ", "\x1d", "Norway's minister didn't sign.", "US$3bn (a lot) 5-year-old…", "\xff\x00\xc3", "https://example.org :-)", " C8",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		sound(t, fast(t).Parse(text))
		for _, doc := range parseLines(t, fast(t), text) {
			sound(t, doc)
			if text[doc.Offset:doc.Offset+len(doc.Text)] != doc.Text {
				t.Errorf("%q does not stand at %d", doc.Text, doc.Offset)
			}
		}
	})
}
