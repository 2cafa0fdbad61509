//go:build !amd64

package kernel

// fastest returns nil: this processor has the plain kernel only.
func fastest() Kernel { return nil }
