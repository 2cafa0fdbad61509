package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"byline/graphmodel/article"
	"byline/graphmodel/language"
	"byline/graphmodel/language/engine"
)

func parseCommand(r *run) *cobra.Command {
	var jsonl bool
	var outs []string
	workers := 0
	c := &cobra.Command{
		Use:   "parse SOURCE… | --jsonl",
		Short: "Print what the language layer sees: tokens, tags, heads, entities",
		Long: "Prints what the language layer sees, one JSON object a line, offsets in code points.\n" +
			"Of a file each line that is not blank is one text. With --jsonl standard input has one JSON object a line,\n" +
			`{"text":"…"} with or without an "id", and each text is read as a whole.`,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case jsonl && len(args) > 0:
				return misuse("parse --jsonl reads standard input, and takes no files: leave out %q", article.Shown(args[0]))
			case !jsonl && len(args) == 0:
				return misuse("parse needs a file, a folder or -: byline parse SOURCE…")
			case workers < 1:
				return misuse("--workers must be at least 1")
			case len(outs) > 1:
				return misuse("parse writes one file")
			}
			e, err := r.load()
			if err != nil {
				return err
			}
			return r.toLines(outs, func(w io.Writer) error {
				buffered := bufio.NewWriterSize(w, 256<<10)
				if jsonl {
					return r.parseStream(buffered, e, workers)
				}
				return r.parseFiles(buffered, e, args, workers)
			})
		},
	}
	c.Flags().BoolVar(&jsonl, "jsonl", false, "read texts as JSON lines from standard input")
	c.Flags().StringArrayVarP(&outs, "out", "o", nil, "write into this `file`")
	c.Flags().IntVar(&workers, "workers", defaultWorkers(), "read so many texts at a time")
	return c
}

// parsed is what is printed of one article or line.
type parsed struct {
	name  string
	lines []byte
	notes []string
	err   error
}

func (r *run) takeParsed(w *bufio.Writer) func(parsed) error {
	return func(p parsed) error {
		if p.err != nil {
			r.complain(p.err)
			return nil
		}
		for _, note := range p.notes {
			r.say("%s: %s", article.Shown(p.name), note)
		}
		_, err := w.Write(p.lines)
		if err == nil {
			err = w.Flush() // whole lines only, whenever the run is stopped
		}
		if err != nil {
			return fmt.Errorf("the result cannot be written: %w", err)
		}
		return nil
	}
}

func (r *run) parseFiles(w *bufio.Writer, e *engine.Engine, args []string, workers int) error {
	sources := r.sources(args)
	if len(sources) == 0 {
		return errNothingRead
	}
	work := func(s source) (p parsed) {
		p.name = s.name
		defer recovered(&p)
		a, err := s.open()
		if err != nil {
			p.err = err
			return p
		}
		p.notes = a.Notes
		docs, err := e.ParseLines(r.ctx, a.Text, nil)
		if err != nil {
			p.err = err
			return p
		}
		var b bytes.Buffer
		for _, doc := range docs {
			if p.err = writeDoc(&b, a.Name, doc); p.err != nil {
				return p
			}
		}
		p.lines = b.Bytes()
		return p
	}
	return inOrder(r.ctx, workers, slices.Values(sources), work, r.takeParsed(w))
}

func (r *run) parseStream(w *bufio.Writer, e *engine.Engine, workers int) error {
	work := func(l inputLine) (p parsed) {
		p.name = l.name()
		defer recovered(&p)
		var in jsonArticle
		if p.err = l.decode(&in); p.err != nil {
			return p
		}
		var b bytes.Buffer
		p.err = writeDoc(&b, in.ID, e.Parse(*in.Text))
		p.lines = b.Bytes()
		return p
	}
	return inOrder(r.ctx, workers, lines(r.in), work, r.takeParsed(w))
}

// recovered turns a fault into the complaint about one text.
func recovered(p *parsed) {
	if fault := recover(); fault != nil {
		p.err = fmt.Errorf("%s could not be read by a fault of Byline's own: %v", article.Shown(p.name), fault)
	}
}

// parsedDoc is a Doc as it is printed.
type parsedDoc struct {
	ID     string        `json:"id,omitempty"`
	Text   string        `json:"text"`
	Tokens []parsedToken `json:"tokens"`
	Chunks [][2]int      `json:"noun_chunks"`
	Ents   []parsedEnt   `json:"ents"`
}

type parsedToken struct {
	Text      string `json:"text"`
	Start     int    `json:"start"`
	Space     bool   `json:"space"`
	Norm      string `json:"norm"`
	Shape     string `json:"shape"`
	Prefix    string `json:"prefix"`
	Suffix    string `json:"suffix"`
	Lemma     string `json:"lemma"`
	Pos       string `json:"pos"`
	Tag       string `json:"tag"`
	Morph     string `json:"morph"`
	Dep       string `json:"dep"`
	Head      int    `json:"head"`
	SentStart bool   `json:"sent_start"`
	EntIOB    string `json:"ent_iob"`
	EntType   string `json:"ent_type"`
}

// parsedEnt is [first token, token after the last, label].
type parsedEnt language.Ent

// MarshalJSON writes the entity as a list of three.
func (e parsedEnt) MarshalJSON() ([]byte, error) { return json.Marshal([]any{e.Start, e.End, e.Label}) }

// writeDoc prints a Doc on one line, with places in code points.
func writeDoc(w io.Writer, id string, d *language.Doc) error {
	out := parsedDoc{ID: id, Text: d.Text, Tokens: make([]parsedToken, len(d.Tokens)), Chunks: [][2]int{}, Ents: []parsedEnt{}}
	at, points := 0, 0
	for i, t := range d.Tokens {
		points += utf8.RuneCountInString(d.Text[at:t.Start])
		at = t.Start
		out.Tokens[i] = parsedToken{
			Text: t.Text, Start: points, Space: t.Space, Norm: t.Norm, Shape: t.Shape,
			Prefix: firstLetters(t.Text, 1), Suffix: lastLetters(t.Text, 3), Lemma: t.Lemma, Pos: t.Pos, Tag: t.Tag,
			Morph: t.Morph, Dep: t.Dep, Head: t.Head, SentStart: t.SentStart, EntIOB: string(rune(t.EntIOB)), EntType: t.EntType,
		}
	}
	for _, c := range d.NounChunks {
		out.Chunks = append(out.Chunks, [2]int{c.Start, c.End})
	}
	for _, e := range d.Ents {
		out.Ents = append(out.Ents, parsedEnt(e))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("the result could not be written: %w", err)
	}
	return nil
}

func firstLetters(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastLetters(s string, n int) string {
	return s[len(s)-len(firstLetters(reversed(s), n)):]
}

// reversed has the letters of s from the last to the first.
func reversed(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}
