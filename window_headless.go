//go:build headless

package main

import "errors"

var errNoWindow = errors.New("this Byline was built without its window: name a command, which byline help lists")

// openWindow says that there is none.
func openWindow([]string) error { return errNoWindow }
