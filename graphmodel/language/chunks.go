package language

// FindNounChunks returns the base noun phrases: for each noun, name or
// pronoun in a place where noun phrases stand, the tokens from the left edge
// of its subtree to itself. They do not overlap. It needs Pos, Dep, Head and
// Left of every token.
func (d *Doc) FindNounChunks() []Chunk {
	var chunks []Chunk
	last := -1 // last token of the previous chunk
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Pos != "NOUN" && t.Pos != "PROPN" && t.Pos != "PRON" || t.Left <= last {
			continue
		}
		place := t.Dep
		if place == "conj" {
			place = d.Tokens[d.firstConjunct(t.Head)].Dep
		}
		if isNounPlace(place) {
			chunks = append(chunks, Chunk{t.Left, i + 1})
			last = i
		}
	}
	return chunks
}

// firstConjunct climbs from token i to the first member of a coordination.
func (d *Doc) firstConjunct(i int) int {
	for d.Tokens[i].Dep == "conj" && d.Tokens[i].Head < i {
		i = d.Tokens[i].Head
	}
	return i
}

// isNounPlace holds the labels under which a noun heads a phrase of its own.
func isNounPlace(dep string) bool {
	switch dep {
	case "oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT":
		return true
	}
	return false
}
