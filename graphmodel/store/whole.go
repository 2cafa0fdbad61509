package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// A project copied in the middle of a save, without its journal, is a database
// whose every page and row may be sound, of which some are from before the
// save and some from after. So each save ends by sealing the seals of all
// rows: only whole saves have one that holds.
//
// This seal is a sum, so that a save need not read what it leaves alone: it
// adds the rows that come and takes away those that go. An opening adds up all
// of them.

// wholeName is the setting that the seal of everything lies under. It is not
// among a Content's settings.
const wholeName = ".whole"

// sealed are the tables that the seal of everything covers, each with the
// column that sorts it and the places of its name and its seal in a row.
var sealed = [...]sealedTable{
	{"article", "number", 0, 12},
	{"decision", "number", 0, 12},
	{"place", "thing", 0, 4},
	{"setting", "name", 0, 1},
	{"view", "name", 0, 1},
	{"note", "name", 0, 1},
}

type sealedTable struct {
	table, order string
	name, seal   int
}

// sum is the sum of the SHA-256 of rows' tables and seals, modulo 2^256, its
// lowest digits first. The order of the rows does not count.
type sum [4]uint64

func (s *sum) add(table, seal string) { *s = s.plus(rowSum(table, seal)) }

func (s *sum) take(table, seal string) {
	row := rowSum(table, seal)
	var borrow uint64
	for i := range s {
		s[i], borrow = bits.Sub64(s[i], row[i], borrow)
	}
}

func (s sum) plus(o sum) sum {
	var carry uint64
	for i := range s {
		s[i], carry = bits.Add64(s[i], o[i], carry)
	}
	return s
}

func rowSum(table, seal string) (s sum) {
	h := sha256.Sum256([]byte(table + "\x00" + seal))
	for i := range s {
		s[i] = binary.LittleEndian.Uint64(h[8*i:])
	}
	return s
}

func (s sum) String() string {
	return fmt.Sprintf("%016x%016x%016x%016x", s[0], s[1], s[2], s[3])
}

// sumOf reads what String made; an empty text is the sum of no rows.
func sumOf(text string) (s sum, err error) {
	if text == "" {
		return sum{}, nil
	}
	b, err := hex.DecodeString(text)
	if err != nil {
		return sum{}, err
	}
	if len(b) != 32 {
		return sum{}, fmt.Errorf("a seal of %d bytes", len(b))
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint64(b[8*i:])
	}
	return s, nil
}

// eachSeal gives the table and the seal of every row, in order.
func eachSeal(ctx context.Context, conn *sql.Conn, use func(table, seal string)) error {
	l := loader{ctx: ctx, conn: conn}
	for _, t := range sealed {
		where := ""
		if t.table == "setting" {
			where = ` WHERE name <> '` + wholeName + `'`
		}
		err := l.each(`SELECT seal FROM `+t.table+where+` ORDER BY `+t.order, func(rows *sql.Rows) error {
			var s string
			err := rows.Scan(&s)
			use(t.table, s)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// wholeSum is the sum of all rows.
func wholeSum(ctx context.Context, conn *sql.Conn) (s sum, err error) {
	err = eachSeal(ctx, conn, s.add)
	return s, err
}

// wholeSeal is the seal of all rows but its own.
func wholeSeal(ctx context.Context, conn *sql.Conn) (string, error) {
	s, err := wholeSum(ctx, conn)
	return s.String(), err
}

// firstWholeSeal is the seal that version 1 of the schema has in its place.
func firstWholeSeal(ctx context.Context, conn *sql.Conn) (string, error) {
	lines := map[string]string{}
	count := map[string]int{}
	err := eachSeal(ctx, conn, func(table, seal string) {
		lines[table] += fmt.Sprintf("%q ", seal)
		count[table]++
	})
	h := sha256.New()
	for _, t := range sealed {
		_, _ = fmt.Fprintf(h, "%s%d\n", lines[t.table], count[t.table]) // a hash takes everything
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), err
}

// watch has the changes of all rows from now on added to s. What keeps it from
// reading one goes to fail.
func (s *sum) watch(conn *sql.Conn, fail func(error)) error {
	return conn.Raw(func(driverConn any) error {
		hooks, ok := driverConn.(sqlite.HookRegisterer)
		if !ok {
			return fmt.Errorf("a %T tells no changes", driverConn)
		}
		hooks.RegisterPreUpdateHook(func(d sqlite.SQLitePreUpdateData) {
			if err := s.change(d); err != nil {
				fail(err)
			}
		})
		return nil
	})
}

// change adds the change of one row.
func (s *sum) change(d sqlite.SQLitePreUpdateData) error {
	i := slices.IndexFunc(sealed[:], func(t sealedTable) bool { return t.table == d.TableName })
	if i < 0 {
		return nil
	}
	t := sealed[i]
	if d.Op != sqlite3.SQLITE_INSERT {
		if err := t.use(d.Old, s.take); err != nil {
			return err
		}
	}
	if d.Op != sqlite3.SQLITE_DELETE {
		return t.use(d.New, s.add)
	}
	return nil
}

// use reads one side of a row's change and hands its seal on.
func (t sealedTable) use(side func(...any) error, count func(table, seal string)) error {
	columns := make([]any, t.seal+1)
	if err := side(columns...); err != nil {
		return err
	}
	if columns[t.name] != wholeName {
		count(t.table, fmt.Sprint(columns[t.seal]))
	}
	return nil
}

// sealWhole ends a save: changes are what it did to the rows.
func (w writer) sealWhole(changes sum) error {
	last, err := wholeValue(context.Background(), w.conn)
	if err != nil {
		return err
	}
	whole, err := sumOf(last)
	if err != nil {
		return err
	}
	return w.setWhole(whole.plus(changes))
}

// wholeValue is the seal of everything as it was saved; empty if there is none.
func wholeValue(ctx context.Context, conn *sql.Conn) (value string, err error) {
	err = conn.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, wholeName).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

func (w writer) setWhole(whole sum) error {
	text := whole.String()
	return w.exec(`INSERT OR REPLACE INTO setting (name, value, seal) VALUES (?, ?, ?)`, wholeName, text, seal(wholeName, text))
}

// whole notes if what was read is no whole save.
func (l *loader) whole() error {
	want, sealed := l.content.Settings[wholeName]
	if !sealed && l.version == 1 {
		l.unsealed = true // the first Byline knew no such seal
		return nil
	}
	delete(l.content.Settings, wholeName)
	work := wholeSeal
	if l.version == 1 {
		work = firstWholeSeal
	}
	have, err := work(l.ctx, l.conn)
	if err != nil {
		return err
	}
	if want == have || len(l.problems) > 0 {
		return nil // a row that is not as it was saved is told by its name
	}
	l.problem("This is no whole save: the project seems to have been copied while it was being saved, and parts of its last change may be missing.")
	return nil
}
