package article

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTitleOf(t *testing.T) {
	cases := map[string]string{
		"Norway signs port deal\n\n" + story: "Norway signs port deal",
		"Norway signs port deal\n" + story:   "Norway signs port deal",
		story:                                "",
		story + "\n\n" + story:               "",
		"Norway signs port deal":             "",
		"Norway signed a deal.\n\n" + story:  "",
		"Dear reader,\n\n" + story:           "",
		"Norway\n\n" + story:                 "",
		"- first point\n\n" + story:          "",
		"“Ready” – Norway signs port deal as election nears\n\n" + story: "“Ready” – Norway signs port deal as election nears",
	}
	for text, want := range cases {
		if got := titleOf(text); got != want {
			t.Errorf("%.60q: title %q, want %q", text, got, want)
		}
	}
}

const markdown = `---
title: "Norway signs: a port deal"
outlet: The Fjord Paper
author: Kari Berg
date: 2025-03-31T10:00:00Z
tags:
  - ports
address: https://fjord.example/port
---

# The *deal* of the year

The **finance minister** of Norway met [the Baltic Fund](https://fund.example) on
Monday. She said that it\* costs &euro;40 and ` + "`no more`" + `.

- first, the quay
- then the ~~road~~ railway

> Nobody was told.

| Year | Sum |
|------|-----|
| 2025 | 40  |

<script>alert(1)</script>

<div>A box of the writer.</div>

![a picture](https://track.example/pixel.png)
`

func TestMarkdown(t *testing.T) {
	a, err := FromBytes([]byte(markdown), ".md")
	if err != nil {
		t.Fatal(err)
	}
	want := "The deal of the year\n\n" +
		"The finance minister of Norway met the Baltic Fund on Monday. She said that it* costs €40 and no more.\n\n" +
		"- first, the quay\n- then the road railway\n\nNobody was told.\n\nYear Sum\n\n2025 40\n\nA box of the writer."
	if a.Text != want {
		t.Errorf("text is\n%q\nwant\n%q", a.Text, want)
	}
	if a.Title != "Norway signs: a port deal" || a.Outlet != "The Fjord Paper" || a.Author != "Kari Berg" ||
		a.Published.Format("2006-01-02") != "2025-03-31" || a.Address != "https://fjord.example/port" {
		t.Errorf("head: %+v", a)
	}
}

func TestMarkdownWithoutHead(t *testing.T) {
	a, err := FromBytes([]byte("# Port deal\n\n"+story), ".markdown")
	if err != nil || a.Title != "Port deal" || a.Text != "Port deal\n\n"+story {
		t.Errorf("%v, %q, %q", err, a.Title, a.Text)
	}
	// A rule of dashes is no head, and an unknown date is said.
	a, err = FromBytes([]byte("---\n"+story+"\n---\n"+story), ".md")
	if err != nil || strings.Count(a.Text, story) != 2 || a.Title != "" {
		t.Errorf("%v, %q", err, a.Text)
	}
	a, err = FromBytes([]byte("---\ndate: 03/04/2025\n---\n"+story), ".md")
	if err != nil || !a.Published.IsZero() || len(a.Notes) != 1 {
		t.Errorf("%v, %v, %q", err, a.Published, a.Notes)
	}
}

func TestMarkdownNestedWithoutEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString(strings.Repeat(">", 20000) + " x\n\n" + strings.Repeat("[", 10000) + "\n\n")
	for i := range 1200 {
		b.WriteString(strings.Repeat(" ", i) + "- y\n")
	}
	a, err := FromBytes([]byte(b.String()+"\n\n"+story), ".md")
	if err != nil || !strings.HasSuffix(a.Text, story) || len(a.Notes) == 0 {
		t.Errorf("%v, notes %q", err, a.Notes)
	}
}

func TestParseDay(t *testing.T) {
	for _, s := range []string{"2025-03-31", "2025-03-31T23:30:00-08:00", "31 March 2025", "March 31, 2025", "Monday, 31 March 2025"} {
		if day, ok := ParseDay(s); !ok || day.Format("2006-01-02") != "2025-03-31" {
			t.Errorf("%q: %v", s, day)
		}
	}
	for _, s := range []string{"", "03/04/2025", "soon", "2025-13-40", "0000-01-01", "12345678901"} {
		if day, ok := ParseDay(s); ok {
			t.Errorf("%q was taken for %v", s, day)
		}
	}
}

func TestWebPage(t *testing.T) {
	page, err := os.ReadFile("testdata/page.html")
	if err != nil {
		t.Fatal(err)
	}
	a, err := FromBytes(page, ".html")
	if err != nil {
		t.Fatal(err)
	}
	want := "The finance minister of Norway, Ingrid Halvorsen, signed an agreement with the Baltic Fund on Monday, ending a year of talks.\n\n" +
		"“We are ready,” she told reporters in Oslo. The fund will pay 40 million euros to the port of Larvik, and work on the new quay is to begin in May.\n\n" +
		"What happens next\n\n" +
		"Parliament votes on the agreement in June. The opposition Coast Party said that it would ask for changes, because the town carries all the risk.\n\n" +
		"The mayor, Olav Lunde, welcomed the deal but warned that the road to the port must be widened first, at a cost that nobody has counted."
	if a.Text != want {
		t.Errorf("text is\n%s\nwant\n%s", a.Text, want)
	}
	if a.Title != "Norway signs port deal with Baltic Fund" || a.Outlet != "The Fjord Paper" || a.Author != "Kari Berg" ||
		a.Published.Format("2006-01-02") != "2025-03-31" || a.Address != "https://fjord.example/news/port-deal" {
		t.Errorf("title %q, outlet %q, author %q, day %v, address %q", a.Title, a.Outlet, a.Author, a.Published, a.Address)
	}
	if notes := strings.Join(a.Notes, " "); notes != "Picture captions were left out." {
		t.Errorf("notes %q", notes)
	}
}

// Pages made to hurt: what runs, hides or nests without end.
func TestHostilePages(t *testing.T) {
	cases := map[string]string{
		"scripts": "<html><head><script>var CANARY=1</script><style>CANARY{}</style></head><body onload='CANARY()'><p>" + story +
			"</p><svg><script>CANARY</script></svg><iframe src=CANARY></iframe></body></html>",
		"deep":     "<!doctype html><p>" + story + "</p>" + strings.Repeat("<div>", 100000) + "deep",
		"crossed":  "<p>" + story + "</p>" + strings.Repeat("<table><a><b><i><u>", 500) + strings.Repeat("</a></b></table>x", 500),
		"entities": "<p>" + story + "</p><p>" + strings.Repeat("&#0;&#xD800;&#x110000;&notit;&lt;p&gt;", 500),
		"bare":     "<p>" + story,
	}
	for name, page := range cases {
		a, err := FromBytes([]byte(page), ".html")
		if err != nil || !strings.Contains(a.Text, story) {
			t.Errorf("%s: %v, %.200q", name, err, a.Text)
		}
		if strings.Contains(a.Text, "CANARY") || strings.Contains(a.Text, "\x00") {
			t.Errorf("%s: %.200q", name, a.Text)
		}
	}
}

func FuzzReadWeb(f *testing.F) {
	f.Add("<p>Some words.</p>")
	f.Add("<table><tr><td>a<td>b</table><ul><li>x<li>y")
	f.Add("<html><head><meta property=og:url content='http://['><time datetime=2025-03-31>")
	f.Add("<a><b><p></a></b><figcaption>c</figcaption><br><br>")
	f.Add("<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"author\":[1,{}],\"datePublished\":\"99999\"}</script><p>x")
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) {
			t.Skip()
		}
		a, err := readWeb(page)
		if err == nil && !utf8.ValidString(a.Text) {
			t.Errorf("text is not UTF-8: %q", a.Text)
		}
	})
}

func FuzzFromBytes(f *testing.F) {
	f.Add([]byte(markdown), 1)
	f.Add([]byte(story), 0)
	f.Add([]byte("---\ntitle\n---"), 1)
	f.Add([]byte("<html><p>"+story), 2)
	endings := []string{".txt", ".md", ".html", ""}
	f.Fuzz(func(t *testing.T, data []byte, ending int) {
		a, err := FromBytes(data, endings[uint(ending)%4])
		if err != nil {
			return
		}
		if !utf8.ValidString(a.Text) || a.ID != ID(a.Text) || a.Language != english {
			t.Errorf("%q: %+v", data, a)
		}
		if strings.ContainsAny(a.Text, "\x00\x1b") {
			t.Errorf("%q kept control characters: %q", data, a.Text)
		}
	})
}
