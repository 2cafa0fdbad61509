package backup

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Copy is one backup of a project.
type Copy struct {
	Path string
	Time time.Time // when it was made, UTC

	number int // counts the copies of a project: clocks may go back
	state  string
	size   int64
}

const (
	ending    = ".byline"
	timeForm  = "2006-01-02-150405"
	stateSize = 8 // digits of the project's state in a name
)

// name is that of a copy: its number, its time and what it is a copy of.
func name(number int, at time.Time, state string) string {
	return fmt.Sprintf("%06d-%s-%s%s", number, at.UTC().Format(timeForm), state[:stateSize], ending)
}

// holds reports whether c is a copy of that state of its project.
func (c Copy) holds(state string) bool { return c.state == state[:stateSize] }

// parse reads a name back.
func parse(path string) (Copy, bool) {
	stem, ok := strings.CutSuffix(filepath.Base(path), ending)
	first, last := strings.Index(stem, "-"), strings.LastIndex(stem, "-")
	if !ok || first == last || len(stem)-last-1 != stateSize {
		return Copy{}, false
	}
	number, errNumber := strconv.Atoi(stem[:first])
	at, errTime := time.Parse(timeForm, stem[first+1:last])
	return Copy{Path: path, Time: at, number: number, state: stem[last+1:]}, errNumber == nil && errTime == nil
}

// folder is where the copies of the project at path are: two projects of one
// name have two.
func (s Shelf) folder(path string) string {
	real := place(path)
	sum := sha256.Sum256([]byte(real))
	stem := []rune(strings.TrimSuffix(filepath.Base(real), ending))
	return filepath.Join(s.Dir, string(stem[:min(len(stem), 40)])+"-"+hex.EncodeToString(sum[:4]))
}

// place is the path with its links followed, for a file that may be gone.
func place(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(folder, filepath.Base(abs))
	}
	return abs
}

// Copies are those of the project at path, newest first. There are none if the
// folder cannot be read.
func (s Shelf) Copies(path string) []Copy {
	if s.Dir == "" {
		return nil
	}
	return copiesIn(s.folder(path))
}

func copiesIn(folder string) []Copy {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var all []Copy
	for _, e := range entries {
		c, ok := parse(filepath.Join(folder, e.Name()))
		info, err := e.Info()
		if ok && err == nil && info.Mode().IsRegular() {
			c.size = info.Size()
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b Copy) int { return cmp.Or(b.number-a.number, strings.Compare(a.Path, b.Path)) })
	return all
}

// How many copies of a project stay: the newest, the newest of each of the last
// days, and that of each of the last weeks on which one was made. A clock that
// jumps thus takes none away.
const (
	keepNewest = 3
	keepDays   = 7
	keepWeeks  = 5
)

// spare are those of a project's copies, newest first, that are one too many.
func spare(all []Copy) []Copy {
	days, weeks := map[string]bool{}, map[string]bool{}
	first := func(seen map[string]bool, key string, most int) bool {
		if seen[key] || len(seen) == most {
			return false
		}
		seen[key] = true
		return true
	}
	var out []Copy
	for n, c := range all {
		year, week := c.Time.ISOWeek()
		day := first(days, c.Time.Format(time.DateOnly), keepDays)
		ofWeek := first(weeks, fmt.Sprintf("%d-%d", year, week), keepWeeks)
		if n >= keepNewest && !day && !ofWeek {
			out = append(out, c)
		}
	}
	return out
}

// thin takes away the copies beside the newest one that are one too many, and
// then the oldest of all projects until what is left has room.
func (s Shelf) thin(newest string) error {
	var errs []error
	for _, c := range spare(copiesIn(filepath.Dir(newest))) {
		errs = append(errs, os.Remove(c.Path))
	}
	room := cmp.Or(s.Room, Budget)
	for _, c := range s.byWorth(newest) {
		room -= c.size
		if room < 0 && c.Path != newest {
			errs = append(errs, os.Remove(c.Path))
		}
	}
	return errors.Join(errs...)
}

// byWorth are the copies of all projects: first the one just made, then the
// newest of every project, then the others, later ones first.
func (s Shelf) byWorth(newest string) []Copy {
	folders, err := os.ReadDir(s.Dir)
	if err != nil {
		return nil
	}
	var all []Copy
	rank := map[string]int{}
	for _, f := range folders {
		for n, c := range copiesIn(filepath.Join(s.Dir, f.Name())) {
			rank[c.Path] = min(n, 1)
			all = append(all, c)
		}
	}
	rank[newest] = -1
	slices.SortFunc(all, func(a, b Copy) int {
		return cmp.Or(rank[a.Path]-rank[b.Path], b.Time.Compare(a.Time), strings.Compare(a.Path, b.Path))
	})
	return all
}
