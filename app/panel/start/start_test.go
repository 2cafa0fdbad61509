package start

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
)

func page(t *testing.T, width float32) (*Page, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	say := func(what string) func() { return func() { got = append(got, what) } }
	p := New()
	p.OnFiles, p.OnFolder, p.OnPaste, p.OnProject = say("files"), say("folder"), say("paste"), say("project")
	p.OnRecent = func(n int) { got = append(got, fmt.Sprint("recent ", n)) }
	p.OnSample = func(n int) { got = append(got, fmt.Sprint("sample ", n)) }
	p.OnRecentMenu = func(n int, _ fyne.Position) { got = append(got, fmt.Sprint("menu ", n)) }
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(width, 1200))
	return p, &got
}

var both = Data{
	Recent:  []Line{{"Harbour", "3 articles · yesterday"}, {"Fishing", "1 article · 2 May 2025"}},
	Samples: []Line{{"A summit", "1 article"}, {"A merger", "2 articles"}},
}

// words are all words shown, and all rows.
func words(p *Page) (string, []*controls.Row) {
	return looktest.Words(p), looktest.All[*controls.Row](p)
}

func TestReports(t *testing.T) {
	p, got := page(t, 1200)
	p.Set(both)
	looktest.Walk(p, func(o fyne.CanvasObject) {
		if b, ok := o.(*controls.Button); ok {
			test.Tap(b)
		}
	})
	_, rows := words(p)
	for _, r := range rows {
		test.Tap(r)
		test.TapSecondary(r)
	}
	want := []string{"files", "folder", "paste", "recent 0", "menu 0", "recent 1", "menu 1", "project", "sample 0", "sample 1"}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
}

func TestWords(t *testing.T) {
	p, _ := page(t, 1200)
	p.Set(both)
	shown, _ := words(p)
	for _, w := range []string{"Drop articles here", "Harbour|3 articles · yesterday", "A merger|2 articles", "Open another project"} {
		if !strings.Contains(shown, w) {
			t.Errorf("%q is not in %q", w, shown)
		}
	}
	if strings.Contains(shown, "None yet.") {
		t.Error("there are projects, and none yet")
	}
	p.Set(Data{})
	if shown, rows := words(p); !strings.Contains(shown, "None yet.") || len(rows) != 1 {
		t.Errorf("without projects: %q, %d rows", shown, len(rows))
	}
}

func TestListsStandBesideOrBelow(t *testing.T) {
	for _, c := range []struct {
		width  float32
		beside bool
	}{{1200, true}, {720, true}, {600, false}} {
		p, _ := page(t, c.width)
		p.Set(both)
		_, rows := words(p)
		driver := fyne.CurrentApp().Driver()
		recent, sample := driver.AbsolutePositionForObject(rows[0]), driver.AbsolutePositionForObject(rows[3])
		if beside := recent.Y == sample.Y && recent.X < sample.X; beside != c.beside {
			t.Errorf("at %g the lists stand at %v and %v", c.width, recent, sample)
		}
		if !c.beside && sample.Y <= recent.Y {
			t.Errorf("at %g the samples do not stand below", c.width)
		}
	}
}
