package dialogs

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/graphmodel/article"
)

// Paste asks for the text of an article and for what is known about it. text
// is what stands in the field at first.
func Paste(c fyne.Canvas, text string, done func(text string, meta article.Article)) *Dialog {
	var d *Dialog
	words := newText("Paste the text of an article")
	title, outlet, date := newField("Title, if known"), newField("Outlet, if known"), newField("Date, if known")
	wrong := controls.NewWords("", look.Caption, theme.ColorNameError)
	read := controls.NewButton(controls.Main, "", "Read", nil)
	read.SetEnabled(text != "")
	read.OnTapped = func() {
		day, ok := parseDay(date.Text)
		if !ok {
			wrong.SetText("Write the date like 31 Mar 2025 or 2025-03-31.")
			return
		}
		d.Close()
		done(words.Text, article.Article{Title: title.Text, Outlet: outlet.Text, Published: day})
	}
	words.OnSubmitted = func(string) { read.Tapped(nil) }
	words.OnChanged = func(s string) { read.SetEnabled(hasWords(s)) }
	date.OnChanged = func(string) { wrong.SetText("") }
	for _, f := range []*field{words, title, outlet, date} {
		f.escape = func() { d.Close() }
	}
	words.SetText(text)
	form := container.New(pasteForm{}, words, title, outlet, date)
	no := controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })
	d = frame(c, "Paste text", room(c, 680, 560), body(form), controls.Across(8, 0, wrong.Cut(), no, read))
	c.Focus(words)
	return d
}

// pasteForm is a large field, one below it, and two side by side.
type pasteForm struct{}

func (pasteForm) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 8
	h := objects[1].MinSize().Height
	top := size.Height - 2*(h+gap)
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[1].Move(fyne.NewPos(0, top+gap))
	objects[1].Resize(fyne.NewSize(size.Width, h))
	half := (size.Width - gap) / 2
	objects[2].Move(fyne.NewPos(0, top+h+2*gap))
	objects[2].Resize(fyne.NewSize(half, h))
	objects[3].Move(fyne.NewPos(half+gap, top+h+2*gap))
	objects[3].Resize(fyne.NewSize(half, h))
}

func (pasteForm) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 240) }

func hasWords(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\n' && r != '\t' && r != '\r' {
			return true
		}
	}
	return false
}

// parseDay reads a date as people write it; an empty one is none.
func parseDay(s string) (time.Time, bool) {
	if !hasWords(s) {
		return time.Time{}, true
	}
	return article.ParseDay(s)
}
