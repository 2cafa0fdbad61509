package store

import (
	"context"
	"strings"
	"unicode"
)

// Search finds the articles that hold all the words, or words that begin so,
// and returns their ids, best first, at most limit. Case and accents do not
// count.
func (p *Project) Search(words string, limit int) ([]string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return nil, at(p.path, err)
	}
	query := matchQuery(words)
	if query == "" {
		return nil, nil
	}
	rows, err := p.conn.QueryContext(context.Background(), `SELECT article.id FROM article_words
		JOIN article ON article.number = article_words.rowid
		WHERE article_words MATCH ? ORDER BY bm25(article_words, 4.0, 1.0), article.number LIMIT ?`, query, limit)
	if err != nil {
		return nil, at(p.path, fault(err))
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what matters
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, at(p.path, fault(err))
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, at(p.path, fault(err))
	}
	return ids, nil
}

// matchQuery puts each word in quotes, so that nothing a person types is taken
// for the search's own language.
func matchQuery(words string) string {
	fields := strings.FieldsFunc(words, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	for i, f := range fields {
		fields[i] = `"` + f + `"*`
	}
	return strings.Join(fields, " ")
}
