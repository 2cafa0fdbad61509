// Package app is the program with a window: it joins the parts below it and is
// the only package that knows them all. Panels report what a person did; the
// window asks the session for it; the session's events bring the panels up to
// date.
//
// It refuses to decide what words mean, where things lie and how they look:
// that is in the packages below. This file is the one door between threads:
// fyne.Do stands here and nowhere else.
package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"byline/app/look"
	"byline/app/session"
	"byline/assets"
	"byline/graphmodel/build"
	"byline/graphmodel/language/engine"
	"byline/graphmodel/store/backup"
)

const (
	appID     = "org.byline.desktop"
	themeKey  = "theme"
	placesEnv = "BYLINE_PLACES"
	statsEnv  = "BYLINE_STATS"
)

// Run opens the window, on a project (NAME.byline) or on articles and folders
// if args name some, and returns when it is closed.
//
// Where the environment names a file in BYLINE_PLACES, the window writes into
// it, at every change, where on the screen things are: it is how the window
// test finds what to click. With BYLINE_STATS=1 it writes to the standard
// output how many frames a second it draws.
func Run(args []string) error {
	dir, err := projectsDir()
	if err != nil {
		return err
	}
	backups, err := backup.Folder()
	if err != nil {
		return err
	}
	a := fyneapp.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("byline.png", assets.AppIcon()))
	a.Settings().SetTheme(look.New(look.Mode(a.Preferences().StringWithFallback(themeKey, string(look.System)))))
	s := session.New(session.Params{
		Builder:  newReader,
		Dispatch: fyne.Do,
		Now:      time.Now,
		Dir:      dir,
		Backups:  backup.Shelf{Dir: backups, Now: time.Now},
	})
	w := newWindow(a, s)
	w.places = newPlaces(os.Getenv(placesEnv))
	w.stats = newStats(os.Getenv(statsEnv))
	w.open(args)
	w.win.Show()
	a.Run()
	if err := s.Close(); err != nil {
		return fmt.Errorf("closing the project: %w", err)
	}
	return nil
}

// newReader brings the language model and what reads with it.
func newReader() (session.Reader, error) {
	e, err := engine.Load()
	if err != nil {
		return nil, err
	}
	return build.New(e), nil
}

// projectsDir is the folder of autosaved projects, which is made if it is not
// there.
func projectsDir() (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("the folder for settings is not known: %w", err)
	}
	dir := filepath.Join(base, "byline", "projects")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("the folder for projects could not be made: %w", err)
	}
	return dir, nil
}

// open takes what the command line names: one project, or articles.
func (w *window) open(args []string) {
	if len(args) == 0 {
		return
	}
	if len(args) == 1 && strings.EqualFold(filepath.Ext(args[0]), projectEnding) {
		w.openProject(args[0])
		return
	}
	w.addPaths(args)
}

const projectEnding = ".byline"
