package engine

import (
	"context"

	"byline/graphmodel/language"
	"byline/graphmodel/language/arceager"
	"byline/graphmodel/language/biluo"
	"byline/graphmodel/language/kernel"
	"byline/graphmodel/language/tagger"
	"byline/graphmodel/language/tok2vec"
)

// bench is the memory that texts are worked on in. One goroutine at a time
// uses a bench.
type bench struct {
	pieces   []piece
	features []tok2vec.Features
	lengths  []int
	spaces   []bool
	starts   []bool // of the tokens of a group, one after the other
	shared   tok2vec.Scratch
	own      tok2vec.Scratch
	tagger   tagger.Scratch
	tree     arceager.Tree
	names    biluo.Scratch
}

// piece is a stretch of tokens that is parsed by itself: a whole Doc, but for
// endless ones.
type piece struct {
	doc      *language.Doc
	from, to int
}

// largeBench is the number of tokens from which on a bench is not kept: one
// huge text must not hold on to its memory for ever.
const largeBench = 4096

// read fills in everything about the tokens of some docs, which hold their
// text only. It tells how far it is, in bytes of a doc and its offset, and
// gives up with the context's error soon after that is done.
func (e *Engine) read(ctx context.Context, docs []*language.Doc, tell func(end int)) error {
	b, _ := e.benches.Get().(*bench)
	b.reset()
	for _, doc := range docs {
		e.cut(ctx, b, doc)
	}
	for from, at := 0, 0; from < len(b.pieces); {
		if err := ctx.Err(); err != nil {
			return err
		}
		g := b.group(from, at)
		e.tagAndParse(b, g)
		e.findNames(b, g)
		from, at = from+len(g.pieces), at+len(g.features)
		last := g.pieces[len(g.pieces)-1]
		tell(last.doc.Offset + last.doc.Tokens[last.to-1].End)
	}
	chunks := func(doc *language.Doc) { doc.NounChunks = doc.FindNounChunks() }
	for _, pass := range []func(*language.Doc){e.ruler.Apply, e.lemmas.Apply, chunks} {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, doc := range docs {
			pass(doc)
		}
	}
	if len(b.features) < largeBench {
		clear(b.pieces)
		e.benches.Put(b)
	}
	return nil
}

func (b *bench) reset() {
	b.pieces, b.features, b.lengths, b.spaces = b.pieces[:0], b.features[:0], b.lengths[:0], b.spaces[:0]
}

// group is a run of pieces that go through the networks together.
type group struct {
	pieces   []piece
	features []tok2vec.Features
	lengths  []int
	spaces   []bool
}

// group returns the pieces from one on that together are no longer than a
// piece may be, and at least that one; its first token is the one at.
func (b *bench) group(from, at int) group {
	to, end := from, at
	for to < len(b.pieces) && (to == from || end-at+b.lengths[to] <= pieceLimit) {
		end += b.lengths[to]
		to++
	}
	return group{b.pieces[from:to], b.features[at:end], b.lengths[from:to], b.spaces[at:end]}
}

// cut cuts a doc into tokens and enters it into the bench; without any once ctx
// is done.
func (e *Engine) cut(ctx context.Context, b *bench, doc *language.Doc) {
	tokens := e.words.TokenizeUntil(ctx, doc.Text)
	doc.Tokens = make([]language.Token, len(tokens))
	for i := range tokens {
		t, l := &tokens[i], tokens[i].Lexeme
		doc.Tokens[i] = language.Token{
			Text: t.Text, Start: t.Start, End: t.End, Space: t.Space,
			Norm: l.Norm, Shape: l.Shape, EntIOB: 'O',
		}
		b.features = append(b.features, tok2vec.Features{
			tok2vec.Norm: l.NormID, tok2vec.Prefix: l.PrefixID, tok2vec.Suffix: l.SuffixID, tok2vec.Shape: l.ShapeID,
			tok2vec.Spacy: bit(t.Space), tok2vec.IsSpace: bit(l.IsSpace),
		})
		b.spaces = append(b.spaces, l.IsSpace)
	}
	for from := 0; from < len(tokens); {
		to := pieceEnd(doc.Tokens, from)
		b.pieces = append(b.pieces, piece{doc, from, to})
		b.lengths = append(b.lengths, to-from)
		from = to
	}
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// tagAndParse sets tags, labels, heads and starts of sentences.
func (e *Engine) tagAndParse(b *bench, g group) {
	b.starts = b.starts[:0]
	vectors := e.shared.Encode(e.kernel, &b.shared, g.features, g.lengths)
	tags := e.tagger.Tags(e.kernel, &b.tagger, vectors)
	at := 0
	for _, p := range g.pieces {
		n := p.to - p.from
		e.parser.Parse(e.kernel, &b.tree, vectors[at*kernel.Width:(at+n)*kernel.Width], g.spaces[at:at+n])
		for i := range n {
			t := &p.doc.Tokens[p.from+i]
			t.Tag = tags[at+i]
			t.Dep, t.Head = b.tree.Label(i), p.from+b.tree.Heads[i]
			t.Left, t.Right = p.from+b.tree.Left[i], p.from+b.tree.Right[i]
			t.SentStart = b.tree.Starts[i]
		}
		b.starts = append(b.starts, b.tree.Starts...)
		at += n
	}
}

// findNames sets the entities. It comes after the parser: no name goes over
// the end of a sentence.
func (e *Engine) findNames(b *bench, g group) {
	vectors := e.own.Encode(e.kernel, &b.own, g.features, g.lengths)
	at := 0
	for _, p := range g.pieces {
		n := p.to - p.from
		found := e.names.Find(e.kernel, &b.names, vectors[at*kernel.Width:(at+n)*kernel.Width],
			b.starts[at:at+n], g.spaces[at:at+n])
		for _, f := range found {
			addName(p.doc, language.Ent{Start: p.from + f.Start, End: p.from + f.End, Label: f.Label})
		}
		at += n
	}
}

func addName(doc *language.Doc, ent language.Ent) {
	doc.Ents = append(doc.Ents, ent)
	for i := ent.Start; i < ent.End; i++ {
		doc.Tokens[i].EntIOB, doc.Tokens[i].EntType = 'I', ent.Label
	}
	doc.Tokens[ent.Start].EntIOB = 'B'
}

// A text of more tokens than pieceLimit is parsed in pieces, so that memory
// stays within bounds. No article is that long; a file without line ends may
// be.
const (
	pieceLimit = 10_000
	pieceLeast = 9_000
)

// pieceEnd returns where the piece that begins at a token ends: behind the
// last line end or full stop before the limit, if there is one not too far
// before it.
func pieceEnd(tokens []language.Token, from int) int {
	if len(tokens)-from <= pieceLimit {
		return len(tokens)
	}
	for i := from + pieceLimit; i > from+pieceLeast; i-- {
		switch tokens[i-1].Text {
		case "\n", "\n\n", "\r\n", ".", "!", "?":
			return i
		}
	}
	return from + pieceLimit
}
