package lemma

import (
	"testing"

	"byline/graphmodel/language"
	"byline/graphmodel/language/modeltest"
)

func load(t *testing.T) *Lemmatizer {
	t.Helper()
	l, err := Load(modeltest.Section(t, "lemma"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLemma(t *testing.T) {
	l := load(t)
	for _, c := range []struct{ text, pos, morph, want string }{
		// rules
		{"sanctions", "NOUN", "Number=Plur", "sanction"},
		{"Ministries", "NOUN", "Number=Plur", "ministry"},
		{"wolves", "NOUN", "Number=Plur", "wolf"},
		{"fishermen", "NOUN", "Number=Plur", "fisherman"},
		{"announced", "VERB", "Tense=Past|VerbForm=Fin", "announce"},
		{"voting", "VERB", "Aspect=Prog|VerbForm=Part", "vote"},
		{"larger", "ADJ", "Degree=Cmp", "large"},
		// exceptions come before rules
		{"met", "VERB", "Tense=Past|VerbForm=Fin", "meet"},
		{"children", "NOUN", "Number=Plur", "child"},
		{"better", "ADJ", "Degree=Cmp", "well"},
		{"axes", "NOUN", "Number=Plur", "axis"},
		// base forms stay, lower-cased
		{"News", "NOUN", "Number=Sing", "news"},
		{"United", "VERB", "VerbForm=Inf", "united"},
		{"says", "VERB", "Tense=Pres|VerbForm=Fin", "says"},
		{"says", "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin", "say"},
		{"Less", "ADV", "Degree=Pos", "less"},
		// no tables
		{"Norway", "PROPN", "Number=Sing", "Norway"},
		{"UNDER", "ADP", "", "under"},
		{"", "", "", ""},
		{"\n", "SPACE", "", "\n"},
		{"Odd", "", "", "odd"},
		// punctuation has rules only
		{"“", "PUNCT", "", `"`},
		{"’", "PUNCT", "", "'"},
		{"—", "PUNCT", "", "—"},
		// unknown words: the first rule that fits, else the text as it is
		{"Flurbles", "NOUN", "Number=Plur", "flurble"},
		{"Flurb", "NOUN", "Number=Plur", "Flurb"},
		{"F-16s", "NOUN", "Number=Plur", "f-16"},
		{"caf\xe9s", "NOUN", "Number=Plur", "caf\ufffd"},
	} {
		if got := l.Lemma(c.text, c.pos, c.morph); got != c.want {
			t.Errorf("Lemma(%q, %s, %s) = %q, want %q", c.text, c.pos, c.morph, got, c.want)
		}
	}
}

func TestApplyKeepsLemmas(t *testing.T) {
	doc := &language.Doc{Tokens: []language.Token{
		{Text: "'ll", Pos: "AUX", Lemma: "will"},
		{Text: "Talks", Pos: "NOUN", Morph: "Number=Plur"},
	}}
	load(t).Apply(doc)
	if doc.Tokens[0].Lemma != "will" || doc.Tokens[1].Lemma != "talk" {
		t.Errorf("lemmas %q and %q, want will and talk", doc.Tokens[0].Lemma, doc.Tokens[1].Lemma)
	}
}

func TestConvertForeign(t *testing.T) {
	for _, file := range []string{"", "\x80", "no tables", "\x81\xablemma_rules\x81\x07\x90"} {
		if _, err := Convert([]byte(file)); err == nil {
			t.Errorf("%q was taken for lemma tables", file)
		}
	}
}

func TestLoadDamaged(t *testing.T) {
	section := modeltest.Section(t, "lemma")
	for _, n := range []int{0, 1, len(section) / 2, len(section) - 1} {
		if _, err := Load(section[:n]); err == nil {
			t.Errorf("the first %d bytes of the section were taken for all", n)
		}
	}
}
