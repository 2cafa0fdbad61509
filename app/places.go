package app

import (
	"encoding/json"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// places writes, for the window test, where on the screen things are. It is
// nil in ordinary use.
type places struct {
	path  string
	began time.Time
	first time.Duration // from the start to the first frame with a graph
}

// placed is what the file holds. Places are in the window's own units.
type placed struct {
	Title    string
	Running  bool
	First    float64 // seconds from opening the window to the first graph on it
	Articles int
	Links    int
	Things   []placedThing
	Ties     []placedTie
	Selected []string
	Link     string // type of the selected link
	Reading  string // id of the article in the reader
	Sentence string // the sentence shown there
	CanUndo  bool
	UndoOf   string
	Pinned   []string
	Shown    int
	Review   int // pairs to review
	Log      []placedLine
	Asked    []string   // names of the pair in question, while the review is open
	Canvas   [4]float32 // x, y, width, height
}

type placedThing struct {
	ID, Name, Kind string
	X, Y           float32
}

type placedTie struct {
	From, Type, To string
	X, Y           float32 // the middle
}

// placedLine is a line of the log.
type placedLine struct {
	Words        string
	X, Y         float32 // the middle of its words
	UndoX, UndoY float32 // the middle of what takes it back
}

// placedLog are the lines of the log while it is open.
func (w *window) placedLog() []placedLine {
	if !w.logging() {
		return nil
	}
	middle := func(o fyne.CanvasObject) (x, y float32) {
		if o == nil {
			return 0, 0
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		return at.X + o.Size().Width/2, at.Y + o.Size().Height/2
	}
	var all []placedLine
	for _, s := range w.log.Shown() {
		l := placedLine{Words: s.Line.Words}
		l.X, l.Y = middle(s.Row)
		l.UndoX, l.UndoY = middle(s.TakeBack)
		all = append(all, l)
	}
	return all
}

func newPlaces(path string) *places {
	if path == "" {
		return nil
	}
	return &places{path: path, began: time.Now()}
}

// tellPlaces writes the file anew.
func (w *window) tellPlaces() {
	if w.places == nil {
		return
	}
	p := w.placedNow()
	if len(p.Things) > 0 && w.places.first == 0 {
		w.places.first = time.Since(w.places.began)
	}
	p.First = w.places.first.Seconds()
	data, err := json.Marshal(p)
	if err != nil {
		return
	}
	// A file that cannot be written fails the test that waits for it.
	if os.WriteFile(w.places.path+".part", data, 0o600) == nil {
		_ = os.Rename(w.places.path+".part", w.places.path)
	}
}

func (w *window) placedNow() placed {
	_, links := w.snap.Graph.Size()
	p := placed{
		Title: w.snap.Title, Running: w.snap.Progress.Running, Articles: len(w.snap.Articles), Links: links,
		Selected: w.sel.ids, Link: string(w.sel.link.Type), Reading: w.reading.article,
		CanUndo: w.snap.CanUndo, UndoOf: w.snap.UndoLabel, Shown: w.view.Counts().Shown,
	}
	p.Review = len(w.snap.Suggestions)
	if s, asked := w.inQuestion(); asked {
		pair := w.pairLine(s)
		p.Asked = []string{pair.A, pair.B}
	}
	p.Log = w.placedLog()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.view)
	size := w.view.Size()
	p.Canvas = [4]float32{at.X, at.Y, size.Width, size.Height}
	where := map[string]fyne.Position{}
	for _, e := range w.snap.Graph.Entities() {
		if spot, drawn := w.view.PlaceOf(e.ID); drawn {
			where[e.ID] = at.Add(spot)
			p.Things = append(p.Things, placedThing{ID: e.ID, Name: e.Name, Kind: string(e.Kind), X: where[e.ID].X, Y: where[e.ID].Y})
		}
		if w.snap.Pinned[e.ID] {
			p.Pinned = append(p.Pinned, e.ID)
		}
	}
	for _, l := range w.snap.Graph.Links() {
		a, okA := where[l.From]
		b, okB := where[l.To]
		if okA && okB {
			p.Ties = append(p.Ties, placedTie{From: l.From, Type: string(l.Type), To: l.To, X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2})
		}
	}
	if l, err := w.snap.Graph.Link(w.reading.link); err == nil && w.reading.evidence >= 0 && w.reading.evidence < len(l.Evidence) {
		if a, ok := w.article(w.reading.article); ok {
			s := l.Evidence[w.reading.evidence].Sentence
			p.Sentence = a.Text[s.Start:s.End]
		}
	}
	return p
}
