package app

import (
	"fmt"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mainMenu is the main menu, made from the table of actions.
type mainMenu struct {
	main    *fyne.MainMenu
	actions []action
	items   []*fyne.MenuItem // of the actions, by index
	shown   string           // what it looks like now
}

// newMainMenu builds the main menu.
func (w *window) newMainMenu(actions []action) {
	w.menu = mainMenu{main: fyne.NewMainMenu(), actions: actions}
	m := &w.menu
	opened := map[[2]string]*fyne.Menu{}
	for _, a := range m.actions {
		menu := opened[[2]string{a.menu}]
		if menu == nil {
			menu = fyne.NewMenu(a.menu)
			opened[[2]string{a.menu}] = menu
			m.main.Items = append(m.main.Items, menu)
		}
		item := w.item(a)
		m.items = append(m.items, item)
		if a.under == "" {
			menu.Items = append(menu.Items, item)
			continue
		}
		under := opened[[2]string{a.menu, a.under}]
		if under == nil {
			under = fyne.NewMenu("")
			opened[[2]string{a.menu, a.under}] = under
			line := fyne.NewMenuItem(a.under, nil)
			line.ChildMenu = under
			menu.Items = append(menu.Items, line)
		}
		under.Items = append(under.Items, item)
	}
	w.win.SetMainMenu(m.main)
}

// item is an action as a line of a menu.
func (w *window) item(a action) *fyne.MenuItem {
	if a.words == "" {
		return fyne.NewMenuItemSeparator()
	}
	i := fyne.NewMenuItem(a.words, w.doing(a))
	if a.list != nil {
		i.ChildMenu = fyne.NewMenu("")
	}
	if chords := a.chords(); len(chords) > 0 && chords[0].shown() {
		i.Shortcut = chords[0].shortcut()
	}
	i.IsQuit = a.words == quitWords
	return i
}

// shown reports whether a menu can show the chord: a Mac would take a bare key
// of its menu bar away from the text fields.
func (c chord) shown() bool { return c.held != 0 || runtime.GOOS != "darwin" }

// shortcut is the chord as a menu shows it, and as Fyne tells of it.
func (c chord) shortcut() fyne.Shortcut {
	const control = fyne.KeyModifierShortcutDefault
	switch {
	case c.held == control && c.key == fyne.KeyZ:
		return &fyne.ShortcutUndo{}
	case c.held == control && c.key == fyne.KeyY:
		return &fyne.ShortcutRedo{}
	case c.held == control && c.key == fyne.KeyA:
		return &fyne.ShortcutSelectAll{}
	case c.held == control && c.key == fyne.KeyC:
		return &fyne.ShortcutCopy{}
	case c.held == control && c.key == fyne.KeyV:
		return &fyne.ShortcutPaste{}
	case c.sign != 0:
		return &desktop.CustomShortcut{KeyName: fyne.KeyName(strings.ToUpper(string(c.sign)))}
	}
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: c.held}
}

// refreshMenus brings the main menu up to date.
func (w *window) refreshMenus() {
	m := &w.menu
	for n, a := range m.actions {
		i := m.items[n]
		if a.words == "" {
			continue
		}
		i.Label, i.Disabled, i.Checked = a.says(), !a.possible(), a.on != nil && a.on()
		if a.list != nil {
			i.ChildMenu.Items = a.list()
			i.Disabled = i.Disabled || len(i.ChildMenu.Items) == 0
		}
	}
	// Fyne builds the whole menu bar anew, which is slow, and this is called
	// for every article that is read.
	now := m.look()
	for _, r := range w.recent { // two may have one title
		now += r.Path + "\n"
	}
	if now != m.shown {
		m.shown = now
		m.main.Refresh()
	}
}

// look is all that a person sees of the menu.
func (m *mainMenu) look() string {
	var b strings.Builder
	var write func(items []*fyne.MenuItem)
	write = func(items []*fyne.MenuItem) {
		for _, i := range items {
			fmt.Fprintln(&b, i.Label, i.Disabled, i.Checked)
			if i.ChildMenu != nil {
				write(i.ChildMenu.Items)
			}
		}
	}
	for _, menu := range m.main.Items {
		write(menu.Items)
	}
	return b.String()
}

// folder is a menu of the actions that a line of the main menu opens.
func (w *window) folder(menu, under string) *fyne.Menu {
	out := fyne.NewMenu("")
	for _, a := range w.menu.actions {
		if a.menu == menu && a.under == under {
			i := w.item(a)
			i.Label, i.Disabled = a.says(), !a.possible()
			out.Items = append(out.Items, i)
		}
	}
	return out
}
