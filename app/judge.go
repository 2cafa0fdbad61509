package app

import (
	"fyne.io/fyne/v2"

	"byline/app/dialogs"
	"byline/app/wording"
	"byline/graphmodel"
)

// What a person says of links: right or wrong, of another type, the other way
// round, of another status or date. An empty sentence is all of them.

// linkMenu is the menu of a link.
func (w *window) linkMenu(key graphmodel.Key) *fyne.Menu {
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Details", func() { w.choose(selection{link: key}) }),
		fyne.NewMenuItem("Read the sentence", func() { w.choose(selection{link: key}); w.openSentence(key, 0) }),
	}
	return fyne.NewMenu("", append(items, w.judgements(key, graphmodel.Span{}, "link")...)...)
}

// sentenceMenu is the menu of one sentence of a link.
func (w *window) sentenceMenu(key graphmodel.Key, index int) *fyne.Menu {
	l, err := w.snap.Graph.Link(key)
	if err != nil || index >= len(l.Evidence) {
		return fyne.NewMenu("", fyne.NewMenuItem("No longer there", nil))
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem("Read it in the article", func() { w.openSentence(key, index) })}
	return fyne.NewMenu("", append(items, w.judgements(key, l.Evidence[index].Sentence, "sentence")...)...)
}

// judgements are the lines of a menu that judge a link, or one sentence of it.
func (w *window) judgements(key graphmodel.Key, sentence graphmodel.Span, what string) []*fyne.MenuItem {
	l, err := w.snap.Graph.Link(key)
	if err != nil || !w.writable() {
		return nil
	}
	types, status := fyne.NewMenuItem("Type", nil), fyne.NewMenuItem("Status", nil)
	types.ChildMenu, status.ChildMenu = w.typeMenu(l, sentence), w.statusMenu(l, sentence)
	turn := fyne.NewMenuItem("Turn around", func() { w.s.TurnLink(key, sentence) })
	turn.Disabled = key.Type.Undirected() || !key.Type.Fits(w.kindOf(key.To), w.kindOf(key.From))
	return []*fyne.MenuItem{
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Confirm "+what, func() { w.s.ConfirmSentence(key, sentence) }),
		fyne.NewMenuItem("Reject "+what, func() { w.s.RejectSentence(key, sentence) }),
		fyne.NewMenuItemSeparator(),
		types, status, turn,
		fyne.NewMenuItem("Date…", func() { w.dateLink(key, sentence) }),
	}
}

// typeMenu are the types that may join the two things of a link.
func (w *window) typeMenu(l graphmodel.Link, sentence graphmodel.Span) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, t := range graphmodel.LinkTypes() {
		if !t.Fits(w.kindOf(l.From), w.kindOf(l.To)) {
			continue
		}
		i := fyne.NewMenuItem(wording.Capital(t.Words()), func() { w.s.SetLinkType(l.Key(), sentence, t) })
		i.Checked = t == l.Type
		m.Items = append(m.Items, i)
	}
	return m
}

func (w *window) statusMenu(l graphmodel.Link, sentence graphmodel.Span) *fyne.Menu {
	m := fyne.NewMenu("")
	for _, s := range graphmodel.Statuses() {
		if s == graphmodel.StatusByHand {
			continue
		}
		i := fyne.NewMenuItem(wording.Status(s), func() { w.s.SetLinkStatus(l.Key(), sentence, s) })
		i.Checked = s == l.Status()
		m.Items = append(m.Items, i)
	}
	return m
}

// dateLink asks of when the link is.
func (w *window) dateLink(key graphmodel.Key, sentence graphmodel.Span) {
	dialogs.Name(w.win.Canvas(), "Of when is it?", "Set date", "2025-03-31", func(date string) {
		if !w.s.SetLinkDate(key, sentence, date) {
			w.strip.say("A date is written as 2025, 2025-03 or 2025-03-31.")
		}
	})
}

// confirmSelected says that the selected link is right.
func (w *window) confirmSelected() { w.s.ConfirmLink(w.sel.link) }
