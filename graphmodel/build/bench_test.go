package build_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"byline/assets"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/language"
)

// parsed hands out what was parsed before.
type parsed []*language.Doc

func (p parsed) ParseLines(context.Context, string, func(int)) ([]*language.Doc, error) {
	return p, nil
}

// BenchmarkRules says what reading costs after the language layer, in percent
// of that layer's own time: for one short article, and for one of 90,000 words
// whose names come again and again.
func BenchmarkRules(b *testing.B) {
	builder(b) // skips without a model
	e, err := load()
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for _, s := range assets.Samples() {
		all.WriteString(string(s.Text) + "\n\n")
	}
	long := strings.Repeat(all.String(), 90_000/len(strings.Fields(all.String()))+1)
	for _, c := range []struct{ name, text string }{{"short", string(assets.Samples()[0].Text)}, {"long", long}} {
		b.Run(c.name, func(b *testing.B) {
			a := article.Article{ID: article.ID(c.text), Text: c.text}
			var layer, rules time.Duration
			for b.Loop() {
				begun := time.Now()
				docs, err := e.ParseLines(b.Context(), a.Text, nil)
				between := time.Now()
				if err != nil {
					b.Fatal(err)
				}
				if _, err := build.New(parsed(docs)).Read(b.Context(), a, nil); err != nil {
					b.Fatal(err)
				}
				layer += between.Sub(begun)
				rules += time.Since(between)
			}
			b.ReportMetric(float64(len(strings.Fields(c.text))), "words")
			b.ReportMetric(100*rules.Seconds()/layer.Seconds(), "%")
		})
	}
}
