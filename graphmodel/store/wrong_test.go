//go:build !race

package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"byline/graphmodel/crashtest"
)

// wrongSavers save as one must not. The harness has to find each of them out.
func wrongSavers() []crashtest.Work {
	early := stepWork("promised-early", saveStep)
	early.Do = doEarly
	halves := stepWork("two-transactions", ingestStep)
	halves.Do = doHalves
	return []crashtest.Work{early, halves, {Name: "rewritten-in-place", Prepare: prepareInPlace, Do: doInPlace, Check: checkInPlace}}
}

// TestCrashWrongSavers shows that the harness bites.
func TestCrashWrongSavers(t *testing.T) {
	t.Log(crashtest.Head)
	for _, w := range wrongSavers() {
		tally, err := crashtest.Run(w, crashtest.Plan{Kills: 2000, Enough: 3, Workers: 6, Seed: 1, Dir: t.TempDir()})
		must(t, err)
		t.Log(tally.Row(w.Name))
		if tally.Bad() == 0 {
			t.Errorf("%s: nothing was found in %d kills", w.Name, tally.Kills)
		}
	}
}

// doEarly promises before it saves.
func doEarly(dir string, promise func(int)) error {
	return doSteps(filepath.Join(dir, stepProject), func(n int) Change {
		promise(n)
		return saveStep(n)
	}, func(int) {})
}

// doHalves saves each step in two transactions.
func doHalves(dir string, promise func(int)) error {
	p, err := Open(filepath.Join(dir, stepProject))
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(p.Content().Settings[stepSetting])
	if err != nil {
		return err
	}
	for {
		n++
		whole := ingestStep(n)
		if err := p.Save(Change{AddItems: whole.AddItems, RemoveItems: whole.RemoveItems}); err != nil {
			return err
		}
		if err := p.Save(Change{SetSettings: whole.SetSettings}); err != nil {
			return err
		}
		promise(n)
	}
}

// The saver that most programs begin with: all of it, over what was there.

func inPlacePath(dir string) string { return filepath.Join(dir, "Harbour.json") }

func writeInPlace(dir string, n int) error {
	data, err := json.Marshal(after(saveStep, n))
	if err != nil {
		return err
	}
	return os.WriteFile(inPlacePath(dir), data, 0o600)
}

func prepareInPlace(dir string) error { return writeInPlace(dir, 1) }

func readInPlace(dir string) (n int, err error) {
	data, err := os.ReadFile(inPlacePath(dir))
	if err != nil {
		return 0, err
	}
	var c Content
	if err := json.Unmarshal(data, &c); err != nil {
		return 0, err
	}
	return strconv.Atoi(c.Settings[stepSetting])
}

func doInPlace(dir string, promise func(int)) error {
	n, err := readInPlace(dir)
	if err != nil {
		return err
	}
	for {
		n = min(n+1, 60) // it only grows slower
		if err := writeInPlace(dir, n); err != nil {
			return err
		}
		promise(n)
	}
}

func checkInPlace(dir string, promised int) (bool, error) {
	n, err := readInPlace(dir)
	if err != nil {
		return true, fmt.Errorf("%w: %w", crashtest.ErrShut, err)
	}
	if n < promised {
		return false, fmt.Errorf("%w: step %d of %d", crashtest.ErrLost, n, promised)
	}
	return false, nil
}
