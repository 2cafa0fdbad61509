// Package convert turns the published wheel of en_core_web_sm 3.8.0 into the
// one compact file that the program carries.
//
// It owns the list of fingerprints of the published files and the reading of
// their formats. It refuses a file that differs from the published one by a
// single byte, and it is needed once, by `make setup`: the program itself
// never sees a wheel.
package convert

import (
	"errors"
	"fmt"

	"byline/graphmodel/language/attribute"
	"byline/graphmodel/language/lemma"
	"byline/graphmodel/language/lexeme"
	"byline/graphmodel/language/pack"
	"byline/graphmodel/language/tokenize"
)

// Version is the version of the content of the compact file. It rises when a
// section changes, so that `make setup` makes the file anew.
const Version = 2

// What can be wrong with a wheel.
var (
	// ErrNoWheel: the file is not a Python wheel with a spaCy model.
	ErrNoWheel = errors.New("the file is not a wheel of a language model")
	// ErrChanged: a file in the wheel is not the published one.
	ErrChanged = errors.New("the wheel does not hold en_core_web_sm 3.8.0 as it was published")
	// ErrUnreadable: a file in the wheel has not the form that it should have.
	ErrUnreadable = errors.New("the language model has an unexpected form")
)

// Convert checks a wheel and returns the compact file made of it.
func Convert(wheel []byte) ([]byte, error) {
	found, err := open(wheel, fingerprints())
	if err != nil {
		return nil, err
	}
	var w pack.Writer
	w.Bytes("LICENSE", found["LICENSE"])
	w.Bytes("LICENSES_SOURCES", found["LICENSES_SOURCES"])
	for _, part := range []struct {
		name string
		add  func() error
	}{
		{"tok2vec/model", func() error {
			return addEmbedding(&w, "tok2vec", found["tok2vec/model"],
				[]string{"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
		}},
		{"ner/model", func() error {
			return addEmbedding(&w, "ner/tok2vec", found["ner/model"], []string{"NORM", "PREFIX", "SUFFIX", "SHAPE"})
		}},
		{"tagger", func() error { return addTagger(&w, found["tagger/model"], found["tagger/cfg"]) }},
		{"parser", func() error {
			return addTransitions(&w, "parser", found["parser/model"], found["parser/moves"], 8)
		}},
		{"ner", func() error { return addTransitions(&w, "ner", found["ner/model"], found["ner/moves"], 3) }},
		{"tokenizer", func() error { return addRules(&w, "tokenizer", found["tokenizer"], tokenize.Convert) }},
		{"vocab/lookups.bin", func() error { return addRules(&w, "lexeme_norm", found["vocab/lookups.bin"], lexeme.Convert) }},
		{"attribute_ruler", func() error {
			return addRules(&w, "attribute_ruler", found["attribute_ruler/patterns"], attribute.Convert)
		}},
		{"lemmatizer", func() error {
			return addRules(&w, "lemma", found["lemmatizer/lookups/lookups.bin"], lemma.Convert)
		}},
	} {
		if err := part.add(); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrUnreadable, part.name, err)
		}
	}
	return w.File(Version)
}

// addRules adds the section that another package makes of a file and reads
// again by itself.
func addRules(w *pack.Writer, name string, file []byte, convert func([]byte) ([]byte, error)) error {
	section, err := convert(file)
	if err != nil {
		return err
	}
	w.Bytes(name, section)
	return nil
}
