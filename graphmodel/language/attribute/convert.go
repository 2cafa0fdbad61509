package attribute

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/vmihailenco/msgpack/v5"

	"byline/graphmodel/language/record"
)

// ErrForeignPattern means that a model's attribute ruler asks for something
// that this package does not know.
var ErrForeignPattern = errors.New("the model's attribute ruler has a pattern that is not known here")

// wheelEntry is one entry of the wheel's attribute_ruler/patterns.
type wheelEntry struct {
	Patterns [][]map[string]any `msgpack:"patterns"`
	Attrs    map[string]string  `msgpack:"attrs"`
	Index    int                `msgpack:"index"`
}

// noFeatures is how the file writes an empty morphology.
const noFeatures = "_"

// Convert turns the wheel's attribute_ruler/patterns into a section for Load.
func Convert(wheelFile []byte) ([]byte, error) {
	var file []wheelEntry
	if err := msgpack.Unmarshal(wheelFile, &file); err != nil {
		return nil, fmt.Errorf("read the model's attribute ruler: %w", err)
	}
	var w record.Writer
	w.Int(len(file))
	for n, e := range file {
		if err := e.convert(&w); err != nil {
			return nil, fmt.Errorf("read entry %d of the model's attribute ruler: %w", n, err)
		}
	}
	return w.Bytes(), nil
}

// convert writes the token that gets the changes, the changes and the
// patterns.
func (e wheelEntry) convert(w *record.Writer) error {
	w.Int(e.Index)
	w.Int(len(e.Attrs))
	for _, name := range slices.Sorted(maps.Keys(e.Attrs)) {
		value := e.Attrs[name]
		if !slices.Contains(written, name) {
			return fmt.Errorf("writes %q: %w", name, ErrForeignPattern)
		}
		if name == "MORPH" && value == noFeatures {
			value = ""
		}
		w.String(name)
		w.String(value)
	}
	w.Int(len(e.Patterns))
	for _, p := range e.Patterns {
		w.Int(len(p))
		for _, token := range p {
			w.Int(len(token))
			for _, name := range slices.Sorted(maps.Keys(token)) {
				c, err := convertCondition(name, token[name])
				if err != nil {
					return err
				}
				w.Int(int(c.field))
				w.Int(int(c.test))
				w.Strings(c.values)
			}
		}
	}
	return nil
}

// written lists what a change may set. Read only.
var written = []string{"POS", "MORPH", "LEMMA", "DEP", "TAG"}

// fields names the properties that a condition may look at. Read only.
var fields = map[string]field{"TAG": fieldTag, "LOWER": fieldLower, "DEP": fieldDep, "IS_SPACE": fieldIsSpace}

// tests names the comparisons. Read only.
var tests = map[string]test{"IN": testIn, "NOT_IN": testNotIn, "REGEX": testRegexp}

// convertCondition reads one condition of the file.
func convertCondition(name string, value any) (condition, error) {
	f, ok := fields[name]
	if !ok {
		return condition{}, fmt.Errorf("looks at %q: %w", name, ErrForeignPattern)
	}
	switch v := value.(type) {
	case string:
		return condition{field: f, test: testIn, values: []string{v}}, nil
	case bool:
		if v {
			return condition{field: f, test: testTrue}, nil
		}
		return condition{field: f, test: testFalse}, nil
	case map[string]any:
		for key, operand := range v {
			kind, known := tests[key]
			list, fits := stringList(operand)
			if known && fits && len(v) == 1 {
				return condition{field: f, test: kind, values: list}, nil
			}
		}
	}
	return condition{}, fmt.Errorf("compares %q with %v: %w", name, value, ErrForeignPattern)
}

// stringList takes a string or a list of strings.
func stringList(v any) ([]string, bool) {
	if s, ok := v.(string); ok {
		return []string{s}, true
	}
	items, ok := v.([]any)
	if !ok {
		return nil, false
	}
	var list []string
	for _, item := range items {
		s, ok := item.(string)
		if !ok {
			return nil, false
		}
		list = append(list, s)
	}
	return list, true
}

// Load reads the section that Convert made.
func Load(section []byte) (*Ruler, error) {
	in := record.NewReader(section)
	r := &Ruler{byTag: map[string][]int{}}
	for n := range in.Count(3) {
		e := entry{index: in.Int()}
		for range in.Count(2) {
			e.changes = append(e.changes, change{in.String(), in.String()})
		}
		r.entries = append(r.entries, e)
		for range in.Count(1) {
			p := pattern{entry: n}
			for range in.Count(1) {
				p.tokens = append(p.tokens, readConditions(in))
			}
			r.patterns = append(r.patterns, p)
		}
	}
	if err := in.Close(); err != nil {
		return nil, fmt.Errorf("load the attribute ruler: %w", err)
	}
	if err := r.check(); err != nil {
		return nil, fmt.Errorf("load the attribute ruler: %w", err)
	}
	r.sortIn()
	return r, nil
}

func readConditions(in *record.Reader) []condition {
	var list []condition
	for range in.Count(3) {
		list = append(list, condition{field: field(in.Int()), test: test(in.Int()), values: in.Strings()})
	}
	return list
}

// check makes sure that no match can write outside itself, and compiles the
// expressions.
func (r *Ruler) check() error {
	for _, e := range r.entries {
		for _, c := range e.changes {
			if !slices.Contains(written, c.name) {
				return fmt.Errorf("an entry writes %q: %w", c.name, record.ErrDamaged)
			}
		}
	}
	for i := range r.patterns {
		p := &r.patterns[i]
		if r.entries[p.entry].index >= len(p.tokens) {
			return fmt.Errorf("entry %d writes outside its match: %w", p.entry, record.ErrDamaged)
		}
		for _, conditions := range p.tokens {
			for j := range conditions {
				if err := conditions[j].check(); err != nil {
					return fmt.Errorf("entry %d: %w", p.entry, err)
				}
			}
		}
	}
	return nil
}

func (c *condition) check() error {
	ofFlag := c.test == testTrue || c.test == testFalse
	if c.field > fieldIsSpace || c.test > testFalse || ofFlag != (c.field == fieldIsSpace) {
		return fmt.Errorf("an unknown comparison: %w", record.ErrDamaged)
	}
	if c.test != testRegexp {
		return nil
	}
	if len(c.values) != 1 {
		return fmt.Errorf("a regular expression is missing: %w", record.ErrDamaged)
	}
	match, err := regexp.Compile(c.values[0])
	if err != nil {
		return fmt.Errorf("the regular expression %q: %w", c.values[0], err)
	}
	c.match = match
	return nil
}

// sortIn files every pattern under the tags its first token asks for.
func (r *Ruler) sortIn() {
	for i, p := range r.patterns {
		tagged := false
		for _, c := range p.tokens[0] {
			if c.field == fieldTag && c.test == testIn {
				tagged = true
				for _, tag := range c.values {
					r.byTag[tag] = append(r.byTag[tag], i)
				}
				break
			}
		}
		if !tagged {
			r.elsewhere = append(r.elsewhere, i)
		}
	}
}
