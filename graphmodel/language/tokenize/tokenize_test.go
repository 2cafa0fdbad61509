package tokenize

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"byline/graphmodel/language/lexeme"
	"byline/graphmodel/language/modeltest"
)

// load returns the tokenizer of the model.
func load(t testing.TB) *Tokenizer {
	t.Helper()
	norms, err := lexeme.Load(modeltest.Section(t, "lexeme_norm"))
	if err != nil {
		t.Fatal(err)
	}
	tokenizer, err := Load(modeltest.Section(t, "tokenizer"), norms)
	if err != nil {
		t.Fatal(err)
	}
	return tokenizer
}

// show writes tokens as their texts with "·" behind those that own a space.
func show(tokens []Token) string {
	var parts []string
	for _, t := range tokens {
		text := t.Text
		if t.Space {
			text += "·"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "|")
}

func TestTokenize(t *testing.T) {
	tokenizer := load(t)
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"Word", "Word"},
		// white space
		{"a  b", "a·| |b"},
		{"a \n b", "a·|\n |b"},
		{"  a", "  |a"},
		{"a ", "a·"},
		{"a  ", "a·| "},
		{" a", " |a"},
		{"\t", "\t"},
		{"a\u00a0b", "a|\u00a0|b"},
		{"a\x1fb", "a|\x1f|b"},
		{"a\u200bb", "a\u200bb"},
		// full stops and abbreviations
		{"The U.N. met.", "The·|U.N.·|met|."},
		{"The UN. met", "The·|UN|.·|met"},
		{"Mr. Li", "Mr.·|Li"},
		{"end.Next", "end|.|Next"},
		{"Wait... no..", "Wait|...·|no|.."},
		{"20°C. 20 °F.", "20|°|C|.·|20·|°|F|."},
		// apostrophes
		{"Norway's", "Norway|'s"},
		{"Norway’s", "Norway|’s"},
		{"don't", "do|n't"},
		{"can’t", "ca|n’t"},
		{"farmers'", "farmers|'"},
		// hyphens
		{"twenty-year-old", "twenty|-|year|-|old"},
		{"30-year", "30|-|year"},
		{"COVID-19", "COVID-19"},
		{"1990-1995", "1990|-|1995"},
		{"a--b---c——d", "a|--|b|---|c|——|d"},
		// money, units and signs
		{"$5m", "$|5|m"},
		{"US$30bn", "US$|30bn"},
		{"10km/h", "10|km/h"},
		{"5%", "5|%"},
		{"30€", "30|€"},
		{"+5", "+5"},
		{"+x", "+|x"},
		{"5+", "5|+"},
		{"OPEC+", "OPEC+"},
		// lists, brackets and quotation marks
		{"(“Yes”)", "(|“|Yes|”|)"},
		{"red,blue", "red|,|blue"},
		{"1,000", "1,000"},
		{"key:value", "key|:|value"},
		{"10:30", "10:30"},
		{"and/or", "and/or"},
		{"north/south", "north|/|south"},
		// addresses
		{"see https://www.example.org/a?b=1.", "see·|https://www.example.org/a?b=1|."},
		{"desk@example.com", "desk@example.com"},
		{"example.com:8080/x", "example.com:8080/x"},
		{"example.COM", "example|.|COM"},
		{"8.8.8.8", "8.8.8.8"},
		// exceptions that only the second look finds
		{"report.Dr.", "report|.|Dr."},
		{"Jan.Weve", "Jan.|Weve"},
		{"=3:X", "=3|:X"},
		{"(>_<)Dont", "(>_<)|Do|nt"},
	} {
		if got := show(tokenizer.Tokenize(c.text)); got != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// The norm of an exception's piece comes before the tables, these before
// lower case.
func TestNorms(t *testing.T) {
	tokenizer := load(t)
	for _, c := range []struct{ text, want string }{
		{"She'll", "she|will"},
		{"won't", "will|not"},
		{"Labour programme", "labor|program"},
		{"Norway’s €5", "norway|'s|$|5"},
		{"… — –", "...|-|-"},
		{"Meta", "meta"},
		{"İzmir", "i̇zmir"},
	} {
		var norms []string
		for _, token := range tokenizer.Tokenize(c.text) {
			norms = append(norms, token.Lexeme.Norm)
		}
		if got := strings.Join(norms, "|"); got != c.want {
			t.Errorf("%q: norms %s, want %s", c.text, got, c.want)
		}
	}
}

// checkWhole fails if tokens and spaces do not add up to the text, or if a
// token is empty or without a lexeme.
func checkWhole(t *testing.T, text string, tokens []Token) {
	t.Helper()
	at := 0
	for i, token := range tokens {
		if token.Start != at || token.End <= at || token.End > len(text) || text[token.Start:token.End] != token.Text {
			t.Fatalf("%.60q: token %d %.60q at %d to %d, want it to begin at %d", text, i, token.Text, token.Start, token.End, at)
		}
		if token.Lexeme == nil || token.Lexeme.Shape == "" || !utf8.ValidString(token.Lexeme.Norm) {
			t.Fatalf("%.60q: token %d %.60q has the lexeme %v", text, i, token.Text, token.Lexeme)
		}
		at = token.End
		if token.Space {
			if at >= len(text) || text[at] != ' ' {
				t.Fatalf("%.60q: token %d %.60q owns a space that is not there", text, i, token.Text)
			}
			at++
		}
	}
	if at != len(text) {
		t.Fatalf("%.60q: the tokens end at byte %d of %d", text, at, len(text))
	}
}

// Long runs of anything are cut in one pass; were one of them quadratic this
// test would take minutes.
func TestLongTexts(t *testing.T) {
	tokenizer := load(t)
	const word, run = 5 << 20, 1 << 17
	for _, c := range []struct {
		piece string
		size  int
	}{
		{"a", word}, {" ", word}, {".", word}, {"\x00", run}, {"\xff", run},
		{"(", run}, {")", run}, {"'", run}, {"a.", run}, {"a@", run}, {"a-", run}, {"://", run},
		{"a.a@", run}, {":)", run}, {"...a", run}, {"5.", run}, {"Σ", run}, {"\u0301", run}, {"習", run},
	} {
		text := strings.Repeat(c.piece, c.size/len(c.piece))
		checkWhole(t, text, tokenizer.Tokenize(text))
	}
}

// A bad byte counts as U+FFFD, which is cut off like any other symbol;
// offsets stay exact.
func TestInvalidUTF8(t *testing.T) {
	tokenizer := load(t)
	for _, text := range []string{"\xff", "a\xffb (c\xc3)", "\xf0\x9f\x98", "caf\xe9's \xa35m.", "\xed\xa0\x80 x"} {
		checkWhole(t, text, tokenizer.Tokenize(text))
	}
	if got, want := show(tokenizer.Tokenize("(caf\xe9)")), "(|caf|\xe9|)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The cache may not show: the same text gives the same tokens whatever was
// read before and by however many goroutines at once.
func TestConcurrentUse(t *testing.T) {
	tokenizer := load(t)
	text := "The E.U.'s envoy didn't (yet) sign the £5m deal: 'not now', she said at 10 a.m. :)"
	want := show(tokenizer.Tokenize(text))
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 50 {
				other := fmt.Sprintf("%s x%d-%d.", text, g, i)
				if got := show(tokenizer.Tokenize(other)); !strings.HasPrefix(got, want) {
					t.Errorf("%q: %s", other, got)
				}
			}
		})
	}
	wg.Wait()
}

// More different words than the cache holds.
func TestCacheOverflow(t *testing.T) {
	tokenizer := load(t)
	for i := range cachedChunks + 100 {
		text := fmt.Sprintf("w%d,", i)
		if got := tokenizer.Tokenize(text); len(got) != 2 || got[1].Text != "," {
			t.Fatalf("%q: %s", text, show(got))
		}
	}
	if n := len(tokenizer.chunks); n > cachedChunks {
		t.Errorf("the cache holds %d chunks, want at most %d", n, cachedChunks)
	}
}

func TestLoadDamaged(t *testing.T) {
	section := modeltest.Section(t, "tokenizer")
	for _, n := range []int{0, 1, 10, len(section) / 2, len(section) - 1} {
		if _, err := Load(slices.Clone(section[:n]), nil); err == nil {
			t.Errorf("the first %d bytes of the section were taken for all", n)
		}
	}
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{
		"", " ", "a  b\n", "U.S.-led don't (:) http://a.b/c?d@e", "\xff\xfe a\x00b", "İΣ ﷼5کم ...:) 'em",
	} {
		f.Add(s)
	}
	tokenizer := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkWhole(t, text, tokenizer.Tokenize(text))
	})
}

func BenchmarkTokenizeWarm(b *testing.B) {
	tokenizer := load(b)
	text := strings.Repeat("The minister said on Tuesday that Norway's new agency won't open before 2027. ", 50)
	words := len(strings.Fields(text))
	for b.Loop() {
		tokenizer.Tokenize(text)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
