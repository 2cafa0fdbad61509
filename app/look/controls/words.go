package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Words are text on one line, without room around them. Where they do not fit
// they end in "…".
type Words struct {
	widget.BaseWidget
	text  string
	size  float32
	color fyne.ThemeColorName
	style fyne.TextStyle
	align fyne.TextAlign
	cut   bool // may be narrower than the text
}

// NewWords returns words of a size in a colour of the theme.
func NewWords(text string, size float32, colour fyne.ThemeColorName) *Words {
	w := &Words{text: text, size: size, color: colour}
	w.ExtendBaseWidget(w)
	return w
}

// Strong sets the words in bold.
func (w *Words) Strong() *Words {
	w.style.Bold = true
	return w
}

// Right sets the words against the right edge.
func (w *Words) Right() *Words {
	w.align = fyne.TextAlignTrailing
	return w
}

// Centre sets the words in the middle.
func (w *Words) Centre() *Words {
	w.align = fyne.TextAlignCenter
	return w
}

// Cut lets the words be narrower than they are.
func (w *Words) Cut() *Words {
	w.cut = true
	return w
}

// SetText shows other words.
func (w *Words) SetText(text string) {
	if w.text == text {
		return
	}
	w.text = text
	w.Refresh()
}

// SetColor shows the words in another colour of the theme.
func (w *Words) SetColor(name fyne.ThemeColorName) {
	if w.color != name {
		w.color = name
		w.Refresh()
	}
}

// Text is what is shown.
func (w *Words) Text() string { return w.text }

// MinSize is the size of the words, or only their height if they may be cut.
func (w *Words) MinSize() fyne.Size {
	size := fyne.MeasureText(w.text, w.size, w.style)
	if w.cut {
		size.Width = min(size.Width, 20)
	}
	return size
}

// CreateRenderer draws the words.
func (w *Words) CreateRenderer() fyne.WidgetRenderer {
	r := &wordsRenderer{w: w, text: canvas.NewText(w.text, colour(w.color))}
	r.paint()
	return r
}

type wordsRenderer struct {
	w    *Words
	text *canvas.Text
}

func (r *wordsRenderer) Layout(size fyne.Size) {
	r.text.Resize(size)
	r.paint()
}
func (r *wordsRenderer) MinSize() fyne.Size           { return r.w.MinSize() }
func (r *wordsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }
func (r *wordsRenderer) Destroy()                     {}
func (r *wordsRenderer) Refresh()                     { r.paint(); canvas.Refresh(r.w) }

func (r *wordsRenderer) paint() {
	r.text.Color = colour(r.w.color)
	r.text.TextSize = r.w.size
	r.text.TextStyle = r.w.style
	r.text.Alignment = r.w.align
	r.text.Text = r.w.text
	if r.w.cut {
		r.text.Text = fitted(r.w.text, r.w.Size().Width, r.w.size, r.w.style)
	}
	r.text.Refresh()
}

// fitted cuts text to a width, after a letter, with "…" at the end.
func fitted(text string, width, size float32, style fyne.TextStyle) string {
	if width <= 0 || fyne.MeasureText(text, size, style).Width <= width+0.5 {
		return text
	}
	letters := []rune(text)
	low, high := 0, len(letters)
	for low < high {
		mid := (low + high + 1) / 2
		if fyne.MeasureText(string(letters[:mid])+"…", size, style).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	for low > 0 && letters[low-1] == ' ' {
		low--
	}
	return string(letters[:low]) + "…"
}
