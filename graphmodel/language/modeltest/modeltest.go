// Package modeltest hands tests the sections of the language model that is
// set up. It owns the one sentence that a test is skipped with where there is
// no model. It refuses to be used outside tests.
package modeltest

import (
	"testing"

	"byline/assets"
	"byline/graphmodel/language/pack"
)

// Section returns the raw section of that name. Without a model the test is
// skipped; `make test` sets the model up before any test runs.
func Section(t testing.TB, name string) []byte {
	t.Helper()
	model := assets.Model()
	if model == nil {
		t.Skip("the language model is not set up; run: make setup")
	}
	file, err := pack.Open(model)
	if err != nil {
		t.Fatalf("open the language model: %v", err)
	}
	section, err := file.Bytes(name)
	if err != nil {
		t.Fatalf("open the language model: %v", err)
	}
	return section
}
