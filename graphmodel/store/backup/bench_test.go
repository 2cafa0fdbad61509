package backup

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"byline/graphmodel/article"
	"byline/graphmodel/store"
)

// BenchmarkKeep makes a backup of a project of 10,000 articles of 500 words
// while it is being edited, and prints how long an edit takes to be saved
// meanwhile.
func BenchmarkKeep(b *testing.B) {
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	items := make([]store.Item, 10_000)
	for n := range items {
		var text strings.Builder
		for range 500 {
			fmt.Fprintf(&text, "word%d ", r.IntN(20_000))
		}
		items[n] = store.Item{Number: n + 1, Article: article.Article{ID: article.ID(text.String()), Text: text.String()}}
	}
	path := filepath.Join(b.TempDir(), "Large.byline")
	must(store.Write(path, store.Content{Items: items}))
	p, err := store.Open(path)
	must(err)
	defer func() { must(p.Close()) }()
	var saves []time.Duration
	for b.Loop() {
		s := Shelf{Dir: b.TempDir(), Now: time.Now}
		done := make(chan error)
		go func() { done <- s.Keep(b.Context(), p) }()
		for working := true; working; {
			select {
			case err := <-done:
				must(err)
				working = false
			case <-time.After(20 * time.Millisecond):
				start := time.Now()
				must(p.Save(store.Change{SetSettings: map[string]string{"edit": fmt.Sprint(len(saves))}}))
				saves = append(saves, time.Since(start))
			}
		}
	}
	slices.Sort(saves)
	b.ReportMetric(saves[len(saves)/2].Seconds()*1000, "ms/save(median)")
	b.ReportMetric(saves[len(saves)-1].Seconds()*1000, "ms/save(worst)")
}
