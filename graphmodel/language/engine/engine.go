// Package engine reads English texts: it joins the tokenizer, the networks
// and the rules of package language's sub-packages and makes a language.Doc
// of a text.
//
// It owns the order of the work and the memory it is done in. It refuses to
// know what anything means, and it has no state that an answer could depend
// on: the same text gives the same Doc, whatever was read before and
// whichever texts are read at the same time.
package engine

import (
	"errors"
	"fmt"
	"sync"

	"byline/assets"
	"byline/graphmodel/language/arceager"
	"byline/graphmodel/language/attribute"
	"byline/graphmodel/language/biluo"
	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/lemma"
	"byline/graphmodel/language/lexeme"
	"byline/graphmodel/language/pack"
	"byline/graphmodel/language/tagger"
	"byline/graphmodel/language/tok2vec"
	"byline/graphmodel/language/tokenize"
)

// What can go wrong when the engine is loaded.
var (
	// ErrNoModel: the program was built without the weights.
	ErrNoModel = errors.New("the language model is not set up; run `make setup` and build the program again")
	// ErrBadModel: the weights are there and cannot be used.
	ErrBadModel = errors.New("the language model cannot be used; run `make setup` and build the program again")
)

// Engine reads texts. It is safe for concurrent use: a goroutine a text is
// the way to keep several processors busy.
type Engine struct {
	kernel  kernel.Kernel
	words   *tokenize.Tokenizer
	shared  *tok2vec.Model // of tagger and parser
	tagger  *tagger.Tagger
	parser  *arceager.Parser
	ruler   *attribute.Ruler
	lemmas  *lemma.Lemmatizer
	own     *tok2vec.Model // of the entity recogniser
	names   *biluo.Recogniser
	benches sync.Pool // of *bench
}

// Option changes how an engine works. Answers stay the same.
type Option func(*Engine)

// PlainKernel makes the engine calculate in plain Go, as it does on machines
// without AVX2.
func PlainKernel() Option {
	return func(e *Engine) { e.kernel = kernel.Plain() }
}

// Load makes an engine of the model inside the program.
func Load(options ...Option) (*Engine, error) {
	model := assets.Model()
	if len(model) == 0 {
		return nil, ErrNoModel
	}
	return Open(model, options...)
}

// Open makes an engine of a model file. It keeps views of the bytes, which
// nobody may change any more.
func Open(model []byte, options ...Option) (*Engine, error) {
	f, err := pack.Open(model)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBadModel, err)
	}
	e := &Engine{kernel: kernel.Fastest()}
	e.benches.New = func() any { return new(bench) }
	for _, load := range []func(*pack.File) error{e.loadNetworks, e.loadRules} {
		if err := load(f); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrBadModel, err)
		}
	}
	for _, option := range options {
		option(e)
	}
	return e, nil
}

// Kernel is the name of the kernel that the engine calculates with: "avx2" or
// "plain".
func (e *Engine) Kernel() string { return e.kernel.Name() }

func (e *Engine) loadNetworks(f *pack.File) (err error) {
	if e.shared, err = tok2vec.Load(f, "tok2vec"); err != nil {
		return err
	}
	if e.tagger, err = tagger.Load(f); err != nil {
		return err
	}
	if e.parser, err = arceager.Load(f); err != nil {
		return err
	}
	if e.own, err = tok2vec.Load(f, "ner/tok2vec"); err != nil {
		return err
	}
	e.names, err = biluo.Load(f)
	return err
}

func (e *Engine) loadRules(f *pack.File) error {
	sections := map[string][]byte{}
	for _, name := range []string{"tokenizer", "lexeme_norm", "attribute_ruler", "lemma"} {
		section, err := f.Bytes(name)
		if err != nil {
			return err
		}
		sections[name] = section
	}
	norms, err := lexeme.Load(sections["lexeme_norm"])
	if err != nil {
		return err
	}
	if e.words, err = tokenize.Load(sections["tokenizer"], norms); err != nil {
		return err
	}
	if e.ruler, err = attribute.Load(sections["attribute_ruler"]); err != nil {
		return err
	}
	e.lemmas, err = lemma.Load(sections["lemma"])
	return err
}
