package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

// Weight says how much a button stands out.
type Weight int

// The weights.
const (
	Quiet  Weight = iota // no ground until the pointer is over it
	Usual                // on a grey ground
	Main                 // the one main button of a view
	Framed               // on the panel with a thin border
)

const (
	iconSize  float32 = 17
	buttonPad float32 = 10
)

// Button is an icon, words or both, to click.
type Button struct {
	widget.BaseWidget
	OnTapped func()
	// Tip is what an icon without words means; Tips shows it.
	Tip  string
	Tips *Tips

	icon     string
	text     string
	weight   Weight
	height   float32
	key      string
	count    int
	on       bool
	wordless bool
	disabled bool
	hovered  bool
	pressed  bool
	focused  bool
}

var (
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
	_ desktop.Mouseable = (*Button)(nil)
)

// NewButton returns a button; icon or text may be empty.
func NewButton(weight Weight, icon, text string, tapped func()) *Button {
	b := &Button{OnTapped: tapped, icon: icon, text: text, weight: weight, height: look.Button}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton returns a square quiet button with a tip.
func NewIconButton(icon, tip string, tips *Tips, tapped func()) *Button {
	b := NewButton(Quiet, icon, "", tapped)
	b.Tip, b.Tips = tip, tips
	return b
}

// SetWordless takes the words off, or puts them on again, where room is short.
func (b *Button) SetWordless(on bool) {
	if b.wordless != on {
		b.wordless = on
		b.Refresh()
	}
}

// SetText changes the words.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text = text
		b.Refresh()
	}
}

// SetWeight lets the button stand out more or less.
func (b *Button) SetWeight(weight Weight) {
	if b.weight != weight {
		b.weight = weight
		b.Refresh()
	}
}

// SetTip changes the tip.
func (b *Button) SetTip(tip string) { b.Tip = tip }

// SetEnabled lets the button be clicked or not.
func (b *Button) SetEnabled(on bool) {
	if b.disabled == on {
		b.disabled = !on
		b.Refresh()
	}
}

// Tapped does what the button is for.
func (b *Button) Tapped(*fyne.PointEvent) {
	b.Tips.hide()
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseIn lights the button up and starts the wait for its tip.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	if b.text == "" || b.wordless {
		b.Tips.show(b, b.tip())
	}
	b.Refresh()
}

func (b *Button) tip() string {
	if b.Tip == "" {
		return b.text
	}
	return b.Tip
}

// MouseMoved does nothing more.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends it.
func (b *Button) MouseOut() {
	b.hovered, b.pressed = false, false
	b.Tips.hide()
	b.Refresh()
}

// MouseDown shows the button pressed.
func (b *Button) MouseDown(*desktop.MouseEvent) {
	b.pressed = true
	b.Refresh()
}

// MouseUp ends it.
func (b *Button) MouseUp(*desktop.MouseEvent) {
	b.pressed = false
	b.Refresh()
}

// FocusGained shows where the keys go.
func (b *Button) FocusGained() {
	b.focused = true
	b.Refresh()
}

// FocusLost ends it.
func (b *Button) FocusLost() {
	b.focused = false
	b.Refresh()
}

// TypedRune gives a letter to the window: a button takes no text.
func (b *Button) TypedRune(r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey presses the button at Space and Enter; other keys are the window's.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		handOn(b, e)
	}
}

// handOn gives a key that a widget has no use for to the window, or to the
// dialog that is open.
func handOn(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		b: b, ground: canvas.NewRectangle(color.Transparent), wash: canvas.NewRectangle(color.Transparent),
		icon: canvas.NewImageFromResource(nil), text: canvas.NewText("", color.Transparent), tail: newTail(),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.paint()
	return r
}

type buttonRenderer struct {
	b      *Button
	ground *canvas.Rectangle
	wash   *canvas.Rectangle
	icon   *canvas.Image
	text   *canvas.Text
	tail   tail
}

func (r *buttonRenderer) shown() (icon, text bool) {
	icon = r.b.icon != ""
	return icon, r.b.text != "" && (!icon || !r.b.wordless)
}

func (r *buttonRenderer) MinSize() fyne.Size {
	icon, text := r.shown()
	width := float32(0)
	if text {
		width = fyne.MeasureText(r.b.text, look.Text, r.text.TextStyle).Width + 2*buttonPad
		if icon {
			width += iconSize + 6
		}
	} else {
		width = r.b.height
	}
	width += r.tail.room(r.b)
	if r.b.key != "" {
		width = max(width, keyedWidth)
	}
	return fyne.NewSize(width, r.b.height)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	icon, text := r.shown()
	r.ground.Resize(size)
	r.wash.Resize(size)
	r.icon.Resize(fyne.NewSquareSize(iconSize))
	words := fyne.MeasureText(r.b.text, look.Text, r.text.TextStyle)
	r.text.Resize(words)
	whole := words.Width
	switch {
	case icon && text:
		whole += iconSize + 6
	case icon:
		whole = iconSize
	}
	x := (size.Width - whole - r.tail.room(r.b)) / 2
	if r.b.key != "" {
		x = keyedPad
	}
	r.tail.layout(r.b, size, x+whole+tailGap)
	if icon {
		r.icon.Move(fyne.NewPos(x, (size.Height-iconSize)/2))
		x += iconSize + 6
	}
	r.text.Move(fyne.NewPos(x, (size.Height-words.Height)/2))
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.wash, r.icon, r.text, r.tail.ground, r.tail.text}
}
func (r *buttonRenderer) Destroy() {}
func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *buttonRenderer) paint() {
	ink := theme.ColorNameForeground
	ground := look.ColorNone
	switch r.b.weight {
	case Usual:
		ground = theme.ColorNameButton
	case Main:
		ground, ink = theme.ColorNamePrimary, theme.ColorNameForegroundOnPrimary
	case Framed:
		ground = look.ColorPanel
	}
	if r.b.on {
		ground = look.ColorSelected
	}
	if r.b.disabled {
		ink = theme.ColorNameDisabled
		if r.b.weight == Main {
			ground = theme.ColorNameButton
		}
	}
	r.ground.FillColor = colour(ground)
	r.ground.CornerRadius, r.wash.CornerRadius = 5, 5
	r.ground.StrokeWidth = 0
	if r.b.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = colour(theme.ColorNameForeground), 2
	} else if r.b.weight == Framed {
		r.ground.StrokeColor, r.ground.StrokeWidth = colour(theme.ColorNameSeparator), 1
	}
	r.wash.FillColor = color.Transparent
	if r.b.pressed && !r.b.disabled {
		r.wash.FillColor = colour(theme.ColorNamePressed)
	} else if r.b.hovered && !r.b.disabled {
		r.wash.FillColor = colour(theme.ColorNameHover)
	}
	icon, text := r.shown()
	r.icon.Hidden, r.text.Hidden = !icon, !text
	if icon {
		r.icon.Resource = look.NewIcon(r.b.icon, ink)
	}
	r.text.Text = r.b.text
	r.text.TextSize = look.Text
	r.text.TextStyle.Bold = r.b.weight == Main
	r.text.Color = colour(ink)
	r.tail.paint(r.b, ink)
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
