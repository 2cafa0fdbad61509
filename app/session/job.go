package session

import (
	"context"
	"fmt"
	"slices"

	"byline/assets"
	"byline/graphmodel/article"
)

// source brings one article: opens a file, or hands out a text. Its error is a
// sentence.
type source func() (article.Article, error)

// job is reading to be done. Jobs are done one after the other.
type job struct {
	number int // 1, 2, 3 …; the history knows by it what the job added
	epoch  int // of the project that it is for
	ctx    context.Context
	cancel context.CancelFunc
	// undone says that what the job added was taken back: it adds no more.
	undone bool
	// list brings the articles to add and what is wrong with the rest. It is
	// nil for a job that only reads what is in the project.
	list func() ([]source, []error)
	// replaces is the id of an article whose place the job's one takes; empty
	// if only a new version of what is there takes a place.
	replaces string
}

// AddPaths reads files and folders in the background and adds the articles.
func (s *Session) AddPaths(paths []string) {
	paths = slices.Clone(paths)
	s.add(func() ([]source, []error) {
		files, errs := article.Files(paths)
		sources := make([]source, len(files))
		for i, file := range files {
			sources[i] = func() (article.Article, error) { return article.Open(file) }
		}
		return sources, errs
	})
}

// AddText reads a text in the background; meta has what is known about it.
func (s *Session) AddText(text string, meta article.Article) {
	s.addOne(func() (article.Article, error) { return article.FromText(text, meta) })
}

// ReplaceArticle reads a text in the background and puts it in the place of an
// article; meta has what is known about it. What was decided on the old words
// stands on the new ones; what fits none of them is in Snapshot.Unfit.
func (s *Session) ReplaceArticle(id, text string, meta article.Article) {
	s.mu.Lock()
	defer s.unlock()
	if !s.doc.has(id) || s.refuse() {
		return
	}
	from := func() (article.Article, error) { return article.FromText(text, meta) }
	s.enqueue(func() ([]source, []error) { return []source{from}, nil }).replaces = id
}

// AddSample reads one of the articles that come with the program.
func (s *Session) AddSample(name string) {
	s.addOne(func() (article.Article, error) {
		for _, sample := range assets.Samples() {
			if sample.Name != name {
				continue
			}
			a, err := article.FromBytes(sample.Text, ".md")
			if err != nil {
				return article.Article{}, fmt.Errorf("%s %w", name, err)
			}
			a.Name = name
			return a, nil
		}
		return article.Article{}, fmt.Errorf("%s: %w", name, ErrNoSample)
	})
}

func (s *Session) addOne(from source) {
	s.add(func() ([]source, []error) { return []source{from}, nil })
}

// add puts a job in the line.
func (s *Session) add(list func() ([]source, []error)) {
	s.mu.Lock()
	defer s.unlock()
	if s.refuse() {
		return
	}
	s.enqueue(list)
}

// enqueue puts a job in the line. The caller holds mu.
func (s *Session) enqueue(list func() ([]source, []error)) *job {
	s.jobNumber++
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{number: s.jobNumber, epoch: s.epoch, ctx: ctx, cancel: cancel, list: list}
	s.jobs = append(s.jobs, j)
	s.hurry = false
	if !s.reading {
		s.reading = true
		go s.work()
	}
	return j
}

// work does the jobs one after the other.
func (s *Session) work() {
	s.mu.Lock()
	for len(s.jobs) > 0 {
		j := s.jobs[0]
		s.jobs, s.job = s.jobs[1:], j
		s.mu.Unlock()
		s.run(j)
		s.mu.Lock()
		s.job = nil
	}
	s.reading = false
	s.idle.Broadcast()
	s.unlock()
}

// Stop ends the background work within a second and keeps what is read.
func (s *Session) Stop() {
	s.mu.Lock()
	defer s.unlock()
	if !s.reading && !s.settling {
		return
	}
	s.hurry = true
	s.cancelJobs()
	if s.stopSettling != nil {
		s.stopSettling()
	}
}

// cancelJobs ends the job at work and drops those in the line.
func (s *Session) cancelJobs() {
	for _, j := range s.jobs {
		j.cancel()
		s.loading = false // the one that brings the readings may be among them
	}
	s.jobs = nil
	if s.job != nil {
		s.job.cancel()
	}
}

// tally is what became of a job's articles.
type tally struct {
	total    int // to be read
	done     int
	part     float64 // of the article that is read now, 0 to 1
	added    int
	replaced int // new versions of what was there
	present  int // were in the project already
	problems []string
}

// run does one job.
func (s *Session) run(j *job) {
	defer j.cancel()
	var sources []source
	var errs []error
	if j.list != nil {
		s.during(j, func() { s.report(Progress{Running: true, Text: "Looking for articles"}) })
		sources, errs = j.list()
	}
	t := tally{}
	for _, err := range errs {
		t.problems = append(t.problems, sentence(err))
	}
	reader, err := s.reader()
	if err == nil && j.list == nil {
		t.done = s.recall(j, reader.Version())
	}
	s.during(j, func() { s.loading = false })
	old := s.unread(j)
	t.total = t.done + len(old) + len(sources)
	switch {
	case j.ctx.Err() != nil || t.total == t.done:
	case err != nil:
		t.problems = append(t.problems, sentence(err))
	default:
		s.readSources(j, reader, slices.Concat(old, sources), len(old), &t)
	}
	s.during(j, func() {
		s.job = nil
		s.startSettling()
		s.fail(t.problems...)
		s.outcome = Progress{Text: t.result(j.ctx.Err() != nil, j.list == nil), Done: t.done, Total: t.total}
		if s.settling {
			s.report(Progress{Running: true, Text: "Arranging", Done: t.done, Total: t.total})
		} else {
			s.report(s.outcome)
		}
	})
}

// during does a piece of work under mu, if the job's project is still the open
// one.
func (s *Session) during(j *job, work func()) {
	s.mu.Lock()
	defer s.unlock()
	if s.epoch == j.epoch && !s.closed {
		work()
	}
}

// unread are the articles of the project that have not been read: those of a
// project just opened, or those that an earlier Stop left.
func (s *Session) unread(j *job) []source {
	var all []source
	s.during(j, func() {
		for _, i := range s.doc.items {
			if s.readings[i.ID] == nil {
				all = append(all, func() (article.Article, error) { return i.Article, nil })
			}
		}
	})
	return all
}

// result is the job's outcome in words.
func (t tally) result(stopped, opening bool) string {
	switch {
	case stopped:
		return fmt.Sprintf("Stopped. %d of %s read.", t.done, articles(t.total))
	case opening:
		return articles(t.done) + " read."
	case t.replaced > 0 && t.added == 0:
		return articles(t.replaced) + " replaced by a new version."
	case t.added == 0 && t.present == 1 && t.total == 1:
		return "This article is in the project already."
	case t.added == 0 && t.present == t.total && t.total > 0:
		return "These articles are in the project already."
	case t.added == 0:
		return "Nothing was added."
	}
	text := articles(t.added) + " read."
	if t.replaced > 0 {
		text += fmt.Sprintf(" %d replaced by a new version.", t.replaced)
	}
	if rest := t.total - t.added; rest > 0 && t.present > 0 {
		text += fmt.Sprintf(" %d in the project already.", t.present)
	}
	return text
}

// reader brings the reader, which is loaded when it is first asked for.
func (s *Session) reader() (Reader, error) {
	s.mu.Lock()
	have := s.loaded
	s.mu.Unlock()
	if have != nil {
		return have, nil
	}
	if s.p.Builder == nil {
		return nil, ErrNoReader
	}
	reader, err := s.p.Builder()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaded = reader
	return reader, nil
}
