package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nearWords is how many words may lie between those that are looked for: some more
// than a long sentence has.
const nearWords = 60

// Search finds the articles that hold all the words, or longer ones that begin
// so, close together, and returns their ids, at most limit: those that hold them
// one after the other before the others, each in the order of the articles.
// Case and accents do not count.
func (p *Project) Search(words string, limit int) ([]string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return nil, at(p.path, err)
	}
	var ids []string
	for _, query := range matchQueries(words) {
		if len(ids) >= limit {
			break
		}
		l := loader{ctx: context.Background(), conn: p.conn}
		err := l.each(`SELECT article.id FROM article_words JOIN article ON article.number = article_words.rowid
			WHERE article_words MATCH ? ORDER BY article_words.rowid LIMIT ?`, func(rows *sql.Rows) error {
			var id string
			err := rows.Scan(&id)
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
			return err
		}, query, limit)
		if err != nil {
			return nil, at(p.path, fault(err))
		}
	}
	return ids[:min(len(ids), limit)], nil
}

// matchQueries look for the words one after the other, and close together.
// Each word is put in quotes, so that nothing a person types is taken for the
// search's own language. A short word that others follow is no beginning, nor
// is a single letter: half of all words begin so.
func matchQueries(words string) []string {
	fields := strings.FieldsFunc(words, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	if len(fields) == 0 {
		return nil
	}
	phrase := strings.Join(fields, " ")
	last := len(fields) - 1
	beginning := func(i int) string {
		if n := utf8.RuneCountInString(fields[i]); n > 2 || n == 2 && i == last {
			return " *"
		}
		return ""
	}
	var near strings.Builder
	for i, f := range fields {
		fmt.Fprintf(&near, `"%s"%s `, f, beginning(i))
	}
	return []string{`"` + phrase + `"` + beginning(last), fmt.Sprintf("NEAR(%s, %d)", near.String(), nearWords)}
}
