package session

import (
	"math/rand/v2"
	"sync"
	"testing"

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

func (r remembering) Read(a article.Article) *extract.Reading {
	if have, ok := r.known.Load(a.ID); ok {
		return have.(*extract.Reading)
	}
	reading := r.Reader.Read(a)
	r.known.Store(a.ID, reading)
	return reading
}

// gambler does to a project whatever comes to mind.
type gambler struct {
	*desk
	dice   *rand.Rand
	reader remembering
	// last is the snapshot that the next act is chosen from.
	last Snapshot
}

// act is one thing that can be done. It may come to nothing: the snapshot may
// hold nothing to do it to.
type act struct {
	name string
	do   func(*gambler)
}

func acts() []act {
	return []act{
		{"merge", func(g *gambler) { g.Merge(g.thing(), g.thing()) }},
		{"different", func(g *gambler) { g.Different(g.thing(), g.thing()) }},
		{"rename", func(g *gambler) { g.Rename(g.thing(), g.word()) }},
		{"kind", func(g *gambler) { g.SetKind(g.thing(), pick(g, graphmodel.Kinds())) }},
		{"delete", func(g *gambler) { g.Delete(g.thing()) }},
		{"reject", func(g *gambler) { g.RejectLink(g.link().Key()) }},
		{"move", func(g *gambler) { g.Move([]string{g.thing()}, []layout.Point{{X: g.dice.Float64() * 900}}, nil) }},
		{"remove article", func(g *gambler) { g.RemoveArticle(pick(g, g.last.Articles).ID) }},
		{"add article", func(g *gambler) {
			text := pick(g, []string{harbour, ferry, whales})
			g.AddText(text, headed(text))
		}},
		{"undo", (*gambler).back},
		{"redo", (*gambler).again},
		{"reopen", (*gambler).reopen},
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

func (g *gambler) back() {
	for range 1 + g.dice.IntN(4) {
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
		readings[i] = g.reader.Read(a)
	}
	return build.Graph(s.Articles, readings, decisions)
}

func (g *gambler) follows(what string, decisions []graphmodel.Decision) {
	g.t.Helper()
	g.Wait()
	s := g.Snapshot()
	want := g.fresh(s, decisions)
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
	for seed := range uint64(3) {
		g := &gambler{dice: rand.New(rand.NewPCG(seed, 6))}
		g.desk = newDesk(t, func(p *Params) {
			p.Builder = func() (Reader, error) {
				r, err := realReader()
				g.reader = remembering{r, known}
				return g.reader, err
			}
		})
		g.add(harbour, ferry)
		all := acts()
		for step := range 200 {
			if step%10 == 0 {
				g.follows("on the way", g.Snapshot().Decisions)
			}
			g.last = g.Snapshot()
			a := all[g.dice.IntN(len(all))]
			a.do(g)
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
