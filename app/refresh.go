package app

import (
	"reflect"

	"byline/app/dialogs"
	"byline/app/look/controls"
	"byline/app/panel/inspector"
	"byline/app/panel/legend"
	"byline/app/panel/start"
	"byline/app/scene"
	"byline/app/session"
	"byline/app/wording"
	"byline/assets"
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// heard brings the window up to date with what the session tells.
func (w *window) heard(e session.Event) {
	switch e.Kind {
	case session.ProgressChanged:
		w.strip.progress(e.Progress)
		w.snap = w.s.Snapshot()
		w.showParts()
		w.tellPlaces()
		w.measure()
	case session.Failed:
		w.strip.progress(w.s.Snapshot().Progress)
		w.problems(e.Problems)
	case session.ArticlesChanged:
		w.refreshArticles()
	case session.PositionsChanged:
		// A new graph brings its places with it: they are drawn already.
		if w.snap = w.s.Snapshot(); w.snap.Revision != w.drawn {
			w.refreshGraph()
		}
	case session.HistoryChanged, session.SuggestionsChanged, session.Saved:
		w.snap = w.s.Snapshot()
		w.refreshBars()
	case session.ProjectChanged:
		if w.snap = w.s.Snapshot(); w.snap.Project != w.project {
			w.forget()
		}
		w.refreshAll()
	default:
		w.refreshAll()
	}
}

// forget drops what was chosen in the project before.
func (w *window) forget() {
	w.sel, w.trail = selection{}, trail{}
	w.reading = reading{evidence: -1}
	w.frame.readerOpen = false
	w.review.Hide()
	w.project = w.snap.Project
	w.lookWith(w.snap.Camera)
}

// refreshAll brings every part up to date.
func (w *window) refreshAll() {
	w.refreshArticles()
	w.names = nil
	w.showAwaited()
	w.sel = w.sel.kept(w.snap.Graph)
	w.refreshGraph()
	w.refreshBars()
	if w.articleOpen() {
		w.showReading()
	}
	w.relayout()
}

// refreshGraph shows the graph of the present snapshot, on the canvas and in
// the details.
func (w *window) refreshGraph() {
	w.drawn = w.snap.Revision
	w.refreshView()
	w.refreshDetails()
}

// refreshArticles brings the list of articles up to date. Articles come one by
// one while many are read; the graph follows when they are through.
func (w *window) refreshArticles() {
	w.snap = w.s.Snapshot()
	if !w.begun() {
		w.recent = w.s.Recent()
		w.start.Set(w.startLines())
	}
	w.left.articles.Set(w.snap.Articles)
	w.left.parts.Refresh() // the list may want another height
	w.showParts()
}

// begun reports whether there is a project to look at.
func (w *window) begun() bool {
	return len(w.snap.Articles) > 0 || w.snap.Progress.Running || w.snap.Named
}

// showParts shows the start page, or what a project has in its place.
func (w *window) showParts() {
	begun := w.begun()
	controls.Show(w.start, !begun)
	w.empty.refresh(w.snap, w.view.Counts(), begun)
}

func (w *window) startLines() start.Data {
	var d start.Data
	for _, r := range w.recent {
		d.Recent = append(d.Recent, start.Line{Title: r.Title, Note: wording.Count(r.Articles, "article", "articles") + " · " + wording.Day(r.Opened)})
	}
	for _, sample := range assets.Samples() {
		a, err := article.FromBytes(sample.Text, ".md")
		if err != nil {
			continue
		}
		d.Samples = append(d.Samples, start.Line{Title: wording.Title(a), Note: wording.Source(a)})
	}
	d.Samples = append(d.Samples, start.Line{Title: "All of them in one graph", Note: wording.Count(len(d.Samples), "article", "articles")})
	return d
}

// openSample reads a sample; the line after the last one stands for all.
func (w *window) openSample(index int) {
	all := assets.Samples()
	if index < len(all) {
		all = all[index : index+1]
	}
	for _, sample := range all {
		w.s.AddSample(sample.Name)
	}
}

// refreshView shows the graph as it is now, through the filter.
func (w *window) refreshView() {
	w.view.Select(w.sel.ids, w.sel.link)
	f := w.snap.Filter
	if f.Only == nil {
		f.Only = w.snap.Only
	}
	w.view.Set(scene.Input{Graph: w.snap.Graph, Positions: w.snap.Positions, Pinned: w.snap.Pinned, Outlets: w.outlets(), Filter: f})
	w.refreshLists(f)
	w.refreshCounts()
	w.empty.refresh(w.snap, w.view.Counts(), w.begun())
	w.tellPlaces()
}

// listed is what legend, sieve and table list.
type listed struct {
	graph    *graphmodel.Graph
	articles int
	filter   scene.Filter
	counts   scene.Counts
}

// refreshLists brings up to date what lists the graph, unless only places have
// changed: a layout at work shows twenty of its steps a second.
func (w *window) refreshLists(f scene.Filter) {
	was, now := w.listed, listed{w.snap.Graph, len(w.snap.Articles), f, w.view.Counts()}
	if was.graph == now.graph && was.articles == now.articles && was.counts == now.counts && reflect.DeepEqual(was.filter, now.filter) {
		return
	}
	w.listed = now
	w.refreshLegend()
	w.refreshSieve()
	w.refreshTable()
}

// refreshDetails brings the details up to date with graph and selection.
func (w *window) refreshDetails() {
	w.inspector.SetData(inspector.Data{
		Title: w.snap.Title, Graph: w.snap.Graph, Articles: w.snap.Articles, Pinned: w.snap.Pinned, ReadOnly: w.snap.ReadOnly, NoteOn: w.noteOn,
	})
	w.showDetails()
}

// showDetails shows what is selected.
func (w *window) showDetails() {
	switch {
	case w.sel.link != (graphmodel.Key{}):
		evidence := -1
		if w.frame.readerOpen && w.reading.link == w.sel.link {
			evidence = w.reading.evidence
		}
		w.inspector.ShowLink(w.sel.link, evidence)
	case len(w.sel.ids) == 1:
		w.inspector.ShowEntity(w.sel.ids[0])
	case len(w.sel.ids) > 1:
		w.inspector.ShowSeveral(w.sel.ids)
	default:
		w.inspector.Clear()
	}
}

// refreshBars brings title, menus, toolbar and strip up to date.
func (w *window) refreshBars() {
	title := "Byline"
	if w.begun() {
		title = w.snap.Title + " – Byline"
	}
	w.win.SetTitle(title)
	w.refreshMenus()
	w.refreshReview()
	w.refreshLog()
	w.toolbar.set(w.snap, w.trail.canBack(), w.trail.canForward())
	switch {
	case !w.begun():
		w.strip.state("", false)
	case w.snap.ReadOnly:
		w.strip.state("Read only. "+w.snap.Why, true)
	case w.snap.Unsaved:
		w.strip.state("Not saved. Use File, Save as.", true)
	default:
		w.strip.state("All changes saved", false)
	}
	w.tellPlaces()
}

// refreshCounts says in the strip how much of the project the canvas shows.
func (w *window) refreshCounts() {
	c := w.view.Counts()
	if c.Things == 0 {
		w.strip.counts("", false, false)
		return
	}
	words := wording.Count(c.Things, "thing", "things")
	if c.Shown < c.Things {
		words = wording.Number(c.Shown) + " of " + words
	}
	if w.snap.Only != nil && w.snap.Filter.Only == nil {
		words = "The " + wording.Number(c.Shown) + " most telling of " + wording.Count(c.Things, "thing", "things")
	}
	if c.Faded > 0 {
		words += ", " + wording.Number(c.Faded) + " of them faded"
	}
	w.strip.counts(words, c.Faded > 0 || c.Shown < c.Things, w.snap.Only != nil && w.snap.Filter.Only == nil)
}

// refreshLegend counts what there is of each kind and status, and what the
// canvas shows of it.
func (w *window) refreshLegend() {
	d := legend.Data{Kinds: map[graphmodel.Kind]legend.Line{}, Statuses: map[graphmodel.Status]legend.Line{}}
	shown := map[string]bool{}
	for _, id := range w.view.IDs() {
		shown[id] = true
	}
	for _, k := range graphmodel.Kinds() {
		d.Kinds[k] = legend.Line{On: !w.snap.Filter.HiddenKinds[k]}
	}
	for _, s := range graphmodel.Statuses() {
		d.Statuses[s] = legend.Line{On: !w.snap.Filter.HiddenStatuses[s]}
	}
	for _, e := range w.snap.Graph.Entities() {
		l := d.Kinds[e.Kind]
		d.Kinds[e.Kind] = counted(l, shown[e.ID])
	}
	for _, k := range w.snap.Graph.Links() {
		l := d.Statuses[k.Status()]
		d.Statuses[k.Status()] = counted(l, shown[k.From] && shown[k.To])
	}
	w.left.legend.Set(d)
}

func counted(l legend.Line, shown bool) legend.Line {
	l.Total++
	if shown {
		l.Shown++
	}
	return l
}

// problems shows what went wrong: one sentence, or a list.
func (w *window) problems(sentences []string) {
	if len(sentences) == 0 {
		return
	}
	title := "That did not work"
	if n := len(sentences); n > 1 {
		title = wording.Number(n) + " things could not be done"
	}
	dialogs.Problems(w.win.Canvas(), title, sentences)
}

// problem shows an error that a person has to know of.
func (w *window) problem(err error) {
	if err != nil {
		w.problems([]string{wording.Capital(err.Error())})
	}
}
