package app

import (
	"cmp"
	"slices"
	"strings"

	"byline/app/panel/table"
	"byline/app/wording"
	"byline/graphmodel"
)

// toggleTable opens the table below the canvas, or closes it.
func (w *window) toggleTable() {
	w.frame.tableOpen = !w.frame.tableOpen
	w.relayout()
	w.refreshTable()
	if !w.frame.tableOpen {
		w.focusCanvas()
	}
}

// refreshTable lists what the canvas shows, while the table is open.
func (w *window) refreshTable() {
	if !w.frame.tableOpen {
		return
	}
	d := table.Data{Selected: w.sel.ids, Link: w.sel.link}
	first, outlets := w.snap.Graph.FirstDates(), w.outlets()
	drawn := map[string]graphmodel.Entity{}
	for _, id := range w.view.IDs() {
		if e, err := w.snap.Graph.Entity(id); err == nil {
			drawn[id] = e
			d.Things = append(d.Things, w.thingRow(e, first[id]))
		}
	}
	slices.SortStableFunc(d.Things, func(a, b table.Row) int {
		return cmp.Or(cmp.Compare(b.Cells[2].Order, a.Cells[2].Order), cmp.Compare(a.Cells[0].Text, b.Cells[0].Text))
	})
	for _, l := range w.snap.Graph.Links() {
		from, okFrom := drawn[l.From]
		to, okTo := drawn[l.To]
		if okFrom && okTo && !w.snap.Filter.HiddenStatuses[l.Status()] && w.snap.Filter.Sieve.Passes(l, outlets) {
			d.Links = append(d.Links, w.linkRow(l, from, to))
		}
	}
	w.table.Set(d)
}

func (w *window) thingRow(e graphmodel.Entity, first string) table.Row {
	links := len(w.snap.Graph.LinksOf(e.ID))
	var others []string
	for _, n := range e.Names {
		if n.Text != e.Name {
			others = append(others, n.Text)
		}
	}
	return table.Row{Thing: e.ID, Cells: []table.Cell{
		{Text: e.Name, Kind: e.Kind}, {Text: wording.Capital(string(e.Kind))}, count(links), count(e.Articles()), day(first),
		{Text: strings.Join(others, ", ")},
	}}
}

func (w *window) linkRow(l graphmodel.Link, from, to graphmodel.Entity) table.Row {
	date, sentence := "", ""
	for n, e := range l.Evidence {
		if date == "" || e.Date != "" && e.Date < date {
			date = e.Date
		}
		if n == 0 {
			sentence = wording.OneLine(e.Text)
		}
	}
	return table.Row{Link: l.Key(), Cells: []table.Cell{
		{Text: from.Name, Kind: from.Kind}, {Text: l.Type.Words()}, {Text: to.Name, Kind: to.Kind},
		{Text: wording.Chip(l.Status()), Status: l.Status()}, day(date), count(l.Articles()), {Text: sentence},
	}}
}

func count(n int) table.Cell { return table.Cell{Text: wording.Number(n), Order: float64(n)} }

// day is a cell with a date; a cell without one comes before them.
func day(iso string) table.Cell {
	c := table.Cell{Text: wording.ISODay(iso)}
	if t, ok := graphmodel.Day(iso); ok {
		c.Order = float64(366*t.Year() + t.YearDay())
	}
	return c
}

// chooseRow selects what a row of the table lists.
func (w *window) chooseRow(r table.Row) {
	if r.Thing != "" {
		w.choose(selection{ids: []string{r.Thing}})
		return
	}
	w.choose(selection{link: r.Link})
}

// openRow brings it into sight, a link with its sentence.
func (w *window) openRow(r table.Row) {
	if r.Thing != "" {
		w.goTo(r.Thing)
		return
	}
	w.goToLink(r.Link)
	w.openSentence(r.Link, 0)
}

func (w *window) copyRows(text string) {
	w.app.Clipboard().SetContent(text)
	rows := strings.Count(text, "\n") - 1
	w.strip.say(wording.Count(rows, "row", "rows") + " copied.")
}
