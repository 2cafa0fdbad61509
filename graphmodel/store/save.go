package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Save writes the change in one transaction that has reached the disk when
// Save returns. On an error nothing of it is in the file, and the error is one
// of this package's sentences. Only if the file could not even be read again may
// all of it be there: Settle tells, before the next Save.
func (p *Project) Save(c Change) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return at(p.path, err)
	}
	if p.why != "" {
		return at(p.path, ErrReadOnly)
	}
	if c.Empty() {
		return nil
	}
	if err := p.inPlace(); err != nil {
		return at(p.path, err)
	}
	if err := p.write(c); err != nil {
		return at(p.path, err)
	}
	return nil
}

// write saves the change in one transaction.
func (p *Project) write(c Change) error {
	return p.transact(func(w writer) error { return w.change(c) })
}

// transact runs a transaction by hand and seals what comes of it: database/sql
// would hand back a connection whose commit failed as if it were out of the
// transaction.
func (p *Project) transact(work func(writer) error) error {
	w := writer{p.conn}
	if err := w.exec(`BEGIN IMMEDIATE`); err != nil {
		return fault(err)
	}
	before, err := p.mark()
	if err != nil {
		return errors.Join(fault(err), w.exec(`ROLLBACK`))
	}
	p.doubt = &doubt{before: before}
	var changes sum
	var missed error
	err = changes.watch(p.conn, func(err error) { missed = err })
	if err == nil {
		err = errors.Join(work(w), missed)
	}
	if err == nil {
		err = w.sealWhole(changes)
	}
	if err == nil {
		p.doubt.after, err = p.mark()
	}
	if err == nil {
		err = w.exec(`COMMIT`)
	}
	if err == nil {
		// It is saved. If the file cannot be looked at a moment later, the next
		// save does so before all else.
		p.doubt.before = p.doubt.after
		if p.noteLeft(context.Background()) == nil {
			p.doubt = nil
		}
		return nil
	}
	// After a full disk SQLite may have rolled back by itself; then there is no
	// transaction, which is as good.
	_ = w.exec(`ROLLBACK`)
	return p.tell(fault(err))
}

// writer runs statements on the project's one connection.
type writer struct{ conn *sql.Conn }

func (w writer) exec(query string, args ...any) error {
	_, err := w.conn.ExecContext(context.Background(), query, args...)
	return err
}

// change writes everything and stops at the first error: after one, SQLite may
// have left the transaction, and anything more would be saved by itself.
func (w writer) change(c Change) error {
	for _, id := range c.RemoveItems {
		if err := w.removeItem(id); err != nil {
			return fmt.Errorf("removing an article: %w", err)
		}
	}
	for _, i := range c.AddItems {
		if err := w.addItem(i); err != nil {
			return fmt.Errorf("saving an article: %w", err)
		}
	}
	for _, n := range c.RemoveDecisions {
		if err := w.exec(`DELETE FROM decision WHERE number = ?`, n); err != nil {
			return fmt.Errorf("removing a decision: %w", err)
		}
	}
	for _, d := range c.AddDecisions {
		if err := w.addDecision(d); err != nil {
			return fmt.Errorf("saving a decision: %w", err)
		}
	}
	for _, id := range c.RemovePlaces {
		if err := w.exec(`DELETE FROM place WHERE thing = ?`, id); err != nil {
			return fmt.Errorf("removing a place: %w", err)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.SetPlaces)) {
		if err := w.setPlace(id, c.SetPlaces[id]); err != nil {
			return fmt.Errorf("saving a place: %w", err)
		}
	}
	if err := w.texts(c); err != nil {
		return err
	}
	return w.keep(c)
}

// texts writes the tables of one name and one text.
func (w writer) texts(c Change) error {
	for _, t := range []struct {
		table string
		set   map[string]string
	}{{"setting", c.SetSettings}, {"view", c.SetViews}, {"note", c.SetNotes}} {
		for _, name := range slices.Sorted(maps.Keys(t.set)) {
			var err error
			if value := t.set[name]; value == "" {
				err = w.exec(`DELETE FROM `+t.table+` WHERE name = ?`, name)
			} else {
				err = w.exec(`INSERT OR REPLACE INTO `+t.table+` (name, value, seal) VALUES (?, ?, ?)`, name, value, seal(name, value))
			}
			if err != nil {
				return fmt.Errorf("saving a %s: %w", t.table, err)
			}
		}
	}
	return nil
}

func (w writer) addItem(i Item) error {
	c, err := i.columns()
	if err != nil {
		return err
	}
	err = w.exec(`INSERT INTO article (number, id, name, title, outlet, author, published, address, fetched, language, sha256, notes, text, seal)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		i.Number, c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11], c[12], seal(c...))
	if err != nil {
		return err
	}
	return w.exec(`INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)`, i.Number, i.Title, i.Text)
}

func (w writer) removeItem(id string) error {
	// The index keeps no text of its own: it must be told what to forget.
	err := w.exec(`INSERT INTO article_words (article_words, rowid, title, text)
		SELECT 'delete', number, title, text FROM article WHERE id = ?`, id)
	if err != nil {
		return err
	}
	// Nothing of a removed text may stay in the file: not in what was worked
	// out from it either.
	for _, query := range []string{`DELETE FROM reading WHERE article = ?`, `DELETE FROM article WHERE id = ?`} {
		if err := w.exec(query, id); err != nil {
			return err
		}
	}
	return w.exec(`DELETE FROM cache`)
}

func (w writer) setPlace(id string, p Place) error {
	if !p.sane() {
		return fmt.Errorf("the place of %q is no place", id)
	}
	// SQLite keeps a minus zero as zero, and the seal is of what is kept.
	if p.X == 0 {
		p.X = 0
	}
	if p.Y == 0 {
		p.Y = 0
	}
	return w.exec(`INSERT OR REPLACE INTO place (thing, x, y, pinned, seal) VALUES (?, ?, ?, ?, ?)`,
		id, p.X, p.Y, p.Pinned, seal(placeColumns(id, p)...))
}

func encodeNotes(notes []string) (string, error) {
	if len(notes) == 0 {
		return "[]", nil
	}
	data, err := json.Marshal(notes)
	return string(data), err
}
