package attribute

import (
	"errors"
	"testing"

	"github.com/vmihailenco/msgpack/v5"

	"byline/graphmodel/language"
	"byline/graphmodel/language/modeltest"
)

func load(t *testing.T) *Ruler {
	t.Helper()
	r, err := Load(modeltest.Section(t, "attribute_ruler"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// word is a token as tagger and parser leave it.
func word(text, tag, dep string) language.Token {
	return language.Token{Text: text, Tag: tag, Dep: dep}
}

// result is what the ruler made of a token.
type result struct{ pos, morph, lemma, tag, dep string }

func TestApply(t *testing.T) {
	ruler := load(t)
	for _, c := range []struct {
		name   string
		tokens []language.Token
		want   []result
	}{
		{"by tag", []language.Token{word("Norway", "NNP", "nsubj"), word("envoys", "NNS", "dobj")}, []result{
			{"PROPN", "Number=Sing", "", "NNP", "nsubj"}, {"NOUN", "Number=Plur", "", "NNS", "dobj"},
		}},
		{"by word and label", []language.Token{word("I", "PRP", "nsubj"), word("that", "IN", "mark")}, []result{
			{"PRON", "Case=Nom|Number=Sing|Person=1|PronType=Prs", "I", "PRP", "nsubj"},
			{"SCONJ", "", "", "IN", "mark"},
		}},
		{"later entries win", []language.Token{word("has", "VBZ", "aux"), word("has", "VBZ", "ROOT")}, []result{
			{"AUX", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "have", "VBZ", "aux"},
			{"VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "have", "VBZ", "ROOT"},
		}},
		{"two tokens, the second written", []language.Token{word("gon", "VBG", "ROOT"), word("na", "TO", "aux")}, []result{
			{"VERB", "Aspect=Prog|Tense=Pres|VerbForm=Part", "go", "VBG", "ROOT"},
			{"PART", "", "to", "TO", "aux"},
		}},
		{"expression", []language.Token{word("Ai", "VBP", "aux"), word("n't", "RB", "neg")}, []result{
			{"AUX", "Tense=Pres|VerbForm=Fin", "be", "VBP", "aux"},
			{"PART", "Polarity=Neg", "not", "RB", "neg"},
		}},
		{"white space", []language.Token{word("\n", "NN", "ROOT"), word("x", "_SP", "ROOT")}, []result{
			{"SPACE", "", "", "_SP", "dep"},
			{"X", "", "", "_SP", "ROOT"},
		}},
		{"nothing fits", []language.Token{word("x", "no tag", "")}, []result{{"", "", "", "no tag", ""}}},
	} {
		doc := &language.Doc{Tokens: c.tokens}
		ruler.Apply(doc)
		for i, tok := range doc.Tokens {
			got := result{tok.Pos, tok.Morph, tok.Lemma, tok.Tag, tok.Dep}
			if got != c.want[i] {
				t.Errorf("%s: token %d %+v, want %+v", c.name, i, got, c.want[i])
			}
		}
	}
}

// A tag that the ruler writes does not make another pattern match: white
// space stays SPACE although "_SP" on other tokens becomes X.
func TestMatchBeforeWrite(t *testing.T) {
	file, err := msgpack.Marshal([]map[string]any{
		{"patterns": [][]map[string]any{{{"TAG": "A"}}}, "attrs": map[string]string{"TAG": "B"}, "index": 0},
		{"patterns": [][]map[string]any{{{"TAG": "B"}}}, "attrs": map[string]string{"POS": "X"}, "index": 0},
	})
	if err != nil {
		t.Fatal(err)
	}
	section, err := Convert(file)
	if err != nil {
		t.Fatal(err)
	}
	ruler, err := Load(section)
	if err != nil {
		t.Fatal(err)
	}
	doc := &language.Doc{Tokens: []language.Token{word("a", "A", ""), word("b", "B", "")}}
	ruler.Apply(doc)
	if doc.Tokens[0].Tag != "B" || doc.Tokens[0].Pos != "" || doc.Tokens[1].Pos != "X" {
		t.Errorf("got %+v", doc.Tokens)
	}
}

func TestConvertForeign(t *testing.T) {
	for name, entry := range map[string]map[string]any{
		"field":      {"patterns": [][]map[string]any{{{"SHAPE": "x"}}}, "attrs": map[string]string{"POS": "X"}, "index": 0},
		"comparison": {"patterns": [][]map[string]any{{{"TAG": map[string]any{"FUZZY": "x"}}}}, "attrs": map[string]string{"POS": "X"}, "index": 0},
		"number":     {"patterns": [][]map[string]any{{{"TAG": 3}}}, "attrs": map[string]string{"POS": "X"}, "index": 0},
		"attribute":  {"patterns": [][]map[string]any{{{"TAG": "x"}}}, "attrs": map[string]string{"HEAD": "X"}, "index": 0},
	} {
		file, err := msgpack.Marshal([]map[string]any{entry})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Convert(file); !errors.Is(err, ErrForeignPattern) {
			t.Errorf("foreign %s: %v, want ErrForeignPattern", name, err)
		}
	}
}

func TestLoadDamaged(t *testing.T) {
	section := modeltest.Section(t, "attribute_ruler")
	for n := range len(section) {
		if _, err := Load(section[:n]); err == nil {
			t.Errorf("the first %d bytes of the section were taken for all", n)
		}
	}
}
