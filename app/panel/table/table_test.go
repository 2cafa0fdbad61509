package table

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/graphmodel"
)

func thing(id, name string, links float64) Row {
	return Row{Thing: id, Cells: []Cell{{Text: name, Kind: graphmodel.Person}, {Text: "Person"}, {Text: "n", Order: links}, {Text: "1"}, {}, {}}}
}

func shown(t *testing.T) *Table {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Light))
	table := New(controls.NewTips())
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(900, 260))
	table.Set(Data{Things: []Row{thing("c", "Cato", 3), thing("a", "ada", 10), thing("b", "=Bo", 2)},
		Links: []Row{{Link: graphmodel.Key{From: "a", Type: "meets", To: "b"}, Cells: make([]Cell, 7)}}})
	table.turn(things)
	return table
}

func order(t *Table) string {
	var ids []string
	for _, r := range t.page().shown {
		ids = append(ids, r.Thing)
	}
	return strings.Join(ids, "")
}

func TestHeadsSort(t *testing.T) {
	table := shown(t)
	for n, want := range []string{"bac", "cab", "cab", "bca"} {
		column := 0
		if n == 3 {
			column = 2
		}
		table.heads.cells[column].Tapped(nil)
		if n == 2 {
			want = "cab" // as it was given
		}
		if got := order(table); got != want {
			t.Errorf("after click %d the rows are %s, want %s", n+1, got, want)
		}
	}
}

func TestWordsNarrow(t *testing.T) {
	table := shown(t)
	table.filter.SetText("ADA person")
	if got := order(table); got != "a" || table.found.Text() != "1 row" {
		t.Errorf("the rows are %q and it says %q", got, table.found.Text())
	}
	table.filter.SetText("nobody")
	if got := order(table); got != "" || table.found.Text() != "No row has these words." {
		t.Errorf("the rows are %q and it says %q", got, table.found.Text())
	}
}

func TestCopiedRowsAreNoFormulas(t *testing.T) {
	table := shown(t)
	text := table.Text()
	if !strings.HasPrefix(text, "Name\tKind\tLinks") || !strings.Contains(text, "\n'=Bo\tPerson") || strings.Count(text, "\n") != 4 {
		t.Errorf("copied: %q", text)
	}
}

func TestAClickReportsTheRow(t *testing.T) {
	table := shown(t)
	var chosen, opened string
	table.OnChoose = func(r Row) { chosen = r.Thing }
	table.OnOpen = func(r Row) { opened = r.Thing }
	for _, l := range table.rows {
		if l.cells[0].words.Text() == "ada" {
			l.row.Tapped(nil)
			l.row.Tapped(nil)
		}
	}
	if chosen != "a" || opened != "a" {
		t.Errorf("chosen %q, opened %q", chosen, opened)
	}
	table.Select([]string{"b"}, graphmodel.Key{})
	if r := table.page().shown[2]; !table.selected(r) || table.selected(table.page().shown[0]) {
		t.Error("the selected row is another one")
	}
}
