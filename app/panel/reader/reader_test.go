package reader

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/looktest"
	"byline/app/look/marked"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

const sentence = "Ana Voss led the Harbour Board."

// view is an article whose sentence stands far from its start.
func view() View {
	text := strings.Repeat("The town met again and spoke of boats.\n\n", 60)
	start := len(text)
	text += sentence + "\n\n" + strings.Repeat("Nobody had brought an umbrella.\n\n", 60)
	return View{
		Article:  article.Article{ID: "one", Title: "Harbour news", Outlet: "Town Post", Text: text, Notes: []string{"Read as Windows-1252."}},
		Names:    []marked.Name{{Span: marked.Span{Start: start, End: start + 8}, Kind: graphmodel.Person, ID: "voss"}},
		Sentence: marked.Span{Start: start, End: start + len(sentence)},
		Trigger:  marked.Span{Start: start + 9, End: start + 12},
		Place:    "1 of 2",
	}
}

func panel(t *testing.T) (*Reader, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	var got []string
	r := New(controls.NewTips())
	r.OnName = func(id string) { got = append(got, "name "+id) }
	r.OnStep = func(by int) { got = append(got, fmt.Sprint("step ", by)) }
	r.OnClose = func() { got = append(got, "close") }
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(372, 500))
	return r, &got
}

func TestSentenceIsMarkedAndInSight(t *testing.T) {
	r, _ := panel(t)
	v := view()
	r.Open(v)
	if !r.page.InSight(v.Sentence.Start) || r.page.InSight(0) {
		t.Error("the sentence is out of sight")
	}
	p := look.For(false)
	marks, bold := 0, ""
	looktest.Walk(r.page, func(o fyne.CanvasObject) {
		if x, ok := o.(*canvas.Rectangle); ok && x.FillColor == p.Mark {
			marks++
		}
		if x, ok := o.(*canvas.Text); ok && x.TextStyle.Bold {
			bold += x.Text
		}
	})
	if marks != 1 || bold != "led" {
		t.Errorf("%d marks, bold is %q", marks, bold)
	}
	// Another sentence of the same article.
	v.Sentence = marked.Span{Start: 0, End: 20}
	r.Open(v)
	if !r.page.InSight(0) || r.Article() != "one" {
		t.Error("the other sentence is out of sight")
	}
}

func TestHead(t *testing.T) {
	r, _ := panel(t)
	r.Open(view())
	if r.title.Text() != "Harbour news" || r.source.Text() != "Town Post" || r.place.Text() != "1 of 2" {
		t.Errorf("the head says %q, %q, %q", r.title.Text(), r.source.Text(), r.place.Text())
	}
	for _, o := range []fyne.CanvasObject{r.note, r.place, r.up, r.down} {
		if !o.Visible() {
			t.Errorf("%T is hidden", o)
		}
	}
	v := view()
	v.Place, v.Article.Notes, v.Sentence, v.Trigger = "", nil, marked.Span{}, marked.Span{}
	v.Article.ID = "two"
	r.Open(v)
	for _, o := range []fyne.CanvasObject{r.note, r.place, r.up, r.down} {
		if o.Visible() {
			t.Errorf("%T is shown for an article without a sentence", o)
		}
	}
	if r.Article() != "two" {
		t.Errorf("the article is %q", r.Article())
	}
}

func TestReports(t *testing.T) {
	r, got := panel(t)
	r.Open(view())
	looktest.Walk(r, func(o fyne.CanvasObject) {
		if b, ok := o.(*controls.Button); ok {
			test.Tap(b)
		}
	})
	r.page.OnName("voss")
	if want := []string{"step -1", "step 1", "close", "name voss"}; !reflect.DeepEqual(*got, want) {
		t.Errorf("reported %q, want %q", *got, want)
	}
}
