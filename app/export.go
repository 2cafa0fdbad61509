package app

import (
	"io"

	"byline/app/dialogs"
	"byline/app/look"
	"byline/app/paint"
	"byline/app/scene"
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
// large, with nothing selected.
func (w *window) picture() scene.Scene {
	in := w.view.Input()
	box := scene.New(in).Bounds()
	size := w.view.Size()
	c := scene.Camera{Width: max(float64(size.Width), box.W+2*pictureMargin), Height: max(float64(size.Height), box.H+2*pictureMargin)}
	return scene.Build(in, scene.View{Camera: c.Fit(box), Style: look.Now()})
}

const pictureMargin = 72
