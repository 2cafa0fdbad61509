package layout_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"byline/graphmodel/layout"
)

// march moves one node to the right, one unit a step.
type march struct{ at, to int }

func (m *march) Step() bool {
	if m.at < m.to {
		m.at++
	}
	return m.at < m.to
}

func (m *march) Progress() float64 { return float64(m.at) / float64(m.to) }

func (m *march) Positions() layout.Positions { return layout.Positions{{X: float64(m.at)}} }

func TestRunGoesToTheEnd(t *testing.T) {
	var seen []float64
	at, err := layout.Run(context.Background(), &march{to: 4}, func(s layout.Stepper) {
		seen = append(seen, s.Progress())
	})
	if err != nil || !slices.Equal(at, layout.Positions{{X: 4}}) {
		t.Errorf("%v, %v", at, err)
	}
	if !slices.Equal(seen, []float64{0.25, 0.5, 0.75}) {
		t.Errorf("told of %v", seen)
	}
}

func TestRunWithoutListener(t *testing.T) {
	at, err := layout.Run(context.Background(), &march{to: 3}, nil)
	if err != nil || at[0].X != 3 {
		t.Errorf("%v, %v", at, err)
	}
}

func TestRunStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	m := &march{to: 100}
	at, err := layout.Run(ctx, m, func(s layout.Stepper) {
		if m.at == 7 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
	if at[0].X != 8 {
		t.Errorf("cancelled after step 7 it went on to %v", at[0].X)
	}
}
