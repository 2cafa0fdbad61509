package dialogs

import (
	"fyne.io/fyne/v2"

	"byline/app/look/controls"
)

// Note asks for a note of any length; none takes the old one away.
func Note(c fyne.Canvas, title, text string, done func(text string)) *Dialog {
	var d *Dialog
	words := newText("Write what others should know")
	words.SetText(text)
	words.escape = func() { d.Close() }
	take := func() {
		d.Close()
		done(words.Text)
	}
	words.OnSubmitted = func(string) { take() } // Shift and Enter
	keep := controls.NewButton(controls.Main, "", "Keep", take)
	no := controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })
	d = frame(c, title, room(c, 480, 320), body(words), buttons(no, keep))
	c.Focus(words)
	return d
}
