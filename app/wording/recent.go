package wording

import (
	"strings"
	"time"
)

// RecentDay is a day as one speaks of it now: "Today", "Yesterday", "Monday",
// else the date.
func RecentDay(t, now time.Time) string {
	switch days := int(midnight(now).Sub(midnight(t)).Hours()) / 24; {
	case days == 0:
		return "Today"
	case days == 1:
		return "Yesterday"
	case days > 1 && days < 7:
		return t.Weekday().String()
	}
	return Day(t)
}

// midnight is the day's first moment. It is in UTC so that every day has 24
// hours.
func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// dayForms are the ways of writing a day; the year may be left out.
func dayForms() []string {
	return []string{"2006-1-2", "2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "2.1.2006", "2/1/2006", "2 Jan", "2 January", "Jan 2", "January 2", "2.1.", "2.1", "2/1"}
}

// Since is the moment at which a day begins that a person writes: "today",
// "yesterday", "Monday" (the last one), "20 Nov", "2026-11-20". A date without
// a year is the last one of that name. It is false for what is no day.
func Since(text string, now time.Time) (time.Time, bool) {
	text = strings.ToLower(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' }), " "))
	text = strings.TrimPrefix(strings.TrimPrefix(text, "since "), "last ")
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch text {
	case "today":
		return start, true
	case "yesterday":
		return start.AddDate(0, 0, -1), true
	case "week":
		return start.AddDate(0, 0, -7), true
	}
	for back := range 7 {
		day := start.AddDate(0, 0, -back)
		if name := strings.ToLower(day.Weekday().String()); len(text) >= 2 && strings.HasPrefix(name, text) {
			return day, true
		}
	}
	for _, form := range dayForms() {
		t, err := time.ParseInLocation(form, text, now.Location())
		if err != nil {
			continue
		}
		if t.Year() == 0 {
			if t = t.AddDate(now.Year(), 0, 0); t.After(now) {
				t = t.AddDate(-1, 0, 0)
			}
		}
		return t, true
	}
	return time.Time{}, false
}
