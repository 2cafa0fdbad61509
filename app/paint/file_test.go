package paint_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"byline/app/paint"
	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
	"byline/graphmodel/layout"
)

// summitView is the small graph fitted into 640 by 480 units.
func summitView() (*scene.Model, scene.View) {
	m := scene.New(scenetest.Summit())
	return m, scene.View{Camera: scene.Camera{Width: 640, Height: 480}.Fit(m.Bounds()), Style: scene.Light()}
}

func pngOf(t *testing.T, s scene.Scene, scale float64) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := paint.PNG(&b, s, scale); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatalf("the PNG cannot be read: %v", err)
	}
	return img
}

func rgbaAt(img image.Image, x, y int) color.RGBA {
	return color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
}

func TestPNGHasTheSizeAskedFor(t *testing.T) {
	m, v := summitView()
	s := m.Build(v)
	for _, c := range []struct {
		scale float64
		w, h  int
	}{{1, 640, 480}, {2, 1280, 960}, {0.5, 320, 240}, {1.25, 800, 600}} {
		if b := pngOf(t, s, c.scale).Bounds(); b.Dx() != c.w || b.Dy() != c.h {
			t.Errorf("at scale %v it is %v, want %d by %d", c.scale, b, c.w, c.h)
		}
	}
}

func TestPNGHoldsTheColoursOfTheScene(t *testing.T) {
	for _, st := range []scene.Style{scene.Light(), scene.Dark()} {
		m, v := summitView()
		v.Style = st
		s := m.Build(v)
		img := pngOf(t, s, 2)
		if got := rgbaAt(img, 1, 1); got != st.Ground {
			t.Errorf("%s: the ground is %v, want %v", st.Name, got, st.Ground)
		}
		for _, kind := range graphmodel.Kinds() {
			if n := pixels(img, st.Kind(kind)); n < 500 {
				t.Errorf("%s: %d pixels have the colour of a %s", st.Name, n, kind)
			}
		}
		for what, c := range map[string]color.RGBA{"links": st.Link, "names": st.Ink} {
			if n := pixels(img, c); n < 100 {
				t.Errorf("%s: %d pixels have the colour of %s", st.Name, n, what)
			}
		}
	}
}

// pixels counts those of exactly that colour.
func pixels(img image.Image, c color.RGBA) int {
	n, pic := 0, image.NewRGBA(img.Bounds())
	draw.Draw(pic, pic.Rect, img, img.Bounds().Min, draw.Src)
	for i := 0; i < len(pic.Pix); i += 4 {
		if pic.Pix[i] == c.R && pic.Pix[i+1] == c.G && pic.Pix[i+2] == c.B && pic.Pix[i+3] == c.A {
			n++
		}
	}
	return n
}

// A picture at twice the scale shows the same: each of its squares of four
// pixels is, on the average, what the smaller picture has there.
func TestScaleTwoShowsTheSame(t *testing.T) {
	m, v := summitView()
	s := m.Build(v)
	one, two := paint.Image(s, 1), paint.Image(s, 2)
	sum := 0.0
	for y := range 480 {
		for x := range 640 {
			mean := 0
			for _, d := range [4][2]int{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
				mean += int(two.RGBAAt(2*x+d[0], 2*y+d[1]).G)
			}
			sum += math.Abs(float64(mean)/4 - float64(one.RGBAAt(x, y).G))
		}
	}
	if off := sum / (640 * 480); off > 2 {
		t.Errorf("the pictures differ by %.2f of 255 a pixel", off)
	}
}

func TestSamePictureSameBytes(t *testing.T) {
	write := map[string]func(io.Writer, scene.Scene) error{
		"PNG": func(w io.Writer, s scene.Scene) error { return paint.PNG(w, s, 1) }, "SVG": paint.SVG,
	}
	for name, f := range write {
		var first, again bytes.Buffer
		m, v := summitView()
		n, _ := summitView()
		if err := errors.Join(f(&first, m.Build(v)), f(&again, n.Build(v))); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) || first.Len() == 0 {
			t.Errorf("%s: %d bytes, then %d others", name, first.Len(), again.Len())
		}
	}
}

// A painter that has drawn other pictures draws the same as a new one.
func TestPainterRemembersNothingOfOtherPictures(t *testing.T) {
	m, v := summitView()
	p, img := paint.New(), image.NewRGBA(image.Rect(0, 0, 640, 480))
	for _, zoom := range []float64{0.3, 1, 2, 3.3} {
		w := v
		w.Camera.Zoom = zoom
		p.Raster(img, m.Build(w), 1)
	}
	p.Raster(img, m.Build(v), 1)
	if want := paint.Image(m.Build(v), 1); !bytes.Equal(img.Pix, want.Pix) {
		t.Error("the picture is not that of a new painter")
	}
}

// What lies partly outside is cut off at the edge: a part of an image takes
// the picture and nothing round it changes.
func TestRasterKeepsToItsImage(t *testing.T) {
	m, v := summitView()
	v.Camera.Zoom = 1.5
	whole := image.NewRGBA(image.Rect(0, 0, 700, 540))
	mark := color.RGBA{1, 2, 3, 255}
	for i := 0; i < len(whole.Pix); i += 4 {
		copy(whole.Pix[i:], []uint8{mark.R, mark.G, mark.B, mark.A})
	}
	part := whole.SubImage(image.Rect(30, 30, 670, 510)).(*image.RGBA)
	s := m.Build(v)
	paint.Raster(part, s, 1)
	want := paint.Image(s, 1)
	for y := range 540 {
		for x := range 700 {
			inside := image.Pt(x, y).In(part.Rect)
			if got := whole.RGBAAt(x, y); !inside && got != mark || inside && got != want.RGBAAt(x-30, y-30) {
				t.Fatalf("at %d, %d lies %v", x, y, got)
			}
		}
	}
}

func TestClearGroundIsNotPainted(t *testing.T) {
	m, v := summitView()
	v.Clear = true
	s := m.Build(v)
	img := pngOf(t, s, 1)
	if got := rgbaAt(img, 1, 1); got.A != 0 {
		t.Errorf("the ground is %v, want nothing", got)
	}
	if n := pixels(img, v.Style.Person); n == 0 {
		t.Error("nothing is drawn on it")
	}
	text := svgOf(t, s)
	if strings.Contains(text, "#FCFCFB") {
		t.Error("the SVG paints the colour of the ground")
	}
}

func svgOf(t *testing.T, s scene.Scene) string {
	t.Helper()
	var b bytes.Buffer
	if err := paint.SVG(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// readSVG reads an SVG strictly, and returns its words and how often it has
// each element.
func readSVG(t *testing.T, text string) (words []string, elements map[string]int) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Error("the SVG is not UTF-8")
	}
	d, elements := xml.NewDecoder(strings.NewReader(text)), map[string]int{}
	inText := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return words, elements
		}
		if err != nil {
			t.Fatalf("the SVG is no XML: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements[token.Name.Local]++
			inText = token.Name.Local == "text"
			for _, a := range token.Attr {
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("%s has %s=%q", token.Name.Local, a.Name.Local, a.Value)
				}
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				words = append(words, string(token))
			}
		}
	}
}

func TestSVGHoldsEveryNameAndMark(t *testing.T) {
	m, v := summitView()
	v.State = scene.State{Selected: []string{"sunak"}, SelectedLinks: []graphmodel.Key{{From: "dsit", Type: graphmodel.Runs, To: "unit"}}}
	s := m.Build(v)
	text := svgOf(t, s)
	words, elements := readSVG(t, text)
	have := map[string]bool{}
	for _, w := range words {
		have[w] = true
	}
	lines, areas := 0, 0
	for _, l := range s.Layers {
		for _, mark := range l.Marks {
			switch mark := mark.(type) {
			case scene.Words:
				if !have[mark.Text] {
					t.Errorf("%q is not in the SVG", mark.Text)
				}
			case scene.Line:
				lines++
			case scene.Area:
				areas++
			}
		}
	}
	if elements["line"] != lines || elements["polygon"] != areas || lines == 0 || areas == 0 {
		t.Errorf("it has %d lines and %d polygons, want %d and %d", elements["line"], elements["polygon"], lines, areas)
	}
	if elements["g"] != len(s.Layers) {
		t.Errorf("it has %d groups of %d layers", elements["g"], len(s.Layers))
	}
	if !strings.Contains(text, `width="640" height="480" viewBox="0 0 640 480"`) {
		t.Error("it does not say its size")
	}
}

// hostile are names that a file from elsewhere may hold.
func hostile() map[string]string {
	return map[string]string{
		"markup":        `</text><script>alert("1")</script>&amp;'`,
		"end of data":   "]]> <!-- & -->",
		"right to left": "دولة الإمارات \u202eabc\u202c עברית",
		"CJK":           "中华人民共和国 東京都 서울특별시",
		"combining":     "e" + strings.Repeat("\u0301\u0323", 400) + " Zalgo",
		"emoji":         "👩‍👩‍👧‍👦 🇬🇧",
		"control":       "a\x00b\x01c\x1bd\x7fe\u0085f",
		"not UTF-8":     "bad \xff\xfe\xc3 bytes",
		"no character":  "x\ufffe\uffff\ufffd",
		"one word":      strings.Repeat("Rindfleisch", 2000),
		"many words":    strings.Repeat("very long name ", 4000),
		"empty words":   strings.Repeat("\u0301 ", 4000),
		"blank":         "   ",
		"none":          "",
	}
}

func TestHostileNamesAreDrawn(t *testing.T) {
	for name, words := range hostile() {
		t.Run(name, func(t *testing.T) {
			s := sceneOf(t, words)
			img := pngOf(t, s, 1)
			if pixels(img, scene.Light().Person) == 0 {
				t.Error("the thing is not drawn")
			}
			written, _ := readSVG(t, svgOf(t, s))
			if strings.TrimSpace(words) != "" && len(strings.Join(written, "")) <= len("Bob") {
				t.Errorf("the name is missing; written is %q", written)
			}
			for _, w := range written {
				if len([]rune(w)) > 1000 {
					t.Errorf("%d letters are written on one line", len([]rune(w)))
				}
			}
		})
	}
}

// sceneOf draws two things, one of that name, which is pointed at.
func sceneOf(t *testing.T, name string) scene.Scene {
	t.Helper()
	g := graphmodel.NewGraph()
	err := errors.Join(
		g.AddEntity(graphmodel.Entity{ID: "a", Name: name, Kind: graphmodel.Person, Roles: []graphmodel.Role{{Title: name}}}),
		g.AddEntity(graphmodel.Entity{ID: "b", Name: "Bob", Kind: graphmodel.Country, Code: name}),
		g.AddLink(graphmodel.Link{From: "a", Type: graphmodel.Leads, To: "b", ByHand: true}))
	if err != nil {
		t.Fatal(err)
	}
	in := scene.Input{Graph: g, Positions: map[string]layout.Point{"a": {}, "b": {X: 150, Y: 60}}, Pinned: map[string]bool{"a": true}}
	m := scene.New(in)
	v := scene.View{Camera: scene.Camera{Width: 500, Height: 400, Zoom: 1}, Style: scene.Light(), Corner: true}
	v.State = scene.State{Hovered: "a", Card: true, Fade: 1, Selected: []string{"a"}}
	s := m.Build(v)
	v.State.Card = false
	named := m.Build(v)
	s.Layers = append(s.Layers, named.Layers...)
	return s
}

func TestPicturesOfNoSizeOrTooLargeAreRefused(t *testing.T) {
	for _, c := range []struct {
		w, h, scale float64
		want        error
	}{
		{0, 100, 1, paint.ErrEmpty}, {100, 0, 1, paint.ErrEmpty}, {100, 100, 0, paint.ErrEmpty}, {100, 100, -1, paint.ErrEmpty},
		{100, 100, math.NaN(), paint.ErrEmpty}, {-5, -5, 1, paint.ErrEmpty}, {100, 100, 0.001, paint.ErrEmpty},
		{30000, 30000, 1, paint.ErrTooLarge}, {1600, 1000, 100, paint.ErrTooLarge}, {math.Inf(1), 10, 1, paint.ErrTooLarge},
		{1e9, 0.4e-9, 1, paint.ErrEmpty}, {5e8, 1, 1, paint.ErrTooLarge}, {10, 10, math.Inf(1), paint.ErrTooLarge},
	} {
		s := scene.Scene{Width: c.w, Height: c.h}
		var b bytes.Buffer
		if err := paint.PNG(&b, s, c.scale); !errors.Is(err, c.want) || b.Len() != 0 {
			t.Errorf("%v by %v at %v gives %v and %d bytes, want %v", c.w, c.h, c.scale, err, b.Len(), c.want)
		}
		if c.scale == 1 {
			if err := paint.SVG(&b, s); !errors.Is(err, c.want) || b.Len() != 0 {
				t.Errorf("the SVG of %v by %v gives %v and %d bytes, want %v", c.w, c.h, err, b.Len(), c.want)
			}
		}
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestErrorsOfTheDiskAreReported(t *testing.T) {
	m, v := summitView()
	s := m.Build(v)
	for name, err := range map[string]error{"PNG": paint.PNG(full{}, s, 1), "SVG": paint.SVG(full{}, s)} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}
