package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The elements of a page that hold no words of the article.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Iframe: true, atom.Object: true, atom.Select: true, atom.Button: true, atom.Textarea: true, atom.Input: true,
	atom.Head: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Nav: true,
}

// The elements that stand on lines of their own.
var block = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Dd: true,
	atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figure: true, atom.Footer: true,
	atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Header: true, atom.Hr: true, atom.Html: true, atom.Li: true, atom.Main: true, atom.Ol: true, atom.P: true,
	atom.Pre: true, atom.Section: true, atom.Table: true, atom.Tbody: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// pageWriter puts the words of a page into paragraphs.
type pageWriter struct {
	out   strings.Builder
	gap   int // line ends that are due before the next word
	space bool
	list  bool // list items keep a dash
	mark  string
}

// word writes text of the page; runs of white space become one space, as a
// browser shows them.
func (w *pageWriter) words(text string) {
	for i, r := range text {
		if unicode.IsSpace(r) {
			w.space = true
			continue
		}
		if w.out.Len() > 0 {
			switch {
			case w.gap > 0:
				w.out.WriteString("\n\n"[:w.gap])
			case w.space:
				w.out.WriteByte(' ')
			}
		}
		w.out.WriteString(w.mark)
		w.gap, w.space, w.mark = 0, false, ""
		w.out.WriteString(text[i : i+len(string(r))])
	}
}

func (w *pageWriter) lineEnd(n int) {
	w.gap = max(w.gap, n)
	w.space = false
}

func (w *pageWriter) enter(n *html.Node) {
	switch {
	case n.DataAtom == atom.Br:
		w.lineEnd(1)
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		w.space = true
	case n.DataAtom == atom.Li && w.list:
		w.lineEnd(1)
		w.mark = "- "
	case block[n.DataAtom]:
		w.lineEnd(2)
	}
}

func (w *pageWriter) leave(n *html.Node) {
	switch {
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		w.space = true
	case n.DataAtom == atom.Li && w.list:
		w.lineEnd(1)
		w.mark = ""
	case block[n.DataAtom]:
		w.lineEnd(2)
	}
}

// textOf returns the words below root in paragraphs, the first heading if
// nothing stands before it, and how many picture captions were left out:
// they tell of old pictures as often as of the news. It goes without
// recursion: a page may nest its elements a hundred thousand deep.
func textOf(root *html.Node, list bool) (text, heading string, captions int) {
	w := pageWalk{pageWriter: pageWriter{list: list}}
	for n := root; n != nil; {
		if w.visit(n) {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
			w.leave(n)
			w.endHeading(n)
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	return w.out.String(), w.heading, w.captions
}

// pageWalk is a pageWriter on its way through a tree.
type pageWalk struct {
	pageWriter
	opening  *html.Node // the heading that opens the text
	heading  string
	captions int
}

// visit writes what n itself gives, and reports whether its children follow.
func (w *pageWalk) visit(n *html.Node) bool {
	switch n.Type {
	case html.TextNode:
		w.words(n.Data)
		return false
	case html.ElementNode, html.DocumentNode:
	default:
		return false
	}
	if n.DataAtom == atom.Figcaption {
		w.captions++
		return false
	}
	if silent[n.DataAtom] || isReference(n) {
		return false
	}
	if w.opening == nil && isHeading(n) && w.out.Len() == 0 {
		w.opening = n
	}
	w.enter(n)
	if n.FirstChild == nil {
		w.leave(n)
		return false
	}
	return true
}

// endHeading keeps the words of the heading that opens the text.
func (w *pageWalk) endHeading(n *html.Node) {
	if n == w.opening && w.heading == "" {
		w.heading = w.out.String()
	}
}

func isHeading(n *html.Node) bool {
	return n.DataAtom == atom.H1 || n.DataAtom == atom.H2
}

// isReference reports the small numbers that lead to a footnote.
func isReference(n *html.Node) bool {
	return n.DataAtom == atom.Sup && strings.Contains(attr(n, "class"), "reference")
}

// textOfPage returns the words of a page given as mark-up.
func textOfPage(page string, list bool) (text, heading string, captions int) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return strippedText(page), "", 0
	}
	return textOf(doc, list)
}

// strippedText takes the mark-up out of a page without building its tree.
func strippedText(page string) string {
	var w pageWriter
	z := html.NewTokenizer(strings.NewReader(page))
	hidden := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.out.String()
		case html.TextToken:
			if hidden == 0 {
				w.words(string(z.Text()))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			at := atom.Lookup(name)
			if hidden == 0 && (at == atom.Script || at == atom.Style || at == atom.Noscript || at == atom.Template) {
				hidden = at
			}
			w.enter(&html.Node{DataAtom: at})
		case html.EndTagToken:
			name, _ := z.TagName()
			at := atom.Lookup(name)
			if at == hidden {
				hidden = 0
			}
			w.leave(&html.Node{DataAtom: at})
		}
	}
}
