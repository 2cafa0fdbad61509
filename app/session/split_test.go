package session

import (
	"testing"

	"byline/graphmodel"
)

const (
	lindFirst  = "Ada Lind opens bridge\n\nAda Lind, the mayor of Port Elva, opened the bridge. Ada Lind met Erik Sund of Nordic Shipping."
	lindSecond = "Ada Lind wins race\n\nAda Lind won the race in Norway. Erik Sund congratulated Ada Lind."
	lindThird  = "Ada Lind resigns\n\nAda Lind said on Monday that she would resign. Denmark thanked Ada Lind."
)

func inArticle(e graphmodel.Entity, id string) (n int) {
	for _, m := range e.Mentions {
		if m.Article == id {
			n++
		}
	}
	return n
}

// TestSplitKnowsItsMentions splits off an article's mentions, one mention and
// a name, and gives one to a thing that is there.
func TestSplitKnowsItsMentions(t *testing.T) {
	d := newDesk(t)
	s := d.add(lindFirst, lindSecond)
	ada := d.id("Ada Lind")
	first, second := s.Articles[0].ID, s.Articles[1].ID
	whole := d.entity(ada)
	if inArticle(whole, first) < 2 || inArticle(whole, second) < 2 {
		t.Fatalf("Ada Lind has the mentions %+v", whole.Mentions)
	}
	racer := d.Split(ada, Part{Article: second}, "")
	d.Wait()
	if got := d.Snapshot().UndoLabel; got != "Split Ada Lind" {
		t.Errorf("undo would take back %q", got)
	}
	rest, other := d.entity(ada), d.entity(racer)
	if inArticle(rest, second)+inArticle(other, first) > 0 || len(rest.Mentions)+len(other.Mentions) != len(whole.Mentions) || other.Name != "Ada Lind" || other.Kind != graphmodel.Person {
		t.Errorf("split by article: %+v and %+v", rest, other)
	}
	for _, l := range d.Snapshot().Graph.LinksOf(ada) {
		for _, e := range l.Evidence {
			if e.Sentence.Article == second {
				t.Errorf("a sentence of the other's article stayed: %q", e.Text)
			}
		}
	}
	if after := d.add(lindThird); inArticle(d.entity(ada), after.Articles[2].ID) == 0 || inArticle(d.entity(racer), after.Articles[2].ID) > 0 {
		t.Errorf("one more article went to %+v", d.entity(racer))
	}
	one := d.entity(ada).Mentions[0].Span
	alone := d.Split(ada, Part{Mention: one}, "")
	d.Wait()
	if e := d.entity(alone); len(e.Mentions) != 1 || e.Mentions[0].Span != one || alone == racer {
		t.Errorf("one mention: %s %+v", alone, e)
	}
	// That mention is the racer's after all.
	if d.Split(ada, Part{Mention: d.entity(ada).Mentions[0].Span}, racer) != racer {
		t.Error("a mention could not be given to what is there")
	}
	d.Wait()
	if inArticle(d.entity(racer), first) != 1 {
		t.Errorf("the racer has %+v", d.entity(racer).Mentions)
	}
	for _, none := range []Part{{}, {Name: "Nobody"}, {Article: "none"}} {
		if id := d.Split(ada, none, ""); id != "" {
			t.Errorf("%+v made %q", none, id)
		}
	}
	for _, p := range d.Snapshot().Suggestions {
		if p.A == ada && p.B == racer || p.A == racer && p.B == ada {
			t.Error("what was split is asked about again")
		}
	}
	path := d.Snapshot().Path
	before := d.Snapshot()
	if err := d.NewProject(); err != nil {
		t.Fatal(err)
	}
	if err := d.Open(path); err != nil {
		t.Fatal(err)
	}
	d.Wait()
	same(t, "opened again", before, d.Snapshot())
	if u := d.Snapshot().Unfit; len(u) > 0 {
		t.Errorf("after opening it again %v do not fit", u)
	}
}

func TestSplitOfAName(t *testing.T) {
	d := newDesk(t)
	d.add(lindFirst)
	ada, erik := d.id("Ada Lind"), d.id("Erik Sund")
	d.Merge(ada, erik)
	d.Wait()
	both := d.entity(ada)
	split := d.Split(ada, Part{Name: "Erik Sund"}, "")
	d.Wait()
	if e, rest := d.entity(split), d.entity(ada); e.Name != "Erik Sund" || rest.Name != "Ada Lind" || len(e.Mentions)+len(rest.Mentions) != len(both.Mentions) {
		t.Errorf("%+v and %+v", e, rest)
	}
}

func TestWhatWasTakenOutComesBack(t *testing.T) {
	d := newDesk(t)
	before := d.add(harbour, ferry)
	erik := d.id("Erik Sund")
	link := before.Graph.LinksOf(erik)[0]
	d.RejectLink(link.Key())
	d.Wait()
	if s := d.Snapshot(); len(s.Rejected) != 1 || len(s.Rejected[0].Evidence) != len(link.Evidence) || s.Rejected[0].Key() != link.Key() {
		t.Errorf("rejected are %+v", s.Rejected)
	}
	d.RestoreLink(link.Key())
	d.Delete(erik)
	d.Wait()
	if s := d.Snapshot(); len(s.Deleted) != 1 || s.Deleted[0].ID != erik {
		t.Errorf("deleted are %+v", s.Deleted)
	}
	d.Restore(erik)
	d.Wait()
	after := d.Snapshot()
	if after.UndoLabel != "Restore Erik Sund" || len(after.Deleted)+len(after.Rejected) > 0 {
		t.Errorf("undo would take back %q; out are %v and %v", after.UndoLabel, after.Deleted, after.Rejected)
	}
	after.Decisions = before.Decisions
	same(t, "restored", before, after)
}
