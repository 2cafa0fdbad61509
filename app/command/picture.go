package command

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"byline/app/paint"
	"byline/app/scene"
	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/layout"
	"byline/graphmodel/layout/choice"
	"byline/graphmodel/layout/force"
)

// Limits of a picture's sides.
const (
	smallestSide = 64
	largestSide  = 20_000
)

// pictureOptions say how a graph is drawn.
type pictureOptions struct {
	size          string
	width, height float64
	scale         float64
	layout        string
	seed          uint64
	dark          bool
	all           bool
}

func (o *pictureOptions) flags(f *pflag.FlagSet) {
	f.StringVar(&o.size, "size", "1600x1000", "width and height of a picture")
	f.Float64Var(&o.scale, "scale", 1, "pixels of a PNG for each unit of its size")
	names := choice.Names()
	f.StringVar(&o.layout, "layout", names[0], "how things are placed: "+strings.Join(names, ", "))
	f.Uint64Var(&o.seed, "seed", 1, "another number gives another placing")
	f.BoolVar(&o.dark, "dark", false, "draw on a dark ground")
	f.BoolVar(&o.all, "all", false, "draw denied links and things without a link too")
}

func (o *pictureOptions) check() error {
	w, h, ok := strings.Cut(strings.ToLower(o.size), "x")
	width, errW := strconv.Atoi(w)
	height, errH := strconv.Atoi(h)
	if !ok || errW != nil || errH != nil {
		return misuse("--size is written as 1600x1000, not %q", article.Shown(o.size))
	}
	if min(width, height) < smallestSide || max(width, height) > largestSide {
		return misuse("--size: each side must be from %d to %d", smallestSide, largestSide)
	}
	if !(o.scale > 0 && o.scale <= 16) {
		return misuse("--scale must be above 0 and at most 16")
	}
	if _, ok := choice.Named(o.layout); !ok {
		return misuse("there is no layout %q: choose from %s", article.Shown(o.layout), strings.Join(choice.Names(), ", "))
	}
	o.width, o.height = float64(width), float64(height)
	return nil
}

// places are where the things of a graph lie, and what finding that took.
type places struct {
	ids   []string
	at    map[string]layout.Point
	setup time.Duration
	wall  time.Duration
	cpu   time.Duration
	edges int
}

// arrange places all things. Those in old that are pinned stay.
func (o *pictureOptions) arrange(ctx context.Context, g *graphmodel.Graph, old map[string]layout.Point, pinned map[string]bool) (places, error) {
	begun := time.Now()
	p, ids := scene.Problem(g, nil)
	p.Aspect, p.Seed = o.width/o.height, o.seed
	if len(old) > 0 {
		p = scene.Resume(p, ids, old, pinned)
	}
	out := places{ids: ids, setup: time.Since(begun), edges: len(p.Edges)}
	begun, cpu := time.Now(), processorTime()
	at, err := layout.Run(ctx, o.begin(p), nil)
	if err != nil {
		return out, err
	}
	out.wall, out.cpu = time.Since(begun), processorTime()-cpu
	out.at = scene.Positions(ids, at)
	return out, nil
}

// begin starts the layout that was asked for. By links, a project's own places
// are gone on from; any other layout is a new arrangement around the pins.
func (o *pictureOptions) begin(p layout.Problem) layout.Stepper {
	chosen, ok := choice.Named(o.layout)
	if !ok || o.layout == choice.Names()[0] {
		return force.New(p)
	}
	return chosen.New(p, nil)
}

// scene is the picture of the graph at these places, with its legend, fitted
// into its size.
func (o *pictureOptions) scene(g *graphmodel.Graph, at map[string]layout.Point) scene.Scene {
	in := scene.Input{Graph: g, Positions: at, Filter: scene.StartFilter()}
	if o.all {
		in.Filter = scene.Filter{Unlinked: true, AllLines: true}
	}
	m := scene.New(in)
	style := scene.Light()
	if o.dark {
		style = scene.Dark()
	}
	return m.Sheet(scene.View{Camera: scene.Camera{Width: o.width, Height: o.height}, Style: style}, scene.Sheet{Credit: "Drawn with Byline"})
}

// paintAs writes the picture in the format of this ending.
func (o *pictureOptions) paintAs(w io.Writer, ending string, s scene.Scene) error {
	if ending == ".svg" {
		return paint.SVG(w, s)
	}
	return paint.PNG(w, s, o.scale)
}

// leftOut says what of the graph the picture does not show; empty if nothing.
func leftOut(c scene.Counts) string {
	var parts []string
	if n := c.Things - c.Shown; n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d things", n, c.Things))
	}
	if n := c.Lines - c.Drawn; n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d linked pairs", n, c.Lines))
	}
	if len(parts) == 0 {
		return ""
	}
	return "not drawn: " + strings.Join(parts, ", ") + "; --all draws everything"
}

// writePositions writes where everything lies as CSV.
func writePositions(w io.Writer, p places) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{"id", "x", "y"}); err != nil {
		return err
	}
	for _, id := range p.ids {
		at := p.at[id]
		row := []string{wording.Field(id), strconv.FormatFloat(at.X, 'f', 3, 64), strconv.FormatFloat(at.Y, 'f', 3, 64)}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
