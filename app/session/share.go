package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"byline/app/wording"
	"byline/graphmodel/codec/decisions"
)

// WriteDecisions writes everything that was decided into a file for a
// colleague, whole or not at all.
func (s *Session) WriteDecisions(path string) (err error) {
	s.mu.Lock()
	d := s.doc
	s.mu.Unlock()
	f, err := os.CreateTemp(filepath.Dir(path), ".byline-decisions-")
	if err != nil {
		return plain{ErrNoDecisionsFile, err}
	}
	err = errors.Join(decisions.Write(f, d.decisions, d.articles()), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(plain{ErrNoDecisionsFile, err}, os.Remove(f.Name()))
	}
	return nil
}

// ApplyDecisions makes a colleague's decisions those of this project too, in
// one step, and returns how many are new. What does not fit is in
// Snapshot.Unfit once the graph is there.
func (s *Session) ApplyDecisions(path string) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, fmt.Errorf("%s cannot be read: %w", filepath.Base(path), err)
	}
	set, err := decisions.Read(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return 0, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	s.mu.Lock()
	defer s.unlock()
	if s.closed || s.why != "" {
		return 0, ErrReadOnly
	}
	added := set.Apply(s.doc.decisions, s.doc.articles())
	if len(added) > 0 {
		s.do("Apply "+wording.Count(len(added), "decision", "decisions"), func(next *document) {
			next.decisions = append(next.decisions[:len(next.decisions):len(next.decisions)], added...)
			next.stale()
		})
	}
	return len(added), nil
}
