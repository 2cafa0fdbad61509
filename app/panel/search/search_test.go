package search

import (
	"fmt"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/marked"
	"byline/graphmodel"
)

func box(t *testing.T) (*Box, fyne.Window, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	b := New()
	b.OnWords = func(words string) { got = append(got, "words "+words) }
	b.OnChoose = func(n int) { got = append(got, fmt.Sprint("choose ", n)) }
	b.OnDone = func() { got = append(got, "done") }
	w := test.NewTempWindow(t, container.NewStack(container.NewBorder(b, nil, nil, nil), b.Layer()))
	w.Resize(fyne.NewSize(900, 520))
	return b, w, &got
}

var found = []Result{
	{Kind: graphmodel.Person, Text: marked.Content{Text: "Ana Voss"}, Note: "3 links"},
	{Kind: graphmodel.Organisation, Text: marked.Content{Text: "Anglers"}},
	{Text: marked.Content{Text: "Ana Voss leads the board."}, Note: "Town Post"},
}

// keys presses keys in the box.
func keys(b *Box, names ...fyne.KeyName) {
	for _, n := range names {
		b.entry.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// open types words and lists what was found.
func open(b *Box, w fyne.Window) {
	b.Focus(w.Canvas())
	test.Type(b.entry, "an")
	b.List(found, "none")
}

func TestTypingAsksForWords(t *testing.T) {
	b, w, got := box(t)
	open(b, w)
	if want := []string{"words a", "words an"}; !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
	if !b.Layer().Visible() || len(b.list.rows) != 3 {
		t.Errorf("the list shows %d results", len(b.list.rows))
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []fyne.KeyName
		want []string
		open bool
		left string
	}{
		{"Enter takes the first", []fyne.KeyName{fyne.KeyReturn}, []string{"choose 0"}, false, "an"},
		{"Down", []fyne.KeyName{fyne.KeyDown, fyne.KeyEnter}, []string{"choose 1"}, false, "an"},
		{"Down goes round", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, []string{"choose 0"}, false, "an"},
		{"Up goes round", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, []string{"choose 2"}, false, "an"},
		{"Escape empties and leaves", []fyne.KeyName{fyne.KeyEscape}, []string{"words ", "done"}, false, ""},
		{"Enter asks again once closed", []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn}, []string{"choose 0", "words an"}, false, "an"},
		{"a letter more", []fyne.KeyName{fyne.KeyBackspace}, []string{"words a"}, true, "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, w, got := box(t)
			open(b, w)
			*got = nil
			keys(b, c.keys...)
			if !reflect.DeepEqual(*got, c.want) || b.Layer().Visible() != c.open || b.entry.Text != c.left {
				t.Errorf("reported %q, want %q; open: %v, words %q", *got, c.want, b.Layer().Visible(), b.entry.Text)
			}
		})
	}
}

func TestClicks(t *testing.T) {
	b, w, got := box(t)
	open(b, w)
	*got = nil
	test.Tap(b.list.rows[2])
	if want := []string{"choose 2"}; !reflect.DeepEqual(*got, want) || b.Layer().Visible() {
		t.Errorf("reported %q, open: %v", *got, b.Layer().Visible())
	}
	b.List(found, "none")
	test.Tap(b.layer.Objects[0].(*catcher))
	if want := []string{"choose 2", "done"}; !reflect.DeepEqual(*got, want) || b.Layer().Visible() {
		t.Errorf("beside the list: reported %q, open: %v", *got, b.Layer().Visible())
	}
}

func TestNothingFound(t *testing.T) {
	b, w, got := box(t)
	open(b, w)
	*got = nil
	b.List(nil, "Nothing called “an”.")
	keys(b, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if len(*got) != 0 || len(b.list.rows) != 0 || !b.Layer().Visible() || b.list.wish() <= 8 {
		t.Errorf("reported %q, %d rows, %g high", *got, len(b.list.rows), b.list.wish())
	}
	b.Clear()
	b.List(found, "none")
	if b.Layer().Visible() {
		t.Error("a box without words shows a list")
	}
}

func TestListStandsUnderTheBox(t *testing.T) {
	b, w, _ := box(t)
	open(b, w)
	keys(b, fyne.KeyDown)
	driver := fyne.CurrentApp().Driver()
	under := driver.AbsolutePositionForObject(b).Y + b.Size().Height
	at, size := driver.AbsolutePositionForObject(b.list), b.list.Size()
	if at.Y < under || at.X < 0 || at.X+size.Width > 900 || at.Y+size.Height > 520 || size.Height < 80 {
		t.Errorf("the list is at %v, %v, the box ends at %g", at, size, under)
	}
}
