package session

import (
	"context"
	"regexp"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
)

// plainReader knows a person by two words with capitals. It loads at once.
type plainReader struct{}

var twoNames = regexp.MustCompile(`[A-Z][a-z]+ [A-Z][a-z]+`)

func (plainReader) Version() string { return "plain" }

func (plainReader) Read(_ context.Context, a article.Article, _ func(float64)) (*extract.Reading, error) {
	r := &extract.Reading{Article: a.ID}
	at := map[string]int{}
	for _, m := range twoNames.FindAllStringIndex(a.Text, -1) {
		name := a.Text[m[0]:m[1]]
		n, ok := at[name]
		if !ok {
			n, at[name] = len(r.Things), len(r.Things)
			r.Things = append(r.Things, extract.Thing{Kind: graphmodel.Person, Name: name, Key: strings.ToLower(name), Proper: true})
		}
		span := graphmodel.Span{Article: a.ID, Start: m[0], End: m[1]}
		r.Things[n].Mentions = append(r.Things[n].Mentions, graphmodel.Mention{Span: span, Text: name, Form: graphmodel.FormName})
	}
	return r, nil
}
