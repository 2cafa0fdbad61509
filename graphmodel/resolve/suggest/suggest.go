// Package suggest looks through a graph for pairs of things that may be one,
// and says why in words. It owns the reasons and how much each of them weighs.
//
// It refuses to join anything: whether two things are one is a person's
// decision, and a pair that was decided on is never asked about again.
package suggest

import (
	"cmp"
	"math"
	"slices"

	"byline/graphmodel"
)

// Suggestion is a pair of things that may be one.
type Suggestion struct {
	// A and B are the ids of the two. A has the fuller name: it is the one
	// that would stay.
	A, B string
	// Score is how sure it is, 0 to 1.
	Score   float64
	Reasons []Reason
	// Held says that a person was asked and was not sure.
	Held bool
}

// Reason is one thing that speaks for or against the two being one.
type Reason struct {
	Against bool
	Words   string // "The letters are the initials"
	Detail  string // what it rests on: "Harbour Police Service, HPS"
}

const (
	// least is the score from which a pair is worth a person's time.
	least = 0.45
	// mostOfOne is how many pairs of one thing are asked about at a time, so
	// that a name that is everywhere does not fill the list.
	mostOfOne = 4
)

// Suggest returns the pairs that may be one thing and that the answers leave
// open, the surest first, ties by id; pairs that a person was not sure about
// come last. The work grows with the number of names, not with its square.
func Suggest(g *graphmodel.Graph, answers []graphmodel.Answer) []Suggestion {
	l := newLook(g)
	var all []Suggestion
	for _, p := range l.pairs() {
		if s, ok := l.compare(p.a, p.b); ok {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(x, y Suggestion) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	asked := map[string]int{}
	return slices.DeleteFunc(Open(all, answers), func(s Suggestion) bool {
		if asked[s.A] >= mostOfOne || asked[s.B] >= mostOfOne {
			return true
		}
		asked[s.A]++
		asked[s.B]++
		return false
	})
}

// Open returns those of all that the answers leave open, in their order, and
// after them those that a person was not sure about.
func Open(all []Suggestion, answers []graphmodel.Answer) []Suggestion {
	last := map[[2]string]graphmodel.Act{}
	for _, a := range answers {
		last[pairOf(a.A, a.B)] = a.Act
	}
	var open, held []Suggestion
	for _, s := range all {
		switch last[pairOf(s.A, s.B)] {
		case graphmodel.ActSame, graphmodel.ActDifferent:
		case graphmodel.ActHold:
			s.Held = true
			held = append(held, s)
		default:
			if s.Held {
				held = append(held, s)
				continue
			}
			open = append(open, s)
		}
	}
	return append(open, held...)
}

func pairOf(a, b string) [2]string {
	if a > b {
		a, b = b, a
	}
	return [2]string{a, b}
}

// weighed is a reason with its weight: one that speaks for a pair makes up
// that share of the doubt that is left, one against it leaves that share of
// the score.
type weighed struct {
	Reason
	weight float64
}

// compare looks at two things; ok is false for a pair that is not worth asking
// about.
func (l *look) compare(a, b int) (s Suggestion, ok bool) {
	if l.before(b, a) {
		a, b = b, a
	}
	x, y := &l.things[a], &l.things[b]
	likeness, ok := l.likeness(x, y)
	if !ok {
		return Suggestion{}, false
	}
	s = Suggestion{A: x.ID, B: y.ID}
	doubt, share := 1.0, 1.0
	for _, w := range slices.Concat(likeness, l.around(x, y), l.against(x, y)) {
		s.Reasons = append(s.Reasons, w.Reason)
		if w.Against {
			share *= w.weight
		} else {
			doubt *= 1 - w.weight
		}
	}
	// Rounded, so that the order of two pairs never hangs on the last bit.
	s.Score = math.Round((1-doubt)*share*1000) / 1000
	return s, s.Score >= least
}

// before reports whether a is the one of two things that would stay: the one
// with the fuller name, else with more mentions.
func (l *look) before(a, b int) bool {
	x, y := &l.things[a], &l.things[b]
	return cmp.Or(cmp.Compare(len(y.main.words), len(x.main.words)), cmp.Compare(len(y.Name), len(x.Name)),
		cmp.Compare(len(y.Mentions), len(x.Mentions)), cmp.Compare(x.ID, y.ID)) < 0
}
