//go:build !race

package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/crashtest"
	"byline/graphmodel/layout"
)

func TestMain(m *testing.M) {
	crashtest.Main(m, slices.Concat(killed(), wrongSavers(), windows())...)
}

// killed are the works that are killed.
func killed() []crashtest.Work {
	return []crashtest.Work{
		stepWork("save", saveStep), stepWork("ingest", ingestStep),
		{Name: "upgrade", Prepare: prepareUpgrades, Do: doUpgrades, Check: checkUpgrades},
		{Name: "copy", Prepare: prepareSteps(saveStep), Do: doCopies, Check: checkCopies},
	}
}

// TestCrashKilled kills a program that saves, takes in articles, brings projects up
// to date and copies them. make crash runs it: the race detector makes SQLite
// ten times as slow.
func TestCrashKilled(t *testing.T) {
	t.Log(crashtest.Head)
	percent := map[string]int{"save": 25, "ingest": 20, "upgrade": 10, "copy": 15} // the session has the rest
	for _, w := range killed() {
		t.Run(w.Name, func(t *testing.T) {
			kills, err := crashtest.Kills(percent[w.Name])
			must(t, err)
			tally, err := crashtest.Run(w, crashtest.Plan{Kills: kills, Workers: 6, Seed: 1, Dir: t.TempDir()})
			t.Log(tally.Row(w.Name))
			must(t, err)
			if tally.Bad() > 0 || tally.Promises == 0 {
				t.Errorf("%d of %d checks found something, %d promises were made: %v", tally.Bad(), tally.Checks, tally.Promises, tally.Found)
			}
		})
	}
}

// A step is the nth change that a work makes; a project that has come so far
// says so in a setting.
type step func(n int) Change

const stepSetting = "step"

// saveStep is what a person does: decide, move, note, look elsewhere.
func saveStep(n int) Change {
	c := Change{
		AddDecisions: []graphmodel.Decision{{Number: n, Time: time.Date(2026, 4, 1, 12, 0, n, 0, time.UTC), Act: graphmodel.ActRename,
			About: fmt.Sprintf("person/%d", n), Value: strings.Repeat("Ada ", n%50), Reason: "as she signs"}},
		SetPlaces:   map[string]Place{},
		SetSettings: map[string]string{stepSetting: strconv.Itoa(n)},
		SetViews:    map[string]string{"start": fmt.Sprint("x=", n)},
		SetNotes:    map[string]string{fmt.Sprint("thing/", n%7): strings.Repeat("call back ", n%90)},
	}
	for thing := range 60 {
		c.SetPlaces[fmt.Sprint("thing/", thing)] = Place{layout.Point{X: float64(n), Y: float64(thing)}, n%2 == 0}
	}
	if n%5 == 0 {
		c.RemoveDecisions = []int{n - 2}
		c.RemovePlaces = []string{"thing/gone"}
	}
	return c
}

// ingestStep takes in two articles at a time, now and then a very long one,
// and takes an old one out.
func ingestStep(n int) Change {
	c := Change{SetSettings: map[string]string{stepSetting: strconv.Itoa(n)}}
	for number := 2*n - 1; number <= 2*n; number++ {
		c.AddItems = append(c.AddItems, ingested(number))
	}
	if n%3 == 0 {
		c.RemoveItems = []string{ingested(n).ID}
	}
	return c
}

func ingested(number int) Item {
	sentences := 100
	if number%20 == 0 {
		sentences = 20000 // more than SQLite's cache holds
	}
	text := fmt.Sprintf("Report %d.\n", number) + strings.Repeat(fmt.Sprintf("The council of Port Elva voted on harbour fee %d. ", number), sentences)
	return Item{number, article.Article{ID: article.ID(text), Name: fmt.Sprintf("report-%d", number), Text: text}}
}

// after is the content that the first n steps make.
func after(next step, n int) Content {
	c := Content{Places: map[string]Place{}, Settings: map[string]string{}, Views: map[string]string{}, Notes: map[string]string{}}
	for i := 1; i <= n; i++ {
		apply(&c, next(i))
	}
	return c
}

// apply does in memory what Save does in the file.
func apply(c *Content, ch Change) {
	c.Items = slices.DeleteFunc(c.Items, func(i Item) bool { return slices.Contains(ch.RemoveItems, i.ID) })
	c.Items = append(c.Items, ch.AddItems...)
	c.Decisions = slices.DeleteFunc(c.Decisions, func(d graphmodel.Decision) bool { return slices.Contains(ch.RemoveDecisions, d.Number) })
	c.Decisions = append(c.Decisions, ch.AddDecisions...)
	for _, id := range ch.RemovePlaces {
		delete(c.Places, id)
	}
	for id, p := range ch.SetPlaces {
		c.Places[id] = p
	}
	for _, t := range []struct{ have, set map[string]string }{{c.Settings, ch.SetSettings}, {c.Views, ch.SetViews}, {c.Notes, ch.SetNotes}} {
		for name, value := range t.set {
			t.have[name] = value
			if value == "" {
				delete(t.have, name)
			}
		}
	}
}

func stepWork(name string, next step) crashtest.Work {
	return crashtest.Work{
		Name:    name,
		Prepare: prepareSteps(next),
		Do: func(dir string, promise func(int)) error {
			return doSteps(filepath.Join(dir, stepProject), next, promise)
		},
		Check: func(dir string, promised int) (bool, error) {
			inside, _, err := checkSteps(filepath.Join(dir, stepProject), next, promised)
			return inside, errors.Join(err, onlyFiles(dir, stepProject))
		},
	}
}

const stepProject = "Harbour.byline"

func prepareSteps(next step) func(string) error {
	return func(dir string) error { return Write(filepath.Join(dir, stepProject), after(next, 1)) }
}

func doSteps(path string, next step, promise func(int)) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(p.Content().Settings[stepSetting])
	if err != nil {
		return err
	}
	for {
		n++
		if err := p.Save(next(n)); err != nil {
			return err
		}
		promise(n)
	}
}

// checkSteps opens the project and looks whether it holds a whole number of
// steps, and all of those promised. It returns that number.
func checkSteps(path string, next step, promised int) (inside bool, n int, err error) {
	inside = cutInside(path)
	p, err := Open(path)
	if err != nil {
		return inside, 0, fmt.Errorf("%w: %w", crashtest.ErrShut, err)
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if p.ReadOnly() != "" {
		return inside, 0, fmt.Errorf("%w: %s %q", crashtest.ErrHalf, p.ReadOnly(), p.Problems())
	}
	n, err = strconv.Atoi(p.Content().Settings[stepSetting])
	if err != nil {
		return inside, 0, fmt.Errorf("%w: the step: %w", crashtest.ErrHalf, err)
	}
	if n < promised {
		return inside, n, fmt.Errorf("%w: step %d is there, %d was promised", crashtest.ErrLost, n, promised)
	}
	want := after(next, n)
	if d := diff(want, p.Content()); d != "" {
		return inside, n, fmt.Errorf("%w: step %d (-want +have):\n%.2000s", crashtest.ErrHalf, n, d)
	}
	found, err := p.Search("report", len(want.Items)+1)
	if err != nil || len(found) != len(want.Items) {
		return inside, n, fmt.Errorf("%w: of %d articles %d are found (%w)", crashtest.ErrHalf, len(want.Items), len(found), err)
	}
	return inside, n, nil
}

// cutInside reports whether a kill cut a save to path short.
func cutInside(path string) bool {
	_, err := os.Stat(savingPath(path))
	return err == nil || len(leftovers(path)) > 0
}

// onlyFiles looks for what is none of the named files. A lock is taken over by
// whoever is next, an empty journal goes with the next save, and what a copy
// left goes with the next copy to that name.
func onlyFiles(dir string, names ...string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return err
		}
		journal := strings.HasSuffix(e.Name(), "-journal")
		switch {
		case slices.Contains(names, e.Name()), strings.HasSuffix(e.Name(), ".lock"), journal && info.Size() == 0:
		case slices.ContainsFunc(names, func(name string) bool {
			_, err := os.Stat(filepath.Join(dir, name))
			return err != nil && e.Name() == filepath.Base(savingPath(name))
		}):
		default:
			return fmt.Errorf("%w: %s", crashtest.ErrLitter, e.Name())
		}
	}
	return nil
}

// oldProjects are how many projects of the first version one folder has.
const oldProjects = 4

// oldBytes is a project of the first version.
var oldBytes = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "byline-old-")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "Old.byline")
	data, err := []byte(nil), writeEarly(path, 1, true)
	if err == nil {
		data, err = os.ReadFile(path)
	}
	return data, errors.Join(err, os.RemoveAll(dir))
})

func oldName(n int) string  { return fmt.Sprintf("Old-%d.byline", n) }
func keptName(n int) string { return fmt.Sprintf("Kept-%d.byline", n) }

func prepareUpgrades(dir string) error {
	data, err := oldBytes()
	for n := range oldProjects {
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, oldName(n)), data, 0o600))
	}
	return err
}

func doUpgrades(dir string, promise func(int)) error {
	for n := range oldProjects {
		p, err := Open(filepath.Join(dir, oldName(n)))
		if err != nil {
			return err
		}
		if err := p.Upgrade(filepath.Join(dir, keptName(n))); err != nil {
			return err
		}
		if err := p.Close(); err != nil {
			return err
		}
		promise(n + 1)
	}
	return nil
}

// checkUpgrades looks whether each project is the old or the new one, with all
// its content, and that one brought up to date has its copy.
func checkUpgrades(dir string, promised int) (inside bool, err error) {
	names := []string{}
	for n := range oldProjects {
		path, kept := filepath.Join(dir, oldName(n)), filepath.Join(dir, keptName(n))
		inside = inside || cutInside(path) || cutInside(kept)
		names = append(names, oldName(n), keptName(n))
		old, err := checkStory(path)
		if err != nil {
			return inside, err
		}
		if old && n < promised {
			return inside, fmt.Errorf("%w: the upgrade of %s", crashtest.ErrLost, oldName(n))
		}
		keptOld, err := checkStory(kept)
		if errors.Is(err, ErrMissing) && old {
			continue
		}
		if err == nil && !keptOld {
			err = fmt.Errorf("%w: %s is no copy from before the upgrade", crashtest.ErrLost, keptName(n))
		}
		if err != nil {
			return inside, err
		}
	}
	return inside, onlyFiles(dir, names...)
}

// checkStory opens a project that holds the story and says whether it is of an
// earlier version.
func checkStory(path string) (old bool, err error) {
	p, err := Open(path)
	if err != nil {
		return false, fmt.Errorf("%w: %w", crashtest.ErrShut, err)
	}
	if d := diff(story(), p.Content()); d != "" || p.ReadOnly() != "" && !p.Outdated() {
		err = fmt.Errorf("%w: %s, %s (-want +have):\n%.2000s", crashtest.ErrHalf, filepath.Base(path), p.ReadOnly(), d)
	}
	return p.Outdated(), errors.Join(err, p.Close())
}

const copyName = "Copy.byline"

// doCopies copies the project after every step; the copy must be there then.
func doCopies(dir string, promise func(int)) error {
	path := filepath.Join(dir, stepProject)
	p, err := Open(path)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(p.Content().Settings[stepSetting])
	if err != nil {
		return err
	}
	for {
		n++
		if err := p.Save(saveStep(n)); err != nil {
			return err
		}
		if err := p.CopyTo(context.Background(), filepath.Join(dir, copyName)); err != nil {
			return err
		}
		promise(n)
	}
}

func checkCopies(dir string, promised int) (inside bool, err error) {
	inside, n, err := checkSteps(filepath.Join(dir, stepProject), saveStep, promised)
	if err != nil {
		return inside, err
	}
	cut, copied, err := checkSteps(filepath.Join(dir, copyName), saveStep, promised)
	if errors.Is(err, ErrMissing) && promised == 0 {
		err = nil
	}
	if err == nil && copied > n {
		err = fmt.Errorf("%w: the copy has step %d, the project only %d", crashtest.ErrLost, copied, n)
	}
	return inside || cut, errors.Join(err, onlyFiles(dir, stepProject, copyName))
}
