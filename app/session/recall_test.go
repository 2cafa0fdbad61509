package session

import (
	"bytes"
	"context"
	"path/filepath"
	"sync/atomic"
	"testing"

	"byline/graphmodel/article"
	"byline/graphmodel/codec/json"
	"byline/graphmodel/extract"
	"byline/graphmodel/store"
)

// counting counts what it reads.
type counting struct {
	Reader
	version string
	n       atomic.Int32
}

func (c *counting) Read(ctx context.Context, a article.Article, tell func(float64)) (*extract.Reading, error) {
	c.n.Add(1)
	return c.Reader.Read(ctx, a, tell)
}

func (c *counting) Version() string { return c.version }

// again opens the project with a reader of that version, and returns its graph
// as a file and how many articles were read.
func again(t *testing.T, path, version string) (graph string, read int) {
	t.Helper()
	c := &counting{version: version}
	d := newDesk(t, func(p *Params) {
		p.Builder = func() (Reader, error) {
			var err error
			c.Reader, err = realReader()
			return c, err
		}
	})
	d.must(d.Open(path))
	d.Wait()
	s := d.Snapshot()
	var out bytes.Buffer
	d.must(json.Write(&out, "x", s.Graph, s.Articles))
	if len(d.problems()) > 0 {
		t.Errorf("told: %q", d.problems())
	}
	d.must(d.Close())
	return out.String(), int(c.n.Load())
}

// TestKeptReadings holds that a project is read once, and that its graph is
// byte for byte the one that reading gives.
func TestKeptReadings(t *testing.T) {
	d := edited(t)
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	d.must(d.SaveAs(path))
	d.must(d.Close())
	fresh, read := again(t, path, "new")
	if read != len(d.Snapshot().Articles) {
		t.Errorf("%d articles read with new rules", read)
	}
	kept, read := again(t, path, "new")
	if read != 0 || kept != fresh {
		t.Errorf("%d articles read; from what was kept comes\n%s\nwant\n%s", read, kept, fresh)
	}
	for what, spoil := range map[string]func(data []byte) []byte{
		"not a reading": func([]byte) []byte { return []byte("\xff\xff") },
		"cut short":     func(data []byte) []byte { return data[:len(data)/2] },
		"nothing":       func(data []byte) []byte { return data[:0] },
	} {
		p, err := store.Open(path)
		d.must(err)
		var change store.Change
		d.must(p.Readings("new", func(id string, data []byte) {
			if id == p.Content().Items[0].ID {
				change.SetReadings = append(change.SetReadings, store.Reading{Article: id, Reader: "new", Data: spoil(data)})
			}
		}))
		d.must(p.Save(change))
		d.must(p.Close())
		if have, read := again(t, path, "new"); read != 1 || have != fresh {
			t.Errorf("%s: %d articles read, the same graph: %v", what, read, have == fresh)
		}
	}
}
