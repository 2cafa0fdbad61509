package article

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Numbers of the choice between the main text and the whole page.
const (
	shortMain = 200 // letters under which the main text is doubted
	partOf    = 4   // the page must have this many times more
)

// readWeb reads a saved web page: the main text without menus and adverts,
// and what the page says about itself. Nothing in it is run or fetched.
func readWeb(page string) (Article, error) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		// The parser refuses pages nested deeper than 512 elements.
		return Article{
			Text:  strippedText(page),
			Notes: []string{"The page is nested too deep to find its main text: all its words were taken."},
		}, nil
	}
	a := Article{Address: addressOf(doc)}
	base, err := url.Parse(a.Address)
	if err != nil {
		base = nil
	}
	day := dayOf(doc)
	whole, _, _ := textOf(doc, false)
	main, err := readability.FromDocument(doc, base)
	if err == nil && main.Node != nil {
		var captions int
		a.Text, _, captions = textOf(main.Node, false)
		if captions > 0 {
			a.Notes = append(a.Notes, "Picture captions were left out.")
		}
	}
	if n := utf8.RuneCountInString(a.Text); n < shortMain && utf8.RuneCountInString(whole) > partOf*n {
		a.Text = whole
		a.Notes = []string{"The main text of the page was not found: all its words were taken."}
	}
	a.Title, a.Outlet = main.Title(), main.SiteName()
	a.Author = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(main.Byline()), "By "), "by ")
	a.Text = withoutHeadLines(a.Text, a.Title, a.Author)
	a.Published = day
	if t, err := main.PublishedTime(); err == nil && t.Year() > 1000 && t.Year() < 3000 {
		a.Published = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return a, nil
}

// withoutHeadLines takes away the first paragraphs that only repeat the title
// and the author's name: both are known already and are no sentences.
func withoutHeadLines(text, title, author string) string {
	for range 3 {
		first, rest, ok := strings.Cut(text, "\n\n")
		line := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(first, "By "), "by "))
		if !ok || line == "" || !strings.EqualFold(line, title) && !strings.EqualFold(line, author) {
			break
		}
		text = rest
	}
	return text
}

// elements visits all elements below n in order. It does not call itself, so
// that no page is too deep for it.
func elements(n *html.Node, visit func(*html.Node)) {
	for at := range n.Descendants() {
		if at.Type == html.ElementNode {
			visit(at)
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// addressOf is the address that the page gives as its own.
func addressOf(doc *html.Node) string {
	canonical, og := "", ""
	elements(doc, func(n *html.Node) {
		switch {
		case n.DataAtom == atom.Link && canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical"):
			canonical = attr(n, "href")
		case n.DataAtom == atom.Meta && og == "" && attr(n, "property") == "og:url":
			og = attr(n, "content")
		}
	})
	for _, address := range []string{canonical, og} {
		if u, err := url.Parse(address); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return u.String()
		}
	}
	return ""
}

// dayOf is the day in the page's own marks, for pages that lack the usual
// ones: a <meta name="date">, or the first <time> with a day.
func dayOf(doc *html.Node) time.Time {
	var meta, first time.Time
	elements(doc, func(n *html.Node) {
		switch n.DataAtom {
		case atom.Meta:
			name := strings.ToLower(attr(n, "name"))
			if name == "date" || name == "dc.date" || name == "pubdate" || name == "publish-date" || attr(n, "itemprop") == "datePublished" {
				if day, ok := ParseDay(attr(n, "content")); ok && meta.IsZero() {
					meta = day
				}
			}
		case atom.Time:
			if day, ok := ParseDay(attr(n, "datetime")); ok && first.IsZero() {
				first = day
			}
		}
	})
	if !meta.IsZero() {
		return meta
	}
	return first
}
