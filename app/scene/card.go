package scene

import (
	"sort"
	"strconv"
	"strings"
)

const (
	cardWidth   = 208
	cardPad     = 14
	cardLine    = 20
	cardName    = 13
	cardText    = 13
	cardRoom    = 10 // between shape and card
	cardCorner  = 5
	cardNameGap = 4
)

// drawCard is the card of the hovered thing: name, what it is, how much is
// known of it.
func (b *builder) drawCard() {
	if b.hovered < 0 || !b.v.State.Card {
		return
	}
	n, st := &b.m.nodes[b.hovered], b.v.Style
	lines := cardLines(n)
	names := cardNames(n.name)
	height := float64(2*cardPad-4) + float64(len(names)+len(lines))*cardLine + cardNameGap
	box := b.cardBox(height)
	marks := []Mark{Plate{Rect: box, Corner: cardCorner, Fill: st.Panel, Stroke: st.Border, Width: 1}}
	x, y := box.X+cardPad, box.Y+cardPad-2
	marks = append(marks, Shape{Kind: n.kind, X: x + 9, Y: y + cardLine/2, R: 8.5, Fill: st.Kind(n.kind)})
	marks = appendSign(marks, n.kind, n.sign, n.letters, x+9, y+cardLine/2, 8.5, st.Glyph)
	for _, line := range names {
		marks = append(marks, Words{X: x + 27, Y: baseline(y, cardLine, cardName), Text: line, Size: cardName, Bold: true, Colour: st.Ink})
		y += cardLine
	}
	y += cardNameGap
	for _, line := range lines {
		marks = append(marks, Words{X: x, Y: baseline(y, cardLine, cardText), Text: line, Size: cardText, Colour: st.Ink2})
		y += cardLine
	}
	b.layer("card", marks)
}

// cardNames sets the name on the card, on three lines at most.
func cardNames(name string) []string {
	const width = cardWidth - 2*cardPad - 27
	font := Bold()
	lines := []string{""}
	for _, w := range strings.Fields(name) {
		last := &lines[len(lines)-1]
		next := strings.TrimSpace(*last + " " + w)
		if *last != "" && font.Width(next, cardName) > width {
			if len(lines) == 3 {
				*last += "…"
				break
			}
			lines = append(lines, w)
			continue
		}
		*last = next
	}
	for i, line := range lines {
		lines[i] = fitFont(font, line, width, cardName)
	}
	return lines
}

func cardLines(n *node) []string {
	var lines []string
	if n.detail != "" {
		lines = append(lines, fit(n.detail, cardWidth-2*cardPad, cardText))
	}
	return append(lines, plural(n.links, "link")+" · "+plural(n.articles, "article"))
}

// fit shortens words to a width.
func fit(words string, width, size float64) string { return fitFont(Regular(), words, width, size) }

func fitFont(font *Font, words string, width, size float64) string {
	const most = 1000 // letters that any line holds; more are noise
	runes := []rune(words)
	if len(runes) <= most && font.Width(words, size) <= width {
		return words
	}
	runes = runes[:min(len(runes), most)]
	n := sort.Search(len(runes), func(n int) bool { return font.Width(string(runes[:n+1])+"…", size) > width })
	return strings.TrimRight(string(runes[:max(n, 1)]), " ") + "…"
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return strconv.Itoa(n) + " " + word + "s"
}

// cardBox finds the side of the hovered thing where the card covers least of
// its links and stays in view.
func (b *builder) cardBox(height float64) Rect {
	s := &b.spots[b.hovered]
	best, bestCost := Rect{}, forbidden
	view := Rect{4, 4, b.v.Camera.Width - 8, b.v.Camera.Height - 8}
	for k, at := range slots {
		gap := s.r*DiamondHalf + cardRoom
		box := Rect{s.x - cardWidth/2 + at.dx*(gap+cardWidth/2), s.y - height/2 + at.dy*(gap+height/2), cardWidth, height}
		cost := float64(k)
		for i := range b.strokes {
			if t := &b.strokes[i]; t.strong {
				cost += lengthInside(box, t.x1, t.y1, t.x2, t.y2)
			}
		}
		for _, w := range b.words {
			if w.box.meets(box) {
				cost += 30
			}
		}
		for _, p := range b.m.nodes[b.hovered].pairs {
			if i := b.m.pairs[p].other(b.hovered); b.shapeDistance(i, box) < 4 {
				cost += 60
			}
		}
		moved := Rect{clamp(box.X, view.X, max(view.X, view.X+view.W-box.W)), clamp(box.Y, view.Y, max(view.Y, view.Y+view.H-box.H)), box.W, box.H}
		if moved != box {
			cost += 400
		}
		if cost < bestCost {
			best, bestCost = moved, cost
		}
	}
	return best
}
