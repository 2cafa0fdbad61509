package app

import (
	"io"

	"byline/app/dialogs"
	"byline/app/look"
	"byline/app/paint"
	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel/codec/json"
)

// exportForm is one kind of file to export.
type exportForm struct {
	dialogs.Form
	ending string
}

var exportForms = []exportForm{
	{dialogs.Form{Words: "PNG picture", Picture: true, Pixels: true}, ".png"},
	{dialogs.Form{Words: "SVG picture, sharp at every size", Picture: true}, ".svg"},
	{dialogs.Form{Words: "JSON data: things, links, sentences"}, ".json"},
}

// exportSizes are the pixels of a PNG for each unit of the window.
var exportSizes = []string{"As on the screen", "Twice as large", "Three times as large, for print"}

// export asks for a kind of file and a place, and writes it.
func (w *window) export() {
	if len(w.view.IDs()) == 0 {
		w.problems([]string{"There is nothing on the canvas to export yet. Add an article first."})
		return
	}
	forms := make([]dialogs.Form, len(exportForms))
	for i, f := range exportForms {
		forms[i] = f.Form
	}
	dialogs.Export(w.win.Canvas(), forms, exportSizes, func(e dialogs.Exported) {
		ending := exportForms[e.Form].ending
		w.askForFile(fileName(w.snap.Title)+ending, func(path string) error {
			return writeFile(path, func(out io.Writer) error { return w.writeExport(out, ending, e) })
		})
	})
}

// writeExport writes all that the canvas draws, or all that is known.
func (w *window) writeExport(out io.Writer, ending string, e dialogs.Exported) error {
	if ending == ".json" {
		return json.Write(out, w.snap.Title, w.snap.Graph, w.snap.Articles)
	}
	picture := w.bare()
	if e.Legend {
		picture = w.sheet()
	}
	if ending == ".svg" {
		return paint.SVG(out, picture)
	}
	return paint.PNG(out, picture, float64(e.Size+1))
}

// bare is the whole graph as the canvas shows it, at 100 % zoom if it is
// large, with nothing selected.
func (w *window) bare() scene.Scene {
	m := scene.New(w.view.Input())
	c := w.roomFor(m)
	return m.Build(scene.View{Camera: c.Fit(m.Bounds()), Style: look.Now()})
}

// roomFor is a camera as large as the canvas, or as the graph at 100 %.
func (w *window) roomFor(m *scene.Model) scene.Camera {
	box, size := m.Bounds(), w.view.Size()
	return scene.Camera{
		Width:  max(float64(size.Width), box.W+2*pictureMargin),
		Height: max(float64(size.Height), box.H+2*pictureMargin),
	}
}

// sheet is the same with its title and legend round it.
func (w *window) sheet() scene.Scene {
	m := scene.New(w.view.Input())
	c := w.roomFor(m)
	c.Width, c.Height = c.Width+legendRoom, c.Height+titleRoom
	sheet := scene.Sheet{
		Title:  w.snap.Title,
		Source: wording.Count(len(w.snap.Articles), "article", "articles") + ". Every link rests on a sentence.",
		Credit: "Drawn with Byline",
	}
	if len(w.snap.Articles) == 1 && w.snap.Articles[0].Outlet != "" {
		sheet.Source = wording.Source(w.snap.Articles[0]) + ". Every link rests on a sentence of it."
	}
	return m.Sheet(scene.View{Camera: c, Style: look.Now()}, sheet)
}

// Room round the graph of a picture: at its sides, for the legend, for title
// and foot.
const (
	pictureMargin = 72
	legendRoom    = 430
	titleRoom     = 190
)
