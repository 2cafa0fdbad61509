package article

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// deepestQuote is how many marks of quotation at the start of a line are
// taken in earnest; the time that Markdown takes grows with the square.
const deepestQuote = 32

// readMarkdown reads Markdown. A head between two lines of three dashes may
// give title, outlet, author, date and address; the mark-up goes, the words
// and the dashes of lists stay.
func readMarkdown(text string) (Article, error) {
	head, body := cutHead(text)
	var page bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	body, flat := flatten(body)
	if err := md.Convert([]byte(body), &page); err != nil {
		return Article{}, ErrReader
	}
	var a Article
	if flat {
		a.Notes = append(a.Notes, "Quotations and brackets nested very deep were made flat.")
	}
	var heading string
	a.Text, heading, _ = textOfPage(page.String(), true)
	if utf8.RuneCountInString(heading) <= longestTitle {
		a.Title = heading
	}
	head.apply(&a)
	return a, nil
}

// flatten takes away nesting that no person writes and that makes a parser
// slow: more than deepestQuote marks of quotation, brackets or steps of
// indentation on a line.
func flatten(body string) (string, bool) {
	changed := false
	lines := strings.SplitAfter(body, "\n")
	for i, line := range lines {
		marks := len(line) - len(strings.TrimLeft(line, "> \t-+*"))
		if marks > 4*deepestQuote {
			lines[i], changed = line[marks:], true
		}
		if strings.Count(line, "[") > 1000 {
			lines[i], changed = strings.NewReplacer("[", "", "]", "").Replace(lines[i]), true
		}
	}
	return strings.Join(lines, ""), changed
}

// head is what a file says about itself before its text.
type head map[string]string

// cutHead takes the head off a Markdown file. A file without one, or with a
// rule of dashes at its start, keeps all its text.
func cutHead(text string) (head, string) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, "\r\n"), "---")
	if !ok {
		return nil, text
	}
	first, rest, ok := strings.Cut(rest, "\n")
	if !ok || strings.TrimSpace(first) != "" {
		return nil, text
	}
	h := head{}
	for {
		line, after, more := strings.Cut(rest, "\n")
		rest = after
		line = strings.TrimRight(line, " \t\r")
		if line == "---" || line == "..." {
			return h, rest
		}
		if !more {
			return nil, text
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			if strings.TrimSpace(line) != "" && !strings.HasPrefix(strings.TrimSpace(line), "-") && !strings.HasPrefix(line, "#") {
				return nil, text
			}
			continue
		}
		h[strings.ToLower(strings.TrimSpace(key))] = unquote(strings.TrimSpace(value))
	}
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// apply writes what the head says into the article. Heads of different
// programs call the same thing by different words.
func (h head) apply(a *Article) {
	first := func(keys ...string) string {
		for _, k := range keys {
			if v := h[k]; v != "" {
				return v
			}
		}
		return ""
	}
	if title := first("title", "headline"); title != "" {
		a.Title = title
	}
	a.Outlet = first("outlet", "publisher", "publication", "site", "source")
	a.Author = strings.Trim(first("author", "authors", "byline"), "[]")
	a.Address = first("address", "url", "link", "canonical")
	if written := first("date", "published", "pubdate"); written != "" {
		day, ok := ParseDay(written)
		if !ok {
			a.Notes = append(a.Notes, "The date "+Shown(written)+" was not understood.")
		}
		a.Published = day
	}
}

// dayLayouts are the ways of writing a day that are understood. 03/04/2025 is
// none of them: it is two days, depending on who reads it.
var dayLayouts = []string{
	"2006-01-02", "2006-1-2", "2006/01/02", "20060102", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006",
	"Monday, 2 January 2006", "Monday, January 2, 2006", "January 2 2006", "Mon, 2 Jan 2006",
}

// ParseDay reads the day of a publication, with or without a time behind it.
func ParseDay(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') && s[4] == '-' {
		s = s[:10]
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return t, true
		}
	}
	return time.Time{}, false
}
