package crashtest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Plan is how a work is killed.
type Plan struct {
	Kills   int
	Workers int    // how many programs run at a time
	Seed    uint64 // of the moments, which are counted in the work's own pace
	Dir     string // where the works have their folders
	// Enough ends the run once so many checks have found something; 0 is
	// never.
	Enough int
}

// Tally is what came of a run.
type Tally struct {
	Kills    int
	Inside   int // of the kills, those that fell into the middle of a save
	Promises int
	Checks   int
	Lost     int // checks that found ErrLost, and so on
	Half     int
	Shut     int
	Litter   int
	Found    []error // the first few
	Time     time.Duration
}

// Bad is how many checks found something.
func (t Tally) Bad() int { return t.Lost + t.Half + t.Shut + t.Litter }

// Head is the first line of a table of tallies.
const Head = "work                    kills inside promises   lost   half   shut litter kills/s"

// Row is the tally as a line of that table.
func (t Tally) Row(name string) string {
	return fmt.Sprintf("%-22s %6d %6d %8d %6d %6d %6d %6d %7.1f", name, t.Kills, t.Inside, t.Promises,
		t.Lost, t.Half, t.Shut, t.Litter, float64(t.Kills)/t.Time.Seconds())
}

// Run kills the work as planned. Its error is one of the harness or of the
// work itself; what the kills did stands in the tally.
func Run(w Work, p Plan) (Tally, error) {
	r := &run{work: w, plan: p}
	began := time.Now()
	var group sync.WaitGroup
	errs := make([]error, p.Workers)
	for n := range p.Workers {
		group.Go(func() { errs[n] = r.worker(n) })
	}
	group.Wait()
	r.tally.Time = time.Since(began)
	return r.tally, errors.Join(errs...)
}

type run struct {
	work  Work
	plan  Plan
	mu    sync.Mutex
	tally Tally
	begun int // kills that somebody is at
}

// lives is how often the work on one folder is killed before it begins anew.
const lives = 20

func (r *run) worker(n int) error {
	rng := rand.New(rand.NewPCG(r.plan.Seed, uint64(n)))
	pace := newPace()
	for folder := 0; r.more(); folder++ {
		dir := filepath.Join(r.plan.Dir, fmt.Sprintf("%s-%d-%d", r.work.Name, n, folder))
		if err := r.folder(dir, rng, pace); err != nil {
			return fmt.Errorf("%s, folder %d of worker %d: %w", r.work.Name, folder, n, err)
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return nil
}

// folder kills the work on one folder until it has had its lives, is done, or
// something was found.
func (r *run) folder(dir string, rng *rand.Rand, pace *pace) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := r.work.Prepare(dir); err != nil {
		return err
	}
	promised := 0
	for life := 1; life <= lives && r.take(); life++ {
		last, killed, failed := r.life(dir, rng, pace)
		r.ended(killed, max(0, last-promised))
		promised = max(promised, last)
		// Not every kill is looked at: the next child, not this process, then
		// has to put things right, and may be killed at that.
		if failed == nil && killed && life < lives && rng.IntN(4) == 0 && r.more() {
			continue
		}
		inside, found := r.work.Check(dir, promised)
		if err := r.checked(inside, found); err != nil {
			return err
		}
		if found == nil && failed != nil {
			return failed
		}
		if found != nil || !killed {
			return nil
		}
	}
	return nil
}

// life starts the work and kills it after some promises and a while more.
func (r *run) life(dir string, rng *rand.Rand, pace *pace) (last int, killed bool, failed error) {
	c, err := Start(r.work, dir)
	if err != nil {
		return 0, false, err
	}
	stage := rng.IntN(len(pace.takes))
	began := time.Now()
	for n := range stage {
		if _, ok := c.Next(); !ok {
			break
		}
		pace.learn(n, time.Since(began))
		began = time.Now()
	}
	time.Sleep(time.Duration(rng.Float64() * float64(pace.takes[stage])))
	return c.Kill()
}

// pace is how long the work takes for its first promise, its second and so
// on, so that kills fall everywhere on a fast and on a slow machine.
type pace struct{ takes [4]time.Duration }

func newPace() *pace {
	p := &pace{}
	for n := range p.takes {
		p.takes[n] = 20 * time.Millisecond
	}
	return p
}

func (p *pace) learn(stage int, took time.Duration) {
	p.takes[stage] = (3*p.takes[stage] + 5*took/4) / 4
	if last := len(p.takes) - 1; stage == last-1 {
		p.takes[last] = p.takes[stage]
	}
}

// more reports whether there is anything left to kill.
func (r *run) more() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.left()
}

func (r *run) left() bool {
	return r.begun < r.plan.Kills && (r.plan.Enough == 0 || r.tally.Bad() < r.plan.Enough)
}

// take has the caller make one of the kills.
func (r *run) take() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.left() {
		return false
	}
	r.begun++
	return true
}

// ended counts a life. One that ended by itself is no kill: another is made
// in its place.
func (r *run) ended(killed bool, promises int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if killed {
		r.tally.Kills++
	} else {
		r.begun--
	}
	r.tally.Promises += promises
}

// checked counts what a check found.
func (r *run) checked(inside bool, found error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.tally.Checks++
	if inside {
		r.tally.Inside++
	}
	switch {
	case found == nil:
		return nil
	case errors.Is(found, ErrLost):
		r.tally.Lost++
	case errors.Is(found, ErrHalf):
		r.tally.Half++
	case errors.Is(found, ErrShut):
		r.tally.Shut++
	case errors.Is(found, ErrLitter):
		r.tally.Litter++
	default:
		return found
	}
	if len(r.tally.Found) < 5 {
		r.tally.Found = append(r.tally.Found, found)
	}
	return nil
}
