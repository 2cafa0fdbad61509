package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"byline/graphmodel/article"
)

// Salvage copies every row of a damaged project that can still be read into a
// new project at to, and says in plain sentences what could not be read or is
// not as it was saved. The damaged file is not written.
func Salvage(path, to string) (lost []string, err error) {
	real, err := realPath(path)
	if err != nil {
		return nil, at(path, err)
	}
	if _, err := checkFile(real); err != nil {
		return nil, at(path, err)
	}
	l, lockErr := acquire(lockPath(real))
	if heldHere(lockErr) {
		return nil, at(path, ErrOpenHere)
	}
	defer func() { err = errors.Join(err, l.release()) }()
	// Only what another program made, or a newer Byline, is not ours to read.
	if _, err := readHeader(real); errors.Is(err, ErrForeign) || errors.Is(err, ErrNewer) {
		return nil, at(path, err)
	}
	c, lost, err := salvage(real)
	if err != nil {
		return nil, at(path, err)
	}
	if len(c.Items) == 0 && len(c.Decisions) == 0 {
		return nil, at(path, ErrNothingLeft)
	}
	return lost, Write(to, c)
}

// salvage works on a copy: recovery may have to write.
func salvage(path string) (c Content, lost []string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	dir, err := os.MkdirTemp("", "byline-repair-")
	if err != nil {
		return Content{}, nil, systemFault(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	copied := filepath.Join(dir, "copy.byline")
	h, headErr := readHeader(path)
	for _, suffix := range append([]string{""}, leftovers(path)...) {
		if suffix == walSuffix && headErr == nil && !h.wal {
			continue // it is another file's
		}
		if err := copyFile(path+suffix, copied+suffix); err != nil {
			return Content{}, nil, err
		}
	}
	if err := pad(copied); err != nil {
		return Content{}, nil, systemFault(err)
	}
	db, conn, err := connect(ctx, copied, "rw")
	if err != nil {
		return Content{}, nil, sentence{ErrNothingLeft, err}
	}
	defer func() { err = errors.Join(err, conn.Close(), db.Close()) }()
	s := salvager{loader{ctx: ctx, conn: conn, version: version}, nil}
	if err := s.known(); err != nil {
		return Content{}, nil, err
	}
	s.items()
	s.decisions()
	s.rest()
	return s.content, s.problems, nil
}

// pad makes a file that was cut short as long as its header says, with zeros:
// SQLite reads nothing at all of one that is shorter.
func pad(path string) error {
	head := make([]byte, headerSize)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if _, err := io.ReadFull(f, head); err != nil {
		return f.Close() // no header, no length
	}
	info, err := f.Stat()
	if err != nil {
		return errors.Join(err, f.Close())
	}
	want := pageSize(head) * int64(binary.BigEndian.Uint32(head[28:]))
	if want > info.Size() && want <= info.Size()+padMost {
		err = f.Truncate(want)
	}
	return errors.Join(err, f.Close())
}

// padMost is how much may be missing of a file: a header that says more is
// damaged itself.
const padMost = 1 << 30

// salvager reads row by row and goes on after an error.
type salvager struct {
	loader
	tables map[string]bool // those that are as they should be
}

// known finds the tables whose definition is the known one. Anything else, a
// view in a table's place above all, is not read.
func (s *salvager) known() error {
	var want []object // of any version: the header may be damaged too
	for v := 1; v <= version; v++ {
		known, err := knownObjects(s.ctx, v)
		if err != nil {
			return err
		}
		want = append(want, known...)
	}
	have, err := objects(s.ctx, s.conn)
	if err != nil {
		return sentence{ErrNothingLeft, err}
	}
	s.tables = map[string]bool{}
	for _, o := range have {
		if o.kind == "table" && slices.Contains(want, o) {
			s.tables[o.name] = true
		}
	}
	for _, name := range []string{"article", "decision", "place", "setting", "view", "note"} {
		if !s.tables[name] {
			s.problem("The list of %ss could not be read.", name)
		}
	}
	return nil
}

// numbers are those that a table of numbered rows can hold: the tree is walked
// from both ends until it breaks, and everything up to the highest is tried.
func (s *salvager) numbers(table string) []int {
	highest := 0
	for _, order := range []string{"ASC", "DESC"} {
		// The error is expected: it says where the tree breaks.
		_ = s.each(`SELECT number FROM `+table+` ORDER BY number `+order, func(rows *sql.Rows) error {
			var n int
			if err := rows.Scan(&n); err != nil {
				return err
			}
			highest = max(highest, n)
			return nil
		})
	}
	const most = 1_000_000 // a number beyond is damage itself
	all := make([]int, min(highest, most))
	for i := range all {
		all[i] = i + 1
	}
	return all
}

func (s *salvager) items() {
	if !s.tables["article"] {
		return
	}
	seen := map[string]bool{}
	for _, n := range s.numbers("article") {
		err := s.each(selectItem+` WHERE number = ?`, func(rows *sql.Rows) error {
			i, sound, err := scanItem(rows)
			if err != nil {
				return err
			}
			if !sound {
				s.problem("The article “%s” is not as it was saved.", i.shownName())
				i.Notes = append(i.Notes, "This text was saved from a damaged project. Parts of it may be wrong.")
				i.ID = article.ID(i.Text)
			}
			if !seen[i.ID] {
				seen[i.ID] = true
				s.content.Items = append(s.content.Items, i)
			}
			return nil
		}, n)
		if err != nil {
			s.problem("Article number %d could not be read.", n)
		}
	}
}

// rest reads places, settings, views and notes from both ends.
func (s *salvager) rest() {
	s.content.Places = map[string]Place{}
	s.both("place", selectPlace, func(rows *sql.Rows) error {
		id, p, sound, err := scanPlace(rows)
		if err == nil && sound && p.sane() {
			s.content.Places[id] = p
		}
		return err
	})
	s.content.Settings = s.pairs("setting")
	delete(s.content.Settings, wholeName)
	s.content.Views = s.pairs("view")
	s.content.Notes = s.pairs("note")
}

func (s *salvager) pairs(table string) map[string]string {
	into := map[string]string{}
	s.both(table, selectPair(table), func(rows *sql.Rows) error {
		name, value, sound, err := scanPair(rows)
		if err == nil && sound {
			into[name] = value
		}
		return err
	})
	return into
}

func (s *salvager) both(table, query string, scan func(*sql.Rows) error) {
	if !s.tables[table] {
		return
	}
	if s.each(query+` ASC`, scan) == nil {
		return
	}
	// The error is known already; this walk brings what lies behind it.
	_ = s.each(query+` DESC`, scan)
	s.problem("Some %ss could not be read.", table)
}
