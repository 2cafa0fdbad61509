package look_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/assets"
)

// ownColours are the names that Byline adds to Fyne's.
var ownColours = []fyne.ThemeColorName{
	look.ColorInk2, look.ColorInk3, look.ColorPanel, look.ColorChrome, look.ColorGround, look.ColorSelected,
	look.ColorBorder, look.ColorOnMark, look.ColorMark, look.ColorSecondMark,
}

// fyneColours are Fyne's names that the window shows.
var fyneColours = []fyne.ThemeColorName{
	theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameDisabled, theme.ColorNameDisabledButton,
	theme.ColorNameError, theme.ColorNameFocus, theme.ColorNameForeground, theme.ColorNameForegroundOnError,
	theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning,
	theme.ColorNameHeaderBackground, theme.ColorNameHover, theme.ColorNameHyperlink, theme.ColorNameInputBackground,
	theme.ColorNameInputBorder, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
	theme.ColorNamePlaceHolder, theme.ColorNamePressed, theme.ColorNamePrimary, theme.ColorNameScrollBar,
	theme.ColorNameSelection, theme.ColorNameSeparator, theme.ColorNameShadow, theme.ColorNameSuccess, theme.ColorNameWarning,
}

func TestEveryColourIsThereInBothThemes(t *testing.T) {
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		for _, name := range append(append([]fyne.ThemeColorName{}, ownColours...), fyneColours...) {
			// The mode is the theme's own: what the desktop asks for is no
			// matter.
			a, b := look.New(mode).Color(name, theme.VariantLight), look.New(mode).Color(name, theme.VariantDark)
			if a != b {
				t.Errorf("%s %s follows the desktop", mode, name)
			}
			if _, _, _, alpha := a.RGBA(); alpha == 0 {
				t.Errorf("%s %s is not to be seen", mode, name)
			}
		}
	}
}

func TestThemesDiffer(t *testing.T) {
	for _, name := range append(append([]fyne.ThemeColorName{}, ownColours...), theme.ColorNameForeground, theme.ColorNameError,
		theme.ColorNameWarning, theme.ColorNamePrimary, theme.ColorNameButton, theme.ColorNameDisabled) {
		light, dark := look.New(look.Light).Color(name, theme.VariantLight), look.New(look.Dark).Color(name, theme.VariantDark)
		if light == dark {
			t.Errorf("%s is %v in both themes", name, light)
		}
		system := look.New(look.System)
		if system.Color(name, theme.VariantLight) != light || system.Color(name, theme.VariantDark) != dark {
			t.Errorf("%s does not follow the desktop where it should", name)
		}
	}
}

func TestModes(t *testing.T) {
	for _, m := range []look.Mode{look.System, look.Light, look.Dark} {
		if !m.Valid() {
			t.Errorf("%s is a mode", m)
		}
	}
	if look.Mode("sepia").Valid() || look.Mode("").Valid() {
		t.Error("only three words are modes")
	}
	for _, c := range []struct {
		mode    look.Mode
		variant fyne.ThemeVariant
		dark    bool
	}{
		{look.System, theme.VariantLight, false}, {look.System, theme.VariantDark, true},
		{look.Light, theme.VariantDark, false}, {look.Dark, theme.VariantLight, true},
	} {
		if got := look.New(c.mode).IsDark(c.variant); got != c.dark {
			t.Errorf("%s with variant %d is dark: %v", c.mode, c.variant, got)
		}
	}
}

// contrast is the ratio of two colours as WCAG 2 defines it.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func TestTextIsReadableOnItsGround(t *testing.T) {
	if got := contrast(color.Black, color.White); math.Abs(got-21) > 0.01 {
		t.Fatalf("black on white has a contrast of %.2f, not 21", got)
	}
	for _, mode := range []look.Mode{look.Light, look.Dark} {
		th := look.New(mode)
		for _, pair := range [][2]fyne.ThemeColorName{
			{theme.ColorNameForeground, look.ColorPanel}, {theme.ColorNameForeground, look.ColorChrome},
			{theme.ColorNameForeground, look.ColorGround}, {theme.ColorNameForeground, look.ColorSelected},
			{theme.ColorNameForeground, theme.ColorNameButton},
			{look.ColorInk2, look.ColorPanel}, {look.ColorInk2, look.ColorChrome}, {look.ColorInk2, look.ColorGround},
			{look.ColorInk2, look.ColorSelected},
			{look.ColorInk3, look.ColorPanel}, {look.ColorInk3, look.ColorChrome},
			{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
			{look.ColorOnMark, look.ColorMark}, {look.ColorOnMark, look.ColorSecondMark},
			{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
			{theme.ColorNameError, look.ColorPanel}, {theme.ColorNameWarning, look.ColorPanel},
		} {
			if got := contrast(th.Color(pair[0], 0), th.Color(pair[1], 0)); got < 4.5 {
				t.Errorf("%s: %s on %s has a contrast of %.2f", mode, pair[0], pair[1], got)
			}
		}
	}
}

func TestSizesAndFonts(t *testing.T) {
	th := look.New(look.Light)
	for _, c := range []struct {
		name fyne.ThemeSizeName
		want float32
	}{
		{theme.SizeNameText, 13}, {theme.SizeNameCaptionText, 11}, {theme.SizeNameHeadingText, 20},
		{theme.SizeNamePadding, 4}, {theme.SizeNameInputBorder, 1}, {theme.SizeNameInputRadius, 5},
	} {
		if got := th.Size(c.name); got != c.want {
			t.Errorf("%s is %g, want %g", c.name, got, c.want)
		}
	}
	if th.Size("nobody's") != theme.DefaultTheme().Size("nobody's") {
		t.Error("a size that Byline has none of is Fyne's")
	}
	regular, bold := th.Font(fyne.TextStyle{}), th.Font(fyne.TextStyle{Bold: true})
	if len(regular.Content()) < 1000 || len(bold.Content()) < 1000 || bytes.Equal(regular.Content(), bold.Content()) {
		t.Error("regular and bold are two fonts")
	}
	if th.Font(fyne.TextStyle{Monospace: true}).Name() == regular.Name() {
		t.Error("fixed width is a font of its own")
	}
}

// iconCall finds where code names an icon.
var iconCall = regexp.MustCompile(`(?:NewIconButton|BigPicture|Picture|NewIcon)\("([a-z]+)"|NewButton\([a-zA-Z.]+, "([a-z]+)"|icon :?= "([a-z]+)"|lineRow\("([a-z]+)"`)

// namedIcons are the icons that the window's code names.
func namedIcons(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, _ os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		code, err := os.ReadFile(path)
		for _, m := range iconCall.FindAllStringSubmatch(string(code), -1) {
			names[m[1]+m[2]+m[3]+m[4]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestEveryIconNamedInTheCodeIsThere(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	names := namedIcons(t)
	for _, known := range []string{"search", "tick", "close", "pencil", "warning", "project", "down", "undo"} {
		if !names[known] {
			t.Errorf("the code names %s, and the list misses it", known)
		}
	}
	for name := range names {
		svg := assets.Icon(name)
		if svg == nil {
			t.Errorf("no icon is called %s", name)
			continue
		}
		if !bytes.Contains(svg, []byte("currentColor")) {
			t.Errorf("%s cannot take a colour", name)
		}
		drawn := look.NewIcon(name, theme.ColorNameForeground).Content()
		if bytes.Contains(drawn, []byte("currentColor")) || !bytes.Contains(drawn, []byte("#1b1f23")) {
			t.Errorf("%s is not in ink: %s", name, drawn)
		}
		for d := xml.NewDecoder(bytes.NewReader(drawn)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("%s is no XML: %v", name, err)
				break
			}
		}
	}
}

func TestIconHasANameForEachColour(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Light))
	ink, second := look.NewIcon("pin", theme.ColorNameForeground), look.NewIcon("pin", look.ColorInk2)
	light := ink.Name()
	if light == second.Name() {
		t.Errorf("two colours have one name, %s", light)
	}
	if look.IsDarkNow() {
		t.Error("the light theme is not dark")
	}
	a.Settings().SetTheme(look.New(look.Dark))
	if ink.Name() == light {
		t.Errorf("two themes have one name, %s", light)
	}
	if !look.IsDarkNow() || look.Now().Name != "dark" {
		t.Error("the dark theme is not seen")
	}
}
