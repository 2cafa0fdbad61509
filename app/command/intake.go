package command

import (
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/store"
)

// intake is a project as it will be once articles have come in.
type intake struct {
	items     []store.Item // by number
	decisions []graphmodel.Decision
	known     map[string]bool  // ids of articles
	at        map[string][]int // items by their address
}

func newIntake(c store.Content) *intake {
	in := &intake{items: slices.Clone(c.Items), decisions: c.Decisions, known: map[string]bool{}, at: map[string][]int{}}
	for i, item := range in.items {
		in.known[item.ID] = true
		in.at[item.Address] = append(in.at[item.Address], i)
	}
	return in
}

// taken says what became of an article.
type taken int

const (
	added taken = iota
	present
	replaced
)

// take brings an article in, at the end or in the place of its earlier
// version, whose decisions then stand on its words.
func (in *intake) take(a article.Article) taken {
	if in.known[a.ID] {
		return present
	}
	in.known[a.ID] = true
	for _, i := range in.at[a.Address] {
		if old := in.items[i]; article.Supersedes(a, old.Article) {
			in.items[i] = store.Item{Number: old.Number, Article: a}
			in.decisions = graphmodel.Moved(in.decisions, old.ID, a.ID, a.Text)
			return replaced
		}
	}
	number := 1
	if n := len(in.items); n > 0 {
		number = in.items[n-1].Number + 1
	}
	in.at[a.Address] = append(in.at[a.Address], len(in.items))
	in.items = append(in.items, store.Item{Number: number, Article: a})
	return added
}

// change is what makes the project as it was the one that it will be.
func (in *intake) change(was store.Content) store.Change {
	var c store.Change
	for i, item := range in.items {
		switch {
		case i >= len(was.Items):
		case was.Items[i].ID == item.ID:
			continue
		default:
			c.RemoveItems = append(c.RemoveItems, was.Items[i].ID)
		}
		c.AddItems = append(c.AddItems, item)
	}
	for i, d := range in.decisions {
		if was.Decisions[i] != d {
			c.RemoveDecisions = append(c.RemoveDecisions, d.Number)
			c.AddDecisions = append(c.AddDecisions, d)
		}
	}
	return c
}
