package app

import (
	"strings"

	"byline/app/dialogs"
	"byline/app/session"
	"byline/app/wording"
	"byline/graphmodel"
)

// part is a part of a thing that can be split off, and how it is offered.
type part struct {
	of   session.Part
	name string
	note string
}

// split asks which mentions of a thing mean another one, and takes them off
// it: those of a name, those of an article, or a single one.
func (w *window) split(id string) {
	e, err := w.snap.Graph.Entity(id)
	if err != nil || !w.writable() {
		return
	}
	all := w.partsOf(e)
	if len(all) == 0 {
		w.strip.say(e.Name + " has one mention only.")
		return
	}
	var found []part
	dialogs.Choose(w.win.Canvas(), "What does not mean "+e.Name+"?", "A name, an article, a word of the sentence", func(words string) []dialogs.Option {
		found = nil
		var options []dialogs.Option
		for _, p := range all {
			if strings.Contains(strings.ToLower(p.name+" "+p.note), strings.ToLower(strings.TrimSpace(words))) {
				found = append(found, p)
				options = append(options, dialogs.Option{Name: p.name, Note: p.note})
			}
		}
		return options
	}, func(index int) {
		if other := w.s.Split(id, found[index].of, ""); other != "" {
			w.splitOff = other
		}
	})
}

// partsOf are the parts of a thing, largest first: names, articles, mentions.
func (w *window) partsOf(e graphmodel.Entity) []part {
	if len(e.Mentions) < 2 {
		return nil
	}
	var all []part
	if len(e.Names) > 1 {
		for _, n := range e.Names {
			all = append(all, part{session.Part{Name: n.Text}, "“" + n.Text + "”", times(n.Count)})
		}
	}
	counts := map[string]int{}
	for _, m := range e.Mentions {
		counts[m.Article]++
	}
	if len(counts) > 1 {
		for _, a := range w.snap.Articles {
			if n := counts[a.ID]; n > 0 {
				all = append(all, part{session.Part{Article: a.ID}, "All in " + wording.Title(a), times(n)})
			}
		}
	}
	for _, m := range e.Mentions {
		if a, ok := w.article(m.Article); ok {
			all = append(all, part{session.Part{Mention: m.Span}, snippet(a.Text, m.Span), times(1)})
		}
	}
	return all
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
	return oneLine(before + text[at.Start:at.End] + after)
}

// showSplit selects what was split off last, once the graph has it.
func (w *window) showSplit() {
	if _, err := w.snap.Graph.Entity(w.splitOff); err == nil && w.splitOff != "" {
		id := w.splitOff
		w.splitOff = ""
		w.goTo(id)
	}
}
