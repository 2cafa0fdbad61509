// Package lemma finds the dictionary form of a word from its text, part of
// speech and morphology: "sanctions" → "sanction", "met" → "meet".
//
// It owns the rules, exceptions and word lists, which come from WordNet. It
// refuses to look at neighbours: lemmas that depend on them are written by
// package attribute before.
package lemma

import (
	"slices"
	"strings"

	"byline/graphmodel/language"
	"byline/graphmodel/language/lexeme"
	"byline/graphmodel/language/record"
)

// Lemmatizer holds the tables. It is safe for concurrent use.
type Lemmatizer struct {
	tables map[string]*table // by lower-case part of speech
}

// table is what is known of one part of speech.
type table struct {
	rules []rule
	// exceptions are the irregular words, sorted; forms holds the lemmas of
	// each, separated by formBreak.
	exceptions, forms record.Table
	words             record.Table // all lemmas, sorted
}

// rule replaces one ending by another.
type rule struct{ old, ending string }

// formBreak separates the forms of an irregular word in the section.
const formBreak = "\n"

// Apply writes the lemma of every token that has none yet.
func (l *Lemmatizer) Apply(doc *language.Doc) {
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Lemma == "" {
			t.Lemma = l.Lemma(t.Text, t.Pos, t.Morph)
		}
	}
}

// Lemma returns the lemma of a word with this part of speech (NOUN, VERB …)
// and this morphology.
func (l *Lemmatizer) Lemma(text, pos, morph string) string {
	lower := lexeme.Lower(lexeme.Clean(text))
	pos = strings.ToLower(pos)
	if pos == "" || pos == "space" || pos == "eol" || isBase(pos, morph) {
		return lower
	}
	known, ok := l.tables[pos]
	switch {
	case ok:
		return known.lemma(text, lower)
	case pos == "propn":
		return text
	}
	return lower
}

// lemma applies exceptions and rules, best form first.
func (t *table) lemma(text, lower string) string {
	var forms, unknown []string
	for _, r := range t.rules {
		if !strings.HasSuffix(lower, r.old) {
			continue
		}
		form := lower[:len(lower)-len(r.old)] + r.ending
		if form == "" {
			continue
		}
		if _, listed := t.words.Find(form); listed || !isAlphabetic(form) {
			forms = append(forms, form)
		} else {
			unknown = append(unknown, form)
		}
	}
	// An irregular form that a rule found too keeps its place; another comes
	// before all, the last of them first.
	if i, ok := t.exceptions.Find(lower); ok {
		first := ""
		for form := range strings.SplitSeq(t.forms.At(i), formBreak) {
			if !slices.Contains(forms, form) {
				first = form
				forms = append(forms, form)
			}
		}
		if first != "" {
			return first
		}
	}
	switch {
	case len(forms) > 0:
		return forms[0]
	case len(unknown) > 0:
		return unknown[0]
	}
	return text
}

// isBase reports whether the word is uninflected by its morphology.
func isBase(pos, morph string) bool {
	switch pos {
	case "noun":
		if has(morph, "Number=Sing") {
			return true
		}
	case "verb":
		if has(morph, "VerbForm=Fin") && has(morph, "Tense=Pres") && !hasFeature(morph, "Number") {
			return true
		}
	}
	return has(morph, "VerbForm=Inf") || has(morph, "Degree=Pos")
}

// has reports whether "Name=Value" is among the features.
func has(morph, feature string) bool {
	for f := range strings.SplitSeq(morph, "|") {
		if f == feature {
			return true
		}
	}
	return false
}

// hasFeature reports whether the feature has any value.
func hasFeature(morph, name string) bool {
	for f := range strings.SplitSeq(morph, "|") {
		if strings.HasPrefix(f, name) && strings.HasPrefix(f[len(name):], "=") {
			return true
		}
	}
	return false
}

func isAlphabetic(s string) bool {
	for _, r := range s {
		if !lexeme.IsLetter(r) {
			return false
		}
	}
	return true
}
