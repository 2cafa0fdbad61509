package sieve

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/wording"
)

// part is a question that opens at a click: its head says what is asked for.
type part struct {
	object *fyne.Container
	body   *fyne.Container
	sign   *fyne.Container
	state  *controls.Words
	grown  func()
}

func newPart(name string, grown func()) *part {
	p := &part{body: controls.Column(0), state: controls.Second(""), grown: grown}
	p.sign = controls.Across(0, 0, controls.Picture("forward", 12))
	head := controls.NewRow(look.Row, controls.Across(10, 1, p.sign, controls.Plain(name).Cut(), p.state), p.toggle)
	p.body.Hide()
	p.object = controls.Column(0, head, p.body)
	return p
}

// set gives the part other rows.
func (p *part) set(rows ...fyne.CanvasObject) {
	p.body.Objects = rows
	p.body.Refresh()
}

// say shows what is asked for.
func (p *part) say(state string) { p.state.SetText(state) }

// toggle opens the part, or closes it.
func (p *part) toggle() {
	p.body.Hidden = p.body.Visible()
	icon := "forward"
	if p.body.Visible() {
		icon = "down"
	}
	p.sign.Objects[0] = controls.Picture(icon, 12)
	p.sign.Refresh()
	p.object.Refresh()
	p.grown()
}

// tickRow is a row to show or to fade.
func tickRow(name string, links int, on bool, changed func(on bool)) fyne.CanvasObject {
	tick := controls.NewTick(on, changed)
	words := controls.Plain(name).Cut()
	if !on {
		words.SetColor(look.ColorInk3)
	}
	return controls.NewRow(look.Row, controls.Across(10, 1, tick, words, controls.Second(wording.Number(links))), func() { tick.Tapped(nil) })
}

// date is a field for a date. What is no date is shown in the colour of a
// warning and reported to nobody.
type date struct {
	widget.Entry
	last string
	done func(iso string)
}

func newDate(hint string, done func(iso string)) *date {
	d := &date{done: done}
	d.ExtendBaseWidget(d)
	d.PlaceHolder = hint
	d.OnSubmitted = func(string) { d.report() }
	d.Validator = func(text string) error {
		if !isDate(strings.TrimSpace(text)) {
			return errNoDate
		}
		return nil
	}
	return d
}

// FocusLost reports what was typed.
func (d *date) FocusLost() {
	d.Entry.FocusLost()
	d.report()
}

func (d *date) report() {
	if text := strings.TrimSpace(d.Text); text != d.last && isDate(text) {
		d.last = text
		d.done(text)
	}
}

func (d *date) show(iso string) {
	if d.last != iso || d.Text != iso && isDate(d.Text) {
		d.last = iso
		d.SetText(iso)
	}
}

// MinSize leaves the width to the panel.
func (d *date) MinSize() fyne.Size {
	return fyne.NewSize(60, d.Entry.MinSize().Height+theme.Padding())
}
