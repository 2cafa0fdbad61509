package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/resolve"
)

// told is an article with what a reading finds in it: each thing by its name,
// its mentions in order of place, and one claim for each sentence.
type told struct {
	article.Article
	extract.Reading
}

func tell(id, text string) told {
	return told{article.Article{ID: id, Text: text}, extract.Reading{Article: id}}
}

func (s *told) span(words string, after int) graphmodel.Span {
	i := after + strings.Index(s.Text[after:], words)
	return graphmodel.Span{Article: s.ID, Start: i, End: i + len(words)}
}

// names adds a thing that the words name, wherever they stand.
func (s *told) names(kind graphmodel.Kind, key string, words ...string) int {
	t := extract.Thing{Kind: kind, Name: words[0], Key: key, Proper: true}
	for _, w := range words {
		for at := 0; strings.Contains(s.Text[at:], w); {
			m := s.span(w, at)
			t.Mentions = append(t.Mentions, graphmodel.Mention{Span: m, Text: w, Form: graphmodel.FormName})
			at = m.End
		}
	}
	s.Things = append(s.Things, t)
	return len(s.Things) - 1
}

func (s *told) says(sentence string, from int, t graphmodel.LinkType, to int) {
	at := s.span(sentence, 0)
	e := graphmodel.Evidence{Sentence: at, Text: sentence, Pattern: "p", Confidence: 0.9, Polarity: graphmodel.Positive, Certainty: graphmodel.Asserted}
	near := func(thing int) graphmodel.Span {
		for _, m := range s.Things[thing].Mentions {
			if at.Contains(m.Span) {
				return m.Span
			}
		}
		return graphmodel.Span{}
	}
	e.From, e.To = near(from), near(to)
	s.Claims = append(s.Claims, extract.Claim{From: from, To: to, Type: t, Speaker: extract.None, Evidence: e})
}

func (s *told) anchor(words string) graphmodel.Anchor {
	return graphmodel.AnchorAt(s.span(words, 0), s.Text)
}

const mayors = "Lind met the board. Ibarra of Chile praised Lind. Ibarra left Chile."

// read is the article as one Byline reads it: the mayor by her surname.
func read() told {
	s := tell("one", mayors)
	lind, board := s.names(graphmodel.Person, "lind", "Lind"), s.names(graphmodel.Organisation, "board", "the board")
	ibarra := s.names(graphmodel.Person, "ibarra", "Ibarra")
	s.says("Lind met the board.", lind, graphmodel.Meets, board)
	s.says("Ibarra of Chile praised Lind.", ibarra, graphmodel.Supports, lind)
	return s
}

func resolved(decisions []graphmodel.Decision, all ...told) resolve.Outcome {
	var articles []article.Article
	var readings []*extract.Reading
	for _, s := range all {
		articles, readings = append(articles, s.Article), append(readings, &s.Reading)
	}
	return resolve.Resolve(articles, readings, decisions)
}

// TestDecisionsFollowTheirWords gives the article to a Byline that reads it in
// another way: ids, names and the ends of mentions change.
func TestDecisionsFollowTheirWords(t *testing.T) {
	was := read()
	praise := graphmodel.Key{From: "person/ibarra", Type: graphmodel.Supports, To: "person/lind"}
	decisions := []graphmodel.Decision{
		{Number: 1, Act: graphmodel.ActRename, About: "person/ibarra", Value: "Rosa Ibarra", Anchor: was.anchor("Ibarra")},
		{Number: 2, Act: graphmodel.ActStatus, Link: praise, Value: string(graphmodel.StatusDenied), Scope: graphmodel.ScopeSentence, Anchor: was.anchor("Ibarra of Chile praised Lind.")},
	}
	if o := resolved(decisions, was); len(o.Unfit) > 0 {
		t.Fatalf("from the start %v do not fit", o.Unfit)
	}
	// Another article comes first and takes the id; the mention is longer now.
	first := tell("zero", "Ibarra slept.")
	first.names(graphmodel.Person, "ibarra", "Ibarra")
	now := tell("one", mayors)
	lind := now.names(graphmodel.Person, "lind", "Lind")
	ibarra := now.names(graphmodel.Person, "ibarra", "Ibarra of Chile", "Ibarra left")
	now.says("Ibarra of Chile praised Lind.", ibarra, graphmodel.Supports, lind)
	o := resolved(decisions, first, now)
	if len(o.Unfit) > 0 {
		t.Errorf("%v do not fit", o.Unfit)
	}
	for id, name := range map[string]string{"person/ibarra": "Ibarra", "person/ibarra-2": "Rosa Ibarra"} {
		if e, err := o.Graph.Entity(id); err != nil || e.Name != name {
			t.Errorf("%s is called %q, %v", id, e.Name, err)
		}
	}
	if l, err := o.Graph.Link(graphmodel.Key{From: "person/ibarra-2", Type: graphmodel.Supports, To: "person/lind"}); err != nil || l.Status() != graphmodel.StatusDenied {
		t.Errorf("the link is %+v, %v", l, err)
	}
}

// TestWhatDoesNotFitIsTold takes the ground away under each decision.
func TestWhatDoesNotFitIsTold(t *testing.T) {
	was := read()
	key := graphmodel.Key{From: "person/lind", Type: graphmodel.Meets, To: "organisation/board"}
	whole := tell("one", mayors)
	unnamed := tell("one", mayors) // nothing is found in it any more
	edited := tell("one", strings.ReplaceAll(mayors, "Lind", "The mayor"))
	edited.names(graphmodel.Organisation, "board", "the board")
	elsewhere := tell("two", "Lind slept.")
	elsewhere.names(graphmodel.Person, "lind", "Lind")
	for _, c := range []struct {
		what string
		d    graphmodel.Decision
		now  told
		why  string
	}{
		{"words are gone", graphmodel.Decision{Act: graphmodel.ActRename, About: "person/lind", Value: "x", Anchor: was.anchor("Lind")}, edited, "words are not in the article"},
		{"name nothing", graphmodel.Decision{Act: graphmodel.ActDelete, About: "person/lind", Anchor: was.anchor("Lind")}, unnamed, "name nothing"},
		{"article is gone", graphmodel.Decision{Act: graphmodel.ActKind, About: "person/lind", Value: "organisation", Anchor: was.anchor("Lind")}, elsewhere, "article it stands on"},
		{"sentence is gone", graphmodel.Decision{Act: graphmodel.ActReject, Link: key, Scope: graphmodel.ScopeSentence, Anchor: was.anchor("Lind met the board.")}, edited, "words are not"},
		{"sentence says nothing", graphmodel.Decision{Act: graphmodel.ActConfirm, Link: key, Anchor: was.anchor("Lind met the board.")}, whole, "does not say that"},
		{"the other is gone", graphmodel.Decision{Act: graphmodel.ActSame, About: "organisation/board", Anchor: was.anchor("the board"), Other: "person/lind", OtherAnchor: was.anchor("Lind")}, edited, "words are not"},
		{"split", graphmodel.Decision{Act: graphmodel.ActSplit, Scope: graphmodel.ScopeMention, About: "person/lind", Other: "person/~1", Anchor: was.anchor("Lind")}, elsewhere, "article it stands on"},
		{"of a thing that was never made", graphmodel.Decision{Act: graphmodel.ActRename, About: "person/~9", Value: "x"}, was, "not there"},
		{"kinds", graphmodel.Decision{Act: graphmodel.ActType, Link: key, Value: string(graphmodel.Targets), Anchor: was.anchor("Lind met the board.")}, was, "does not join"},
		{"of a newer Byline", graphmodel.Decision{Act: "dream", About: "person/lind", Anchor: was.anchor("Lind")}, was, "does not know"},
	} {
		c.d.Number = 5
		o, plain := resolved([]graphmodel.Decision{c.d}, c.now), resolved(nil, c.now)
		if len(o.Unfit) != 1 || o.Unfit[0].Number != 5 || !strings.Contains(o.Unfit[0].Why, c.why) {
			t.Errorf("%s: unfit are %v", c.what, o.Unfit)
		}
		if fmt.Sprint(o.Graph.Entities(), o.Graph.Links()) != fmt.Sprint(plain.Graph.Entities(), plain.Graph.Links()) {
			t.Errorf("%s: it was applied to something else", c.what)
		}
	}
}

// TestFullNamesFitWithoutTheirArticle applies what was decided on a name that
// means the same everywhere, and waits where the article is not read yet.
func TestFullNamesFitWithoutTheirArticle(t *testing.T) {
	was := tell("one", "Rosa Ibarra spoke.")
	was.names(graphmodel.Person, "rosa ibarra", "Rosa Ibarra")
	other := tell("two", "Rosa Ibarra slept.")
	other.names(graphmodel.Person, "rosa ibarra", "Rosa Ibarra")
	d := graphmodel.Decision{Number: 1, Act: graphmodel.ActRename, About: "person/rosa-ibarra", Value: "R. Ibarra", Anchor: was.anchor("Rosa Ibarra")}
	o := resolved([]graphmodel.Decision{d}, other)
	if e, err := o.Graph.Entity("person/rosa-ibarra"); err != nil || e.Name != "R. Ibarra" || len(o.Unfit) > 0 {
		t.Errorf("she is %+v, %v, unfit %v", e, err, o.Unfit)
	}
	o = resolve.Resolve([]article.Article{was.Article}, []*extract.Reading{nil}, []graphmodel.Decision{d})
	if len(o.Unfit) > 0 {
		t.Errorf("before the article is read %v do not fit", o.Unfit)
	}
}

func BenchmarkManyDecisions(b *testing.B) {
	var all []told
	var decisions []graphmodel.Decision
	for i := range 2000 {
		s := tell(fmt.Sprint(i), mayors+fmt.Sprintf(" Person Number%d met the board.", i%500))
		lind, board := s.names(graphmodel.Person, "ada lind", "Lind"), s.names(graphmodel.Organisation, "board", "the board")
		who := s.names(graphmodel.Person, fmt.Sprintf("person number%d", i%500), fmt.Sprintf("Person Number%d", i%500))
		s.says("Lind met the board.", lind, graphmodel.Meets, board)
		s.says(fmt.Sprintf("Person Number%d met the board.", i%500), who, graphmodel.Meets, board)
		all = append(all, s)
		name := fmt.Sprintf("Person Number%d", i%500)
		d := graphmodel.Decision{Number: i + 1, About: "person/person-number", Anchor: s.anchor(name)}
		switch i % 4 {
		case 0:
			d.Act, d.Value = graphmodel.ActRename, "x"
		case 1:
			d.Act, d.Link = graphmodel.ActConfirm, graphmodel.Key{From: "person/ada-lind", Type: graphmodel.Meets, To: "organisation/board"}
			d.About, d.Anchor = "", s.anchor("Lind met the board.")
		case 2:
			d.Act, d.Other, d.OtherAnchor = graphmodel.ActDifferent, "person/ada-lind", s.anchor("Lind")
		case 3:
			d.Act, d.Scope, d.Other = graphmodel.ActSplit, graphmodel.ScopeMention, fmt.Sprintf("person/~%d", i)
		}
		decisions = append(decisions, d)
	}
	for b.Loop() {
		resolved(decisions, all...)
	}
}
