package session

import (
	"strings"
	"testing"

	"byline/graphmodel"
)

// TestWhatFitsNoMoreIsAnswered edits the words away under a decision on a thing
// and one on a link, and says what they are about now.
func TestWhatFitsNoMoreIsAnswered(t *testing.T) {
	d := newDesk(t)
	d.add(harbour, ferry)
	d.Rename(d.id("Ada Lind"), "Mayor Lind")
	d.Wait()
	leads := d.oneLink(graphmodel.Leads)
	d.ConfirmSentence(leads.Key(), leads.Evidence[0].Sentence)
	d.Wait()
	edited := strings.ReplaceAll(harbour, "Ada Lind", "Eva Strand")
	d.ReplaceArticle(d.Snapshot().Articles[0].ID, edited, headed(edited))
	d.Wait()
	before := d.Snapshot()
	if len(before.Unfit) != 2 {
		t.Fatalf("%v do not fit", before.Unfit)
	}
	eva, link := d.id("Eva Strand"), before.Graph.Links()[0]
	d.RefitLink(1, link.Key()) // which is about a thing
	d.Refit(2, eva)            // and that about a link
	d.Refit(7, eva)
	d.Refit(1, "no/such")
	d.Wait()
	same(t, "nothing was answered", before, d.Snapshot())
	d.Refit(1, eva)
	d.Wait()
	d.RefitLink(2, link.Key())
	d.Wait()
	after := d.Snapshot()
	if e := d.entity(eva); e.Name != "Mayor Lind" || len(after.Unfit) > 0 || after.Decisions[0].Time != before.Decisions[0].Time {
		t.Errorf("she is called %q, %v do not fit", e.Name, after.Unfit)
	}
	if l, err := after.Graph.Link(link.Key()); err != nil || !l.Confirmed() {
		t.Errorf("the link is %+v, %v", l, err)
	}
	d.Undo()
	d.Undo()
	d.Wait()
	same(t, "taken back", before, d.Snapshot())
}
