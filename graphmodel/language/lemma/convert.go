package lemma

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vmihailenco/msgpack/v5"

	"byline/graphmodel/language/record"
	"byline/graphmodel/language/strhash"
)

// ErrForeignTables means that a model's lemma tables have another form than
// the one known here.
var ErrForeignTables = errors.New("the model's lemma tables are not known here")

// Names of the three tables; each holds one table a part of speech under the
// id of its name.
const (
	rulesTable      = "lemma_rules"
	exceptionsTable = "lemma_exc"
	wordsTable      = "lemma_index"
)

// partsOfSpeech are those that have any table. Read only.
var partsOfSpeech = []string{"adj", "adv", "noun", "punct", "verb"}

// wheelTables is the wheel's lemmatizer/lookups/lookups.bin.
type wheelTables struct {
	Rules      map[uint64][][]string          `msgpack:"lemma_rules"`
	Exceptions map[uint64]map[string][]string `msgpack:"lemma_exc"`
	Words      map[uint64][]string            `msgpack:"lemma_index"`
}

// Convert turns the wheel's lemmatizer/lookups/lookups.bin into a section for
// Load.
func Convert(wheelFile []byte) ([]byte, error) {
	var file wheelTables
	if err := msgpack.Unmarshal(wheelFile, &file); err != nil {
		return nil, fmt.Errorf("read the model's lemma tables: %w", err)
	}
	if err := file.check(); err != nil {
		return nil, fmt.Errorf("read the model's lemma tables: %w", err)
	}
	var w record.Writer
	w.Int(len(partsOfSpeech))
	for _, pos := range partsOfSpeech {
		id := strhash.ID(pos)
		w.String(pos)
		rules := file.Rules[id]
		w.Int(len(rules))
		for _, r := range rules {
			w.String(r[0])
			w.String(r[1])
		}
		keys := slices.Sorted(maps.Keys(file.Exceptions[id]))
		w.Table(keys)
		forms := make([]string, len(keys))
		for i, key := range keys {
			forms[i] = strings.Join(file.Exceptions[id][key], formBreak)
		}
		w.Table(forms)
		words := slices.Clone(file.Words[id])
		slices.Sort(words)
		w.Table(slices.Compact(words))
	}
	return w.Bytes(), nil
}

// check makes sure that nothing in the tables would be lost.
func (f *wheelTables) check() error {
	known := map[uint64]bool{}
	for _, pos := range partsOfSpeech {
		known[strhash.ID(pos)] = true
	}
	ids := slices.Concat(slices.Collect(maps.Keys(f.Rules)), slices.Collect(maps.Keys(f.Exceptions)),
		slices.Collect(maps.Keys(f.Words)))
	if len(ids) == 0 {
		return fmt.Errorf("%s, %s and %s are empty: %w", rulesTable, exceptionsTable, wordsTable, ErrForeignTables)
	}
	for _, id := range ids {
		if !known[id] {
			return fmt.Errorf("a table for the part of speech with id %d: %w", id, ErrForeignTables)
		}
	}
	for _, rules := range f.Rules {
		for _, r := range rules {
			if len(r) != 2 {
				return fmt.Errorf("a rule of %d parts: %w", len(r), ErrForeignTables)
			}
		}
	}
	for _, words := range f.Exceptions {
		for word, forms := range words {
			if len(forms) == 0 || strings.Contains(strings.Join(forms, ""), formBreak) || slices.Contains(forms, "") {
				return fmt.Errorf("the forms of %q: %w", word, ErrForeignTables)
			}
		}
	}
	return nil
}

// Load reads the section that Convert made.
func Load(section []byte) (*Lemmatizer, error) {
	r := record.NewReader(section)
	l := &Lemmatizer{tables: map[string]*table{}}
	for range r.Count(4) {
		pos := r.String()
		t := &table{}
		for range r.Count(2) {
			t.rules = append(t.rules, rule{r.String(), r.String()})
		}
		t.exceptions, t.forms, t.words = r.Table(), r.Table(), r.Table()
		if t.exceptions.Len() != t.forms.Len() {
			return nil, fmt.Errorf("load the lemma tables: %w", record.ErrDamaged)
		}
		l.tables[pos] = t
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("load the lemma tables: %w", err)
	}
	return l, nil
}
