package tokenize

import "slices"

// prefixLength returns how many code points are cut off the start of s, 0 if
// none.
func prefixLength(s []rune) int {
	switch r := s[0]; {
	case r == '.':
		if n := dots(s); n >= 2 {
			return n
		}
		return 0
	case r == '+':
		if len(s) > 1 && isDigit(s[1]) {
			return 0
		}
		return 1
	case slices.Contains([]rune{'§', '%', '=', '—', '–', '…'}, r):
		return 1
	case isPunct(r), isQuote(r), isCurrency(r), isIcon(r):
		return 1
	}
	for _, money := range dollars {
		if hasPrefix(s, money) {
			return len(money)
		}
	}
	return 0
}

// dollars are the currencies of more than one character. Read only.
var dollars = [][]rune{[]rune("US$"), []rune("C$"), []rune("A$")}

// dots returns the length of the run of full stops that s starts with.
func dots(s []rune) int {
	n := 0
	for n < len(s) && s[n] == '.' {
		n++
	}
	return n
}

func hasPrefix(s, prefix []rune) bool {
	return len(s) >= len(prefix) && slices.Equal(s[:len(prefix)], prefix)
}

// suffixLength returns how many code points are cut off the end of s: the
// longest suffix that any rule finds, 0 if none.
func suffixLength(s []rune) int {
	if len(s) == 0 {
		return 0
	}
	last := s[len(s)-1]
	length := 0
	switch {
	case last == '.':
		length = fullStops(s)
	case isPunct(last), isQuote(last), isIcon(last), last == '—', last == '–':
		length = 1
	case last == '…':
		length = 1
		if len(s) >= 2 && s[len(s)-2] == '…' {
			length = 2
		}
	case last == 's', last == 'S':
		if len(s) >= 2 && (s[len(s)-2] == '\'' || s[len(s)-2] == '’') {
			length = 2
		}
	}
	return max(length, behindDigit(s))
}

// fullStops returns how many of the full stops at the end of s are cut off:
// all of them if there are several, and a single one behind characters that
// rarely end an abbreviation.
func fullStops(s []rune) int {
	n := 0
	for n < len(s) && s[len(s)-1-n] == '.' {
		n++
	}
	switch {
	case n >= 2:
		return n
	case n == len(s):
		return 0
	}
	before := s[len(s)-2]
	if isLower(before) || isDigit(before) || isPunct(before) || isQuote(before) ||
		slices.Contains([]rune{'%', '²', '-', '+', '…', '|'}, before) {
		return 1
	}
	return count(len(s) >= 3 && endsSentence(s[len(s)-3], before))
}

// endsSentence says whether a full stop behind these two characters is no
// part of an abbreviation: a temperature, or two capitals.
func endsSentence(first, second rune) bool {
	return first == '°' && slices.Contains([]rune("FfCcKk"), second) || isUpper(first) && isUpper(second)
}

// behindDigit returns the length of the plus sign, currency or unit at the
// end of s that stands directly behind a digit, 0 if none does.
func behindDigit(s []rune) int {
	from := len(s) - 1
	for from > 0 && !isDigit(s[from-1]) {
		if len(s)-from >= longestUnit {
			return 0
		}
		from--
	}
	if from <= 0 {
		return 0
	}
	end := s[from:]
	if len(end) == 1 && (end[0] == '+' || isCurrency(end[0])) || isUnit(string(end)) {
		return len(end)
	}
	for _, money := range dollars {
		if slices.Equal(end, money) {
			return len(end)
		}
	}
	return 0
}

// infix returns the length of the infix of s that starts at i, 0 if none
// does. What was already cut off before i still counts as its left neighbour.
func infix(s []rune, i int) int {
	r := s[i]
	if r == '.' {
		if n := dots(s[i:]); n >= 2 {
			return n
		}
	}
	if r == '…' || isIcon(r) {
		return 1
	}
	if i == 0 || i+1 >= len(s) {
		return 0
	}
	if joins(r, s[i-1], s[i+1]) {
		return 1
	}
	if slices.Contains([]rune("-–—~"), r) {
		return dash(s, i)
	}
	return 0
}

// joins says whether r cuts a word in two between these neighbours, whatever
// comes after them.
func joins(r, before, after rune) bool {
	switch r {
	case '+', '*', '^', '-':
		return isDigit(before) && (isDigit(after) || after == '-')
	case '.':
		return (isLower(before) || isQuote(before)) && (isUpper(after) || isQuote(after))
	case ',':
		return isLetter(before) && isLetter(after)
	case ':', '<', '>', '=', '/':
		return (isLetter(before) || isDigit(before)) && isLetter(after)
	}
	return false
}

// dash returns the length of the dash between a letter or digit and a letter
// that starts at i.
func dash(s []rune, i int) int {
	if !isLetter(s[i-1]) && !isDigit(s[i-1]) {
		return 0
	}
	longest := 1
	switch s[i] {
	case '-':
		longest = 3
	case '—':
		longest = 2
	}
	for n := 1; n <= longest && i+n < len(s); n++ {
		if isLetter(s[i+n]) {
			return n
		}
		if s[i+n] != s[i] {
			return 0
		}
	}
	return 0
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}
