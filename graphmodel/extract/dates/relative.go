package dates

import (
	"strconv"
	"time"
)

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday, "friday": time.Friday,
	"saturday": time.Saturday, "sunday": time.Sunday, "weekend": time.Saturday,
}

// weekday reads "Tuesday", "last Friday", "Monday next week".
func weekday(p phraseWords, from time.Time, way Way) string {
	for _, w := range p {
		day, ok := weekdays[w]
		if !ok {
			continue
		}
		ahead := (int(day) - int(from.Weekday()) + 7) % 7 // 0 is the article's own day
		switch weeks, named := weeksOff(p); {
		case named:
			monday := -((int(from.Weekday()) + 6) % 7)
			ahead = monday + (int(day)+6)%7 + 7*weeks
		case p.has("next") && ahead == 0:
			ahead = 7
		case p.has("next", "coming"):
		case p.has("last", "past", "previous"):
			ahead -= 7
		case way != Forward && ahead > 0:
			ahead -= 7
		}
		return from.AddDate(0, 0, ahead).Format(time.DateOnly)
	}
	return ""
}

// weeksOff is the week that "Tuesday last week" means, from the article's own.
func weeksOff(p phraseWords) (weeks int, named bool) {
	for i, w := range p {
		if w == "week" {
			return sideOf(p.before(i))
		}
	}
	return 0, false
}

// sideOf is which of several weeks, months or years a word points to.
func sideOf(word string) (off int, pointed bool) {
	switch word {
	case "last":
		return -1, true
	case "this":
		return 0, true
	case "next", "coming":
		return 1, true
	}
	return 0, false
}

// near reads "yesterday", "the day after tomorrow", "this morning", "last
// night".
func near(p phraseWords, from time.Time, _ Way) string {
	for i, w := range p {
		shift := 0
		switch w {
		case "today", "tonight":
		case "yesterday":
			shift = -1
			if p.before(i) == "before" {
				shift = -2
			}
		case "tomorrow":
			shift = 1
			if p.before(i) == "after" {
				shift = 2
			}
		case "morning", "afternoon", "evening", "night":
			off, pointed := sideOf(p.before(i))
			if !pointed || off > 0 {
				continue
			}
			shift = off
		default:
			continue
		}
		return from.AddDate(0, 0, shift).Format(time.DateOnly)
	}
	return ""
}

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12,
}

// away reads "two weeks ago", "in three days", "a month from now".
func away(p phraseWords, from time.Time, way Way) string {
	for i, w := range p {
		unit, many := unitOf(w)
		n, ok := count(p.before(i))
		if unit == "" || !ok || many != (n > 1) {
			continue
		}
		ago := i+1 < len(p) && p[i+1] == "ago"
		ahead := p.has("from") && p.has("now") || len(p) > i+1 && p[i+1] == "time" && p[0] == "in" || way == Forward && i == 2 && p[0] == "in"
		switch {
		case ago:
			return shifted(from, -n, unit)
		case ahead:
			return shifted(from, n, unit)
		}
	}
	return ""
}

func count(w string) (int, bool) {
	if n, ok := numbers[w]; ok {
		return n, true
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n > 0 && n < 1000
}

// unitOf is the unit that a word names, and whether it is a plural.
func unitOf(w string) (unit string, many bool) {
	switch w {
	case "hours", "minutes", "days", "weeks", "fortnights", "months", "years":
		return w[:len(w)-1], true
	case "hour", "minute", "day", "week", "fortnight", "month", "year":
		return w, false
	}
	return "", false
}

// shifted is the day, month or year so many units from the article's day.
func shifted(from time.Time, n int, unit string) string {
	first := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC)
	switch unit {
	case "day":
		return from.AddDate(0, 0, n).Format(time.DateOnly)
	case "week":
		return from.AddDate(0, 0, 7*n).Format(time.DateOnly)
	case "fortnight":
		return from.AddDate(0, 0, 14*n).Format(time.DateOnly)
	case "month":
		return first.AddDate(0, n, 0).Format("2006-01")
	case "year":
		return first.AddDate(n, 0, 0).Format("2006")
	}
	return from.Format(time.DateOnly) // hours and minutes
}

// span reads "last month", "earlier this year", "next week". "The last year" is
// a duration.
func span(p phraseWords, from time.Time, _ Way) string {
	for i, w := range p {
		off, pointed := sideOf(p.before(i))
		unit, many := unitOf(w)
		if !pointed || many || unit == "" || unit == "hour" || unit == "minute" || i > 1 && p[i-2] == "the" {
			continue
		}
		return shifted(from, off, unit)
	}
	return ""
}
