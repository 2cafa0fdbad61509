package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
)

// What was worked out of the rest of a project is kept in it, so that it need
// not be worked out at every opening. It is never the truth: what is not as it
// was saved, or was made by another reader, is passed over and made anew.

// Reading is what an article says, kept.
type Reading struct {
	Article string // its id
	Reader  string // who read it, with everything that the reading depends on
	Data    []byte
}

// Readings hands out the readings that this reader made, in the order they
// were saved.
func (p *Project) Readings(reader string, use func(article string, data []byte)) error {
	return p.kept(`SELECT article, reader, seal, value FROM reading WHERE reader = ? ORDER BY rowid`, reader, use)
}

// Cached returns what was kept under that name, or nil.
func (p *Project) Cached(name string) (data []byte, err error) {
	err = p.kept(`SELECT name, '', seal, value FROM cache WHERE name = ?`, name, func(_ string, value []byte) { data = value })
	return data, err
}

// kept hands out rows of the two tables whose seals hold.
func (p *Project) kept(query, key string, use func(name string, value []byte)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.conn == nil {
		return at(p.path, ErrClosed)
	}
	if p.version < version {
		return nil // it has no such tables yet
	}
	l := loader{ctx: context.Background(), conn: p.conn}
	err := l.each(query, func(rows *sql.Rows) error {
		var name, reader, sealed string
		var value []byte
		if err := rows.Scan(&name, &reader, &sealed, &value); err != nil {
			return err
		}
		if seal(name, reader, string(value)) == sealed {
			use(name, value)
		}
		return nil
	}, key)
	if err != nil {
		return at(p.path, fault(err))
	}
	return nil
}

// keep writes what was worked out.
func (w writer) keep(c Change) error {
	for _, r := range c.SetReadings {
		err := w.exec(`INSERT OR REPLACE INTO reading (article, reader, seal, value)
			SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM article WHERE id = ?)`,
			r.Article, r.Reader, seal(r.Article, r.Reader, string(r.Data)), r.Data, r.Article)
		if err != nil {
			return fmt.Errorf("saving a reading: %w", err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.SetCache)) {
		value := c.SetCache[name]
		err := w.exec(`INSERT OR REPLACE INTO cache (name, seal, value) VALUES (?, ?, ?)`, name, seal(name, "", string(value)), value)
		if err != nil {
			return fmt.Errorf("saving what was worked out: %w", err)
		}
	}
	return nil
}
