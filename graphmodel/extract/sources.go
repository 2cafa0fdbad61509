package extract

import (
	"embed"
	"io/fs"
)

//go:embed *.go */*.go
var sources embed.FS

// Sources are the rules as they are written: a reading that was kept is as
// good as a new one only while they are the same.
func Sources() fs.FS { return sources }
