package session

import (
	"slices"
	"strings"
	"testing"

	"byline/graphmodel"
)

// What is in doubt here: a surname alone, a body by its initials, and a name
// that is spelled in two ways.
const (
	patrol = "New boats for the commission\n\nThe Barents Fisheries Commission bought two boats from Nordic Shipping. President Ilona Barankova praised the Barents Fisheries Commission."
	boats  = "BFC takes new boats to sea\n\nNordic Shipping sold two boats to the BFC on Friday. The BFC met President Ilona Barankowa in June."
)

// asked are the pairs in question, by name.
func asked(s Snapshot) []string {
	var all []string
	for _, p := range s.Suggestions {
		a, _ := s.Graph.Entity(p.A)
		b, _ := s.Graph.Entity(p.B)
		words := a.Name + " = " + b.Name
		if p.Held {
			words += " (not sure)"
		}
		all = append(all, words)
	}
	return all
}

func (d *desk) asks(want ...string) {
	d.t.Helper()
	d.Wait()
	if have := asked(d.Snapshot()); !slices.Equal(have, want) {
		d.t.Fatalf("in question are %q, want %q; the things are %v", have, want, d.names())
	}
}

func TestReview(t *testing.T) {
	d := newDesk(t)
	d.add(patrol, boats)
	const letters, slip = "Barents Fisheries Commission = BFC", "Ilona Barankova = Ilona Barankowa"
	d.asks(slip, letters)
	pair := func(i int) (string, string) {
		p := d.Snapshot().Suggestions[i]
		return p.A, p.B
	}

	a, b := pair(0)
	d.Hold(a, b)
	if now := asked(d.Snapshot()); len(now) != 2 || now[0] != letters {
		t.Errorf("the answer did not show at once: %v", now)
	}
	d.asks(letters, slip+" (not sure)")
	d.Different(pair(0))
	d.asks(slip + " (not sure)")
	d.Undo()
	d.asks(letters, slip+" (not sure)")
	d.Redo()
	d.asks(slip + " (not sure)")
	d.Merge(pair(0))
	d.asks()
	d.add(harbour)
	d.asks()
	if s := d.Snapshot(); len(s.Decisions) != 3 || s.UndoLabel == "" {
		t.Errorf("%d decisions, undo %q", len(s.Decisions), s.UndoLabel)
	}
	before := d.Snapshot()
	d.Hold(a, "nothing")
	d.Different(a, a)
	d.Wait()
	same(t, "after answers about nothing", before, d.Snapshot())
}

func TestLog(t *testing.T) {
	d := newDesk(t)
	d.add(harbour, patrol, boats)
	ada, ecp, service := d.id("Ada Lind"), d.id("BFC"), d.id("Barents Fisheries Commission")
	link := d.Snapshot().Graph.LinksOf(d.id("Nordic Shipping"))[0].Key()
	from, to := d.entity(link.From).Name, d.entity(link.To).Name
	d.Rename(ada, "Ada M. Lind")
	d.RejectLink(link)
	d.Merge(service, ecp)
	d.Different(ada, d.id("Erik Sund"))
	d.Delete(d.id("Erik Sund"))
	d.Wait()
	want := []string{
		"Deleted Erik Sund",
		"Kept Ada M. Lind and Erik Sund apart",
		"Merged BFC into Barents Fisheries Commission",
		"Rejected “" + from + " " + link.Type.Words() + " " + to + "”",
		"Renamed Ada Lind to Ada M. Lind",
	}
	s := d.Snapshot()
	var have []string
	for _, l := range s.Log() {
		have = append(have, l.Words)
		if l.Time.IsZero() {
			t.Errorf("%q has no date", l.Words)
		}
	}
	if !slices.Equal(have, want) {
		t.Fatalf("the log says %q, want %q", have, want)
	}
	if l := s.Log(); !l[0].TakesAway() || !l[3].TakesAway() || l[2].TakesAway() || !slices.Equal(l[2].Things, []string{service}) {
		t.Errorf("the log is about %+v", l)
	}

	d.TakeBack(s.Log()[4].Number)
	d.Wait()
	if e := d.entity(ada); e.Name != "Ada Lind" || len(d.Snapshot().Decisions) != 4 {
		t.Errorf("taken back, and still %s with %d decisions", e.Name, len(d.Snapshot().Decisions))
	}
	if u := d.Snapshot().UndoLabel; u != "Take back: renamed Ada Lind to Ada M. Lind" {
		t.Errorf("undo says %q", u)
	}
	d.Undo()
	d.Wait()
	same(t, "after undoing that", s, d.Snapshot())
	d.TakeBack(4711)
}

// TestEveryActHasWords: an act that is added must be told in the log.
func TestEveryActHasWords(t *testing.T) {
	for _, act := range []graphmodel.Act{
		graphmodel.ActSame, graphmodel.ActDifferent, graphmodel.ActHold, graphmodel.ActSplit, graphmodel.ActRename, graphmodel.ActKind,
		graphmodel.ActDelete, graphmodel.ActRestore, graphmodel.ActReject, graphmodel.ActConfirm, graphmodel.ActType, graphmodel.ActTurn,
		graphmodel.ActStatus, graphmodel.ActDate, graphmodel.ActLink, graphmodel.ActAdd, "unheard of",
	} {
		s := Snapshot{Graph: graphmodel.NewGraph(), Decisions: []graphmodel.Decision{{Act: act, About: "person/ada", Other: "person/erik", Value: "ada"}}}
		l := s.Log()[0]
		if _, known := actWords[act]; known == (act == "unheard of") || l.Verb == "" || !strings.Contains(l.Words, "ada") || strings.Contains(l.Words, "%!") {
			t.Errorf("%s: %+v", act, l)
		}
	}
}
