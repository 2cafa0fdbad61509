package marked

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"byline/graphmodel"
)

// monospaced is a measure without a font: 7 a letter, 8 a bold one.
func monospaced(words string, bold bool) float32 {
	w := float32(0)
	for _, r := range words {
		if bold && r != ' ' {
			w++
		}
		w += 7
	}
	return w
}

// checkLines reports what is wrong with the lines of a content.
func checkLines(t *testing.T, c Content, style Style, width float32) []line {
	t.Helper()
	lines, height := breakLines(c, style, width, monospaced)
	if style.Most == 0 {
		checkWhole(t, c.Text, lines)
	} else if len(lines) > style.Most {
		t.Errorf("%d lines, at most %d may be", len(lines), style.Most)
	}
	y := float32(0)
	for n, l := range lines {
		if l.y < y {
			t.Errorf("line %d at %g lies over the one before", n, l.y)
		}
		y = l.y + style.Line
		checkPieces(t, c, l, width)
	}
	if height != y {
		t.Errorf("the height is %g, the last line ends at %g", height, y)
	}
	return lines
}

// checkWhole looks whether the lines hold the text but for white space between
// them, each byte once.
func checkWhole(t *testing.T, text string, lines []line) {
	t.Helper()
	at := 0
	for n, l := range lines {
		if l.Start < at || l.End <= l.Start || l.End > len(text) {
			t.Fatalf("line %d is %v, the one before ends at %d", n, l.Span, at)
		}
		if left := strings.TrimSpace(text[at:l.Start]); left != "" {
			t.Errorf("%q is lost before line %d", left, n)
		}
		at = l.End
	}
	if left := strings.TrimSpace(text[at:]); left != "" {
		t.Errorf("%q is lost at the end", left)
	}
}

// checkPieces looks whether the pieces of a line add up to it, fit, and wear
// the marks of their bytes.
func checkPieces(t *testing.T, c Content, l line, width float32) {
	t.Helper()
	all := pieces(c, l, monospaced)
	at, x := l.Start, float32(0)
	for _, p := range all {
		if p.Start != at || p.End <= p.Start || p.x != x {
			t.Fatalf("piece %v at %g follows byte %d at %g", p.Span, p.x, at, x)
		}
		at, x = p.End, p.x+p.w
		if utf8.ValidString(c.Text) && !utf8.ValidString(c.Text[p.Start:p.End]) {
			t.Errorf("piece %v cuts a letter", p.Span)
		}
		for i := p.Start; i < p.End; i++ {
			checkByte(t, c, l, p, i)
		}
	}
	if at != l.End {
		t.Errorf("the pieces of line %v end at %d", l.Span, at)
	}
	if x > width && utf8.RuneCountInString(c.Text[l.Start:l.End]) > 1 {
		t.Errorf("line %q is %g wide of %g", c.Text[l.Start:l.End], x, width)
	}
}

func checkByte(t *testing.T, c Content, l line, p piece, i int) {
	t.Helper()
	want := unmarked
	if inAny(c.Second, i) {
		want = secondMark
	}
	if inAny(c.Mark, i) {
		want = firstMark
	}
	// Where marks overlap in part, a piece may belong to both.
	if p.level != want {
		t.Errorf("byte %d has mark %d, not %d", i, p.level, want)
	}
	if want := l.bold || inAny(c.Bold, i); p.bold != want {
		t.Errorf("byte %d is bold: %v", i, p.bold)
	}
	if want := inAny(c.Dim, i); p.dim != want {
		t.Errorf("byte %d is dim: %v", i, p.dim)
	}
	name := -1
	for n, x := range c.Names {
		if x.Start <= i && i < x.End {
			name = n
		}
	}
	if p.name != name {
		t.Errorf("byte %d names %d, not %d", i, p.name, name)
	}
}

func inAny(spans []Span, i int) bool {
	for _, s := range spans {
		if s.Start <= i && i < s.End {
			return true
		}
	}
	return false
}

// spanOf is where words stand in a text.
func spanOf(text, words string) Span {
	i := strings.Index(text, words)
	return Span{i, i + len(words)}
}

const voss = "Ana Voss, who led the Harbour Board until May, has criticised the fishing ban."

func vossContent() Content {
	return Content{
		Text: voss,
		Names: []Name{
			{spanOf(voss, "fishing ban"), graphmodel.Measure, "ban"},
			{spanOf(voss, "Ana Voss"), graphmodel.Person, "voss"},
			{spanOf(voss, "Harbour Board"), graphmodel.Organisation, "board"},
		},
		Bold: []Span{spanOf(voss, "criticised")},
		Mark: []Span{spanOf(voss, "who led the Harbour Board until May")},
		Dim:  []Span{spanOf(voss, "until May")},
	}.tidy()
}

func TestLinesOfEveryWidthHoldTheWholeText(t *testing.T) {
	for width := float32(5); width < 700; width += 9 {
		lines := checkLines(t, vossContent(), Style{Line: 20}, width)
		if width > 600 && len(lines) != 1 {
			t.Errorf("%d lines at %g", len(lines), width)
		}
		if t.Failed() {
			t.Fatalf("at width %g", width)
		}
	}
}

func TestLinesBreakAtSpaces(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		want  []string
	}{
		{"one two three", 7 * 7, []string{"one two", "three"}},
		{"one two three", 13 * 7, []string{"one two three"}},
		{"one      two three", 9 * 7, []string{"one", "two three"}},
		{"one two\n\n  three ", 70, []string{"one two", "three"}},
		{"abcdefghij", 4 * 7, []string{"abcd", "efgh", "ij"}},
		{"a abcdefghij b", 4 * 7, []string{"a", "abcd", "efgh", "ij b"}},
		{"äöüß", 2 * 7, []string{"äö", "üß"}},
		{"äö", 1, []string{"ä", "ö"}},
		{"", 70, nil},
		{" \n\t", 70, nil},
	} {
		var got []string
		for _, l := range checkLines(t, Content{Text: c.text}, Style{Line: 20}, c.width) {
			got = append(got, c.text[l.Start:l.End])
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q at %g: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestTextWithoutSpacesIsWalkedOnce(t *testing.T) {
	text, measured := strings.Repeat("ж", 40000), 0
	lines, _ := breakLines(Content{Text: text}, Style{Line: 20}, 350, func(words string, bold bool) float32 {
		measured += len(words)
		return monospaced(words, bold)
	})
	checkWhole(t, text, lines)
	if want := 40000 / 50; len(lines) != want {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
	if most := 60 * len(text); measured > most {
		t.Errorf("%d bytes were measured of a text of %d", measured, len(text))
	}
}

func TestMostLinesAreCut(t *testing.T) {
	lines := checkLines(t, Content{Text: "one two three four five"}, Style{Line: 20, Most: 2}, 7*7)
	if len(lines) != 2 || lines[0].cut || !lines[1].cut {
		t.Errorf("the second of two lines is the one that is cut: %+v", lines)
	}
	lines = checkLines(t, Content{Text: "one two three"}, Style{Line: 20, Most: 2}, 7*7)
	if len(lines) != 2 || lines[1].cut {
		t.Errorf("nothing is left out, and nothing is cut: %+v", lines)
	}
	lines = checkLines(t, Content{Text: "one\ntwo\nthree"}, Style{Line: 20, Most: 2}, 70)
	if len(lines) != 2 || !lines[1].cut {
		t.Errorf("a paragraph is left out: %+v", lines)
	}
}

func TestTidyDropsWhatIsOutsideAndOverlaps(t *testing.T) {
	text := "Zoë met the board"
	c := Content{Text: text, Names: []Name{
		{Span{0, 3}, graphmodel.Person, "half"}, // ends inside ë
		{Span{0, 4}, graphmodel.Person, "zoe"},
		{Span{2, 6}, graphmodel.Person, "over"},
		{Span{9, 200}, graphmodel.Person, "outside"},
		{Span{-1, 2}, graphmodel.Person, "before"},
		{Span{7, 7}, graphmodel.Person, "empty"},
		{Span{9, 12}, graphmodel.Organisation, "short"},
		{Span{9, 18}, graphmodel.Organisation, "board"},
	}, Mark: []Span{{5, 8}, {0, 300}, {1, 3}}}.tidy()
	var ids []string
	for _, n := range c.Names {
		ids = append(ids, n.ID)
	}
	if want := []string{"zoe", "board"}; !reflect.DeepEqual(ids, want) {
		t.Errorf("kept %v, want %v", ids, want)
	}
	if want := []Span{{5, 8}}; !reflect.DeepEqual(c.Mark, want) {
		t.Errorf("marks %v, want %v", c.Mark, want)
	}
}

func TestCutMovesTheMarksAlong(t *testing.T) {
	c := vossContent().Cut(spanOf(voss, "the Harbour Board until"))
	at := func(s Span) string { return c.Text[s.Start:s.End] }
	if len(c.Names) != 1 || at(c.Names[0].Span) != "Harbour Board" || c.Names[0].ID != "board" {
		t.Errorf("names %+v", c.Names)
	}
	if len(c.Mark) != 1 || at(c.Mark[0]) != "the Harbour Board until" {
		t.Errorf("a mark that reaches beyond is cut: %+v", c.Mark)
	}
	if len(c.Dim) != 1 || at(c.Dim[0]) != "until" || len(c.Bold) != 0 {
		t.Errorf("dim %+v, bold %+v", c.Dim, c.Bold)
	}
	if got := vossContent().Cut(Span{5, 4000}); got.Text != "" {
		t.Errorf("a cut outside the text holds %q", got.Text)
	}
}

func TestHeadings(t *testing.T) {
	text := "Fishing ban begins\n\nThe ban begins in spring, the board said on Monday in the town.\n\nA short one.\n\nThe last line of all"
	lines := checkLines(t, Content{Text: text, Headings: true}, Style{Line: 20, Gap: 8}, 4000)
	var bold []bool
	for _, l := range lines {
		bold = append(bold, l.bold)
	}
	if want := []bool{true, false, false, false}; !reflect.DeepEqual(bold, want) {
		t.Errorf("headings %v, want %v", bold, want)
	}
	if lines[1].y != 28 {
		t.Errorf("after a blank line there is a gap: %g", lines[1].y)
	}
}

// FuzzLines breaks any text, with marks anywhere, at any width.
func FuzzLines(f *testing.F) {
	for _, text := range []string{
		voss, "", "a", "   ", "a\xffb\xc3", "\xe2\x80", "x\u00a0y\u2003z\u2028w", "日本語の文章は空白がない", "👩‍👩‍👧 family",
		"a\r\nb\r\n\r\nc\td", strings.Repeat("word ", 50), strings.Repeat("w", 900), "e\u0301\u0301\u0301 x", "# Head\nBody of it here.\n",
		"one                              two",
	} {
		f.Add(text, uint16(60), uint8(0), uint8(3), uint8(9), uint8(20), true)
		f.Add(text, uint16(3), uint8(2), uint8(0), uint8(1), uint8(5), false)
	}
	f.Fuzz(func(t *testing.T, text string, width uint16, most, a, b, c uint8, headings bool) {
		x, y, z := int(a), int(a)+int(b), int(a)+int(b)+int(c)
		content := Content{
			Text: text, Headings: headings,
			Names:  []Name{{Span{x, y}, graphmodel.Person, "p"}, {Span{y - 1, z}, graphmodel.Country, "c"}, {Span{z, z + 2}, "", "o"}},
			Bold:   []Span{{y, z}},
			Mark:   []Span{{x, z}},
			Second: []Span{{0, y}},
			Dim:    []Span{{z, z + 4}},
		}.tidy()
		lines := checkLines(t, content, Style{Line: 20, Gap: 8, Most: int(most % 4)}, float32(width%600)+1)
		for _, l := range lines {
			if r, _ := utf8.DecodeRuneInString(text[l.Start:]); unicode.IsSpace(r) {
				t.Errorf("a line starts with a space")
			}
		}
		if s := (Span{x, z}); s.within(text) {
			if got := content.Cut(s); got.Text != text[x:z] || !reflect.DeepEqual(got.tidy(), got) && len(got.Names) > 0 {
				t.Errorf("cut %v of %q is %+v", s, text, got)
			}
		}
	})
}
