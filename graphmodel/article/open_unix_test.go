//go:build unix

package article

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe that nobody writes to must not hold up the reading, nor a device
// that never ends.
func TestOpenDoesNotWait(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/zero"} {
		if _, err := Open(path); !errors.Is(err, ErrNotFile) {
			t.Errorf("%s: got %v", path, err)
		}
	}
}
