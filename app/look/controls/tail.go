package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/app/wording"
)

const (
	keyedHeight float32 = 40
	keyedWidth  float32 = 150
	keyedPad    float32 = 14
	tailHeight  float32 = 18
	tailGap     float32 = 7
)

// SetKey makes the button a large one that shows the key that does the same.
func (b *Button) SetKey(key string) *Button {
	b.key, b.height = key, keyedHeight
	b.Refresh()
	return b
}

// SetCount shows how many things wait behind the button; none of 0.
func (b *Button) SetCount(n int) {
	if b.count != n {
		b.count = n
		b.Refresh()
	}
}

// SetOn shows that what the button opens is open.
func (b *Button) SetOn(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// tail is what stands behind a button's words: a key in a frame, or a number
// in a disc.
type tail struct {
	ground *canvas.Rectangle
	text   *canvas.Text
}

func newTail() tail {
	return tail{canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Transparent)}
}

// words are what the tail says; empty for no tail.
func (tail) words(b *Button) string {
	switch {
	case b.key != "":
		return b.key
	case b.count > 0:
		return wording.Number(b.count)
	}
	return ""
}

func (t tail) size(b *Button) fyne.Size {
	words := fyne.MeasureText(t.words(b), look.Caption, fyne.TextStyle{Bold: true})
	return fyne.NewSize(max(words.Width+10, tailHeight), tailHeight)
}

// room is how much the tail makes a button wider.
func (t tail) room(b *Button) float32 {
	if t.words(b) == "" {
		return 0
	}
	return t.size(b).Width + tailGap
}

// layout puts the tail at x, that of a keyed button at the right edge.
func (t tail) layout(b *Button, size fyne.Size, x float32) {
	s := t.size(b)
	if b.key != "" {
		x = size.Width - keyedPad - s.Width
	}
	t.ground.Resize(s)
	t.ground.Move(fyne.NewPos(x, (size.Height-s.Height)/2))
	words := fyne.MeasureText(t.text.Text, t.text.TextSize, t.text.TextStyle)
	t.text.Resize(words)
	t.text.Move(fyne.NewPos(x+(s.Width-words.Width)/2, (size.Height-words.Height)/2))
}

func (t tail) paint(b *Button, ink fyne.ThemeColorName) {
	t.text.Text = t.words(b)
	t.text.TextSize, t.text.TextStyle.Bold = look.Caption, true
	t.text.Hidden, t.ground.Hidden = t.text.Text == "", t.text.Text == ""
	t.ground.FillColor, t.ground.StrokeWidth = color.Transparent, 0
	t.text.Color = colour(ink)
	if b.key != "" {
		t.ground.CornerRadius, t.ground.StrokeColor, t.ground.StrokeWidth = 3, colour(ink), 1
		return
	}
	t.ground.CornerRadius, t.ground.FillColor = tailHeight/2, colour(theme.ColorNamePrimary)
	t.text.Color = colour(theme.ColorNameForegroundOnPrimary)
}
