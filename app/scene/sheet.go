package scene

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"byline/graphmodel"
)

// Sheet is what stands round a picture that leaves the program. An empty
// line is left out.
type Sheet struct {
	Title  string
	Note   string // below the title
	Source string // at the foot: where it is from
	Credit string // at the foot, right
}

// Sizes of a sheet at its full size of 1600 by 1000; a smaller one has smaller
// letters, down to sheetLeast of them.
const (
	sheetWidth   = 1600
	sheetHeight  = 1000
	sheetLeast   = 0.62
	sheetMost    = 1.6
	sheetMargin  = 48
	sheetTitle   = 34
	sheetNote    = 18
	sheetFoot    = 15
	sheetHead    = 118 // height of title and note
	sheetTail    = 66  // height of the foot
	legendColumn = 378
	legendText   = 16
	narrowSheet  = 640 // below this width or flatSheet of height: the bare picture
	flatSheet    = 400
	sheetShrink  = 0.8 // how much smaller than in the window a graph is drawn
	sheetGrow    = 1.35
)

// Sheet makes a whole picture with title, legend and foot, for people who see
// nothing else of the program. The view's camera gives its size; the graph is
// fitted into the room that is left.
func (m *Model) Sheet(v View, words Sheet) Scene {
	v.Corner = false
	w, h := v.Camera.Width, v.Camera.Height
	if w < narrowSheet || h < flatSheet {
		v.Camera = v.Camera.Fit(m.bounds)
		return m.Build(v)
	}
	k := clamp(min(w/sheetWidth, h/sheetHeight), sheetLeast, sheetMost)
	room := Rect{sheetMargin * k / 2, sheetMargin * k / 2, w - sheetMargin*k/2 - (legendColumn+sheetMargin)*k, h - sheetMargin*k/2}
	if words.Title != "" || words.Note != "" {
		room.Y = sheetHead * k
		room.H -= room.Y - sheetMargin*k/2
	}
	if words.Source != "" || words.Credit != "" {
		room.H -= sheetTail * k
	} else {
		room.H -= sheetMargin * k / 2
	}
	fits := min(room.W/(m.bounds.W+2*fitMarginX), room.H/(m.bounds.H+2*fitMarginY))
	grow := clamp(fits, sheetShrink, sheetGrow*max(k, 1))
	v.Camera = v.Camera.Resize(room.W/grow, room.H/grow).Fit(m.bounds)
	out := m.Build(v)
	for i := range out.Layers {
		for j, mark := range out.Layers[i].Marks {
			out.Layers[i].Marks[j] = placed(mark, grow, room.X, room.Y)
		}
	}
	out.Width, out.Height = w, h
	out.nodes, out.lines, out.spots = nil, nil, nil
	out.Layers = append(out.Layers, Layer{"sheet", m.frame(v.Style, words, k, room, w, h)})
	return out
}

// frame is what stands round the picture in its room.
func (m *Model) frame(st Style, words Sheet, k float64, room Rect, w, h float64) []Mark {
	var out []Mark
	left, right, wide := sheetMargin*k, w-sheetMargin*k, w-2*sheetMargin*k
	line := func(x, y, size float64, bold bool, anchor Anchor, text string, wide float64) {
		if text != "" {
			text = fitFont(FontOf(bold), text, wide, size)
			out = append(out, Words{X: x, Y: y, Text: text, Size: size, Bold: bold, Anchor: anchor, Colour: st.Ink2})
		}
	}
	line(left, 66*k, sheetTitle*k, true, Start, words.Title, wide)
	if words.Title != "" {
		title := out[0].(Words)
		title.Colour = st.Ink
		out[0] = title
	}
	line(left, 97*k, sheetNote*k, false, Start, words.Note, wide)
	if words.Source != "" || words.Credit != "" {
		y := h - sheetTail*k
		out = append(out, Line{X1: left, Y1: y, X2: right, Y2: y, Width: 1, Colour: st.Line})
		credit := Regular().Width(words.Credit, sheetFoot*k)
		line(left, h-34*k, sheetFoot*k, false, Start, words.Source, wide-credit-sheetMargin*k)
		line(right, h-34*k, sheetFoot*k, false, End, words.Credit, wide)
	}
	x := right - legendColumn*k
	out = append(out, Line{X1: x, Y1: room.Y + 24*k, X2: x, Y2: room.Y + room.H - 24*k, Width: 1, Colour: st.Line})
	legend, high := m.legend(st)
	scale := min(k, (room.H-40*k)/max(high, 1))
	for _, mark := range legend {
		out = append(out, placed(mark, scale, x+36*k, room.Y+28*k))
	}
	return out
}

// legend explains what the picture holds and nothing else, at full size, and
// says how high it is.
func (m *Model) legend(st Style) (marks []Mark, height float64) {
	l := legend{style: st}
	l.kinds(m)
	l.sorts(m)
	l.statuses(m)
	notes := []string{"Arrow: from the doer. Bigger: more links."}
	if slices.ContainsFunc(m.nodes, func(n node) bool { return n.shown && n.hidden > 0 }) {
		notes = append(notes, "+3: neighbours not shown.")
	}
	for _, note := range notes {
		l.text(0, note, false, st.Ink2)
		l.y += 24
	}
	return l.marks, l.y
}

// legend is the column of explanations while it is written.
type legend struct {
	style Style
	marks []Mark
	y     float64
}

func (l *legend) text(x float64, words string, bold bool, ink color.RGBA) {
	l.marks = append(l.marks, Words{X: x, Y: l.y + capHeight*legendText, Text: words, Size: legendText, Bold: bold, Colour: ink})
}

func (l *legend) head(words string) {
	l.text(0, words, true, l.style.Ink)
	l.y += 38
}

// swatch puts marks, made for the upper left corner, at x, their middle on the
// line of words.
func (l *legend) swatch(x, size float64, marks []Mark) {
	for _, m := range marks {
		l.marks = append(l.marks, placed(m, 1, x, l.y+(capHeight*legendText-size)/2))
	}
}

func (l *legend) kinds(m *Model) {
	l.head("Shape and colour: the kind")
	for _, k := range graphmodel.Kinds() {
		if !slices.ContainsFunc(m.nodes, func(n node) bool { return n.shown && n.kind == k }) {
			continue
		}
		l.swatch(0, 28, KindSwatch(k, 28, l.style))
		l.text(40, capital(string(k)), false, l.style.Ink)
		l.y += 36
	}
	l.y += 20
}

const legendHalf = 152 // where the second column of sorts begins

func (l *legend) sorts(m *Model) {
	var ids []int
	seen := map[string]bool{}
	for i := range m.nodes {
		n := &m.nodes[i]
		if n.shown && n.sort != "" && (n.sign != NoSign || n.letters != "") && !seen[string(n.sort)] {
			seen[string(n.sort)] = true
			ids = append(ids, i)
		}
	}
	if len(ids) == 0 {
		return
	}
	slices.SortFunc(ids, func(a, b int) int { return sortRank(m.nodes[a].sort) - sortRank(m.nodes[b].sort) })
	l.head("Sign in a measure: its sort")
	for i, id := range ids {
		n := &m.nodes[id]
		x := float64(i%2) * legendHalf
		marks := KindSwatch(n.kind, 28, l.style)
		l.swatch(x, 28, appendSign(marks, n.kind, n.sign, n.letters, 14, 14, swatchRadius(28), l.style.Glyph))
		l.text(x+40, sortWords(n.sort), false, l.style.Ink)
		if i%2 == 1 || i == len(ids)-1 {
			l.y += 38
		}
	}
	l.y += 20
}

func (l *legend) statuses(m *Model) {
	there := map[graphmodel.Status]bool{}
	for i := range m.pairs {
		if p := &m.pairs[i]; p.drawn {
			for j := range p.links {
				there[p.links[j].status] = true
			}
		}
	}
	if len(there) == 0 {
		return
	}
	l.head("Line: how it is told")
	for _, s := range graphmodel.Statuses() {
		if !there[s] {
			continue
		}
		st := l.style
		st.Panel = st.Ground // a hollow head shows what lies behind it
		l.swatch(0, 16, StatusSwatch(s, 60, 16, st))
		l.text(76, statusWords(s), false, l.style.Ink)
		l.y += 34
	}
	l.y += 20
}

// placed is the mark k times as large, its upper left corner moved from the
// picture's to (dx, dy).
func placed(m Mark, k, dx, dy float64) Mark {
	switch m := m.(type) {
	case Line:
		m.X1, m.Y1, m.X2, m.Y2 = m.X1*k+dx, m.Y1*k+dy, m.X2*k+dx, m.Y2*k+dy
		m.Width, m.Dash, m.Gap = m.Width*k, m.Dash*k, m.Gap*k
		return m
	case Shape:
		m.X, m.Y, m.R, m.Ring = m.X*k+dx, m.Y*k+dy, m.R*k, m.Ring*k
		return m
	case Outline:
		m.X, m.Y, m.R, m.Distance = m.X*k+dx, m.Y*k+dy, m.R*k, m.Distance*k
		m.Width, m.Dash, m.Gap = m.Width*k, m.Dash*k, m.Gap*k
		return m
	case Area:
		m.Points = slices.Clone(m.Points)
		for i, p := range m.Points {
			m.Points[i] = XY{p.X*k + dx, p.Y*k + dy}
		}
		m.Width *= k
		return m
	case Plate:
		m.Rect = Rect{m.X*k + dx, m.Y*k + dy, m.W * k, m.H * k}
		m.Corner, m.Width = m.Corner*k, m.Width*k
		return m
	case Words:
		return m.placed(k, dx, dy)
	case Halo:
		m.Words, m.Breadth = m.placed(k, dx, dy), m.Breadth*k
		return m
	case Sign:
		m.X, m.Y, m.Size = m.X*k+dx, m.Y*k+dy, m.Size*k
		return m
	}
	return m
}

func (w Words) placed(k, dx, dy float64) Words {
	w.X, w.Y, w.Size = w.X*k+dx, w.Y*k+dy, w.Size*k
	return w
}

// sortRank orders the sorts in a legend: the event first, then what it brings.
func sortRank(s graphmodel.MeasureSort) int {
	order := []graphmodel.MeasureSort{
		graphmodel.SortSummit, graphmodel.SortLaw, graphmodel.SortCheck, graphmodel.SortPenalty, graphmodel.SortFund,
		graphmodel.SortUnit, graphmodel.SortStrategy, graphmodel.SortProgramme, graphmodel.SortSanction, graphmodel.SortBan,
		graphmodel.SortAgreement,
	}
	if i := slices.Index(order, s); i >= 0 {
		return i
	}
	return math.MaxInt32
}

func sortWords(s graphmodel.MeasureSort) string {
	if s == graphmodel.SortUnit {
		return "New unit"
	}
	return capital(string(s))
}

func statusWords(s graphmodel.Status) string {
	switch s {
	case graphmodel.StatusStated:
		return "Stated as fact"
	case graphmodel.StatusAttributed:
		return "Attributed to someone"
	case graphmodel.StatusByHand:
		return "Drawn by hand"
	}
	return capital(string(s))
}

func capital(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}
