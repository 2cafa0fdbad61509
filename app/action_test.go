package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"byline/app/dialogs"
	"byline/app/look"
	"byline/app/session"
)

// testWindow is the whole window on the test driver, with an empty project.
func testWindow(t *testing.T) *window {
	t.Helper()
	s := session.New(session.Params{Dir: t.TempDir()})
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.New(look.Light))
	return newWindow(a, s)
}

// recorded are the actions, each possible and noting in last that it was done.
func recorded(actions []action, last *int) []action {
	for n := range actions {
		if actions[n].do != nil {
			actions[n].do = func() { *last = n }
		}
		actions[n].when = nil
	}
	return actions
}

func TestEveryActionIsOnAKeyInAMenuAndInTheList(t *testing.T) {
	w := testWindow(t)
	last := -1
	w.newMainMenu(recorded(w.actions(), &last))
	w.keysOfWindow()
	w.refreshMenus()
	of := map[chord]string{}
	for n, a := range w.menu.actions {
		if a.do == nil {
			continue
		}
		chords := a.chords()
		if len(chords) == 0 {
			t.Errorf("%s has no key", a.words)
			continue
		}
		for i, c := range chords {
			if taken, twice := of[c]; twice {
				t.Errorf("%s and %s have one key: %+v", taken, a.words, c)
			}
			of[c] = a.words
			last = -1
			press(t, w, n, i, c)
			if last != n {
				t.Errorf("key %d of %s (%s) does another thing", i+1, a.words, a.keys)
			}
		}
		if !slices.ContainsFunc(w.keyList(), func(k dialogs.Key) bool { return k.Does == a.words || k.Does == a.under }) {
			t.Errorf("%s is not in the list of keys", a.words)
		}
		last = -1
		line := lineOf(w.menu.main, w.menu.items[n])
		if line == nil {
			t.Errorf("%s is not in a menu", a.words)
			continue
		}
		if line.Action(); last != n {
			t.Errorf("the menu's line of %s does another thing", a.words)
		}
	}
}

// press has a key pressed as the driver tells of it.
func press(t *testing.T, w *window, n, i int, c chord) {
	t.Helper()
	switch {
	case c.sign != 0:
		w.win.Canvas().OnTypedRune()(c.sign)
	case c.held == 0:
		w.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: c.key})
	case i == 0:
		line := w.menu.items[n]
		if line.Shortcut == nil || line.Shortcut.ShortcutName() != c.shortcut().ShortcutName() {
			t.Errorf("the menu shows %v for %+v", line.Shortcut, c)
			return
		}
		line.Action()
	default:
		w.byKey[c]()
	}
}

// lineOf is the line in a menu, or nil if it is in none.
func lineOf(m *fyne.MainMenu, line *fyne.MenuItem) *fyne.MenuItem {
	var in func(items []*fyne.MenuItem) bool
	in = func(items []*fyne.MenuItem) bool {
		for _, i := range items {
			if i == line || (i.ChildMenu != nil && in(i.ChildMenu.Items)) {
				return true
			}
		}
		return false
	}
	for _, menu := range m.Items {
		if in(menu.Items) {
			return line
		}
	}
	return nil
}

func TestTheMenusStandInTheirOrder(t *testing.T) {
	w := testWindow(t)
	var got []string
	for _, menu := range w.menu.main.Items {
		got = append(got, menu.Label)
	}
	if want := []string{menuFile, menuEdit, menuView, menuSelect, menuLayout, menuTools, menuHelp}; !slices.Equal(got, want) {
		t.Errorf("the menus are %v, want %v", got, want)
	}
}

func TestChords(t *testing.T) {
	for words, want := range map[string][]chord{
		"Ctrl+Shift+H": {{held: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, key: fyne.KeyH}},
		"Ctrl++":       {{held: fyne.KeyModifierShortcutDefault, key: fyne.KeyPlus}},
		"+":            {{sign: '+'}},
		"P":            {{sign: 'p'}},
		"Alt+Left":     {{held: fyne.KeyModifierAlt, key: fyne.KeyLeft}},
		"F2":           {{key: fyne.KeyF2}},
		"Enter":        {{key: fyne.KeyReturn}, {key: fyne.KeyEnter}},
	} {
		if got := chordOf(words); !slices.Equal(got, want) {
			t.Errorf("%s is %+v, want %+v", words, got, want)
		}
	}
}

func TestATextFieldKeepsItsKeys(t *testing.T) {
	w := testWindow(t)
	w.focusFind()
	field := w.win.Canvas().Focused()
	for _, r := range "two words" {
		field.TypedRune(r)
	}
	for n, a := range w.menu.actions {
		if a.words == "All" {
			w.menu.items[n].Action()
		}
	}
	if got := field.(interface{ SelectedText() string }).SelectedText(); got != "two words" {
		t.Errorf("Ctrl A in the find box selects %q", got)
	}
	if !w.sel.empty() {
		t.Error("and something on the canvas")
	}
}
