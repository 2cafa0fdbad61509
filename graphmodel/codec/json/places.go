package json

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"byline/graphmodel/article"
)

// stride is the distance in bytes between two places whose code points are
// counted in advance.
const stride = 1024

// ruler turns places in one text from bytes to code points and back. An
// ASCII text needs no table: both are the same.
type ruler struct {
	text  string
	ascii bool
	runes []int // code points before byte i*stride
	total int   // code points of the text
}

func newRuler(text string) *ruler {
	r := &ruler{text: text, total: utf8.RuneCountInString(text)}
	if r.ascii = r.total == len(text); r.ascii {
		return r
	}
	n := 0
	for at := 0; at < len(text); at++ {
		if at%stride == 0 {
			r.runes = append(r.runes, n)
		}
		if utf8.RuneStart(text[at]) {
			n++
		}
	}
	return r
}

// points returns how many code points stand before that byte. Bytes beyond
// the text count as its end.
func (r *ruler) points(at int) int {
	at = min(max(at, 0), len(r.text))
	if r.ascii {
		return at
	}
	if at == len(r.text) {
		return r.total
	}
	n := r.runes[at/stride]
	for i := at / stride * stride; i < at; i++ {
		if utf8.RuneStart(r.text[i]) {
			n++
		}
	}
	return n
}

// bytes returns the byte at which code point number n starts.
func (r *ruler) bytes(n int) (int, error) {
	switch {
	case n < 0 || n > r.total:
		return 0, fmt.Errorf("place %d lies outside the article, which has %d characters", n, r.total)
	case r.ascii:
		return n, nil
	case n == r.total:
		return len(r.text), nil
	}
	i := sort.SearchInts(r.runes, n+1) - 1
	at := i * stride
	for left := n - r.runes[i]; ; at++ {
		if utf8.RuneStart(r.text[at]) {
			if left == 0 {
				return at, nil
			}
			left--
		}
	}
}

// rulers are one ruler for each article whose text is known.
type rulers map[string]*ruler

func rulersOf(articles []article.Article) rulers {
	rs := rulers{}
	for _, a := range articles {
		if a.Text != "" && rs[a.ID] == nil {
			rs[a.ID] = newRuler(a.Text)
		}
	}
	return rs
}
