package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"byline/graphmodel/article"
)

// longestLine is the longest line of JSON that is read: a text of full size
// with every letter escaped.
const longestLine = 6*article.MaxBytes + 1<<20

// inputLine is one line of standard input.
type inputLine struct {
	number int
	data   []byte
	err    error
}

var errLongLine = errors.New("is longer than an article can be: cut it into parts")

// lines reads lines that are not blank. A line that is too long costs itself
// and no memory.
func lines(r io.Reader) iter.Seq[inputLine] {
	return func(yield func(inputLine) bool) {
		br := bufio.NewReaderSize(r, 256<<10)
		for n := 1; ; n++ {
			data, err := line(br)
			if errors.Is(err, errLongLine) || len(bytes.TrimSpace(data)) > 0 {
				out := inputLine{number: n, data: data}
				if errors.Is(err, errLongLine) {
					out.err, err = err, nil
				}
				if !yield(out) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(inputLine{number: n, err: fmt.Errorf("could not be read: %w", err)})
				return
			}
		}
	}
}

// line reads up to the next line end.
func line(br *bufio.Reader) ([]byte, error) {
	var all []byte
	for {
		part, err := br.ReadSlice('\n')
		if len(all)+len(part) > longestLine {
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = br.ReadSlice('\n')
			}
			return nil, errLongLine
		}
		all = append(all, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return all, err
		}
	}
}

// jsonArticle is an article as a line of JSON.
type jsonArticle struct {
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Outlet  string  `json:"outlet"`
	Author  string  `json:"author"`
	Date    string  `json:"date"`
	Address string  `json:"address"`
	URL     string  `json:"url"`
	Text    *string `json:"text"`
}

func (l inputLine) name() string { return fmt.Sprintf("line %d", l.number) }

// decode reads the line's JSON into v.
func (l inputLine) decode(v *jsonArticle) error {
	if l.err != nil {
		return fmt.Errorf("%s %w", l.name(), l.err)
	}
	var wrong *json.UnmarshalTypeError
	err := json.Unmarshal(l.data, v)
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return fmt.Errorf("%s: %q must be text in quotes", l.name(), wrong.Field)
	case err != nil:
		return fmt.Errorf(`%s is not one JSON object, as {"id":"…","text":"…"}`, l.name())
	case v.Text == nil:
		return fmt.Errorf(`%s has no "text"`, l.name())
	}
	return nil
}

// open makes an article of the line.
func (l inputLine) open() (article.Article, error) {
	var in jsonArticle
	if err := l.decode(&in); err != nil {
		return article.Article{}, err
	}
	meta := article.Article{Name: in.ID, Title: in.Title, Outlet: in.Outlet, Author: in.Author, Address: in.Address}
	if meta.Name == "" {
		meta.Name = l.name()
	}
	if meta.Address == "" {
		meta.Address = in.URL
	}
	if in.Date != "" {
		day, ok := article.ParseDay(in.Date)
		if !ok {
			meta.Notes = append(meta.Notes, fmt.Sprintf("The date %s was not understood.", article.Shown(in.Date)))
		}
		meta.Published = day
	}
	a, err := article.FromText(*in.Text, meta)
	if err != nil {
		return article.Article{}, fmt.Errorf("%s: %w", l.name(), err)
	}
	return a, nil
}

// readStream reads articles from standard input as they come and writes each
// one's graph; it never holds more than a few.
func (r *run) readStream(o readOptions) error {
	b, err := r.builder()
	if err != nil {
		return err
	}
	return r.toLines(o.outs, func(w io.Writer) error {
		flush := func() error { return nil }
		if len(o.outs) == 0 {
			buffered := bufio.NewWriterSize(w, 64<<10)
			w, flush = buffered, buffered.Flush
		}
		done := 0
		take := func(g graphLine) error {
			done++
			r.progress.count(done)
			if err := r.takeLine(w, g); err != nil {
				return err
			}
			return flush() // whoever reads the graphs gets each at once
		}
		work := func(l inputLine) graphLine {
			return lineOf(r.readSource(b, source{l.name(), l.open}, nil), "", o.text)
		}
		return inOrder(r.ctx, o.workers, lines(r.in), work, take)
	})
}
