package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
)

// crowd are readings of many articles about few things, so that much is alike.
func crowd(r *rand.Rand, n int) ([]article.Article, []*extract.Reading) {
	draw := func(from string) string { all := strings.Split(from, ","); return all[r.IntN(len(all))] }
	var articles []article.Article
	var readings []*extract.Reading
	for i := range n {
		a := article.Article{ID: fmt.Sprint(i)}
		if r.IntN(4) > 0 {
			a.Published = time.Date(2025, 1, 1+r.IntN(200), 0, 0, 0, 0, time.UTC)
		}
		rd := &extract.Reading{Article: a.ID}
		for range 8 {
			t := extract.Thing{Kind: graphmodel.Kind(draw("country,person,organisation,measure,measure,measure")), Proper: r.IntN(3) == 0}
			switch t.Kind {
			case graphmodel.Country:
				t.Code = draw("CL,PE,NO")
				t.Key = t.Code
			case graphmodel.Person:
				t.Key = draw("rosa ibarra,ibarra,ola holm,holm")
				t.Roles = []extract.Role{{Title: "Mayor", Of: r.IntN(8)}}
			case graphmodel.Organisation:
				t.Key = draw("parliament,senate,port union")
			case graphmodel.Measure:
				t.MeasureSort = graphmodel.MeasureSort(draw("law,ban"))
				var words []string
				for range 1 + r.IntN(4) {
					words = append(words, draw("the,new,fishing,grain,import,levy,harbour,rule"))
				}
				t.Key = strings.Join(words, " ")
			}
			t.Name = t.Key
			t.Mentions = []graphmodel.Mention{{Span: graphmodel.Span{Article: a.ID, Start: len(rd.Things), End: len(rd.Things) + 1}, Text: t.Name}}
			rd.Things = append(rd.Things, t)
		}
		for range 12 {
			rd.Claims = append(rd.Claims, extract.Claim{From: r.IntN(8), To: r.IntN(8), Speaker: extract.None, Type: graphmodel.LinkType(draw("PROPOSES,OF_COUNTRY,COMMENTS_ON"))})
		}
		articles, readings = append(articles, a), append(readings, rd)
	}
	return articles, readings
}

// alikeByDefinition reports whether two things may be one, without an index.
func alikeByDefinition(r *resolver, i, j int) bool {
	a, b := r.thing(i), r.thing(j)
	switch {
	case a.Kind != b.Kind:
		return false
	case a.Kind == graphmodel.Country:
		return a.Code == b.Code
	case a.Kind == graphmodel.Person:
		return a.Key == b.Key && strings.Contains(a.Key, " ")
	case a.Kind == graphmodel.Organisation:
		return a.Key == b.Key && (!generic(a.Key) || r.country(i) != "" && r.country(i) == r.country(j))
	}
	return true
}

// TestNothingIsOverlooked joins each thing with the first before it that is
// one with it, all held beside all, and compares the groups.
func TestNothingIsOverlooked(t *testing.T) {
	joined := 0
	for seed := range uint64(60) {
		articles, readings := crowd(rand.New(rand.NewPCG(5, seed)), 25)
		have := newResolver(articles, readings)
		have.gather()
		have.joinAcross()
		want := newResolver(articles, readings)
		want.gather()
		want.alike = newAlike(want)
		for i := range want.items {
			for j := range i {
				if alikeByDefinition(want, i, j) && want.one(i, j) {
					want.join(want.items[j].group, want.items[i].group)
					if want.thing(i).Kind == graphmodel.Measure {
						joined++
					}
					break
				}
			}
		}
		want.joinSurnames()
		if !slices.Equal(have.items, want.items) {
			t.Fatalf("seed %d: other things are one", seed)
		}
	}
	if joined < 100 {
		t.Errorf("only %d measures were joined: the test says little", joined)
	}
}
