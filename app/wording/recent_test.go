package wording

import (
	"testing"
	"time"
)

func TestSince(t *testing.T) {
	now := time.Date(2026, 11, 25, 14, 30, 0, 0, time.UTC) // a Wednesday
	for text, want := range map[string]string{
		"today": "2026-11-25", "Yesterday": "2026-11-24", "Monday": "2026-11-23", "mon": "2026-11-23", "since Monday": "2026-11-23",
		"last Thursday": "2026-11-19", "Wednesday": "2026-11-25", "last week": "2026-11-18",
		"20 Nov": "2026-11-20", "Nov 20": "2026-11-20", "20 november 2025": "2025-11-20", "November 20, 2025": "2025-11-20",
		"24 Dec": "2025-12-24", "2026-11-20": "2026-11-20", "1.11.": "2026-11-01", "1/11": "2026-11-01",
		"": "", "t": "", "Mondey": "", "32 Nov": "", "yes": "",
	} {
		day, ok := Since(text, now)
		have := ""
		if ok {
			have = day.Format(time.DateOnly)
		}
		if have != want {
			t.Errorf("%q is %q, not %q", text, have, want)
		}
	}
}

func TestRecentDay(t *testing.T) {
	now := time.Date(2026, 11, 25, 0, 30, 0, 0, time.UTC)
	for back, want := range map[int]string{0: "Today", 1: "Yesterday", 2: "Monday", 6: "Thursday", 7: "18 Nov 2026", -1: "26 Nov 2026"} {
		if have := RecentDay(now.AddDate(0, 0, -back).Add(20*time.Hour), now); have != want {
			t.Errorf("%d days ago is %q, not %q", back, have, want)
		}
	}
}
