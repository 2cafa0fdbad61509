package language

import (
	"slices"
	"testing"
)

// tok is a token of a made-up parse.
func tok(text, pos, dep string, head, left int) Token {
	return Token{Text: text, Pos: pos, Dep: dep, Head: head, Left: left}
}

func TestFindNounChunks(t *testing.T) {
	for _, c := range []struct {
		name   string
		tokens []Token
		want   []Chunk
	}{
		{"head noun ends the chunk", []Token{ // the launch of a new unit
			tok("the", "DET", "det", 1, 0), tok("launch", "NOUN", "ROOT", 1, 0), tok("of", "ADP", "prep", 1, 2),
			tok("a", "DET", "det", 5, 3), tok("new", "ADJ", "amod", 5, 4), tok("unit", "NOUN", "pobj", 2, 3),
		}, []Chunk{{0, 2}, {3, 6}}},
		{"coordination", []Token{ // France, Spain and Malta signed
			tok("France", "PROPN", "nsubj", 5, 0), tok(",", "PUNCT", "punct", 0, 1), tok("Spain", "PROPN", "conj", 0, 2),
			tok("and", "CCONJ", "cc", 2, 3), tok("Malta", "PROPN", "conj", 2, 4), tok("signed", "VERB", "ROOT", 5, 0),
		}, []Chunk{{0, 1}, {2, 3}, {4, 5}}},
		{"coordination under another label", []Token{ // a coordination whose head is no noun's place may still be a root
			tok("come", "VERB", "ROOT", 0, 0), tok("sun", "NOUN", "conj", 0, 1),
		}, []Chunk{{1, 2}}},
		{"compound inside a chunk", []Token{ // trade deal
			tok("trade", "NOUN", "compound", 1, 0), tok("deal", "NOUN", "ROOT", 1, 0),
		}, []Chunk{{0, 2}}},
		{"no nested chunk", []Token{ // she, the minister: the second reaches back to the first
			tok("she", "PRON", "nsubj", 1, 0), tok("minister", "NOUN", "appos", 1, 0),
		}, []Chunk{{0, 1}}},
		{"verbs and empty text", []Token{tok("go", "VERB", "ROOT", 0, 0)}, nil},
		{"empty", nil, nil},
	} {
		doc := &Doc{Tokens: c.tokens}
		if got := doc.FindNounChunks(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestSents(t *testing.T) {
	doc := &Doc{Tokens: []Token{{SentStart: true}, {}, {SentStart: true}, {}}}
	if got, want := doc.Sents(), []Chunk{{0, 2}, {2, 4}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := (&Doc{}).Sents(); got != nil {
		t.Errorf("%v, want none", got)
	}
}
