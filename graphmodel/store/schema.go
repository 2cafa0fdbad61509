package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID stands in the header of every project: "BYLN".
const applicationID = 0x42594C4E

// version is the schema's; it stands in the header too.
const version = 2

// steps make the schema: the first an empty project of version 1, each other
// the next version of the one before. A new project goes through all of them,
// so that SQLite writes down the same words for it as for one brought up to
// date. A step that has been in a release is never changed.
var steps = [version]string{`
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  author TEXT NOT NULL,
  published TEXT NOT NULL,
  address TEXT NOT NULL,
  fetched TEXT NOT NULL,
  language TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  notes TEXT NOT NULL,
  seal TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE article_words USING fts5(
  title, text, content='article', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE decision (
  number INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  act TEXT NOT NULL,
  about TEXT NOT NULL,
  other TEXT NOT NULL,
  link_from TEXT NOT NULL,
  link_type TEXT NOT NULL,
  link_to TEXT NOT NULL,
  article TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  seal TEXT NOT NULL,
  reason TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE place (
  thing TEXT NOT NULL PRIMARY KEY,
  x REAL NOT NULL,
  y REAL NOT NULL,
  pinned INTEGER NOT NULL,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  seal TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE view (
  name TEXT NOT NULL PRIMARY KEY,
  seal TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE note (
  name TEXT NOT NULL PRIMARY KEY,
  seal TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO article_words(article_words, rank) VALUES ('secure-delete', 1);
`, `
CREATE TABLE reading (
  article TEXT NOT NULL PRIMARY KEY,
  reader TEXT NOT NULL,
  seal TEXT NOT NULL,
  value BLOB NOT NULL
) STRICT;
CREATE TABLE cache (
  name TEXT NOT NULL PRIMARY KEY,
  seal TEXT NOT NULL,
  value BLOB NOT NULL
) STRICT;
ALTER TABLE decision ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN other_article TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN other_quote TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN other_prefix TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN other_suffix TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN other_start INTEGER NOT NULL DEFAULT 0;
`}

// schemaOf makes an empty project of that version. The seal of a row is the
// SHA-256 of its other columns: SQLite's own checks do not notice one changed
// letter. The tables reading and cache hold what can be worked out again from
// the rest, so the seal of the whole leaves them out.
func schemaOf(version int) string { return strings.Join(steps[:version], "") }

// object is one row of sqlite_schema.
type object struct{ kind, name, table, sql string }

func objects(ctx context.Context, c *sql.Conn) ([]object, error) {
	rows, err := c.QueryContext(ctx, `SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name`)
	if err != nil {
		return nil, fault(err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what matters
	var all []object
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.kind, &o.name, &o.table, &o.sql); err != nil {
			return nil, fault(err)
		}
		all = append(all, o)
	}
	return all, fault(rows.Err())
}

// knownObjects is the schema of that version as SQLite writes it down, shadow
// tables and indexes included: an empty project in memory tells.
func knownObjects(ctx context.Context, version int) (known []object, err error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if _, err := c.ExecContext(ctx, schemaOf(version)); err != nil {
		return nil, err
	}
	return objects(ctx, c)
}

// checkSchema compares the file's schema with that of its version, word for
// word: a trigger or a view more can empty tables at the first write, whatever the
// connection forbids.
func checkSchema(ctx context.Context, c *sql.Conn, version int) error {
	known, err := knownObjects(ctx, version)
	if err != nil {
		return fmt.Errorf("making the known schema: %w", err)
	}
	have, err := objects(ctx, c)
	if err != nil {
		return err
	}
	if !slices.Equal(known, have) {
		return ErrDamaged
	}
	return nil
}

// checkPages has SQLite look at every page.
func checkPages(ctx context.Context, c *sql.Conn) error {
	var verdict string
	if err := c.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&verdict); err != nil {
		return fault(err)
	}
	if verdict == "ok" {
		return nil
	}
	if unreadPage(verdict) {
		return sentence{ErrDisk, errors.New(verdict)}
	}
	return sentence{ErrDamaged, errors.New(verdict)}
}

// unreadPage reports whether the verdict is of a page that the disk did not
// give: SQLite tells of it as of a damaged one.
func unreadPage(verdict string) bool {
	if strings.Contains(verdict, "disk I/O error") {
		return true
	}
	_, after, _ := strings.Cut(verdict, "unable to get the page. error code=")
	var code int
	_, err := fmt.Sscan(after, &code)
	return err == nil && code&0xff == sqlite3.SQLITE_IOERR
}
