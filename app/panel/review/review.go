// Package review is the page on which a person says of two things at a time
// whether they are one: the pairs to review on the left, the two with their
// sentences side by side in the middle, and why they are asked about, what
// was decided on the right.
//
// It refuses to decide and to look sentences up: it gets what it shows, and
// reports the answers.
package review

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/graphmodel"
	"byline/graphmodel/resolve/suggest"
)

// Answer is what a person says of two things.
type Answer int

// The answers.
const (
	Same Answer = iota
	Different
	NotSure
)

// Data is what the page shows.
type Data struct {
	Pairs   []Pair // to review, in the order in which they are asked
	Current int    // the one in question
	A, B    Side   // of the current pair
	Reasons []suggest.Reason
	Decided []Line // the newest first
	// ReadOnly says that nothing can be answered.
	ReadOnly bool
	CanUndo  bool
}

// Pair is a line of those to review.
type Pair struct {
	A, B string // names
	Kind graphmodel.Kind
	Held bool // a person was not sure
}

// Side is one of the two things.
type Side struct {
	Entity   graphmodel.Entity
	Articles int
	Links    int
	Quotes   []Quote // sentences that name it
	Best     []Link  // some of its links, the best first
}

// Quote is a sentence that names the thing.
type Quote struct {
	Content marked.Content
	Source  string // "Example Post · 31 Mar 2025 · paragraph 21"
	Status  graphmodel.Status
}

// Link is a link as the thing is told about it.
type Link struct {
	Words  string // "runs", "is led by"
	Other  graphmodel.Entity
	Status graphmodel.Status
}

// Line is a decision.
type Line struct {
	Number int
	Verb   string // "Same"
	Names  []string
	When   string
}

// Page is the page.
type Page struct {
	widget.BaseWidget
	// OnAnswer is called with what a person says of the current pair.
	OnAnswer func(a Answer)
	// OnGo asks for the pair of that index.
	OnGo func(index int)
	// OnUndo takes the last change back, OnTakeBack one decision.
	OnUndo     func()
	OnTakeBack func(number int)
	// OnRead asks for the sentences of both in their articles.
	OnRead func()
	// OnClose asks for the graph again.
	OnClose func()

	data    Data
	pairs   *controls.Scrolled
	pair    *controls.Scrolled
	decided *controls.Scrolled
	content *fyne.Container
}

// New returns an empty page.
func New() *Page {
	p := &Page{pairs: controls.NewScrolled(), pair: controls.NewScrolled(), decided: controls.NewScrolled()}
	p.ExtendBaseWidget(p)
	p.content = container.New(sides{},
		controls.NewGround(look.ColorPanel, p.pairs), controls.Rule(),
		controls.NewGround(look.ColorGround, p.pair), controls.Rule(),
		controls.NewGround(look.ColorPanel, p.decided))
	p.draw(true)
	return p
}

// CreateRenderer shows the page.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }

// Set shows another state of the review.
func (p *Page) Set(d Data) {
	if reflect.DeepEqual(p.data, d) {
		return
	}
	other := p.data.A.Entity.ID != d.A.Entity.ID || p.data.B.Entity.ID != d.B.Entity.ID
	p.data = d
	p.draw(other)
}

// Step goes to the next (1) or the last (-1) pair, if there is one.
func (p *Page) Step(by int) {
	if to := p.data.Current + by; to >= 0 && to < len(p.data.Pairs) {
		p.OnGo(to)
	}
}

func (p *Page) draw(top bool) {
	rows, current := p.pairRows()
	p.pairs.Set(false, rows...)
	if current != nil {
		p.pairs.Bring(current)
	}
	p.decided.Set(false, p.decidedRows()...)
	if len(p.data.Pairs) == 0 {
		p.pair.Set(true, nothing(len(p.data.Decided) > 0)...)
		return
	}
	p.pair.Set(top, p.question()...)
}

// sides gives the two lists their width and the middle the rest. Where the
// window is narrow there is no room for what was decided: the log has it.
type sides struct{}

const (
	sideWidth float32 = 264
	sideLow   float32 = 220 // where the window is narrow
	narrow    float32 = 1100
)

func (sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side, decided := sideWidth, sideWidth
	if size.Width < narrow {
		side, decided = sideLow, 0
	}
	x := float32(0)
	for i, w := range []float32{side, 1, size.Width - side - decided - 2, 1, decided} {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(max(0, w), size.Height))
		x += w
	}
}

func (sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(sideLow+400, 300) }
