package store

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"testing"
)

// readingsOf are the readings of that reader, as "article data".
func readingsOf(t *testing.T, p *Project, reader string) string {
	t.Helper()
	var all bytes.Buffer
	must(t, p.Readings(reader, func(article string, data []byte) { fmt.Fprintf(&all, "%.4s %s, ", article, data) }))
	return all.String()
}

func TestReadingsAreKept(t *testing.T) {
	c := story()
	path := newProject(t, c)
	one, two, three := c.Items[0].ID, c.Items[1].ID, c.Items[2].ID
	p, err := Open(path)
	must(t, err)
	must(t, p.Save(Change{
		SetReadings: []Reading{{one, "a", []byte("early")}, {two, "a", []byte("second")}, {three, "b", []byte("another's")}, {"gone", "a", []byte("of no article")}},
		SetCache:    map[string][]byte{"x": []byte("worked out")},
	}))
	must(t, p.Save(Change{SetReadings: []Reading{{one, "a", []byte("first")}}}))
	check := func(what, reader, want string) {
		t.Helper()
		if have := readingsOf(t, p, reader); have != want {
			t.Errorf("%s: %s has %q, want %q", what, reader, have, want)
		}
	}
	cached := func(want string) {
		t.Helper()
		have, err := p.Cached("x")
		must(t, err)
		if string(have) != want {
			t.Errorf("the cache has %q, want %q", have, want)
		}
	}
	first, second := fmt.Sprintf("%.4s first, ", one), fmt.Sprintf("%.4s second, ", two)
	check("saved", "a", second+first)
	cached("worked out")
	must(t, p.Close())

	p = mustOpen(t, path)
	equal(t, c, p.Content())
	check("opened", "a", second+first)
	check("opened", "b", fmt.Sprintf("%.4s another's, ", three))
	check("opened", "nobody", "")
	must(t, p.Save(Change{RemoveItems: []string{two}}))
	check("an article is gone", "a", first)
	cached("")
}

// TestDamagedReadings holds that what is not as it was saved is passed over,
// and harms nothing else.
func TestDamagedReadings(t *testing.T) {
	c := story()
	path := newProject(t, c)
	p, err := Open(path)
	must(t, err)
	must(t, p.Save(Change{
		SetReadings: []Reading{{c.Items[0].ID, "a", []byte("first")}, {c.Items[1].ID, "a", []byte("second")}},
		SetCache:    map[string][]byte{"x": []byte("worked out")},
	}))
	must(t, p.Close())
	data, err := os.ReadFile(path)
	must(t, err)
	for old, spoiled := range map[string]string{"first": "fjrst", "worked out": "worked oat"} {
		if bytes.Count(data, []byte(old)) != 1 {
			t.Fatalf("%q stands in the file %d times", old, bytes.Count(data, []byte(old)))
		}
		data = bytes.Replace(data, []byte(old), []byte(spoiled), 1)
	}
	must(t, os.WriteFile(path, data, 0o600))
	p = mustOpen(t, path)
	if p.ReadOnly() != "" || len(p.Notices()) > 0 {
		t.Errorf("it opens with %q %q", p.ReadOnly(), p.Notices())
	}
	equal(t, c, p.Content())
	if have, want := readingsOf(t, p, "a"), fmt.Sprintf("%.4s second, ", c.Items[1].ID); have != want {
		t.Errorf("there is %q, want %q", have, want)
	}
	if have, err := p.Cached("x"); have != nil || err != nil {
		t.Errorf("the cache has %q, %v", have, err)
	}
	must(t, p.Save(Change{SetReadings: []Reading{{c.Items[0].ID, "a", []byte("anew")}}}))
	var n int
	must(t, p.conn.QueryRowContext(context.Background(), `SELECT count(*) FROM reading`).Scan(&n))
	if n != 2 {
		t.Errorf("%d readings", n)
	}
}
