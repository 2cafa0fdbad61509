package command

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract/compact"
	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// projectEnding is how the names of projects end.
const projectEnding = ".byline"

// projectCommands are the commands that work on a project file.
func projectCommands(r *run) []*cobra.Command {
	return []*cobra.Command{addCommand(r), exportCommand(r), checkCommand(r), restoreCommand(r), repairCommand(r), findCommand(r), pathCommand(r), decisionsCommand(r), applyCommand(r)}
}

func addCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "add PROJECT SOURCE…",
		Short: "Add articles to a project",
		Long: "Adds articles to a project, and makes the project if it is not there. SOURCE is a file, a folder, or -.\n" +
			"An article that the project has already is passed over; a new version of one, from the same address, takes its place, and\n" +
			"corrections stand on its words from then on. All of them are saved at once, or none is.",
		Args: needArgs(2, 0, "a project and an article"),
		RunE: func(_ *cobra.Command, args []string) error { return r.add(args[0], args[1:]) },
	}
}

func checkProjectName(path string) error {
	if !strings.EqualFold(filepath.Ext(path), projectEnding) {
		return misuse("%s: a project's name ends in %s", article.Shown(path), projectEnding)
	}
	return nil
}

// add opens the sources and saves those that are new. What they say is read
// when the window opens the project.
func (r *run) add(path string, sources []string) (err error) {
	if err := checkProjectName(path); err != nil {
		return err
	}
	var have store.Content
	_, missing := os.Lstat(path)
	var p *store.Project
	if missing == nil {
		if p, err = r.openToWrite(path); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, p.Close()) }()
		if why := p.ReadOnly(); why != "" {
			return fmt.Errorf("%s: %s", article.Shown(path), why)
		}
		have = p.Content()
	}
	in, err := r.takeIn(have, sources)
	switch {
	case err != nil:
		return err
	case p == nil:
		err = store.Write(path, store.Content{Items: in.AddItems})
	default:
		err = p.Save(in)
	}
	if err != nil {
		return err
	}
	if p != nil {
		r.backUp(p)
	}
	replaced := ""
	if n := len(in.RemoveItems); n > 0 {
		replaced = fmt.Sprintf(", %d replaced by a new version", n)
	}
	added := len(in.AddItems) - len(in.RemoveItems)
	return r.print("%s: %s added%s, %d in all\n", article.Shown(path), counted(added, "article", "articles"), replaced, len(have.Items)+added)
}

// takeIn opens the articles that are not in the project and makes of them the
// change that brings them in.
func (r *run) takeIn(have store.Content, args []string) (store.Change, error) {
	in := newIntake(have)
	sources := r.sources(args)
	opened := 0
	for n, s := range sources {
		if err := r.ctx.Err(); err != nil {
			return store.Change{}, err
		}
		a, err := s.open()
		r.progress.show(n+1, len(sources))
		if err != nil {
			r.complain(err)
			continue
		}
		opened++
		r.notes(s.name, a)
		switch in.take(a) {
		case present:
			r.say("%s is in the project already", article.Shown(s.name))
		case replaced:
			r.say("%s takes the place of its earlier version", article.Shown(s.name))
		}
	}
	if opened == 0 {
		return store.Change{}, errNothingRead
	}
	return in.change(have), nil
}

func exportCommand(r *run) *cobra.Command {
	var o pictureOptions
	var outs []string
	var text bool
	c := &cobra.Command{
		Use:   "export PROJECT -o OUT…",
		Short: "Write a project's graph as a picture or as data",
		Long:  "Writes a project's graph, with every correction made in it. OUT ends in .png, .svg, .json or .byline and may be given several times.",
		Args:  needArgs(1, 1, "one project"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.check(); err != nil {
				return err
			}
			if len(outs) == 0 {
				return misuse("export needs -o OUT: the file to write")
			}
			if err := checkEndings(outs); err != nil {
				return err
			}
			s, err := r.openStory(args[0])
			if err != nil {
				return err
			}
			x := exported{id: article.Stem(args[0]), graph: s.graph, articles: s.articles, text: text, picture: o, content: &s.content}
			x.at, x.pinned = map[string]layout.Point{}, map[string]bool{}
			for id, place := range s.content.Places {
				x.at[id], x.pinned[id] = place.Point, place.Pinned
			}
			return r.export(outs, x)
		},
	}
	f := c.Flags()
	f.StringArrayVarP(&outs, "out", "o", nil, "write the graph into this `file`; may be given several times")
	f.BoolVar(&text, "text", false, "put the whole texts into JSON")
	o.flags(f)
	return c
}

// story is a project and the graph that follows from it.
type story struct {
	content  store.Content
	articles []article.Article
	graph    *graphmodel.Graph
	unfit    []graphmodel.Unfit
}

// openStory opens a project and reads those of its articles whose reading is
// not kept in it. The file is not changed.
func (r *run) openStory(path string) (s story, err error) {
	r.warm()
	p, err := r.openToRead(path)
	if err != nil {
		return s, err
	}
	s.content = p.Content()
	b, err := r.builder()
	if err != nil {
		return s, errors.Join(err, p.Close())
	}
	kept := map[string][]byte{}
	// What cannot be read here is read from its article.
	_ = p.Readings(b.Version(), func(id string, data []byte) { kept[id] = data })
	if err := p.Close(); err != nil {
		return s, err
	}
	var readings []outcome
	take := func(o outcome) error {
		readings = append(readings, o)
		r.progress.show(len(readings), len(s.content.Items))
		return nil
	}
	work := func(i store.Item) outcome { return r.readItem(b, i.Article, kept[i.ID]) }
	if err := inOrder(r.ctx, defaultWorkers(), slices.Values(s.content.Items), work, take); err != nil {
		return s, err
	}
	articles, o := r.joined(readings, s.content.Decisions)
	s.articles, s.graph, s.unfit = articles, o.Graph, o.Unfit
	return s, nil
}

// readItem takes the reading that was kept, or reads the article.
func (r *run) readItem(b *build.Builder, a article.Article, kept []byte) outcome {
	name := cmp.Or(a.Title, a.Name, "an article")
	if reading, err := compact.Decode(a, kept); err == nil {
		return outcome{name: name, article: a, reading: reading}
	}
	return r.readSource(b, source{name, func() (article.Article, error) { return a, nil }}, nil)
}

// joined makes the graph of what could be read.
func (r *run) joined(all []outcome, decisions []graphmodel.Decision) ([]article.Article, build.Outcome) {
	var read reading
	for _, o := range all {
		if o.err != nil {
			r.complain(o.err)
			continue
		}
		read.add(o)
	}
	return read.articles, build.Join(read.articles, read.readings, decisions)
}
