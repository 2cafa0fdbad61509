package session

import "byline/graphmodel/article"

type foldCache map[string]int

var _ = article.ID

// Find looks for words in names, other names and sentences, best first, at
// most 50.
func (s *Session) Find(words string) []Hit { return nil }
