// Package modeltest hands tests the language model that is set up and its
// sections. It owns the one sentence that a test is skipped with where there is
// no model. It refuses to be used outside tests.
package modeltest

import (
	"testing"

	"byline/assets"
	"byline/graphmodel/language/pack"
)

// File opens the model. Without one the test is skipped; `make test` sets the
// model up before any test runs.
func File(t testing.TB) *pack.File {
	t.Helper()
	model := assets.Model()
	if model == nil {
		t.Skip("the language model is not set up; run: make setup")
	}
	file, err := pack.Open(model)
	if err != nil {
		t.Fatalf("open the language model: %v", err)
	}
	return file
}

// Section returns the raw section of that name.
func Section(t testing.TB, name string) []byte {
	t.Helper()
	section, err := File(t).Bytes(name)
	if err != nil {
		t.Fatalf("open the language model: %v", err)
	}
	return section
}
