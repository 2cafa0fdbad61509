package marked

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

// Page is marked text of any length in a scroll of its own. It draws only the
// lines in sight, so a book costs no more than a note, and it shows at the
// scroll bar where the marked sentences are.
type Page struct {
	widget.BaseWidget

	// OnName is called with the id of the thing whose name was clicked.
	OnName func(id string)

	sheet  *sheet
	scroll *container.Scroll
	want   int // byte to bring into sight once the width is known, or -1
}

// NewPage returns an empty page in a style.
func NewPage(style Style) *Page {
	p := &Page{want: -1}
	p.sheet = &sheet{setting: setting{style: style}, page: p, cursor: desktop.DefaultCursor}
	p.sheet.ExtendBaseWidget(p.sheet)
	p.scroll = container.NewVScroll(p.sheet)
	p.scroll.OnScrolled = func(fyne.Position) { p.sheet.Refresh() }
	p.ExtendBaseWidget(p)
	return p
}

// SetContent shows other words, from the top.
func (p *Page) SetContent(c Content) {
	same := c.Text == p.sheet.content.Text
	p.sheet.content = c.tidy()
	p.sheet.broken = 0
	if !same {
		p.scroll.Offset = fyne.Position{}
	}
	p.Refresh()
}

// Bring scrolls so that the byte at lies in the upper third of the page.
func (p *Page) Bring(at int) {
	p.want = at
	p.bring()
}

func (p *Page) bring() {
	if p.want < 0 || p.sheet.broken == 0 || p.scroll.Size().Height <= 0 {
		return
	}
	y := p.sheet.yOf(p.want) - p.scroll.Size().Height/4
	p.want = -1
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(y, p.sheet.tall()-p.scroll.Size().Height))))
	p.sheet.Refresh()
}

// InSight reports whether the byte at is on the part of the page in sight.
func (p *Page) InSight(at int) bool {
	y := p.sheet.yOf(at) - p.scroll.Offset.Y
	return y >= 0 && y+p.sheet.style.Line <= p.scroll.Size().Height
}

// Resize breaks the lines anew if the width is a new one.
func (p *Page) Resize(size fyne.Size) {
	top := 0
	if l := p.sheet.lineAt(p.scroll.Offset.Y - topPad); l < len(p.sheet.lines) && p.scroll.Offset.Y > 0 {
		top = p.sheet.lines[l].Start
	}
	narrow := p.sheet.broken != p.sheet.inner(size.Width)
	p.BaseWidget.Resize(size)
	if narrow && top > 0 && p.want < 0 {
		p.want = top
	}
	p.bring()
}

// CreateRenderer draws the page.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return &pageRenderer{p: p}
}

type pageRenderer struct {
	p     *Page
	ticks []fyne.CanvasObject
}

func (r *pageRenderer) Layout(size fyne.Size) {
	r.p.sheet.fit(r.p.sheet.inner(size.Width))
	r.p.scroll.Resize(size)
	r.place()
}
func (r *pageRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 60) }
func (r *pageRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.p.scroll}, r.ticks...)
}
func (r *pageRenderer) Destroy() {}
func (r *pageRenderer) Refresh() {
	r.p.sheet.fit(r.p.sheet.inner(r.p.Size().Width))
	r.place()
	r.p.scroll.Refresh()
	r.p.sheet.Refresh()
	r.p.bring()
}

// place puts the ticks that show beside the scroll bar where the marks are.
func (r *pageRenderer) place() {
	s := r.p.sheet
	r.ticks = nil
	if s.tall() <= r.p.Size().Height || s.tall() == 0 {
		return
	}
	c := look.Now().Amber
	c.A = 0xA0
	for _, spans := range [][]Span{s.content.Mark, s.content.Second} {
		for _, m := range spans {
			t := canvas.NewRectangle(c)
			t.Resize(fyne.NewSize(10, 3))
			t.Move(fyne.NewPos(r.p.Size().Width-10, s.yOf(m.Start)/s.tall()*r.p.Size().Height))
			r.ticks = append(r.ticks, t)
		}
	}
}

// Room around the words of a page.
const (
	topPad  float32 = 16
	sidePad float32 = 16
	barRoom float32 = 16
)

// sheet is the text inside the scroll.
type sheet struct {
	widget.BaseWidget
	setting
	page   *Page
	cursor desktop.Cursor
}

var (
	_ fyne.Tappable      = (*sheet)(nil)
	_ desktop.Hoverable  = (*sheet)(nil)
	_ desktop.Cursorable = (*sheet)(nil)
)

func (s *sheet) inner(width float32) float32 { return max(40, width-sidePad-barRoom) }

func (s *sheet) tall() float32 { return s.height + 2*topPad }

func (s *sheet) yOf(at int) float32 {
	if len(s.lines) == 0 {
		return 0
	}
	i := sort.Search(len(s.lines), func(i int) bool { return s.lines[i].Start > at }) - 1
	return s.lines[max(0, i)].y + topPad
}

func (s *sheet) MinSize() fyne.Size { return fyne.NewSize(40, s.tall()) }

func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{s: s}
	r.Refresh()
	return r
}

func (s *sheet) named(at fyne.Position) string {
	return s.nameAt(at.SubtractXY(sidePad, topPad))
}

func (s *sheet) Tapped(e *fyne.PointEvent) {
	if id := s.named(e.Position); id != "" && s.page.OnName != nil {
		s.page.OnName(id)
	}
}

func (s *sheet) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

func (s *sheet) MouseMoved(e *desktop.MouseEvent) {
	s.cursor = desktop.DefaultCursor
	if s.named(e.Position) != "" {
		s.cursor = desktop.PointerCursor
	}
}

func (s *sheet) MouseOut() { s.cursor = desktop.DefaultCursor }

func (s *sheet) Cursor() desktop.Cursor { return s.cursor }

type sheetRenderer struct {
	s       *sheet
	objects []fyne.CanvasObject
}

func (r *sheetRenderer) Layout(fyne.Size)             { r.Refresh() }
func (r *sheetRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *sheetRenderer) Destroy()                     {}

// Refresh draws the lines in sight and one more on either side.
func (r *sheetRenderer) Refresh() {
	s := r.s
	r.objects = nil
	if len(s.lines) > 0 {
		top := s.page.scroll.Offset.Y
		from := max(0, s.lineAt(top-topPad)-1)
		to := min(len(s.lines), s.lineAt(top+s.page.scroll.Size().Height)+2)
		r.objects = s.draw(from, to)
		for _, o := range r.objects {
			o.Move(o.Position().AddXY(sidePad, topPad))
		}
	}
	canvas.Refresh(s)
}
