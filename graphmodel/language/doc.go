// Package language reads English: it cuts a text into tokens and says of each
// its tag, lemma, head and label in the dependency parse, and which tokens
// name an entity. It runs the published weights of spaCy's en_core_web_sm
// 3.8.0 with its own inference, and gives the same answer as spaCy.
//
// It owns Doc and everything that makes one. It refuses to know what the
// names mean: countries, roles and links belong to extract.
package language

// Doc is the analysis of one text.
type Doc struct {
	// Text is the text that was read.
	Text string
	// Offset is where Text starts in the article it was cut from, in bytes;
	// 0 for a text read by itself.
	Offset int
	Tokens []Token
	Ents   []Ent
	// NounChunks are spaCy's base noun phrases, in order.
	NounChunks []Chunk
}

// Token is one word, number or mark of punctuation.
type Token struct {
	Text       string
	Start, End int  // bytes of Doc.Text
	Space      bool // one space follows and belongs to the token
	Norm       string
	Shape      string
	Lemma      string
	Tag        string // Penn Treebank tag
	Pos        string // universal part of speech
	Morph      string // Name=Value|…, sorted; may be empty
	Dep        string // ClearNLP label; "ROOT" for a root
	Head       int    // index of the head; its own index for a root
	// Left and Right are the first token of the subtree and the token after
	// its last.
	Left, Right int
	SentStart   bool
	EntIOB      byte   // 'B', 'I' or 'O'
	EntType     string // OntoNotes label, or empty
}

// Ent is a named entity: tokens Start to End (exclusive).
type Ent struct {
	Start, End int
	Label      string // OntoNotes label: PERSON, ORG, GPE, NORP …
}

// Chunk is a range of tokens, End exclusive.
type Chunk struct{ Start, End int }

// Sents returns the sentences in order, as ranges of tokens.
func (d *Doc) Sents() []Chunk {
	var sents []Chunk
	for i := range d.Tokens {
		if i == 0 || d.Tokens[i].SentStart {
			sents = append(sents, Chunk{i, i})
		}
		sents[len(sents)-1].End = i + 1
	}
	return sents
}

// Span returns the bytes of Doc.Text that the tokens i to j (exclusive) cover.
func (d *Doc) Span(i, j int) (start, end int) {
	if i >= j {
		return 0, 0
	}
	return d.Tokens[i].Start, d.Tokens[j-1].End
}
