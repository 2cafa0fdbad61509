package suggest

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// name is a name in the forms in which names are compared.
type name struct {
	text  string
	words []string // small, without accents
	// plain are the words but for those that only join, sorted.
	plain []string
	// initials are the first letters of the words that begin with a capital;
	// empty for a name of one word.
	initials string
	// acronym is the name in small letters if it is nothing but capitals.
	acronym string
}

const (
	acronymLeast = 2
	acronymMost  = 7
)

func nameOf(text string) name {
	n := name{text: text}
	letters := 0
	for _, w := range strings.FieldsFunc(text, gap) {
		folded := fold(w)
		if folded == "" {
			continue
		}
		n.words = append(n.words, folded)
		if !joins(folded) {
			n.plain = append(n.plain, folded)
		}
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			n.initials += strings.ToLower(string(r))
			letters++
		}
	}
	if letters < acronymLeast {
		n.initials = ""
	}
	slices.Sort(n.plain)
	n.plain = slices.Compact(n.plain)
	if bare := strings.ReplaceAll(text, ".", ""); len(bare) >= acronymLeast && len(bare) <= acronymMost && allCapitals(bare) {
		n.acronym = strings.ToLower(bare)
	}
	return n
}

// gap reports whether a letter stands between two words of a name. A full
// stop does, so that "K.Starmer" is two words.
func gap(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.Is(unicode.Mn, r) && r != '\'' && r != '’'
}

// fold is a word in small letters, without accents and the s of the genitive.
func fold(word string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || r == '\'' || r == '’' {
			b.WriteRune(r)
		}
	}
	folded := b.String()
	for _, s := range []string{"'s", "’s"} {
		folded = strings.TrimSuffix(folded, s)
	}
	return apostrophes.Replace(folded)
}

var apostrophes = strings.NewReplacer("'", "", "’", "")

// joins reports whether a word only joins the words of a name.
func joins(word string) bool {
	switch word {
	case "a", "an", "the", "of", "for", "on", "in", "to", "from", "by", "with", "and", "or", "at", "de", "la", "du", "its", "his", "her", "their":
		return true
	}
	return false
}

func allCapitals(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// last is a person's surname, as far as one can tell: the last word.
func (n name) last() string {
	if len(n.words) == 0 {
		return ""
	}
	return n.words[len(n.words)-1]
}

// joined is the name as one line.
func (n name) joined() string { return strings.Join(n.words, " ") }

// within reports whether every word of n stands in o, which has more.
func (n name) within(o name) bool {
	return len(n.plain) > 0 && len(n.plain) < len(o.plain) && len(common(n.plain, o.plain)) == len(n.plain)
}

// plural reports whether two names differ in nothing but plurals.
func plural(a, b name) bool {
	return slices.EqualFunc(a.words, b.words, func(x, y string) bool { return singular(x) == singular(y) })
}

// singular is a word without the end of most plurals.
func singular(word string) string {
	if stem, ok := strings.CutSuffix(word, "ies"); ok && len(stem) > 1 {
		return stem + "y"
	}
	if strings.HasSuffix(word, "ss") || len(word) < 4 {
		return word
	}
	return strings.TrimSuffix(word, "s")
}

// shortens reports whether n is o with words left out. What only begins like
// o is mostly the body that o is a part of, unless the rest says what form of
// body it is: "Labour" is the Labour Party, the House of Commons is not its
// library. Neither is a body what it is "of".
func (n name) shortens(o name) bool {
	if !n.within(o) {
		return false
	}
	if before := len(o.words) - len(n.words); before > 0 && joins(o.words[before-1]) && slices.Equal(n.words, o.words[before:]) {
		return false
	}
	if len(n.words) >= len(o.words) || !slices.Equal(n.words, o.words[:len(n.words)]) {
		return true
	}
	for _, w := range o.words[len(n.words):] {
		if !form(w) {
			return false
		}
	}
	return true
}

// form reports whether a word says what form of body a name is of.
func form(word string) bool {
	switch word {
	case "party", "movement", "union", "alliance", "front", "coalition", "government", "group", "company", "co", "corporation", "corp",
		"inc", "incorporated", "limited", "ltd", "plc", "llc", "ag", "gmbh", "sa", "nv", "holdings", "holding", "bank", "agency", "organisation",
		"organization", "foundation", "association", "network", "club", "newspaper", "airlines", "airways":
		return true
	}
	return false
}

// common are the words that two sorted lists share.
func common(a, b []string) []string {
	var out []string
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			out = append(out, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return out
}

// Letters that a word must have for one or two of them to be a slip.
const (
	slipFrom  = 5
	slipsFrom = 9
)

// alike reports whether two different words are spelled so nearly alike that
// they may be one: one letter apart, or two in long words. The first letter
// must be the same.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	short := min(len(x), len(y))
	if a == b || short < slipFrom || x[0] != y[0] {
		return false
	}
	most := 1
	if short >= slipsFrom {
		most = 2
	}
	return distance(x, y, most) <= most
}

// distance is the number of letters to put in, take out or change that makes
// one word of the other, if it is at most the most, else more than that:
// Levenshtein's distance, row by row.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// slipped reports whether two names are one but for the spelling of one word.
func slipped(a, b name) (ok bool) {
	if len(a.words) != len(b.words) {
		return false
	}
	for i, w := range a.words {
		switch {
		case w == b.words[i]:
		case ok || !alike(w, b.words[i]):
			return false
		default:
			ok = true
		}
	}
	return ok
}
