// Package scenetest makes graphs for tests of what is drawn: a small one with
// every kind, sort and status, placed by hand, and large ones by rule. It
// refuses to be used outside tests.
package scenetest

import (
	"fmt"
	"math"
	"slices"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

type thing struct {
	id, name string
	kind     graphmodel.Kind
	sort     graphmodel.MeasureSort
	more     string // code of a country, amount of a fund
	x, y     float64
}

var summitThings = []thing{
	{"summit", "AI Safety Summit", graphmodel.Measure, graphmodel.SortSummit, "", 500, 392},
	{"sunak", "Rishi Sunak", graphmodel.Person, "", "", 262, 300},
	{"law", "Executive order on safe and trustworthy AI", graphmodel.Measure, graphmodel.SortLaw, "", 226, 130},
	{"check", "Safety tests before release", graphmodel.Measure, graphmodel.SortCheck, "", 96, 84},
	{"penalty", "Fines for unsafe models", graphmodel.Measure, graphmodel.SortPenalty, "", 74, 218},
	{"unit", "AI Safety Institute", graphmodel.Measure, graphmodel.SortUnit, "", 300, 560},
	{"fund", "£100 million for a taskforce", graphmodel.Measure, graphmodel.SortFund, "£100 million", 346, 710},
	{"report", "State of the science report", graphmodel.Measure, graphmodel.SortStrategy, "", 432, 630},
	{"declaration", "Bletchley Declaration", graphmodel.Measure, graphmodel.SortAgreement, "", 524, 700},
	{"code", "Voluntary code of conduct", graphmodel.Measure, graphmodel.SortProgramme, "", 610, 640},
	{"pause", "Pause on giant experiments", graphmodel.Measure, graphmodel.SortBan, "", 196, 604},
	{"dsit", "Department for Science, Innovation and Technology", graphmodel.Organisation, "", "", 216, 462},
	{"labour", "Labour Party", graphmodel.Organisation, "", "", 104, 510},
	{"kyle", "Peter Kyle", graphmodel.Person, "", "", 104, 664},
	{"times", "The Guardian", graphmodel.Organisation, "", "", 262, 676},
	{"unions", "Trades Union Congress", graphmodel.Organisation, "", "", 206, 742},
	{"home", "Royal Society", graphmodel.Organisation, "", "", 372, 262},
	{"openai", "OpenAI", graphmodel.Organisation, "", "", 402, 160},
	{"deepmind", "DeepMind", graphmodel.Organisation, "", "", 464, 130},
	{"anthropic", "xAI", graphmodel.Organisation, "", "", 528, 124},
	{"gb", "United Kingdom", graphmodel.Country, "", "gb", 104, 352},
	{"us", "United States", graphmodel.Country, "", "us", 712, 416},
	{"cn", "China", graphmodel.Country, "", "cn", 690, 498},
	{"fr", "France", graphmodel.Country, "", "fr", 634, 568},
	{"jp", "Japan", graphmodel.Country, "", "jp", 704, 332},
	{"in", "India", graphmodel.Country, "", "in", 664, 258},
	{"kr", "South Korea", graphmodel.Country, "", "kr", 596, 196},
	{"elections", "Deepfakes in elections", graphmodel.Measure, graphmodel.SortCheck, "", 20, 300},
	{"labels", "Labels on made pictures", graphmodel.Measure, graphmodel.SortCheck, "", 20, 330},
	{"bans", "Ban on social scoring", graphmodel.Measure, graphmodel.SortBan, "", 20, 360},
}

type tie struct {
	from    string
	kind    graphmodel.LinkType
	to      string
	status  graphmodel.Status
	origins int
}

var summitTies = []tie{
	{"sunak", graphmodel.Proposes, "law", graphmodel.StatusStated, 1},
	{"sunak", graphmodel.Leads, "gb", graphmodel.StatusStated, 2},
	{"sunak", graphmodel.Leads, "dsit", graphmodel.StatusEnded, 1},
	{"sunak", graphmodel.Hosts, "summit", graphmodel.StatusStated, 3},
	{"law", graphmodel.PartOf, "check", graphmodel.StatusPlanned, 1},
	{"check", graphmodel.EnforcedBy, "penalty", graphmodel.StatusPlanned, 1},
	{"home", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"openai", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"deepmind", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"anthropic", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"us", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 2},
	{"cn", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"fr", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"jp", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"in", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"kr", graphmodel.TakesPartIn, "summit", graphmodel.StatusStated, 1},
	{"report", graphmodel.PartOf, "summit", graphmodel.StatusPlanned, 1},
	{"declaration", graphmodel.PartOf, "summit", graphmodel.StatusPlanned, 1},
	{"code", graphmodel.PartOf, "summit", graphmodel.StatusPlanned, 1},
	{"unit", graphmodel.PartOf, "summit", graphmodel.StatusAttributed, 1},
	{"dsit", graphmodel.Runs, "unit", graphmodel.StatusAttributed, 1},
	{"fund", graphmodel.Funds, "unit", graphmodel.StatusAttributed, 1},
	{"times", graphmodel.Supports, "unit", graphmodel.StatusStated, 1},
	{"times", graphmodel.CommentsOn, "unit", graphmodel.StatusStated, 1},
	{"labour", graphmodel.MemberOf, "dsit", graphmodel.StatusDenied, 1},
	{"labour", graphmodel.Supports, "gb", graphmodel.StatusAttributed, 1},
	{"labour", graphmodel.Repeals, "pause", graphmodel.StatusAlleged, 1},
	{"kyle", graphmodel.MemberOf, "labour", graphmodel.StatusStated, 1},
	{"kyle", graphmodel.Criticises, "unions", graphmodel.StatusStated, 1},
	{"penalty", graphmodel.PartOf, "elections", graphmodel.StatusPlanned, 1},
	{"penalty", graphmodel.PartOf, "labels", graphmodel.StatusPlanned, 1},
	{"penalty", graphmodel.PartOf, "bans", graphmodel.StatusPlanned, 1},
}

// Summit is a graph of 30 things round the summit on the safety of artificial
// intelligence at Bletchley Park in 2023, three of them folded away. Who took
// part is on public record; the links that planned and alleged things need
// are made up.
func Summit() scene.Input {
	g := graphmodel.NewGraph()
	in := scene.Input{Graph: g, Positions: map[string]layout.Point{}, Pinned: map[string]bool{"summit": true}, Filter: scene.StartFilter()}
	in.Filter.Hidden = map[string]bool{"elections": true, "labels": true, "bans": true}
	for _, t := range summitThings {
		e := graphmodel.Entity{ID: t.id, Name: t.name, Kind: t.kind, MeasureSort: t.sort,
			Mentions: []graphmodel.Mention{{Span: graphmodel.Span{Article: "a1"}}}}
		if t.kind == graphmodel.Country {
			e.Code = t.more
		} else {
			e.Amount = t.more
		}
		must(g.AddEntity(e))
		in.Positions[t.id] = layout.Point{X: t.x, Y: t.y}
	}
	for _, t := range summitTies {
		must(g.AddLink(graphmodel.Link{From: t.from, Type: t.kind, To: t.to, Evidence: Evidence(t.status, t.origins)}))
	}
	return in
}

// Evidence makes sentences of that status in so many articles.
func Evidence(s graphmodel.Status, origins int) []graphmodel.Evidence {
	var out []graphmodel.Evidence
	for i := range origins {
		e := graphmodel.Evidence{Sentence: graphmodel.Span{Article: fmt.Sprintf("a%d", i+1), End: 40}, Polarity: graphmodel.Positive, Certainty: graphmodel.Asserted, Confidence: 0.9}
		switch s {
		case graphmodel.StatusAttributed:
			e.Attribution = "The Guardian"
		case graphmodel.StatusAlleged:
			e.Certainty = graphmodel.Alleged
		case graphmodel.StatusPlanned:
			e.Certainty = graphmodel.Planned
		case graphmodel.StatusDenied:
			e.Polarity = graphmodel.Negated
		case graphmodel.StatusEnded:
			e.Tense = graphmodel.Ended
		}
		out = append(out, e)
	}
	return out
}

// Large is a graph of n things and about twice as many links, by a fixed
// rule, placed on a spiral.
func Large(n int) scene.Input {
	g := graphmodel.NewGraph()
	in := scene.Input{Graph: g, Positions: map[string]layout.Point{}, Filter: scene.StartFilter()}
	kinds := graphmodel.Kinds()
	id := func(i int) string { return fmt.Sprintf("t%06d", i) }
	for i := range n {
		e := graphmodel.Entity{ID: id(i), Name: fmt.Sprintf("Thing number %d", i), Kind: kinds[i%4], MeasureSort: graphmodel.SortLaw}
		if e.Kind == graphmodel.Country {
			e.Code = "gb"
		}
		must(g.AddEntity(e))
		a, r := float64(i)*2.399963, 42*math.Sqrt(float64(i))
		in.Positions[e.ID] = layout.Point{X: r * math.Cos(a) * 1.3, Y: r * math.Sin(a)}
	}
	statuses := []graphmodel.Status{graphmodel.StatusStated, graphmodel.StatusAttributed, graphmodel.StatusPlanned, graphmodel.StatusAlleged}
	for i := 1; i < n; i++ {
		// On a spiral of golden angles, i-34 and i-55 lie beside i.
		ends := []int{max(i-34, 0), max(i-55, 0)}
		if i%10 == 0 {
			ends = append(ends, i/9)
		}
		slices.Sort(ends)
		for k, to := range slices.Compact(ends) {
			l := graphmodel.Link{From: id(i), Type: graphmodel.RelatedTo, To: id(to), Evidence: Evidence(statuses[(i+k)%4], 1+i%3)}
			if actor := kinds[i%4].Actor() && kinds[to%4].Actor(); actor {
				l.Type = graphmodel.Supports
			}
			must(g.AddLink(l))
		}
	}
	return in
}

// must stops a test whose graph is wrong.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
