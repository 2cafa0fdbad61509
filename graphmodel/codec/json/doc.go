// Package json writes a graph as byline-graph/1, one JSON object, and reads
// it again. It owns the format: names of keys, what may be left out, and the
// turning of bytes into code points and back, since files outside the program
// count code points. It refuses a graph that could not stand in the program.
//
// The same graph gives the same bytes.
package json

import (
	"errors"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

// Format is the name and version that every file of this format carries.
const Format = "byline-graph/1"

// MaxBytes is the size of the largest graph that is read.
const MaxBytes = 512 << 20

// What can be wrong with a file.
var (
	// ErrNotGraph: no JSON, or JSON of another kind.
	ErrNotGraph = errors.New("this is not a graph of Byline (byline-graph/1): choose a file that Byline wrote")
	// ErrVersion: a format of a later Byline.
	ErrVersion = errors.New("this graph was written by a newer Byline: update the program to open it")
	// ErrMany: more than one object where one is wanted.
	ErrMany = errors.New("this file holds more than one graph: take one line of it")
	// ErrBroken: a byline-graph/1 that says something impossible.
	ErrBroken = errors.New("this graph is damaged")
	// ErrTooBig: over MaxBytes.
	ErrTooBig = errors.New("this graph is over 512 MB: split it")
)

// Document is what one object holds.
type Document struct {
	ID       string
	Graph    *graphmodel.Graph
	Articles []article.Article
	// Unplaced lists the articles, by id, whose text was not to be had. Their
	// spans in Graph still count code points and point nowhere; the words of
	// mentions and sentences are there all the same.
	Unplaced []string
}

// Option changes what Write writes.
type Option func(*options)

type options struct {
	text   bool
	indent bool
}

// WithText puts the whole text of each article into the file, so that it can
// be opened without the articles at hand.
func WithText() Option { return func(o *options) { o.text = true } }

// Indented spreads the object over lines for people to read.
func Indented() Option { return func(o *options) { o.indent = true } }
