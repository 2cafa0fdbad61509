package session

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel/article"
	"byline/graphmodel/store"
)

func TestFind(t *testing.T) {
	d := newDesk(t)
	s := d.add(harbour, ferry)
	hits := d.Find("lind")
	if len(hits) == 0 || hits[0].Kind != HitName {
		t.Fatalf("looking for lind finds %+v", hits)
	}
	e, err := s.Graph.Entity(hits[0].Entity)
	if err != nil || !strings.HasSuffix(e.Name, "Ada Lind") || hits[0].Text[hits[0].Start:hits[0].End] != "Lind" {
		t.Errorf("the first hit is %+v", hits[0])
	}
	sentences := 0
	for _, h := range d.Find("fishing agree") {
		if h.Kind != HitSentence {
			continue
		}
		sentences++
		var text string
		for _, a := range s.Articles {
			if a.ID == h.Span.Article {
				text = a.Text
			}
		}
		if text[h.Span.Start:h.Span.End] != h.Text || h.Text[h.Start:h.End] != "fishing agree" {
			t.Errorf("the hit %+v is not in its article", h)
		}
	}
	if sentences != 2 {
		t.Errorf("%d sentences with a fishing agreement", sentences)
	}
	for _, none := range []string{"", "  ", "...", "zzz", "ind"} {
		for _, h := range d.Find(none) {
			t.Errorf("looking for %q finds %+v", none, h)
		}
	}
}

func TestFindsTheThingByAnotherName(t *testing.T) {
	d := newDesk(t)
	s := d.add(harbour)
	id := d.Find("Ada Lind")[0].Entity
	d.Rename(id, "The mayor of Port Elva")
	d.Wait()
	hits := d.Find("Ada Lind")
	if len(hits) == 0 || hits[0].Kind != HitOtherName || hits[0].Entity != id || hits[0].Text != "Ada Lind" {
		t.Errorf("the old name finds %+v", hits)
	}
	if e, _ := s.Graph.Entity(id); e.Name == "The mayor of Port Elva" {
		t.Error("the snapshot from before has the new name")
	}
}

func TestSentenceAt(t *testing.T) {
	const text = "A headline\nMr. Smith met J. R. Vale. “Was it 3.5 per cent?” Vale asked. It was.\n\nEnd"
	for word, want := range map[string]string{
		"headline": "A headline",
		"Vale.":    "Mr. Smith met J. R. Vale.",
		"cent":     "“Was it 3.5 per cent?”",
		"asked":    "Vale asked.",
		"It was":   "It was.",
		"End":      "End",
	} {
		s := SentenceAt(text, strings.Index(text, word))
		if got := text[s.Start:s.End]; got != want {
			t.Errorf("the sentence of %q is %q, want %q", word, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", " Málaga–Øst, 25% ", "e\u0301\u0301a", "\u0301", "İstanbul ǅ", "\xff\xfea", "ß\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := fold(text)
		if len(got.at) != len(got.text)+1 {
			t.Fatalf("%d places for %d bytes", len(got.at), len(got.text))
		}
		last := int32(0)
		for i, at := range got.at {
			if at < last || int(at) > len(text) {
				t.Fatalf("place %d is %d after %d of %d", i, at, last, len(text))
			}
			last = at
		}
		if utf8.ValidString(text) && strings.TrimSpace(got.text) != got.text {
			t.Errorf("spaces at the ends of %q", got.text)
		}
		if again := fold(got.text); again.text != got.text {
			t.Errorf("folding %q again gives %q", got.text, again.text)
		}
		for _, word := range strings.Fields(got.text) {
			from, to := got.span(got.index(word, 0), got.index(word, 0)+len(word))
			if from > to || to > len(text) {
				t.Errorf("the word %q stands at %d to %d", word, from, to)
			}
		}
		for at := range len(text) {
			if s := SentenceAt(text, at); s.Start > s.End || s.End > len(text) {
				t.Fatalf("the sentence at %d is %+v", at, s)
			}
			if at > 200 {
				break
			}
		}
	})
}

// TestFindsInManyArticles holds that of many articles, of which the file says
// which to read, the same sentences are found as by reading all.
func TestFindsInManyArticles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Harbour.byline")
	var items []store.Item
	for n := range readThrough + 40 {
		text := fmt.Sprintf("Report %d\n\nThe council of Port Elva voted on fee %d. Café %d stays open, says a letter to members.", n, n%50, n%7)
		if n%60 == 0 {
			text += " Łódź sent a letter of thanks to all its members."
		}
		items = append(items, store.Item{Number: n + 1, Article: article.Article{ID: article.ID(text), Title: fmt.Sprint("Report ", n), Text: text}})
	}
	d := newDesk(t, func(p *Params) { p.Builder = func() (Reader, error) { return plainReader{}, nil } })
	d.must(store.Write(path, store.Content{Items: items}))
	d.must(d.Open(path))
	d.Wait()
	for words, most := range map[string]int{
		"fee 31": 50, "cafe": 50, "CAFÉ 3": 50, "letter members": 50, "letter to members": 50, "report 33": 50, "Łódź": 6, "zzz": 0, "elva fee 49 z": 0, "letter thanks": 6,
	} {
		all := queryOf(words).sentences(d.Snapshot().Articles, d.foldOf, findMost)
		var have []Hit
		for _, h := range d.Find(words) {
			if h.Kind == HitSentence {
				have = append(have, h)
			}
		}
		if len(have) > most || len(have) == 0 != (most == 0) {
			t.Errorf("%s: %d sentences", words, len(have))
		}
		if d := cmp.Diff(all[:min(len(all), len(have))], have); d != "" || len(have) < min(len(all), findMost-thingMost) {
			t.Errorf("%s: other sentences (-want +have), %d of %d:\n%s", words, len(have), len(all), d)
		}
	}
}
