package session

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract"
	"byline/graphmodel/graphtest"
	"byline/graphmodel/layout"
)

// remembering is the real reader, who reads a text only once.
type remembering struct {
	Reader
	known *sync.Map // article id to *extract.Reading
}

func (r remembering) Read(ctx context.Context, a article.Article, tell func(float64)) (*extract.Reading, error) {
	if have, ok := r.known.Load(a.ID); ok {
		return have.(*extract.Reading), nil
	}
	reading, err := r.Reader.Read(ctx, a, tell)
	if err == nil {
		r.known.Store(a.ID, reading)
	}
	return reading, err
}

// gambler does to a project whatever comes to mind.
type gambler struct {
	*desk
	dice   *rand.Rand
	reader remembering
	// last is the snapshot that the next act is chosen from.
	last Snapshot
	// hasty are the times of decisions about a graph that the acts before have
	// not reached yet: they may be about what is not there any more.
	hasty map[time.Time]bool
	// still says that the articles stay as they are: then every decision fits.
	still bool
}

// act is one thing that can be done, and how often. It may come to nothing: the
// snapshot may hold nothing to do it to.
type act struct {
	name  string
	often int
	do    func(*gambler)
}

func acts() []act {
	return []act{
		{"merge", 6, func(g *gambler) { g.Merge(g.thing(), g.thing()) }},
		{"different", 6, func(g *gambler) { g.Different(g.thing(), g.thing()) }},
		{"rename", 6, func(g *gambler) { g.Rename(g.thing(), g.word()) }},
		{"kind", 4, func(g *gambler) { g.SetKind(pick(g, graphmodel.Kinds()), g.thing()) }},
		{"delete", 3, func(g *gambler) { g.Delete(g.thing()) }},
		{"split", 10, (*gambler).tear},
		{"restore", 4, func(g *gambler) { g.Restore(pick(g, g.last.Deleted).ID) }},
		{"restore link", 4, func(g *gambler) { g.RestoreLink(pick(g, g.last.Rejected).Key()) }},
		{"reject", 3, func(g *gambler) { g.RejectLink(g.link().Key()) }},
		{"reject sentence", 3, func(g *gambler) { l := g.link(); g.RejectSentence(l.Key(), g.sentence(l)) }},
		{"confirm", 3, func(g *gambler) { l := g.link(); g.ConfirmSentence(l.Key(), g.sentence(l)) }},
		{"type", 4, func(g *gambler) {
			l := g.link()
			g.SetLinkType(l.Key(), g.sentence(l), pick(g, graphmodel.LinkTypes()))
		}},
		{"turn", 4, func(g *gambler) { l := g.link(); g.TurnLink(l.Key(), g.sentence(l)) }},
		{"status", 4, func(g *gambler) {
			l := g.link()
			g.SetLinkStatus(l.Key(), g.sentence(l), pick(g, graphmodel.Statuses()))
		}},
		{"date", 2, func(g *gambler) {
			l := g.link()
			g.SetLinkDate(l.Key(), g.sentence(l), pick(g, []string{"", "2026", "2026-02"}))
		}},
		{"add thing", 3, func(g *gambler) {
			g.AddThing(pick(g, graphmodel.Kinds()), g.word(), pick(g, []string{"", "I know"}), g.sentence(g.link()))
		}},
		{"add link", 8, func(g *gambler) {
			key := graphmodel.Key{From: g.thing(), Type: pick(g, graphmodel.LinkTypes()), To: g.thing()}
			g.AddLink(key, pick(g, []string{"", "I know"}), g.sentence(g.link()))
		}},
		{"note", 2, func(g *gambler) { g.SetNote(g.thing(), g.word()) }},
		{"note on a link", 2, func(g *gambler) { g.SetLinkNote(g.link().Key(), g.word()) }},
		{"note on the canvas", 2, func(g *gambler) {
			id := g.AddNote(g.word(), layout.Point{X: 5})
			g.MoveNote(pick(g, g.last.Notes).Thing, layout.Point{Y: 7})
			g.SetNote(id, pick(g, []string{"", "later"}))
		}},
		{"rename all", 1, func(g *gambler) { g.RenameAll(g.word(), g.word()) }},
		{"move", 3, func(g *gambler) { g.Move([]string{g.thing()}, []layout.Point{{X: g.dice.Float64() * 900}}, nil) }},
		{"remove article", 1, func(g *gambler) {
			if !g.still {
				g.RemoveArticle(pick(g, g.last.Articles).ID)
			}
		}},
		{"add article", 4, func(g *gambler) {
			if text := pick(g, []string{harbour, ferry, whales}); !g.still {
				g.AddText(text, headed(text))
			}
		}},
		{"replace article", 2, func(g *gambler) {
			if old := pick(g, g.last.Articles); !g.still {
				text := pick(g, []string{"Corrected.\n\n" + old.Text, old.Text + " Ada Lind said no more.", strings.Replace(old.Text, "Ada Lind", "Ms Lind", 1)})
				g.ReplaceArticle(old.ID, text, headed(text))
			}
		}},
		{"hand over", 1, (*gambler).handOver},
		{"undo", 4, (*gambler).back},
		{"redo", 3, (*gambler).again},
		{"reopen", 1, (*gambler).reopen},
	}
}

func pick[T any](g *gambler, all []T) (one T) {
	if len(all) == 0 {
		return one
	}
	return all[g.dice.IntN(len(all))]
}

func (g *gambler) thing() string         { return pick(g, g.last.Graph.Entities()).ID }
func (g *gambler) link() graphmodel.Link { return pick(g, g.last.Graph.Links()) }

// sentence is one of the link's, or none, which stands for all.
func (g *gambler) sentence(l graphmodel.Link) graphmodel.Span {
	return pick(g, []graphmodel.Span{{}, pick(g, l.Evidence).Sentence})
}

func (g *gambler) word() string {
	return pick(g, []string{"Lind", "Ada Lind", "Norway", "The Board", "Fee"})
}

// tear splits a thing, off into another or into one of its own.
func (g *gambler) tear() {
	e := pick(g, g.last.Graph.Entities())
	m := pick(g, e.Mentions)
	part := pick(g, []Part{{Mention: m.Span}, {Article: m.Article}, {Name: m.Text}})
	g.Split(e.ID, part, pick(g, []string{"", "", g.thing()}))
}

func (g *gambler) back() {
	for range 1 + g.dice.IntN(4) {
		if g.still && strings.HasPrefix(g.Snapshot().UndoLabel, "Add ") {
			return
		}
		g.Undo()
	}
}

func (g *gambler) again() {
	for range 1 + g.dice.IntN(4) {
		g.Redo()
	}
}

// handOver takes some decisions back and has them again from a file.
func (g *gambler) handOver() {
	path := filepath.Join(g.t.TempDir(), "decisions.json")
	if err := g.WriteDecisions(path); err != nil {
		g.t.Fatal(err)
	}
	g.back()
	if _, err := g.ApplyDecisions(path); err != nil {
		g.t.Fatal(err)
	}
}

// reopen leaves the project, and comes back to what is on the disk.
func (g *gambler) reopen() {
	g.Wait()
	path := g.Snapshot().Path
	if path == "" {
		return
	}
	before := g.Snapshot()
	if err := g.NewProject(); err != nil {
		g.t.Fatal(err)
	}
	if err := g.Open(path); err != nil {
		g.t.Fatal(err)
	}
	g.Wait()
	same(g.t, "reopened", before, g.Snapshot())
}

// fresh is what the snapshot's articles and decisions give.
func (g *gambler) fresh(s Snapshot) build.Outcome {
	readings := make([]*extract.Reading, len(s.Articles))
	for i, a := range s.Articles {
		var err error
		if readings[i], err = g.reader.Read(g.t.Context(), a, nil); err != nil {
			g.t.Fatal(err)
		}
	}
	return build.Join(s.Articles, readings, s.Decisions)
}

func (g *gambler) follows(what string) {
	g.t.Helper()
	g.Wait()
	s := g.Snapshot()
	want := g.fresh(s)
	for _, u := range s.Unfit {
		i := slices.IndexFunc(s.Decisions, func(d graphmodel.Decision) bool { return d.Number == u.Number })
		if d := s.Decisions[i]; g.still && !g.hasty[d.Time] {
			g.t.Fatalf("%s: %+v does not fit, yet no article has changed: %s", what, d, u.Why)
		}
	}
	var notes []graphmodel.Note
	for _, n := range s.Notes {
		notes = append(notes, n.Note)
	}
	d := cmp.Diff(want.Graph.Entities(), s.Graph.Entities()) + cmp.Diff(want.Graph.Links(), s.Graph.Links()) +
		cmp.Diff(want.Deleted, s.Deleted) + cmp.Diff(want.Rejected, s.Rejected) + cmp.Diff(want.Notes, notes, cmpopts.EquateEmpty()) + cmp.Diff(want.Unfit, s.Unfit) + cmp.Diff(want.Answers, g.doc.aside.answers)
	if d != "" {
		g.t.Fatalf("%s: the graph does not follow from the log (-follows +shown):\n%s", what, d)
	}
	graphtest.Check(g.t, s.Graph)
}

// TestGraphFollowsFromLog does 200 things at random, looks now and then
// whether the graph is the one that a fresh build of the log gives, and takes
// everything back: then it is the machine's again.
func TestGraphFollowsFromLog(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	known := &sync.Map{}
	for seed := range uint64(4) {
		g := &gambler{dice: rand.New(rand.NewPCG(seed, 6)), hasty: map[time.Time]bool{}, still: seed%2 == 0}
		g.desk = newDesk(t, func(p *Params) {
			p.Builder = func() (Reader, error) {
				r, err := realReader()
				g.reader = remembering{r, known}
				return g.reader, err
			}
		})
		g.add(harbour, ferry, whales)
		var all []act
		for _, a := range acts() {
			all = append(all, slices.Repeat([]act{a}, a.often)...)
		}
		for step := range 200 {
			if step%20 == 0 {
				g.follows("on the way")
			}
			hasty := step%2 == 1
			if !hasty {
				g.Wait()
			}
			g.last = g.Snapshot()
			a := all[g.dice.IntN(len(all))]
			a.do(g)
			for _, d := range g.Snapshot().Decisions[min(len(g.last.Decisions), len(g.Snapshot().Decisions)):] {
				g.hasty[d.Time] = g.hasty[d.Time] || hasty
			}
			if t.Failed() {
				t.Fatalf("seed %d, step %d: %s", seed, step, a.name)
			}
		}
		g.follows("at the end")
		for g.Snapshot().CanUndo {
			g.Undo()
		}
		g.follows("everything taken back")
	}
}
