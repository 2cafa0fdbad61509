package build

import (
	"runtime"
	"sync"

	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/compact"
)

// Recall makes the readings again that were kept, by the articles' ids, in the
// form of compact: one for each article, nil for one that must be read anew.
func Recall(articles []article.Article, kept map[string][]byte) []*extract.Reading {
	readings := make([]*extract.Reading, len(articles))
	workers := min(runtime.GOMAXPROCS(0), len(articles))
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := len(articles) * w / workers; i < len(articles)*(w+1)/workers; i++ {
				data, ok := kept[articles[i].ID]
				if !ok {
					continue
				}
				// What cannot be made again is read anew.
				readings[i], _ = compact.Decode(articles[i], data)
			}
		})
	}
	wait.Wait()
	return readings
}
