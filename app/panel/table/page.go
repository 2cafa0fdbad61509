package table

import (
	"cmp"
	"slices"
	"strings"
)

// column is a column of a page.
type column struct {
	head  string
	share float32 // of the width
}

// page is one of the lists, as it is sorted and narrowed down.
type page struct {
	columns []column
	all     []Row
	shown   []Row
	by      int // index of the column it is sorted by; -1 is the order given
	down    bool
}

func newPages() [2]*page {
	return [2]*page{
		things: {by: -1, columns: []column{
			{head: "Name", share: 3}, {head: "Kind", share: 1.4}, {head: "Links", share: 0.7},
			{head: "Articles", share: 0.8}, {head: "First", share: 1.1}, {head: "Known as", share: 4},
		}},
		links: {by: -1, columns: []column{
			{head: "From", share: 2.4}, {head: "Link", share: 1.2}, {head: "To", share: 2.4}, {head: "Status", share: 1.6},
			{head: "Date", share: 1.1}, {head: "Articles", share: 0.8}, {head: "Sentence", share: 5},
		}},
	}
}

// sortBy sorts by the column: upwards, then downwards, then as given.
func (p *page) sortBy(column int) {
	switch {
	case p.by != column:
		p.by, p.down = column, false
	case !p.down:
		p.down = true
	default:
		p.by, p.down = -1, false
	}
}

// choose makes the rows shown: those that hold every word, sorted.
func (p *page) choose(words string) {
	want := strings.Fields(strings.ToLower(words))
	p.shown = slices.DeleteFunc(slices.Clone(p.all), func(r Row) bool { return !r.holds(want) })
	if p.by < 0 {
		return
	}
	slices.SortStableFunc(p.shown, func(a, b Row) int {
		x, y := a.Cells[p.by], b.Cells[p.by]
		order := cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(strings.ToLower(x.Text), strings.ToLower(y.Text)))
		if p.down {
			return -order
		}
		return order
	})
}

// holds reports whether each of the words, small, is in some cell.
func (r Row) holds(words []string) bool {
	for _, w := range words {
		if !slices.ContainsFunc(r.Cells, func(c Cell) bool { return strings.Contains(strings.ToLower(c.Text), w) }) {
			return false
		}
	}
	return true
}
