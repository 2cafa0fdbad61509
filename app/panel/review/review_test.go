package review

import (
	"fmt"
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
	"byline/graphmodel/resolve/suggest"
)

func data() Data {
	board := graphmodel.Entity{ID: "board", Kind: graphmodel.Organisation, Name: "Harbour Board"}
	hb := graphmodel.Entity{ID: "hb", Kind: graphmodel.Organisation, Name: "HB", Mentions: make([]graphmodel.Mention, 2)}
	return Data{
		Pairs: []Pair{
			{A: "Harbour Board", B: "HB", Kind: graphmodel.Organisation},
			{A: "Ana Voss", B: "Voss", Kind: graphmodel.Person},
			{A: "Fish levy", B: "the levy", Kind: graphmodel.Measure, Held: true},
		},
		A: Side{Entity: board, Articles: 1, Quotes: []Quote{{Content: marked.Content{Text: "The Harbour Board met."}, Source: "Town Post", Status: graphmodel.StatusStated}}},
		B: Side{Entity: hb, Articles: 1, Links: 3, Best: []Link{{Words: "runs", Other: graphmodel.Entity{Kind: graphmodel.Measure, Name: "Night Watch"}, Status: graphmodel.StatusAlleged}}},
		Reasons: []suggest.Reason{
			{Words: "The letters are the initials", Detail: "Harbour Board, HB"},
			{Against: true, Words: "No neighbour in common"},
		},
		Decided: []Line{{Number: 7, Verb: "Different", Names: []string{"Bo Falk", "Ida Falk"}, When: "14:05"}},
		CanUndo: true,
	}
}

func page(t *testing.T, d Data, width float32) (*Page, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	say := func(words string) func() { return func() { got = append(got, words) } }
	p := New()
	p.OnAnswer = func(a Answer) { got = append(got, fmt.Sprint("answer ", a)) }
	p.OnGo = func(i int) { got = append(got, fmt.Sprint("go ", i)) }
	p.OnTakeBack = func(n int) { got = append(got, fmt.Sprint("take back ", n)) }
	p.OnUndo, p.OnRead, p.OnClose = say("undo"), say("read"), say("close")
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	p.Set(d)
	w.Resize(fyne.NewSize(width, 760))
	return p, &got
}

func shows(t *testing.T, p *Page, want ...string) {
	t.Helper()
	text := strings.ReplaceAll(looktest.Words(p), "|", " ")
	for _, words := range want {
		if !strings.Contains(text, words) {
			t.Errorf("%q is missing in %q", words, text)
		}
	}
}

func TestAPairIsShownWithItsReasons(t *testing.T) {
	p, _ := page(t, data(), 1300)
	shows(t, p, "Are these the same organisation?", "1 of 3", "Harbour Board", "2 mentions · 1 article · 3 links", "The Harbour Board met.", "Town Post",
		"Night Watch", "Alleged", "2 more", "None.", "The letters are the initials", "Harbour Board, HB", "No neighbour in common",
		"Not sure", "Different", "Bo Falk", "14:05", "Same", "Undo last")
	d := data()
	d.Current = 2
	d.A.Entity.Kind = graphmodel.Person
	p.Set(d)
	shows(t, p, "Are these the same thing?", "3 of 3 · you were not sure")
}

func TestAnswersAreReported(t *testing.T) {
	p, got := page(t, data(), 1300)
	for _, b := range looktest.All[*controls.Button](p) {
		test.Tap(b)
	}
	for _, r := range looktest.All[*controls.Row](p) {
		test.Tap(r)
	}
	p.Step(-1)
	p.Step(1)
	want := []string{"answer 0", "answer 1", "answer 2", "undo", "take back 7", "go 0", "go 1", "go 2", "read", "close", "go 1"}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
}

func TestNothingToReview(t *testing.T) {
	p, _ := page(t, Data{}, 1300)
	shows(t, p, "Nothing to review.", "Add articles, and new pairs come up.", "Answers come here.")
	p.Set(Data{Decided: data().Decided})
	shows(t, p, "All pairs are decided.", "Bo Falk")
	p.Step(1)
}

func TestReadOnlyAsksNothing(t *testing.T) {
	d := data()
	d.ReadOnly = true
	p, _ := page(t, d, 1300)
	shows(t, p, "open for reading only")
	if n := len(looktest.All[*controls.Button](p)); n != 0 {
		t.Errorf("%d buttons where nothing can be changed", n)
	}
}

// TestALongListShowsThePairInQuestion: only so many lines are made, and the
// current one is among them.
func TestALongListShowsThePairInQuestion(t *testing.T) {
	d := data()
	d.Pairs = nil
	for i := range 500 {
		d.Pairs = append(d.Pairs, Pair{A: fmt.Sprintf("Pair %d", i), B: "other", Kind: graphmodel.Person})
	}
	d.Current = 250
	p, _ := page(t, d, 1300)
	shows(t, p, "200 more before these.", "Pair 250", "200 more after these.")
}

// TestNothingIsClipped: what has words is as wide as they are, and lies inside
// the page, at the width of the smallest window too.
func TestNothingIsClipped(t *testing.T) {
	for _, width := range []float32{900, 1440} {
		p, _ := page(t, data(), width)
		driver := fyne.CurrentApp().Driver()
		right := driver.AbsolutePositionForObject(p.pair).X + p.pair.Size().Width
		for _, c := range looktest.All[*marked.Text](p.pair) {
			if at := driver.AbsolutePositionForObject(c); at.X+c.Size().Width > right {
				t.Errorf("at %g words reach to %g, beyond %g", width, at.X+c.Size().Width, right)
			}
		}
		for _, b := range looktest.All[*controls.Button](p.pair) {
			at := driver.AbsolutePositionForObject(b)
			if b.Size().Width < b.MinSize().Width || at.X < p.pair.Position().X || at.X+b.Size().Width > right {
				t.Errorf("at %g a button is %g wide at %g and wants %g", width, b.Size().Width, at.X, b.MinSize().Width)
			}
		}
	}
}
