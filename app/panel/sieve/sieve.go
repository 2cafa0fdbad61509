// Package sieve is the part of the left panel that asks for some links only:
// of some types, from some outlets, between two dates, said by some articles.
//
// It refuses to filter: it reports what was asked for.
package sieve

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel"
)

// Data is what there is to ask for.
type Data struct {
	Sieve scene.Sieve
	// Types and Outlets are those of the project's links, with the number of
	// links; Most is the largest number of articles that say one of them.
	Types   []Type
	Outlets []Outlet
	Most    int
}

// Type is a type of links, and how many there are.
type Type struct {
	Type  graphmodel.LinkType
	Links int
}

// Outlet is an outlet of articles, and how many links they say. The name is
// empty for articles without a known one.
type Outlet struct {
	Name  string
	Links int
}

// Sieve is the panel.
type Sieve struct {
	widget.BaseWidget
	// OnChange is called with another sieve, and what Undo says of it.
	OnChange func(label string, s scene.Sieve)

	data     Data
	types    *part
	outlets  *part
	dates    *part
	articles *part
	hide     *controls.Row
	tick     *controls.Tick
	since    *date
	until    *date
	least    *controls.Words
	less     *controls.Button
	more     *controls.Button
	content  *fyne.Container
}

// New returns an empty panel; grown is called when it wants another height.
func New(grown func()) *Sieve {
	s := &Sieve{OnChange: func(string, scene.Sieve) {}}
	s.ExtendBaseWidget(s)
	s.types, s.outlets = newPart("Link types", grown), newPart("Outlets", grown)
	s.dates, s.articles = newPart("Dates", grown), newPart("Articles", grown)
	s.since = newDate("From 2025, 2025-03 or 2025-03-31", func(iso string) { s.change("Dates from "+iso, func(v *scene.Sieve) { v.Since = iso }) })
	s.until = newDate("To, written the same way", func(iso string) { s.change("Dates to "+iso, func(v *scene.Sieve) { v.Until = iso }) })
	s.dates.set(s.since, s.until)
	s.least = controls.Plain("").Cut()
	s.less = controls.NewButton(controls.Usual, "minus", "", func() { s.step(-1) })
	s.more = controls.NewButton(controls.Usual, "plus", "", func() { s.step(1) })
	s.articles.set(controls.Padded(controls.Across(8, 0, s.least, s.less, s.more), 2, 0))
	s.tick = controls.NewTick(false, func(on bool) { s.change(hideLabel(on), func(v *scene.Sieve) { v.Hide = on }) })
	s.hide = controls.NewRow(look.Row, controls.Across(10, 1, s.tick, controls.Plain("Hide what is faded").Cut()), func() { s.tick.Tapped(nil) })
	s.content = controls.Column(0, controls.Padded(controls.Rule(), 12, -look.Pad),
		s.types.object, s.articles.object, s.dates.object, s.outlets.object, s.hide)
	return s
}

func hideLabel(on bool) string {
	if on {
		return "Hide what is faded"
	}
	return "Show what is faded"
}

// Set shows what there is and what is asked for.
func (s *Sieve) Set(d Data) {
	s.data = d
	v := d.Sieve
	var rows []fyne.CanvasObject
	on := 0
	for _, t := range d.Types {
		shown := !v.HiddenTypes[t.Type]
		on += one(shown)
		rows = append(rows, tickRow(wording.Capital(t.Type.Words()), t.Links, shown, func(on bool) {
			s.change(showLabel(on)+"“"+t.Type.Words()+"”", func(v *scene.Sieve) { v.HiddenTypes[t.Type] = !on })
		}))
	}
	s.types.set(rows...)
	s.types.say(share(on, len(d.Types)))
	rows, on = nil, 0
	for _, o := range d.Outlets {
		name := o.Name
		if name == "" {
			name = "No outlet known"
		}
		shown := !v.HiddenOutlets[o.Name]
		on += one(shown)
		rows = append(rows, tickRow(name, o.Links, shown, func(on bool) {
			s.change(showLabel(on)+name, func(v *scene.Sieve) { v.HiddenOutlets[o.Name] = !on })
		}))
	}
	s.outlets.set(rows...)
	s.outlets.say(share(on, len(d.Outlets)))
	s.since.show(v.Since)
	s.until.show(v.Until)
	s.dates.say(between(v.Since, v.Until))
	least := max(1, v.LeastArticles)
	s.articles.say("at least " + wording.Number(least))
	s.least.SetText("Said in " + wording.Number(least) + " or more")
	s.less.SetEnabled(least > 1)
	s.more.SetEnabled(least < d.Most)
	s.tick.Set(v.Hide)
	if s.hide.Hidden != v.Open() {
		s.hide.Hidden = v.Open()
	}
	s.content.Refresh()
}

func one(on bool) int {
	if on {
		return 1
	}
	return 0
}

func showLabel(on bool) string {
	if on {
		return "Show "
	}
	return "Fade "
}

// share is "all 11", or "9 of 11".
func share(on, all int) string {
	if on == all {
		return "all " + wording.Number(all)
	}
	return wording.Number(on) + " of " + wording.Number(all)
}

func between(since, until string) string {
	switch {
	case since != "" && until != "":
		return since + " to " + until
	case since != "":
		return "from " + since
	case until != "":
		return "to " + until
	}
	return "any"
}

func (s *Sieve) step(by int) {
	least := max(1, s.data.Sieve.LeastArticles) + by
	s.change("At least "+wording.Count(least, "article", "articles"), func(v *scene.Sieve) { v.LeastArticles = least })
}

// change reports a changed copy of the sieve.
func (s *Sieve) change(label string, change func(*scene.Sieve)) {
	v := s.data.Sieve.Clone()
	change(&v)
	s.OnChange(label, v)
}

// HeightFor is the height of the panel.
func (s *Sieve) HeightFor(float32) float32 { return s.content.MinSize().Height }

// CreateRenderer shows the parts.
func (s *Sieve) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// isDate reports whether the text is a whole or partial ISO date, or empty.
func isDate(text string) bool {
	_, ok := graphmodel.Day(text)
	return ok || text == ""
}
