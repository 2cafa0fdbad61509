package legend

import (
	"fmt"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/graphmodel"
)

func panel(t *testing.T) (*Legend, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	l := New()
	l.OnKind = func(k graphmodel.Kind, on bool) { got = append(got, fmt.Sprint(k, " ", on)) }
	l.OnStatus = func(s graphmodel.Status, on bool) { got = append(got, fmt.Sprint(s, " ", on)) }
	l.OnOnlyKind = func(k graphmodel.Kind) { got = append(got, "only "+string(k)) }
	l.OnOnlyStatus = func(s graphmodel.Status) { got = append(got, "only "+string(s)) }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(248, 500))
	return l, &got
}

func TestCounts(t *testing.T) {
	l, _ := panel(t)
	l.Set(Data{
		Kinds: map[graphmodel.Kind]Line{
			graphmodel.Person:       {On: true, Shown: 2, Total: 2},
			graphmodel.Organisation: {On: false, Shown: 0, Total: 8},
			graphmodel.Measure:      {On: true, Shown: 10, Total: 1300},
		},
		Statuses: map[graphmodel.Status]Line{graphmodel.StatusDenied: {On: true}},
	})
	for _, c := range []struct {
		row  *line
		want string
		on   bool
	}{
		{l.kinds[graphmodel.Person], "2", true},
		{l.kinds[graphmodel.Organisation], "8", false},
		{l.kinds[graphmodel.Measure], "10 of 1,300", true},
		{l.kinds[graphmodel.Country], "0", false},
		{l.statuses[graphmodel.StatusDenied], "0", true},
	} {
		if got := c.row.count.Text(); got != c.want || c.row.tick.On() != c.on {
			t.Errorf("%s: %q, ticked: %v", c.row.name.Text(), got, c.row.tick.On())
		}
	}
}

func TestEveryKindAndStatusHasALine(t *testing.T) {
	l, _ := panel(t)
	if len(l.kinds) != len(graphmodel.Kinds()) || len(l.statuses) != len(graphmodel.Statuses()) {
		t.Errorf("%d kinds and %d statuses", len(l.kinds), len(l.statuses))
	}
	seen := map[string]bool{}
	for _, row := range l.kinds {
		seen[row.name.Text()] = true
	}
	for _, row := range l.statuses {
		seen[row.name.Text()] = true
	}
	if len(seen) != len(l.kinds)+len(l.statuses) || seen[""] {
		t.Errorf("lines say %v", seen)
	}
}

func TestByHandIsShownOnlyWhereThereIsOne(t *testing.T) {
	l, _ := panel(t)
	row := l.statuses[graphmodel.StatusByHand].row
	l.Set(Data{})
	without := l.HeightFor(248)
	if row.Visible() || !l.statuses[graphmodel.StatusDenied].row.Visible() {
		t.Error("without a link drawn by hand there is no line for it, and one for the others")
	}
	l.Set(Data{Statuses: map[graphmodel.Status]Line{graphmodel.StatusByHand: {On: true, Total: 1, Shown: 1}}})
	if !row.Visible() || l.HeightFor(248) <= without {
		t.Error("with one there is a line, and the legend is higher")
	}
}

func TestClicks(t *testing.T) {
	l, got := panel(t)
	both := Data{Kinds: map[graphmodel.Kind]Line{graphmodel.Person: {On: true}}, Statuses: map[graphmodel.Status]Line{graphmodel.StatusEnded: {On: true}}}
	l.Set(both)
	kind, status := l.kinds[graphmodel.Person], l.statuses[graphmodel.StatusEnded]
	kind.row.Tapped(nil)
	kind.row.OnDouble()
	kind.tick.Tapped(nil)
	status.row.Tapped(nil)
	status.row.OnDouble()
	status.tick.Tapped(nil)
	want := []string{"person false", "only person", "person true", "ended false", "only ended", "ended true"}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
	*got = nil
	l.Set(Data{})
	if len(*got) != 0 {
		t.Errorf("to set the numbers reports %q", *got)
	}
}
