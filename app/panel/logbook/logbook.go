// Package logbook is the panel that lists what a person has decided, in words
// and dated, the newest first: to look through, to search, to see what is new
// since some day, and to take one decision back.
//
// It refuses to decide and to know what a decision is about: it gets lines,
// and reports the one that was chosen.
package logbook

import (
	"reflect"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/wording"
)

// Line is a decision.
type Line struct {
	Number    int
	Time      time.Time // in the time of the place
	Words     string    // "Renamed Starmer to Keir Starmer"
	TakesAway bool      // it took something out of the graph
	Unfit     string    // why it does not fit the articles any more, if so
}

// Data is what the panel shows.
type Data struct {
	Lines    []Line    // the newest first
	Now      time.Time // its day is today
	ReadOnly bool
}

// Book is the panel.
type Book struct {
	widget.BaseWidget
	// OnChoose asks for what a decision is about.
	OnChoose func(number int)
	// OnTakeBack asks for a decision to be taken back.
	OnTakeBack func(number int)
	// OnClose asks for the panel to be closed.
	OnClose func()

	data    Data
	most    int  // lines shown at once
	only    bool // what was rejected or deleted
	lost    bool // what does not fit
	tips    *controls.Tips
	count   *controls.Words
	words   *field
	since   *field
	away    *controls.Button
	unfit   *controls.Button // hidden while everything fits
	list    *controls.Scrolled
	content *fyne.Container
	shown   []Shown
}

// Shown is a line on the screen.
type Shown struct {
	Line     Line
	Row      fyne.CanvasObject
	TakeBack fyne.CanvasObject // nil where nothing can be taken back
}

// page is how many lines come at once.
const page = 200

// New returns an empty log.
func New(tips *controls.Tips) *Book {
	b := &Book{most: page, tips: tips, count: controls.Second(""), list: controls.NewScrolled()}
	b.ExtendBaseWidget(b)
	b.words = newField("Find in the log", b)
	b.since = newField("Since: Monday, 20 Nov …", b)
	b.away = controls.NewButton(controls.Usual, "trash", "Taken out", func() {
		b.only = !b.only
		b.away.SetOn(b.only)
		b.look()
	})
	b.away.Tip, b.away.Tips = "Only what was rejected or deleted", tips
	b.unfit = controls.NewButton(controls.Usual, "warning", "", func() {
		b.lost = !b.lost
		b.look()
	})
	b.unfit.Hide()
	shut := controls.NewIconButton("close", "Close the log", tips, func() { b.OnClose() })
	top := controls.Across(8, 1, controls.Heading("Log"), controls.Space(1, 1), b.count, shut)
	head := controls.Column(8, top, b.words, controls.Across(8, 0, b.since, b.away), b.unfit)
	b.content = container.New(under{}, container.New(controls.Insets(10, 8, 12, look.Pad), head), controls.Rule(), b.list)
	b.draw()
	return b
}

// CreateRenderer shows the panel.
func (b *Book) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(controls.NewGround(look.ColorPanel, b.content))
}

// Set shows another state of the log.
func (b *Book) Set(d Data) {
	// The hour alone changes nothing on the panel.
	old := b.data
	b.data = d
	if old.Now.Format(time.DateOnly) != d.Now.Format(time.DateOnly) || old.ReadOnly != d.ReadOnly || !reflect.DeepEqual(old.Lines, d.Lines) {
		b.draw()
	}
}

// Shown are the lines on the screen, from the top.
func (b *Book) Shown() []Shown { return b.shown }

// look shows from the top what the fields ask for.
func (b *Book) look() {
	b.most = page
	b.draw()
}

// chosen are the lines that the fields ask for; wrong says why none can be.
func (b *Book) chosen() (lines []Line, wrong string) {
	since := time.Time{}
	if text := strings.TrimSpace(b.since.Text); text != "" {
		day, ok := wording.Since(text, b.data.Now)
		if !ok {
			return nil, "“" + text + "” is no day. Try Monday, yesterday or 20 Nov."
		}
		since = day
	}
	words := strings.Fields(strings.ToLower(b.words.Text))
	for _, l := range b.data.Lines {
		if !l.Time.Before(since) && (!b.only || l.TakesAway) && (!b.lost || l.Unfit != "") && hasAll(strings.ToLower(l.Words), words) {
			lines = append(lines, l)
		}
	}
	return lines, ""
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// countUnfit shows how many decisions do not fit, if there are any.
func (b *Book) countUnfit() {
	n := 0
	for _, l := range b.data.Lines {
		if l.Unfit != "" {
			n++
		}
	}
	b.lost = b.lost && n > 0
	b.unfit.Hidden = n == 0
	b.unfit.SetText(wording.Count(n, "decision does", "decisions do") + " not fit the articles any more")
	b.unfit.SetOn(b.lost)
}

func (b *Book) draw() {
	b.countUnfit()
	lines, wrong := b.chosen()
	b.shown = nil
	var out []fyne.CanvasObject
	switch {
	case wrong != "":
		b.count.SetText("")
		out = append(out, sentence(wrong))
	case len(b.data.Lines) == 0:
		b.count.SetText("")
		out = append(out, sentence("Nothing decided yet. What you rename, merge, reject or delete comes here, and each can be taken back by itself."))
	case len(lines) == 0:
		b.count.SetText("0 of " + wording.Number(len(b.data.Lines)))
		out = append(out, sentence("No decision fits what is asked for above."))
	default:
		b.count.SetText(wording.Number(len(lines)))
		if len(lines) < len(b.data.Lines) {
			b.count.SetText(wording.Number(len(lines)) + " of " + wording.Number(len(b.data.Lines)))
		}
		out = b.rows(lines)
	}
	b.content.Refresh()
	b.list.Set(b.most == page, out...)
}

func sentence(text string) fyne.CanvasObject {
	return container.New(controls.Inset(14, look.Pad),
		marked.NewText(marked.Content{Text: text}, marked.Style{Size: look.Text, Line: look.TextLine, Second: true}))
}

// rows are the lines under their days.
func (b *Book) rows(lines []Line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	last := ""
	for _, l := range lines[:min(len(lines), b.most)] {
		if day := wording.RecentDay(l.Time, b.data.Now); day != last {
			last = day
			out = append(out, container.New(controls.Insets(12, look.Pad, 2, look.Pad), controls.Heading(day)))
		}
		out = append(out, b.row(l))
	}
	if more := len(lines) - b.most; more > 0 {
		out = append(out, container.New(controls.Inset(8, look.Pad), controls.Across(0, -1,
			controls.NewButton(controls.Usual, "", "Show "+wording.Number(min(more, page))+" more", func() {
				b.most += page
				b.draw()
			}))))
	}
	return append(out, controls.Space(1, 16))
}

func (b *Book) row(l Line) fyne.CanvasObject {
	words := marked.NewText(marked.Content{Text: l.Words}, marked.Style{Size: look.Text, Line: look.TextLine})
	choose := func() { b.OnChoose(l.Number) }
	words.OnTapped = choose
	told := controls.Column(0, words)
	if l.Unfit != "" {
		why := marked.NewText(marked.Content{Text: "Does not fit any more: " + l.Unfit + "."}, marked.Style{Size: look.Caption, Line: look.CaptionLine, Second: true})
		why.OnTapped = choose
		told.Add(why)
	}
	row := controls.NewRow(look.Row, controls.Padded(controls.Across(10, 1, controls.Small(l.Time.Format("15:04")), told), 3, 0), choose)
	shown := Shown{Line: l, Row: row}
	line := controls.Across(8, 0, row)
	if !b.data.ReadOnly {
		back := controls.NewIconButton("undo", "Take back", b.tips, func() { b.OnTakeBack(l.Number) })
		shown.TakeBack = back
		line.Add(back)
	}
	b.shown = append(b.shown, shown)
	return container.New(controls.Insets(0, 8, 0, look.Pad), line)
}

// field is a line of text that asks for lines; Escape empties it, and an empty
// one closes the panel.
type field struct {
	widget.Entry
	book *Book
}

func newField(hint string, b *Book) *field {
	f := &field{book: b}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(hint)
	f.OnChanged = func(string) { b.look() }
	return f
}

// TypedKey takes Escape for itself.
func (f *field) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name != fyne.KeyEscape:
		f.Entry.TypedKey(k)
	case f.Text != "":
		f.SetText("")
	default:
		f.book.OnClose()
	}
}

// under puts a head, a line and a list below one another.
type under struct{}

func (under) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := controls.HeightOf(objects[0], size.Width)
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[1].Move(fyne.NewPos(0, h))
	objects[1].Resize(fyne.NewSize(size.Width, 1))
	objects[2].Move(fyne.NewPos(0, h+1))
	objects[2].Resize(fyne.NewSize(size.Width, max(0, size.Height-h-1)))
}

func (under) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }
