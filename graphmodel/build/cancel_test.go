package build_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"byline/graphmodel/article"
)

// countdown is a context that is done once it was asked so many times.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left == 0 {
		return context.Canceled
	}
	c.left--
	return nil
}

// TestReadStops cuts the reading of an article short wherever it looks whether
// it shall stop: it gives the context's error and no reading then.
func TestReadStops(t *testing.T) {
	b := builder(t)
	text := strings.Repeat("French President Luc Marin condemned Russia. “We will ban gas imports,” he said.\n", 40)
	a := article.Article{ID: article.ID(text), Text: text}
	const passes = 30 // of the stages, at least
	for asked := 0; ; asked++ {
		r, err := b.Read(&countdown{t.Context(), asked}, a, nil)
		if err == nil {
			if asked < passes || len(r.Claims) == 0 {
				t.Errorf("whole after %d questions, with %d claims", asked, len(r.Claims))
			}
			return
		}
		if !errors.Is(err, context.Canceled) || r != nil {
			t.Fatalf("after %d questions: %v, %v", asked, r, err)
		}
	}
}

func TestReadTells(t *testing.T) {
	text := strings.Repeat("Chile met Peru on Monday.\n", 1000)
	last, count := 0.0, 0
	_, err := builder(t).Read(t.Context(), article.Article{ID: article.ID(text), Text: text}, func(share float64) {
		if share <= last || share > 1 {
			t.Errorf("%v after %v", share, last)
		}
		last = share
		count++
	})
	if err != nil || count < 10 || last < 0.5 {
		t.Errorf("told %d times, at last %v: %v", count, last, err)
	}
}
