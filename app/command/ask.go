package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/cases"

	"byline/app/wording"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// mostNamed is how many names a complaint lists.
const mostNamed = 5

func findCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "find PROJECT WORDS",
		Short: "Find things and sentences in a project",
		Long:  "Prints the things of a project that have all the words in one of their names, then the sentences behind links that hold them.",
		Args:  needArgs(2, 0, "a project and words"),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := r.openStory(args[0])
			if err != nil {
				return err
			}
			found, err := r.printFound(s.graph, strings.Join(args[1:], " "))
			if err == nil && found == 0 {
				return fmt.Errorf("nothing in %s has the words %q", article.Shown(args[0]), article.Shown(strings.Join(args[1:], " ")))
			}
			return err
		},
	}
}

// printFound prints what holds the words and returns how much it is.
func (r *run) printFound(g *graphmodel.Graph, words string) (int, error) {
	fold := cases.Fold()
	wanted := strings.Fields(fold.String(words))
	holds := func(s string) bool {
		s = fold.String(s)
		return len(wanted) > 0 && !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(s, w) })
	}
	found := 0
	names := map[string]string{}
	for _, e := range byName(g) {
		names[e.ID] = e.Name
		if !holds(e.Name) && !slices.ContainsFunc(e.Names, func(n graphmodel.NameCount) bool { return holds(n.Text) }) {
			continue
		}
		found++
		if err := r.print("%s: %s%s, %s\n", e.Kind, harmless(e.Name), harmless(details(e)), counted(len(g.LinksOf(e.ID)), "link", "links")); err != nil {
			return found, err
		}
	}
	said := map[graphmodel.Span]bool{}
	for _, l := range g.Links() {
		for _, e := range l.Evidence {
			if said[e.Sentence] || !holds(e.Text) {
				continue
			}
			said[e.Sentence] = true
			found++
			if err := r.print("“%s”\n    %s %s %s\n", harmless(wording.OneLine(e.Text)), harmless(names[l.From]), l.Type.Words(), harmless(names[l.To])); err != nil {
				return found, err
			}
		}
	}
	return found, nil
}

// byName returns the things of a graph by name.
func byName(g *graphmodel.Graph) []graphmodel.Entity {
	all := g.Entities()
	slices.SortFunc(all, func(a, b graphmodel.Entity) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return all
}

func pathCommand(r *run) *cobra.Command {
	return &cobra.Command{
		Use:   "path PROJECT FROM TO",
		Short: "Print how two things of a project are connected",
		Long:  "Prints the shortest chain of links between two things, each link with its sentence. FROM and TO are names, or the part of a name that no other thing has.",
		Args:  needArgs(3, 3, "a project and two names"),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := r.openStory(args[0])
			if err != nil {
				return err
			}
			var ends [2]graphmodel.Entity
			for i, name := range args[1:] {
				if ends[i], err = named(s.graph, name); err != nil {
					return err
				}
			}
			return r.printPath(s.graph, ends[0], ends[1])
		},
	}
}

// named returns the one thing that a name means: the one that is called so,
// else the one that has it as a part of a name.
func named(g *graphmodel.Graph, name string) (graphmodel.Entity, error) {
	fold := cases.Fold()
	wanted := fold.String(strings.TrimSpace(name))
	var whole, parts []graphmodel.Entity
	for _, e := range byName(g) {
		names := []string{e.Name}
		for _, n := range e.Names {
			names = append(names, n.Text)
		}
		switch {
		case slices.ContainsFunc(names, func(n string) bool { return fold.String(n) == wanted }):
			whole = append(whole, e)
		case wanted != "" && slices.ContainsFunc(names, func(n string) bool { return strings.Contains(fold.String(n), wanted) }):
			parts = append(parts, e)
		}
	}
	if len(whole) == 0 {
		whole = parts
	}
	switch len(whole) {
	case 0:
		return graphmodel.Entity{}, fmt.Errorf("nothing here is called %q: byline find lists what is", article.Shown(name))
	case 1:
		return whole[0], nil
	}
	var list []string
	for _, e := range whole[:min(len(whole), mostNamed)] {
		list = append(list, e.Name)
	}
	return graphmodel.Entity{}, fmt.Errorf("%q may mean %s: write more of the name", article.Shown(name), strings.Join(list, " or "))
}

// printPath prints a shortest chain of links. Of several, it is the one whose
// things come first by id.
func (r *run) printPath(g *graphmodel.Graph, from, to graphmodel.Entity) error {
	chain := shortest(g, from.ID, to.ID)
	if chain == nil {
		return fmt.Errorf("%s and %s are not connected", from.Name, to.Name)
	}
	names := map[string]string{}
	for _, e := range g.Entities() {
		names[e.ID] = e.Name
	}
	if len(chain) == 1 {
		return r.print("%s\n", harmless(from.Name))
	}
	for i, id := range chain[1:] {
		for _, l := range g.LinksOf(id) {
			if l.From != chain[i] && l.To != chain[i] || l.From != id && l.To != id {
				continue
			}
			if err := r.print("%s %s %s%s\n", harmless(names[l.From]), l.Type.Words(), harmless(names[l.To]), status(l)); err != nil {
				return err
			}
			if len(l.Evidence) == 0 {
				continue
			}
			if err := r.print("    “%s”\n", harmless(wording.OneLine(l.Evidence[0].Text))); err != nil {
				return err
			}
		}
	}
	return nil
}

// shortest returns the ids from one thing to another, or nil.
func shortest(g *graphmodel.Graph, from, to string) []string {
	before := map[string]string{from: ""}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == to {
			var chain []string
			for id := to; id != ""; id = before[id] {
				chain = append(chain, id)
			}
			slices.Reverse(chain)
			return chain
		}
		for _, next := range g.Neighbours(queue[0]) {
			if _, seen := before[next]; !seen {
				before[next] = queue[0]
				queue = append(queue, next)
			}
		}
	}
	return nil
}
