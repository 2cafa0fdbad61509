// Package crashtest kills a program that saves, at random moments and again
// and again, and counts what it had promised and is not there; and it has
// disks fail.
//
// It owns the killing: the work runs in the test's own program, started a
// second time. And it owns the Disk between SQLite and the system. It refuses
// to know what is saved and how, which a Work says.
package crashtest

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"testing"
)

// Work is one kind of saving that is to outlast being killed.
type Work struct {
	Name string
	// Prepare lays what the work begins with into an empty folder.
	Prepare func(dir string) error
	// Do works on what lies in the folder, in a process of its own, until it
	// is killed or there is nothing left to do. It calls promise with a
	// growing number whenever all up to there must be kept.
	Do func(dir string, promise func(int)) error
	// Check looks at what the last kill left. The last number promised since
	// Prepare is 0 if there was none. It says whether the kill fell into the
	// middle of a save; its error wraps one of this package's.
	Check func(dir string, promised int) (inside bool, err error)
}

// What can be found after a kill.
var (
	// ErrLost: something that was promised is not there.
	ErrLost = errors.New("something promised is lost")
	// ErrHalf: something is there in part.
	ErrHalf = errors.New("a save is there in part")
	// ErrShut: a file does not open.
	ErrShut = errors.New("a file does not open")
	// ErrLitter: something is left in the folder that nobody takes away.
	ErrLitter = errors.New("something is left lying about")
)

// The child's orders.
const (
	workEnv = "BYLINE_CRASH_WORK"
	dirEnv  = "BYLINE_CRASH_FOLDER"
)

// Main is a TestMain: it runs the tests or, in a process that Start started,
// the work of that name.
func Main(m *testing.M, works ...Work) {
	name := os.Getenv(workEnv)
	if name == "" {
		os.Exit(m.Run())
	}
	for _, w := range works {
		if w.Name != name {
			continue
		}
		// One write a promise, not buffered: it is made when it is out.
		err := w.Do(os.Getenv(dirEnv), func(n int) { fmt.Println(n) })
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	fmt.Fprintf(os.Stderr, "there is no work of the name %q\n", name)
	os.Exit(1)
}

// killsEnv is how many kills a whole run of the tests makes.
const killsEnv = "BYLINE_KILLS"

// usualKills are those of a run that nobody asked for more of.
const usualKills = 300

// Stride is how many calls of a disk lie between two that are made to fail: a
// run with more than the usual kills leaves none out.
func Stride() int {
	if all, err := Kills(100); err == nil && all > usualKills {
		return 1
	}
	return 9
}

// Kills is a work's share, in percent, of the kills of a whole run.
func Kills(percent int) (int, error) {
	all := usualKills
	if asked := os.Getenv(killsEnv); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil || n < 1 {
			return 0, fmt.Errorf("%s is %q, which is no number of kills", killsEnv, asked)
		}
		all = n
	}
	return max(1, all*percent/100), nil
}
