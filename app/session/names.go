package session

import "byline/graphmodel"

// nameList are all names of a graph's things in the form in which words are
// compared, each thing's own name before its others. It is made once for a
// graph: a large one has a hundred thousand.
type nameList struct {
	graph *graphmodel.Graph
	names []name
}

// name is one name of a thing.
type name struct {
	entity, text, folded string
	kind                 HitKind
	mentions             int // of the thing
}

func listNames(g *graphmodel.Graph) *nameList {
	l := &nameList{graph: g}
	for _, e := range g.Entities() {
		add := func(text string, kind HitKind) {
			l.names = append(l.names, name{e.ID, text, fold(text).text, kind, len(e.Mentions)})
		}
		add(e.Name, HitName)
		for _, n := range e.Names {
			if n.Text != e.Name {
				add(n.Text, HitOtherName)
			}
		}
	}
	return l
}

// namesOf are the names of the things of g. The caller holds mu.
func (s *Session) namesOf(g *graphmodel.Graph) *nameList {
	if s.names == nil || s.names.graph != g {
		s.names = listNames(g)
	}
	return s.names
}
