package build

import (
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/measures"
	"byline/graphmodel/extract/names"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/language"
)

// read is the story of one article.
func read(a article.Article, docs []*language.Doc) *extract.Reading {
	d := draft.New(page.New(a, docs), lexicon.Load())
	names.Find(d)
	measures.Find(d)
	return d.Reading(nil)
}
