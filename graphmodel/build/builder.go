// Package build is the story: articles are read one by one, and their
// readings and a person's decisions become one graph. It owns the order of
// the stages and nothing else: every stage lives in a package of its own.
package build

import (
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
type Builder struct {
	parser  Parser
	version func() string
}

// New returns a Builder that reads with p.
func New(p Parser) *Builder { return &Builder{p, sync.OnceValue(version)} }

// Version changes whenever a reading of the same article may: with the model,
// the lists and the rules.
func (b *Builder) Version() string { return b.version() }

// Read reads one article by itself.
func (b *Builder) Read(a article.Article) *extract.Reading {
	return read(a, b.parser.ParseLines(a.Text))
}

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
