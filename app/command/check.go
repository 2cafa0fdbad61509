package command

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"byline/graphmodel/article"
	"byline/graphmodel/store"
	"byline/graphmodel/store/backup"
)

func checkCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "check PROJECT",
		Short: "Check that a project file is whole",
		Long: "Looks at every part of a project file. A save that was cut short is put right; nothing else is changed.\n" +
			"Of a project that is damaged or gone it says whether there is a backup.",
		Args: needArgs(1, 1, "one project"),
		RunE: func(_ *cobra.Command, args []string) error { return r.check(args[0]) },
	}
}

// check says what there is to know of a project. One that was put right, or is
// only open elsewhere, is whole.
func (r *run) check(path string) error {
	p, err := r.openToRead(path)
	if err != nil {
		return err
	}
	c := p.Content()
	verdict := "whole"
	switch {
	case len(p.Problems()) > 0:
		verdict = "not whole"
		if hint := r.hint(path); hint != "" {
			r.say("%s: %s", article.Shown(path), hint)
		}
	case p.Outdated():
		r.say("%s: an earlier Byline made this project. It is brought up to date when it is next changed", article.Shown(path))
	case p.ReadOnly() != "":
		r.say("%s: %s", article.Shown(path), p.ReadOnly())
	}
	if err := p.Close(); err != nil {
		return err
	}
	return r.print("%s is %s: %s, %s, %s\n", article.Shown(path), verdict, counted(len(c.Items), "article", "articles"),
		counted(len(c.Decisions), "correction", "corrections"), counted(len(c.Places), "place", "places"))
}

func restoreCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "restore PROJECT OUT",
		Short: "Make a new project of the newest backup of one",
		Long: "Copies the newest backup of a project that is whole to OUT, which must not be there yet. The project itself is left as it is.\n" +
			"Byline keeps backups of the projects that it changes, outside their folders.",
		Args: needArgs(2, 2, "a project and the file to make"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := checkProjectName(args[1]); err != nil {
				return err
			}
			c, err := r.backups().Restore(r.ctx, args[0], args[1])
			if err != nil {
				return err
			}
			return r.print("%s is the backup of %s\n", article.Shown(args[1]), moment(c.Time))
		},
	}
}

func repairCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "repair PROJECT OUT",
		Short: "Copy what can still be read of a damaged project",
		Long:  "Copies every row of a damaged project that can still be read to the new project OUT, which must not be there yet, and says what is lost.\nThe damaged project is left as it is.",
		Args:  needArgs(2, 2, "a project and the file to make"),
		RunE:  func(_ *cobra.Command, args []string) error { return r.repair(args[0], args[1]) },
	}
}

func (r *run) repair(path, out string) error {
	if err := checkProjectName(out); err != nil {
		return err
	}
	if _, err := os.Lstat(out); err == nil {
		return fmt.Errorf("%s: %w", article.Shown(out), store.ErrExists)
	}
	lost, err := store.Salvage(path, out)
	if err != nil {
		return err
	}
	for _, l := range lost {
		r.complain(fmt.Errorf("%s: %s", article.Shown(path), l))
	}
	return r.print("%s holds what could be read\n", article.Shown(out))
}

// backups is where the backups are; nowhere if the system has no such place.
func (r *run) backups() backup.Shelf {
	folder, err := backup.Folder()
	if err != nil {
		return backup.Shelf{}
	}
	return backup.Shelf{Dir: folder, Now: time.Now}
}

// openToRead opens a project and says what was found. It is not changed, but
// for a save that was cut short.
func (r *run) openToRead(path string) (*store.Project, error) {
	p, err := store.Open(path)
	return p, r.found(path, p, err)
}

// openToWrite is openToRead, but brings the project up to date.
func (r *run) openToWrite(path string) (*store.Project, error) {
	p, outdated, err := r.backups().Open(path)
	if outdated != nil {
		r.complain(outdated)
	}
	return p, r.found(path, p, err)
}

// found says what is to be known of a project that was opened, or not.
func (r *run) found(path string, p *store.Project, err error) error {
	if err != nil {
		if errors.Is(err, store.ErrDamaged) {
			err = fmt.Errorf("%w. byline repair copies what can still be read into a new project", err)
		}
		if hint := r.hint(path); hint != "" && store.Lost(err) {
			err = fmt.Errorf("%w. %s", err, hint)
		}
		return err
	}
	for _, notice := range p.Notices() {
		r.say("%s: %s", article.Shown(path), notice)
	}
	for _, problem := range p.Problems() {
		r.complain(fmt.Errorf("%s: %s", article.Shown(path), problem))
	}
	return nil
}

// hint says that there is a backup, if there is one.
func (r *run) hint(path string) string {
	all := r.backups().Copies(path)
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf("There is a backup of %s; byline restore makes a new project of it", moment(all[0].Time))
}

// backUp keeps a copy of a project that was changed, unless a command before it
// did so a moment ago. That it cannot is no failure of what was asked for.
func (r *run) backUp(p *store.Project) {
	if !r.backups().Due(p.Path()) {
		return
	}
	if err := r.backups().Keep(r.ctx, p); err != nil && r.ctx.Err() == nil {
		r.say("%s", err.Error())
	}
}

func moment(t time.Time) string { return t.Local().Format("2 January 2006, 15:04") }
