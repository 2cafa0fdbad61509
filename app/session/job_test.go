package session

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/layout"
)

// slow is the real reader behind a gate: each reading waits until the gate
// lets it pass.
type slow struct {
	Reader
	gate  chan struct{}
	begun chan string // titles, as their readings begin
}

func (s *slow) Read(ctx context.Context, a article.Article, tell func(float64)) (*extract.Reading, error) {
	s.begun <- a.Title
	<-s.gate
	return s.Reader.Read(ctx, a, tell)
}

// gated is a desk with a slow reader, and how many readings may pass.
func gated(t *testing.T) (*desk, *slow) {
	r := &slow{gate: make(chan struct{}, 1000), begun: make(chan string, 1000)}
	d := newDesk(t, func(p *Params) {
		p.Workers = 1
		p.Builder = func() (Reader, error) {
			var err error
			r.Reader, err = realReader()
			return r, err
		}
	})
	t.Cleanup(func() { close(r.gate) }) // before the desk is closed
	return d, r
}

// series are so many different articles in a folder.
func series(t *testing.T, n int) string {
	dir := t.TempDir()
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("report-%02d.txt", i)] = fmt.Sprintf("Report %d\n\n", i) + harbour + fmt.Sprintf(" The fee rose to %d kroner.", i+2)
	}
	write(t, dir, files)
	return dir
}

func TestStopKeepsWhatIsRead(t *testing.T) {
	d, r := gated(t)
	for range 3 {
		r.gate <- struct{}{}
	}
	d.AddPaths([]string{series(t, 12)})
	for range 4 {
		<-r.begun // the fourth waits behind the gate for good
	}
	begun := time.Now()
	d.Stop()
	d.Wait()
	took := time.Since(begun)
	s := d.Snapshot()
	if len(s.Articles) != 3 || s.Progress.Running || s.Progress.Text != "Stopped. 3 of 12 articles read." {
		t.Errorf("after Stop there are %d articles: %+v", len(s.Articles), s.Progress)
	}
	if n, _ := s.Graph.Size(); n == 0 || len(s.Positions) != n || s.UndoLabel != "Add 3 articles" {
		t.Errorf("%d things with %d places, undo %q", n, len(s.Positions), s.UndoLabel)
	}
	// The promise is a second; the reader never comes back at all.
	if took > 5*time.Second {
		t.Errorf("stopping took %v", took)
	}
	t.Logf("stopping took %v", took)
	d.Stop() // nothing to stop
	if again := d.Snapshot(); again.Revision != s.Revision {
		t.Error("stopping nothing changes something")
	}
}

func TestProgress(t *testing.T) {
	d := newDesk(t)
	d.AddPaths([]string{series(t, 3)})
	d.AddText(ferry, headed(ferry))
	d.Wait()
	var texts []string
	d.mu.Lock()
	for _, e := range d.events {
		if e.Kind == ProgressChanged && e.Progress.Text != "Arranging" {
			texts = append(texts, e.Progress.Text)
		}
	}
	d.mu.Unlock()
	got := strings.Join(texts, "; ")
	for _, want := range []string{"Reading 1 of 3; Reading 2 of 3; Reading 3 of 3", "Reading 1 of 1", "1 article read."} {
		if !strings.Contains(got, want) {
			t.Errorf("the progress is %q, without %q", got, want)
		}
	}
	if s := d.Snapshot(); len(s.Articles) != 4 || s.Progress.Running {
		t.Errorf("%d articles, %+v", len(s.Articles), s.Progress)
	}
}

func TestUndoEndsTheReadingItTakesBack(t *testing.T) {
	d, r := gated(t)
	r.gate <- struct{}{}
	d.AddPaths([]string{series(t, 5)})
	for range 2 {
		<-r.begun
	}
	for !d.Snapshot().CanUndo { // the first is being taken over
		time.Sleep(time.Millisecond)
	}
	d.Undo()
	d.Wait()
	if s := d.Snapshot(); len(s.Articles) != 0 || s.CanUndo || s.RedoLabel == "" {
		t.Errorf("%d articles are left, redo %q", len(s.Articles), s.RedoLabel)
	}
	d.Redo()
	d.Wait()
	if s := d.Snapshot(); len(s.Articles) != 1 || len(s.Positions) == 0 {
		t.Errorf("redone there are %d articles", len(s.Articles))
	}
}

func TestMovesDuringReadingAreSteps(t *testing.T) {
	d, r := gated(t)
	r.gate <- struct{}{}
	d.add(ferry)
	<-r.begun
	erik := d.id("Erik Sund")
	r.gate <- struct{}{}
	d.AddPaths([]string{series(t, 3)})
	<-r.begun
	<-r.begun // the second waits, the first is being taken over
	for d.Snapshot().UndoLabel == "Add “"+headed(ferry).Title+"”" {
		time.Sleep(time.Millisecond)
	}
	d.Move([]string{erik}, []layout.Point{{X: 99, Y: 9}}, nil)
	r.gate <- struct{}{}
	r.gate <- struct{}{}
	d.Wait()
	s := d.Snapshot()
	if len(s.Articles) != 4 || s.Positions[erik] != (layout.Point{X: 99, Y: 9}) || s.UndoLabel != "Add 2 articles" {
		t.Errorf("%d articles, %v, undo %q", len(s.Articles), s.Positions[erik], s.UndoLabel)
	}
	d.Undo()
	d.Undo()
	d.Wait()
	if s := d.Snapshot(); len(s.Articles) != 2 || s.Pinned[erik] {
		t.Errorf("two steps back there are %d articles, pinned %v", len(s.Articles), s.Pinned)
	}
}

func TestWithoutAModel(t *testing.T) {
	noModel := errors.New("the language model is not set up")
	d := newDesk(t, func(p *Params) { p.Builder = func() (Reader, error) { return nil, noModel } })
	s := d.add(harbour)
	if p := d.problems(); len(s.Articles) != 0 || len(p) != 1 || p[0] != noModel.Error()+"." || s.Progress.Text != "Nothing was added." {
		t.Errorf("%d articles, told %q, %q", len(s.Articles), p, s.Progress.Text)
	}
}

// moody panics at one article.
type moody struct{ Reader }

func (m moody) Read(ctx context.Context, a article.Article, tell func(float64)) (*extract.Reading, error) {
	if a.Title == headed(ferry).Title {
		panic("index out of range")
	}
	return m.Reader.Read(ctx, a, tell)
}

func TestAReaderThatGivesUp(t *testing.T) {
	d := newDesk(t, func(p *Params) {
		p.Builder = func() (Reader, error) {
			r, err := realReader()
			return moody{r}, err
		}
	})
	s := d.add(harbour, ferry, whales)
	p := d.problems()
	if len(s.Articles) != 2 || len(p) != 1 || !strings.HasPrefix(p[0], "“Nordic Shipping cuts ferry line” could not be understood and was left out.") || strings.Contains(p[0], "index") {
		t.Errorf("%d articles, told %q", len(s.Articles), p)
	}
}

func TestUnknownSampleAndEmptyText(t *testing.T) {
	d := newDesk(t)
	d.AddSample("no-such")
	d.AddText(" \n", article.Article{})
	d.AddPaths(nil)
	d.Wait()
	if p := d.problems(); len(p) != 2 || !strings.HasPrefix(p[0], "no-such: there is no such sample") || !strings.HasPrefix(p[1], "the text holds no text") {
		t.Errorf("told %q", p)
	}
}

// TestStepsOfALayoutAreShown uses a clock that goes on by a second at each
// look, so that every step is one to show.
func TestStepsOfALayoutAreShown(t *testing.T) {
	d := newDesk(t)
	d.add(harbour, ferry)
	d.mu.Lock()
	d.events = nil
	d.mu.Unlock()
	var mu sync.Mutex
	distinct := map[layout.Point]bool{}
	ada := d.id("Ada Lind")
	d.Listen(func(e Event) {
		s := d.Snapshot()
		mu.Lock()
		defer mu.Unlock()
		distinct[s.Positions[ada]] = true
		if n, _ := s.Graph.Size(); len(s.Positions) != n {
			t.Errorf("at a step %d things have %d places", n, len(s.Positions))
		}
	})
	d.Arrange("force", nil)
	d.Wait()
	moved := 0
	for _, e := range d.events {
		if e.Kind == PositionsChanged {
			moved++
		}
	}
	if moved < 2 {
		t.Errorf("%d steps were told", moved)
	}
	if len(distinct) < 1 {
		t.Error("no place was seen")
	}
}

func TestSameTextSamePicture(t *testing.T) {
	dir := series(t, 4)
	var first Snapshot
	for workers := 1; workers <= 3; workers++ {
		d := newDesk(t, func(p *Params) { p.Workers = workers })
		d.AddPaths([]string{dir})
		d.Wait()
		if workers == 1 {
			first = d.Snapshot()
			continue
		}
		same(t, fmt.Sprintf("%d workers", workers), first, d.Snapshot())
	}
}

// TestEverybodyAtOnce has many goroutines use every method at once; the race
// detector and the checks at the end look on.
func TestEverybodyAtOnce(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	ids := idsOf(d.Snapshot().Graph)
	dir := series(t, 3)
	var wg sync.WaitGroup
	for worker := range 6 {
		wg.Go(func() {
			for i := range 15 {
				id := ids[(i*7+worker)%len(ids)]
				switch (i + worker) % 12 {
				case 0:
					d.Move([]string{id}, []layout.Point{{X: float64(i), Y: float64(worker)}}, nil)
				case 1:
					d.Pin([]string{id}, i%2 == 0)
				case 2:
					d.Rename(id, fmt.Sprintf("Name %d of %d", i, worker))
				case 3:
					d.Undo()
				case 4:
					d.Redo()
				case 5:
					d.AddText(whales, headed(whales))
				case 6:
					d.Find("harbour fee")
				case 7:
					d.SetAspect(1.5)
					d.Arrange("force", nil)
				case 8:
					d.AddPaths([]string{dir})
				case 9:
					d.Stop()
				case 10:
					d.Recent()
				case 11:
					s := d.Snapshot()
					if n, _ := s.Graph.Size(); n != len(s.Positions) {
						t.Errorf("%d things have %d places", n, len(s.Positions))
					}
				}
			}
		})
	}
	wg.Wait()
	d.Wait()
	path := filepath.Join(t.TempDir(), "All.byline")
	d.must(d.SaveAs(path))
	d.Wait()
	want := d.Snapshot()
	d.must(d.Close())
	same(t, "opened again", want, reopened(t, path).Snapshot())
}

func TestCommandsFromAListener(t *testing.T) {
	d := newDesk(t)
	once := sync.Once{}
	d.Listen(func(e Event) {
		s := d.Snapshot()
		if e.Kind == GraphChanged && len(s.Positions) > 0 {
			once.Do(func() { d.Pin(idsOf(s.Graph)[:1], true) })
		}
	})
	d.add(harbour)
	if s := d.Snapshot(); len(s.Pinned) != 1 {
		t.Errorf("%d things are pinned", len(s.Pinned))
	}
}

// witness notes how the real reader's readings end.
type witness struct {
	Reader
	errs chan error
}

func (w witness) Read(ctx context.Context, a article.Article, tell func(float64)) (*extract.Reading, error) {
	r, err := w.Reader.Read(ctx, a, tell)
	w.errs <- err
	return r, err
}

// TestStopInsideAnArticle stops the reading of an article of megabytes that has
// begun: the progress tells how far it is, the reader gives up, nothing is added.
func TestStopInsideAnArticle(t *testing.T) {
	errs := make(chan error, 1)
	begun := make(chan struct{}, 1000)
	d := newDesk(t, func(p *Params) {
		p.Builder = func() (Reader, error) {
			r, err := realReader()
			return witness{r, errs}, err
		}
		dispatch := p.Dispatch
		p.Dispatch = func(f func()) {
			dispatch(f)
			select {
			case begun <- struct{}{}:
			default:
			}
		}
	})
	d.AddText(strings.Repeat(harbour+"\n\n", 5_000_000/len(harbour)), article.Article{Title: "Harbour"})
	for d.Snapshot().Progress.Part == 0 {
		<-begun
	}
	d.Stop()
	d.Wait()
	if err := <-errs; !errors.Is(err, context.Canceled) {
		t.Errorf("the reader ends with %v", err)
	}
	if s := d.Snapshot(); len(s.Articles) != 0 || s.Progress.Text != "Stopped. 0 of 1 article read." {
		t.Errorf("%d articles, %+v", len(s.Articles), s.Progress)
	}
	if p := d.problems(); len(p) != 0 {
		t.Errorf("told %q", p)
	}
}
