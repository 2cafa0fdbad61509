package decisions_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/codec/decisions"
)

const text = "Ménage à Port Elva. Ada Lind opened the bridge, and Lind spoke."

func anchorOf(text, quote string) graphmodel.Anchor {
	i := strings.LastIndex(text, quote)
	return graphmodel.AnchorAt(graphmodel.Span{Article: article.ID(text), Start: i, End: i + len(quote)}, text)
}

func articleOf(text string) article.Article {
	return article.Article{ID: article.ID(text), Title: "Port Elva", Outlet: "Byline test", Text: text}
}

func story() []graphmodel.Decision {
	at := time.Date(2026, 3, 1, 9, 0, 0, 5, time.UTC)
	return []graphmodel.Decision{
		{Number: 1, Time: at, Act: graphmodel.ActRename, About: "person/ada-lind", Value: "A. Lind", Anchor: anchorOf(text, "Ada Lind")},
		{Number: 2, Time: at, Act: graphmodel.ActSplit, Scope: graphmodel.ScopeMention, About: "person/ada-lind", Other: "person/~1", Anchor: anchorOf(text, "Lind")},
		{Number: 3, Time: at, Act: graphmodel.ActLink, Link: graphmodel.Key{From: "person/~1", Type: graphmodel.Meets, To: "person/ada-lind"},
			Reason: "<seen> & heard", Anchor: anchorOf(text, "Lind"), OtherAnchor: anchorOf(text, "Ada Lind")},
		{Number: 4, Time: at, Act: graphmodel.ActNote, About: "note/~2", Value: "later"},
	}
}

func written(t *testing.T, all []graphmodel.Decision, a ...article.Article) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := decisions.Write(&b, all, a); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t *testing.T, data []byte) decisions.Set {
	t.Helper()
	set, err := decisions.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestThereAndBack(t *testing.T) {
	data := written(t, story(), articleOf(text))
	if !bytes.Contains(data, []byte(`"start": 52`)) || bytes.Contains(data, []byte(text)) {
		t.Errorf("places are not in code points, or the text is in the file:\n%s", data)
	}
	set := read(t, data)
	if d := cmp.Diff(story(), set.Apply(nil, []article.Article{articleOf(text)})); set.Len() != 4 || d != "" {
		t.Errorf("%d read (-written +read):\n%s", set.Len(), d)
	}
	if again := set.Apply(story(), []article.Article{articleOf(text)}); len(again) > 0 {
		t.Errorf("applied twice there are more: %+v", again)
	}
}

// TestOnAnotherProject applies to one with a later version of the text and
// with things that its own decisions made.
func TestOnAnotherProject(t *testing.T) {
	later := "Corrected on Monday.\n\n" + text
	own := graphmodel.Decision{Number: 7, Time: time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC), Act: graphmodel.ActAdd, About: "organisation/~5", Value: "Board", Reason: "seen"}
	got := read(t, written(t, story(), articleOf(text))).Apply([]graphmodel.Decision{own}, []article.Article{articleOf(later)})
	if len(got) != 4 || got[0].Number != 8 || got[3].Number != 11 {
		t.Fatalf("%+v", got)
	}
	if got[1].Other != "person/~6" || got[2].Link.From != "person/~6" || got[3].About != "note/~7" {
		t.Errorf("what decisions made goes by %q, %q and %q", got[1].Other, got[2].Link.From, got[3].About)
	}
	if want := anchorOf(later, "Ada Lind"); got[0].Anchor != want {
		t.Errorf("the anchor is %+v, not %+v", got[0].Anchor, want)
	}
	alone := read(t, written(t, story(), articleOf(text))).Apply(nil, nil)
	if len(alone) != 4 || alone[0].Anchor.Article != article.ID(text) {
		t.Errorf("without the article they are %+v", alone)
	}
}

func TestWhatIsNoFileOfDecisions(t *testing.T) {
	for data, want := range map[string]error{
		"":                                decisions.ErrNotDecisions,
		"Ada Lind":                        decisions.ErrNotDecisions,
		`{"format":"byline-graph/1"}`:     decisions.ErrNotDecisions,
		`{"format":"byline-decisions/2"}`: decisions.ErrVersion,
	} {
		if _, err := decisions.Read(strings.NewReader(data)); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", data, err, want)
		}
	}
}
