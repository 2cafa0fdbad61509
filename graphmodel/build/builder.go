// Package build is the story: articles are read one by one, and their
// readings and a person's decisions become one graph. It owns the order of
// the stages and nothing else: every stage lives in a package of its own.
package build

import (
	"context"
	"fmt"
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
	// ParseLines tells how many bytes it has read, if tell is not nil. Soon
	// after ctx is done it returns its error.
	ParseLines(ctx context.Context, text string, tell func(bytes int)) ([]*language.Doc, error)
}

// Builder reads articles with one parser. It is safe for concurrent use.
type Builder struct {
	parser  Parser
	version func() string
}

// New returns a Builder that reads with p.
func New(p Parser) *Builder { return &Builder{p, sync.OnceValue(version)} }

// Version changes whenever a reading of the same article may: with the model,
// the lists and the rules.
func (b *Builder) Version() string { return b.version() }

// Read reads one article by itself. It tells again and again which share of
// the work is done, 0 to 1, if tell is not nil. Well within a second after ctx
// is done, however long the article, it returns the context's error.
func (b *Builder) Read(ctx context.Context, a article.Article, tell func(share float64)) (*extract.Reading, error) {
	var parsed func(bytes int)
	if tell != nil {
		parsed = func(bytes int) { tell(parsing * float64(bytes) / float64(len(a.Text))) }
	}
	docs, err := b.parser.ParseLines(ctx, a.Text, parsed)
	if err != nil {
		return nil, fmt.Errorf("the article was not read to its end: %w", err)
	}
	r := read(ctx, a, docs)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("the article was not read to its end: %w", err)
	}
	return r, nil
}

// parsing is the share of the work that the language layer does.
const parsing = 0.85

// Outcome is a graph and what people took out of it.
type Outcome = resolve.Outcome

// Join makes one graph of the readings of these articles, in their order, and
// applies the decisions.
func Join(articles []article.Article, readings []*extract.Reading, decisions []graphmodel.Decision) Outcome {
	return resolve.Resolve(articles, readings, decisions)
}

// Graph is the graph alone.
func Graph(articles []article.Article, readings []*extract.Reading, decisions []graphmodel.Decision) *graphmodel.Graph {
	return Join(articles, readings, decisions).Graph
}
