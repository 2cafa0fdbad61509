package article

import "strings"

// alikeShare is how much of an old text must be in the new one, as one part in
// so many of its lines.
const alikeShare = 2

// Supersedes reports whether a is a new version of old: a text from the same
// address, that has the same title or at least half of the old lines. A page
// whose stories change has one address for all of them; they are not versions
// of each other.
func Supersedes(a, old Article) bool {
	if a.ID == old.ID || a.Address == "" || a.Address != old.Address {
		return false
	}
	if a.Title != "" && a.Title == old.Title {
		return true
	}
	now := map[string]bool{}
	for line := range strings.Lines(a.Text) {
		now[strings.TrimSpace(line)] = true
	}
	all, kept := 0, 0
	for line := range strings.Lines(old.Text) {
		if line = strings.TrimSpace(line); line != "" {
			all++
			if now[line] {
				kept++
			}
		}
	}
	return kept > 0 && kept*alikeShare >= all
}
