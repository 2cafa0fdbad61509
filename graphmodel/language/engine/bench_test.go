package engine_test

import (
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"byline/graphmodel/language/engine"
)

// newsText is the goldens that are one line of prose, a line each: about the
// length of a long news article.
func newsText(b *testing.B) string {
	b.Helper()
	var text strings.Builder
	for _, g := range goldens(b)[:79] {
		text.WriteString(g.Text + "\n")
	}
	return text.String()
}

func BenchmarkParse(b *testing.B) {
	text := newsText(b)
	b.Run("one", func(b *testing.B) { parseOn(b, fast(b), text, 1) })
	b.Run("two", func(b *testing.B) { parseOn(b, fast(b), text, 2) })
	b.Run("plain", func(b *testing.B) { parseOn(b, plain(b), text, 1) })
}

// parseOn reads the text again and again from so many goroutines and reports
// words a second, as spaCy counts words.
func parseOn(b *testing.B, e *engine.Engine, text string, hands int) {
	b.Helper()
	words := 0
	for _, doc := range parseLines(b, e, text) {
		words += len(doc.Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	var next atomic.Int64
	var wait sync.WaitGroup
	for range hands {
		wait.Go(func() {
			for next.Add(1) <= int64(b.N) {
				parseLines(b, e, text)
			}
		})
	}
	wait.Wait()
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	fast(b) // skips where there is no model
	b.ReportAllocs()
	for b.Loop() {
		if _, err := engine.Load(); err != nil {
			b.Fatal(err)
		}
	}
}
