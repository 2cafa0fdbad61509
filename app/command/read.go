package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/codec/json"
	"byline/graphmodel/extract"
)

// readOptions are the options of read.
type readOptions struct {
	outs    []string
	each    bool
	jsonl   bool
	text    bool
	explain bool
	workers int
	picture pictureOptions
}

func readCommand(r *run) *cobra.Command {
	var o readOptions
	c := &cobra.Command{
		Use:   "read SOURCE… [-o OUT]…",
		Short: "Read articles and make one graph of them",
		Long: "Reads articles and makes one graph of them. SOURCE is a file, a folder, or - for standard input: plain text,\n" +
			"Markdown, or a saved web page. OUT ends in .png, .svg, .json or .byline; without it a summary is printed.\n\n" +
			"With --each every article is a graph of its own, one JSON object a line. With --jsonl standard input is articles\n" +
			`as JSON lines {"id","title","outlet","date","address","text"}, and each becomes a graph of its own, in constant memory.`,
		Example: "  byline read story.txt -o story.png -o story.json\n  byline read --each articles -o graphs.jsonl\n  cat articles.jsonl | byline read --jsonl > graphs.jsonl",
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.check(args); err != nil {
				return err
			}
			r.warm()
			switch {
			case o.jsonl:
				return r.readStream(o)
			case o.each:
				return r.readEach(args, o)
			}
			return r.readStory(args, o)
		},
	}
	f := c.Flags()
	f.StringArrayVarP(&o.outs, "out", "o", nil, "write the graph into this `file`; may be given several times")
	f.BoolVar(&o.each, "each", false, "make one graph an article, as JSON lines")
	f.BoolVar(&o.jsonl, "jsonl", false, "read articles as JSON lines from standard input")
	f.BoolVar(&o.text, "text", false, "put the whole texts into JSON")
	f.BoolVar(&o.explain, "explain", false, "print every link with its sentences and the words that fired")
	f.IntVar(&o.workers, "workers", defaultWorkers(), "read so many articles at a time")
	o.picture.flags(f)
	return c
}

func (o *readOptions) check(args []string) error {
	switch {
	case o.jsonl && len(args) > 0:
		return misuse("read --jsonl reads standard input, and takes no files: leave out %q", article.Shown(args[0]))
	case !o.jsonl && len(args) == 0:
		return misuse("read needs a file, a folder or -: byline read SOURCE…")
	case o.workers < 1:
		return misuse("--workers must be at least 1")
	}
	if err := o.picture.check(); err != nil {
		return err
	}
	if !o.each && !o.jsonl {
		return checkEndings(o.outs)
	}
	if o.explain {
		return misuse("--explain prints one graph for people: leave out --each and --jsonl")
	}
	if len(o.outs) > 1 {
		return misuse("with one graph an article there is only one OUT")
	}
	for _, out := range o.outs {
		if ending := strings.ToLower(filepath.Ext(out)); ending != ".jsonl" && ending != ".ndjson" {
			return misuse("%s: with one graph an article, OUT must end in .jsonl", article.Shown(out))
		}
	}
	return nil
}

// checkEndings wants files that a graph can be written into.
func checkEndings(outs []string) error {
	for _, out := range outs {
		if !slices.Contains(graphEndings, strings.ToLower(filepath.Ext(out))) {
			return misuse("%s: OUT must end in %s", article.Shown(out), strings.Join(graphEndings, ", "))
		}
	}
	return nil
}

// defaultWorkers is how many articles are read at a time: one a processor.
func defaultWorkers() int { return runtime.GOMAXPROCS(0) }

// reading is what was read of several articles, in their order.
type reading struct {
	articles []article.Article
	readings []*extract.Reading
}

func (r *reading) add(o outcome) {
	r.articles = append(r.articles, o.article)
	r.readings = append(r.readings, o.reading)
}

// outcome is one article after the work on it.
type outcome struct {
	name    string
	article article.Article
	reading *extract.Reading
	err     error
}

// readSource opens and reads one article. A fault in there costs this article
// and no other. It tells which share of the reading is done if tell is not nil.
func (r *run) readSource(b *build.Builder, s source, tell func(share float64)) (o outcome) {
	o.name = s.name
	defer func() {
		if fault := recover(); fault != nil {
			o.err = fmt.Errorf("%s could not be read by a fault of Byline's own: %v", article.Shown(s.name), fault)
		}
	}()
	if o.article, o.err = s.open(); o.err == nil {
		o.reading, o.err = b.Read(r.ctx, o.article, tell)
	}
	return o
}

// readAll reads all sources and returns what could be read, in order. The
// same text twice is one article.
func (r *run) readAll(sources []source, workers int) (reading, error) {
	var all reading
	if len(sources) == 0 {
		return all, errNothingRead
	}
	b, err := r.builder()
	if err != nil {
		return all, err
	}
	names := map[string]string{}
	done := 0
	take := func(o outcome) error {
		done++
		r.progress.show(done, len(sources))
		switch first := names[o.article.ID]; {
		case o.err != nil:
			r.complain(o.err)
		case first != "":
			r.say("%s has the same text as %s and was read once", article.Shown(o.name), article.Shown(first))
		default:
			names[o.article.ID] = o.name
			r.notes(o.name, o.article)
			all.add(o)
		}
		return nil
	}
	var tell func(share float64)
	if len(sources) == 1 {
		tell = r.progress.part
	}
	work := func(s source) outcome { return r.readSource(b, s, tell) }
	if err := inOrder(r.ctx, workers, slices.Values(sources), work, take); err != nil {
		return all, err
	}
	r.progress.clear()
	if len(all.articles) == 0 {
		return all, errNothingRead
	}
	return all, nil
}

var errNothingRead = errors.New("no article could be read, so nothing was written")

// readStory makes one graph of all sources.
func (r *run) readStory(args []string, o readOptions) error {
	all, err := r.readAll(r.sources(args), o.workers)
	if err != nil {
		return err
	}
	g := build.Graph(all.articles, all.readings, nil)
	switch {
	case o.explain:
		if err := explain(r.out, g, all.articles); err != nil {
			return err
		}
	case len(o.outs) == 0:
		return summarise(r.out, g, all.articles)
	}
	name := all.articles[0].Name
	if len(all.articles) > 1 {
		name = article.Stem(filepath.Clean(args[0]))
	}
	return r.export(o.outs, exported{id: name, graph: g, articles: all.articles, text: o.text, picture: o.picture})
}

// readEach makes one graph of each source.
func (r *run) readEach(args []string, o readOptions) error {
	sources := r.sources(args)
	if len(sources) == 0 {
		return errNothingRead
	}
	b, err := r.builder()
	if err != nil {
		return err
	}
	return r.toLines(o.outs, func(w io.Writer) error {
		done := 0
		take := func(o graphLine) error {
			done++
			r.progress.show(done, len(sources))
			return r.takeLine(w, o)
		}
		work := func(s source) graphLine { return lineOf(r.readSource(b, s, nil), "", o.text) }
		return inOrder(r.ctx, o.workers, slices.Values(sources), work, take)
	})
}

// graphLine is one article's graph as a line of JSON.
type graphLine struct {
	name  string
	line  []byte
	notes article.Article
	err   error
}

func lineOf(o outcome, id string, text bool) (g graphLine) {
	g = graphLine{name: o.name, notes: o.article, err: o.err}
	g.notes.Text = ""
	if o.err != nil {
		return g
	}
	defer func() {
		if fault := recover(); fault != nil {
			g.err = fmt.Errorf("%s gave no graph by a fault of Byline's own: %v", article.Shown(o.name), fault)
		}
	}()
	if id == "" {
		id = o.article.Name
	}
	articles := []article.Article{o.article}
	graph := build.Graph(articles, []*extract.Reading{o.reading}, nil)
	g.line, g.err = marshal(id, graph, articles, text)
	return g
}

func marshal(id string, g *graphmodel.Graph, articles []article.Article, text bool) ([]byte, error) {
	var b strings.Builder
	var opts []json.Option
	if text {
		opts = append(opts, json.WithText())
	}
	if err := json.Write(&b, id, g, articles, opts...); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}

func (r *run) takeLine(w io.Writer, g graphLine) error {
	if g.err != nil {
		r.complain(g.err)
		return nil
	}
	r.notes(g.name, g.notes)
	if _, err := w.Write(g.line); err != nil {
		return fmt.Errorf("the graphs cannot be written: %w", err)
	}
	return nil
}

// toLines opens where the lines go: a file, or standard output.
func (r *run) toLines(outs []string, fill func(io.Writer) error) error {
	if len(outs) == 0 {
		return fill(r.out)
	}
	err := r.outputs.write(outs[0], fill)
	if errors.Is(err, context.Canceled) {
		return context.Canceled
	}
	return err
}
