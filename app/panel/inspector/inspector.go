// Package inspector is the panel of details: what is known about the thing or
// the link that is selected, each statement with the sentence behind it, and
// about the whole project while nothing is selected.
//
// It refuses to change anything: it reports what a person asked for.
package inspector

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// Data is the project as the panel shows it.
type Data struct {
	Title    string
	Graph    *graphmodel.Graph
	Articles []article.Article
	Pinned   map[string]bool
	ReadOnly bool
	// NoteOn is the note that a person wrote on a thing, or on a link; empty
	// for none.
	NoteOn func(id string, key graphmodel.Key) string
}

// Inspector is the panel.
type Inspector struct {
	widget.BaseWidget
	// OnEntity and OnLink ask for a thing or a link to be selected.
	OnEntity func(id string)
	OnLink   func(key graphmodel.Key)
	// OnSentence asks for the sentence of that evidence in the reader.
	OnSentence func(key graphmodel.Key, evidence int)
	// OnRename, OnPin and OnReject ask for a change.
	OnRename func(id string)
	OnPin    func(id string, on bool)
	OnReject func(key graphmodel.Key)
	// OnConfirm says that a link is right.
	OnConfirm func(key graphmodel.Key)
	// OnMenu asks for the menu of a thing at a place in the window.
	OnMenu func(id string, at fyne.Position)
	// OnSentenceMenu asks for the menu of that evidence.
	OnSentenceMenu func(key graphmodel.Key, evidence int, at fyne.Position)
	// OnCopy asks for text on the clipboard.
	OnCopy func(text string)

	data     Data
	articles map[string]article.Article
	byID     map[string]graphmodel.Entity
	tips     *controls.Tips
	scroll   *controls.Scrolled
	shown    shown
	folded   map[string]bool // groups of links folded by hand, by their words
	whole    map[string]bool // groups shown to the end
}

// shown is what the panel shows: a thing, a link, several things or nothing.
type shown struct {
	entity   string
	link     graphmodel.Key
	evidence int // the sentence that the reader shows, or -1
	several  string
}

// New returns a panel that shows an empty project.
func New(tips *controls.Tips) *Inspector {
	i := &Inspector{tips: tips, scroll: controls.NewScrolled(), folded: map[string]bool{}, whole: map[string]bool{}}
	i.SetData(Data{Graph: graphmodel.NewGraph()})
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer shows the panel.
func (i *Inspector) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(controls.NewGround(look.ColorPanel, i.scroll))
}

// SetData shows another state of the project; what is selected stays if it is
// still there.
func (i *Inspector) SetData(d Data) {
	i.data = d
	if d.NoteOn == nil {
		i.data.NoteOn = func(string, graphmodel.Key) string { return "" }
	}
	i.articles = make(map[string]article.Article, len(d.Articles))
	for _, a := range d.Articles {
		i.articles[a.ID] = a
	}
	i.byID = map[string]graphmodel.Entity{}
	for _, e := range d.Graph.Entities() {
		i.byID[e.ID] = e
	}
	i.draw(false)
}

// Clear shows the project.
func (i *Inspector) Clear() { i.show(shown{evidence: -1}) }

// ShowEntity shows a thing.
func (i *Inspector) ShowEntity(id string) { i.show(shown{entity: id, evidence: -1}) }

// ShowLink shows a link; evidence is the sentence that the reader shows, or
// -1.
func (i *Inspector) ShowLink(key graphmodel.Key, evidence int) {
	i.show(shown{link: key, evidence: evidence})
}

// ShowSeveral lists the things that are selected together.
func (i *Inspector) ShowSeveral(ids []string) {
	i.shown = shown{several: "several", evidence: -1}
	i.scroll.Set(true, i.several(ids)...)
}

func (i *Inspector) show(s shown) {
	if i.shown == s {
		return
	}
	top := i.shown.entity != s.entity || i.shown.link != s.link
	if top {
		i.whole = map[string]bool{}
	}
	i.shown = s
	i.draw(top)
}

func (i *Inspector) draw(top bool) {
	if i.shown.entity != "" {
		if e, ok := i.byID[i.shown.entity]; ok {
			i.scroll.Set(top, i.entity(e)...)
			return
		}
	}
	if i.shown.link != (graphmodel.Key{}) {
		if l, err := i.data.Graph.Link(i.shown.link); err == nil {
			i.scroll.Set(top, i.link(l)...)
			return
		}
	}
	i.scroll.Set(top, i.overview()...)
}

// padded is a part of the panel with the panel's room around it.
func padded(top, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(controls.Insets(top, look.Pad, bottom, look.Pad), o)
}

// head is large text that may need several lines.
func head(text string, size, line float32) fyne.CanvasObject {
	return marked.NewText(marked.Content{Text: text}, marked.Style{Size: size, Line: line, Strong: true})
}

// note is a sentence in the second ink.
func note(text string, size, line float32) fyne.CanvasObject {
	return marked.NewText(marked.Content{Text: text}, marked.Style{Size: size, Line: line, Second: true})
}

// overview is what is shown while nothing is selected.
func (i *Inspector) overview() []fyne.CanvasObject {
	things, links := i.data.Graph.Size()
	out := []fyne.CanvasObject{
		padded(14, 4, head(i.data.Title, look.Title, 24)),
		padded(0, 12, note(overviewHint(things, links), look.Text, look.TextLine)),
		padded(0, 0, controls.Rule()),
		padded(8, 8, controls.Figures(
			figure(len(i.data.Articles), "article", "articles"),
			figure(things, "thing", "things"),
			figure(links, "link", "links"),
		)),
		controls.Rule(),
	}
	best := i.mostLinked()
	if len(best) == 0 {
		return out
	}
	rows := controls.Column(0, controls.Padded(controls.Heading("Most linked"), 6, 0))
	for _, m := range best {
		rows.Add(i.entityRow(m.entity, wording.Number(m.links)))
	}
	return append(out, padded(8, 12, rows))
}

func overviewHint(things, links int) string {
	switch {
	case things == 0:
		return "No names yet."
	case links == 0:
		return wording.Count(things, "name", "names") + ", no links. A link is drawn only where a sentence says so."
	}
	return "Click a name or a link to read about it."
}

func figure(n int, one, many string) controls.Figure {
	if n == 1 {
		return controls.Figure{Number: "1", Of: one}
	}
	return controls.Figure{Number: wording.Number(n), Of: many}
}

type linked struct {
	entity graphmodel.Entity
	links  int
}

const mostLinkedRows = 8

// mostLinked are the things with the most links, ties by name and id.
func (i *Inspector) mostLinked() []linked {
	count := map[string]int{}
	for _, l := range i.data.Graph.Links() {
		count[l.From]++
		count[l.To]++
	}
	var all []linked
	for id, n := range count {
		all = append(all, linked{i.byID[id], n})
	}
	slices.SortFunc(all, func(a, b linked) int {
		return cmp.Or(cmp.Compare(b.links, a.links), cmp.Compare(a.entity.Name, b.entity.Name), cmp.Compare(a.entity.ID, b.entity.ID))
	})
	return all[:min(len(all), mostLinkedRows)]
}

// entityRow is a thing in a list: its shape, its name, and a number.
func (i *Inspector) entityRow(e graphmodel.Entity, right string) fyne.CanvasObject {
	name := controls.NewWords(e.Name, look.Text, theme.ColorNameForeground).Cut()
	row := controls.NewRow(look.Row, controls.Across(10, 1, controls.KindShape(e.Kind), name, controls.Second(right)),
		func() { i.OnEntity(e.ID) })
	row.OnMenu = func(at fyne.Position) { i.OnMenu(e.ID, at) }
	return row
}

// several lists things that are selected together.
func (i *Inspector) several(ids []string) []fyne.CanvasObject {
	rows := controls.Column(0)
	for _, id := range ids {
		if e, ok := i.byID[id]; ok {
			rows.Add(i.entityRow(e, wording.Count(len(i.data.Graph.LinksOf(id)), "link", "links")))
		}
	}
	return []fyne.CanvasObject{
		padded(14, 10, head(wording.Count(len(ids), "thing", "things")+" selected", look.Title, 24)),
		controls.Rule(),
		padded(8, 12, rows),
	}
}
