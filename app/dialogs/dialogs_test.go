package dialogs

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
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// windowFor is an empty window for dialogs.
func windowFor(t *testing.T) fyne.Canvas {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	w := test.NewTempWindow(t, controls.Space(1, 1))
	w.Resize(fyne.NewSize(900, 700))
	return w.Canvas()
}

// all are the objects of one type in a dialog, none once it is closed.
func all[T fyne.CanvasObject](d *Dialog) []T {
	if d.pop == nil {
		return nil
	}
	return looktest.All[T](d.pop)
}

func words(d *Dialog) string {
	if d.pop == nil {
		return ""
	}
	return looktest.Words(d.pop)
}

// press clicks the button with those words.
func press(t *testing.T, d *Dialog, text string) {
	t.Helper()
	for _, b := range all[*controls.Button](d) {
		if looktest.Words(b) == text {
			test.Tap(b)
			return
		}
	}
	t.Errorf("no button says %q", text)
}

func escape(f *field) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }

func TestPasteReadsOnlyWords(t *testing.T) {
	for _, c := range []struct {
		text string
		read bool
	}{{"", false}, {" \n\t\r", false}, {"Ana Voss", true}} {
		read := false
		d := Paste(windowFor(t), c.text, func(string, article.Article) { read = true })
		press(t, d, "Read")
		if read != c.read {
			t.Errorf("%q is read: %v", c.text, read)
		}
		if c.read != (d.pop == nil) {
			t.Errorf("%q leaves the dialog open: %v", c.text, d.pop != nil)
		}
	}
}

func TestPasteReports(t *testing.T) {
	var text string
	var meta article.Article
	d := Paste(windowFor(t), "", func(s string, a article.Article) { text, meta = s, a })
	f := all[*field](d)
	test.Type(f[0], "Ana Voss leads.")
	test.Type(f[1], "Harbour news")
	test.Type(f[2], "Town Post")
	test.Type(f[3], "soon")
	press(t, d, "Read")
	const hint = "Write the date like 31 Mar 2025 or 2025-03-31."
	if text != "" || !strings.Contains(words(d), hint) {
		t.Fatalf("a date that is none: read %q, the dialog says %q", text, words(d))
	}
	f[3].SetText("31 Mar 2025")
	if strings.Contains(words(d), hint) {
		t.Error("the sentence stays although the date was changed")
	}
	press(t, d, "Read")
	if text != "Ana Voss leads." || meta.Title != "Harbour news" || meta.Outlet != "Town Post" || meta.Published.Format("2006-01-02") != "2025-03-31" {
		t.Errorf("read %q, %+v", text, meta)
	}
}

func TestEscapeClosesAndGivesTheKeysBack(t *testing.T) {
	c := windowFor(t)
	mine := 0
	c.SetOnTypedKey(func(*fyne.KeyEvent) { mine++ })
	never := func() { t.Error("a closed dialog reports") }
	for name, open := range map[string]func() *Dialog{
		"paste":    func() *Dialog { return Paste(c, "words", func(string, article.Article) { never() }) },
		"rename":   func() *Dialog { return Rename(c, "Ana", func(string) { never() }) },
		"ask":      func() *Dialog { return Ask(c, "Delete", "Delete it?", Answer{"Delete", never}) },
		"note":     func() *Dialog { return Note(c, "Note", "words", func(string) { never() }) },
		"replace":  func() *Dialog { return Replace(c, func(string) int { return 1 }, func(string, string) { never() }) },
		"problems": func() *Dialog { return Problems(c, "Not read", []string{"The file is empty."}) },
		"keys":     func() *Dialog { return Keys(c, []Key{{"F2", "Rename"}}) },
		"export": func() *Dialog {
			return Export(c, []Form{{Words: "PNG", Picture: true, Pixels: true}}, []string{"1"}, func(Exported) { never() })
		},
		"choose": func() *Dialog {
			return Choose(c, "Merge", "Name", func(string) []Option { return nil }, func(int) { never() })
		},
	} {
		d := open()
		mine = 0
		c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if d.pop != nil || mine != 0 || c.Overlays().Top() != nil {
			t.Errorf("%s stays open, or the window got the key", name)
		}
		c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF2})
		if mine != 1 {
			t.Errorf("%s keeps the keys", name)
		}
		d.Close() // twice is once
		for _, f := range all[*field](open()) {
			escape(f)
			break
		}
		for top := c.Overlays().Top(); top != nil; top = c.Overlays().Top() {
			c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
	}
}

func TestRename(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(t *testing.T, d *Dialog, f *field)
		want []string
	}{
		{"Enter", func(_ *testing.T, _ *Dialog, f *field) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, []string{"Ana Marie Voss"}},
		{"the button", func(t *testing.T, d *Dialog, _ *field) { press(t, d, "Rename") }, []string{"Ana Marie Voss"}},
		{"Escape", func(_ *testing.T, _ *Dialog, f *field) { escape(f) }, nil},
		{"Cancel", func(t *testing.T, d *Dialog, _ *field) { press(t, d, "Cancel") }, nil},
		{"the same name", func(_ *testing.T, _ *Dialog, f *field) {
			f.SetText("Ana Voss ")
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}, nil},
		{"no name", func(_ *testing.T, _ *Dialog, f *field) {
			f.SetText("  ")
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			d := Rename(windowFor(t), "Ana Voss", func(s string) { got = append(got, s) })
			f := all[*field](d)[0]
			test.Type(f, "Ana Marie Voss") // the old name is selected
			c.do(t, d, f)
			if !reflect.DeepEqual(got, c.want) || d.pop != nil {
				t.Errorf("reported %q, want %q; open: %v", got, c.want, d.pop != nil)
			}
		})
	}
}

func TestChoose(t *testing.T) {
	var got []string
	open := func() *Dialog {
		return Choose(windowFor(t), "Merge with", "Name", func(s string) []Option {
			got = append(got, "find "+s)
			if s == "" || s == "x" {
				return nil
			}
			return []Option{{graphmodel.Person, "Ana Voss", "3 links"}, {graphmodel.Person, "Anders", "1 link"}}
		}, func(n int) { got = append(got, fmt.Sprint("chose ", n)) })
	}
	d := open()
	f := all[*field](d)[0]
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // nothing is listed yet
	test.Type(f, "x")
	if !strings.Contains(words(d), "Nothing called “x”.") {
		t.Errorf("nothing found: %q", words(d))
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	f.SetText("a")
	test.Tap(all[*controls.Row](d)[1])
	d = open()
	f = all[*field](d)[0]
	test.Type(f, "a")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := []string{"find ", "find x", "find a", "chose 1", "find ", "find a", "chose 0"}; !reflect.DeepEqual(got, want) || d.pop != nil {
		t.Errorf("reported %q, want %q", got, want)
	}
}

func TestExport(t *testing.T) {
	var got []string
	open := func() *Dialog {
		forms := []Form{{Words: "PNG", Picture: true, Pixels: true}, {Words: "SVG", Picture: true}, {Words: "JSON"}}
		return Export(windowFor(t), forms, []string{"Small", "Usual", "Large"},
			func(e Exported) { got = append(got, fmt.Sprint(e.Form, " ", e.Size, " ", e.Legend)) })
	}
	d := open()
	if !strings.Contains(words(d), "legend|Size|Small|Usual|Large") {
		t.Errorf("for a PNG it says %q", words(d))
	}
	rows := all[*controls.Row](d)
	test.Tap(rows[1])
	if strings.Contains(words(d), "Large") || strings.Contains(words(d), "Size") {
		t.Errorf("for an SVG it says %q", words(d))
	}
	test.Tap(rows[2])
	if strings.Contains(words(d), "legend") {
		t.Errorf("for data it says %q", words(d))
	}
	test.Tap(rows[1])
	press(t, d, "Save…")
	d = open()
	rows = all[*controls.Row](d)
	test.Tap(rows[1])
	test.Tap(rows[0])
	test.Tap(rows[3]) // no legend
	test.Tap(rows[6])
	press(t, d, "Save…")
	press(t, open(), "Cancel")
	if want := []string{"1 1 true", "0 2 false"}; !reflect.DeepEqual(got, want) {
		t.Errorf("reported %q, want %q", got, want)
	}
}

func TestAskProblemsAndKeys(t *testing.T) {
	c := windowFor(t)
	yes := 0
	answers := []Answer{{"Delete", func() { yes++ }}, {"Hide", func() { yes += 10 }}}
	press(t, Ask(c, "Delete", "Delete Ana Voss?", answers...), "Delete")
	press(t, Ask(c, "Delete", "Delete Ana Voss?", answers...), "Hide")
	d := Ask(c, "Delete", "Delete Ana Voss?", answers...)
	if c.Focused() != all[*controls.Button](d)[3] {
		t.Error("Enter does not answer the question")
	}
	press(t, d, "Cancel")
	if yes != 11 {
		t.Errorf("answered %d", yes)
	}
	d = Problems(c, "Two were not read", []string{"one.txt is empty.", "two.bin is no text."})
	for _, w := range []string{"Two were not read", "one.txt is empty.", "two.bin is no text."} {
		if !strings.Contains(words(d), w) {
			t.Errorf("%q is not in %q", w, words(d))
		}
	}
	press(t, d, "Close")
	d = Keys(c, []Key{{"", "Canvas"}, {"F2", "Rename the thing"}})
	if !strings.Contains(words(d), "Canvas|F2|Rename the thing") {
		t.Errorf("the keys say %q", words(d))
	}
	press(t, d, "Close")
	if d.pop != nil || c.Overlays().Top() != nil {
		t.Error("the dialog stays open")
	}
}

func TestDialogFitsASmallWindow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	w := test.NewTempWindow(t, controls.Space(1, 1))
	w.Resize(fyne.NewSize(500, 400))
	var many []string
	for range 40 {
		many = append(many, "The file is empty.")
	}
	for _, d := range []*Dialog{Problems(w.Canvas(), "Not read", many), Paste(w.Canvas(), "", nil), Keys(w.Canvas(), nil)} {
		if s := d.pop.Content.Size(); s.Width > 500 || s.Height > 400 {
			t.Errorf("a dialog is %v in a window of 500 by 400", s)
		}
		d.Close()
	}
}

func TestReplace(t *testing.T) {
	var got []string
	d := Replace(windowFor(t), func(old string) int { return strings.Count("anna anton", old) }, func(old, other string) { got = append(got, old, other) })
	fields := all[*field](d)
	test.Type(fields[0], "an")
	if !strings.Contains(words(d), "2 names have these words.") {
		t.Errorf("it says %q", words(d))
	}
	fields[1].SetText(" En ")
	fields[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !reflect.DeepEqual(got, []string{"an", "En"}) || d.pop != nil {
		t.Errorf("reported %q", got)
	}
}
