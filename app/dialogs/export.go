package dialogs

import (
	"fyne.io/fyne/v2"

	"byline/app/look"
	"byline/app/look/controls"
)

// Export asks how a picture is to be saved: the index of one of the forms,
// and of one of the sizes for those forms that have pixels.
func Export(c fyne.Canvas, forms, sizes []string, hasPixels func(form int) bool, done func(form, size int)) *Dialog {
	var d *Dialog
	size := controls.NewChoice(len(sizes), min(1, len(sizes)-1), func(int) {})
	sizePart := controls.Column(10, controls.Heading("Size"), choiceRows(size, sizes))
	form := controls.NewChoice(len(forms), 0, func(i int) {
		if hasPixels(i) {
			sizePart.Show()
		} else {
			sizePart.Hide()
		}
	})
	content := controls.Column(10, controls.Heading("File"), choiceRows(form, forms), sizePart)
	save := controls.NewButton(controls.Main, "picture", "Save…", func() { d.Close(); done(form.Chosen(), size.Chosen()) })
	no := controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })
	d = frame(c, "Export", fyne.NewSize(room(c, 440, 0).Width, 0), body(content), buttons(no, save))
	c.Focus(save)
	return d
}

// choiceRows are the rows of a choice, each with its words.
func choiceRows(choice *controls.Choice, words []string) *fyne.Container {
	rows := controls.Column(0)
	for i, text := range words {
		ring := choice.Ring(i)
		rows.Add(controls.NewRow(look.Row, controls.Across(10, 1, ring, controls.Plain(text)), func() { ring.Tapped(nil) }))
	}
	return rows
}
