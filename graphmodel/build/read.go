package build

import (
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/language"
)

// read is the story of one article.
func read(a article.Article, docs []*language.Doc) *extract.Reading {
	return &extract.Reading{Article: a.ID}
}
