// Package storetest makes projects that are damaged, hostile or half saved in
// every way that is known, for tests of what opens projects.
//
// It owns what each of them is and how it must be taken. It refuses to open
// them.
package storetest

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	_ "modernc.org/sqlite" // the driver
)

// Verdict is how a project is taken.
type Verdict int

// The verdicts.
const (
	Opens      Verdict = iota // with all its rows, to be changed
	Recovers                  // the same, after a save that was cut short was put right
	Protected                 // whole, but for reading only
	Flawed                    // for reading only, and it is said which rows are not as saved
	Mended                    // to be changed, without what was not as saved
	Refused                   // in one sentence
	Unreliable                // Flawed or Refused, as chance has it
)

// Fixture is one project.
type Fixture struct {
	Name string
	Path string
	Want Verdict
	// Later says that a project that recovers holds the later of the two saves.
	Later bool
	// Aside says that a file beside the project is renamed.
	Aside bool
}

// maker makes fixtures from two saves of one project.
type maker struct {
	t             *testing.T
	dir           string
	before, after []byte
	afterPath     string
	all           []Fixture
}

// Make makes every fixture in a folder of its own below the test's, from two
// saves of one project: their articles are the same, and it has places.
func Make(t *testing.T, before, after string) []Fixture {
	t.Helper()
	m := &maker{t: t, dir: t.TempDir(), afterPath: after}
	m.before, m.after = m.read(before), m.read(after)
	m.bytes()
	m.statements()
	m.cutShort()
	m.special()
	return m.all
}

func (m *maker) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

func (m *maker) read(path string) []byte {
	m.t.Helper()
	data, err := os.ReadFile(path)
	m.must(err)
	return data
}

// add writes a fixture, and files beside it by the ends of their names.
func (m *maker) add(name string, want Verdict, data []byte, beside map[string][]byte) *Fixture {
	m.t.Helper()
	folder := filepath.Join(m.dir, name)
	m.must(os.Mkdir(folder, 0o700))
	path := filepath.Join(folder, "Harbour.byline")
	m.must(os.WriteFile(path, data, 0o600))
	for suffix, data := range beside {
		m.must(os.WriteFile(path+suffix, data, 0o600))
	}
	m.all = append(m.all, Fixture{Name: name, Path: path, Want: want})
	return &m.all[len(m.all)-1]
}

const page = 4096 // bytes

// bytes makes those that differ from a sound project byte by byte.
func (m *maker) bytes() {
	good := m.before
	r := rand.New(rand.NewPCG(7, 8))
	with := func(at int, b ...byte) []byte {
		data := slices.Clone(good)
		copy(data[at:], b)
		return data
	}
	random := slices.Clone(good[:100])
	for len(random) < len(good) {
		random = append(random, byte(r.Uint32()))
	}
	flipped := slices.Clone(good)
	for range 400 {
		flipped[page+r.IntN(len(good)-page)] ^= byte(1 + r.IntN(255))
	}
	header := with(16, 0, 3)
	copy(header[21:], "\xff\xff\xff")
	m.add("control", Opens, good, nil)
	m.add("empty", Refused, nil, nil)
	m.add("truncated", Refused, good[:len(good)*4/10/page*page], nil)
	m.add("truncated inside a page", Refused, good[:len(good)*7/10/page*page+13], nil)
	m.add("random with header", Refused, random, nil)
	m.add("bit flips", Unreliable, flipped, nil)
	m.add("bad header", Refused, header, nil)
	m.add("text", Refused, []byte("The council met on Monday."), nil)
	m.add("another program's", Refused, with(68, 0x47, 0x50, 0x4B, 0x47), nil)
	m.add("future version", Refused, with(60, 0x7f, 0xff, 0xff, 0xff), nil)
	m.add("past version that it is not", Refused, with(60, 0, 0, 0, byte(binary.BigEndian.Uint32(good[60:])-1)), nil)
}

// statements makes those that another program has written into.
func (m *maker) statements() {
	m.add("triggers", Refused, m.altered(`CREATE TRIGGER evil AFTER INSERT ON decision BEGIN DELETE FROM article; DELETE FROM note; END`), nil)
	m.add("functions", Refused, m.altered(`CREATE TRIGGER f AFTER UPDATE ON place BEGIN SELECT load_extension('x'); SELECT randomblob(1000000000); END`,
		`CREATE VIEW g AS SELECT load_extension('x') AS a`), nil)
	m.add("endless view", Refused, m.altered(`ALTER TABLE article RENAME TO hidden`,
		`CREATE VIEW article AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x AS number FROM c`), nil)
	m.add("hostile text", Flawed, m.altered(`UPDATE article SET title = CAST(x'fffe004d1b5b324ae280aec0af' AS TEXT), text = CAST(replace(hex(zeroblob(524288)),'00','AB') AS TEXT)`), nil)
	m.add("bad numbers", Mended, m.altered(`UPDATE place SET x = 9e999, y = -9e999`), nil)
	m.add("one letter", Flawed, m.altered(`UPDATE article SET text = 'x' || substr(text, 2)`), nil)
}

// altered is the project after statements of another program.
func (m *maker) altered(statements ...string) []byte {
	m.t.Helper()
	path := filepath.Join(m.t.TempDir(), "x")
	m.must(os.WriteFile(path, m.before, 0o600))
	db := m.open(path)
	m.run(db, statements...)
	m.must(db.Close())
	return m.read(path)
}

func (m *maker) open(path string) *sql.DB {
	m.t.Helper()
	db, err := sql.Open("sqlite", path)
	m.must(err)
	db.SetMaxOpenConns(1)
	return db
}

func (m *maker) run(db *sql.DB, statements ...string) {
	m.t.Helper()
	for _, s := range statements {
		if _, err := db.ExecContext(context.Background(), s); err != nil {
			m.t.Fatalf("%s: %v", s, err)
		}
	}
}

// cutShort makes those that a save was cut short in.
func (m *maker) cutShort() {
	torn := m.stopped(`PRAGMA cache_size = 1`, `BEGIN IMMEDIATE`, `UPDATE article SET text = replace(hex(zeroblob(30000)), '00', 'ab')`, `UPDATE article SET title = title || title`)
	m.add("hot journal", Recovers, torn[""], map[string][]byte{"-journal": torn["-journal"]})
	m.add("torn without its journal", Unreliable, torn[""], nil)

	later := []string{`PRAGMA journal_mode = WAL`, `PRAGMA wal_autocheckpoint = 0`, `ATTACH '` + m.afterPath + `' AS later`, `BEGIN IMMEDIATE`}
	for _, table := range []string{"decision", "place", "setting", "view", "note"} {
		later = append(later, `DELETE FROM main.`+table, `INSERT INTO main.`+table+` SELECT * FROM later.`+table)
	}
	saved := m.stopped(append(later, `COMMIT`)...)
	wal := saved["-wal"]
	m.add("committed in a WAL", Recovers, saved[""], map[string][]byte{"-wal": wal}).Later = true
	tail := slices.Concat(wal, wal[32:32+24+page/2])
	m.add("torn tail of a WAL", Recovers, saved[""], map[string][]byte{"-wal": tail}).Later = true
	m.add("another file's WAL", Opens, m.before, map[string][]byte{"-wal": wal}).Aside = true
	garbled := slices.Clone(wal)
	for n := 16; n < len(garbled); n += 50 {
		garbled[n] ^= 0x55
	}
	m.add("a garbled WAL", Opens, m.before, map[string][]byte{"-wal": garbled}).Aside = true
}

// stopped are the files of a program that was killed after these statements, by
// the ends of their names.
func (m *maker) stopped(statements ...string) map[string][]byte {
	m.t.Helper()
	path := filepath.Join(m.t.TempDir(), "x")
	m.must(os.WriteFile(path, m.before, 0o600))
	db := m.open(path)
	m.run(db, statements...)
	files := map[string][]byte{}
	for _, suffix := range []string{"", "-journal", "-wal"} {
		data, err := os.ReadFile(path + suffix)
		if !errors.Is(err, fs.ErrNotExist) {
			m.must(err)
			files[suffix] = data
		}
	}
	_, err := db.ExecContext(context.Background(), `ROLLBACK`)
	_ = err // there may be nothing to roll back
	m.must(db.Close())
	if len(files) != 2 || len(files["-wal"]) == 0 && bytes.Equal(files[""], m.before) {
		m.t.Fatal("nothing of the save had reached the file")
	}
	return files
}

// special makes those that the system treats in its own way.
func (m *maker) special() {
	locked := m.add("for reading only", Protected, m.before, nil)
	m.must(os.Chmod(locked.Path, 0o400))
	folder := m.add("folder", Refused, nil, nil)
	m.must(os.Remove(folder.Path))
	m.must(os.Mkdir(folder.Path, 0o700))
}

// Bytes are what lies in the fixture's folder, as text that can be compared.
func (f Fixture) Bytes(t *testing.T) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(f.Path))
	if err != nil {
		t.Fatal(err)
	}
	var all string
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(filepath.Dir(f.Path), e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all += fmt.Sprintf("%s: %d bytes: %x\n", e.Name(), len(data), data)
	}
	return all
}
