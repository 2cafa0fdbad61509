package tokenize

import (
	"context"
	"strings"
	"sync"
	"unicode/utf8"

	"byline/graphmodel/language/lexeme"
)

const (
	// cachedChunks is how many chunks are remembered before all are
	// forgotten; news repeat most of theirs.
	cachedChunks = 20000
	// longestCached is the length in bytes of the longest chunk that is worth
	// remembering.
	longestCached = 64
	// bytesPerToken estimates the number of tokens of a text.
	bytesPerToken = 5
)

// Tokenizer cuts texts. It is safe for concurrent use.
type Tokenizer struct {
	exceptions map[string]exception
	longest    int // bytes of the longest exception
	norms      *lexeme.Norms
	patterns   patterns

	mu      sync.RWMutex
	chunks  map[string][]piece
	lexemes map[string]*lexeme.Lexeme
}

// piece is a token of a chunk before it has its place in a text.
type piece struct {
	start, end int32
	group      int32
	lexeme     *lexeme.Lexeme
}

// Load reads the section that Convert made.
func Load(section []byte, norms *lexeme.Norms) (*Tokenizer, error) {
	exceptions, err := readExceptions(section)
	if err != nil {
		return nil, err
	}
	t := &Tokenizer{
		exceptions: exceptions,
		norms:      norms,
		chunks:     map[string][]piece{},
		lexemes:    map[string]*lexeme.Lexeme{},
	}
	for text := range exceptions {
		t.longest = max(t.longest, len(text))
	}
	t.patterns = newPatterns(exceptions)
	return t, nil
}

// Tokenize cuts text into tokens. Any string will do, also one that is not
// UTF-8: then every bad byte counts as a character.
func (t *Tokenizer) Tokenize(text string) []Token {
	return t.TokenizeUntil(context.Background(), text)
}

// lookEvery is after how many bytes a long text is looked up from.
const lookEvery = 64 << 10

// TokenizeUntil is Tokenize, and returns nil soon after ctx is done.
func (t *Tokenizer) TokenizeUntil(ctx context.Context, text string) []Token {
	if text == "" {
		return nil
	}
	tokens := make([]Token, 0, len(text)/bytesPerToken+1)
	first, _ := utf8.DecodeRuneInString(text)
	start, inSpace := 0, lexeme.SpaceRune(first)
	look := lookEvery
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if lexeme.SpaceRune(r) != inSpace {
			tokens = t.appendChunk(tokens, text, start, i)
			start = i
			if r == ' ' {
				// the one space that belongs to the token before it
				tokens[len(tokens)-1].Space = true
				start++
			}
			inSpace = !inSpace
			if i > look {
				if ctx.Err() != nil {
					return nil
				}
				look = i + lookEvery
			}
		}
		i += size
	}
	tokens = t.appendChunk(tokens, text, start, len(text))
	return t.restoreExceptions(text, tokens)
}

// appendChunk appends the tokens of a chunk, which may be empty.
func (t *Tokenizer) appendChunk(tokens []Token, text string, start, end int) []Token {
	if start >= end {
		return tokens
	}
	for _, p := range t.pieces(text[start:end]) {
		from, to := start+int(p.start), start+int(p.end)
		tokens = append(tokens, Token{Text: text[from:to], Start: from, End: to, Lexeme: p.lexeme, group: p.group})
	}
	return tokens
}

// pieces cuts one chunk, from the cache if it was seen before.
func (t *Tokenizer) pieces(chunk string) []piece {
	if len(chunk) <= longestCached {
		t.mu.RLock()
		known, ok := t.chunks[chunk]
		t.mu.RUnlock()
		if ok {
			return known
		}
	}
	spans := cut(chunk, t.exceptions, t.longest)
	pieces := make([]piece, len(spans))
	for i, s := range spans {
		text := chunk[s.start:s.end]
		pieces[i] = piece{int32(s.start), int32(s.end), t.patterns.groupOf(text), t.lexeme(text, s.norm)}
	}
	if len(chunk) <= longestCached {
		t.mu.Lock()
		if len(t.chunks) >= cachedChunks {
			t.chunks = map[string][]piece{}
		}
		t.chunks[strings.Clone(chunk)] = pieces
		t.mu.Unlock()
	}
	return pieces
}

// lexeme returns the lexeme of text with a norm of its own, if there is one.
func (t *Tokenizer) lexeme(text, norm string) *lexeme.Lexeme {
	if norm != "" {
		return lexeme.New(text, norm)
	}
	if len(text) > longestCached {
		return lexeme.New(text, t.norms.Norm(text))
	}
	t.mu.RLock()
	known, ok := t.lexemes[text]
	t.mu.RUnlock()
	if ok {
		return known
	}
	l := lexeme.New(text, t.norms.Norm(text))
	t.mu.Lock()
	if len(t.lexemes) >= cachedChunks {
		t.lexemes = map[string]*lexeme.Lexeme{}
	}
	t.lexemes[strings.Clone(text)] = l
	t.mu.Unlock()
	return l
}
