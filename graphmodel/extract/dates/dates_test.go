package dates_test

import (
	"testing"
	"time"

	"byline/graphmodel/extract/dates"
)

// TestRead reads phrases in an article of Tuesday, 14 May 2024.
func TestRead(t *testing.T) {
	published := time.Date(2024, 5, 14, 9, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		phrase                string
		either, back, forward string
	}{
		{"3 May 2023", "2023-05-03", "2023-05-03", "2023-05-03"},
		{"May 3rd, 2023", "2023-05-03", "2023-05-03", "2023-05-03"},
		{"2023-05-03", "2023-05-03", "2023-05-03", "2023-05-03"},
		{"Friday, 1 March 2024", "2024-03-01", "2024-03-01", "2024-03-01"},
		{"late March 2023", "2023-03", "2023-03", "2023-03"},
		{"2019", "2019", "2019", "2019"},
		{"3 May", "2024-05-03", "2024-05-03", "2025-05-03"},
		{"the 20th of May", "2024-05-20", "2024-05-20", "2024-05-20"}, // within the slack
		{"30 May", "2024-05-30", "2023-05-30", "2024-05-30"},
		{"Dec. 12", "2023-12-12", "2023-12-12", "2024-12-12"},
		{"March", "2024-03", "2024-03", "2025-03"},
		{"mid-March", "2024-03", "2024-03", "2025-03"},
		{"May", "2024-05", "2024-05", "2024-05"},
		{"September", "2024-09", "2023-09", "2024-09"},
		{"December", "2023-12", "2023-12", "2024-12"},
		{"last May", "2023-05", "2023-05", "2023-05"},
		{"last March", "2024-03", "2024-03", "2024-03"},
		{"next March", "2025-03", "2025-03", "2025-03"},
		{"this September", "2024-09", "2024-09", "2024-09"},
		{"today", "2024-05-14", "2024-05-14", "2024-05-14"},
		{"tonight", "2024-05-14", "2024-05-14", "2024-05-14"},
		{"this morning", "2024-05-14", "2024-05-14", "2024-05-14"},
		{"last night", "2024-05-13", "2024-05-13", "2024-05-13"},
		{"yesterday evening", "2024-05-13", "2024-05-13", "2024-05-13"},
		{"the day before yesterday", "2024-05-12", "2024-05-12", "2024-05-12"},
		{"tomorrow", "2024-05-15", "2024-05-15", "2024-05-15"},
		{"the day after tomorrow", "2024-05-16", "2024-05-16", "2024-05-16"},
		{"Tuesday", "2024-05-14", "2024-05-14", "2024-05-14"},
		{"last Tuesday", "2024-05-07", "2024-05-07", "2024-05-07"},
		{"next Tuesday", "2024-05-21", "2024-05-21", "2024-05-21"},
		{"Friday", "2024-05-10", "2024-05-10", "2024-05-17"},
		{"Friday’s", "2024-05-10", "2024-05-10", "2024-05-17"},
		{"last Friday", "2024-05-10", "2024-05-10", "2024-05-10"},
		{"this coming Friday", "2024-05-17", "2024-05-17", "2024-05-17"},
		{"Friday night", "2024-05-10", "2024-05-10", "2024-05-17"},
		{"Monday next week", "2024-05-20", "2024-05-20", "2024-05-20"},
		{"Sunday of last week", "2024-05-12", "2024-05-12", "2024-05-12"},
		{"Thursday this week", "2024-05-16", "2024-05-16", "2024-05-16"},
		{"the weekend", "2024-05-11", "2024-05-11", "2024-05-18"},
		{"two weeks ago", "2024-04-30", "2024-04-30", "2024-04-30"},
		{"a fortnight ago", "2024-04-30", "2024-04-30", "2024-04-30"},
		{"10 days ago", "2024-05-04", "2024-05-04", "2024-05-04"},
		{"three months ago", "2024-02", "2024-02", "2024-02"},
		{"a year ago", "2023", "2023", "2023"},
		{"two hours ago", "2024-05-14", "2024-05-14", "2024-05-14"},
		{"two weeks from now", "2024-05-28", "2024-05-28", "2024-05-28"},
		{"in two weeks’ time", "2024-05-28", "2024-05-28", "2024-05-28"},
		{"in two weeks", "", "", "2024-05-28"},
		{"last week", "2024-05-07", "2024-05-07", "2024-05-07"},
		{"early next week", "2024-05-21", "2024-05-21", "2024-05-21"},
		{"last month", "2024-04", "2024-04", "2024-04"},
		{"next month", "2024-06", "2024-06", "2024-06"},
		{"earlier this year", "2024", "2024", "2024"},
		{"late last year", "2023", "2023", "2023"},
		{"next year", "2025", "2025", "2025"},
		{"the last year", "", "", ""},
		{"a few days ago", "", "", ""},
		{"two weeks", "", "", ""},
		{"two and a half years", "", "", ""},
		{"a year later", "", "", ""},
		{"every Friday", "", "", ""},
		{"43 years old", "", "", ""},
		{"the 1980s", "", "", ""},
		{"recent weeks", "", "", ""},
		{"the same day", "", "", ""},
	} {
		for way, want := range map[dates.Way]string{dates.Either: c.either, dates.Back: c.back, dates.Forward: c.forward} {
			if got := dates.Read(c.phrase, published, way); got != want {
				t.Errorf("%q, way %d: %q, not %q", c.phrase, way, got, want)
			}
		}
	}
}

// TestReadWithoutADay reads in an article that bears no date.
func TestReadWithoutADay(t *testing.T) {
	for phrase, want := range map[string]string{
		"3 May 2023": "2023-05-03", "2019": "2019", "3 May": "", "March": "", "Friday": "", "yesterday": "", "last week": "", "two weeks ago": "",
	} {
		if got := dates.Read(phrase, time.Time{}, dates.Back); got != want {
			t.Errorf("%q: %q, not %q", phrase, got, want)
		}
	}
}
