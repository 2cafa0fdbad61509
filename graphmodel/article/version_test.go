package article

import "testing"

func TestSupersedes(t *testing.T) {
	const old = "Harbour fee\n\nThe council voted.\nShips will pay.\nThe wall comes next year."
	page := func(text, title, address string) Article {
		return Article{ID: ID(text), Text: text, Title: title, Address: address}
	}
	was := page(old, "Harbour fee", "https://example.org/fee")
	for what, c := range map[string]struct {
		a    Article
		want bool
	}{
		"one line changed":     {page("Harbour fee\n\nThe council voted on Monday.\nShips will pay.\nThe wall comes next year.", "", was.Address), true},
		"all new, one title":   {page("Everything is new.", "Harbour fee", was.Address), true},
		"another story":        {page("Whales\n\nIceland banned the hunt.", "Whales", was.Address), false},
		"from somewhere else":  {page(old+" And more.", "Harbour fee", "https://example.net/fee"), false},
		"without an address":   {page(old+" And more.", "Harbour fee", ""), false},
		"the same text again":  {was, false},
		"nothing in it at all": {page("", "", was.Address), false},
	} {
		if got := Supersedes(c.a, was); got != c.want {
			t.Errorf("%s: %v", what, got)
		}
	}
}
