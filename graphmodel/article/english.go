package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

const (
	english = "en"
	// minLanguage is how many letters the guess of a language needs: 99 of
	// 100 English news texts of this length are told right.
	minLanguage = 160
	maxLanguage = 20_000 // bytes looked at
	// manyLetters is how long a text without small words must be to be called
	// foreign for that alone: a list of names has none either.
	manyLetters = 1_000
)

// smallWords are the commonest words of English. Between a third and a half
// of the words of an English text are among them.
var smallWords = wordSet(`the of and to that for was with on as by at from it is be have has had are were
	not this which its an will who their said been he his but they or would after about more than also when`)

// foreignWords are the commonest words of other languages in Latin letters,
// without those that are English words too. Languages that have none here are
// told by their lack of English ones.
var foreignWords = wordSet(`le la les des et une du dans que qui est pour sur pas avec par au aux ce sont plus
	der die das und den von zu mit ist im dem nicht ein eine auf für sich auch wird
	el los las del en y por para una como su al se lo más
	da dos em um uma não os na ao é à
	il di che gli della non sono alla nel dei
	de het een van dat niet zijn op voor aan
	och att som det på är av inte til og af ikke
	nie się jest ve bir bu için ile ja ei että oli és hogy egy
	și în din cu este nu je že ang ng sa mga dan yang dengan untuk của và là các ya wa kwa`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// languageOf returns the language of a text. For English, note is empty or a
// doubt to show; for another language it is that language's name. A text is
// called foreign only if the statistics of its letters and its small words
// both say so: a list of foreign names in English must not be turned away. A
// text too short to tell is English.
func languageOf(text string) (language, note string) {
	sample := text[:min(len(text), maxLanguage)]
	for !utf8.ValidString(sample) {
		sample = sample[:len(sample)-1]
	}
	letters := 0
	for _, r := range sample {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < minLanguage {
		return english, ""
	}
	info := whatlanggo.Detect(sample)
	if info.Lang == whatlanggo.Eng {
		return english, ""
	}
	small, foreign := wordShare(sample, smallWords), wordShare(sample, foreignWords)
	name := whatlanggo.Langs[info.Lang]
	latin := info.Script == nil || info.Script == unicode.Latin
	switch {
	case small >= 0.15 && small > foreign:
		return english, ""
	case name == "":
	case !latin,
		foreign >= 0.1 && foreign > 2*small,
		small < 0.03 && info.IsReliable() && letters >= manyLetters:
		return info.Lang.Iso6391(), name
	}
	return english, "It is not certain that this text is in English."
}

func wordShare(text string, set map[string]bool) float64 {
	words, hits := 0, 0
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if set[word] {
			hits++
		}
	}
	if words == 0 {
		return 0
	}
	return float64(hits) / float64(words)
}
