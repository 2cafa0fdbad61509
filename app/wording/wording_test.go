package wording

import (
	"testing"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

func TestWords(t *testing.T) {
	day := time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{Day(day), "31 Mar 2025"},
		{Day(time.Time{}), ""},
		{ISODay("2025-03"), "Mar 2025"},
		{ISODay("2025-03-04"), "4 Mar 2025"},
		{ISODay("2025"), "2025"},
		{ISODay("last spring"), "last spring"},
		{Count(1, "link", "links"), "1 link"},
		{Count(0, "link", "links"), "0 links"},
		{Count(12345, "link", "links"), "12,345 links"},
		{Number(999), "999"},
		{Number(1234567), "1,234,567"},
		{Title(article.Article{Title: "A", Name: "b"}), "A"},
		{Title(article.Article{Name: "b"}), "b"},
		{Title(article.Article{Text: "One two\nthree"}), "One two three"},
		{Source(article.Article{Outlet: "Post", Published: day}), "Post · 31 Mar 2025"},
		{Source(article.Article{}), "No outlet, no date"},
		{Kind(graphmodel.Country), "Countries"},
		{Status(graphmodel.StatusPlanned), "Planned"},
		{Chip(graphmodel.StatusByHand), "By hand"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestTitleOfLongTextEndsAfterAWord(t *testing.T) {
	got := Title(article.Article{Text: "Ministers from nineteen countries met in the old town hall on Tuesday morning."})
	if want := "Ministers from nineteen countries met in the old town hall…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	// A letter of several bytes at the place of the cut.
	Title(article.Article{Text: "ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää"})
}

func TestParagraph(t *testing.T) {
	text := "Head\n\nFirst one.\nSecond one.\n\n\nThird."
	for _, c := range []struct{ at, want int }{{0, 1}, {3, 1}, {6, 2}, {17, 3}, {len(text) - 1, 4}, {len(text) + 5, 4}} {
		if got := Paragraph(text, c.at); got != c.want {
			t.Errorf("byte %d is in paragraph %d, want %d", c.at, got, c.want)
		}
	}
}
