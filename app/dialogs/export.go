package dialogs

import (
	"fyne.io/fyne/v2"

	"byline/app/look"
	"byline/app/look/controls"
)

// Form is a kind of file to export.
type Form struct {
	Words   string
	Picture bool // it may have a legend
	Pixels  bool // it comes in sizes
}

// Exported is what was chosen: the indices of a form and of a size, and
// whether title and legend stand round the picture.
type Exported struct {
	Form, Size int
	Legend     bool
}

// Export asks how a file is to be saved. What a form has no use for is not
// asked.
func Export(c fyne.Canvas, forms []Form, sizes []string, done func(Exported)) *Dialog {
	var d *Dialog
	size := controls.NewChoice(len(sizes), min(1, len(sizes)-1), func(int) {})
	sizePart := controls.Column(10, controls.Heading("Size"), choiceRows(size, sizes))
	legend := controls.NewTick(true, func(bool) {})
	legendPart := controls.NewRow(look.Row, controls.Across(10, 1, legend, controls.Plain("With title and legend")), func() { legend.Tapped(nil) })
	form := controls.NewChoice(len(forms), 0, func(i int) {
		visible(sizePart, forms[i].Pixels)
		visible(legendPart, forms[i].Picture)
	})
	words := make([]string, len(forms))
	for i, f := range forms {
		words[i] = f.Words
	}
	content := controls.Column(10, controls.Heading("File"), choiceRows(form, words), legendPart, sizePart)
	save := controls.NewButton(controls.Main, "picture", "Save…", func() {
		d.Close()
		done(Exported{Form: form.Chosen(), Size: size.Chosen(), Legend: legend.On()})
	})
	no := controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })
	d = frame(c, "Export", fyne.NewSize(room(c, 440, 0).Width, 0), body(content), buttons(no, save))
	c.Focus(save)
	return d
}

func visible(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
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
