package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"byline/graphmodel/layout"
	"byline/graphmodel/store"
)

// The benchmarks of a large project run on this many articles. Another number
// is given in BYLINE_ARTICLES, and the place of a project to keep between runs
// in BYLINE_LARGE: reading 10,000 articles takes minutes.
const largeArticles = 200

func largeNumber(b *testing.B) int {
	b.Helper()
	text := os.Getenv("BYLINE_ARTICLES")
	if text == "" {
		return largeArticles
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// largeProject is a project that was read and laid out once.
func largeProject(b *testing.B) string {
	b.Helper()
	path := os.Getenv("BYLINE_LARGE")
	if path == "" {
		path = filepath.Join(b.TempDir(), "Large.byline")
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := store.Write(path, store.Content{Items: manyItems(largeNumber(b))}); err != nil {
			b.Fatal(err)
		}
		if err := openLarge(b, path).Close(); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

// openLarge opens it and waits until all is there.
func openLarge(b *testing.B, path string) *Session {
	b.Helper()
	s := New(Params{Builder: realReader, Dir: b.TempDir()})
	if err := s.Open(path); err != nil {
		b.Fatal(err)
	}
	s.Wait()
	return s
}

// BenchmarkLargeOpen tells how long it takes until there is something to draw,
// and until all is there.
func BenchmarkLargeOpen(b *testing.B) {
	path := largeProject(b)
	var frames, wholes time.Duration
	for b.Loop() {
		start := time.Now()
		s := New(Params{Builder: realReader, Dir: b.TempDir()})
		frame := make(chan time.Duration, 1)
		s.Listen(func(Event) {
			if snap := s.Snapshot(); len(snap.Positions) > 0 {
				select {
				case frame <- time.Since(start):
				default:
				}
			}
		})
		if err := s.Open(path); err != nil {
			b.Fatal(err)
		}
		frames += <-frame
		s.Wait()
		wholes += time.Since(start)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(frames.Seconds()/float64(b.N), "s/frame")
	b.ReportMetric(wholes.Seconds()/float64(b.N), "s/whole")
}

// BenchmarkLargeSave tells the median time from a move to its save, and the
// file's size beside that of its texts.
func BenchmarkLargeSave(b *testing.B) {
	path := largeProject(b)
	s := openLarge(b, path)
	saved := make(chan bool, 1)
	s.Listen(func(e Event) {
		if e.Kind == Saved {
			saved <- true
		}
	})
	ids := placed(s.Snapshot().Graph, s.Snapshot().Only)
	var all []time.Duration
	for b.Loop() {
		start := time.Now()
		s.Move(ids[len(all)%len(ids):][:1], []layout.Point{{X: float64(len(all)), Y: 1}}, nil)
		<-saved
		all = append(all, time.Since(start))
		s.Wait()
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "ms/median")
	size := 0
	for _, a := range s.Snapshot().Articles {
		size += len(a.Text)
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/float64(size), "file/text")
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkLargeFind tells how long finding takes: a name, words that stand in
// most articles, a phrase of few, and what is nowhere.
func BenchmarkLargeFind(b *testing.B) {
	s := openLarge(b, largeProject(b))
	for _, words := range []string{"ada arendt", "the", "waited for hours", "varna steel institute", "a letter to members fr", "nowhere to be seen"} {
		b.Run(words, func(b *testing.B) {
			for b.Loop() {
				s.Find(words)
			}
		})
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}
