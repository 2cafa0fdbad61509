//go:build unix

package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

// lockFile takes the system's lock on f without waiting.
func lockFile(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// twinLockPath is where a second lock of the file lies, whatever its name: a
// file may have several (hard links).
func twinLockPath(info fs.FileInfo) string {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return ""
	}
	return filepath.Join(os.TempDir(), fmt.Sprintf("byline-%d-%d-%d.lock", os.Getuid(), st.Dev, st.Ino))
}

// syncFolder sends a folder's list of names to the disk, so that a rename
// outlives a power cut.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		err = nil // some file systems have no such thing
	}
	return errors.Join(err, f.Close())
}
