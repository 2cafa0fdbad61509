package command

import (
	"io"
	"path/filepath"
	"strings"

	"byline/app/scene"
	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/codec/json"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// The endings of files that a graph is written into; those of pictures first.
var (
	pictureEndings = []string{".png", ".svg"}
	graphEndings   = []string{".png", ".svg", ".json", ".byline"}
)

// exported is a graph on its way into files.
type exported struct {
	id       string
	graph    *graphmodel.Graph
	articles []article.Article
	text     bool
	picture  pictureOptions
	at       map[string]layout.Point // where things lie already
	pinned   map[string]bool
	content  *store.Content // of the project that it comes from, if it does
}

// export writes the graph into each of the files. One that cannot be written
// is complained about; the others are written all the same.
func (r *run) export(outs []string, x exported) error {
	var found *places
	var drawn *scene.Scene
	for _, out := range outs {
		ending := strings.ToLower(filepath.Ext(out))
		if ending != ".json" && found == nil {
			p, err := x.picture.arrange(r.ctx, x.graph, x.at, x.pinned)
			if err != nil {
				return err
			}
			s := x.picture.scene(x.graph, p.at)
			found, drawn = &p, &s
		}
		if err := r.exportOne(out, ending, x, found, drawn); err != nil {
			if r.ctx.Err() != nil {
				return r.ctx.Err()
			}
			r.complain(err)
		}
	}
	return nil
}

func (r *run) exportOne(out, ending string, x exported, found *places, drawn *scene.Scene) error {
	switch ending {
	case ".json":
		opts := []json.Option{json.Indented()}
		if x.text {
			opts = append(opts, json.WithText())
		}
		return r.outputs.write(out, func(w io.Writer) error { return json.Write(w, x.id, x.graph, x.articles, opts...) })
	case ".byline":
		return store.Write(out, x.project(*found))
	}
	err := r.outputs.write(out, func(w io.Writer) error { return x.picture.paintAs(w, ending, *drawn) })
	if note := leftOut(drawn.Counts); err == nil && note != "" {
		r.say("%s: %s", article.Shown(out), note)
	}
	return err
}

// project is the graph as a project: what is read again are the articles, and
// things stay where they lie.
func (x exported) project(found places) store.Content {
	if x.content != nil {
		return *x.content
	}
	c := store.Content{Places: map[string]store.Place{}}
	for i, a := range x.articles {
		c.Items = append(c.Items, store.Item{Number: i + 1, Article: a})
	}
	for id, at := range found.at {
		c.Places[id] = store.Place{Point: at}
	}
	return c
}
