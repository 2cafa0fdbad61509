package inspector

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/looktest"
	"byline/app/look/marked"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

const (
	first  = "Ana Voss leads the Harbour Board."
	second = "Officials said she has led the board since 2021."
	third  = "The Harbour Board proposed a fishing ban."
	text   = first + "\n\n" + second + "\n\n" + third
)

// at is where words stand in the article, after the words before.
func at(before, words string) graphmodel.Span {
	i := strings.Index(text, before)
	j := i + strings.Index(text[i:], words)
	return graphmodel.Span{Article: "one", Start: j, End: j + len(words)}
}

func evidence(sentence, from, trigger, to string) graphmodel.Evidence {
	return graphmodel.Evidence{
		Sentence: at(sentence, sentence), From: at(sentence, from), Trigger: at(sentence, trigger), To: at(sentence, to),
		Text: sentence, Certainty: graphmodel.Asserted, Confidence: 0.5,
	}
}

var (
	leads    = graphmodel.Key{From: "voss", Type: graphmodel.Leads, To: "board"}
	proposes = graphmodel.Key{From: "board", Type: graphmodel.Proposes, To: "ban"}
)

func data(t *testing.T) Data {
	t.Helper()
	g := graphmodel.NewGraph()
	for _, e := range []graphmodel.Entity{
		{ID: "voss", Kind: graphmodel.Person, Name: "Ana Voss", Names: []graphmodel.NameCount{{Text: "Ana Voss", Count: 1}},
			Roles: []graphmodel.Role{{Title: "director", Of: "board"}},
			Mentions: []graphmodel.Mention{
				{Span: at(first, "Ana Voss"), Text: "Ana Voss", Form: graphmodel.FormName},
				{Span: at(second, "she"), Text: "she", Form: graphmodel.FormPronoun},
			}},
		{ID: "board", Kind: graphmodel.Organisation, Name: "Harbour Board"},
		{ID: "ban", Kind: graphmodel.Measure, Name: "Fishing ban", MeasureSort: graphmodel.SortBan,
			Statuses: []graphmodel.MeasureStatus{{Word: "proposed", Date: "2025-03"}}},
	} {
		if err := g.AddEntity(e); err != nil {
			t.Fatal(err)
		}
	}
	said := evidence(second, "she", "led", "the board")
	said.Attribution, said.Date, said.Certainty = "officials", "2021", graphmodel.Quoted
	ban := evidence(third, "The Harbour Board", "proposed", "a fishing ban")
	ban.Certainty, ban.Date, ban.DateGuessed, ban.Amount = graphmodel.Proposed, "2025-03-31", true, "£3 million"
	for _, l := range []graphmodel.Link{
		{From: leads.From, Type: leads.Type, To: leads.To, Evidence: []graphmodel.Evidence{evidence(first, "Ana Voss", "leads", "the Harbour Board"), said}},
		{From: proposes.From, Type: proposes.Type, To: proposes.To, Evidence: []graphmodel.Evidence{ban}},
	} {
		if err := g.AddLink(l); err != nil {
			t.Fatal(err)
		}
	}
	return Data{Title: "Harbour", Graph: g, Articles: []article.Article{{ID: "one", Title: "Harbour news", Outlet: "Town Post", Text: text}}, Pinned: map[string]bool{}}
}

// panel is an inspector in a window, with a list of what it reports.
func panel(t *testing.T, d Data) (*Inspector, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	i := New(controls.NewTips())
	say := func(words ...string) { got = append(got, strings.Join(words, " ")) }
	i.OnEntity = func(id string) { say("entity", id) }
	i.OnLink = func(k graphmodel.Key) { say("link", k.From, string(k.Type), k.To) }
	i.OnSentence = func(k graphmodel.Key, n int) { say("sentence", string(k.Type), string(rune('0'+n))) }
	i.OnRename = func(id string) { say("rename", id) }
	i.OnPin = func(id string, on bool) { say("pin", id, map[bool]string{true: "on", false: "off"}[on]) }
	i.OnReject = func(k graphmodel.Key) { say("reject", string(k.Type)) }
	i.OnMenu = func(id string, _ fyne.Position) { say("menu", id) }
	i.OnCopy = func(text string) { say("copy", text) }
	i.SetData(d)
	w := test.NewTempWindow(t, i)
	w.Resize(fyne.NewSize(352, 2000))
	return i, &got
}

// words are all words shown, in order.
func words(i *Inspector) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(looktest.Words(i), "|", " ")), " ")
}

// press clicks the button of those words or that tip.
func press(t *testing.T, i *Inspector, words string) {
	t.Helper()
	for _, b := range looktest.All[*controls.Button](i) {
		if b.Tip == words || strings.Contains(looktest.Words(b), words) {
			test.Tap(b)
			return
		}
	}
	t.Errorf("no button says %q", words)
}

func contains(t *testing.T, shown string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(shown, p) {
			t.Errorf("%q is not in %q", p, shown)
		}
	}
}

func without(t *testing.T, shown string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if strings.Contains(shown, p) {
			t.Errorf("%q is in %q", p, shown)
		}
	}
}

func TestEntityShowsItsLinksWithTheirSentences(t *testing.T) {
	i, got := panel(t, data(t))
	i.ShowEntity("voss")
	contains(t, words(i), "Ana Voss", "Names", "she", "Roles", "Director", "Harbour Board", "leads 1", "Ana Voss leads the Harbour Board",
		"Town Post · 2 sentences", "Stated")
	without(t, words(i), "proposes", "fishing")
	i.ShowEntity("board")
	shown := words(i)
	contains(t, shown, "proposes 1", "is led by 1", "Planned")
	if strings.Index(shown, "proposes 1") > strings.Index(shown, "is led by 1") {
		t.Error("what a thing does stands before what is done to it")
	}
	i.ShowEntity("ban")
	contains(t, words(i), "is proposed by 1", "Sort", "Ban", "proposed Mar 2025")
	if len(*got) != 0 {
		t.Errorf("to show is to report nothing: %v", *got)
	}
}

func TestEntityReports(t *testing.T) {
	d := data(t)
	i, got := panel(t, d)
	i.ShowEntity("voss")
	for _, b := range []string{"Rename (F2)", "More", "Pin", "Show on canvas"} {
		press(t, i, b)
	}
	for _, r := range looktest.All[*controls.Row](i) {
		test.Tap(r)
	}
	// The rows: the head of the group folds it, so it is the last one that
	// counts there.
	want := []string{"rename voss", "menu voss", "pin voss on", "entity voss", "entity board", "link voss LEADS board", "sentence LEADS 0"}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
	without(t, words(i), "Town Post") // folded by the click on its head
	d.Pinned["voss"] = true
	i.SetData(d)
	*got = nil
	press(t, i, "Let go")
	if !reflect.DeepEqual(*got, []string{"pin voss off"}) {
		t.Errorf("reported %q", *got)
	}
}

func TestReadOnlyOffersNoChange(t *testing.T) {
	d := data(t)
	d.ReadOnly = true
	i, _ := panel(t, d)
	i.ShowEntity("voss")
	without(t, words(i), "Pin", "Let go")
	for _, b := range looktest.All[*controls.Button](i) {
		if b.Tip == "Rename (F2)" {
			t.Error("a name can be changed")
		}
	}
	i.ShowLink(leads, -1)
	without(t, words(i), "Reject link")
	contains(t, words(i), "Copy with source")
}

func TestLinkShowsWhoSaysSoAndSinceWhen(t *testing.T) {
	i, _ := panel(t, data(t))
	i.ShowLink(leads, 1)
	contains(t, words(i), "Ana Voss leads since 2021 Harbour Board", "2 sentences", "paragraph 1", "Said by the article itself.",
		"paragraph 2", "Said by officials.", "Dated 2021.", "Attributed")
	if n := len(looktest.All[*marked.Text](i)); n != 2+2+2+1 {
		t.Errorf("%d texts: two ends, two sentences with notes, one hint", n)
	}
	i.ShowLink(proposes, -1)
	contains(t, words(i), "Board proposes Fishing ban", "Amount: £3 million.", "Dated 31 Mar 2025, as the article is.")
	without(t, words(i), "since")
}

func TestLinkReports(t *testing.T) {
	i, got := panel(t, data(t))
	i.ShowLink(leads, -1)
	for _, r := range looktest.All[*controls.Row](i) {
		test.Tap(r)
	}
	press(t, i, "Reject link")
	want := []string{"entity voss", "entity board", "sentence LEADS 0", "sentence LEADS 1", "reject LEADS"}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
	*got = nil
	press(t, i, "Copy with source")
	if len(*got) != 1 {
		t.Fatalf("reported %q", *got)
	}
	contains(t, (*got)[0], "Ana Voss leads Harbour Board", "“"+first+"”", "“"+second+"”", "Harbour news, Town Post, paragraph 2", "(attributed)")
}

func TestOtherLinksBetweenTheSameTwo(t *testing.T) {
	d := data(t)
	l := graphmodel.Link{From: "voss", Type: graphmodel.WorksFor, To: "board", ByHand: true}
	if err := d.Graph.AddLink(l); err != nil {
		t.Fatal(err)
	}
	i, got := panel(t, d)
	i.ShowLink(leads, -1)
	contains(t, words(i), "Between the same two", "Ana Voss works for Harbour")
	rows := looktest.All[*controls.Row](i)
	test.Tap(rows[len(rows)-1])
	if want := []string{"link voss WORKS_FOR board"}; !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
	i.ShowLink(l.Key(), -1)
	contains(t, words(i), "Drawn by hand.")
	without(t, words(i), "as long as one sentence")
}

func TestOverviewAndSeveral(t *testing.T) {
	i, got := panel(t, data(t))
	shown := words(i)
	contains(t, shown, "Harbour", "Click a name or a link", "1 article", "3 things", "2 links", "Most linked Harbour Board 2 Ana Voss 1 Fishing ban 1")
	test.Tap(looktest.All[*controls.Row](i)[0])
	i.ShowSeveral([]string{"voss", "ban", "gone"})
	contains(t, words(i), "3 things selected", "Ana Voss 1 link", "Fishing ban 1 link")
	test.Tap(looktest.All[*controls.Row](i)[1])
	if want := []string{"entity board", "entity ban"}; !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
	i.ShowEntity("gone")
	contains(t, words(i), "Most linked")
	i.SetData(Data{Title: "New", Graph: graphmodel.NewGraph()})
	contains(t, words(i), "No names yet.")
}

func TestLongGroupsAreCut(t *testing.T) {
	d := data(t)
	for n := range 14 {
		id := "m" + string(rune('a'+n))
		if err := d.Graph.AddEntity(graphmodel.Entity{ID: id, Kind: graphmodel.Measure, Name: "Measure " + string(rune('A'+n))}); err != nil {
			t.Fatal(err)
		}
		e := evidence(third, "The Harbour Board", "proposed", "a fishing ban")
		if err := d.Graph.AddLink(graphmodel.Link{From: "voss", Type: graphmodel.Adopts, To: id, Evidence: []graphmodel.Evidence{e}}); err != nil {
			t.Fatal(err)
		}
	}
	i, _ := panel(t, d)
	i.ShowEntity("voss")
	contains(t, words(i), "adopts 14", "Measure J", "Show 4 more")
	without(t, words(i), "Measure K")
	press(t, i, "Show 4 more")
	contains(t, words(i), "Measure K", "Measure N")
	without(t, words(i), "Show 4 more")
}
