package lexeme

import (
	"fmt"
	"slices"
	"sort"

	"github.com/vmihailenco/msgpack/v5"

	"byline/graphmodel/language/record"
	"byline/graphmodel/language/strhash"
)

// normTable is the name of the only table that matters here in the model's
// vocab/lookups.bin.
const normTable = "lexeme_norm"

// Norms is the table of words whose norm is not simply their lower case. It
// is safe for concurrent use.
type Norms struct {
	ids   []uint64 // sorted
	forms record.Table
}

// Convert turns the wheel's vocab/lookups.bin into a section for Load.
func Convert(wheelFile []byte) ([]byte, error) {
	var tables map[string]map[uint64]string
	if err := msgpack.Unmarshal(wheelFile, &tables); err != nil {
		return nil, fmt.Errorf("read the model's table of norms: %w", err)
	}
	norms := tables[normTable]
	if len(norms) == 0 {
		return nil, fmt.Errorf("read the model's table of norms: %q is missing: %w", normTable, record.ErrDamaged)
	}
	ids := make([]uint64, 0, len(norms))
	for id := range norms {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	forms := make([]string, len(ids))
	for i, id := range ids {
		forms[i] = norms[id]
	}
	var w record.Writer
	w.Column64(ids)
	w.Table(forms)
	return w.Bytes(), nil
}

// Load reads the section that Convert made.
func Load(section []byte) (*Norms, error) {
	r := record.NewReader(section)
	n := &Norms{ids: r.Column64(), forms: r.Table()}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("load the table of norms: %w", err)
	}
	if len(n.ids) != n.forms.Len() || !slices.IsSorted(n.ids) {
		return nil, fmt.Errorf("load the table of norms: %w", record.ErrDamaged)
	}
	return n, nil
}

// Norm returns the norm of a token that no exception of the tokenizer gives
// one: from the model's table, else from the base norms, else lower case.
func (n *Norms) Norm(text string) string {
	id := strhash.ID(text)
	i := sort.Search(len(n.ids), func(i int) bool { return n.ids[i] >= id })
	if i < len(n.ids) && n.ids[i] == id {
		return n.forms.At(i)
	}
	if norm, ok := baseNorm(text); ok {
		return norm
	}
	return Lower(Clean(text))
}

// baseNorm returns the norm of marks that are written in several ways.
func baseNorm(text string) (string, bool) {
	switch text {
	case "'s", "'S", "’s", "’S":
		return "'s", true
	case "’", "‘", "´", "`":
		return "'", true
	case "”", "“", "''", "``", "´´", "„", "»", "«", "‘‘", "’’":
		return `"`, true
	case "？":
		return "?", true
	case "！":
		return "!", true
	case "，":
		return ",", true
	case "；":
		return ";", true
	case "：":
		return ":", true
	case "。", "।":
		return ".", true
	case "…":
		return "...", true
	case "—", "–", "--", "---", "——":
		return "-", true
	case "€", "£", "¥", "฿", "US$", "C$", "A$", "₺", "₹", "৳", "₩", "Mex$", "₣", "E£":
		return "$", true
	}
	return "", false
}
