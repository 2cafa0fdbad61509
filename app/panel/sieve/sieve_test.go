package sieve

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/scene"
	"byline/graphmodel"
)

// asked is a panel on the screen, and what it reported last.
type asked struct {
	*Sieve
	label string
	now   scene.Sieve
}

func shown(t *testing.T) *asked {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Light))
	p := &asked{Sieve: New(func() {})}
	w := test.NewTempWindow(t, p.Sieve)
	w.Resize(fyne.NewSize(248, 700))
	p.OnChange = func(label string, s scene.Sieve) {
		p.label, p.now = label, s
		p.set()
	}
	p.set()
	return p
}

func (p *asked) set() {
	p.Set(Data{Sieve: p.now, Most: 2,
		Types:   []Type{{graphmodel.Supports, 9}, {graphmodel.Opposes, 2}},
		Outlets: []Outlet{{"", 1}, {"Example Post", 10}}})
}

// tap clicks a row of a part.
func tap(p *part, row int) { p.body.Objects[row].(*controls.Row).Tapped(nil) }

func TestRowsAskForTypesAndOutlets(t *testing.T) {
	p := shown(t)
	if p.hide.Visible() {
		t.Error("nothing is asked for, and hiding is offered")
	}
	tap(p.types, 1)
	if p.label != "Fade “opposes”" || !p.now.HiddenTypes[graphmodel.Opposes] || p.types.state.Text() != "1 of 2" || !p.hide.Visible() {
		t.Errorf("%q: %+v, and the head says %q", p.label, p.now, p.types.state.Text())
	}
	tap(p.types, 1)
	if p.label != "Show “opposes”" || !p.now.Open() || p.types.state.Text() != "all 2" {
		t.Errorf("%q: %+v", p.label, p.now)
	}
	tap(p.outlets, 0)
	if p.label != "Fade No outlet known" || !p.now.HiddenOutlets[""] {
		t.Errorf("%q: %+v", p.label, p.now)
	}
	p.hide.Tapped(nil)
	if !p.now.Hide || p.label != "Hide what is faded" {
		t.Errorf("%q: %+v", p.label, p.now)
	}
}

func TestArticlesAreCounted(t *testing.T) {
	p := shown(t)
	p.less.Tapped(nil)
	if p.label != "" {
		t.Errorf("fewer than one: %q", p.label)
	}
	p.more.Tapped(nil)
	p.more.Tapped(nil) // no link is said in three
	if p.label != "At least 2 articles" || p.now.LeastArticles != 2 || p.articles.state.Text() != "at least 2" {
		t.Errorf("%q: %+v", p.label, p.now)
	}
}

func TestDatesAreTaken(t *testing.T) {
	p := shown(t)
	for text, taken := range map[string]bool{"2025": true, "2025-03": true, " 2025-03-31 ": true, "31 March": false, "2025-13": false, "soon": false} {
		p.now, p.label = scene.Sieve{}, ""
		p.set()
		p.since.SetText(text)
		p.since.OnSubmitted(text)
		if got := p.now.Since != ""; got != taken {
			t.Errorf("%q is taken: %v (%q)", text, got, p.now.Since)
		}
	}
	p.now = scene.Sieve{Since: "2024", Until: "2025"}
	p.set()
	if p.dates.state.Text() != "2024 to 2025" {
		t.Errorf("the head says %q", p.dates.state.Text())
	}
}

func TestPartsOpen(t *testing.T) {
	p := shown(t)
	before := p.HeightFor(248)
	p.types.toggle()
	if p.HeightFor(248) <= before {
		t.Error("open, the panel is no higher")
	}
	p.types.toggle()
	if p.HeightFor(248) != before {
		t.Error("closed again, the panel has another height")
	}
}
