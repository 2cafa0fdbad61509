package engine

import (
	"iter"
	"slices"
	"strings"

	"byline/graphmodel/language"
)

// Parse reads a text as a whole.
func (e *Engine) Parse(text string) *language.Doc {
	doc := &language.Doc{Text: text}
	e.read([]*language.Doc{doc})
	return doc
}

// ParseLines reads every line of a text that is not blank by itself: a
// heading then does not run into the sentence below it.
func (e *Engine) ParseLines(text string) []*language.Doc {
	return slices.Collect(e.Lines(text))
}

// batchBytes is the length from which on lines are not gathered any longer:
// some lines read together keep the kernel busier than one by one.
const batchBytes = 2048

// Lines is ParseLines for texts of which not all Docs shall be held at a
// time.
func (e *Engine) Lines(text string) iter.Seq[*language.Doc] {
	return func(yield func(*language.Doc) bool) {
		var batch []*language.Doc
		size := 0
		flush := func() bool {
			e.read(batch)
			for _, doc := range batch {
				if !yield(doc) {
					return false
				}
			}
			batch, size = nil, 0
			return true
		}
		for offset := 0; offset < len(text); {
			line, length := cutLine(text[offset:])
			if strings.TrimSpace(line) != "" {
				batch = append(batch, &language.Doc{Text: line, Offset: offset})
				size += len(line)
			}
			if size >= batchBytes && !flush() {
				return
			}
			offset += length
		}
		flush()
	}
}

// cutLine returns the first line of a text without its end, and its length
// with it.
func cutLine(text string) (line string, length int) {
	at := strings.IndexByte(text, '\n')
	if at < 0 {
		return text, len(text)
	}
	return strings.TrimSuffix(text[:at], "\r"), at + 1
}
