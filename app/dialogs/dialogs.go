// Package dialogs holds what opens over the window: pasting text, renaming,
// choosing another thing, exporting a picture, the list of what went wrong,
// the list of keys.
//
// A dialog asks and reports. It refuses to change the project.
package dialogs

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
)

// Dialog is one that is open.
type Dialog struct {
	pop    *widget.PopUp
	canvas fyne.Canvas
	keys   func(*fyne.KeyEvent) // what took the keys before
	closed func()
}

// Close closes the dialog.
func (d *Dialog) Close() {
	if d.pop == nil {
		return
	}
	d.pop.Hide()
	d.pop = nil
	d.canvas.SetOnTypedKey(d.keys)
	if d.closed != nil {
		d.closed()
	}
}

// frame opens a dialog: a head with a cross, a body, and buttons at the foot.
func frame(c fyne.Canvas, title string, size fyne.Size, body, foot fyne.CanvasObject) *Dialog {
	d := &Dialog{canvas: c}
	cross := controls.NewIconButton("close", "", nil, d.Close)
	head := container.New(controls.Insets(8, 10, 8, 20), controls.Across(8, 0,
		controls.NewWords(title, look.LinkEnd, theme.ColorNameForeground).Strong(), cross))
	parts := []fyne.CanvasObject{head, controls.Rule(), body, controls.Rule(), container.New(controls.Insets(12, 20, 12, 20), foot)}
	content := container.New(&window{size}, parts...)
	d.pop = widget.NewModalPopUp(content, c)
	d.keys = c.OnTypedKey()
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			d.Close()
		}
	})
	d.pop.Show()
	return d
}

// window gives the body what head and foot leave.
type window struct{ wish fyne.Size }

func (w *window) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	rest := size.Height
	for n, o := range objects {
		if n != 2 {
			rest -= w.high(n, o, size.Width)
		}
	}
	for n, o := range objects {
		h := rest
		if n != 2 {
			h = w.high(n, o, size.Width)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}

func (w *window) high(n int, o fyne.CanvasObject, width float32) float32 {
	if n == 1 || n == 3 {
		return 1
	}
	return controls.HeightOf(o, width)
}

// MinSize is the size wished for, but no larger than the smallest window.
func (w *window) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := w.wish
	if size.Height == 0 {
		for n, o := range objects {
			size.Height += w.high(n, o, size.Width)
		}
	}
	return size
}

// room is the size of a dialog that wants to be this large, in a window.
func room(c fyne.Canvas, width, height float32) fyne.Size {
	return fyne.NewSize(min(width, c.Size().Width-48), min(height, c.Size().Height-48))
}

// buttons are the buttons at the foot, at the right.
func buttons(all ...fyne.CanvasObject) fyne.CanvasObject {
	return controls.Across(8, 0, append([]fyne.CanvasObject{controls.Space(1, 1)}, all...)...)
}

// field is an entry that Escape closes the dialog from, and Enter confirms.
type field struct {
	widget.Entry
	escape func()
}

func newField(hint string) *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = hint
	return f
}

func newText(hint string) *field {
	f := newField(hint)
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	return f
}

func (f *field) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && f.escape != nil {
		f.escape()
		return
	}
	f.Entry.TypedKey(k)
}

// paragraph is a sentence or more in the body of a dialog.
func paragraph(text string) fyne.CanvasObject {
	return marked.NewText(marked.Content{Text: text}, marked.Style{Size: look.Text, Line: look.TextLine, Gap: 8})
}

// body keeps the room of a dialog around its content.
func body(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(controls.Insets(14, 20, 16, 20), o)
}

// Answer is one answer to a question.
type Answer struct {
	Text string
	Do   func()
}

// Ask asks a question with these answers beside "Cancel"; Enter gives the
// first.
func Ask(c fyne.Canvas, title, text string, answers ...Answer) *Dialog {
	var d *Dialog
	row := []fyne.CanvasObject{controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })}
	var first *controls.Button
	for n, a := range slices.Backward(answers) {
		weight := controls.Usual
		if n == 0 {
			weight = controls.Main
		}
		first = controls.NewButton(weight, "", a.Text, func() { d.Close(); a.Do() })
		row = append(row, first)
	}
	d = frame(c, title, fyne.NewSize(room(c, 440, 0).Width, 0), body(paragraph(text)), buttons(row...))
	c.Focus(first)
	return d
}

// Problems lists what went wrong, in plain sentences.
func Problems(c fyne.Canvas, title string, sentences []string) *Dialog {
	var d *Dialog
	rows := controls.Column(10)
	for _, s := range sentences {
		rows.Add(controls.Across(10, 1, controls.Picture("warning", 16), paragraph(s)))
	}
	scroll := controls.NewScrolled()
	scroll.Set(true, body(rows))
	ok := controls.NewButton(controls.Main, "", "Close", func() { d.Close() })
	size := room(c, 560, 400)
	size.Height = min(size.Height, controls.HeightOf(body(rows), size.Width)+104)
	d = frame(c, title, size, scroll, buttons(ok))
	c.Focus(ok)
	return d
}

// Rename asks for the name of a thing.
func Rename(c fyne.Canvas, name string, done func(name string)) *Dialog {
	return Name(c, "Rename", "Rename", name, func(text string) {
		if text != name {
			done(text)
		}
	})
}

// Name asks for a name and offers one; answer stands on the button that takes
// it.
func Name(c fyne.Canvas, title, answer, name string, done func(name string)) *Dialog {
	var d *Dialog
	f := newField("")
	f.SetText(name)
	take := func(text string) {
		d.Close()
		if text = strings.TrimSpace(text); text != "" {
			done(text)
		}
	}
	f.OnSubmitted = take
	f.escape = func() { d.Close() }
	ok := controls.NewButton(controls.Main, "", answer, func() { take(f.Text) })
	no := controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })
	d = frame(c, title, fyne.NewSize(room(c, 400, 0).Width, 0), body(f), buttons(no, ok))
	c.Focus(f)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	return d
}

// Key is a line of the list of keys.
type Key struct{ Keys, Does string }

// Keys lists what keys and mouse do.
func Keys(c fyne.Canvas, all []Key) *Dialog {
	var d *Dialog
	rows := controls.Column(2)
	for _, k := range all {
		rows.Add(keyRow(k))
	}
	scroll := controls.NewScrolled()
	scroll.Set(true, body(rows))
	ok := controls.NewButton(controls.Main, "", "Close", func() { d.Close() })
	d = frame(c, "Keys and mouse", room(c, 520, 600), scroll, buttons(ok))
	c.Focus(ok)
	return d
}

func keyRow(k Key) fyne.CanvasObject {
	if k.Keys == "" {
		return container.New(controls.Insets(10, 0, 4, 0), controls.Heading(k.Does))
	}
	keys := controls.NewWords(k.Keys, look.Text, look.ColorInk2)
	return container.New(keyed{}, keys, controls.Plain(k.Does).Cut())
}

// keyed is a line of the list: the keys, and what they do.
type keyed struct{}

func (keyed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const left = 190
	objects[0].Resize(fyne.NewSize(left-8, size.Height))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left, size.Height))
}

func (keyed) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 24) }
