package graphmodel

import "time"

// Day is the day of an ISO date (2025-03-31, 2025-03 or 2025); a month or a
// year stands for its first day. It is false for what is no such date.
func Day(iso string) (time.Time, bool) {
	for _, form := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(form, iso); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// FirstDates is the earliest ISO date that a sentence gives each thing, by its
// id. A thing that no sentence dates is not in it.
func (g *Graph) FirstDates() map[string]string {
	first, days := map[string]string{}, map[string]time.Time{}
	for _, l := range g.Links() {
		for _, e := range l.Evidence {
			day, ok := Day(e.Date)
			if !ok {
				continue
			}
			for _, id := range []string{l.From, l.To} {
				have, dated := days[id]
				if !dated || day.Before(have) || day.Equal(have) && e.Date < first[id] {
					first[id], days[id] = e.Date, day
				}
			}
		}
	}
	return first
}
