//go:build unix

package article

import (
	"errors"
	"syscall"
)

// openWithoutWaiting keeps the opening of a pipe from waiting for a writer.
const openWithoutWaiting = syscall.O_NONBLOCK

// isNoFile reports whether opening failed because of what is there: a link to
// itself, a socket, a device without a driver.
func isNoFile(err error) bool {
	return errors.Is(err, syscall.ELOOP) || errors.Is(err, syscall.ENXIO) ||
		errors.Is(err, syscall.ENODEV) || errors.Is(err, syscall.ENOTDIR)
}
