package marked

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Text is marked text as high as it needs to be: a quote, a paragraph.
type Text struct {
	widget.BaseWidget
	setting

	// OnName is called with the id of the thing whose name was clicked.
	OnName func(id string)
	// OnTapped is called for a click anywhere else; nil for none.
	OnTapped func()
	cursor   desktop.Cursor
}

var (
	_ fyne.Widget        = (*Text)(nil)
	_ fyne.Tappable      = (*Text)(nil)
	_ desktop.Hoverable  = (*Text)(nil)
	_ desktop.Cursorable = (*Text)(nil)
)

// NewText returns marked text in a style.
func NewText(c Content, style Style) *Text {
	t := &Text{setting: setting{content: c.tidy(), style: style}, cursor: desktop.DefaultCursor}
	t.ExtendBaseWidget(t)
	return t
}

// SetContent shows other words.
func (t *Text) SetContent(c Content) {
	t.content = c.tidy()
	t.broken = 0
	t.Refresh()
}

// HeightFor is the height of the text at a width.
func (t *Text) HeightFor(width float32) float32 {
	t.fit(width)
	return t.height
}

// MinSize is the height that the present width needs. Any width will do.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	width := t.Size().Width
	if width <= 0 {
		return fyne.NewSize(20, t.style.Line)
	}
	return fyne.NewSize(20, t.HeightFor(width))
}

// CreateRenderer draws the text.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{t: t}
	r.Refresh()
	return r
}

// Tapped reports a click on a name, or on anything else.
func (t *Text) Tapped(e *fyne.PointEvent) {
	if id := t.nameAt(e.Position); id != "" && t.OnName != nil {
		t.OnName(id)
	} else if t.OnTapped != nil {
		t.OnTapped()
	}
}

// MouseIn follows the pointer.
func (t *Text) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved shows a hand where a click does something.
func (t *Text) MouseMoved(e *desktop.MouseEvent) {
	t.cursor = desktop.DefaultCursor
	if t.OnTapped != nil || (t.OnName != nil && t.nameAt(e.Position) != "") {
		t.cursor = desktop.PointerCursor
	}
}

// MouseOut ends it.
func (t *Text) MouseOut() { t.cursor = desktop.DefaultCursor }

// Cursor is the shape of the pointer.
func (t *Text) Cursor() desktop.Cursor { return t.cursor }

type textRenderer struct {
	t       *Text
	objects []fyne.CanvasObject
	drawn   float32 // the width that the objects are for
}

func (r *textRenderer) Layout(size fyne.Size) {
	if r.drawn != size.Width {
		r.Refresh()
	}
}
func (r *textRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Refresh() {
	r.t.fit(r.t.Size().Width)
	r.objects, r.drawn = r.t.draw(0, len(r.t.lines)), r.t.broken
}

// setting is content, broken into lines for a width.
type setting struct {
	content Content
	style   Style
	lines   []line
	height  float32
	broken  float32 // the width it was broken for; 0 before the first time
	widths  map[word]float32
}

type word struct {
	text string
	bold bool
}

// fit breaks the lines if the width is a new one.
func (s *setting) fit(width float32) {
	if width == s.broken || width <= 0 {
		return
	}
	s.lines, s.height = breakLines(s.content, s.style, width, s.of)
	s.broken = width
}

// of measures words once each: breaking an article asks for the same ones
// again and again.
func (s *setting) of(text string, bold bool) float32 {
	if len(text) > 64 {
		return fyne.MeasureText(text, s.style.Size, fyne.TextStyle{Bold: bold}).Width
	}
	if w, ok := s.widths[word{text, bold}]; ok {
		return w
	}
	w := fyne.MeasureText(text, s.style.Size, fyne.TextStyle{Bold: bold}).Width
	if s.widths == nil {
		s.widths = map[word]float32{}
	}
	s.widths[word{text, bold}] = w
	return w
}

// lineAt is the index of the line at a height, or of the last one above it.
func (s *setting) lineAt(y float32) int {
	return max(0, sort.Search(len(s.lines), func(i int) bool { return s.lines[i].y > y })-1)
}

// nameAt is the id of the thing named at a place, or empty.
func (s *setting) nameAt(p fyne.Position) string {
	if len(s.lines) == 0 {
		return ""
	}
	l := s.lines[s.lineAt(p.Y)]
	if p.Y < l.y || p.Y >= l.y+s.style.Line {
		return ""
	}
	for _, piece := range pieces(s.content, l, s.of) {
		if piece.name >= 0 && p.X >= piece.x && p.X < piece.x+piece.w {
			return s.content.Names[piece.name].ID
		}
	}
	return ""
}
