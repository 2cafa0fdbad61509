package session

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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
		{"kind", 4, func(g *gambler) { g.SetKind(g.thing(), pick(g, graphmodel.Kinds())) }},
		{"delete", 3, func(g *gambler) { g.Delete(g.thing()) }},
		{"split", 10, (*gambler).tear},
		{"restore", 4, func(g *gambler) { g.Restore(pick(g, g.last.Deleted).ID) }},
		{"restore link", 4, func(g *gambler) { g.RestoreLink(pick(g, g.last.Rejected).Key()) }},
		{"reject", 6, func(g *gambler) { g.RejectLink(g.link().Key()) }},
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

// fresh is the graph of these articles with these decisions and no others.
func (g *gambler) fresh(s Snapshot, decisions []graphmodel.Decision) *graphmodel.Graph {
	readings := make([]*extract.Reading, len(s.Articles))
	for i, a := range s.Articles {
		var err error
		if readings[i], err = g.reader.Read(g.t.Context(), a, nil); err != nil {
			g.t.Fatal(err)
		}
	}
	return build.Graph(s.Articles, readings, decisions)
}

func (g *gambler) follows(what string, decisions []graphmodel.Decision) {
	g.t.Helper()
	g.Wait()
	s := g.Snapshot()
	want := g.fresh(s, decisions)
	for _, u := range s.Unfit {
		i := slices.IndexFunc(decisions, func(d graphmodel.Decision) bool { return d.Number == u.Number })
		if d := decisions[i]; g.still && !g.hasty[d.Time] {
			g.t.Fatalf("%s: %+v does not fit, yet no article has changed: %s", what, d, u.Why)
		}
	}
	if d := cmp.Diff(want.Entities(), s.Graph.Entities()) + cmp.Diff(want.Links(), s.Graph.Links()); d != "" {
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
				g.follows("on the way", g.Snapshot().Decisions)
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
		g.follows("at the end", g.Snapshot().Decisions)
		for g.Snapshot().CanUndo {
			g.Undo()
		}
		g.follows("everything taken back", g.Snapshot().Decisions)
	}
}
