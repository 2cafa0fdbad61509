package paint

import (
	"bufio"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"byline/app/scene"
	"byline/graphmodel"
)

// fontFamily names the type of SVG files, and what to fall back on.
const fontFamily = `"Noto Sans", "Open Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif`

// SVG writes the scene as an SVG file. Words stay words.
func SVG(w io.Writer, s scene.Scene) error {
	if err := check(s, 1); err != nil {
		return fmt.Errorf("drawing an SVG of %.0f by %.0f units: %w", s.Width, s.Height, err)
	}
	out := &svg{w: bufio.NewWriter(w), clear: s.Clear, paper: s.Ground}
	out.printf(`<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
		`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" font-family='%s'>`+"\n",
		num(s.Width), num(s.Height), num(s.Width), num(s.Height), fontFamily)
	if !s.Clear {
		out.printf(`<rect width="%s" height="%s" fill="%s"/>`+"\n", num(s.Width), num(s.Height), hex(s.Ground))
	}
	for _, layer := range s.Layers {
		out.printf(`<g id="%s">`+"\n", escape(layer.Name))
		for _, m := range layer.Marks {
			out.mark(m)
		}
		out.printf("</g>\n")
	}
	out.printf("</svg>\n")
	if err := out.w.Flush(); err != nil {
		return fmt.Errorf("writing the SVG: %w", err)
	}
	return nil
}

type svg struct {
	w     *bufio.Writer
	clear bool
	paper color.RGBA
}

// printf writes; a bufio.Writer keeps its first error until Flush.
func (o *svg) printf(format string, args ...any) { _, _ = fmt.Fprintf(o.w, format, args...) }

func (o *svg) mark(m scene.Mark) {
	switch m := m.(type) {
	case scene.Line:
		o.line(m)
	case scene.Shape:
		o.shape(m)
	case scene.Outline:
		o.outline(m)
	case scene.Area:
		o.area(m)
	case scene.Plate:
		o.plate(m)
	case scene.Words:
		o.words(m, "")
	case scene.Halo:
		if !o.clear {
			o.words(m.Words, fmt.Sprintf(` stroke="%s" stroke-width="%s" stroke-linejoin="round"`, hex(m.Colour), num(2*m.Breadth)))
		}
	case scene.Sign:
		o.sign(m)
	}
}

func (o *svg) line(l scene.Line) {
	o.printf(`<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s" stroke-width="%s"`,
		num(l.X1), num(l.Y1), num(l.X2), num(l.Y2), hex(l.Colour), num(l.Width))
	if l.Gap > 0 {
		o.printf(` stroke-dasharray="%s %s"`, num(l.Dash), num(l.Gap))
	}
	if l.Round {
		o.printf(` stroke-linecap="round"`)
	}
	o.printf("/>\n")
}

// shape writes the ring as a wider shape below the shape itself.
func (o *svg) shape(s scene.Shape) {
	if s.Ring > 0 && !o.clear {
		o.form(s.Kind, s.X, s.Y, s.R, fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="%s" stroke-linejoin="round"`,
			hex(s.RingColor), hex(s.RingColor), num(2*s.Ring)))
	}
	o.form(s.Kind, s.X, s.Y, s.R, fmt.Sprintf(`fill="%s"`, hex(s.Fill)))
}

// outline writes the shape grown to the middle of the line round it.
func (o *svg) outline(l scene.Outline) {
	look := fmt.Sprintf(`fill="none" stroke="%s" stroke-width="%s"`, hex(l.Colour), num(l.Width))
	if l.Gap > 0 {
		look += fmt.Sprintf(` stroke-dasharray="%s %s"`, num(l.Dash), num(l.Gap))
	}
	o.grown(l.Kind, l.X, l.Y, l.R, l.Distance, look)
}

func (o *svg) form(kind graphmodel.Kind, x, y, r float64, look string) {
	o.grown(kind, x, y, r, 0, look)
}

// grown writes a shape whose edge lies d outside that of radius r.
func (o *svg) grown(kind graphmodel.Kind, x, y, r, d float64, look string) {
	switch kind {
	case graphmodel.Organisation:
		h := scene.SquareSide*r + d
		o.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" %s/>`+"\n",
			num(x-h), num(y-h), num(2*h), num(2*h), num(scene.SquareCorner*r+d), look)
	case graphmodel.Country:
		R := scene.HexagonRadius*r + d*2/math.Sqrt(3)
		o.polygon(x, y, R, 6, scene.HexagonCorner*r+d, look)
	case graphmodel.Measure:
		o.polygon(x, y, scene.DiamondHalf*r+d*math.Sqrt2, 4, scene.DiamondCorner*r+d, look)
	default:
		o.printf(`<circle cx="%s" cy="%s" r="%s" %s/>`+"\n", num(x), num(y), num(r+d), look)
	}
}

// polygon writes a regular polygon, a point up, whose corners are arcs.
func (o *svg) polygon(x, y, r float64, n int, corner float64, look string) {
	inner := math.Pi * (1 - 2/float64(n)) // angle at a corner
	back := corner / math.Tan(inner/2)    // from the corner to where the arc begins
	side := 2 * r * math.Sin(math.Pi/float64(n))
	at := func(i int) (float64, float64) {
		a := 2*math.Pi*float64(i)/float64(n) - math.Pi/2
		return x + r*math.Cos(a), y + r*math.Sin(a)
	}
	var d strings.Builder
	for i := range n {
		px, py := at(i + n - 1)
		cx, cy := at(i)
		qx, qy := at(i + 1)
		t := back / side
		op := "L"
		if i == 0 {
			op = "M"
		}
		fmt.Fprintf(&d, "%s%s %sA%s %s 0 0 1 %s %s", op, num(cx+(px-cx)*t), num(cy+(py-cy)*t),
			num(corner), num(corner), num(cx+(qx-cx)*t), num(cy+(qy-cy)*t))
	}
	o.printf(`<path d="%sZ" %s/>`+"\n", d.String(), look)
}

func (o *svg) area(a scene.Area) {
	var d strings.Builder
	for i, p := range a.Points {
		if i > 0 {
			d.WriteByte(' ')
		}
		d.WriteString(num(p.X) + "," + num(p.Y))
	}
	o.printf(`<polygon points="%s" fill="%s"`, d.String(), o.fill(a.Fill))
	if a.Width > 0 {
		o.printf(` stroke="%s" stroke-width="%s"`, hex(a.Stroke), num(a.Width))
	}
	o.printf("/>\n")
}

// plate writes the line inside the edge, as the raster draws it.
func (o *svg) plate(p scene.Plate) {
	in := p.Width / 2
	o.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" fill="%s"`,
		num(p.X+in), num(p.Y+in), num(max(p.W-p.Width, 0)), num(max(p.H-p.Width, 0)), num(max(p.Corner-in, 0)), o.fill(p.Fill))
	if p.Width > 0 {
		o.printf(` stroke="%s" stroke-width="%s"`, hex(p.Stroke), num(p.Width))
	}
	o.printf("/>\n")
}

func (o *svg) words(w scene.Words, look string) {
	o.printf(`<text x="%s" y="%s" font-size="%s" fill="%s"`, num(w.X), num(w.Y), num(w.Size), hex(w.Colour))
	if w.Bold {
		o.printf(` font-weight="bold"`)
	}
	switch w.Anchor {
	case scene.Middle:
		o.printf(` text-anchor="middle"`)
	case scene.End:
		o.printf(` text-anchor="end"`)
	}
	o.printf("%s>%s</text>\n", look, escape(w.Text))
}

func (o *svg) sign(s scene.Sign) {
	var d strings.Builder
	for _, p := range s.Name.Path() {
		n := map[byte]int{'M': 1, 'L': 1, 'C': 3, 'Z': 0}[p.Op]
		d.WriteByte(p.Op)
		for i, q := range p.Points[:n] {
			if i > 0 {
				d.WriteByte(' ')
			}
			d.WriteString(num(s.X+q.X*s.Size) + " " + num(s.Y+q.Y*s.Size))
		}
	}
	o.printf(`<path d="%s" fill="%s"/>`+"\n", d.String(), hex(s.Colour))
}

// fill is a colour, or none: also for the ground's, where there is no ground.
func (o *svg) fill(c color.RGBA) string {
	if c.A == 0 || (o.clear && c == o.paper) {
		return "none"
	}
	return hex(c)
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// num is a number with two decimals at most.
func num(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 { // no "-0"
		v = 0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// escape makes words safe inside XML; what XML cannot hold becomes U+FFFD.
func escape(words string) string {
	var b strings.Builder
	for _, r := range words {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == utf8.RuneError, unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
