package names

import (
	"strings"
	"unicode"
)

// plainLetters are letters with marks that news writes with and without.
var plainLetters = strings.NewReplacer(
	"á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "ā", "a", "ă", "a", "ą", "a",
	"ç", "c", "ć", "c", "č", "c", "ð", "d", "đ", "d", "ď", "d",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "ē", "e", "ę", "e", "ě", "e",
	"ğ", "g", "í", "i", "ì", "i", "î", "i", "ï", "i", "ī", "i", "ı", "i",
	"ł", "l", "ľ", "l", "ñ", "n", "ń", "n", "ň", "n",
	"ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ō", "o", "ő", "o",
	"ř", "r", "ś", "s", "š", "s", "ş", "s", "ș", "s", "ť", "t", "ț", "t", "ţ", "t",
	"ú", "u", "ù", "u", "û", "u", "ü", "u", "ū", "u", "ů", "u", "ű", "u",
	"ý", "y", "ÿ", "y", "ź", "z", "ż", "z", "ž", "z", "æ", "ae", "œ", "oe", "ß", "ss",
	"’", "'", "‘", "'",
)

// fold is a name without case, accents, full stops, leading article and
// possessive: what two spellings of one name share.
func fold(name string) string {
	s := strings.ToLower(name)
	for _, r := range s {
		if r > unicode.MaxASCII {
			s = plainLetters.Replace(s)
			break
		}
	}
	s = strings.ReplaceAll(s, ".", "")
	s = strings.TrimSuffix(s, "'s")
	return strings.TrimPrefix(strings.Join(strings.Fields(s), " "), "the ")
}
