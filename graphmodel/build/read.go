package build

import (
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/links"
	"byline/graphmodel/extract/measures"
	"byline/graphmodel/extract/names"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
	"byline/graphmodel/language"
)

// read is the story of one article.
func read(a article.Article, docs []*language.Doc) *extract.Reading {
	d := draft.New(page.New(a, docs), lexicon.Load())
	names.Find(d)
	measures.Find(d)
	speakers := refer.Follow(d)
	return d.Reading(links.Find(d, speakers))
}
