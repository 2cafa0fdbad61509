// Byline reads news articles and draws who is linked to whom in them, with the
// sentence behind every link. Without arguments, or with files to open, it is
// a desktop program; with a command it works without a window.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"byline/app/command"
)

// main ends with the exit status of the command, or of the window.
func main() {
	args := os.Args[1:]
	if command.Wanted(args) {
		os.Exit(runCommand(args))
	}
	if err := openWindow(args); err != nil {
		// Without standard error there is nobody to tell.
		_, _ = fmt.Fprintf(os.Stderr, "byline: %s\n", err)
		os.Exit(windowFailed)
	}
}

// windowFailed is the exit status when there is no window to work in.
const windowFailed = 1

// runCommand runs a command and stops it on Ctrl-C. A second Ctrl-C ends the
// program at once.
func runCommand(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return command.Run(ctx, command.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, args)
}
