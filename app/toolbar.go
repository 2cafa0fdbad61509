package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/panel/search"
	"byline/app/session"
)

// toolbar is the bar over the canvas.
type toolbar struct {
	add, undo, redo, back, forward *controls.Button
	lasso, arrange, review, export *controls.Button
	object                         fyne.CanvasObject
}

func newToolbar(w *window, find *search.Box) *toolbar {
	t := &toolbar{
		add:     controls.NewButton(controls.Usual, "plus", "Add articles", nil),
		undo:    controls.NewIconButton("undo", "Undo", w.tips, w.undo),
		redo:    controls.NewIconButton("redo", "Redo", w.tips, w.redo),
		back:    controls.NewIconButton("back", "Back (Alt Left)", w.tips, w.back),
		forward: controls.NewIconButton("forward", "Forward (Alt Right)", w.tips, w.forward),
		lasso:   controls.NewIconButton("lasso", "Draw a line round what is to be selected (L)", w.tips, w.view.Lasso),
		arrange: controls.NewButton(controls.Quiet, "arrange", "Arrange", w.arrangeByLinks),
		review:  controls.NewButton(controls.Quiet, "review", "Review", w.toggleReview),
		export:  controls.NewButton(controls.Quiet, "picture", "Export picture", w.export),
	}
	t.add.OnTapped = func() { w.popUp(w.addMenu(), t.add) }
	for _, b := range []*controls.Button{t.add, t.arrange, t.review, t.export} {
		b.Tips = w.tips
	}
	left := controls.Across(4, -1, t.add, bar(), t.undo, t.redo, bar(), t.back, t.forward)
	right := controls.Across(4, -1, t.lasso, t.arrange, t.review, bar(), t.export)
	t.object = controls.NewGround(look.ColorChrome, container.New(&toolbarLayout{t}, left, find, right, controls.Rule()))
	return t
}

// bar is an upright line between groups of buttons.
func bar() fyne.CanvasObject {
	return container.New(controls.Inset(0, 5), controls.NewGround("separator", controls.Space(1, 20)))
}

// set shows what undo and redo would do, and whether they can.
func (t *toolbar) set(s session.Snapshot, back, forward bool) {
	t.undo.SetEnabled(s.CanUndo)
	t.undo.SetTip(tipOf("Undo", s.UndoLabel, "Ctrl Z"))
	t.redo.SetEnabled(s.CanRedo)
	t.redo.SetTip(tipOf("Redo", s.RedoLabel, "Ctrl Y"))
	t.back.SetEnabled(back)
	t.forward.SetEnabled(forward)
	t.arrange.SetEnabled(!s.ReadOnly)
	t.add.SetEnabled(!s.ReadOnly)
}

func tipOf(verb, what, keys string) string {
	if what == "" {
		return verb + " (" + keys + ")"
	}
	return verb + ": " + what + " (" + keys + ")"
}

// wordsFrom is the width from which the buttons have words.
const wordsFrom float32 = 1200

// toolbarLayout puts one group left, one right, and the find box in the
// middle of the window as long as there is room.
type toolbarLayout struct{ t *toolbar }

func (l *toolbarLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	narrow := size.Width < wordsFrom
	for _, b := range []*controls.Button{l.t.add, l.t.arrange, l.t.review, l.t.export} {
		b.SetWordless(narrow)
	}
	find := float32(320)
	if narrow {
		find = 200
	}
	left, right := objects[0].MinSize().Width, objects[2].MinSize().Width
	put := func(o fyne.CanvasObject, x, width float32) {
		h := min(o.MinSize().Height, size.Height-8)
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
	}
	put(objects[0], 12, left)
	put(objects[2], size.Width-12-right, right)
	x := (size.Width - find) / 2
	x = max(left+28, min(x, size.Width-right-28-find))
	put(objects[1], x, find)
	objects[3].Resize(fyne.NewSize(size.Width, 1))
	objects[3].Move(fyne.NewPos(0, size.Height-1))
}

func (l *toolbarLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(600, look.Toolbar)
}
