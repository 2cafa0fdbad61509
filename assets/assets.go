// Package assets holds what the program carries inside itself: the language
// model, fonts, icons, name lists and sample articles. It owns the files and
// hands out their bytes; it refuses to interpret them.
package assets

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

// The model's folder always holds its README and licences; the weights come
// into it by `make setup` and are not kept in the repository.
//
//go:embed model fonts icons names samples
var files embed.FS

const modelFile = "model/en_core_web_sm.bin"

// Model returns the language model as `make setup` converted it, or nil if it
// has not been set up.
func Model() []byte {
	data, err := files.ReadFile(modelFile)
	if err != nil {
		return nil
	}
	return data
}

// Regular returns the regular font, TrueType.
func Regular() []byte { return must("fonts/NotoSans-Regular.ttf") }

// Bold returns the bold font, TrueType.
func Bold() []byte { return must("fonts/NotoSans-Bold.ttf") }

// Icon returns the SVG icon of that name, without ending, or nil.
func Icon(name string) []byte {
	data, err := files.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil
	}
	return data
}

// Names returns the name list of that file name: "countries.tsv".
func Names(name string) []byte { return must("names/" + name) }

// Lists returns the name lists' files.
func Lists() fs.FS {
	lists, err := fs.Sub(files, "names")
	if err != nil {
		panic("the name lists are part of the program: " + err.Error())
	}
	return lists
}

// Sample is one of the articles that come with the program.
type Sample struct {
	Name string // file name without ending
	Text []byte // Markdown with a head of title, outlet and date
}

// Samples returns the sample articles, by name.
func Samples() []Sample {
	entries, err := fs.ReadDir(files, "samples")
	if err != nil {
		panic("the samples are part of the program: " + err.Error())
	}
	var samples []Sample
	for _, e := range entries { // ReadDir sorts by name
		if name, ok := strings.CutSuffix(e.Name(), ".md"); ok {
			samples = append(samples, Sample{name, must(path.Join("samples", e.Name()))})
		}
	}
	return samples
}

// must returns a file that is compiled in: its absence is a broken build.
func must(name string) []byte {
	data, err := files.ReadFile(name)
	if err != nil {
		panic("a file of the program is missing: " + err.Error())
	}
	return data
}
