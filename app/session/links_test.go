package session

import (
	"testing"

	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// oneLink is a link of the desk with one sentence.
func (d *desk) oneLink(t graphmodel.LinkType) graphmodel.Link {
	d.t.Helper()
	for _, l := range d.Snapshot().Graph.Links() {
		if l.Type == t {
			return l
		}
	}
	d.t.Fatalf("there is no link of the type %s among %+v", t, d.Snapshot().Graph.Links())
	return graphmodel.Link{}
}

// TestDecisionsOnLinks makes each, and takes it back.
func TestDecisionsOnLinks(t *testing.T) {
	d := newDesk(t)
	d.add(harbour, ferry)
	l := d.oneLink(graphmodel.Supports)
	key, sentence := l.Key(), l.Evidence[0].Sentence
	turned := graphmodel.Key{From: key.To, Type: key.Type, To: key.From}
	criticised := graphmodel.Key{From: key.From, Type: graphmodel.Criticises, To: key.To}
	have := func(k graphmodel.Key) graphmodel.Link {
		got, _ := d.Snapshot().Graph.Link(k) // empty if it is not there
		return got
	}
	for what, c := range map[string]struct {
		do    func()
		check func() bool
	}{
		"confirm":                  {func() { d.ConfirmLink(key) }, func() bool { return have(key).Confirmed() }},
		"confirm a sentence":       {func() { d.ConfirmSentence(key, sentence) }, func() bool { return have(key).Evidence[0].Confirmed }},
		"reject its only sentence": {func() { d.RejectSentence(key, sentence) }, func() bool { return have(key).Type == "" }},
		"type": {func() { d.SetLinkType(key, graphmodel.Span{}, graphmodel.Criticises) }, func() bool {
			return have(key).Type == "" && have(criticised).Evidence[0].Sentence == sentence
		}},
		"status": {func() { d.SetLinkStatus(key, sentence, graphmodel.StatusDenied) }, func() bool { return have(key).Status() == graphmodel.StatusDenied }},
		"date":   {func() { d.SetLinkDate(key, graphmodel.Span{}, "2026-02") }, func() bool { e := have(key).Evidence[0]; return e.Date == "2026-02" && !e.DateGuessed }},
		"note": {func() { d.SetLinkNote(key, " Ask the ministry ") }, func() bool {
			n := d.Snapshot().Notes
			return len(n) == 1 && n[0].Link == key && n[0].Text == "Ask the ministry"
		}},
	} {
		before := d.Snapshot()
		c.do()
		d.Wait()
		after := d.Snapshot()
		if len(after.Decisions) != len(before.Decisions)+1 || len(after.Unfit) > 0 || !c.check() {
			t.Errorf("%s: %+v, unfit %v, the link is %+v", what, after.Decisions, after.Unfit, have(key))
		}
		d.Undo()
		d.Wait()
		same(t, what+" taken back", before, d.Snapshot())
	}
	before := d.Snapshot()
	if d.TurnLink(key, graphmodel.Span{}) || d.SetLinkType(key, graphmodel.Span{}, graphmodel.Leads) || d.SetLinkDate(key, sentence, "May") ||
		d.SetLinkStatus(key, sentence, graphmodel.StatusByHand) || d.SetLinkDate(turned, sentence, "2026") || d.SetLinkDate(key, graphmodel.Span{Article: "x", End: 3}, "2026") {
		t.Error("something impossible was done")
	}
	same(t, "nothing was done", before, d.Snapshot())
	meeting := d.Snapshot().Graph.LinksOf(d.id("Erik Sund"))
	for _, m := range meeting {
		if m.Type != graphmodel.Criticises && m.Type != graphmodel.Owns {
			continue
		}
		if d.TurnLink(m.Key(), graphmodel.Span{}) {
			d.Wait()
			if have(graphmodel.Key{From: m.To, Type: m.Type, To: m.From}).Type == "" {
				t.Errorf("%v was not turned", m.Key())
			}
		}
	}
}

// TestByHand adds a thing and links, each with and without words in an article.
func TestByHand(t *testing.T) {
	d := newDesk(t)
	s := d.add(harbour)
	ada, erik := d.id("Ada Lind"), d.id("Erik Sund")
	sentence := s.Graph.Links()[0].Evidence[0].Sentence
	if d.AddThing(graphmodel.Organisation, "Harbour Board", "", graphmodel.Span{}) != "" || d.AddThing("ship", "Elva", "seen", graphmodel.Span{}) != "" ||
		d.AddLink(graphmodel.Key{From: ada, Type: graphmodel.Supports, To: erik}, " ", graphmodel.Span{}) || d.AddLink(graphmodel.Key{From: ada, Type: graphmodel.Leads, To: erik}, "seen", sentence) {
		t.Error("something was added for no reason, or of no kind")
	}
	board := d.AddThing(graphmodel.Organisation, "Harbour Board", "Told by Ada Lind on the telephone", graphmodel.Span{})
	quay := d.AddThing(graphmodel.Organisation, "Quay", "", graphmodel.Span{Article: s.Articles[0].ID, Start: 5, End: 9})
	d.Wait()
	for id, mentions := range map[string]int{board: 0, quay: 1} {
		if e := d.entity(id); !e.ByHand || len(e.Mentions) != mentions || d.Snapshot().Positions[id] == (layout.Point{}) && mentions < 0 {
			t.Errorf("%s is %+v", id, e)
		}
	}
	reasoned := graphmodel.Key{From: ada, Type: graphmodel.Leads, To: board}
	worded := graphmodel.Key{From: ada, Type: graphmodel.Supports, To: erik}
	if !d.AddLink(reasoned, "She signs its letters", graphmodel.Span{}) || !d.AddLink(worded, "", sentence) {
		t.Fatal("no link was added")
	}
	d.Wait()
	g := d.Snapshot().Graph
	if l, err := g.Link(reasoned); err != nil || !l.ByHand || l.Reason != "She signs its letters" || l.Status() != graphmodel.StatusByHand {
		t.Errorf("%+v, %v", l, err)
	}
	if l, err := g.Link(worded); err != nil || !l.ByHand || len(l.Evidence) != 1 || l.Evidence[0].Sentence != sentence {
		t.Errorf("%+v, %v", l, err)
	}
	d.RejectLink(reasoned)
	d.Wait()
	if _, err := d.Snapshot().Graph.Link(reasoned); err == nil {
		t.Error("a link by hand could not be rejected")
	}
	d.Merge(board, d.id("Nordic Shipping"))
	d.Wait()
	if e := d.entity(board); e.ByHand || len(e.Mentions) == 0 {
		t.Errorf("with an organisation of the articles it is %+v", e)
	}
}

func TestNotesLieOnTheCanvas(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	ada := d.id("Ada Lind")
	id := d.AddNote("Ask about the wall", layout.Point{X: 10, Y: 20})
	d.SetNote(ada, "Call back")
	d.MoveNote(id, layout.Point{X: 30, Y: 40})
	d.SetNote(ada, "Called")
	d.Wait()
	s := d.Snapshot()
	if len(s.Notes) != 2 || s.Notes[0].Thing != id || s.Notes[0].At != (layout.Point{X: 30, Y: 40}) || s.Notes[1].Text != "Called" || s.Notes[1].Time.IsZero() {
		t.Errorf("the notes are %+v", s.Notes)
	}
	d.SetNote(ada, "")
	d.SetNote(id, "")
	d.Wait()
	if n := d.Snapshot().Notes; len(n) > 0 {
		t.Errorf("notes without words stay: %+v", n)
	}
	if label := d.Snapshot().UndoLabel; label != "Note" {
		t.Errorf("undo would take back %q", label)
	}
}

func TestManyAtOnce(t *testing.T) {
	d := newDesk(t)
	before := d.add(harbour, ferry)
	ada, erik := d.id("Ada Lind"), d.id("Erik Sund")
	if n := d.RenameAll("lind", "Lindqvist", ada, erik); n != 1 {
		t.Errorf("%d were renamed", n)
	}
	d.Wait()
	if e := d.entity(ada); e.Name != "Ada Lindqvist" {
		t.Errorf("she is called %q", e.Name)
	}
	d.SetKind(graphmodel.Organisation, ada, erik, "no/such")
	d.Wait()
	if s := d.Snapshot(); s.UndoLabel != "Make 2 things an organisation" || d.entity(erik).Kind != graphmodel.Organisation {
		t.Errorf("undo would take back %q", s.UndoLabel)
	}
	d.Delete(ada, erik)
	d.Wait()
	if s := d.Snapshot(); len(s.Deleted) != 2 || s.UndoLabel != "Delete 2 things" {
		t.Errorf("deleted are %v, undo would take back %q", s.Deleted, s.UndoLabel)
	}
	for range 3 {
		d.Undo()
	}
	d.Wait()
	same(t, "taken back", before, d.Snapshot())
	if d.RenameAll("", "x") != 0 || d.RenameAll("no such words", "x") != 0 {
		t.Error("nothing was renamed to something")
	}
}
