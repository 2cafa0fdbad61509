package app

import (
	"strings"

	"byline/app/dialogs"
	"byline/app/session"
	"byline/app/wording"
	"byline/graphmodel"
)

// split asks which mentions of a thing mean another one, and takes them off
// it: those of a name, those of an article, or a single one.
func (w *window) split(id string) {
	e, err := w.snap.Graph.Entity(id)
	if err != nil || !w.writable() {
		return
	}
	parts, options := w.partsOf(e)
	if len(parts) == 0 {
		w.strip.say(e.Name + " has one mention only.")
		return
	}
	dialogs.ChooseFrom(w.win.Canvas(), "What does not mean "+e.Name+"?", "A name, an article, a word of the sentence", options, func(index int) {
		if other := w.s.Split(id, parts[index], ""); other != "" {
			w.awaited = other
		}
	})
}

// partsOf are the parts that can be split off a thing, and how they are
// offered: names, articles, mentions.
func (w *window) partsOf(e graphmodel.Entity) (parts []session.Part, options []dialogs.Option) {
	if len(e.Mentions) < 2 {
		return nil, nil
	}
	add := func(p session.Part, name string, n int) {
		parts, options = append(parts, p), append(options, dialogs.Option{Name: name, Note: times(n)})
	}
	if len(e.Names) > 1 {
		for _, n := range e.Names {
			add(session.Part{Name: n.Text}, "“"+n.Text+"”", n.Count)
		}
	}
	counts := map[string]int{}
	for _, m := range e.Mentions {
		counts[m.Article]++
	}
	if len(counts) > 1 {
		for _, a := range w.snap.Articles {
			if n := counts[a.ID]; n > 0 {
				add(session.Part{Article: a.ID}, "All in "+wording.Title(a), n)
			}
		}
	}
	for _, m := range e.Mentions {
		if a, ok := w.article(m.Article); ok {
			add(session.Part{Mention: m.Span}, snippet(a.Text, m.Span), 1)
		}
	}
	return parts, options
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return wording.Number(n) + " times"
}

// around is how much of the text stands on either side of a mention.
const around = 32

// snippet is a mention with a few words round it.
func snippet(text string, at graphmodel.Span) string {
	from, to := at.Start, at.End
	from, to = max(0, from-around), min(len(text), to+around)
	before, after := strings.ToValidUTF8(text[from:at.Start], ""), strings.ToValidUTF8(text[at.End:to], "")
	if _, whole, ok := strings.Cut(before, " "); ok && from > 0 {
		before = "…" + whole
	}
	if i := strings.LastIndexByte(after, ' '); i >= 0 && to < len(text) {
		after = after[:i] + "…"
	}
	return wording.OneLine(before + text[at.Start:at.End] + after)
}

// showAwaited selects what was made last, once the graph has it.
func (w *window) showAwaited() {
	if _, err := w.snap.Graph.Entity(w.awaited); err == nil && w.awaited != "" {
		id := w.awaited
		w.awaited = ""
		w.goTo(id)
	}
}
