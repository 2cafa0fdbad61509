package session

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

const (
	findMost  = 50
	thingMost = 30 // of them things, so that sentences have room
)

// Find looks for words in names, other names and sentences, best first, at
// most 50. Case and accents do not count, and a word may be its beginning.
func (s *Session) Find(words string) []Hit {
	q := queryOf(words)
	if len(q.words) == 0 {
		return nil
	}
	s.mu.Lock()
	names := s.namesOf(s.shown)
	s.mu.Unlock()
	hits := q.things(names, thingMost)
	return append(hits, q.sentences(s.holding(words), s.foldOf, findMost-len(hits))...)
}

const (
	// readThrough is how many articles are all read for each search. Of more,
	// the file's index says which to read.
	readThrough = 300
	// holdingMost is how many of those are read.
	holdingMost = 3 * findMost
)

// holding are the articles to look for sentences in, in their order: all of
// them, or of many those in which the file finds the words, and those that are
// not in the file yet. The file knows a letter with a stroke only as such.
func (s *Session) holding(words string) []article.Article {
	s.fileMu.Lock()
	file := s.file
	s.fileMu.Unlock()
	s.mu.Lock()
	articles, saved := s.doc.articles(), s.saved
	s.mu.Unlock()
	if file == nil || len(articles) <= readThrough {
		return articles
	}
	ids, err := file.Search(words, holdingMost)
	if err != nil {
		return articles
	}
	look := make(map[string]bool, len(articles))
	for _, a := range articles {
		look[a.ID] = true
	}
	for _, i := range saved.items {
		look[i.ID] = false
	}
	for _, id := range ids {
		look[id] = true
	}
	return slices.DeleteFunc(articles, func(a article.Article) bool { return !look[a.ID] })
}

// query is what is looked for.
type query struct {
	phrase  string
	words   []string
	longest string // of the words: it stands in the fewest places
}

func queryOf(words string) query {
	q := query{phrase: fold(words).text}
	q.words = strings.Fields(q.phrase)
	for _, w := range q.words {
		if len(w) > len(q.longest) {
			q.longest = w
		}
	}
	return q
}

// match is where the words stand in f, by its own bytes: all of them one after
// the other, or else the first of them, if every one is there.
func (q query) match(f folded) (start, end int, whole, ok bool) {
	if i := f.index(q.phrase, 0); i >= 0 {
		return i, i + len(q.phrase), true, true
	}
	for n, w := range q.words {
		i := f.index(w, 0)
		if i < 0 {
			return 0, 0, false, false
		}
		if n == 0 {
			start, end = i, i+len(w)
		}
	}
	return start, end, false, len(q.words) > 0
}

// ranked is a name that was found, with what decides its place in the list.
type ranked struct {
	name
	start, end int // in its folded form
	grade      int // 0 is best
}

// things finds at most so many entities by their names, each once.
func (q query) things(names *nameList, most int) []Hit {
	var best []ranked
	found := ""
	for _, n := range names.names {
		if n.entity == found || !strings.Contains(n.folded, q.longest) {
			continue // found by a name before, or no match
		}
		r, ok := q.rank(n)
		if !ok {
			continue
		}
		found = n.entity
		if i, _ := slices.BinarySearchFunc(best, r, byRank); i < most {
			best = slices.Insert(best, i, r)[:min(len(best)+1, most)]
		}
	}
	hits := make([]Hit, len(best))
	for i, r := range best {
		start, end := fold(r.text).span(r.start, r.end)
		hits[i] = Hit{Kind: r.kind, Entity: r.entity, Text: r.text, Start: start, End: end}
	}
	return hits
}

func byRank(a, b ranked) int {
	return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.grade, b.grade),
		cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.text, b.text), cmp.Compare(a.entity, b.entity))
}

func (q query) rank(n name) (ranked, bool) {
	start, end, whole, ok := q.match(folded{text: n.folded})
	r := ranked{n, start, end, 3}
	switch {
	case n.folded == q.phrase:
		r.grade = 0
	case whole && strings.HasPrefix(n.folded, q.phrase):
		r.grade = 1
	case whole:
		r.grade = 2
	}
	return r, ok
}

// sentences finds sentences with all the words, those with the very phrase
// first, then in the order of the articles.
func (q query) sentences(articles []article.Article, foldOf func(article.Article) folded, most int) []Hit {
	var exact, loose []Hit
	for _, a := range articles {
		f := foldOf(a)
		rest := -1 // end of the sentence looked at last
		for i := f.index(q.longest, 0); i >= 0; i = f.index(q.longest, i+1) {
			at := int(f.at[i])
			if at < rest {
				continue
			}
			s := SentenceAt(a.Text, at)
			rest = s.End
			sentence := fold(a.Text[s.Start:s.End])
			from, to, whole, ok := q.match(sentence)
			if !ok {
				continue
			}
			start, end := sentence.span(from, to)
			hit := Hit{Kind: HitSentence, Text: a.Text[s.Start:s.End], Start: start, End: end,
				Span: graphmodel.Span{Article: a.ID, Start: s.Start, End: s.End}}
			if whole {
				exact = append(exact, hit)
			} else {
				loose = append(loose, hit)
			}
		}
		if len(exact) >= most {
			break
		}
	}
	all := append(exact, loose...)
	return all[:max(0, min(len(all), most))]
}

// foldCache keeps the forms of the articles' texts.
type foldCache map[string]folded

func (s *Session) foldOf(a article.Article) folded {
	s.mu.Lock()
	f, ok := s.folded[a.ID]
	s.mu.Unlock()
	if ok {
		return f
	}
	f = fold(a.Text)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folded[a.ID] = f
	return f
}

// SentenceAt is the sentence around a place, as far as a person needs it who
// looks for words: up to a line break, or to a full stop, question or
// exclamation mark before a space and a capital, figure or quote.
func SentenceAt(text string, at int) graphmodel.Span {
	start := 1 + strings.LastIndexByte(text[:at], '\n')
	end := len(text)
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		end = at + i
	}
	for i := start; i < end; i++ {
		if !endsSentence(text, i, end) {
			continue
		}
		stop := i + 1 + closing(text[i+1:end])
		if stop > at {
			end = stop
			break
		}
		start = stop
	}
	for start < end && isSpace(text[start]) {
		start++
	}
	for end > start && isSpace(text[end-1]) {
		end--
	}
	return graphmodel.Span{Start: start, End: end}
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' }

// closing is how many bytes of quotes and brackets follow a full stop.
func closing(text string) int {
	return len(text) - len(strings.TrimLeft(text, "\"'”’)]"))
}

// endsSentence reports whether a sentence ends with the mark at byte i.
func endsSentence(text string, i, end int) bool {
	if b := text[i]; b != '.' && b != '?' && b != '!' {
		return false
	}
	rest := text[i+1 : end]
	rest = rest[closing(rest):]
	next := strings.TrimLeft(rest, " \t\r")
	if next == "" {
		return true
	}
	if len(next) == len(rest) || abbreviated(text[:i]) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"'“‘([", r)
}

// abbreviated reports whether the text ends in a word that a full stop does
// not end a sentence after: an initial, or a title.
func abbreviated(text string) bool {
	word := text[1+strings.LastIndexAny(text, " \n.(“‘\""):]
	switch word {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Sir", "Gen", "Col", "Lt", "Sen", "Rep", "Gov", "St", "No", "vs", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return len(word) == 1 && unicode.IsUpper(rune(word[0]))
}
