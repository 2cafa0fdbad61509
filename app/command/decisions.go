package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/codec/decisions"
	"byline/graphmodel/store"
)

func decisionsCommand(r *run) *cobra.Command {
	var outs []string
	c := &cobra.Command{
		Use:   "decisions PROJECT [-o OUT.json]",
		Short: "Write what people decided in a project, for a colleague",
		Long:  "Writes every correction of a project as byline-decisions/1, a small JSON file without the articles. The command apply takes it.",
		Args:  needArgs(1, 1, "one project"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(outs) > 1 {
				return misuse("decisions writes one file")
			}
			p, err := r.openToRead(args[0])
			if err != nil {
				return err
			}
			c := p.Content()
			if err := p.Close(); err != nil {
				return err
			}
			return r.toLines(outs, func(w io.Writer) error { return decisions.Write(w, c.Decisions, store.Articles(c.Items)) })
		},
	}
	c.Flags().StringArrayVarP(&outs, "out", "o", nil, "write into this `file`")
	return c
}

func applyCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "apply PROJECT DECISIONS.json",
		Short: "Make a colleague's decisions those of a project too",
		Long: "Adds the corrections that the command decisions wrote to a project. Each finds its place by the words it stands on.\n" +
			"One that the project has already is passed over; one that does not fit is kept, does nothing, and is named.",
		Args: needArgs(2, 2, "a project and a file of decisions"),
		RunE: func(_ *cobra.Command, args []string) error { return r.apply(args[0], args[1]) },
	}
}

// apply saves the decisions that are new, and says which of them do not fit.
func (r *run) apply(path, from string) error {
	if err := checkProjectName(path); err != nil {
		return err
	}
	f, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", article.Shown(from), err)
	}
	set, err := decisions.Read(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("%s: %w", article.Shown(from), err)
	}
	added, err := r.saveDecisions(path, set)
	if err != nil {
		return err
	}
	s, err := r.openStory(path)
	if err != nil {
		return err
	}
	for _, u := range s.unfit {
		if i := slices.IndexFunc(added, func(d graphmodel.Decision) bool { return d.Number == u.Number }); i >= 0 {
			r.complain(fmt.Errorf("one decision (%s) does not fit: %s", described(added[i]), u.Why))
		}
	}
	return r.print("%s: %s new, %d in the project already\n", article.Shown(path), counted(len(added), "decision", "decisions"), set.Len()-len(added))
}

// saveDecisions adds those of the set that the project does not have.
func (r *run) saveDecisions(path string, set decisions.Set) (added []graphmodel.Decision, err error) {
	p, err := r.openToWrite(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if why := p.ReadOnly(); why != "" {
		return nil, fmt.Errorf("%s: %s", article.Shown(path), why)
	}
	c := p.Content()
	added = set.Apply(c.Decisions, store.Articles(c.Items))
	if err := p.Save(store.Change{AddDecisions: added}); err != nil {
		return nil, err
	}
	r.backUp(p)
	return added, nil
}

// described is a decision in a few words: what it does, and to what.
func described(d graphmodel.Decision) string {
	words := []string{string(d.Act), string(d.Scope)}
	if d.Link != (graphmodel.Key{}) {
		words = append(words, d.Link.From, d.Link.Type.Words(), d.Link.To)
	}
	words = append(words, d.About, d.Other, d.Value)
	return wording.OneLine(strings.Join(words, " "))
}
