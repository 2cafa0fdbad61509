//go:build !unix

package article

// openWithoutWaiting has no meaning where pipes are not files.
const openWithoutWaiting = 0

func isNoFile(error) bool { return false }
