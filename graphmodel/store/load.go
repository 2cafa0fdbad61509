package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// loader reads a project's rows and notes in plain sentences what is not as it
// was saved.
type loader struct {
	ctx      context.Context
	conn     *sql.Conn
	version  int
	content  Content
	problems []string
	dropped  int  // places that could not be kept
	unsealed bool // it was last saved before there was a seal of the whole
}

func (l *loader) problem(format string, args ...any) {
	l.problems = append(l.problems, fmt.Sprintf(format, args...))
}

// load reads everything and checks every seal.
func (l *loader) load() error {
	for _, read := range []func() error{l.items, l.decisions, l.places, l.texts, l.whole} {
		if err := read(); err != nil {
			return fault(err)
		}
	}
	return nil
}

// each runs a query and has scan read every row.
func (l *loader) each(query string, scan func(*sql.Rows) error, args ...any) error {
	rows, err := l.conn.QueryContext(l.ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what matters
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

const selectItem = `SELECT number, id, name, title, outlet, author, published, address, fetched, language, sha256, notes, text, seal FROM article`

func (l *loader) items() error {
	return l.each(selectItem+` ORDER BY number`, func(rows *sql.Rows) error {
		i, sound, err := scanItem(rows)
		if err != nil {
			return err
		}
		if !sound {
			l.problem("The article “%s” is not as it was saved.", i.shownName())
		}
		l.content.Items = append(l.content.Items, i)
		return nil
	})
}

// shownName is what a person knows the article by.
func (i Item) shownName() string {
	for _, s := range []string{i.Title, i.Name, i.ID} {
		if s != "" {
			return s
		}
	}
	return "without a title"
}

// scanItem reads one row and says whether its seal holds. What does not hold
// is made harmless: valid UTF-8, and no time that is none.
func scanItem(rows *sql.Rows) (i Item, sound bool, err error) {
	var published, fetched, notes, sealed string
	err = rows.Scan(&i.Number, &i.ID, &i.Name, &i.Title, &i.Outlet, &i.Author,
		&published, &i.Address, &fetched, &i.Language, &i.SHA256, &notes, &i.Text, &sealed)
	if err != nil {
		return Item{}, false, err
	}
	all := []*string{&i.ID, &i.Name, &i.Title, &i.Outlet, &i.Author, &published, &i.Address, &fetched, &i.Language, &i.SHA256, &notes, &i.Text}
	clean := []string{fmt.Sprint(i.Number)}
	for _, s := range all {
		clean = append(clean, *s)
	}
	sound = seal(clean...) == sealed
	for _, s := range all {
		sound = tidy(s) && sound
	}
	var errPublished, errFetched error
	i.Published, errPublished = decodeTime(published)
	i.Fetched, errFetched = decodeTime(fetched)
	errNotes := json.Unmarshal([]byte(notes), &i.Notes)
	if len(i.Notes) == 0 {
		i.Notes = nil
	}
	return i, sound && errPublished == nil && errFetched == nil && errNotes == nil, nil
}

// tidy makes s valid UTF-8 and says whether it was.
func tidy(s *string) bool {
	if utf8.ValidString(*s) {
		return true
	}
	*s = strings.ToValidUTF8(*s, "\uFFFD")
	return false
}

const selectPlace = `SELECT thing, x, y, pinned, seal FROM place ORDER BY thing`

func (l *loader) places() error {
	l.content.Places = map[string]Place{}
	return l.each(selectPlace, func(rows *sql.Rows) error {
		id, p, sound, err := scanPlace(rows)
		if err != nil {
			return err
		}
		// A place that is not as it was saved is given anew, as if the thing
		// were new: nothing that a person said is lost by that.
		if sound && p.sane() {
			l.content.Places[id] = p
		} else {
			l.dropped++
		}
		return nil
	})
}

func scanPlace(rows *sql.Rows) (id string, p Place, sound bool, err error) {
	var sealed string
	err = rows.Scan(&id, &p.X, &p.Y, &p.Pinned, &sealed)
	return id, p, seal(placeColumns(id, p)...) == sealed, err
}

// selectPair reads one of the tables of one name and one text.
func selectPair(table string) string {
	return `SELECT name, value, seal FROM ` + table + ` ORDER BY name`
}

func (l *loader) texts() error {
	l.content.Settings, l.content.Views, l.content.Notes = map[string]string{}, map[string]string{}, map[string]string{}
	for _, t := range []struct {
		table string
		into  map[string]string
	}{{"setting", l.content.Settings}, {"view", l.content.Views}, {"note", l.content.Notes}} {
		err := l.each(selectPair(t.table), func(rows *sql.Rows) error {
			name, value, sound, err := scanPair(rows)
			if err != nil {
				return err
			}
			if !sound {
				l.problem("The %s “%s” is not as it was saved.", t.table, name)
			}
			t.into[name] = value
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func scanPair(rows *sql.Rows) (name, value string, sound bool, err error) {
	var sealed string
	if err := rows.Scan(&name, &value, &sealed); err != nil {
		return "", "", false, err
	}
	sound = seal(name, value) == sealed
	sound = tidy(&name) && sound
	sound = tidy(&value) && sound
	return name, value, sound, nil
}
