package graphmodel_test

import (
	"slices"
	"testing"

	"byline/graphmodel"
)

func TestVocabulary(t *testing.T) {
	types := graphmodel.LinkTypes()
	if len(types) != 28 {
		t.Errorf("%d types of link", len(types))
	}
	words := map[string]graphmodel.LinkType{}
	for _, lt := range types {
		if !lt.Valid() || lt.Words() == "" {
			t.Errorf("%s is valid %v and reads %q", lt, lt.Valid(), lt.Words())
		}
		if other, ok := words[lt.Words()]; ok {
			t.Errorf("%s and %s both read %q", lt, other, lt.Words())
		}
		words[lt.Words()] = lt
		fits := 0
		for _, head := range graphmodel.Kinds() {
			for _, tail := range graphmodel.Kinds() {
				if !lt.Fits(head, tail) {
					continue
				}
				fits++
				if lt.Undirected() && !lt.Fits(tail, head) {
					t.Errorf("%s has no direction, yet fits %s to %s only", lt, head, tail)
				}
			}
		}
		if fits == 0 {
			t.Errorf("%s fits no two kinds", lt)
		}
		if lt.Fits("ship", graphmodel.Person) || lt.Fits(graphmodel.Person, "") {
			t.Errorf("%s takes a kind that is none", lt)
		}
	}
	if other := graphmodel.LinkType("LOVES"); other.Valid() || other.Fits(graphmodel.Person, graphmodel.Person) {
		t.Error("a type that is none is taken")
	}
}

func TestFits(t *testing.T) {
	const p, o, c, m = graphmodel.Person, graphmodel.Organisation, graphmodel.Country, graphmodel.Measure
	for _, x := range []struct {
		link graphmodel.LinkType
		head graphmodel.Kind
		tail graphmodel.Kind
		fits bool
	}{
		{graphmodel.Leads, p, c, true},
		{graphmodel.Leads, c, p, false},
		{graphmodel.Leads, p, p, false},
		{graphmodel.PartOf, o, o, true},
		{graphmodel.PartOf, m, m, true},
		{graphmodel.PartOf, o, m, false},
		{graphmodel.PartOf, m, o, false},
		{graphmodel.Appoints, c, p, true},
		{graphmodel.Appoints, c, o, false},
		{graphmodel.Funds, m, m, true},
		{graphmodel.TakesPartIn, c, m, true},
		{graphmodel.TakesPartIn, m, m, false},
		{graphmodel.Targets, m, c, true},
		{graphmodel.Targets, c, m, false},
		{graphmodel.Meets, p, m, false},
		{graphmodel.RelatedTo, m, p, true},
	} {
		if got := x.link.Fits(x.head, x.tail); got != x.fits {
			t.Errorf("%s from a %s to a %s fits: %v", x.link, x.head, x.tail, got)
		}
	}
}

func TestKinds(t *testing.T) {
	actors := 0
	for _, k := range graphmodel.Kinds() {
		if !k.Valid() {
			t.Errorf("%s is not valid", k)
		}
		if k.Actor() {
			actors++
		}
	}
	if actors != 3 || graphmodel.Measure.Actor() || graphmodel.Kind("ship").Actor() || graphmodel.Kind("").Valid() {
		t.Errorf("%d kinds act", actors)
	}
}

func TestEvidenceStatus(t *testing.T) {
	for name, x := range map[string]struct {
		e    graphmodel.Evidence
		want graphmodel.Status
	}{
		"plain":                {graphmodel.Evidence{Certainty: graphmodel.Asserted}, graphmodel.StatusStated},
		"nothing known":        {graphmodel.Evidence{}, graphmodel.StatusStated},
		"a speaker":            {graphmodel.Evidence{Attribution: "x"}, graphmodel.StatusAttributed},
		"a quote":              {graphmodel.Evidence{Certainty: graphmodel.Quoted}, graphmodel.StatusAttributed},
		"future":               {graphmodel.Evidence{Certainty: graphmodel.Planned}, graphmodel.StatusPlanned},
		"expected":             {graphmodel.Evidence{Certainty: graphmodel.Expected}, graphmodel.StatusPlanned},
		"possible":             {graphmodel.Evidence{Certainty: graphmodel.Possible}, graphmodel.StatusPlanned},
		"proposed by somebody": {graphmodel.Evidence{Certainty: graphmodel.Proposed, Attribution: "x"}, graphmodel.StatusPlanned},
		"alleged by somebody":  {graphmodel.Evidence{Certainty: graphmodel.Alleged, Attribution: "x"}, graphmodel.StatusAlleged},
		"over":                 {graphmodel.Evidence{Tense: graphmodel.Ended, Certainty: graphmodel.Alleged}, graphmodel.StatusEnded},
		"denied":               {graphmodel.Evidence{Polarity: graphmodel.Negated, Tense: graphmodel.Ended}, graphmodel.StatusDenied},
	} {
		if got := x.e.Status(); got != x.want {
			t.Errorf("%s: %s, want %s", name, got, x.want)
		}
	}
}

// A link shows the firmest of what its sentences say.
func TestLinkStatusAndConfidence(t *testing.T) {
	firmest := []graphmodel.Evidence{
		{Certainty: graphmodel.Asserted, Confidence: 0.1},
		{Attribution: "x", Confidence: 0.2},
		{Certainty: graphmodel.Planned, Confidence: 0.3},
		{Certainty: graphmodel.Alleged, Confidence: 0.4},
		{Tense: graphmodel.Ended, Confidence: 0.5},
		{Polarity: graphmodel.Negated, Confidence: 0.6},
	}
	for i := range firmest {
		l := graphmodel.Link{Evidence: slices.Clone(firmest[i:])}
		want := firmest[i].Status()
		if got := l.Status(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		slices.Reverse(l.Evidence)
		if got := l.Status(); got != want {
			t.Errorf("in the other order: %s, want %s", got, want)
		}
		if l.Confidence() != 0.6 {
			t.Errorf("confidence %v", l.Confidence())
		}
		if !slices.Contains(graphmodel.Statuses(), want) {
			t.Errorf("%s is not in the legend", want)
		}
	}
	if l := (graphmodel.Link{ByHand: true}); l.Confidence() != 0 || l.Status() != graphmodel.StatusByHand {
		t.Errorf("a link by hand: %v, %s", l.Confidence(), l.Status())
	}
}

func TestCanonicalLeavesTheGivenLinkAlone(t *testing.T) {
	l := graphmodel.Link{From: "b", Type: graphmodel.Meets, To: "a", Evidence: []graphmodel.Evidence{
		{From: graphmodel.Span{Start: 1, End: 2}, To: graphmodel.Span{Start: 3, End: 4}},
	}}
	turned := l.Canonical()
	if turned.From != "a" || turned.To != "b" || turned.Evidence[0].From.Start != 3 || turned.Evidence[0].To.Start != 1 {
		t.Errorf("got %+v", turned)
	}
	if l.From != "b" || l.Evidence[0].From.Start != 1 {
		t.Errorf("the link given was changed: %+v", l)
	}
	directed := graphmodel.Link{From: "b", Type: graphmodel.Urges, To: "a"}
	if got := directed.Canonical(); got.From != "b" {
		t.Errorf("a link with a direction was turned: %+v", got)
	}
}

func TestSpans(t *testing.T) {
	span := func(article string, start, end int) graphmodel.Span {
		return graphmodel.Span{Article: article, Start: start, End: end}
	}
	for _, x := range []struct {
		a, b               graphmodel.Span
		contains, overlaps bool
	}{
		{span("a", 0, 10), span("a", 2, 5), true, true},
		{span("a", 0, 10), span("a", 0, 10), true, true},
		{span("a", 0, 10), span("a", 5, 11), false, true},
		{span("a", 0, 10), span("a", 10, 12), false, false},
		{span("a", 0, 10), span("b", 2, 5), false, false},
		{span("a", 2, 5), span("a", 0, 10), false, true},
	} {
		if got := x.a.Contains(x.b); got != x.contains {
			t.Errorf("%v contains %v: %v", x.a, x.b, got)
		}
		if got := x.a.Overlaps(x.b); got != x.overlaps || got != x.b.Overlaps(x.a) {
			t.Errorf("%v overlaps %v: %v", x.a, x.b, got)
		}
	}
	if !(span("a", 3, 3)).Empty() || !(span("a", 4, 3)).Empty() || span("a", 3, 4).Empty() {
		t.Error("Empty is wrong")
	}
}

func TestWeak(t *testing.T) {
	var weak []graphmodel.LinkType
	for _, lt := range graphmodel.LinkTypes() {
		if lt.Weak() {
			weak = append(weak, lt)
		}
	}
	if want := []graphmodel.LinkType{graphmodel.CommentsOn, graphmodel.RelatedTo}; !slices.Equal(weak, want) {
		t.Errorf("weak are %v, want %v", weak, want)
	}
	if graphmodel.LinkType("LOVES").Weak() {
		t.Error("a type that is none is weak")
	}
}

func TestEvidenceTakesAStatus(t *testing.T) {
	for _, was := range graphmodel.Statuses() {
		for _, s := range graphmodel.Statuses() {
			if was == graphmodel.StatusByHand || s == graphmodel.StatusByHand {
				continue // which is no evidence's
			}
			e := graphmodel.Evidence{Tense: graphmodel.Past, Attribution: "person/ada"}.WithStatus(was)
			if got := e.WithStatus(s).Status(); got != s {
				t.Errorf("%s made %s is %s", was, s, got)
			}
		}
	}
}
