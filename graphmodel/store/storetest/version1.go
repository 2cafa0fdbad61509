package storetest

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the project
	"io"
	"os"
	"testing"
)

// version1 is a project that Byline 0.1.0 wrote when the schema had version 1:
// one article and six things with their places.
//
//go:embed version1.byline.gz
var version1 []byte

// WriteVersion1 writes a project of version 1 to path, as people have it.
func WriteVersion1(t *testing.T, path string) {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(version1))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
