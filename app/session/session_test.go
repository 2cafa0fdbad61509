package session

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"byline/assets"
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/language/engine"
)

// What the tests read: short articles about an invented coast.
const (
	harbour = "Port Elva council backs harbour fee\n\nThe council of Port Elva approved a harbour fee on Monday. Mayor Ada Lind said the fee would pay for a new sea wall. " +
		"Norway and Denmark signed a fishing agreement in Oslo. Ada Lind met Erik Sund, the chairman of Nordic Shipping, on Tuesday."
	ferry = "Nordic Shipping cuts ferry line\n\nNordic Shipping will close its ferry line to Denmark. Erik Sund criticised the harbour fee. " +
		"Germany supports the fishing agreement between Norway and Denmark."
	whales = "Iceland ends whale hunt\n\nThe government of Iceland banned the hunt for fin whales. Prime Minister Katrin Olsen said that Iceland would support the International Whaling Commission."
)

var realReader = sync.OnceValues(func() (Reader, error) {
	e, err := engine.Load()
	if err != nil {
		return nil, err
	}
	return build.New(e), nil
})

// desk is a session with a person at it, who notes what is told.
type desk struct {
	*Session
	t      *testing.T
	mu     sync.Mutex
	events []Event
	now    time.Time
}

// clock goes on by a second at each look.
func (d *desk) clock() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.now = d.now.Add(time.Second)
	return d.now
}

func newDesk(t *testing.T, change ...func(*Params)) *desk {
	t.Helper()
	if assets.Model() == nil {
		t.Skip("the language model is not set up; run: make setup")
	}
	d := &desk{t: t, now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)}
	p := Params{Builder: realReader, Dispatch: func(f func()) { f() }, Now: d.clock, Dir: t.TempDir(), Workers: 2}
	for _, c := range change {
		c(&p)
	}
	d.Session = New(p)
	d.Listen(func(e Event) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.events = append(d.events, e)
	})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("closing: %v", err)
		}
		d.Wait()
	})
	return d
}

// problems are all sentences told so far.
func (d *desk) problems() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var all []string
	for _, e := range d.events {
		all = append(all, e.Problems...)
	}
	return all
}

func (d *desk) add(texts ...string) Snapshot {
	d.t.Helper()
	for _, text := range texts {
		d.AddText(text, headed(text))
	}
	d.Wait()
	return d.Snapshot()
}

// headed is what a person who pastes the text tells of it.
func headed(text string) article.Article {
	title, _, _ := strings.Cut(text, "\n")
	return article.Article{Title: title, Outlet: "Byline test"}
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSampleBecomesGraph(t *testing.T) {
	d := newDesk(t)
	d.AddSample("prespa-agreement")
	d.Wait()
	s := d.Snapshot()
	things, links := s.Graph.Size()
	if things < 10 || links == 0 {
		t.Fatalf("%d things, %d links; told: %q", things, links, d.problems())
	}
	if len(s.Positions) != things {
		t.Errorf("%d things have %d places", things, len(s.Positions))
	}
	if !strings.HasPrefix(s.Title, "Greece and Macedonia") || s.Named || s.Path == "" || s.Progress.Text != "1 article read." || s.Progress.Running {
		t.Errorf("the snapshot is %q named %v at %q: %+v", s.Title, s.Named, s.Path, s.Progress)
	}
	for _, e := range s.Graph.Entities() {
		for _, m := range e.Mentions {
			if got := s.Articles[0].Text[m.Start:m.End]; got != m.Text {
				t.Errorf("%s: the mention %q is %q in the text", e.ID, m.Text, got)
			}
		}
	}
}

func TestFilesAndWhatIsWrongWithThem(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": harbour, "b.txt": ferry, "c.txt": "", "d.txt": harbour})
	d := newDesk(t)
	d.AddPaths([]string{dir, filepath.Join(dir, "gone.txt")})
	d.Wait()
	s := d.Snapshot()
	if len(s.Articles) != 2 || s.Articles[0].Name != "a" || s.Articles[1].Name != "b" {
		t.Errorf("the articles are %v", names(s))
	}
	if s.UndoLabel != "Add 2 articles" {
		t.Errorf("undo would take back %q", s.UndoLabel)
	}
	problems := strings.Join(d.problems(), "\n")
	for _, want := range []string{"c.txt holds no text", "gone.txt is not there", "is in the project already."} {
		if !strings.Contains(problems, want) {
			t.Errorf("nothing says %q:\n%s", want, problems)
		}
	}
}

func names(s Snapshot) []string {
	var all []string
	for _, a := range s.Articles {
		all = append(all, a.Name)
	}
	return all
}

func TestAnArticleComesOnce(t *testing.T) {
	d := newDesk(t)
	d.add(harbour)
	s := d.add(harbour)
	if len(s.Articles) != 1 || s.Progress.Text != "This article is in the project already." {
		t.Errorf("%d articles, %q", len(s.Articles), s.Progress.Text)
	}
}
