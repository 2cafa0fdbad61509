package command

import (
	"os"
	"path/filepath"
	"testing"

	"byline/graphmodel/layout/choice"
)

// Every layout that is offered draws the same graph, each in its own way.
func TestEveryLayoutDrawsItsOwnPicture(t *testing.T) {
	dir, files := samples(t)
	drawnBy := map[string]string{}
	for _, name := range choice.Names() {
		out := filepath.Join(dir, name+".svg")
		done(t, append([]string{"read", "--layout", name, "-o", out}, files...)...)
		picture, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := drawnBy[string(picture)]; ok {
			t.Errorf("%s draws the picture of %s", name, other)
		}
		drawnBy[string(picture)] = name
	}
}
