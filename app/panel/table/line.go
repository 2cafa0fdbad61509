package table

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/graphmodel"
)

// most is the largest number of columns of a page.
const most = 7

// line is a row on the screen; the list uses it for one row after the other.
type line struct {
	row   *controls.Row
	share *shares
	cells [most]*field
}

// field is a cell on the screen: a sign, if there is one, and words.
type field struct {
	box    *fyne.Container
	words  *controls.Words
	kind   graphmodel.Kind
	status graphmodel.Status
}

func newField() *field {
	f := &field{words: controls.Plain("").Cut()}
	f.box = controls.Across(8, 1, controls.Space(0, 0), f.words)
	f.box.Objects[0].Hide()
	return f
}

func (f *field) set(c Cell) {
	f.words.SetText(c.Text)
	if f.kind == c.Kind && f.status == c.Status {
		return
	}
	f.kind, f.status = c.Kind, c.Status
	switch {
	case c.Kind != "":
		f.box.Objects[0] = controls.KindShape(c.Kind)
	case c.Status != "":
		f.box.Objects[0] = controls.StatusLine(c.Status, false)
	default:
		f.box.Objects[0] = controls.Space(0, 0)
		f.box.Objects[0].Hide()
	}
	f.box.Refresh()
}

func (t *Table) newLine() fyne.CanvasObject {
	l := &line{share: &shares{}}
	cells := container.New(l.share)
	for i := range l.cells {
		l.cells[i] = newField()
		cells.Add(l.cells[i].box)
	}
	l.row = controls.NewRow(look.Row, cells, nil)
	l.row.Bleed = 0
	t.rows[l.row] = l
	return l.row
}

func (t *Table) fill(n widget.ListItemID, o fyne.CanvasObject) {
	l, p := t.rows[o], t.page()
	if l == nil || n >= len(p.shown) {
		return
	}
	r := p.shown[n]
	for i, f := range l.cells {
		controls.Show(f.box, i < len(r.Cells))
		if i < len(r.Cells) {
			f.set(r.Cells[i])
		}
	}
	if l.share.columns = p.columns; l.row.Size().Width > 0 {
		l.share.place(l.row.Size(), func(i int) fyne.CanvasObject { return l.cells[i].box })
	}
	l.row.SetSelected(t.selected(r))
	l.row.OnTapped = func() { t.OnChoose(r) }
	l.row.OnDouble = func() { t.OnOpen(r) }
}

// heads are the heads of the columns, each a button that sorts.
type heads struct {
	row    *fyne.Container
	share  *shares
	cells  [most]*controls.Row
	words  [most]*controls.Words
	sortBy func(column int)
}

func newHeads(sortBy func(column int)) *heads {
	h := &heads{share: &shares{}, sortBy: sortBy}
	h.row = container.New(h.share)
	for i := range h.cells {
		h.words[i] = controls.Heading("").Cut()
		h.cells[i] = controls.NewRow(look.Row, h.words[i], func() { sortBy(i) })
		h.cells[i].Bleed = 4
		h.row.Add(h.cells[i])
	}
	return h
}

// set shows the heads of a page, and which one it is sorted by.
func (h *heads) set(p *page) {
	h.share.columns = p.columns
	for i := range h.cells {
		controls.Show(h.cells[i], i < len(p.columns))
		if i >= len(p.columns) {
			continue
		}
		text := p.columns[i].head
		if p.by == i && p.down {
			text += " ↓"
		} else if p.by == i {
			text += " ↑"
		}
		h.words[i].SetText(text)
	}
	h.row.Refresh()
}

// shares gives each column its share of the width.
type shares struct{ columns []column }

const gap = 12

func (s *shares) place(size fyne.Size, object func(i int) fyne.CanvasObject) {
	whole := float32(0)
	for _, c := range s.columns {
		whole += c.share
	}
	x := look.Pad
	rest := size.Width - 2*look.Pad - gap*float32(max(0, len(s.columns)-1))
	for i, c := range s.columns {
		o, w := object(i), rest*c.share/whole
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		x += w + gap
	}
}

func (s *shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.place(size, func(i int) fyne.CanvasObject { return objects[i] })
}

func (s *shares) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, look.Row) }

// fixed gives an object its width.
type fixed struct{ width float32 }

func (f fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (f fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, objects[0].MinSize().Height)
}

// stack puts bar and heads over the list, with lines between them.
type stack struct{}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, high := range []float32{objects[0].MinSize().Height, 1, look.Row, 1} {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, high))
		y += high
	}
	objects[4].Move(fyne.NewPos(0, y))
	objects[4].Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

func (stack) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 120) }
