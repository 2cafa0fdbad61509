package suggest_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/graphtest"
	"byline/graphmodel/resolve/suggest"
)

// called is a thing with other names.
func called(kind graphmodel.Kind, name string, others ...string) graphmodel.Entity {
	e := graphtest.Entity(name, kind)
	for i, text := range others {
		at := 1000 * (i + 1)
		e.Names = append(e.Names, graphmodel.NameCount{Text: text, Count: 1})
		e.Mentions = append(e.Mentions, graphmodel.Mention{
			Span: graphmodel.Span{Article: graphtest.Article, Start: at, End: at + len(text)}, Text: text, Form: graphmodel.FormName,
		})
	}
	return e
}

func person(name string) graphmodel.Entity { return called(graphmodel.Person, name) }
func body(name string) graphmodel.Entity   { return called(graphmodel.Organisation, name) }

func in(e graphmodel.Entity, article string) graphmodel.Entity {
	for i := range e.Mentions {
		e.Mentions[i].Article = article
	}
	return e
}

// described is a measure that no text has a name for.
func described(name string, sort graphmodel.MeasureSort) graphmodel.Entity {
	e := called(graphmodel.Measure, name)
	e.MeasureSort = sort
	e.Mentions[0].Form = graphmodel.FormNominal
	return e
}

func holding(e graphmodel.Entity, title string) graphmodel.Entity {
	e.Roles = []graphmodel.Role{{Title: title}}
	return e
}

func TestPairs(t *testing.T) {
	norland, estmark := called(graphmodel.Country, "Norland"), called(graphmodel.Country, "Estmark")
	link := graphtest.Link
	for _, c := range []struct {
		name   string
		things []graphmodel.Entity
		links  []graphmodel.Link
		want   string // the first pair and the first word for it; empty: none
	}{
		{"initials", []graphmodel.Entity{body("Harbour Police Service"), body("HPS")}, nil, "Harbour Police Service + HPS: The letters are the initials"},
		{"initials with dots", []graphmodel.Entity{body("Harbour Police Service"), body("H.P.S.")}, nil, "Harbour Police Service + H.P.S.: The letters are the initials"},
		{"a small word has no initial", []graphmodel.Entity{body("Office of Coast Defence"), body("OCD")}, nil, "Office of Coast Defence + OCD: The letters are the initials"},
		{"other initials", []graphmodel.Entity{body("Harbour Police Service"), body("HPA")}, nil, ""},
		{"letters of its own name", []graphmodel.Entity{body("Harbour Police Service"), called(graphmodel.Organisation, "Holm Post Service", "HPS")}, nil, ""},
		{"a plural alone", []graphmodel.Entity{in(body("Red Ferries"), "a"), in(body("Red Ferry"), "b")}, nil, ""},
		{"a part is not the whole", []graphmodel.Entity{body("Council"), body("Council Harbour Library")}, nil, ""},
		{"what it is of", []graphmodel.Entity{body("Coast Guard"), body("Control Room of the Coast Guard")}, nil, ""},
		{"its last words", []graphmodel.Entity{body("Coast Guard"), body("Norland Coast Guard")}, nil, "Norland Coast Guard + Coast Guard: One name is inside the other"},
		{"a form is no part", []graphmodel.Entity{body("Reform"), body("Reform Party")}, nil, "Reform Party + Reform: One name is inside the other"},
		{"a slip", []graphmodel.Entity{person("Ilona Barankova"), person("Ilona Barankowa")}, nil, "Ilona Barankova + Ilona Barankowa: Spelled nearly alike"},
		{"an accent is no slip", []graphmodel.Entity{in(person("Noé"), "a"), in(person("Noe"), "b")}, nil, ""},
		{"a slip at the start is another name", []graphmodel.Entity{person("Marten"), person("Karten")}, nil, ""},
		{"short words are no slips", []graphmodel.Entity{person("Anna Lee"), person("Anna Leo")}, nil, ""},
		{"surname", []graphmodel.Entity{in(person("Falk"), "a"), in(person("Bo Falk"), "b")}, nil, "Bo Falk + Falk: Same surname"},
		{"first letter", []graphmodel.Entity{in(person("B. Falk"), "a"), in(person("Bo Falk"), "b")}, nil, "B. Falk + Bo Falk: Same surname and first letter"},
		{"two first names", []graphmodel.Entity{person("Ida Falk"), person("Bo Falk")}, nil, ""},
		{
			"a surname of several",
			[]graphmodel.Entity{in(person("Falk"), "a"), in(person("Bo Falk"), "b"), in(person("Ida Falk"), "b")},
			nil, "",
		},
		{
			"a surname of several, with an office",
			[]graphmodel.Entity{in(holding(person("Falk"), "Mayor"), "a"), in(holding(person("Bo Falk"), "mayor"), "b"), in(person("Ida Falk"), "b")},
			nil, "Bo Falk + Falk: Same surname",
		},
		{"words turned round", []graphmodel.Entity{body("Ministry of Fisheries"), body("Fisheries Ministry")}, nil, "Ministry of Fisheries + Fisheries Ministry: Same words, in another order"},
		{
			"one inside the other, one neighbour",
			[]graphmodel.Entity{in(body("Reform"), "a"), in(body("Reform Union"), "b"), norland},
			[]graphmodel.Link{link("Reform", graphmodel.OfCountry, "Norland"), link("Reform Union", graphmodel.OfCountry, "Norland")},
			"Reform Union + Reform: One name is inside the other",
		},
		{"one inside the other, nothing else", []graphmodel.Entity{in(body("Reform"), "a"), in(body("Reform Union"), "b")}, nil, ""},
		{
			"bodies of two countries",
			[]graphmodel.Entity{body("Reform"), body("Reform Union"), norland, estmark},
			[]graphmodel.Link{link("Reform", graphmodel.OfCountry, "Norland"), link("Reform Union", graphmodel.OfCountry, "Estmark")},
			"",
		},
		{
			"a sentence links them",
			[]graphmodel.Entity{person("Falk"), person("Bo Falk")},
			[]graphmodel.Link{link("Falk", graphmodel.Meets, "Bo Falk")},
			"",
		},
		{
			"measures of one actor",
			[]graphmodel.Entity{described("a new ferry levy", graphmodel.SortPenalty), described("the levy on ferries", graphmodel.SortPenalty), norland},
			[]graphmodel.Link{link("Norland", graphmodel.Proposes, "a new ferry levy"), link("Norland", graphmodel.Adopts, "the levy on ferries")},
			"the levy on ferries + a new ferry levy: Same actor behind both",
		},
		{
			"named measures that differ",
			[]graphmodel.Entity{called(graphmodel.Measure, "Fairwater Act"), called(graphmodel.Measure, "Clearwater Act"), norland},
			[]graphmodel.Link{link("Norland", graphmodel.Adopts, "Fairwater Act"), link("Norland", graphmodel.Adopts, "Clearwater Act")},
			"",
		},
		{"a body and a person", []graphmodel.Entity{person("Marks Spencer"), func() graphmodel.Entity { e := body("Marks Spencer"); e.ID = "shop"; return e }()}, nil, "Marks Spencer + shop: Same name"},
		{"nothing alike", []graphmodel.Entity{person("Ana Lind"), person("Carla Ruiz"), body("Port Union")}, nil, ""},
	} {
		got := ""
		if all := suggest.Suggest(graphtest.Graph(t, c.things, c.links), nil); len(all) > 0 {
			got = all[0].A + " + " + all[0].B + ": " + all[0].Reasons[0].Words
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestReasonsSayWhatTheyRestOn(t *testing.T) {
	link := graphtest.Link
	g := graphtest.Graph(t,
		[]graphmodel.Entity{body("Harbour Police Service"), body("HPS"), called(graphmodel.Measure, "Night Watch"), called(graphmodel.Country, "Norland"), called(graphmodel.Country, "Estmark")},
		[]graphmodel.Link{
			link("Harbour Police Service", graphmodel.Runs, "Night Watch"), link("HPS", graphmodel.Runs, "Night Watch"),
			link("Harbour Police Service", graphmodel.OfCountry, "Norland"), link("HPS", graphmodel.OfCountry, "Estmark"),
		})
	all := suggest.Suggest(g, nil)
	if len(all) != 0 {
		t.Fatalf("bodies of two countries are asked about: %+v", all)
	}
	if err := g.RemoveLink(graphmodel.Key{From: "HPS", Type: graphmodel.OfCountry, To: "Estmark"}); err != nil {
		t.Fatal(err)
	}
	all = suggest.Suggest(g, nil)
	want := []suggest.Reason{
		{Words: "The letters are the initials", Detail: "Harbour Police Service, HPS"},
		{Words: "Same neighbours", Detail: "Night Watch"},
		{Words: "In the same article"},
	}
	if len(all) != 1 || !reflect.DeepEqual(all[0].Reasons, want) {
		t.Errorf("reasons %+v, want %+v", all, want)
	}
}

func TestAnswers(t *testing.T) {
	things := []graphmodel.Entity{body("Harbour Police Service"), body("HPS"), in(person("Falk"), "a"), in(person("Bo Falk"), "b")}
	hps := func(act graphmodel.Act) graphmodel.Answer {
		return graphmodel.Answer{A: "HPS", B: "Harbour Police Service", Act: act}
	}
	g := graphtest.Graph(t, things, nil)
	for _, c := range []struct {
		name    string
		answers []graphmodel.Answer
		want    string
	}{
		{"none", nil, "HPS, Falk"},
		{"different", []graphmodel.Answer{hps(graphmodel.ActDifferent)}, "Falk"},
		{"same", []graphmodel.Answer{hps(graphmodel.ActSame)}, "Falk"},
		{"not sure", []graphmodel.Answer{hps(graphmodel.ActHold)}, "Falk, HPS held"},
		{"not sure, then different", []graphmodel.Answer{hps(graphmodel.ActHold), hps(graphmodel.ActDifferent)}, "Falk"},
		{"of others", []graphmodel.Answer{{A: "HPS", B: "Falk", Act: graphmodel.ActDifferent}}, "HPS, Falk"},
	} {
		var got []string
		for _, s := range suggest.Open(suggest.Suggest(g, c.answers), nil) {
			if s.Held {
				s.B += " held"
			}
			got = append(got, s.B)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOneNameDoesNotFillTheList(t *testing.T) {
	things := []graphmodel.Entity{}
	for i := range 30 {
		e := holding(in(person("Falk"), fmt.Sprint(i)), "mayor")
		e.ID = fmt.Sprintf("falk-%02d", i)
		things = append(things, e)
	}
	count := map[string]int{}
	for _, s := range suggest.Suggest(graphtest.Graph(t, things, nil), nil) {
		count[s.A]++
		count[s.B]++
	}
	for id, n := range count {
		if n > 4 {
			t.Errorf("%s is asked about %d times", id, n)
		}
	}
	if len(count) != len(things) {
		t.Errorf("%d of %d namesakes are asked about", len(count), len(things))
	}
}

// crowd is a graph of n things whose names are made of a few hundred words, as
// those of the news are.
func crowd(t testing.TB, n int) *graphmodel.Graph {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "du", "gor", "han"}
	word := func() string {
		w := ""
		for range 2 + r.IntN(2) {
			w += syllables[r.IntN(len(syllables))]
		}
		return strings.ToUpper(w[:1]) + w[1:]
	}
	g := graphmodel.NewGraph()
	ids := make([]string, n)
	for i := range n {
		kind := []graphmodel.Kind{graphmodel.Person, graphmodel.Organisation, graphmodel.Organisation, graphmodel.Measure}[i%4]
		e := called(kind, word()+" "+word())
		e.ID = fmt.Sprintf("%06d", i)
		ids[i] = e.ID
		if err := g.AddEntity(e); err != nil {
			t.Fatal(err)
		}
		// What cannot be is refused: the rest is enough.
		_ = g.AddLink(graphtest.Link(e.ID, graphmodel.RelatedTo, ids[r.IntN(len(ids)/2+1)]))
	}
	return g
}

func TestSameGraphSameSuggestions(t *testing.T) {
	g := crowd(t, 600)
	first := suggest.Suggest(g, nil)
	if len(first) == 0 {
		t.Fatal("nothing is suggested")
	}
	for range 3 {
		if again := suggest.Suggest(g, nil); !reflect.DeepEqual(first, again) {
			t.Fatal("the same graph gave other suggestions")
		}
	}
	if !slices.IsSortedFunc(first, func(a, b suggest.Suggestion) int { return int(1000 * (b.Score - a.Score)) }) {
		t.Error("the surest are not first")
	}
}

func BenchmarkSuggest(b *testing.B) {
	g := crowd(b, 10_000)
	for b.Loop() {
		b.ReportMetric(float64(len(suggest.Suggest(g, nil))), "pairs")
	}
}
