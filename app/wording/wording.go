// Package wording holds words that several parts of the window say the same
// way: dates, counts, where a sentence comes from, the names of kinds and
// statuses. It refuses to know Fyne.
package wording

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

// Day is a date as the window shows it, or empty.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 Jan 2006")
}

// Moment is a time as lists show it that are read from now: the hour of today,
// else the day.
func Moment(t, now time.Time) string {
	switch {
	case t.Year() == now.Year() && t.YearDay() == now.YearDay():
		return t.Format("15:04")
	case t.Year() == now.Year():
		return t.Format("2 Jan")
	}
	return Day(t)
}

// ISODay is a whole or partial ISO date as the window shows it: "31 Mar 2025",
// "Mar 2025", "2025". What is no date is shown as it is.
func ISODay(date string) string {
	for _, form := range [][2]string{{"2006-01-02", "2 Jan 2006"}, {"2006-01", "Jan 2006"}} {
		if t, err := time.Parse(form[0], date); err == nil {
			return t.Format(form[1])
		}
	}
	return date
}

// Count is a number and what it counts: "1 link", "3 links".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(n) + " " + many
}

// Number is a number with a comma before each three digits: "1,206".
func Number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Title is the headline of an article, or the best that is known instead: the
// name of its file, or its first words.
func Title(a article.Article) string {
	if a.Title != "" {
		return a.Title
	}
	if a.Name != "" {
		return filepath.Base(a.Name)
	}
	return firstWords(a.Text)
}

const firstWordsMost = 60

func firstWords(text string) string {
	text = OneLine(text[:cut(text, 400)])
	if len(text) <= firstWordsMost {
		return text
	}
	text = text[:cut(text, firstWordsMost)]
	if i := strings.LastIndexByte(text, ' '); i > 0 {
		text = text[:i]
	}
	return text + "…"
}

// cut is the largest place of at most n bytes where a letter starts.
func cut(text string, n int) int {
	if len(text) <= n {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// Source is where an article comes from: "Example Post · 31 Mar 2025".
func Source(a article.Article) string {
	var parts []string
	for _, s := range []string{a.Outlet, Day(a.Published)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 {
		return "No outlet, no date"
	}
	return strings.Join(parts, " · ")
}

// Place is where in which article a byte of its text stands: "Example Post ·
// 31 Mar 2025 · paragraph 21".
func Place(a article.Article, at int) string {
	return Source(a) + " · paragraph " + Number(Paragraph(a.Text, at))
}

// Paragraph is the number of the paragraph that holds a byte of the text, from
// 1: lines without words do not count.
func Paragraph(text string, at int) int {
	n := 0
	for _, line := range strings.SplitAfter(text[:min(at, len(text))], "\n") {
		if strings.TrimSpace(line) != "" {
			n++
		}
	}
	if at > 0 && at <= len(text) && text[at-1] == '\n' {
		n++
	}
	return max(1, n)
}

// Kind is a kind of thing, many of them: "People".
func Kind(k graphmodel.Kind) string {
	switch k {
	case graphmodel.Person:
		return "People"
	case graphmodel.Organisation:
		return "Organisations"
	case graphmodel.Country:
		return "Countries"
	case graphmodel.Measure:
		return "Measures"
	}
	return ""
}

// Status is a status in the words of the legend.
func Status(s graphmodel.Status) string {
	switch s {
	case graphmodel.StatusStated:
		return "Stated as fact"
	case graphmodel.StatusByHand:
		return "Drawn by hand"
	}
	return Capital(string(s))
}

// Chip is a status in one or two words.
func Chip(s graphmodel.Status) string {
	if s == graphmodel.StatusByHand {
		return "By hand"
	}
	return Capital(string(s))
}

// Field is a text as a field of a table: a mark before it keeps a spreadsheet
// from taking it for a formula.
func Field(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r") {
		return "'" + s
	}
	return s
}

// OneLine is text without line breaks and without spaces at its ends or beside
// each other.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// Small is text with its first letter small.
func Small(text string) string {
	if text == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(text)
	return strings.ToLower(string(r)) + text[n:]
}

// Capital is text with its first letter large.
func Capital(text string) string {
	if text == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(r)) + text[n:]
}
