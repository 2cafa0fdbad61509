package session

import "slices"

// step is one change that can be taken back, or made again.
type step struct {
	label string
	// doc is how everything was on the other side of the change: before it in
	// the past, after it in the future.
	doc *document
	// job is the number of the job that makes the change, 0 for none; articles
	// is how many it has added.
	job, articles int
}

// history is what was done and what was undone.
type history struct {
	past, future []step
}

const (
	// historyLength is how many changes can be taken back.
	historyLength = 200
	// graphsKept is how many of the last of them keep their graph, so that
	// undoing them shows at once; the graphs before are built again.
	graphsKept = 20
)

// push notes the change that is about to be made to doc.
func (h *history) push(label string, doc *document, job int) {
	h.future = nil
	h.past = append(h.past, step{label: label, doc: doc, job: job})
	if len(h.past) > historyLength {
		h.past = slices.Clone(h.past[1:])
	}
	if i := len(h.past) - 1 - graphsKept; i >= 0 {
		h.past[i].doc = h.past[i].doc.with((*document).forget)
	}
}

// add notes that a job is about to add an article to doc: to the change that
// it is making already, if nothing was done since.
func (h *history) add(doc *document, job int, title string) {
	last := len(h.past) - 1
	if last < 0 || h.past[last].job != job || len(h.future) > 0 {
		h.push("", doc, job)
		last = len(h.past) - 1
	}
	s := &h.past[last]
	s.articles++
	s.label = "Add " + quoted(title)
	if s.articles > 1 {
		s.label = "Add " + articles(s.articles)
	}
}

// forgetGraphs makes all documents build their graphs again: there is more to
// build them from.
func (h *history) forgetGraphs() {
	for _, steps := range [][]step{h.past, h.future} {
		for i := range steps {
			steps[i].doc = steps[i].doc.with((*document).forget)
		}
	}
}

func (h *history) undoLabel() (string, bool) { return lastLabel(h.past) }
func (h *history) redoLabel() (string, bool) { return lastLabel(h.future) }

func lastLabel(steps []step) (string, bool) {
	if len(steps) == 0 {
		return "", false
	}
	return steps[len(steps)-1].label, true
}

// swap moves the last step of one side to the other and returns the document
// that takes now's place.
func swap(from, to *[]step, now *document) *document {
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	doc := last.doc
	last.doc = now
	*to = append(*to, last)
	return doc
}

// do makes a change that can be taken back. The caller holds mu.
func (s *Session) do(label string, change func(*document)) {
	s.history.push(label, s.doc, 0)
	s.set(s.doc.with(change))
}

// Undo takes back the last change. If reading is about to add to it, the
// reading ends.
func (s *Session) Undo() {
	s.mu.Lock()
	defer s.unlock()
	if len(s.history.past) == 0 || s.refuse() {
		return
	}
	if s.job != nil && s.history.past[len(s.history.past)-1].job == s.job.number {
		s.job.undone = true
		s.job.cancel()
	}
	s.set(swap(&s.history.past, &s.history.future, s.doc))
}

// Redo makes the change again that Undo took back.
func (s *Session) Redo() {
	s.mu.Lock()
	defer s.unlock()
	if len(s.history.future) == 0 || s.refuse() {
		return
	}
	s.set(swap(&s.history.future, &s.history.past, s.doc))
}
