// Package command is Byline without a window: the same reading, the same
// graph and the same pictures from a command line.
//
// It owns the commands, their options, what they print and their exit
// status: 0 all done, 1 something could not be done (said which and why; the
// rest is done), 2 wrong usage. It refuses to do any of the work itself: that
// is in graphmodel, app/scene and app/paint. Results go to standard output,
// progress and complaints to standard error.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"byline/graphmodel/article"
)

// Version is the version of the program.
const Version = "0.1.0"

// The exit statuses.
const (
	statusDone    = 0
	statusPartly  = 1
	statusMisused = 2
)

// grace is how long a command that was told to stop may take to tidy up.
const grace = 600 * time.Millisecond

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Wanted reports whether these arguments are for Run: a command, an option,
// or a single word that can only be a command misspelt. Everything else names
// files to open in the window; a file with the name of a command is written
// ./read.
func Wanted(args []string) bool {
	if len(args) == 0 {
		return false
	}
	first := args[0]
	if strings.HasPrefix(first, "-") && first != "-" {
		return true
	}
	if slices.Contains([]string{"help", "completion", cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd}, first) {
		return true
	}
	for _, c := range newRoot(newRun(context.Background(), Streams{})).Commands() {
		if c.Name() == first {
			return true
		}
	}
	_, err := os.Lstat(first)
	return err != nil && first != "-" && !strings.ContainsAny(first, `./\:`)
}

// Run runs one command and returns its exit status. When ctx is done it
// returns within a second; what was begun and not finished leaves no file.
func Run(ctx context.Context, streams Streams, args []string) int {
	r := newRun(ctx, streams)
	done := make(chan error, 1)
	go func() {
		// Whatever a file does to a library below, the person gets a sentence.
		defer func() {
			if fault := recover(); fault != nil {
				done <- fmt.Errorf("this is a fault of Byline's own: %v", fault)
			}
		}()
		root := newRoot(r)
		root.SetArgs(args)
		done <- root.Execute()
	}()
	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		select {
		case err = <-done:
		case <-time.After(grace):
		}
		err = errors.Join(err, context.Canceled)
	}
	r.progress.clear()
	return r.status(err)
}

// status says what went wrong and returns the exit status.
func (r *run) status(err error) int {
	var misuse misuseError
	switch {
	case errors.Is(err, context.Canceled):
		r.outputs.discard()
		if r.printed.Load() || r.outputs.wrote() {
			r.say("Stopped. What was written before is whole, and the rest is missing.")
			return statusPartly
		}
		r.say("Stopped. Nothing was written.")
		return statusPartly
	case errors.As(err, &misuse):
		r.say("%s", misuse.Error())
		return statusMisused
	case err != nil:
		r.outputs.discard()
		r.say("%s", err.Error())
		return statusPartly
	case r.failed.Load() > 0:
		return statusPartly
	}
	return statusDone
}

// misuseError is a wrong use of the command line.
type misuseError struct{ err error }

func (m misuseError) Error() string { return m.err.Error() }
func (m misuseError) Unwrap() error { return m.err }

func misuse(format string, args ...any) error {
	return misuseError{fmt.Errorf(format, args...)}
}

func newRoot(r *run) *cobra.Command {
	root := &cobra.Command{
		Use:   "byline",
		Short: "Who is linked to whom in the news, and the sentence that says so",
		Long: "Byline reads news articles and draws the countries, organisations, people and measures in them,\n" +
			"with the sentence behind every link. Without a command it opens its window.",
		Version:       Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misuse("name a command: byline help lists them")
			}
			return misuse("there is no command %q: byline help lists them", article.Shown(args[0]))
		},
	}
	root.SetIn(r.in)
	root.SetOut(r.out)
	root.SetErr(r.err)
	root.SetVersionTemplate("byline {{.Version}}\n")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return misuse("%s: %s; byline help %s lists the options", c.Name(), article.Shown(err.Error()), c.Name())
	})
	root.AddCommand(readCommand(r), parseCommand(r), drawCommand(r), versionCommand(r))
	root.AddCommand(projectCommands(r)...)
	return root
}

func versionCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			return r.print("byline %s\n", Version)
		},
	}
}

func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse("%s takes no names, and %q is one", c.Name(), article.Shown(args[0]))
	}
	return nil
}

// needArgs wants at least min names, and at most max unless that is 0.
func needArgs(min, max int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < min || max > 0 && len(args) > max {
			return misuse("%s needs %s: byline %s", c.Name(), what, c.Use)
		}
		return nil
	}
}
