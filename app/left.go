package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/panel/articles"
	"byline/app/panel/legend"
	"byline/app/panel/sieve"
)

// left is the panel of articles, kinds and statuses.
type left struct {
	articles *articles.Articles
	legend   *legend.Legend
	sieve    *sieve.Sieve
	fold     *controls.Button
	parts    *fyne.Container
	object   fyne.CanvasObject
}

func newLeft(w *window) *left {
	l := &left{legend: legend.New(), fold: controls.NewIconButton("back", "Fold the panel", w.tips, w.foldLeft)}
	l.articles = articles.New(w.tips, func(at fyne.CanvasObject) { w.popUp(w.addMenu(), at) }, l.fold)
	scroll := controls.NewScrolled()
	below := controls.Column(0, l.legend)
	l.sieve = sieve.New(func() {
		below.Refresh()
		scroll.Refresh()
		l.parts.Refresh()
	})
	below.Add(l.sieve)
	scroll.Set(true, container.New(controls.Insets(12, look.Pad, 12, look.Pad), below))
	l.parts = container.New(&leftLayout{l}, l.articles, controls.Rule(), scroll, controls.Rule(), captions())
	l.object = controls.NewGround(look.ColorPanel, l.parts)
	return l
}

// captions say what size and breadth mean.
func captions() fyne.CanvasObject {
	return container.New(controls.Insets(10, look.Pad, 10, look.Pad), controls.Column(6,
		controls.Across(12, 1, controls.SizeSign(), controls.Small("Bigger: more links").Cut()),
		controls.Across(12, 1, controls.BreadthSign(), controls.Small("Thicker: more articles").Cut()),
	))
}

// leftLayout gives the articles what they need, up to what the legend leaves.
// Under a height of 700 the captions go and the rest scrolls.
type leftLayout struct{ l *left }

const captionsFrom float32 = 700 - look.Menu - look.Toolbar - look.Strip

func (f *leftLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := float32(0)
	captioned := size.Height >= captionsFrom
	controls.Show(objects[3], captioned)
	controls.Show(objects[4], captioned)
	if captioned {
		foot = objects[4].MinSize().Height
		objects[4].Resize(fyne.NewSize(size.Width, foot))
		objects[4].Move(fyne.NewPos(0, size.Height-foot))
		objects[3].Resize(fyne.NewSize(size.Width, 1))
		objects[3].Move(fyne.NewPos(0, size.Height-foot-1))
		foot++
	}
	legend := f.l.legend.HeightFor(size.Width) + f.l.sieve.HeightFor(size.Width) + 24
	const above = 8
	wish := f.l.articles.Wish() + above
	most := max(size.Height-foot-legend-1, size.Height*0.3)
	high := min(wish, most)
	objects[0].Move(fyne.NewPos(look.Pad, above))
	objects[0].Resize(fyne.NewSize(size.Width-2*look.Pad, high-above))
	objects[1].Move(fyne.NewPos(0, high))
	objects[1].Resize(fyne.NewSize(size.Width, 1))
	objects[2].Move(fyne.NewPos(0, high+1))
	objects[2].Resize(fyne.NewSize(size.Width, max(0, size.Height-foot-high-1)))
}

func (f *leftLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

// newRail is the left panel where there is no room for it.
func newRail(w *window) fyne.CanvasObject {
	open := func(icon, tip string) fyne.CanvasObject {
		return controls.NewIconButton(icon, tip, w.tips, w.openLeft)
	}
	column := controls.Column(10, open("forward", "Open the panel"), open("file", "Articles"), open("filter", "Kinds and link status"))
	return controls.NewGround(look.ColorPanel, container.New(controls.Inset(8, 7), column))
}
