//go:build !unix

package command

import "time"

// processorTime is not known here.
func processorTime() time.Duration { return 0 }
