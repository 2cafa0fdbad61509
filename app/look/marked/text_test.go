package marked

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/graphmodel"
)

// inLight makes a program that shows the light theme.
func inLight(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
}

var quoteStyle = Style{Size: look.Text, Line: look.TextLine}

// drawn are the words that a widget draws, line by line, with their colours.
func drawn(objects []fyne.CanvasObject) (words []string, bottom float32, inks map[string]color.Color) {
	inks = map[string]color.Color{}
	last := float32(-1)
	for _, o := range objects {
		x, ok := o.(*canvas.Text)
		if !ok {
			continue
		}
		inks[x.Text] = x.Color
		bottom = max(bottom, x.Position().Y+x.Size().Height)
		if x.Position().Y != last {
			words = append(words, "")
		}
		last = x.Position().Y
		words[len(words)-1] += x.Text
	}
	return words, bottom, inks
}

func TestTextIsAsHighAsItSays(t *testing.T) {
	inLight(t)
	for _, width := range []float32{90, 160, 320, 900} {
		x := NewText(vossContent(), quoteStyle)
		h := x.HeightFor(width)
		x.Resize(fyne.NewSize(width, h))
		words, bottom, _ := drawn(test.WidgetRenderer(x).Objects())
		if got := float32(len(words)) * look.TextLine; got != h || bottom > h || bottom < h-look.TextLine {
			t.Errorf("at %g: height %g, %d lines drawn, down to %g", width, h, len(words), bottom)
		}
		if got := strings.Join(words, " "); got != voss {
			t.Errorf("at %g it shows %q", width, got)
		}
		if m := x.MinSize(); m.Height != h {
			t.Errorf("at %g the least height is %g, not %g", width, m.Height, h)
		}
		for _, o := range test.WidgetRenderer(x).Objects() {
			if r := o.Position().X + o.Size().Width; r > width+markBleed+0.01 {
				t.Errorf("at %g something reaches to %g", width, r)
			}
		}
	}
}

// TestTextIsDrawnAfterItsHeightWasAsked: who asks for the height first must not
// keep the words from being drawn.
func TestTextIsDrawnAfterItsHeightWasAsked(t *testing.T) {
	inLight(t)
	x := NewText(vossContent(), quoteStyle)
	r := test.WidgetRenderer(x)
	x.HeightFor(300)
	x.Resize(fyne.NewSize(300, 60))
	if words, _, _ := drawn(r.Objects()); strings.Join(words, " ") != voss {
		t.Errorf("it shows %q", words)
	}
}

func TestTextBreaksAnewForAnotherWidth(t *testing.T) {
	inLight(t)
	x := NewText(vossContent(), quoteStyle)
	x.Resize(fyne.NewSize(900, 20))
	wide, _, _ := drawn(test.WidgetRenderer(x).Objects())
	x.Resize(fyne.NewSize(120, 200))
	narrow, _, _ := drawn(test.WidgetRenderer(x).Objects())
	if len(wide) != 1 || len(narrow) < 3 {
		t.Errorf("%d lines where it is wide, %d where it is narrow", len(wide), len(narrow))
	}
	x.SetContent(Content{Text: "Other words"})
	if now, _, _ := drawn(test.WidgetRenderer(x).Objects()); len(now) != 1 || now[0] != "Other words" {
		t.Errorf("after a change it shows %q", now)
	}
}

func TestTextLooks(t *testing.T) {
	inLight(t)
	p := look.Now()
	x := NewText(vossContent(), quoteStyle)
	x.Resize(fyne.NewSize(900, 20))
	objects := test.WidgetRenderer(x).Objects()
	_, _, inks := drawn(objects)
	if inks["until May"] != p.OnMark {
		t.Errorf("marked words are in %v", inks["until May"])
	}
	grounds, unders := map[color.Color]int{}, map[color.Color]int{}
	for _, o := range objects {
		if r, ok := o.(*canvas.Rectangle); ok && r.Size().Height == look.TextLine {
			grounds[r.FillColor]++
		} else if ok && r.Size().Height == underline {
			unders[r.FillColor]++
		}
		if w, ok := o.(*canvas.Text); ok && w.TextStyle.Bold != (w.Text == "criticised") {
			t.Errorf("%q is bold: %v", w.Text, w.TextStyle.Bold)
		}
	}
	if len(grounds) != 1 || grounds[p.Mark] != 1 {
		t.Errorf("the mark is one stretch of %v: %v", p.Mark, grounds)
	}
	if len(unders) != 3 || unders[p.Person] != 1 || unders[p.Organisation] != 1 || unders[p.Measure] != 1 {
		t.Errorf("names are underlined in %v", unders)
	}
}

func TestTextEndsInDotsWhereItIsCut(t *testing.T) {
	inLight(t)
	style := quoteStyle
	style.Most = 2
	x := NewText(vossContent(), style)
	x.Resize(fyne.NewSize(160, 60))
	words, _, _ := drawn(test.WidgetRenderer(x).Objects())
	if len(words) != 2 || strings.Contains(words[0], "…") || !strings.HasSuffix(words[1], "…") {
		t.Errorf("two lines, the second with dots: %q", words)
	}
	if x.HeightFor(160) != 2*look.TextLine {
		t.Errorf("the height is %g", x.HeightFor(160))
	}
}

func TestShapesOfKinds(t *testing.T) {
	for _, c := range []struct {
		kind graphmodel.Kind
		ok   func(fyne.CanvasObject) bool
	}{
		{graphmodel.Person, func(o fyne.CanvasObject) bool { _, ok := o.(*canvas.Circle); return ok }},
		{graphmodel.Organisation, func(o fyne.CanvasObject) bool { _, ok := o.(*canvas.Rectangle); return ok }},
		{graphmodel.Country, func(o fyne.CanvasObject) bool { p, ok := o.(*canvas.Polygon); return ok && p.Sides == 6 }},
		{graphmodel.Measure, func(o fyne.CanvasObject) bool { p, ok := o.(*canvas.Polygon); return ok && p.Sides == 4 }},
	} {
		if !c.ok(Shape(c.kind, color.Black)) {
			t.Errorf("%s has another shape", c.kind)
		}
	}
}

// middleOf is the place in the middle of a name.
func middleOf(t *testing.T, s *setting, id string) fyne.Position {
	t.Helper()
	for _, l := range s.lines {
		for _, p := range pieces(s.content, l, s.of) {
			if p.name >= 0 && s.content.Names[p.name].ID == id {
				return fyne.NewPos(p.x+p.w/2, l.y+s.style.Line/2)
			}
		}
	}
	t.Fatalf("%s is not in the text", id)
	return fyne.Position{}
}

func TestClickOnANameReportsIt(t *testing.T) {
	inLight(t)
	x := NewText(vossContent(), quoteStyle)
	x.Resize(fyne.NewSize(160, 200))
	test.WidgetRenderer(x)
	var got []string
	x.OnName = func(id string) { got = append(got, id) }
	for _, id := range []string{"ban", "board", "voss"} {
		at := middleOf(t, &x.setting, id)
		test.TapAt(x, at)
		x.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		if x.Cursor() != desktop.PointerCursor {
			t.Errorf("over %s there is no hand", id)
		}
	}
	beside := fyne.NewPos(159, look.TextLine/2)
	test.TapAt(x, beside)
	test.TapAt(x, fyne.NewPos(5, 5000))
	if strings.Join(got, " ") != "ban board voss" {
		t.Errorf("reported %v", got)
	}
	x.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: beside}})
	if x.Cursor() != desktop.DefaultCursor {
		t.Error("beside the words there is a hand")
	}
	rest := 0
	x.OnTapped = func() { rest++ }
	test.TapAt(x, beside)
	if rest != 1 || len(got) != 3 {
		t.Errorf("a click elsewhere reports itself: %d, %v", rest, got)
	}
}

// longText is an article of many paragraphs.
func longText() string {
	var b strings.Builder
	for range 200 {
		b.WriteString(voss + "\n\n")
	}
	return b.String()
}

func TestPageBringsAByteIntoSight(t *testing.T) {
	inLight(t)
	text := longText()
	mark := Span{len(text) / 2, len(text)/2 + 30}
	p := NewPage(Style{Size: look.Article, Line: look.ArticleLine, Gap: 8})
	p.SetContent(Content{Text: text, Mark: []Span{mark}})
	p.Bring(mark.Start) // before it has a size
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(372, 500))
	if !p.InSight(mark.Start) || p.InSight(0) || p.InSight(len(text)-3) {
		t.Errorf("the page stands at %g", p.scroll.Offset.Y)
	}
	if n := len(test.WidgetRenderer(p.sheet).Objects()); n == 0 || n > 200 {
		t.Errorf("%d objects are drawn for a page of 20 lines", n)
	}
	if n := len(test.WidgetRenderer(p).Objects()); n != 2 {
		t.Errorf("%d objects: the page and one tick were to be there", n)
	}
	for _, at := range []int{0, len(text) - 3, mark.Start} {
		p.Bring(at)
		if !p.InSight(at) {
			t.Errorf("byte %d is out of sight at %g", at, p.scroll.Offset.Y)
		}
	}
	w.Resize(fyne.NewSize(600, 400))
	if !p.InSight(mark.Start) {
		t.Error("another width moves the page away")
	}
	p.SetContent(Content{Text: voss})
	if p.scroll.Offset.Y != 0 {
		t.Error("another text starts at its top")
	}
}

func TestClickOnANameOfAPage(t *testing.T) {
	inLight(t)
	p := NewPage(Style{Size: look.Article, Line: look.ArticleLine})
	p.SetContent(vossContent())
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(372, 500))
	got := ""
	p.OnName = func(id string) { got += id }
	at := middleOf(t, &p.sheet.setting, "board").AddXY(sidePad, topPad)
	test.TapAt(p.sheet, at)
	test.TapAt(p.sheet, fyne.NewPos(2, 2))
	if got != "board" {
		t.Errorf("reported %q", got)
	}
	p.sheet.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if p.sheet.Cursor() != desktop.PointerCursor {
		t.Error("over a name there is no hand")
	}
	p.sheet.MouseOut()
	if p.sheet.Cursor() != desktop.DefaultCursor {
		t.Error("the hand stays")
	}
}
