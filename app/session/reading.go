package session

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/store"
)

// result is one source, read.
type result struct {
	index   int
	article article.Article
	reading *extract.Reading
	err     error
}

// readSources opens and reads all sources, several at a time, and takes the
// results over in the order of the sources; the first known ones are in the
// project already. Once the job is cancelled it returns at once: what is being
// read is left to itself, and what was read is kept.
func (s *Session) readSources(j *job, reader Reader, sources []source, known int, t *tally) {
	s.during(j, func() { s.tellReading(j, t) })
	next := make(chan int, len(sources))
	for i := range sources {
		next <- i
	}
	close(next)
	// Room for all, so that a reader who is left to himself can end.
	results := make(chan result, len(sources))
	for range min(s.workers(), len(sources)) {
		go func() {
			for i := range next {
				if j.ctx.Err() != nil {
					return
				}
				results <- s.readOne(j.ctx, reader, i, sources[i], func(share float64) { s.tellPart(j, t, i, share) })
			}
		}()
	}
	waiting := map[int]result{}
	at := 0
	for at < len(sources) {
		select {
		case <-j.ctx.Done():
			s.takeLast(j, waiting, results, known, t)
			return
		case r := <-results:
			waiting[r.index] = r
		}
		for r, ok := waiting[at]; ok; r, ok = waiting[at] {
			delete(waiting, at)
			s.takeOver(j, r, at < known, t)
			at++
		}
	}
}

// takeLast takes over what was read and waits for something before it that
// will not come.
func (s *Session) takeLast(j *job, waiting map[int]result, results chan result, known int, t *tally) {
	for range len(results) {
		r := <-results
		waiting[r.index] = r
	}
	var indices []int
	for i := range waiting {
		indices = append(indices, i)
	}
	slices.Sort(indices)
	for _, i := range indices {
		s.takeOver(j, waiting[i], i < known, t)
	}
}

func (s *Session) workers() int {
	if s.p.Workers > 0 {
		return s.p.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// longArticle is the length in bytes from which on it is told how far the
// reading of one article is.
const longArticle = 100_000

// readOne opens and reads one source. A reader that gives up on an article
// must not take the program with it.
func (s *Session) readOne(ctx context.Context, reader Reader, index int, from source, tell func(share float64)) (r result) {
	r.index = index
	defer func() {
		if p := recover(); p != nil {
			r.reading = nil
			r.err = fmt.Errorf("%s %w", quoted(titleOf(r.article)), plain{ErrPanic, fmt.Errorf("reading panicked: %v", p)})
		}
	}()
	if r.article, r.err = from(); r.err != nil || ctx.Err() != nil {
		return r
	}
	s.mu.Lock()
	r.reading = s.readings[r.article.ID]
	s.mu.Unlock()
	if r.reading != nil {
		return r
	}
	if len(r.article.Text) < longArticle {
		tell = nil
	}
	if r.reading, r.err = reader.Read(ctx, r.article, tell); ctx.Err() != nil {
		r.reading, r.err = nil, nil // nothing is wrong with the article
	}
	return r
}

// takeOver puts one result into the project.
func (s *Session) takeOver(j *job, r result, known bool, t *tally) {
	s.mu.Lock()
	defer s.unlock()
	if s.epoch != j.epoch || s.closed || j.undone || r.err == nil && r.reading == nil {
		return
	}
	t.done++
	t.part = 0
	switch {
	case r.err != nil:
		t.problems = append(t.problems, sentence(r.err))
	case known:
		s.readings[r.article.ID] = r.reading
		s.remember(r.article)
		s.readAnew()
		s.startSaving()
	case s.doc.has(r.article.ID):
		t.present++
		t.problems = append(t.problems, quoted(titleOf(r.article))+" is in the project already.")
	case s.replaced(j, r.article) >= 0:
		t.replaced++
		s.readings[r.article.ID] = r.reading
		s.replace(j, s.replaced(j, r.article), r.article)
	default:
		t.added++
		s.readings[r.article.ID] = r.reading
		s.history.add(s.doc, j.number, titleOf(r.article))
		item := store.Item{Number: s.doc.nextItem(), Article: r.article}
		s.put(s.doc.with(func(d *document) {
			d.items = append(slices.Clip(d.items), item)
			d.stale()
		}))
		s.tell(ArticlesChanged, HistoryChanged)
	}
	s.tellReading(j, t)
}

// tellPart tells how much of the article at index is read, if it is the next
// to be taken over, in steps of one in a hundred.
func (s *Session) tellPart(j *job, t *tally, index int, share float64) {
	s.during(j, func() {
		if t.done == index && share >= t.part+0.01 {
			t.part = share
			s.tellReading(j, t)
		}
	})
}

// replaced is the index of the article that a takes the place of, or -1.
func (s *Session) replaced(j *job, a article.Article) int {
	return slices.IndexFunc(s.doc.items, func(i store.Item) bool {
		return i.ID == j.replaces || j.replaces == "" && article.Supersedes(a, i.Article)
	})
}

// replace puts a in the place of an article. What was decided on its words
// stands on the new ones where they are still there.
func (s *Session) replace(j *job, i int, a article.Article) {
	old := s.doc.items[i]
	s.history.push("Replace "+quoted(titleOf(old.Article)), s.doc, j.number)
	s.put(s.doc.with(func(d *document) {
		d.items = slices.Clone(d.items)
		d.items[i] = store.Item{Number: old.Number, Article: a}
		d.decisions = graphmodel.Moved(d.decisions, old.ID, a.ID, a.Text)
		d.stale()
	}))
	s.tell(ArticlesChanged, HistoryChanged)
}

// tellReading tells which article is being read.
func (s *Session) tellReading(j *job, t *tally) {
	if j.ctx.Err() != nil || t.done == t.total {
		return
	}
	s.report(Progress{Running: true, Text: fmt.Sprintf("Reading %d of %d", t.done+1, t.total), Done: t.done, Part: t.part, Total: t.total})
}
