package build

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"strings"

	"byline/assets"
	"byline/graphmodel/extract"
	"byline/graphmodel/language"
)

//go:embed read.go
var story embed.FS

// version stands for everything that a reading depends on beside its article:
// the weights, the lists, and the rules as they are written. Nobody has to
// think of raising it.
func version() string {
	h := sha256.New()
	h.Write(assets.Model())
	for _, files := range []fs.FS{assets.Lists(), language.Sources(), extract.Sources(), story} {
		addFiles(h, files)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// addFiles adds all files but tests, in the order of their names.
func addFiles(h hash.Hash, files fs.FS) {
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := fs.ReadFile(files, path)
		_, _ = fmt.Fprintf(h, "%q %d\n%s", path, len(data), data) // a hash takes everything
		return err
	})
	if err != nil {
		panic("a file of the program cannot be read: " + err.Error())
	}
}
