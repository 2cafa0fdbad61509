// Package build is the story: articles are read one by one, and their
// readings and a person's decisions become one graph. It owns the order of
// the stages and nothing else: every stage lives in a package of its own.
package build

import (
	"context"
	"sync"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/language"
	"byline/graphmodel/resolve"
)

// Parser reads English: one Doc for each line that is not blank, with its
// place in the text. It is safe for concurrent use.
type Parser interface {
	ParseLines(text string) []*language.Doc
}

// Builder reads articles with one parser. It is safe for concurrent use.
type Builder struct{ parser Parser }

// New returns a Builder that reads with p.
func New(p Parser) *Builder { return &Builder{parser: p} }

// Read reads one article by itself.
func (b *Builder) Read(a article.Article) *extract.Reading {
	return read(a, b.parser.ParseLines(a.Text))
}

// ReadAll reads articles with so many workers at a time and returns their
// readings in the order of the articles. It calls progress after each, one
// call at a time; progress may be nil. It stops when ctx is done and returns
// its error.
func (b *Builder) ReadAll(ctx context.Context, articles []article.Article, workers int, progress func(done, total int)) ([]*extract.Reading, error) {
	readings := make([]*extract.Reading, len(articles))
	next := make(chan int)
	var mu sync.Mutex
	var wg sync.WaitGroup
	done := 0
	for range max(1, workers) {
		wg.Go(func() {
			for i := range next {
				readings[i] = b.Read(articles[i])
				mu.Lock()
				done++
				if progress != nil {
					progress(done, len(articles))
				}
				mu.Unlock()
			}
		})
	}
	for i := range articles {
		select {
		case next <- i:
			continue
		case <-ctx.Done():
		}
		break
	}
	close(next)
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return readings, nil
}

// Graph joins the readings of these articles, in their order, into one graph
// and applies the decisions.
func Graph(articles []article.Article, readings []*extract.Reading, decisions []graphmodel.Decision) *graphmodel.Graph {
	return resolve.Graph(articles, readings, decisions)
}
