package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"byline/app/dialogs"
	"byline/app/wording"
	"byline/graphmodel/article"
	"byline/graphmodel/store"
)

func (w *window) addPaths(paths []string) { w.s.AddPaths(paths) }

// chooseFiles asks for a file with an article in it.
func (w *window) chooseFiles() {
	w.askForOpen(article.Endings(), func(path string) { w.addPaths([]string{path}) })
}

// askForOpen asks for a file and hands its path on. Only the name is wanted;
// the session opens the file itself.
func (w *window) askForOpen(endings []string, take func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			w.problem(err)
			return
		}
		path := f.URI().Path()
		w.problem(f.Close())
		take(path)
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	w.openFileDialog(d)
}

func (w *window) chooseFolder() {
	w.openFileDialog(dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil || folder == nil {
			w.problem(err)
			return
		}
		w.addPaths([]string{folder.Path()})
	}, w.win))
}

// openFileDialog opens one of Fyne's file dialogs where the person's files
// are, as large as the window allows.
func (w *window) openFileDialog(d *dialog.FileDialog) {
	if home, err := os.UserHomeDir(); err == nil {
		if folder, err := storage.ListerForURI(storage.NewFileURI(home)); err == nil {
			d.SetLocation(folder)
		}
	}
	size := w.win.Canvas().Size()
	d.Show() // a size is only taken once it is shown
	d.Resize(fyne.NewSize(min(860, size.Width-80), min(600, size.Height-80)))
}

// paste asks for the text of an article.
func (w *window) paste(text string) {
	dialogs.Paste(w.win.Canvas(), text, func(text string, meta article.Article) { w.s.AddText(text, meta) })
}

// pasteClipboard asks for an article and offers the text on the clipboard.
func (w *window) pasteClipboard() { w.paste(w.app.Clipboard().Content()) }

func (w *window) newProject() { w.problem(w.s.NewProject()) }

func (w *window) chooseProject() { w.askForOpen([]string{projectEnding}, w.openProject) }

// openProject opens a project; of one that cannot be opened, or not whole, it
// offers the newest backup, and of a damaged one what can still be read.
func (w *window) openProject(path string) {
	err := w.s.Open(path)
	damaged := errors.Is(err, store.ErrDamaged)
	var answers []dialogs.Answer
	title, text := "The project cannot be opened", fmt.Sprint(err, ".")
	if err == nil && w.s.Damaged() {
		title, text = "Parts of the project are damaged", "It is shown for reading only."
	}
	if made, kept := w.s.Backup(path); kept && (store.Lost(err) || err == nil && w.s.Damaged()) {
		text += " There is a backup of " + wording.Day(made) + ", " + made.Local().Format("15:04") + ". It can be opened as a new project beside this one."
		answers = append(answers, dialogs.Answer{Text: "Open the backup", Do: func() { w.openCopy(w.s.RestoreBackup(path)) }})
	}
	if damaged {
		text += " What can still be read can be copied into a new project beside it."
		answers = append(answers, dialogs.Answer{Text: "Copy what is left", Do: func() {
			fresh, lost, err := w.s.Salvage(path)
			w.openCopy(fresh, err)
			w.problems(lost)
		}})
	}
	if len(answers) == 0 {
		w.problem(err)
		return
	}
	dialogs.Ask(w.win.Canvas(), title, text, answers...)
}

// openCopy opens a project that was made of another one.
func (w *window) openCopy(path string, err error) {
	if err == nil {
		err = w.s.Open(path)
	}
	w.problem(err)
}

// save keeps a project without a name under one. Every other is saved as it
// changes.
func (w *window) save() {
	if w.snap.Named && !w.snap.Unsaved {
		w.strip.say("Everything is saved as you work.")
		return
	}
	w.saveAs()
}

// saveAs asks where the project is to be kept.
func (w *window) saveAs() {
	w.askForFile(fileName(w.snap.Title)+projectEnding, func(path string) error { return w.s.SaveAs(path) })
}

// askForFile asks for a new file by name and hands its path on. What Fyne has
// opened for writing is closed and removed first, so that whoever writes there
// finds nothing half-written.
func (w *window) askForFile(name string, done func(path string) error) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil || f == nil {
			w.problem(err)
			return
		}
		path := f.URI().Path()
		w.problem(f.Close())
		if info, err := os.Stat(path); err == nil && info.Size() == 0 {
			w.problem(os.Remove(path))
		}
		if filepath.Ext(path) == "" {
			path += filepath.Ext(name)
		}
		if err := done(path); err != nil {
			w.problem(err)
			return
		}
		w.strip.say("Saved " + filepath.Base(path) + " in " + filepath.Dir(path) + ".")
	}, w.win)
	d.SetFileName(name)
	w.openFileDialog(d)
}

// writeFile writes a file whole or not at all.
func writeFile(path string, write func(w io.Writer) error) error {
	var all bytes.Buffer
	if err := write(&all); err != nil {
		return fmt.Errorf("%s could not be made: %w", filepath.Base(path), err)
	}
	draft, err := os.CreateTemp(filepath.Dir(path), ".byline-*")
	if err != nil {
		return fmt.Errorf("%s could not be written: %w", filepath.Base(path), err)
	}
	_, err = draft.Write(all.Bytes())
	err = errors.Join(err, draft.Chmod(0o644), draft.Close())
	if err == nil {
		err = os.Rename(draft.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("%s could not be written: %w", filepath.Base(path), err), os.Remove(draft.Name()))
	}
	return nil
}

// fileName is a title as a file's name.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return -1
		}
		return r
	}, title)
	name = strings.TrimSpace(name)
	if name == "" {
		return "Byline"
	}
	return string([]rune(name)[:min(60, len([]rune(name)))])
}

// recentMenu is the menu of a project on the start page.
func (w *window) recentMenu(index int, at fyne.Position) {
	r := w.recent[index]
	take := "Take off the list"
	if r.Autosaved {
		take = "Delete"
	}
	w.popUpAt(fyne.NewMenu("",
		fyne.NewMenuItem("Open", func() { w.openProject(r.Path) }),
		fyne.NewMenuItem(take, func() {
			w.problem(w.s.Forget(r.Path))
			w.recent = w.s.Recent()
			w.start.Set(w.startLines())
		}),
	), at)
}
