package articles

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/graphmodel/article"
)

func panel(t *testing.T) (*Articles, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	a := New(controls.NewTips(), func(fyne.CanvasObject) { got = append(got, "add") }, controls.Space(1, 1))
	a.OnOpen = func(id string) { got = append(got, "open "+id) }
	a.OnMenu = func(id string, at fyne.Position) {
		if at == fyne.NewPos(3, 4) {
			got = append(got, "menu "+id)
		}
	}
	w := test.NewTempWindow(t, a)
	w.Resize(fyne.NewSize(248, 400))
	return a, &got
}

// rows are the rows of the list in sight by the title that they show.
func (a *Articles) rows() map[string]*item {
	out := map[string]*item{}
	for _, i := range a.items {
		if i.row.OnTapped != nil {
			out[i.title.Text()] = i
		}
	}
	return out
}

func TestListsArticles(t *testing.T) {
	a, got := panel(t)
	a.Set([]article.Article{
		{ID: "one", Title: "Harbour news", Outlet: "Town Post"},
		{ID: "two", Name: "notes.txt"},
	})
	rows := a.rows()
	one, two := rows["Harbour news"], rows["notes.txt"]
	if len(rows) != 2 || one == nil || two == nil {
		t.Fatalf("rows %v", rows)
	}
	if one.source.Text() != "Town Post" || two.source.Text() != "No outlet, no date" {
		t.Errorf("sources %q, %q", one.source.Text(), two.source.Text())
	}
	test.Tap(one.row)
	test.Tap(two.row)
	two.row.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(3, 4)})
	test.Tap(a.head.(*fyne.Container).Objects[1].(*controls.Button))
	if want := []string{"open one", "open two", "menu two", "add"}; !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
}

func TestOpenArticleIsMarked(t *testing.T) {
	a, _ := panel(t)
	a.Set([]article.Article{{ID: "one", Title: "One"}, {ID: "two", Title: "Two"}})
	plain := captured(t, a)
	a.SetOpen("two")
	marked := captured(t, a)
	if reflect.DeepEqual(plain, marked) {
		t.Error("the open article looks like the others")
	}
	a.SetOpen("")
	if !reflect.DeepEqual(plain, captured(t, a)) {
		t.Error("a closed one looks like an open one")
	}
}

// captured is the picture of the panel.
func captured(t *testing.T, a *Articles) any {
	t.Helper()
	return fyne.CurrentApp().Driver().CanvasForObject(a).Capture()
}

func TestWishGrowsWithTheList(t *testing.T) {
	a, _ := panel(t)
	none := a.Wish()
	a.Set(make([]article.Article, 1))
	one := a.Wish()
	a.Set(make([]article.Article, 5))
	if none != one || a.Wish() != one+4*rowHeight {
		t.Errorf("heights %g, %g, %g", none, one, a.Wish())
	}
}
