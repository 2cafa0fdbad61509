package links

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
)

// dateOf is the day a claim is of: the date in its sentence nearest to its
// trigger, else the article's own.
func (f *finder) dateOf(c claim) (date string, guessed bool) {
	s := f.Sents[f.Tokens[c.trigger].Sent]
	best, gap := "", 1<<30
	// Names lie in order of place; walking all of them for each claim would
	// cost the square of the article's length.
	first := sort.Search(len(f.Ents), func(i int) bool { return f.Ents[i].Start >= s.Start })
	for _, e := range f.Ents[first:] {
		if e.Start >= s.End {
			break
		}
		if e.Label != "DATE" || e.End > s.End {
			continue
		}
		g := max(e.Start-c.trigger, c.trigger-e.Start)
		if d := readDate(f.Text(e.Start, e.End), f.Published()); d != "" && g < gap {
			best, gap = d, g
		}
	}
	if best != "" {
		return best, false
	}
	if p := f.Published(); !p.IsZero() {
		return p.Format(time.DateOnly), true
	}
	return "", false
}

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday, "friday": time.Friday,
	"saturday": time.Saturday, "sunday": time.Sunday,
}

// readDate reads an English date as ISO, in full or in part, or returns
// empty. What is said from the day of the article ("on Tuesday", "last week")
// needs that day.
func readDate(text string, from time.Time) string {
	year, month, day := 0, 0, 0
	next := strings.Contains(" "+strings.ToLower(text)+" ", " next ")
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == ',' || r == '.' })
	for _, w := range words {
		if d, ok := relative(w, next, from); ok {
			return d
		}
		if m := months[w]; m > 0 {
			month = m
			continue
		}
		if n, err := strconv.Atoi(strings.TrimRight(w, "stndrh")); err == nil {
			year, day = yearOrDay(n, len(w), year, day)
		}
	}
	if month == 0 && year == 0 {
		if d, ok := span(words, from); ok {
			return d
		}
	}
	return isoDate(year, month, day, from)
}

// yearOrDay takes in a number of a date.
func yearOrDay(n, digits, year, day int) (int, int) {
	switch {
	case n >= 1000 && n <= 2200 && digits == 4:
		year = n
	case n >= 1 && n <= 31 && day == 0:
		day = n
	}
	return year, day
}

func isoDate(year, month, day int, from time.Time) string {
	if year == 0 {
		if month == 0 || from.IsZero() {
			return ""
		}
		year = from.Year()
		// A month far ahead of the article is last year's.
		if month > int(from.Month())+6 {
			year--
		}
	}
	switch {
	case month == 0:
		return fmt.Sprintf("%04d", year)
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// relative reads a word that means a day from the article's own.
func relative(w string, next bool, from time.Time) (string, bool) {
	if from.IsZero() {
		return "", false
	}
	shift := 0
	switch w {
	case "today", "tonight":
	case "yesterday":
		shift = -1
	case "tomorrow":
		shift = 1
	default:
		day, ok := weekdays[w]
		if !ok {
			return "", false
		}
		shift = -((int(from.Weekday()) - int(day) + 7) % 7)
		if next {
			shift += 7
		}
	}
	return from.AddDate(0, 0, shift).Format(time.DateOnly), true
}

// span reads "last month", "next year": a part of a date.
func span(words []string, from time.Time) (string, bool) {
	if from.IsZero() || len(words) < 2 {
		return "", false
	}
	way := 0
	switch words[len(words)-2] {
	case "last":
		way = -1
	case "next":
		way = 1
	case "this":
	default:
		return "", false
	}
	switch words[len(words)-1] {
	case "week":
		return from.AddDate(0, 0, 7*way).Format(time.DateOnly), true
	case "month":
		first := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC)
		return first.AddDate(0, way, 0).Format("2006-01"), true
	case "year":
		return strconv.Itoa(from.Year() + way), true
	}
	return "", false
}
