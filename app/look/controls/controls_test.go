package controls

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/marked"
	"byline/graphmodel"
)

// long is text that needs more height where it gets less width.
func long() fyne.CanvasObject {
	return marked.NewText(marked.Content{Text: strings.Repeat("the harbour board met again ", 6)}, marked.Style{Size: look.Text, Line: look.TextLine})
}

func TestButton(t *testing.T) {
	count := 0
	b := NewButton(Usual, "pin", "Pin", func() { count++ })
	w := shown(t, b, 200, 40)
	other := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { other++ })
	for _, step := range []struct {
		name  string
		do    func()
		count int
		other int
	}{
		{"a click", func() { test.Tap(b) }, 1, 0},
		{"Space", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) }, 2, 0},
		{"Return", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, 3, 0},
		{"Enter", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter}) }, 4, 0},
		{"another key is the window's", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, 4, 1},
		{"a letter", func() { b.TypedRune('p') }, 4, 1},
		{"a click while disabled", func() { b.SetEnabled(false); test.Tap(b) }, 4, 1},
		{"Space while disabled", func() { b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) }, 4, 1},
		{"a click once enabled", func() { b.SetEnabled(true); test.Tap(b) }, 5, 1},
	} {
		step.do()
		if count != step.count || other != step.other {
			t.Fatalf("%s: pressed %d times, want %d; the window got %d keys, want %d", step.name, count, step.count, other, step.other)
		}
	}
}

func TestButtonLooks(t *testing.T) {
	b := NewButton(Main, "", "Read", nil)
	shown(t, b, 100, 30)
	p := look.For(false)
	r := test.WidgetRenderer(b).(*buttonRenderer)
	if !near(r.ground.FillColor, p.Primary) || !near(r.text.Color, p.OnPrimary) {
		t.Errorf("the main button is %v on %v", r.text.Color, r.ground.FillColor)
	}
	b.SetEnabled(false)
	if !near(r.ground.FillColor, p.Button) || !near(r.text.Color, p.Disabled) {
		t.Errorf("disabled, it is %v on %v", r.text.Color, r.ground.FillColor)
	}
	b.SetEnabled(true)
	b.FocusGained()
	if r.ground.StrokeWidth != 2 {
		t.Error("the focus is not to be seen")
	}
	b.FocusLost()
	if r.ground.StrokeWidth != 0 {
		t.Error("the focus stays")
	}
	tapped := b.OnTapped
	b.Tapped(nil) // no callback, no harm
	if tapped != nil {
		t.Error("there was a callback")
	}
}

func TestButtonWithoutWordsIsSquare(t *testing.T) {
	b := NewButton(Quiet, "pin", "Pin", nil)
	shown(t, b, 100, 30)
	wide := b.MinSize().Width
	b.SetWordless(true)
	if m := b.MinSize(); m.Width != m.Height || m.Width >= wide {
		t.Errorf("without words it is %v, with them %g wide", m, wide)
	}
	b.SetWordless(false)
	b.SetText("Let go of it")
	if b.MinSize().Width <= wide {
		t.Error("longer words are wider")
	}
	only := NewButton(Quiet, "", "Pin", nil)
	only.SetWordless(true)
	if only.MinSize().Width == only.MinSize().Height {
		t.Error("a button without an icon keeps its words")
	}
}

func TestTick(t *testing.T) {
	var got []bool
	tick := NewTick(true, func(on bool) { got = append(got, on) })
	w := shown(t, tick, 30, 30)
	window := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { window++ })
	test.Tap(tick)
	tick.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	tick.Set(false) // without a report
	tick.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if want := []bool{false, true}; !reflect.DeepEqual(got, want) || tick.On() || window != 1 {
		t.Errorf("reported %v, ticked: %v, the window got %d keys", got, tick.On(), window)
	}
	r := test.WidgetRenderer(tick).(*tickRenderer)
	if !r.sign.Hidden {
		t.Error("an empty box shows a tick")
	}
	tick.Set(true)
	if r.sign.Hidden || !r.dot.Hidden {
		t.Error("a ticked box shows a tick and no dot")
	}
}

func TestChoice(t *testing.T) {
	var got []int
	c := NewChoice(3, 1, func(i int) { got = append(got, i) })
	shown(t, c.Ring(0), 30, 30)
	rings := func() (on []bool) {
		for i := range 3 {
			on = append(on, c.Ring(i).On())
		}
		return on
	}
	if want := []bool{false, true, false}; !reflect.DeepEqual(rings(), want) || c.Chosen() != 1 {
		t.Errorf("at first %v", rings())
	}
	c.Ring(2).Tapped(nil)
	c.Ring(2).Tapped(nil) // a filled ring stays filled, and says nothing
	if want := []bool{false, false, true}; !reflect.DeepEqual(rings(), want) || c.Chosen() != 2 {
		t.Errorf("after a click %v", rings())
	}
	c.Choose(0)
	if want := []int{2, 0}; !reflect.DeepEqual(got, want) {
		t.Errorf("reported %v, want %v", got, want)
	}
}

func TestRow(t *testing.T) {
	var got []string
	r := NewRow(28, Plain("Ana Voss"), func() { got = append(got, "once") })
	clock := time.Date(2025, 3, 31, 9, 0, 0, 0, time.UTC)
	r.now = func() time.Time { return clock }
	shown(t, r, 200, 28)
	r.Tapped(nil)
	r.Tapped(nil) // without OnDouble, two clicks are two clicks
	r.OnDouble = func() { got = append(got, "twice") }
	clock = clock.Add(doubleClick)
	r.Tapped(nil)
	r.Tapped(nil)
	clock = clock.Add(doubleClick)
	r.Tapped(nil)
	r.TappedSecondary(&fyne.PointEvent{}) // no menu, no harm
	r.OnMenu = func(at fyne.Position) {
		if at == fyne.NewPos(7, 8) {
			got = append(got, "menu")
		}
	}
	r.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(7, 8)})
	if want := []string{"once", "once", "once", "twice", "once", "menu"}; !reflect.DeepEqual(got, want) {
		t.Errorf("reported %v, want %v", got, want)
	}
}

func TestRowLooks(t *testing.T) {
	r := NewRow(28, Plain("Ana Voss"), func() {})
	shown(t, r, 200, 28)
	wash := test.WidgetRenderer(r).(*rowRenderer).wash
	if _, _, _, alpha := wash.FillColor.RGBA(); alpha != 0 {
		t.Error("a row at rest has a ground")
	}
	r.MouseIn(nil)
	if _, _, _, alpha := wash.FillColor.RGBA(); alpha == 0 {
		t.Error("a row under the pointer has none")
	}
	r.MouseOut()
	r.SetSelected(true)
	if !near(wash.FillColor, look.For(false).Sel) {
		t.Errorf("the selected row is on %v", wash.FillColor)
	}
	if wash.Size().Width != r.Size().Width+2*r.Bleed {
		t.Errorf("the ground is %g wide, the row %g", wash.Size().Width, r.Size().Width)
	}
}

// tallest is how far down the objects of a container reach.
func tallest(objects []fyne.CanvasObject) float32 {
	h := float32(0)
	for _, o := range objects {
		if o.Visible() {
			h = max(h, o.Position().Y+o.Size().Height)
		}
	}
	return h
}

func TestHeightsAreWhatIsLaidOut(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	hidden := Plain("hidden")
	hidden.Hide()
	for name, make := range map[string]func() *fyne.Container{
		"column": func() *fyne.Container { return Column(6, long(), hidden, Plain("below"), NewRow(44, long(), nil)) },
		"across": func() *fyne.Container {
			return Across(8, 1, KindShape(graphmodel.Person), long(), hidden, Plain("right"))
		},
		"flow": func() *fyne.Container {
			return Flow(8, NewButton(Usual, "", "Copy", nil), hidden, NewButton(Usual, "", "Reject", nil), NewButton(Usual, "", "Show more", nil))
		},
		"quoted":  func() *fyne.Container { return Quoted(Bar(graphmodel.StatusAlleged), long(), long()) },
		"in room": func() *fyne.Container { return Column(0, Padded(Across(4, 0, long()), 5, 7)) },
		"edged":   func() *fyne.Container { return Edged(long()).(*fyne.Container) },
		"fact":    func() *fyne.Container { return Fact("Names", long()).(*fyne.Container) },
	} {
		before := float32(0)
		for _, width := range []float32{600, 300, 180, 130} {
			c := make()
			h := HeightOf(c, width)
			c.Resize(fyne.NewSize(width, h))
			if got := tallest(c.Objects); got < h-0.01 || got > h+0.01 {
				t.Errorf("%s at %g says %g, and reaches down to %g", name, width, h, got)
			}
			if h < before {
				t.Errorf("%s is %g high at %g, and was higher where it was wider", name, h, width)
			}
			before = h
		}
		if wide := HeightOf(make(), 600); before <= wide {
			t.Errorf("%s is as high where it is narrow", name)
		}
	}
}

func TestAcrossGivesTheRestToOne(t *testing.T) {
	shown(t, Space(1, 1), 10, 10)
	a, b, c := Space(20, 10), Space(30, 20), Space(40, 10)
	for _, x := range []struct {
		wide   int
		widths []float32
	}{{1, []float32{20, 120, 40}}, {0, []float32{110, 30, 40}}, {-1, []float32{20, 30, 40}}} {
		row := Across(10, x.wide, a, b, c)
		row.Resize(fyne.NewSize(200, 40))
		if got := []float32{a.Size().Width, b.Size().Width, c.Size().Width}; !reflect.DeepEqual(got, x.widths) {
			t.Errorf("wide %d: widths %v, want %v", x.wide, got, x.widths)
		}
		if a.Position().Y != 15 || b.Position().Y != 10 {
			t.Errorf("objects stand in the middle of the height: %g, %g", a.Position().Y, b.Position().Y)
		}
	}
}

func TestWordsEndInDotsWhereTheyDoNotFit(t *testing.T) {
	w := Plain("The Harbour Board of the town").Cut()
	shown(t, w, 10, 10)
	for _, width := range []float32{30, 80, 120, 160} {
		w.Resize(fyne.NewSize(width, 20))
		text := test.WidgetRenderer(w).Objects()[0].(*canvas.Text)
		if !strings.HasSuffix(text.Text, "…") || !strings.HasPrefix(w.Text(), strings.TrimSuffix(text.Text, "…")) || text.MinSize().Width > width {
			t.Errorf("at %g it shows %q, %g wide", width, text.Text, text.MinSize().Width)
		}
	}
	w.Resize(fyne.NewSize(400, 20))
	if got := test.WidgetRenderer(w).Objects()[0].(*canvas.Text).Text; got != w.Text() {
		t.Errorf("where there is room it shows %q", got)
	}
}

func TestScrolledBringsARowIntoSight(t *testing.T) {
	s := NewScrolled()
	var rows []fyne.CanvasObject
	for range 30 {
		rows = append(rows, NewRow(28, Plain("row"), nil))
	}
	s.Set(true, rows...)
	shown(t, s, 200, 140)
	for _, c := range []struct {
		row  int
		want float32
	}{{0, 0}, {4, 0}, {5, 28}, {29, 30*28 - 140}, {26, 30*28 - 140}, {10, 280}} {
		s.Bring(rows[c.row])
		if got := s.scroll.Offset.Y; got != c.want {
			t.Errorf("row %d in sight at %g, want %g", c.row, got, c.want)
		}
	}
	s.Set(true, rows[:2]...)
	if s.scroll.Offset.Y != 0 {
		t.Error("other rows start at the top")
	}
}

func TestProgressFillsUp(t *testing.T) {
	p := NewProgress()
	shown(t, p, 200, 4)
	for _, c := range []struct{ part, want float32 }{{0.25, 50}, {2, 200}, {-1, 0}} {
		p.Set(c.part)
		if got := test.WidgetRenderer(p).(*progressRenderer).fill.Size().Width; got != c.want {
			t.Errorf("a part of %g is %g wide, want %g", c.part, got, c.want)
		}
	}
}

func TestStatusesHaveOnePatternEach(t *testing.T) {
	shown(t, Space(1, 1), 10, 10)
	seen := map[string]graphmodel.Status{}
	for _, s := range graphmodel.Statuses() {
		svg := statusSVG(s, "#111111", "#ffffff")
		if other, ok := seen[svg]; ok {
			t.Errorf("%s looks like %s", s, other)
		}
		seen[svg] = s
	}
	for _, c := range []struct {
		status graphmodel.Status
		bars   int
	}{{graphmodel.StatusStated, 1}, {graphmodel.StatusAttributed, 5}, {graphmodel.StatusAlleged, 10}, {graphmodel.StatusPlanned, 7}} {
		b := Bar(c.status)
		b.Resize(fyne.NewSize(2, 60))
		if got := len(test.WidgetRenderer(b.(fyne.Widget)).Objects()); got != c.bars {
			t.Errorf("the bar of %s has %d dashes, want %d", c.status, got, c.bars)
		}
	}
}

func TestTipsStayInTheWindow(t *testing.T) {
	tips := NewTips()
	b := NewIconButton("pin", "Pin this thing", tips, nil)
	shown(t, container.NewWithoutLayout(b, tips.Layer()), 300, 100)
	tips.layer.Resize(fyne.NewSize(300, 100))
	b.Resize(fyne.NewSize(30, 30))
	for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 270, Y: 0}, {X: 270, Y: 70}} {
		b.Move(at)
		tips.put(b, b.tip())
		tip := tips.shown
		p, s := tip.Position(), tip.Size()
		if p.X < 0 || p.Y < 0 || p.X+s.Width > 300 || p.Y+s.Height > 100 {
			t.Errorf("for a button at %v the tip is at %v, %v", at, p, s)
		}
		tips.hide()
		if len(tips.layer.Objects) != 0 {
			t.Error("the tip stays")
		}
	}
}
