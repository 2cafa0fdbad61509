package build

import (
	"context"

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

// read is the story of one article. What it returns is whole only if ctx is
// not done.
func read(ctx context.Context, a article.Article, docs []*language.Doc) *extract.Reading {
	d := draft.New(page.New(a, docs), lexicon.Load())
	var speakers refer.Speakers
	var claims []extract.Claim
	extract.InTurn(ctx,
		func() { names.Find(ctx, d) },
		func() { measures.Find(ctx, d) },
		func() { speakers = refer.Follow(ctx, d) },
		func() { claims = links.Find(ctx, d, speakers) },
	)
	return d.Reading(claims)
}
