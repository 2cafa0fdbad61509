package app

import (
	"strconv"

	"fyne.io/fyne/v2"

	"byline/app/dialogs"
	"byline/app/scene"
)

const (
	keptWords = "Kept views"
	// keptKeys is how many of the kept views have a key.
	keptKeys = 8
)

// keptViewActions keep what is drawn and in sight under a name, and bring it
// back.
func (w *window) keptViewActions() []action {
	all := []action{
		{menu: menuView, words: "Keep this view…", keys: "Ctrl+D", do: w.keepView, when: func() bool { return w.begun() && w.writable() }},
	}
	for n := range keptKeys {
		words := "View " + strconv.Itoa(n+1)
		there := func() bool { return n < len(w.snap.Views) }
		all = append(all, action{menu: menuView, under: keptWords, words: words, keys: "Ctrl+" + strconv.Itoa(n+1),
			do: func() { w.showView(w.snap.Views[n]) }, when: there,
			label: func() string {
				if there() {
					return w.snap.Views[n]
				}
				return words
			}})
	}
	return append(all,
		action{menu: menuView, words: "Forget a view", list: w.forgettableViews},
		action{menu: menuView})
}

func (w *window) keepView() {
	offer := "View " + strconv.Itoa(len(w.snap.Views)+1)
	dialogs.Name(w.win.Canvas(), "Keep this view", "Keep", offer, w.s.KeepView)
}

func (w *window) showView(name string) {
	camera, ok := w.s.ShowView(name)
	if !ok {
		return
	}
	w.seen()
	w.lookWith(camera)
}

// lookWith brings the part into sight that the camera shows, or everything if
// it has no zoom.
func (w *window) lookWith(c scene.Camera) {
	if c.Zoom > 0 {
		w.view.LookAt(c)
		return
	}
	w.view.FitAll()
}

func (w *window) forgettableViews() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range w.snap.Views {
		item := fyne.NewMenuItem(name, func() { w.s.RemoveView(name) })
		item.Disabled = !w.writable()
		items = append(items, item)
	}
	return items
}
