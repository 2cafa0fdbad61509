// Package search is the find box and the list of what it found. It refuses to
// search: it reports the words and gets the results.
package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/graphmodel"
)

// Result is one line of the list.
type Result struct {
	// Kind is the kind of the thing found; empty for a sentence.
	Kind graphmodel.Kind
	// Text is what matched, the match in bold; Note is what it belongs to.
	Text marked.Content
	Note string
}

// Box is the find box.
type Box struct {
	widget.BaseWidget
	// OnWords is called as words are typed; it answers with List.
	OnWords func(words string)
	// OnChoose is called with the index of the result chosen.
	OnChoose func(index int)
	// OnDone is called when the box is left.
	OnDone func()

	entry   *entry
	list    *list
	layer   *fyne.Container
	results []Result
	current int
}

// New returns an empty box.
func New() *Box {
	b := &Box{}
	b.ExtendBaseWidget(b)
	b.entry = &entry{box: b}
	b.entry.ExtendBaseWidget(b.entry)
	b.entry.PlaceHolder = longHint
	b.entry.Icon = look.NewIcon("search", look.ColorInk2)
	b.entry.ActionItem = container.New(controls.Inset(7, 6), controls.KeyHint("Ctrl F"))
	b.entry.OnChanged = func(words string) { b.OnWords(words) }
	b.list = newList(b)
	b.layer = container.New(&below{b}, newCatcher(b.Close), b.list)
	b.layer.Hide()
	return b
}

// CreateRenderer shows the box.
func (b *Box) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.entry) }

// Layer is what belongs over the window's content: the list of results.
func (b *Box) Layer() fyne.CanvasObject { return b.layer }

const (
	longHint  = "Find a name, a word, a sentence"
	shortHint = "Find"
	hintFrom  = 280 // width from which the long hint has room
)

// Resize changes to the hint that has room.
func (b *Box) Resize(size fyne.Size) {
	hint := longHint
	if size.Width < hintFrom {
		hint = shortHint
	}
	if hint != b.entry.PlaceHolder {
		b.entry.SetPlaceHolder(hint)
	}
	b.BaseWidget.Resize(size)
}

// Focus puts the keys into the box and selects what stands there.
func (b *Box) Focus(c fyne.Canvas) {
	c.Focus(b.entry)
	b.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// List lists results for the words in the box. none is said if there are none.
func (b *Box) List(results []Result, none string) {
	b.results, b.current = results, 0
	if b.entry.Text == "" {
		b.layer.Hide()
		return
	}
	b.list.set(none)
	b.layer.Show()
	b.layer.Refresh()
}

// Close hides the list.
func (b *Box) Close() {
	b.layer.Hide()
	b.OnDone()
}

// Clear empties the box and hides the list.
func (b *Box) Clear() {
	b.entry.SetText("")
	b.Close()
}

func (b *Box) choose(index int) {
	if index < 0 || index >= len(b.results) {
		return
	}
	b.layer.Hide()
	b.OnChoose(index)
}

func (b *Box) step(by int) {
	if n := len(b.results); n > 0 {
		b.current = (b.current + by + n) % n
		b.list.mark()
	}
}

// entry is the field; it hands the keys of the list on.
type entry struct {
	widget.Entry
	box *Box
}

func (e *entry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.box.Clear()
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.box.layer.Visible() {
			e.box.choose(e.box.current)
		} else if e.Text != "" {
			e.box.OnWords(e.Text)
		}
	case fyne.KeyDown:
		e.box.step(1)
	case fyne.KeyUp:
		e.box.step(-1)
	default:
		e.Entry.TypedKey(k)
	}
}

// catcher takes clicks beside the list and closes it.
type catcher struct {
	widget.BaseWidget
	caught func()
}

func newCatcher(caught func()) *catcher {
	c := &catcher{caught: caught}
	c.ExtendBaseWidget(c)
	return c
}

func (c *catcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(controls.Space(1, 1))
}
func (c *catcher) Tapped(*fyne.PointEvent)          { c.caught() }
func (c *catcher) TappedSecondary(*fyne.PointEvent) { c.caught() }
func (c *catcher) MouseIn(*desktop.MouseEvent)      {}
func (c *catcher) MouseMoved(*desktop.MouseEvent)   {}
func (c *catcher) MouseOut()                        {}

// below puts the list under the box and the catcher over everything below.
type below struct{ box *Box }

const (
	listWidth float32 = 420
	listMost  float32 = 420
)

func (l *below) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(l.box).Subtract(driver.AbsolutePositionForObject(l.box.layer))
	top := at.Y + l.box.Size().Height + 4
	objects[0].Move(fyne.NewPos(0, top))
	objects[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-top)))
	w := min(max(listWidth, l.box.Size().Width), size.Width-16)
	objects[1].Resize(fyne.NewSize(w, min(l.box.list.wish(), listMost, size.Height-top-8)))
	objects[1].Move(fyne.NewPos(max(8, min(at.X+l.box.Size().Width/2-w/2, size.Width-w-8)), top))
}

func (l *below) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
