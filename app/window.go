package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"byline/app/graphview"
	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/panel/inspector"
	"byline/app/panel/logbook"
	"byline/app/panel/reader"
	"byline/app/panel/review"
	"byline/app/panel/search"
	"byline/app/panel/start"
	"byline/app/panel/table"
	"byline/app/session"
	"byline/graphmodel"
)

// window is the main window: its parts, and what a person has chosen to see.
// Everything of it happens on the window's goroutine.
type window struct {
	app fyne.App
	win fyne.Window
	s   *session.Session

	tips      *controls.Tips
	left      *left
	toolbar   *toolbar
	strip     *strip
	view      *graphview.View
	search    *search.Box
	reader    *reader.Reader
	inspector *inspector.Inspector
	table     *table.Table
	start     *start.Page
	review    *review.Page
	log       *logbook.Book
	columnTab *controls.Button // of the column that reader and log share
	empty     *emptyNote
	frame     *frame
	framed    *fyne.Container
	menu      mainMenu
	byKey     map[chord]func() // what keys do
	places    *places
	stats     *stats

	snap    session.Snapshot
	project int // that the choices below belong to
	listed  listed
	drawn   int // revision of the snapshot that canvas and details show
	recent  []session.RecentProject
	sel     selection
	trail   trail
	reading reading
	// awaited is the id of a thing that was made and is not in the graph yet.
	awaited string
	asking  asking
	unfit   int                      // decisions that did not fit at the last look
	names   map[string][]marked.Name // by article, of the present graph
	hits    []session.Hit
	taken   int // index of the hit taken last
}

func newWindow(a fyne.App, s *session.Session) *window {
	w := &window{app: a, s: s, tips: controls.NewTips(), reading: reading{evidence: -1}}
	w.win = a.NewWindow("Byline")
	w.snap = s.Snapshot()
	w.project = w.snap.Project
	w.view = graphview.New()
	w.search = search.New()
	w.reader = reader.New(w.tips)
	w.inspector = inspector.New(w.tips)
	w.table = table.New(w.tips)
	w.start = start.New()
	w.review = review.New()
	w.review.Hide()
	w.log = logbook.New(w.tips)
	w.log.Hide()
	w.empty = newEmptyNote(w.showAll)
	w.left = newLeft(w)
	w.toolbar = newToolbar(w, w.search)
	w.strip = newStrip(s.Stop, s.ShowMore, w.showAll, w.toggleTable)
	w.newMainMenu(w.actions())
	w.compose()
	w.connect()
	w.keysOfWindow()
	w.win.Resize(w.lastSize())
	w.win.CenterOnScreen()
	s.Listen(w.heard)
	w.refreshAll()
	return w
}

// compose puts the parts into their frame.
func (w *window) compose() {
	f := &frame{
		toolbar: w.toolbar.object, left: w.left.object, rail: newRail(w),
		canvas: container.NewStack(w.view, w.empty.object),
		reader: container.NewStack(w.reader, w.log), details: w.inspector, tabs: newTabs(w), table: w.table, strip: w.strip.object, page: w.review,
	}
	for i := range f.lines {
		f.lines[i] = controls.Rule()
	}
	w.frame = f
	w.framed = container.New(f, f.canvas, f.reader, f.details, f.tabs, f.left, f.rail,
		f.table, f.lines[0], f.lines[1], f.lines[2], f.lines[3], f.toolbar, f.strip, f.page)
	w.win.SetContent(container.NewStack(w.framed, w.start, w.search.Layer(), w.tips.Layer()))
	w.win.SetPadded(false)
}

// connect gives every part its answers.
func (w *window) connect() {
	w.view.OnSelect = w.selectedOnCanvas
	w.view.OnMove = w.s.Move
	w.view.OnLay = w.sayMerge
	w.view.OnMerge = w.mergeOnto
	w.view.OnExpand = w.expand
	w.view.OnMenu = w.canvasMenu
	w.view.OnKey = w.typedKey
	w.view.OnRune = w.typedRune
	w.view.OnCamera = func() {
		w.s.SetCamera(w.view.Chosen())
		w.tellPlaces()
	}
	w.view.OnResize = func(size fyne.Size) {
		if size.Height > 0 {
			w.s.SetAspect(float64(size.Width / size.Height))
		}
	}
	w.search.OnWords = w.find
	w.search.OnChoose = w.take
	w.search.OnDone = w.focusCanvas
	w.connectPanels()
	w.connectReview()
	w.connectLog()
	w.start.OnFiles, w.start.OnFolder = w.chooseFiles, w.chooseFolder
	w.start.OnPaste = func() { w.paste("") }
	w.start.OnProject = w.chooseProject
	w.start.OnSample = w.openSample
	w.start.OnRecent = func(i int) { w.openProject(w.recent[i].Path) }
	w.start.OnRecentMenu = w.recentMenu
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		var paths []string
		for _, u := range uris {
			paths = append(paths, u.Path())
		}
		w.open(paths)
	})
	w.win.SetCloseIntercept(w.app.Quit)
	w.app.Lifecycle().SetOnStopped(w.keepSize)
}

func (w *window) connectPanels() {
	w.left.articles.OnOpen = w.openArticle
	w.left.articles.OnMenu = func(id string, at fyne.Position) { w.popUpAt(w.articleMenu(id), at) }
	w.left.legend.OnKind = w.showKind
	w.left.legend.OnOnlyKind = w.onlyKind
	w.left.legend.OnStatus = w.showStatus
	w.left.legend.OnOnlyStatus = w.onlyStatus
	w.left.sieve.OnChange = w.sift
	w.reader.OnName = func(id string) { w.choose(selection{ids: []string{id}}) }
	w.reader.OnStep = w.stepSentence
	w.reader.OnClose = w.closeReader
	w.inspector.OnEntity = w.goTo
	w.inspector.OnLink = w.goToLink
	w.inspector.OnSentence = w.openSentence
	w.inspector.OnRename = w.rename
	w.inspector.OnPin = func(id string, on bool) { w.s.Pin([]string{id}, on) }
	w.inspector.OnReject, w.inspector.OnConfirm = w.s.RejectLink, w.s.ConfirmLink
	w.inspector.OnSentenceMenu = func(key graphmodel.Key, evidence int, at fyne.Position) {
		w.popUpAt(w.sentenceMenu(key, evidence), at)
	}
	w.inspector.OnMenu = func(id string, at fyne.Position) { w.popUpAt(w.thingMenu(id), at) }
	w.table.OnChoose, w.table.OnOpen = w.chooseRow, w.openRow
	w.table.OnCopy, w.table.OnClose = w.copyRows, w.toggleTable
	w.inspector.OnCopy = w.app.Clipboard().SetContent
}

// relayout shares the room out again.
func (w *window) relayout() {
	w.frame.Layout(nil, w.framed.Size())
	w.framed.Refresh()
}

// foldLeft turns the left panel into a rail.
func (w *window) foldLeft() {
	if w.frame.leftOver {
		w.frame.leftOver = false
	} else {
		w.frame.leftFolded = true
	}
	w.relayout()
}

// openLeft opens it again, over the canvas if there is no room beside it.
func (w *window) openLeft() {
	w.frame.leftFolded = false
	w.frame.leftOver = planFor(w.framed.Size().Width, w.frame.readerOpen, false).rail
	w.relayout()
}

const (
	widthKey  = "window.width"
	heightKey = "window.height"
)

// lastSize is the size that the window had when it was closed the last time.
func (w *window) lastSize() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(
		max(look.WindowWidth, float32(p.FloatWithFallback(widthKey, 1280))),
		max(look.WindowHeight, float32(p.FloatWithFallback(heightKey, 800))))
}

func (w *window) keepSize() {
	if w.win.FullScreen() {
		return
	}
	size := w.framed.Size()
	w.app.Preferences().SetFloat(widthKey, float64(size.Width))
	w.app.Preferences().SetFloat(heightKey, float64(size.Height+look.Menu))
}

// setTheme shows the light or the dark theme, or the system's, from now on.
func (w *window) setTheme(mode look.Mode) {
	w.app.Preferences().SetString(themeKey, string(mode))
	w.app.Settings().SetTheme(look.New(mode))
	w.refreshMenus()
}

// otherTheme shows the light theme in place of the dark one, or the dark one.
func (w *window) otherTheme() {
	if look.Now().Dark {
		w.setTheme(look.Light)
		return
	}
	w.setTheme(look.Dark)
}

func (w *window) themeMode() look.Mode {
	mode := look.Mode(w.app.Preferences().StringWithFallback(themeKey, string(look.System)))
	if !mode.Valid() {
		return look.System
	}
	return mode
}

func (w *window) fullScreen() { w.win.SetFullScreen(!w.win.FullScreen()) }

func (w *window) focusFind() { w.search.Focus(w.win.Canvas()) }

func (w *window) focusCanvas() { w.win.Canvas().Focus(w.view) }
