package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestTitle is how many letters a first line may have to be a headline.
const longestTitle = 120

// readText reads plain text: the text stays as it is.
func readText(text string) (Article, error) {
	return Article{Text: text, Title: titleOf(text)}, nil
}

// titleOf guesses the headline of a plain text: its first line, if that is
// short, does not end as a sentence does and is followed by an empty line or
// by a sentence longer than itself.
func titleOf(text string) string {
	first, rest, _ := strings.Cut(strings.TrimLeft(text, " \t\r\n\uFEFF"), "\n")
	first = strings.TrimSpace(first)
	if n := utf8.RuneCountInString(first); n < 8 || n > longestTitle || !strings.Contains(first, " ") {
		return ""
	}
	if strings.ContainsAny(first[len(first)-1:], ".!:;,-") || strings.HasSuffix(first, "”") || strings.HasSuffix(first, "…") {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(first); !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune("‘'\"“", r) {
		return ""
	}
	next, _, _ := strings.Cut(strings.TrimLeft(rest, " \t\r\n"), "\n")
	next = strings.TrimSpace(next)
	gap, _, _ := strings.Cut(rest, "\n")
	empty := strings.TrimSpace(gap) == ""
	if utf8.RuneCountInString(next) < 40 || !empty && utf8.RuneCountInString(next) <= utf8.RuneCountInString(first) {
		return ""
	}
	return first
}
