//go:build unix

package command

import (
	"syscall"
	"testing"
)

// makePipe makes a pipe into which nobody ever writes.
func makePipe(t *testing.T, path string) {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o644); err != nil {
		t.Fatal(err)
	}
}
