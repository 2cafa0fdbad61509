package app

import (
	"slices"

	"byline/graphmodel"
)

// selection is what a person chose: things, or a link, or nothing.
type selection struct {
	ids  []string
	link graphmodel.Key
}

func (s selection) empty() bool { return len(s.ids) == 0 && s.link == (graphmodel.Key{}) }

func (s selection) equal(o selection) bool { return s.link == o.link && slices.Equal(s.ids, o.ids) }

// ends are the things selected, or those that the selected link joins.
func (s selection) ends() []string {
	if s.link != (graphmodel.Key{}) {
		return []string{s.link.From, s.link.To}
	}
	return s.ids
}

// one is the thing selected, if it is one thing.
func (s selection) one() (string, bool) {
	if len(s.ids) == 1 {
		return s.ids[0], true
	}
	return "", false
}

// kept is the part of the selection that is still in the graph.
func (s selection) kept(g *graphmodel.Graph) selection {
	var out selection
	for _, id := range s.ids {
		if _, err := g.Entity(id); err == nil {
			out.ids = append(out.ids, id)
		}
	}
	if s.link != (graphmodel.Key{}) {
		if _, err := g.Link(s.link); err == nil {
			out.link = s.link
		}
	}
	return out
}

// trail is what was selected before, for Back and Forward.
type trail struct {
	all []selection
	at  int // index of the present one
}

const trailLength = 200

// push notes a new selection; what lay ahead is dropped.
func (t *trail) push(s selection) {
	if s.empty() || (len(t.all) > 0 && t.all[t.at].equal(s)) {
		return
	}
	if len(t.all) > 0 {
		t.all = t.all[:t.at+1]
	}
	t.all = append(t.all, s)
	if len(t.all) > trailLength {
		t.all = t.all[1:]
	}
	t.at = len(t.all) - 1
}

func (t *trail) canBack() bool    { return t.at > 0 }
func (t *trail) canForward() bool { return t.at+1 < len(t.all) }

// step goes by one and returns what was selected there.
func (t *trail) step(by int) (selection, bool) {
	if t.at+by < 0 || t.at+by >= len(t.all) {
		return selection{}, false
	}
	t.at += by
	return t.all[t.at], true
}
