package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/layout"
)

// anyChange is a change of few things, some of which are there already.
func anyChange(r *rand.Rand, step int, items map[string]bool, decisions map[int]bool) Change {
	thing := func() string { return fmt.Sprintf("thing/%d", r.IntN(6)) }
	text := func() string { return []string{"", "one", "two"}[r.IntN(3)] }
	c := Change{
		SetPlaces:    map[string]Place{thing(): {layout.Point{X: float64(r.IntN(3))}, r.IntN(2) == 0}},
		RemovePlaces: []string{thing()},
		SetSettings:  map[string]string{thing(): text()}, SetViews: map[string]string{thing(): text()}, SetNotes: map[string]string{thing(): text()},
	}
	for id := range items {
		if r.IntN(3) == 0 {
			c.RemoveItems = append(c.RemoveItems, id)
			delete(items, id)
		}
	}
	for n := range decisions {
		if r.IntN(3) == 0 {
			c.RemoveDecisions = append(c.RemoveDecisions, n)
			delete(decisions, n)
		}
	}
	words := fmt.Sprintf("Report %d of Port Elva.", step)
	c.AddItems = []Item{{step, article.Article{ID: article.ID(words), Text: words}}}
	items[article.ID(words)] = true
	c.AddDecisions = []graphmodel.Decision{{Number: step, Time: time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC), Act: graphmodel.ActDelete, About: thing()}}
	decisions[step] = true
	return c
}

// TestSealFollowsTheRows saves at random: after each save, and after one that
// fails, the seal that was carried along is the one of all rows.
func TestSealFollowsTheRows(t *testing.T) {
	path := newProject(t, story())
	p := mustOpen(t, path)
	check := func(step int) {
		t.Helper()
		want, err := wholeSeal(context.Background(), p.conn)
		must(t, err)
		var have string
		must(t, p.conn.QueryRowContext(context.Background(), `SELECT value FROM setting WHERE name = ?`, wholeName).Scan(&have))
		if have != want {
			t.Fatalf("after save %d the seal of the whole is %s, want %s", step, have, want)
		}
	}
	check(0)
	r := rand.New(rand.NewPCG(3, 4))
	items, decisions := map[string]bool{}, map[int]bool{}
	for step := 100; step < 160; step++ {
		must(t, p.Save(anyChange(r, step, items, decisions)))
		check(step)
		twice := story().Items[:1]
		if p.Save(Change{SetNotes: map[string]string{"a": "b"}, AddItems: twice}) == nil {
			t.Fatal("an article is in the project twice")
		}
		check(step)
	}
}

// TestLostRowsAreSeen takes out and puts in rows that are sound by themselves.
func TestLostRowsAreSeen(t *testing.T) {
	for _, query := range []string{
		`DELETE FROM place WHERE thing = 'thing/03'`,
		`DELETE FROM decision WHERE number = 4`,
		`DELETE FROM decision`,
		`INSERT INTO note SELECT name, seal, value FROM view`,
		`DELETE FROM setting WHERE name <> '.whole'`,
		`UPDATE setting SET value = (SELECT value FROM setting WHERE name = 'theme') WHERE name = '.whole'`,
		`DELETE FROM setting WHERE name = '.whole'`,
	} {
		path := newProject(t, story())
		db, conn, err := connect(context.Background(), path, "rw")
		must(t, err)
		must(t, writer{conn}.exec(query))
		must(t, conn.Close())
		must(t, db.Close())
		if p := mustOpen(t, path); p.ReadOnly() == "" || len(p.Problems()) == 0 {
			t.Errorf("%s: nobody notices", query)
		}
	}
}
