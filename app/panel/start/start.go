// Package start is the page that the program opens with: where articles come
// in, the projects of before, and the samples.
//
// It refuses to open anything: it reports what was chosen.
package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
)

// Line is a project or a sample on the page.
type Line struct {
	Title string
	Note  string // "14 articles · yesterday"
}

// Data is what the page offers.
type Data struct {
	Recent  []Line
	Samples []Line
}

// Page is the start page.
type Page struct {
	widget.BaseWidget
	OnFiles   func()
	OnFolder  func()
	OnPaste   func()
	OnProject func() // open another project
	// OnRecent and OnSample are called with the index of a line.
	OnRecent func(index int)
	OnSample func(index int)
	// OnRecentMenu is called for the right button on a recent project.
	OnRecentMenu func(index int, at fyne.Position)

	scroll *controls.Scrolled
}

// New returns the page.
func New() *Page {
	p := &Page{scroll: controls.NewScrolled()}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer shows the page.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(controls.NewGround(look.ColorPanel, p.scroll))
}

const (
	pageWidth float32 = 1000
	dropTall  float32 = 260
	foldBelow float32 = 640 // the two lists stand below one another
)

// Set shows what there is to choose.
func (p *Page) Set(d Data) {
	title := marked.NewText(marked.Content{Text: "Who is linked to whom in the news"}, marked.Style{Size: look.StartBig, Line: 32, Strong: true})
	words := marked.NewText(marked.Content{Text: "Byline reads articles and draws the people, organisations, countries and measures in them, with the sentence behind every link."},
		marked.Style{Size: look.Article, Line: 22, Second: true})
	lists := container.New(twoLists{}, p.recent(d.Recent), p.samples(d.Samples))
	p.scroll.Set(false, container.New(middle{}, controls.Column(0,
		controls.Space(1, 24), title, words, controls.Space(1, 20), p.drop(), controls.Space(1, 28), lists, controls.Space(1, 24),
	)))
}

// drop is the frame into which articles are dropped. Files may be dropped
// anywhere on the window; the frame says that they may.
func (p *Page) drop() fyne.CanvasObject {
	buttons := controls.Across(8, -1,
		controls.NewButton(controls.Main, "file", "Choose files", func() { p.OnFiles() }),
		controls.NewButton(controls.Usual, "folder", "Choose a folder", func() { p.OnFolder() }),
		controls.NewButton(controls.Usual, "paste", "Paste text", func() { p.OnPaste() }),
	)
	inside := controls.Column(0,
		container.NewCenter(controls.BigPicture("file", 36)),
		controls.Space(1, 14),
		controls.NewWords("Drop articles here", look.Title, theme.ColorNameForeground).Strong().Centre(),
		controls.Space(1, 4),
		controls.Second("Text, Markdown, saved web pages, or a whole folder. Ctrl V pastes.").Centre(),
		controls.Space(1, 24),
		container.NewCenter(buttons),
	)
	return controls.DashedFrame(dropTall, container.NewCenter(inside))
}

func (p *Page) recent(lines []Line) fyne.CanvasObject {
	column := controls.Column(0, listHead("Recent projects"))
	for n, l := range lines {
		row := lineRow("project", l, func() { p.OnRecent(n) })
		row.OnMenu = func(at fyne.Position) { p.OnRecentMenu(n, at) }
		column.Add(row)
		column.Add(controls.Rule())
	}
	if len(lines) == 0 {
		column.Add(controls.Padded(controls.Second("None yet."), 12, 0))
	}
	column.Add(controls.NewRow(42, controls.Across(12, 1, controls.Picture("folder", 18), controls.Plain("Open another project").Cut()), func() { p.OnProject() }))
	return column
}

func (p *Page) samples(lines []Line) fyne.CanvasObject {
	column := controls.Column(0, listHead("Or look at a sample"))
	for n, l := range lines {
		column.Add(lineRow("book", l, func() { p.OnSample(n) }))
		column.Add(controls.Rule())
	}
	return column
}

func listHead(text string) fyne.CanvasObject {
	return controls.Column(0, controls.Padded(controls.Heading(text), 9, 0), controls.Rule())
}

func lineRow(icon string, l Line, tapped func()) *controls.Row {
	return controls.NewRow(look.ListRow-1, controls.Across(12, 1,
		controls.Picture(icon, 16), controls.Plain(l.Title).Cut(), controls.Small(l.Note)), tapped)
}

// middle keeps the page at most so wide, in the middle of the window.
type middle struct{}

func (middle) width(of float32) float32 { return max(0, min(pageWidth, of-64)) }

func (m middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := m.width(size.Width)
	objects[0].Move(fyne.NewPos((size.Width-w)/2, 0))
	objects[0].Resize(fyne.NewSize(w, size.Height))
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(400, objects[0].MinSize().Height)
}

// HeightFor is the height of the page at a width.
func (m middle) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return controls.HeightOf(objects[0], m.width(width))
}

// twoLists puts the lists beside one another, or below where it is narrow.
type twoLists struct{}

const listGap float32 = 40

func (t twoLists) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width < foldBelow {
		h := controls.HeightOf(objects[0], size.Width)
		objects[0].Resize(fyne.NewSize(size.Width, h))
		objects[1].Move(fyne.NewPos(0, h+16))
		objects[1].Resize(fyne.NewSize(size.Width, controls.HeightOf(objects[1], size.Width)))
		return
	}
	w := (size.Width - listGap) / 2
	for n, o := range objects {
		o.Move(fyne.NewPos(float32(n)*(w+listGap), 0))
		o.Resize(fyne.NewSize(w, controls.HeightOf(o, w)))
	}
}

func (t twoLists) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, t.HeightFor(objects, pageWidth))
}

// HeightFor is the height of the lists at a width.
func (t twoLists) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if width < foldBelow {
		return controls.HeightOf(objects[0], width) + 16 + controls.HeightOf(objects[1], width)
	}
	w := (width - listGap) / 2
	return max(controls.HeightOf(objects[0], w), controls.HeightOf(objects[1], w))
}
