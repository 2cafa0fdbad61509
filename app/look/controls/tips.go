package controls

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
)

const tipWait = 500 * time.Millisecond

// Tips is a layer over the window on which buttons without words say what
// they are for. It takes no clicks.
type Tips struct {
	layer *fyne.Container
	wait  *fyne.Animation
	shown fyne.CanvasObject
}

// NewTips returns an empty layer.
func NewTips() *Tips { return &Tips{layer: container.NewWithoutLayout()} }

// Layer is what belongs on top of the window's content.
func (t *Tips) Layer() fyne.CanvasObject { return t.layer }

// show shows words below an object once the pointer has rested on it. The wait
// is an animation, because that runs on the window's own goroutine.
func (t *Tips) show(under fyne.CanvasObject, words string) {
	if t == nil || words == "" {
		return
	}
	t.hide()
	done := false
	t.wait = fyne.NewAnimation(tipWait, func(part float32) {
		if part < 1 || done {
			return
		}
		done = true
		t.put(under, words)
	})
	t.wait.Start()
}

func (t *Tips) put(under fyne.CanvasObject, words string) {
	label := NewWords(words, look.Caption, theme.ColorNameForeground)
	ground := NewGround(look.ColorPanel, container.New(Inset(4, 8), label))
	ground.Radius, ground.Stroke = 4, look.ColorBorder
	size := ground.MinSize()
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(under).Subtract(driver.AbsolutePositionForObject(t.layer))
	at.Y += under.Size().Height + 4
	if at.Y+size.Height > t.layer.Size().Height {
		at.Y -= under.Size().Height + size.Height + 8
	}
	at.X = max(4, min(at.X, t.layer.Size().Width-size.Width-4))
	ground.Resize(size)
	ground.Move(at)
	t.shown = ground
	t.layer.Add(ground)
}

func (t *Tips) hide() {
	if t == nil {
		return
	}
	if t.wait != nil {
		t.wait.Stop()
		t.wait = nil
	}
	if t.shown != nil {
		t.layer.Remove(t.shown)
		t.shown = nil
	}
}
