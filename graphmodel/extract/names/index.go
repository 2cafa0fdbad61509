package names

import (
	"cmp"
	"slices"
	"sort"
)

// index tells which names stand at a token without walking all of them: an
// article may have as many as it has lines. It holds what named held when it
// was last sorted; names may share their first tokens.
type index struct {
	inside []bool // of each token: it is part of a name
	byEnd  []int  // indices in named, in order of end, then of place
}

// sort puts the names in order of place and indexes them.
func (f *finder) sort() {
	slices.SortStableFunc(f.named, func(a, b named) int { return cmp.Compare(a.start, b.start) })
	f.at = index{inside: make([]bool, len(f.Tokens)), byEnd: make([]int, len(f.named))}
	for i := range f.named {
		f.at.byEnd[i] = i
		for k := f.named[i].start; k < f.named[i].end; k++ {
			f.at.inside[k] = true
		}
	}
	slices.SortStableFunc(f.at.byEnd, func(a, b int) int { return cmp.Compare(f.named[a].end, f.named[b].end) })
}

// startingAt are the names that start at token k.
func (f *finder) startingAt(k int) []named {
	from := sort.Search(len(f.named), func(i int) bool { return f.named[i].start >= k })
	to := from
	for to < len(f.named) && f.named[to].start == k {
		to++
	}
	return f.named[from:to]
}

// endingAt are the indices of the names whose last token is the one before k,
// in order of place.
func (f *finder) endingAt(k int) []int {
	from := sort.Search(len(f.at.byEnd), func(i int) bool { return f.named[f.at.byEnd[i]].end >= k })
	to := from
	for to < len(f.at.byEnd) && f.named[f.at.byEnd[to]].end == k {
		to++
	}
	return f.at.byEnd[from:to]
}

// nameOver is the last name that starts at or before token k and reaches over
// it, or nil.
func (f *finder) nameOver(k int) *named {
	after := sort.Search(len(f.named), func(i int) bool { return f.named[i].start > k })
	if after == 0 || f.named[after-1].end <= k {
		return nil
	}
	return &f.named[after-1]
}

// insideName reports whether token k is part of a name.
func (f *finder) insideName(k int) bool { return f.at.inside[k] }
