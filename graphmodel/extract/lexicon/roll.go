package lexicon

import (
	"strings"

	"byline/assets"
)

// Roll is a long list of names, one a line in byte order, that is searched
// where it lies: nothing of it is read before the first question.
type Roll struct{ lines string }

// newRoll takes the list of that file name.
func newRoll(file string) Roll {
	lines := string(assets.Names(file))
	for strings.HasPrefix(lines, "#") {
		_, lines, _ = strings.Cut(lines, "\n")
	}
	return Roll{lines}
}

// Has reports whether exactly this name is on the list.
func (r Roll) Has(name string) bool {
	low, high := 0, len(r.lines)
	for low < high {
		start := low + strings.LastIndexByte(r.lines[low:(low+high)/2], '\n') + 1
		line, _, _ := strings.Cut(r.lines[start:high], "\n")
		switch strings.Compare(name, line) {
		case 0:
			return true
		case -1:
			high = start
		default:
			low = start + len(line) + 1
		}
	}
	return false
}
