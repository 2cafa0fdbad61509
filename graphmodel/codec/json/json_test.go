package json

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

const text = "“Zoë” Müller, chancellor of Österreich, signed the Fund Act on 31 March. She denied that Austria pays €40 million."

// span finds words in the text.
func span(words string) graphmodel.Span {
	at := strings.Index(text, words)
	return graphmodel.Span{Article: article.ID(text), Start: at, End: at + len(words)}
}

func mention(words string, form graphmodel.Form) graphmodel.Mention {
	return graphmodel.Mention{Span: span(words), Text: words, Form: form}
}

func example(t *testing.T) (*graphmodel.Graph, []article.Article) {
	t.Helper()
	a := article.Article{
		ID: article.ID(text), Name: "fund-act", Title: "Fund Act <signed>", Outlet: "The Paper", Author: "K. Berg",
		Published: time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC), Address: "https://paper.example/?a=1&b=2",
		SHA256: "ab12", Notes: []string{"Read as Windows-1252."}, Text: text,
	}
	g := graphmodel.NewGraph()
	first := strings.Index(text, " She")
	signed := graphmodel.Span{Article: a.ID, Start: 0, End: first}
	denied := graphmodel.Span{Article: a.ID, Start: first + 1, End: len(text)}
	for _, e := range []graphmodel.Entity{
		{ID: "p1", Kind: graphmodel.Person, Name: "Zoë Müller", Names: []graphmodel.NameCount{{Text: "Müller", Count: 2}, {Text: "Zoë", Count: 1}},
			Mentions: []graphmodel.Mention{mention("“Zoë” Müller", graphmodel.FormName), mention("She", graphmodel.FormPronoun)},
			Roles:    []graphmodel.Role{{Title: "chancellor", Of: "c1", Span: span("chancellor")}}},
		{ID: "c1", Kind: graphmodel.Country, Name: "Austria", Code: "AT", Names: []graphmodel.NameCount{{Text: "Austria", Count: 1}},
			Mentions: []graphmodel.Mention{mention("Österreich", graphmodel.FormName), mention("Austria", graphmodel.FormName)}},
		{ID: "m1", Kind: graphmodel.Measure, Name: "Fund Act", MeasureSort: graphmodel.SortLaw, Amount: "€40 million", ByHand: true,
			Mentions: []graphmodel.Mention{mention("the Fund Act", graphmodel.FormName)},
			Statuses: []graphmodel.MeasureStatus{{Word: "adopted", Date: "2025-03-31", Span: span("signed")}}},
	} {
		if err := g.AddEntity(e); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range []graphmodel.Link{
		{From: "p1", Type: graphmodel.Adopts, To: "m1", Evidence: []graphmodel.Evidence{
			{Sentence: signed, Trigger: span("signed"), From: span("“Zoë” Müller"), To: span("the Fund Act"), Text: text[:first],
				Tense: graphmodel.Past, Date: "2025-03-31", DateGuessed: true, Polarity: graphmodel.Positive, Certainty: graphmodel.Asserted,
				Pattern: "v-sign", Confidence: 0.9, Confirmed: true}}},
		{From: "c1", Type: graphmodel.Funds, To: "m1", Evidence: []graphmodel.Evidence{
			{Sentence: denied, Trigger: span("pays"), From: span("Austria"), Text: text[first+1:], Polarity: graphmodel.Negated,
				Certainty: graphmodel.Quoted, Attribution: "p1", Amount: "€40 million", Pattern: "v-pay", Confidence: 0.5},
			{Sentence: signed, Text: text[:first], Polarity: graphmodel.Positive, Certainty: graphmodel.Alleged, Attribution: "the opposition", Confidence: 0.4}}},
		{From: "p1", Type: graphmodel.Leads, To: "c1", ByHand: true, Reason: "she told us"},
	} {
		if err := g.AddLink(l); err != nil {
			t.Fatal(err)
		}
	}
	return g, []article.Article{a}
}

func written(t *testing.T, opts ...Option) string {
	t.Helper()
	g, articles := example(t)
	var b bytes.Buffer
	if err := Write(&b, "fund-act", g, articles, opts...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteCountsCodePoints(t *testing.T) {
	out := written(t)
	for _, part := range []string{
		`{"format":"byline-graph/1","id":"fund-act","articles":[{"id":"`,
		`"title":"Fund Act <signed>"`,
		`"date":"2025-03-31","address":"https://paper.example/?a=1&b=2","sha256":"ab12"`,
		// “Zoë” Müller is 12 characters and 18 bytes long.
		`"start":0,"end":12,"text":"“Zoë” Müller","form":"name"}`,
		`"trigger":{"start":40,"end":46}`,
		// The link speaks with the voice of its firmest evidence.
		`{"from":"c1","type":"FUNDS","to":"m1","polarity":"positive","certainty":"alleged","attribution":"the opposition","date":null,"amount":null,"confidence":0.5`,
		`{"from":"p1","type":"LEADS","to":"c1","polarity":"positive","certainty":"asserted","attribution":null,"date":null,"amount":null,"confidence":0,"by_hand":true,"reason":"she told us","evidence":[]}`,
	} {
		if !strings.Contains(out, part) {
			t.Errorf("no %s in\n%s", part, out)
		}
	}
	if strings.Count(out, "\n") != 1 || !strings.HasSuffix(out, "}\n") {
		t.Error("the object is not one line")
	}
	if out != written(t) {
		t.Error("the same graph gave other bytes")
	}
}

func TestReadGivesBackWhatWasWritten(t *testing.T) {
	g, articles := example(t)
	for name, opts := range map[string][]Option{"line": nil, "text": {WithText()}, "indented": {Indented(), WithText()}} {
		given := articles
		if opts != nil {
			given = nil // the text is in the file
		}
		doc, err := Read(strings.NewReader(written(t, opts...)), given...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if doc.ID != "fund-act" || len(doc.Unplaced) != 0 {
			t.Errorf("%s: id %q, unplaced %q", name, doc.ID, doc.Unplaced)
		}
		if diff := cmp.Diff(articles, doc.Articles); diff != "" {
			t.Errorf("%s: articles: %s", name, diff)
		}
		if diff := cmp.Diff(g.Entities(), doc.Graph.Entities()); diff != "" {
			t.Errorf("%s: entities: %s", name, diff)
		}
		if diff := cmp.Diff(g.Links(), doc.Graph.Links()); diff != "" {
			t.Errorf("%s: links: %s", name, diff)
		}
	}
}

func TestReadWithoutTheTexts(t *testing.T) {
	doc, err := Read(strings.NewReader(written(t)))
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Unplaced) != 1 || doc.Unplaced[0] != article.ID(text) {
		t.Errorf("unplaced %q", doc.Unplaced)
	}
	e, err := doc.Graph.Entity("p1")
	if err != nil || e.Mentions[0].End != 12 || e.Mentions[0].Text != "“Zoë” Müller" {
		t.Errorf("%v, %+v", err, e)
	}
}

func TestWriteNeedsTheTexts(t *testing.T) {
	g, _ := example(t)
	if err := Write(&bytes.Buffer{}, "x", g, nil); err == nil || !strings.Contains(err.Error(), "not at hand") {
		t.Errorf("got %v", err)
	}
}

// Each impossible thing in a file is named.
func TestReadRefuses(t *testing.T) {
	good := written(t, WithText())
	swap := func(old, fresh string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("the example lacks %s", old)
		}
		return strings.ReplaceAll(good, old, fresh)
	}
	cases := []struct {
		name, file string
		want       error
		says       string
	}{
		{"empty", "", ErrNotGraph, ""},
		{"text", "Norway signed.", ErrNotGraph, ""},
		{"other JSON", `{"nodes":[]}`, ErrNotGraph, ""},
		{"a list", `[1,2]`, ErrNotGraph, ""},
		{"nested without end", strings.Repeat("[", 100000), ErrNotGraph, ""},
		{"newer", swap("byline-graph/1", "byline-graph/2"), ErrVersion, ""},
		{"cut short", good[:len(good)-20], ErrBroken, "breaks off"},
		{"two lines", good + good, ErrMany, ""},
		{"rubbish behind", good + "]", ErrBroken, "follows"},
		{"kind", swap(`"kind":"person"`, `"kind":"robot"`), ErrBroken, `"robot"`},
		{"no name", swap(`"name":"Zoë Müller"`, `"name":""`), ErrBroken, "no name"},
		{"id twice", swap(`{"id":"c1"`, `{"id":"p1"`), ErrBroken, `"p1"`},
		{"type", swap(`"ADOPTS"`, `"BRIBES"`), ErrBroken, `"BRIBES"`},
		{"unfit ends", swap(`"LEADS"`, `"REPEALS"`), ErrBroken, "REPEALS"},
		{"no such node", swap(`"to":"m1"`, `"to":"m9"`), ErrBroken, `"m9"`},
		{"outside", swap(`"start":0,"end":12`, `"start":0,"end":1200`), ErrBroken, "1200"},
		{"backwards", swap(`"start":0,"end":12`, `"start":12,"end":0`), ErrBroken, "from place 12 to 0"},
		{"other words", swap(`"start":0,"end":12`, `"start":1,"end":13`), ErrBroken, "do not stand"},
		{"other text", swap(`"text":"“Zoë” Müller, c`, `"text":"“Zoé” Müller, c`), ErrBroken, "not the one"},
		{"unknown article", strings.Replace(good, `"article":"`+article.ID(text), `"article":"beef`, 1), ErrBroken, `"beef"`},
		{"number for words", swap(`"name":"Austria"`, `"name":7`), ErrBroken, "name"},
		{"polarity", swap(`"polarity":"negated"`, `"polarity":"perhaps"`), ErrBroken, `"perhaps"`},
		{"confidence", swap(`"confidence":0.4`, `"confidence":4`), ErrBroken, "4"},
		{"date", swap(`"date":"2025-03-31","address"`, `"date":"yesterday","address"`), ErrBroken, "yesterday"},
	}
	for _, c := range cases {
		_, err := Read(strings.NewReader(c.file))
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
}

func TestRuler(t *testing.T) {
	for _, s := range []string{"", "plain", "ü", strings.Repeat("aü€😀", 2000)} {
		r := newRuler(s)
		n := 0
		for at := range s {
			if got := r.points(at); got != n {
				t.Fatalf("byte %d is character %d, want %d", at, got, n)
			}
			if got, err := r.bytes(n); err != nil || got != at {
				t.Fatalf("character %d is byte %d (%v), want %d", n, got, err, at)
			}
			n++
		}
		if got, err := r.bytes(n); err != nil || got != len(s) || r.points(len(s)) != n {
			t.Errorf("the end is byte %d (%v)", got, err)
		}
		if _, err := r.bytes(n + 1); err == nil {
			t.Error("a place behind the end was found")
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"format":"byline-graph/1","id":"x","articles":[{"id":"a","text":""}],"nodes":[{"id":"n","kind":"person","name":"N","mentions":[{"article":"a","start":1,"end":2}]}],"links":[]}`))
	f.Add([]byte(`{"format":"byline-graph/1","links":[{"from":"a","type":"MEETS","to":"a"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(bytes.NewReader(data))
		if err != nil || len(doc.Unplaced) > 0 {
			return
		}
		var first, second bytes.Buffer
		if err := Write(&first, doc.ID, doc.Graph, doc.Articles, WithText()); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		again, err := Read(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatalf("%s: %v", first.Bytes(), err)
		}
		if err := Write(&second, again.ID, again.Graph, again.Articles, WithText()); err != nil || first.String() != second.String() {
			t.Errorf("%v\n%s\n%s", err, first.String(), second.String())
		}
	})
}
