// Package dates reads the days that English phrases name: "3 May 2024", "in
// March", "last Tuesday", "two weeks ago". It owns the calendar and the words
// for it; it refuses to look at the sentence around a phrase: which way the
// sentence looks is handed in.
//
// A week and a fortnight are told by the day in them that lies a whole number
// of weeks from the article's own.
package dates

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Way is the direction in which a sentence looks from the day of its article.
type Way int8

// The directions. With Either, days of the week lie behind the article and
// other days as near to it as they can.
const (
	Either Way = iota
	Back
	Forward
)

// Read reads a phrase as an ISO date, in full or in part (2024-05-03, 2024-05,
// 2024), or returns empty where it names no day: a duration, an age, something
// that recurs. What is said from the day of the article needs that day.
func Read(phrase string, from time.Time, way Way) string {
	p := wordsOf(phrase)
	if p.has("every", "each", "daily", "weekly", "annual", "annually") {
		return ""
	}
	if d, err := time.Parse(time.DateOnly, strings.Join(p, "")); err == nil {
		return d.Format(time.DateOnly)
	}
	if n := p.named(); n.year > 0 || n.month > 0 {
		return n.iso(from, way, p)
	}
	if from.IsZero() {
		return ""
	}
	for _, read := range []func(phraseWords, time.Time, Way) string{weekday, near, away, span} {
		if d := read(p, from, way); d != "" {
			return d
		}
	}
	return ""
}

// phraseWords are the words of a phrase, in lower case and without the ending
// of a possessive.
type phraseWords []string

func wordsOf(phrase string) phraseWords {
	words := strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool { return strings.ContainsRune(" \t,.()\u00a0", r) })
	for i, w := range words {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		w = strings.TrimRight(w, "'’")
		for _, part := range []string{"mid-", "early-", "late-"} {
			w = strings.TrimPrefix(w, part)
		}
		words[i] = w
	}
	return words
}

func (p phraseWords) has(words ...string) bool {
	return slices.ContainsFunc(p, func(w string) bool { return slices.Contains(words, w) })
}

// before is the word before word i, or empty.
func (p phraseWords) before(i int) string {
	if i == 0 {
		return ""
	}
	return p[i-1]
}

// named is a day by the calendar; 0 stands for what the phrase leaves out.
type named struct{ year, month, day int }

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

func (p phraseWords) named() named {
	var d named
	for _, w := range p {
		if m := months[w]; m > 0 {
			d.month = m
			continue
		}
		switch n, err := strconv.Atoi(strings.TrimRight(w, "stndrh")); {
		case err != nil:
		case len(w) == 4 && n >= 1000 && n <= 2200:
			d.year = n
		case n >= 1 && n <= 31 && d.day == 0:
			d.day = n
		}
	}
	return d
}

// slack is how many days a day without a year may lie on the wrong side of its
// article: articles are amended after the day that they bear.
const slack = 7

// iso writes the day down. The year that a phrase leaves out is the nearest
// one in the direction of the sentence.
func (d named) iso(from time.Time, way Way, p phraseWords) string {
	if d.year == 0 {
		if from.IsZero() {
			return ""
		}
		d.year = from.Year() + d.yearsOff(from, way, p)
	}
	switch {
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// yearsOff is how many years from the article's own a month, or a day of a
// month, lies that is named without its year.
func (d named) yearsOff(from time.Time, way Way, p phraseWords) int {
	ahead := d.month - int(from.Month()) // months
	late, early := ahead > 0, ahead < 0
	if d.day > 0 {
		days := time.Date(from.Year(), time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).YearDay() - from.YearDay()
		late, early = days > slack, days < -slack
	}
	switch {
	case p.has("this"):
		return 0
	case p.has("last"):
		if ahead >= 0 {
			return -1
		}
	case p.has("next"):
		if ahead <= 0 {
			return 1
		}
	case way == Back && late, way == Either && ahead > 6:
		return -1
	case way == Forward && early, way == Either && ahead < -6:
		return 1
	}
	return 0
}
