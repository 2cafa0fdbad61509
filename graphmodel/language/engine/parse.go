package engine

import (
	"context"
	"strings"

	"byline/graphmodel/language"
)

// Parse reads a text as a whole.
func (e *Engine) Parse(text string) *language.Doc {
	doc := &language.Doc{Text: text}
	// A context that is never done is the only error.
	_ = e.read(context.Background(), []*language.Doc{doc}, func(int) {})
	return doc
}

// batchBytes is the length from which on lines are not gathered any longer:
// some lines read together keep the kernel busier than one by one.
const batchBytes = 2048

// ParseLines reads every line of a text that is not blank by itself: a
// heading then does not run into the sentence below it. It tells again and
// again how many bytes of the text are read; tell may be nil. Soon after ctx is
// done it returns its error and no docs.
func (e *Engine) ParseLines(ctx context.Context, text string, tell func(bytes int)) ([]*language.Doc, error) {
	if tell == nil {
		tell = func(int) {}
	}
	var docs []*language.Doc
	first, size := 0, 0 // of the batch
	for offset := 0; offset < len(text); {
		line, length := cutLine(text[offset:])
		if strings.TrimSpace(line) != "" {
			docs = append(docs, &language.Doc{Text: line, Offset: offset})
			size += len(line)
		}
		offset += length
		if size < batchBytes && offset < len(text) {
			continue
		}
		if err := e.read(ctx, docs[first:], tell); err != nil {
			return nil, err
		}
		first, size = len(docs), 0
	}
	return docs, nil
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
