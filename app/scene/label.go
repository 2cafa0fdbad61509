package scene

import (
	"math"
	"strings"
	"unicode"
)

// Sizes of the names beside shapes.
const (
	labelSize   = 12
	boldSize    = 13
	mapBoldSize = 15
	labelWrap   = 124
	lineHeight  = 15
)

// label is a name as it is set: one or two lines.
type label struct {
	lines  []string
	widths []float64
	size   float64
	bold   bool
}

// width is that of the widest line.
func (l label) width() float64 {
	w := 0.0
	for _, x := range l.widths {
		w = math.Max(w, x)
	}
	return w
}

func (l label) lineHeight() float64 { return math.Round(lineHeight * l.size / labelSize) }

func (l label) height() float64 { return l.lineHeight() * float64(len(l.lines)) }

// Limits of a name: no real one is longer, and no letter carries more marks.
const (
	mostLetters = 160
	mostMarks   = 8
)

// plainName is a name as it can be drawn: single spaces, no signs that steer
// the direction or show nothing, and no heap of marks on one letter.
func plainName(name string) string {
	var b strings.Builder
	letters, marks, space := 0, 0, false
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.In(r, unicode.Cc, unicode.Cf):
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > mostMarks {
				continue
			}
		default:
			marks = 0
		}
		if letters++; letters > mostLetters {
			b.WriteString("…")
			return b.String()
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// setLabel sets a name on one line, or on two if it is wider than 124; what
// does not fit on two ends in "…" after a whole word.
func setLabel(name string, size float64, bold bool) label {
	return newLabel(wrap(strings.Fields(name), FontOf(bold), size), size, bold)
}

// setEven sets a name on two lines as even as can be, for places where its
// usual form finds no room. It returns false if the name is one word, or too
// long.
func setEven(name string, size float64, bold bool) (label, bool) {
	const most = 80 // words that two lines can hold
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > most {
		return label{}, false
	}
	font, best, at := FontOf(bold), math.Inf(1), 0
	for i := 1; i < len(words); i++ {
		first, second := strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		if w := math.Max(font.Width(first, size), font.Width(second, size)); w < best {
			best, at = w, i
		}
	}
	if best > labelWrap {
		return label{}, false
	}
	return newLabel([]string{strings.Join(words[:at], " "), strings.Join(words[at:], " ")}, size, bold), true
}

func newLabel(lines []string, size float64, bold bool) label {
	l := label{lines: lines, size: size, bold: bold}
	for _, line := range lines {
		l.widths = append(l.widths, FontOf(bold).Width(line, size))
	}
	return l
}

func wrap(words []string, font *Font, size float64) []string {
	first, rest := fill(words, font, size, "")
	if len(rest) == 0 {
		return []string{first}
	}
	second, over := fill(rest, font, size, "")
	if len(over) > 0 {
		second, _ = fill(rest, font, size, "…")
		second += "…"
	}
	return []string{first, second}
}

// fill takes as many words as fit on a line that ends in tail, at least one,
// and returns the line and the words left. A word too long by itself is cut.
func fill(words []string, font *Font, size float64, tail string) (string, []string) {
	line := ""
	for i, w := range words {
		next := w
		if i > 0 {
			next = line + " " + w
		}
		if font.Width(next+tail, size) > labelWrap {
			if i == 0 {
				return cut(w, font, size, tail), words[1:]
			}
			return line, words[i:]
		}
		line = next
	}
	return line, nil
}

// cut shortens one word that is wider than a line.
func cut(word string, font *Font, size float64, tail string) string {
	end := tail
	if end == "" {
		end = "…"
	}
	runes := []rune(word)
	for n := min(len(runes)-1, 80); n > 1; n-- {
		if font.Width(string(runes[:n])+end, size) <= labelWrap {
			if tail != "" {
				return string(runes[:n])
			}
			return string(runes[:n]) + end
		}
	}
	return word
}
