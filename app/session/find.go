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
	g, articles := s.shown, s.doc.articles()
	s.mu.Unlock()
	hits := q.things(g)
	hits = hits[:min(len(hits), thingMost)]
	return append(hits, q.sentences(articles, s.foldOf, findMost-len(hits))...)
}

// query is what is looked for.
type query struct {
	phrase string
	words  []string
}

func queryOf(words string) query {
	f := fold(words)
	return query{f.text, strings.Fields(f.text)}
}

// match is where the words stand in f: all of them one after the other, or
// else the first of them, if every one is there.
func (q query) match(f folded) (start, end int, whole, ok bool) {
	if i := f.index(q.phrase, 0); i >= 0 {
		start, end = f.span(i, i+len(q.phrase))
		return start, end, true, true
	}
	for n, w := range q.words {
		i := f.index(w, 0)
		if i < 0 {
			return 0, 0, false, false
		}
		if n == 0 {
			start, end = f.span(i, i+len(w))
		}
	}
	return start, end, false, len(q.words) > 0
}

// ranked is a hit with what decides its place in the list.
type ranked struct {
	Hit
	grade    int // 0 is best
	mentions int
}

// things finds entities by their names, each once.
func (q query) things(g *graphmodel.Graph) []Hit {
	var all []ranked
	for _, e := range g.Entities() {
		if r, ok := q.thing(e); ok {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.grade, b.grade),
			cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Entity, b.Entity))
	})
	hits := make([]Hit, len(all))
	for i, r := range all {
		hits[i] = r.Hit
	}
	return hits
}

func (q query) thing(e graphmodel.Entity) (ranked, bool) {
	if r, ok := q.name(e, e.Name, HitName); ok {
		return r, true
	}
	for _, n := range e.Names {
		if r, ok := q.name(e, n.Text, HitOtherName); ok {
			return r, true
		}
	}
	return ranked{}, false
}

func (q query) name(e graphmodel.Entity, name string, kind HitKind) (ranked, bool) {
	f := fold(name)
	start, end, whole, ok := q.match(f)
	if !ok {
		return ranked{}, false
	}
	grade := 3
	switch {
	case f.text == q.phrase:
		grade = 0
	case whole && strings.HasPrefix(f.text, q.phrase):
		grade = 1
	case whole:
		grade = 2
	}
	return ranked{Hit{Kind: kind, Entity: e.ID, Text: name, Start: start, End: end}, grade, len(e.Mentions)}, true
}

// sentences finds sentences with all the words, those with the very phrase
// first, then in the order of the articles.
func (q query) sentences(articles []article.Article, foldOf func(article.Article) folded, most int) []Hit {
	var exact, loose []Hit
	for _, a := range articles {
		f := foldOf(a)
		rest := -1 // end of the sentence looked at last
		for i := f.index(q.words[0], 0); i >= 0; i = f.index(q.words[0], i+1) {
			at := int(f.at[i])
			if at < rest {
				continue
			}
			s := SentenceAt(a.Text, at)
			rest = s.End
			start, end, whole, ok := q.match(fold(a.Text[s.Start:s.End]))
			if !ok {
				continue
			}
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
