package dialogs

import (
	"strings"

	"fyne.io/fyne/v2"

	"byline/app/look/controls"
	"byline/app/wording"
)

// Replace asks which words in names are to give way to which. Count says how
// many names have the words typed.
func Replace(c fyne.Canvas, count func(old string) int, done func(old, other string)) *Dialog {
	var d *Dialog
	old, other := newField("Words in names"), newField("What to put there")
	found := controls.Second("")
	ok := controls.NewButton(controls.Main, "", "Replace", nil)
	ok.SetEnabled(false)
	ok.OnTapped = func() {
		if count(strings.TrimSpace(old.Text)) == 0 {
			return
		}
		d.Close()
		done(strings.TrimSpace(old.Text), strings.TrimSpace(other.Text))
	}
	old.OnChanged = func(text string) {
		n := count(strings.TrimSpace(text))
		found.SetText(wording.Count(n, "name has", "names have") + " these words.")
		ok.SetEnabled(n > 0)
	}
	for _, f := range []*field{old, other} {
		f.escape = func() { d.Close() }
		f.OnSubmitted = func(string) { ok.Tapped(nil) }
	}
	no := controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })
	d = frame(c, "Replace in names", fyne.NewSize(room(c, 440, 0).Width, 0), body(controls.Column(8, old, other, found)), buttons(no, ok))
	c.Focus(old)
	return d
}
