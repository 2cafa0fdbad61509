package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/session"
)

// strip is the line at the foot of the window: what runs in the background,
// how much of the project the canvas shows, and whether all is saved.
type strip struct {
	text   *controls.Words
	bar    *controls.Progress
	stop   *controls.Button
	shown  *controls.Words
	more   *controls.Button // of a large graph
	all    *controls.Button
	saved  *controls.Words
	object fyne.CanvasObject
	row    *fyne.Container
}

func newStrip(stop, showMore, showAll, table func()) *strip {
	s := &strip{
		text:  controls.Second("").Cut(),
		bar:   controls.NewProgress(),
		stop:  controls.NewButton(controls.Usual, "", "Stop", stop),
		shown: controls.Second(""),
		more:  controls.NewButton(controls.Quiet, "", "Show more", showMore),
		all:   controls.NewButton(controls.Quiet, "", "Show all", showAll),
		saved: controls.Second(""),
	}
	s.bar.Hide()
	s.stop.Hide()
	s.more.Hide()
	s.all.Hide()
	s.row = controls.Across(10, 3, controls.NewButton(controls.Quiet, "", "Table", table), s.bar, s.stop, s.text, s.shown, s.more, s.all, bar(), s.saved)
	s.object = controls.NewGround(look.ColorChrome,
		container.New(overLine{}, controls.Rule(), container.New(controls.Inset(0, look.Pad), s.row)))
	return s
}

// overLine is a row with a line at its top edge.
type overLine struct{}

func (overLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, 1))
	objects[1].Move(fyne.NewPos(0, 1))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-1))
}

func (overLine) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, look.Strip) }

// progress shows the background work, or how it ended.
func (s *strip) progress(p session.Progress) {
	s.text.SetText(p.Text)
	controls.Show(s.stop, p.Running)
	controls.Show(s.bar, p.Running && p.Total > 0)
	if p.Total > 0 {
		s.bar.Set((float32(p.Done) + float32(p.Part)) / float32(p.Total))
	}
	s.row.Refresh()
}

// say shows how something ended that a person asked for.
func (s *strip) say(words string) {
	s.text.SetText(words)
	s.row.Refresh()
}

// counts shows how much the canvas shows.
func (s *strip) counts(words string, hidden, more bool) {
	s.shown.SetText(words)
	controls.Show(s.more, more)
	controls.Show(s.all, hidden)
	s.row.Refresh()
}

// state shows whether everything is in the file.
func (s *strip) state(words string, trouble bool) {
	s.saved.SetText(words)
	colour := look.ColorInk2
	if trouble {
		colour = theme.ColorNameWarning
	}
	s.saved.SetColor(colour)
	s.row.Refresh()
}
