package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"byline/app/scene"
	"byline/graphmodel/article"
	graphjson "byline/graphmodel/codec/json"
)

func drawCommand(r *run) *cobra.Command {
	var o pictureOptions
	var outs []string
	var positions string
	var stats bool
	c := &cobra.Command{
		Use:   "draw GRAPH -o OUT",
		Short: "Draw a graph that was written as JSON",
		Long:  "Draws a graph that byline read wrote as .json. OUT ends in .png or .svg and may be given several times.",
		Args:  needArgs(1, 1, "one graph"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.check(); err != nil {
				return err
			}
			if len(outs) == 0 && positions == "" && !stats {
				return misuse("draw needs -o OUT: the picture's file")
			}
			for _, out := range outs {
				if !slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(out))) {
					return misuse("%s: OUT must end in %s", article.Shown(out), strings.Join(pictureEndings, " or "))
				}
			}
			return r.draw(args[0], outs, positions, stats, o)
		},
	}
	f := c.Flags()
	f.StringArrayVarP(&outs, "out", "o", nil, "write the picture into this `file`; may be given several times")
	f.StringVar(&positions, "positions", "", "write where things lie into this CSV `file`")
	f.BoolVar(&stats, "stats", false, "print what the placing took, as one line of JSON")
	o.flags(f)
	return c
}

func (r *run) draw(path string, outs []string, positions string, stats bool, o pictureOptions) error {
	doc, err := r.openGraph(path)
	if err != nil {
		return err
	}
	found, err := o.arrange(r.ctx, doc.Graph, nil, nil)
	if err != nil {
		return err
	}
	var s scene.Scene
	if len(outs) > 0 || stats {
		s = o.scene(doc.Graph, found.at)
	}
	for _, out := range outs {
		if err := r.exportOne(out, strings.ToLower(filepath.Ext(out)), exported{picture: o}, &found, &s); err != nil {
			r.complain(err)
		}
	}
	if positions != "" {
		if err := r.outputs.write(positions, func(w io.Writer) error { return writePositions(w, found) }); err != nil {
			r.complain(err)
		}
	}
	if stats {
		return r.printStats(found, s)
	}
	return nil
}

// openGraph reads a graph from a file, or from standard input for "-".
func (r *run) openGraph(path string) (graphjson.Document, error) {
	if path == "-" {
		doc, err := graphjson.Read(r.in)
		if err != nil {
			return doc, fmt.Errorf("standard input: %w", err)
		}
		return doc, nil
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return graphjson.Document{}, fmt.Errorf("%s %w", article.Shown(path), article.ErrMissing)
	case err == nil && !info.Mode().IsRegular():
		return graphjson.Document{}, fmt.Errorf("%s is not a file: name a graph in .json", article.Shown(path))
	case err == nil && info.Size() > graphjson.MaxBytes:
		return graphjson.Document{}, fmt.Errorf("%s: %w", article.Shown(path), graphjson.ErrTooBig)
	}
	f, err := os.Open(path)
	if err != nil {
		return graphjson.Document{}, fmt.Errorf("%s %w", article.Shown(path), article.ErrForbidden)
	}
	doc, err := graphjson.Read(f)
	if err = errors.Join(err, f.Close()); err != nil {
		return doc, fmt.Errorf("%s: %w", article.Shown(path), err)
	}
	return doc, nil
}

func (r *run) printStats(p places, s scene.Scene) error {
	line, err := json.Marshal(struct {
		Nodes    int     `json:"nodes"`
		Edges    int     `json:"edges"`
		Shown    int     `json:"shown"`
		Drawn    int     `json:"lines_drawn"`
		SetupMS  float64 `json:"setup_ms"`
		LayoutMS float64 `json:"layout_ms"`
		CPUMS    float64 `json:"layout_cpu_ms"`
	}{len(p.ids), p.edges, s.Counts.Shown, s.Counts.Drawn, p.setup.Seconds() * 1000, p.wall.Seconds() * 1000, p.cpu.Seconds() * 1000})
	if err != nil {
		return fmt.Errorf("the figures could not be written: %w", err)
	}
	return r.print("%s\n", line)
}
