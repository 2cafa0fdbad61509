package scene_test

import (
	"image/color"
	"math"
	"testing"

	"byline/app/scene"
	"byline/app/scene/scenetest"
	"byline/graphmodel"
)

// contrast is that of the WCAG, 1 to 21.
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestContrastOfBlackAndWhite(t *testing.T) {
	if got := contrast(color.RGBA{A: 255}, color.RGBA{255, 255, 255, 255}); math.Abs(got-21) > 1e-9 {
		t.Fatalf("the measure itself is wrong: %v", got)
	}
}

func TestTextCanBeRead(t *testing.T) {
	const least = 4.5
	for _, st := range []scene.Style{scene.Light(), scene.Dark()} {
		check := func(what string, text, ground color.RGBA) {
			t.Helper()
			if got := contrast(text, ground); got < least {
				t.Errorf("%s: %s has a contrast of %.2f, want %.1f", st.Name, what, got, least)
			}
		}
		grounds := map[string]color.RGBA{"ground": st.Ground, "panel": st.Panel, "chrome": st.Chrome}
		for on, ground := range grounds {
			check("ink on "+on, st.Ink, ground)
			check("second ink on "+on, st.Ink2, ground)
			check("third ink on "+on, st.Ink3, ground)
			check("red on "+on, st.Red, ground)
			check("amber on "+on, st.Amber, ground)
		}
		for on, ground := range map[string]color.RGBA{"a button": st.Button, "a chosen row": st.Sel, "a hovered row": st.Hover, "a second sentence": st.SecondMark} {
			check("ink on "+on, st.Ink, ground)
		}
		check("words on the marker", st.OnMark, st.Mark)
		check("words on the main button", st.OnPrimary, st.Primary)
	}
}

func TestShapesAndLinesCanBeSeen(t *testing.T) {
	const least = 3
	for _, st := range []scene.Style{scene.Light(), scene.Dark()} {
		for _, kind := range graphmodel.Kinds() {
			if got := contrast(st.Kind(kind), st.Ground); got < least {
				t.Errorf("%s: a %s on the ground has a contrast of %.2f", st.Name, kind, got)
			}
			if got := contrast(st.Glyph, st.Kind(kind)); got < least {
				t.Errorf("%s: the sign in a %s has a contrast of %.2f", st.Name, kind, got)
			}
		}
		for what, c := range map[string]color.RGBA{"a link": st.Link, "a border": st.Border, "a selected link": st.Ink} {
			if got := contrast(c, st.Ground); got < least {
				t.Errorf("%s: %s on the ground has a contrast of %.2f", st.Name, what, got)
			}
		}
		if got := contrast(st.Ink, st.Mark); got < least {
			t.Errorf("%s: a selected link on the marker has a contrast of %.2f", st.Name, got)
		}
	}
}

// What is drawn keeps to it: the words of a picture at rest can be read.
func TestWordsOfAPictureCanBeRead(t *testing.T) {
	for _, st := range []scene.Style{scene.Light(), scene.Dark()} {
		m := scene.New(scenetest.Summit())
		v := fitted(m, 1280, 800)
		v.Style = st
		s := m.Build(v)
		words := marksOf[scene.Words](s, "names")
		for _, w := range append(words, marksOf[scene.Words](s, "words")...) {
			if got := contrast(w.Colour, s.Ground); got < 4.5 {
				t.Errorf("%s: %q has a contrast of %.2f", st.Name, w.Text, got)
			}
		}
		if len(words) == 0 {
			t.Errorf("%s: nothing is written", st.Name)
		}
	}
}

// Colour is never the only difference between two kinds, but it is one.
func TestKindsDifferInColour(t *testing.T) {
	for _, st := range []scene.Style{scene.Light(), scene.Dark()} {
		seen := map[color.RGBA]graphmodel.Kind{}
		for _, kind := range graphmodel.Kinds() {
			if other, ok := seen[st.Kind(kind)]; ok {
				t.Errorf("%s: %s and %s have one colour", st.Name, kind, other)
			}
			seen[st.Kind(kind)] = kind
		}
	}
}
