package logbook

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/looktest"
)

var now = time.Date(2026, 11, 25, 14, 0, 0, 0, time.UTC) // a Wednesday

func data() Data {
	day := func(back int) time.Time { return now.AddDate(0, 0, -back) }
	return Data{Now: now, Lines: []Line{
		{Number: 4, Time: day(0), Words: "Rejected “Ana Voss leads Harbour Board”", TakesAway: true},
		{Number: 3, Time: day(1), Words: "Merged HB into Harbour Board"},
		{Number: 2, Time: day(2), Words: "Renamed Voss to Ana Voss"},
		{Number: 1, Time: day(30), Words: "Deleted Fish levy", TakesAway: true},
	}}
}

func book(t *testing.T, d Data) (*Book, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	b := New(controls.NewTips())
	b.OnChoose = func(n int) { got = append(got, fmt.Sprint("choose ", n)) }
	b.OnTakeBack = func(n int) { got = append(got, fmt.Sprint("take back ", n)) }
	b.OnClose = func() { got = append(got, "close") }
	w := test.NewTempWindow(t, b)
	w.SetPadded(false)
	b.Set(d)
	w.Resize(fyne.NewSize(372, 700))
	return b, &got
}

// numbers are those of the lines on the panel.
func (b *Book) numbers() string {
	var all []string
	for _, s := range b.Shown() {
		all = append(all, fmt.Sprint(s.Line.Number))
	}
	return strings.Join(all, " ")
}

func text(b *Book) string { return strings.ReplaceAll(looktest.Words(b), "|", " ") }

func TestLinesStandUnderTheirDays(t *testing.T) {
	b, _ := book(t, data())
	shown := text(b)
	at := 0
	for _, words := range []string{"Today", "14:00", "Rejected", "Yesterday", "Merged HB", "Monday", "Renamed Voss", "26 Oct 2026", "Deleted Fish"} {
		i := strings.Index(shown[at:], words)
		if i < 0 {
			t.Fatalf("%q is not where it belongs in %q", words, shown)
		}
		at += i
	}
}

func TestTheLogIsSearched(t *testing.T) {
	b, _ := book(t, data())
	for _, c := range []struct{ words, since, want string }{
		{"", "", "4 3 2 1"},
		{"voss", "", "4 2"},
		{"HARBOUR merged", "", "3"},
		{"", "Monday", "4 3 2"},
		{"", "yesterday", "4 3"},
		{"voss", "today", "4"},
		{"ferry", "", ""},
		{"", "noday", ""},
	} {
		b.words.SetText(c.words)
		b.since.SetText(c.since)
		if have := b.numbers(); have != c.want {
			t.Errorf("%q since %q: %q, not %q", c.words, c.since, have, c.want)
		}
	}
	if shown := text(b); !strings.Contains(shown, "“noday” is no day.") {
		t.Errorf("what is wrong is not said: %q", shown)
	}
	b.since.SetText("")
	test.Tap(b.away)
	if have := b.numbers(); have != "4 1" {
		t.Errorf("rejected or deleted: %q", have)
	}
	b.words.SetText("merged")
	if shown := text(b); !strings.Contains(shown, "No decision fits") || !strings.Contains(shown, "0 of 4") {
		t.Errorf("nothing is found, and it shows %q", shown)
	}
}

func TestALineIsChosenAndTakenBack(t *testing.T) {
	b, got := book(t, data())
	s := b.Shown()
	test.Tap(s[1].Row.(*controls.Row))
	test.Tap(s[2].TakeBack.(*controls.Button))
	esc := &fyne.KeyEvent{Name: fyne.KeyEscape}
	b.words.SetText("voss")
	b.words.TypedKey(esc)
	b.words.TypedKey(esc)
	if want := []string{"choose 3", "take back 2", "close"}; !reflect.DeepEqual(*got, want) || b.words.Text != "" {
		t.Errorf("reported %q, want %q", *got, want)
	}
}

func TestWhatDoesNotFitIsShown(t *testing.T) {
	d := data()
	b, _ := book(t, d)
	if b.unfit.Visible() {
		t.Error("everything fits, and the panel says otherwise")
	}
	d.Lines = append([]Line(nil), d.Lines...)
	d.Lines[1].Unfit = "its words are not in the article any more"
	b.Set(d)
	shown := text(b)
	for _, words := range []string{"1 decision does not fit the articles any more", "Does not fit any more: its words are not"} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is missing in %q", words, shown)
		}
	}
	test.Tap(b.unfit)
	if have := b.numbers(); have != "3" {
		t.Errorf("what does not fit is %q", have)
	}
	b.Set(data())
	if have := b.numbers(); have != "4 3 2 1" || b.unfit.Visible() {
		t.Errorf("all fit again, and it shows %q", have)
	}
}

func TestALongLogComesInParts(t *testing.T) {
	d := Data{Now: now}
	for n := range 250 {
		d.Lines = append(d.Lines, Line{Number: 250 - n, Time: now, Words: fmt.Sprintf("Deleted thing %d", n)})
	}
	b, _ := book(t, d)
	for _, want := range []int{200, 250} {
		if n := len(b.Shown()); n != want {
			t.Fatalf("%d lines, want %d", n, want)
		}
		if buttons := looktest.All[*controls.Button](b.list); want < 250 {
			test.Tap(buttons[len(buttons)-1])
		}
	}
}

func TestAnEmptyLogSaysWhatComes(t *testing.T) {
	b, _ := book(t, Data{Now: now})
	if shown := text(b); !strings.Contains(shown, "Nothing decided yet.") {
		t.Errorf("it shows %q", shown)
	}
	d := data()
	d.ReadOnly = true
	b.Set(d)
	if s := b.Shown(); len(s) != 4 || s[0].TakeBack != nil {
		t.Error("something can be taken back where nothing can be changed")
	}
}
