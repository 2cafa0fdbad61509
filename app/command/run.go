package command

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/language/engine"
)

// run is one run of the program: what its commands share.
type run struct {
	ctx      context.Context
	in       io.Reader
	out, err io.Writer
	mu       sync.Mutex // around err
	progress progress
	outputs  outputs
	failed   atomic.Int64 // things that could not be done
	printed  atomic.Bool  // something is on standard output
	load     func() (*engine.Engine, error)
}

func newRun(ctx context.Context, s Streams) *run {
	r := &run{ctx: ctx, in: s.In, err: s.Err, load: sync.OnceValues(func() (*engine.Engine, error) { return engine.Load() })}
	r.out = noting{s.Out, &r.printed}
	r.progress = newProgress(s.Err, &r.mu)
	return r
}

// noting notes that something was written.
type noting struct {
	io.Writer
	written *atomic.Bool
}

func (n noting) Write(p []byte) (int, error) {
	n.written.Store(true)
	return n.Writer.Write(p)
}

// warm begins to load the language model, which takes a moment, while the
// files are being found and opened.
func (r *run) warm() { go r.load() } //nolint:errcheck // asked for again, with its error, by builder

func (r *run) builder() (*build.Builder, error) {
	e, err := r.load()
	if err != nil {
		return nil, err
	}
	return build.New(e), nil
}

// say prints one line on standard error.
func (r *run) say(format string, args ...any) {
	r.progress.clear()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err != nil {
		// There is nobody left to tell if standard error is gone.
		_, _ = fmt.Fprintf(r.err, "byline: %s\n", harmless(fmt.Sprintf(format, args...)))
	}
}

// complain says what could not be done; the rest goes on.
func (r *run) complain(err error) {
	r.failed.Add(1)
	r.say("%s", err.Error())
}

// print writes a result.
func (r *run) print(format string, args ...any) error {
	if _, err := fmt.Fprintf(r.out, format, args...); err != nil {
		return fmt.Errorf("standard output cannot be written: %w", err)
	}
	return nil
}

// harmless takes out of a line whatever a terminal would obey or turn round;
// names and texts come from anywhere.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\v' || r == '\f':
			return ' '
		case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069,
			r == 0x061c || r == 0x200e || r == 0x200f, r >= 0xe0000 && r <= 0xe007f:
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// notes says what was guessed while an article was opened.
func (r *run) notes(name string, a article.Article) {
	for _, note := range a.Notes {
		r.say("%s: %s", article.Shown(name), note)
	}
}
