package engine_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"byline/graphmodel/language"
	"byline/graphmodel/language/engine"
	"byline/graphmodel/language/kernel"
)

// golden is what spaCy says of a text: a list for each property, one item a
// token. testdata/make_goldens.py writes them.
type golden struct {
	Text       string            `json:"text"`
	Words      []string          `json:"words"`
	Start      []int             `json:"start"`
	Space      []int             `json:"space"`
	Norm       []string          `json:"norm"`
	Shape      []string          `json:"shape"`
	Lemma      []string          `json:"lemma"`
	Tag        []string          `json:"tag"`
	Pos        []string          `json:"pos"`
	Morph      []string          `json:"morph"`
	Dep        []string          `json:"dep"`
	Head       []int             `json:"head"`
	Left       []int             `json:"left"`
	Right      []int             `json:"right"`
	SentStart  []int             `json:"sent_start"`
	Ents       []json.RawMessage `json:"ents"`
	NounChunks [][2]int          `json:"noun_chunks"`
}

func goldens(t testing.TB) []golden {
	t.Helper()
	file, err := os.Open("../testdata/goldens.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []golden
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g golden
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatalf("golden %d: %v", len(all), err)
		}
		all = append(all, g)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Fatalf("%d goldens, the file is cut short", len(all))
	}
	return all
}

// A model is read once for all tests and each kernel: an Engine has no state.
var (
	loadFast  = sync.OnceValues(func() (*engine.Engine, error) { return engine.Load() })
	loadPlain = sync.OnceValues(func() (*engine.Engine, error) { return engine.Load(engine.PlainKernel()) })
)

// fast returns the engine with the fastest kernel of this machine, and plain
// the one that calculates in Go.
func fast(t testing.TB) *engine.Engine  { return loaded(t, loadFast) }
func plain(t testing.TB) *engine.Engine { return loaded(t, loadPlain) }

func loaded(t testing.TB, load func() (*engine.Engine, error)) *engine.Engine {
	t.Helper()
	e, err := load()
	if err == nil {
		return e
	}
	if errors.Is(err, engine.ErrNoModel) {
		t.Skip("the language model is not set up; run: make setup")
	}
	t.Fatal(err)
	return nil
}

func TestGoldens(t *testing.T) {
	all := goldens(t)
	t.Run("plain", func(t *testing.T) { compareAll(t, plain(t), "plain", all, plainStep) })
	t.Run("avx2", func(t *testing.T) {
		if kernel.Fastest().Name() != "avx2" {
			t.Skip("this machine has no AVX2")
		}
		compareAll(t, fast(t), "avx2", all, 1)
	})
}

// TestGoldenGroups reads all texts of one line in one go: what is worked on
// together must come out as what is read alone.
func TestGoldenGroups(t *testing.T) {
	e := fast(t)
	var single []golden
	var text strings.Builder
	for _, g := range goldens(t) {
		if strings.TrimSpace(g.Text) != "" && !strings.Contains(g.Text, "\n") && !strings.HasSuffix(g.Text, "\r") {
			single = append(single, g)
			text.WriteString(g.Text + "\n")
		}
	}
	docs := parseLines(t, e, text.String())
	if len(docs) != len(single) {
		t.Fatalf("%d docs of %d lines", len(docs), len(single))
	}
	for i, doc := range docs {
		compare(t, single[i], doc)
	}
}

func compareAll(t *testing.T, e *engine.Engine, kernel string, all []golden, step int) {
	t.Helper()
	if e.Kernel() != kernel {
		t.Fatalf("the engine calculates with %q, not %q", e.Kernel(), kernel)
	}
	for k := 0; k < len(all); k += step {
		compare(t, all[k], e.Parse(all[k].Text))
	}
}

// compare fails the test for each property in which doc differs from spaCy.
func compare(t *testing.T, g golden, doc *language.Doc) {
	t.Helper()
	if doc.Text != g.Text {
		t.Errorf("%.50q: the text came out as %q", g.Text, doc.Text)
	}
	same(t, g, doc, "words", g.Words, func(k language.Token) string { return k.Text })
	if len(doc.Tokens) != len(g.Words) {
		return
	}
	same(t, g, doc, "start", g.Start, func(k language.Token) int { return k.Start })
	same(t, g, doc, "own text", g.Words, func(k language.Token) string { return g.Text[k.Start:k.End] })
	same(t, g, doc, "space", g.Space, func(k language.Token) int { return one(k.Space) })
	same(t, g, doc, "norm", g.Norm, func(k language.Token) string { return k.Norm })
	same(t, g, doc, "shape", g.Shape, func(k language.Token) string { return k.Shape })
	same(t, g, doc, "lemma", g.Lemma, func(k language.Token) string { return k.Lemma })
	same(t, g, doc, "tag", g.Tag, func(k language.Token) string { return k.Tag })
	same(t, g, doc, "pos", g.Pos, func(k language.Token) string { return k.Pos })
	same(t, g, doc, "morph", g.Morph, func(k language.Token) string { return k.Morph })
	same(t, g, doc, "dep", g.Dep, func(k language.Token) string { return k.Dep })
	same(t, g, doc, "head", g.Head, func(k language.Token) int { return k.Head })
	same(t, g, doc, "left", g.Left, func(k language.Token) int { return k.Left })
	same(t, g, doc, "right", g.Right, func(k language.Token) int { return k.Right })
	same(t, g, doc, "sentence start", g.SentStart, func(k language.Token) int { return one(k.SentStart) })
	compareSpans(t, g, doc)
}

func compareSpans(t *testing.T, g golden, doc *language.Doc) {
	t.Helper()
	iob, kind := slices.Repeat([]byte{'O'}, len(doc.Tokens)), make([]string, len(doc.Tokens))
	var want, got []string
	for _, raw := range g.Ents {
		want = append(want, string(raw))
		var start, end int
		var label string
		if err := json.Unmarshal(raw, &[]any{&start, &end, &label}); err != nil {
			t.Fatalf("%.50q: entity %s: %v", g.Text, raw, err)
		}
		for i := start; i < end; i++ {
			iob[i], kind[i] = 'I', label
		}
		iob[start] = 'B'
	}
	for _, e := range doc.Ents {
		got = append(got, fmt.Sprintf("[%d,%d,%q]", e.Start, e.End, e.Label))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%.50q: entities %v, spaCy says %v", g.Text, got, want)
	}
	same(t, g, doc, "iob", iob, func(k language.Token) byte { return k.EntIOB })
	same(t, g, doc, "entity", kind, func(k language.Token) string { return k.EntType })
	var chunks [][2]int
	for _, c := range doc.NounChunks {
		chunks = append(chunks, [2]int{c.Start, c.End})
	}
	if !slices.Equal(chunks, g.NounChunks) {
		t.Errorf("%.50q: noun chunks %v, spaCy says %v", g.Text, chunks, g.NounChunks)
	}
}

func same[T comparable](t *testing.T, g golden, doc *language.Doc, what string, want []T, of func(language.Token) T) {
	t.Helper()
	got := make([]T, len(doc.Tokens))
	for i, token := range doc.Tokens {
		got[i] = of(token)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%.50q: %s is %v, spaCy says %v", g.Text, what, got, want)
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
