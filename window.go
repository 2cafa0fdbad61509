//go:build !headless

package main

import (
	"errors"
	"os"
	"runtime"

	"byline/app"
)

var errNoDisplay = errors.New("there is no display here, so the window cannot open: byline read FILE -o picture.png draws without one")

// openWindow opens the window on these files or this project.
func openWindow(args []string) error {
	if !hasDisplay(runtime.GOOS, os.Getenv) {
		return errNoDisplay
	}
	return app.Run(args)
}

// hasDisplay reports whether a window has somewhere to open. Only where X or
// Wayland draws can that be told from outside.
func hasDisplay(system string, env func(string) string) bool {
	switch system {
	case "linux", "freebsd", "openbsd", "netbsd", "dragonfly":
		return env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
	}
	return true
}
