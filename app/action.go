package app

import (
	"strings"

	"fyne.io/fyne/v2"
)

// action is one thing that a person can ask the window for. The main menu, the
// keys and the list of keys are all made from the one table of actions, so
// that none of them lacks what another has.
type action struct {
	menu  string // of the main menu
	under string // the line of that menu that opens a menu with it; may be empty
	words string // as the menu and the list of keys say it; empty: a line between groups
	keys  string // "Ctrl+Y, Ctrl+Shift+Z"; the menu shows the first
	do    func()
	when  func() bool   // whether it can be done now; nil: always
	label func() string // what the menu says now; nil: words
	on    func() bool   // whether it has a tick; nil: it never has
	// text is what a text field does on the same keys: while one has the keys
	// it does that.
	text fyne.Shortcut
	// list are lines that change, in a menu of their own, instead of do.
	list func() []*fyne.MenuItem
}

// onCanvas reports whether the action is about what is on the canvas: it is
// not done while a page covers that.
func (a action) onCanvas() bool { return a.menu == menuSelect || a.menu == menuLayout }

// possible reports whether the action can be done now.
func (a action) possible() bool { return a.when == nil || a.when() }

func (a action) says() string {
	if a.label != nil {
		return a.label()
	}
	return a.words
}

// chords are the keys of the action.
func (a action) chords() []chord {
	var all []chord
	for _, words := range strings.Split(a.keys, ", ") {
		if words != "" {
			all = append(all, chordOf(words)...)
		}
	}
	return all
}

// chord is a key with what is held beside it, or a sign that is typed.
type chord struct {
	held fyne.KeyModifier
	key  fyne.KeyName
	sign rune // typed with nothing held, small; then key is empty
}

// chordOf reads keys as the table writes them, in the order Ctrl, Alt, Shift:
// "Ctrl+Shift+H", "F2", "P".
func chordOf(words string) []chord {
	var held fyne.KeyModifier
	for _, m := range []struct {
		name string
		bit  fyne.KeyModifier
	}{{"Ctrl+", fyne.KeyModifierShortcutDefault}, {"Alt+", fyne.KeyModifierAlt}, {"Shift+", fyne.KeyModifierShift}} {
		if rest, ok := strings.CutPrefix(words, m.name); ok {
			words, held = rest, held|m.bit
		}
	}
	switch {
	case words == "Enter":
		return []chord{{held: held, key: fyne.KeyReturn}, {held: held, key: fyne.KeyEnter}}
	case words == "Backspace":
		return []chord{{held: held, key: fyne.KeyBackspace}}
	case held == 0 && len(words) == 1:
		return []chord{{sign: []rune(strings.ToLower(words))[0]}}
	}
	return []chord{{held: held, key: fyne.KeyName(words)}}
}

// keyWords are the keys as the list of keys shows them.
func keyWords(keys string) string { return strings.ReplaceAll(keys, "+", " ") }
