package app

import (
	"fyne.io/fyne/v2"

	"byline/app/look"
	"byline/app/look/controls"
)

// frame is the layout of the main window. Where the window is too narrow for
// a canvas of 480 it makes room in this order: the left panel becomes a rail,
// the details get narrower, reader and details share a column with tabs.
type frame struct {
	toolbar, left, rail, canvas, reader, details, tabs, table, strip fyne.CanvasObject
	page                                                             fyne.CanvasObject    // over everything between toolbar and strip, while it is shown
	lines                                                            [4]fyne.CanvasObject // left of canvas, reader, details; over the table

	readerOpen bool
	tableOpen  bool
	leftFolded bool // by hand
	leftOver   bool // opened over the canvas while it is a rail
	tab        tab
	// arranged is called when what is shown has changed with the room.
	arranged func(plan)
}

type tab int

const (
	tabDetails tab = iota
	tabReader
)

// plan is how the room is shared out.
type plan struct {
	left, reader, details float32
	rail, shared          bool
}

const line float32 = 1

// planFor shares out a width.
func planFor(width float32, readerOpen, leftFolded bool) plan {
	p := plan{left: look.LeftWide, details: look.Details}
	if readerOpen {
		p.reader = look.Reader
	}
	rest := func() float32 { return width - p.left - p.reader - p.details - 3*line }
	if leftFolded || rest() < look.CanvasLeast {
		p.left, p.rail = look.LeftRail, true
	}
	if rest() < look.CanvasLeast {
		p.details = look.DetailsLow
	}
	if readerOpen && rest() < look.CanvasLeast {
		p.reader, p.details, p.shared = 0, look.Details, true
		if rest() < look.CanvasLeast {
			p.details = look.DetailsLow
		}
	}
	return p
}

const tabsHeight float32 = 34

// Layout puts every part in its place.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := planFor(size.Width, f.readerOpen, f.leftFolded)
	top, bottom := look.Toolbar, size.Height-look.Strip
	high := bottom - top
	put(f.toolbar, 0, 0, size.Width, look.Toolbar)
	put(f.strip, 0, bottom, size.Width, look.Strip)
	if f.cover(size) {
		return
	}
	controls.Show(f.table, f.tableOpen)
	controls.Show(f.lines[3], f.tableOpen)
	if f.tableOpen {
		bottom -= min(look.Table, high/2)
		high = bottom - top
		put(f.lines[3], 0, bottom, size.Width, line)
		put(f.table, 0, bottom+line, size.Width, size.Height-look.Strip-bottom-line)
	}

	over := p.rail && f.leftOver
	controls.Show(f.rail, p.rail && !over)
	controls.Show(f.left, !p.rail || over)
	put(f.rail, 0, top, look.LeftRail, high)
	put(f.left, 0, top, look.LeftWide, high)
	put(f.lines[0], p.left, top, line, high)
	if over {
		put(f.lines[0], look.LeftWide, top, line, high)
	}

	x := size.Width - p.details
	put(f.lines[2], x-line, top, line, high)
	inTop := top
	controls.Show(f.tabs, p.shared)
	if p.shared {
		put(f.tabs, x, top, p.details, tabsHeight)
		inTop += tabsHeight
	}
	controls.Show(f.details, !p.shared || f.tab == tabDetails)
	controls.Show(f.reader, f.readerOpen && (!p.shared || f.tab == tabReader))
	put(f.details, x, inTop, p.details, bottom-inTop)
	right := x - line
	controls.Show(f.lines[1], f.readerOpen && !p.shared)
	switch {
	case p.shared:
		put(f.reader, x, inTop, p.details, bottom-inTop)
	case f.readerOpen:
		right -= p.reader + line
		put(f.lines[1], right, top, line, high)
		put(f.reader, right+line, top, p.reader, high)
	}
	put(f.canvas, p.left+line, top, right-p.left-line, high)
	if f.arranged != nil {
		f.arranged(p)
	}
}

// cover lays the page over everything else, if it is open. What lies below is
// hidden, so that it takes no clicks.
func (f *frame) cover(size fyne.Size) bool {
	if !f.page.Visible() {
		for _, o := range []fyne.CanvasObject{f.canvas, f.lines[0], f.lines[2]} {
			controls.Show(o, true)
		}
		return false
	}
	for _, o := range []fyne.CanvasObject{f.canvas, f.left, f.rail, f.reader, f.details, f.tabs, f.table, f.lines[0], f.lines[1], f.lines[2], f.lines[3]} {
		controls.Show(o, false)
	}
	put(f.page, 0, look.Toolbar, size.Width, size.Height-look.Toolbar-look.Strip)
	return true
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

// MinSize is the smallest window, without the menu.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.WindowWidth, look.WindowHeight-look.Menu)
}
