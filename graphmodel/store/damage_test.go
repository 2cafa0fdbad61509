package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// opened is how the opening of a file that is not sound went.
type opened struct {
	err     error
	why     string
	content Content
}

// tryBytes puts data into a file, opens it, and checks that the opening wrote
// nothing.
func tryBytes(t *testing.T, data []byte) opened {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Damaged.byline")
	must(t, os.WriteFile(path, data, 0o600))
	p, err := Open(path)
	var o opened
	if o.err = err; err == nil {
		o.why, o.content = p.ReadOnly(), p.Content()
		must(t, p.Close())
	} else if text := err.Error(); !strings.HasPrefix(text, "Damaged.byline: ") || strings.Contains(text, "SQL") {
		t.Errorf("the error is no plain sentence: %s", text)
	}
	now, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Equal(now, data) {
		t.Error("the opening wrote to the file")
	}
	atRest(t, path)
	return o
}

func soundBytes(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(newProject(t, story()))
	must(t, err)
	return data
}

func TestTruncatedAtEveryPage(t *testing.T) {
	data := soundBytes(t)
	const page = 4096
	if len(data) < 10*page {
		t.Fatalf("the project has only %d bytes", len(data))
	}
	for at := 0; at < len(data); at += page {
		for _, cut := range []int{at, at + 13, at + page - 1} {
			want := ErrDamaged
			switch {
			case cut == 0:
				want = ErrEmpty
			case cut < 16:
				want = ErrForeign // not even the magic words are whole
			}
			if o := tryBytes(t, data[:cut]); !errors.Is(o.err, want) {
				t.Errorf("cut at byte %d: %v, want %v", cut, o.err, want)
			}
		}
	}
}

// TestBitFlips flips one bit at a time. Whatever opens must be as it was
// saved, or say that it is not and take no changes. A place that does not
// match its seal is dropped: the thing is laid out anew.
func TestBitFlips(t *testing.T) {
	data := soundBytes(t)
	r := rand.New(rand.NewPCG(1, 2))
	var refused, readOnly, unharmed int
	for range 400 {
		at, bit := r.IntN(len(data)), byte(1)<<r.IntN(8)
		flipped := slices.Clone(data)
		flipped[at] ^= bit
		o := tryBytes(t, flipped)
		switch {
		case o.err != nil:
			refused++
		case o.why != "":
			readOnly++
		default:
			unharmed++
			want := story()
			for id := range want.Places {
				if _, ok := o.content.Places[id]; !ok {
					delete(want.Places, id)
				}
			}
			if d := diff(want, o.content); d != "" {
				t.Errorf("bit %08b of byte %d changes the content unseen:\n%s", bit, at, d)
			}
		}
	}
	t.Logf("400 flips: %d refused, %d read-only with a reason, %d in bytes that hold nothing", refused, readOnly, unharmed)
	if refused == 0 || readOnly == 0 {
		t.Error("the flips did not reach pages and rows")
	}
}

func TestManyChangedBytes(t *testing.T) {
	data := soundBytes(t)
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		bad := slices.Clone(data)
		for range 400 {
			bad[4096+r.IntN(len(bad)-4096)] ^= byte(1 + r.IntN(255))
		}
		if o := tryBytes(t, bad); o.err == nil && o.why == "" {
			t.Error("400 changed bytes go unseen")
		}
	}
	random := slices.Clone(data[:100])
	for len(random) < len(data) {
		random = append(random, byte(r.Uint32()))
	}
	if o := tryBytes(t, random); !errors.Is(o.err, ErrDamaged) {
		t.Errorf("a good header and random pages: %v", o.err)
	}
}

func TestOneLetter(t *testing.T) {
	data := soundBytes(t)
	at := bytes.Index(data, []byte("voted on harbour fee 3"))
	data[at] ^= 1
	o := tryBytes(t, data)
	if o.err != nil || o.why == "" {
		t.Fatalf("one changed letter: error %v, read-only %q", o.err, o.why)
	}
	path := filepath.Join(t.TempDir(), "Letter.byline")
	must(t, os.WriteFile(path, data, 0o600))
	p := mustOpen(t, path)
	if n := p.Problems(); len(n) != 1 || !strings.Contains(n[0], "Harbour fee 3") {
		t.Errorf("the problems do not name the article: %q", n)
	}
	if err := p.Save(Change{SetSettings: map[string]string{"a": "b"}}); !errors.Is(err, ErrReadOnly) {
		t.Errorf("saving into it: %v", err)
	}
}

func TestHeaders(t *testing.T) {
	for name, c := range map[string]struct {
		at   int
		with []byte
		want error
	}{
		"another program":   {68, binary.BigEndian.AppendUint32(nil, 0x47504B47), ErrForeign},
		"no program":        {68, []byte{0, 0, 0, 0}, ErrForeign},
		"future version":    {60, []byte{0x7f, 0xff, 0xff, 0xff}, ErrNewer},
		"next version":      {60, []byte{0, 0, 0, version + 1}, ErrNewer},
		"version 0":         {60, []byte{0, 0, 0, 0}, ErrDamaged},
		"earlier version":   {60, []byte{0, 0, 0, 1}, ErrDamaged}, // its schema is not that of version 1
		"page size 3":       {16, []byte{0, 3}, ErrDamaged},
		"payload fractions": {21, []byte{255, 255, 255}, ErrDamaged},
		"format 9":          {18, []byte{9, 9}, ErrDamaged},
		"magic":             {0, []byte("SQLite format 4"), ErrForeign},
		"page count":        {28, []byte{0, 0, 0, 2}, ErrDamaged},
	} {
		data := soundBytes(t)
		copy(data[c.at:], c.with)
		if o := tryBytes(t, data); !errors.Is(o.err, c.want) {
			t.Errorf("%s: %v, want %v", name, o.err, c.want)
		}
	}
}

func TestFilesThatAreNone(t *testing.T) {
	for name, data := range map[string][]byte{
		"text":        []byte(strings.Repeat("The harbour council met on Monday. ", 100)),
		"short text":  []byte("Hello."),
		"zeros":       make([]byte, 5000),
		"half header": []byte("SQLite format 3\x00 and then"),
	} {
		if o := tryBytes(t, data); !errors.Is(o.err, ErrForeign) && !errors.Is(o.err, ErrDamaged) {
			t.Errorf("%s: %v", name, o.err)
		}
	}
	if o := tryBytes(t, nil); !errors.Is(o.err, ErrEmpty) {
		t.Errorf("an empty file: %v", o.err)
	}
	dir := t.TempDir()
	if _, err := Open(dir); !errors.Is(err, ErrNotFile) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Open(filepath.Join(dir, "gone.byline")); !errors.Is(err, ErrMissing) {
		t.Errorf("no file: %v", err)
	}
}

// altered runs statements on a sound project as another program would.
func altered(t *testing.T, statements ...string) []byte {
	t.Helper()
	path := newProject(t, story())
	db, err := sql.Open("sqlite", path)
	must(t, err)
	for _, s := range statements {
		if _, err := db.ExecContext(context.Background(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	must(t, db.Close())
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}

func TestSchemasThatAreNotOurs(t *testing.T) {
	for name, statements := range map[string][]string{
		"trigger":      {`CREATE TRIGGER evil AFTER INSERT ON decision BEGIN DELETE FROM article; DELETE FROM note; END`},
		"function":     {`CREATE TRIGGER f AFTER UPDATE ON place BEGIN SELECT randomblob(1000000000); END`},
		"view":         {`CREATE VIEW extra AS SELECT * FROM article`},
		"table":        {`CREATE TABLE extra (a)`},
		"index":        {`CREATE INDEX extra ON article(title)`},
		"column":       {`ALTER TABLE note ADD COLUMN more TEXT`},
		"less":         {`DROP TABLE note`},
		"endless view": {`ALTER TABLE article RENAME TO hidden`, `CREATE VIEW article AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x AS number FROM c`},
	} {
		if o := tryBytes(t, altered(t, statements...)); !errors.Is(o.err, ErrDamaged) {
			t.Errorf("%s: %v", name, o.err)
		}
	}
}

func TestHostileRows(t *testing.T) {
	for name, statement := range map[string]string{
		"bad text":      `UPDATE article SET title = CAST(x'fffe004d1b5b324ae280aec0af' AS TEXT) WHERE number = 1`,
		"long title":    `UPDATE article SET title = CAST(replace(hex(zeroblob(524288)),'00','AB') AS TEXT) WHERE number = 1`,
		"bad time":      `UPDATE article SET published = 'yesterday' WHERE number = 1`,
		"decision":      `UPDATE decision SET value = 'Eve' WHERE number = 1`,
		"swapped texts": `UPDATE article SET outlet = author, author = outlet WHERE number = 2`,
		"setting":       `UPDATE setting SET value = 'light'`,
	} {
		if o := tryBytes(t, altered(t, statement)); o.err == nil && o.why == "" {
			t.Errorf("%s goes unseen", name)
		}
	}
	// A place that is none is dropped and given anew; the rest stays writable.
	o := tryBytes(t, altered(t, `UPDATE place SET x = 9e999, y = -9e999 WHERE thing = 'thing/01'`, `UPDATE place SET x = 1e308 WHERE thing = 'thing/02'`))
	if o.err != nil || o.why != "" || len(o.content.Places) != len(story().Places)-2 {
		t.Errorf("places that are none: error %v, read-only %q, %d places", o.err, o.why, len(o.content.Places))
	}
}

func FuzzHeader(f *testing.F) {
	good := make([]byte, headerSize)
	copy(good, magic)
	binary.BigEndian.PutUint32(good[68:], applicationID)
	binary.BigEndian.PutUint32(good[60:], version)
	good[16], good[21], good[22], good[23] = 16, 64, 32, 32
	f.Add(good, int64(4096))
	f.Add(make([]byte, headerSize), int64(0))
	f.Fuzz(func(t *testing.T, b []byte, size int64) {
		if len(b) < headerSize {
			return
		}
		if _, err := parseHeader(b, size); err == nil && string(b[68:72]) != fmt.Sprintf("%c%c%c%c", 'B', 'Y', 'L', 'N') {
			t.Error("a header without our mark passes")
		}
	})
}
