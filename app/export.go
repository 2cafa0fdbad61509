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
	words, ending string
	pixels        bool
}

var exportForms = []exportForm{
	{"PNG picture", ".png", true},
	{"SVG picture, sharp at every size", ".svg", false},
	{"JSON data: things, links, sentences", ".json", false},
}

// exportSizes are the pixels of a PNG for each unit of the window.
var exportSizes = []string{"As on the screen", "Twice as large", "Three times as large, for print"}

// export asks for a kind of file and a place, and writes it.
func (w *window) export() {
	if len(w.view.IDs()) == 0 {
		w.problems([]string{"There is nothing on the canvas to export yet. Add an article first."})
		return
	}
	words := make([]string, len(exportForms))
	for i, f := range exportForms {
		words[i] = f.words
	}
	w.dialog = dialogs.Export(w.win.Canvas(), words, exportSizes, func(i int) bool { return exportForms[i].pixels }, func(form, size int) {
		f := exportForms[form]
		w.askForFile(fileName(w.snap.Title)+f.ending, func(path string) error {
			return writeFile(path, func(out io.Writer) error { return w.writeExport(out, f.ending, float64(size+1)) })
		})
	})
}

// writeExport writes all that the canvas draws, or all that is known.
func (w *window) writeExport(out io.Writer, ending string, scale float64) error {
	switch ending {
	case ".json":
		return json.Write(out, w.snap.Title, w.snap.Graph, w.snap.Articles)
	case ".svg":
		return paint.SVG(out, w.picture())
	}
	return paint.PNG(out, w.picture(), scale)
}

// picture is the whole graph as the canvas shows it, at 100 % zoom if it is
// large, with nothing selected, and with its title and legend round it.
func (w *window) picture() scene.Scene {
	m := scene.New(w.view.Input())
	box, size := m.Bounds(), w.view.Size()
	c := scene.Camera{
		Width:  max(float64(size.Width), box.W+2*pictureMargin) + legendRoom,
		Height: max(float64(size.Height), box.H+2*pictureMargin) + titleRoom,
	}
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
