package dialogs

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/graphmodel"
)

// Option is one thing to choose.
type Option struct {
	// Kind is the sign before the name; empty for none.
	Kind graphmodel.Kind
	Name string
	Note string
}

// Choose asks for one thing. Find is called with the words typed and answers
// with what they find; done with the index, in the last answer, of the one
// chosen.
func Choose(c fyne.Canvas, title, hint string, find func(words string) []Option, done func(index int)) *Dialog {
	var d *Dialog
	words := newField(hint)
	words.escape = func() { d.Close() }
	list := controls.NewScrolled()
	count := 0
	take := func(index int) {
		if index < count {
			d.Close()
			done(index)
		}
	}
	words.OnChanged = func(text string) {
		options := find(text)
		count = len(options)
		var rows []fyne.CanvasObject
		for i, o := range options {
			sign := controls.Space(0, 0)
			if o.Kind != "" {
				sign = controls.KindShape(o.Kind)
			}
			content := controls.Across(10, 1, sign, controls.Plain(o.Name).Cut(), controls.Small(o.Note))
			rows = append(rows, controls.NewRow(look.Row, controls.Padded(content, 3, 8), func() { take(i) }))
		}
		if len(rows) == 0 && hasWords(text) {
			rows = append(rows, paragraph("Nothing called “"+text+"”."))
		}
		list.Set(true, rows...)
	}
	words.OnSubmitted = func(string) { take(0) }
	no := controls.NewButton(controls.Usual, "", "Cancel", func() { d.Close() })
	size := room(c, 480, 420)
	d = frame(c, title, size, body(container.NewBorder(words, nil, nil, nil, list)), buttons(no))
	words.OnChanged("")
	c.Focus(words)
	return d
}

// ChooseFrom asks for one of these; words typed leave those that hold them.
// Done is called with the index of the one chosen.
func ChooseFrom(c fyne.Canvas, title, hint string, all []Option, done func(index int)) *Dialog {
	var found []int
	return Choose(c, title, hint, func(words string) []Option {
		found = nil
		var options []Option
		words = strings.ToLower(strings.TrimSpace(words))
		for n, o := range all {
			if strings.Contains(strings.ToLower(o.Name+" "+o.Note), words) {
				found, options = append(found, n), append(options, o)
			}
		}
		return options
	}, func(index int) { done(found[index]) })
}
