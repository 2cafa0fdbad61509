package language

import (
	"embed"
	"io/fs"
)

//go:embed *.go */*.go */*.s
var sources embed.FS

// Sources are this layer as it is written: a text that was read before is read
// the same only while they are the same.
func Sources() fs.FS { return sources }
